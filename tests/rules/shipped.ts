/** The rule files of this repository, read once for tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RuleFile } from '../../src/rules/card.ts';
import { readyFiles } from '../support/pipeline.ts';

const ROOT = fileURLToPath(new URL('../../rules/', import.meta.url));

export function shippedFiles(): RuleFile[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:yaml|csv)$/u.test(path))
    .sort()
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(`${ROOT}${path}`, 'utf8') }));
}

/** The shipped files without the cards of families other than these; vocabulary is always there. */
export function filesOf(...families: readonly string[]): RuleFile[] {
  return shippedFiles().filter(ofFamilies(families));
}

/** The same, with what the build has read of them: for tests of something else than reading rules. */
export function readyFilesOf(...families: readonly string[]): RuleFile[] {
  return readyFiles().filter(ofFamilies(families));
}

function ofFamilies(families: readonly string[]): (file: RuleFile) => boolean {
  return ({ path }) => ['vocabulary', ...families].some((family) => path.startsWith(`${family}/`));
}
