/** The rules of this checkout, without the pipeline that runs them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RuleFile, Rules } from '../../src/rules/card.ts';
import { loadRules } from '../../src/rules/load.ts';
import { withReady } from '../../src/rules/ready.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export function ruleFiles(folder = join(ROOT, 'rules')): RuleFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(folder, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }));
}

/** The files of rules/ with what the build has read of them, where it has: that spares each file of tests a second. */
export function readyFiles(): readonly RuleFile[] {
  const built = join(ROOT, 'build', 'rules.json');
  return existsSync(built) ? withReady(ruleFiles(), JSON.parse(readFileSync(built, 'utf8'))) : ruleFiles();
}

export function rulesFromDisk(): Rules {
  return loadRules(readyFiles());
}
