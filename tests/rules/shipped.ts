/** The rule files of this repository, read once for tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RuleFile } from '../../src/rules/card.ts';

const ROOT = fileURLToPath(new URL('../../rules/', import.meta.url));

export function shippedFiles(): RuleFile[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:yaml|csv)$/u.test(path))
    .sort()
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(`${ROOT}${path}`, 'utf8') }));
}

/** The shipped files without the cards of families other than these; vocabulary is always there. */
export function filesOf(...families: readonly string[]): RuleFile[] {
  return shippedFiles().filter(({ path }) =>
    ['vocabulary', ...families].some((family) => path.startsWith(`${family}/`)),
  );
}
