/** Reads folders of rule cards / gives checked rules / promises: an error names the file that a person can open. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob } from 'tinyglobby';
import { compareText } from '../model/finding.ts';
import type { RuleFile, Rules } from '../rules/card.ts';
import { loadRules } from '../rules/load.ts';
import { type ReadyRules, withReady } from '../rules/ready.ts';
import { InputError, systemReason } from './errors.ts';
import { posixPath } from './find.ts';

/** The folder of rule cards and vocabulary that comes with the package. */
export function rulesFolder(): string {
  return fileURLToPath(new URL('../../rules', import.meta.url));
}

/** Cards and vocabulary of one folder, in order; their paths are relative to `from`, as errors name them. */
export async function readRuleFiles(folder: string, from: string): Promise<RuleFile[]> {
  const files = await glob(['**/*.yaml', '**/*.csv'], { cwd: folder, onlyFiles: true, absolute: true });
  const sorted = files.map((file) => path.normalize(file)).sort(compareText);
  return sorted.map((file) => ({ path: posixPath(from, file), text: textOf(file, posixPath(from, file)) }));
}

/** Some hundred small files one after another: as many promises at once take twice the processor time. @throws InputError */
function textOf(file: string, shown: string): string {
  try {
    return new TextDecoder().decode(readFileSync(file));
  } catch (error) {
    throw new InputError(`${shown}: cannot be read: ${systemReason(error)}`);
  }
}

/**
 * Loads the rules of the package together with those of a person's own folder.
 * @param own a folder of cards (`<family>/<name>.yaml`), or null for the package's rules alone
 * @param cwd folder that paths in errors are relative to
 * @throws CardError for a broken card or an id that is taken, InputError for a folder without cards
 */
export async function rulesWith(own: string | null, cwd: string): Promise<Rules> {
  const files = [...withBuilt(await readRuleFiles(rulesFolder(), cwd))];
  if (own !== null) {
    const mine = await readRuleFiles(path.resolve(cwd, own), cwd);
    if (mine.length === 0) throw new InputError(`${own}: no rule cards (*.yaml) in this folder`);
    files.push(...mine);
  }
  return loadRules(files);
}

/** Our own files with what the build has read of them: to parse and check them takes longer than to read a report. */
function withBuilt(files: readonly RuleFile[]): readonly RuleFile[] {
  const built = builtRules();
  return built === null ? files : withReady(files, built);
}

/** What the build left beside the program; null in a tree that was not built, and for a file that was cut short. */
function builtRules(): ReadyRules | null {
  try {
    return JSON.parse(readFileSync(new URL('../../build/rules.json', import.meta.url), 'utf8'));
  } catch {
    return null;
  }
}
