/** Reads the files of rules/ as text / gives compiled rules / promises: all of them fit, or a CardError says where the first one does not. */
import { createHash } from 'node:crypto';
import { compareText } from '../model/finding.ts';
import type { Kind, Rule, RuleFile, Rules } from './card.ts';
import { CardError } from './card.ts';
import { cardCompiler, idOf } from './compile.ts';
import { KINDS } from './kinds/index.ts';
import { findNeeds } from './kinds/needs.ts';
import { readDivisions } from './vocabulary/divisions.ts';
import { readGenres } from './vocabulary/genres.ts';
import { readHedges } from './vocabulary/hedges.ts';
import { readIndicators } from './vocabulary/indicators.ts';
import { readPhrases } from './vocabulary/phrases.ts';
import { readPositions } from './vocabulary/positions.ts';
import { readUnits } from './vocabulary/units.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Loads cards and vocabulary. Files may come from several folders; the order of files never matters.
 * @param files every file of every rules folder, paths relative to the folder or ending in `<family>/<name>.yaml`
 * @throws CardError for the first file, in order of path, that is wrong, and when two files claim one id
 */
export function loadRules(files: readonly RuleFile[]): Rules {
  const vocabulary = loadVocabulary(files);
  const rules = compileCards(files, KINDS, vocabulary);
  return {
    rules,
    vocabulary,
    digest: digestOf(files),
    findNeeds: findNeeds(rules.flatMap(({ run }) => (run.shape === 'noise' && run.needs ? [run.needs] : []))),
  };
}

/** All cards among the files, compiled, in order of id. @throws CardError */
export function compileCards(files: readonly RuleFile[], kinds: readonly Kind[], vocabulary: Vocabulary): Rule[] {
  const compile = cardCompiler(kinds, vocabulary);
  const rules = files
    .filter((file) => !isVocabulary(file))
    .toSorted(byPath)
    .map(compile);
  refuseDoubles(files.filter((file) => !isVocabulary(file)));
  return rules.toSorted((a, b) => compareText(a.card.id, b.card.id));
}

/** The vocabulary among the files. @throws CardError when a file is missing, double or wrong */
export function loadVocabulary(files: readonly RuleFile[]): Vocabulary {
  const only = (name: string): RuleFile => {
    const found = files.filter((file) => isVocabulary(file) && lastTwo(file) === `vocabulary/${name}`);
    const [first, second] = found;
    if (first === undefined) throw new CardError(`vocabulary/${name}`, 1, 1, 'this file is missing from the rules.');
    if (second !== undefined) throw new CardError(second.path, 1, 1, `a second ${name}. Keep one vocabulary.`);
    return first;
  };
  return {
    divisions: readDivisions(only('divisions.csv')),
    phrases: readPhrases(only('phrases.yaml')),
    indicators: readIndicators(only('indicators.yaml')),
    units: readUnits(only('units.yaml')),
    hedges: readHedges(only('hedges.yaml')),
    genres: readGenres(only('genres.yaml')),
    positions: readPositions(only('positions.yaml')),
  };
}

/** SHA-256 over the files in order of `<folder>/<name>`: where the rules folder lies makes no difference. */
export function digestOf(files: readonly RuleFile[]): string {
  const hash = createHash('sha256');
  for (const file of files.toSorted(byPath)) {
    hash.update(`${lastTwo(file)}\0${Buffer.byteLength(file.text)}\0`).update(file.text);
  }
  return hash.digest('hex');
}

function refuseDoubles(files: readonly RuleFile[]): void {
  const seen = new Map<string, string>();
  for (const file of files) {
    const { id } = idOf(file);
    const before = seen.get(id);
    if (before !== undefined) {
      throw new CardError(
        file.path,
        1,
        1,
        `the id ${id} is taken by ${before}. Rename this card: no rule replaces another.`,
      );
    }
    seen.set(id, file.path);
  }
}

function byPath(a: RuleFile, b: RuleFile): number {
  return compareText(lastTwo(a), lastTwo(b)) || compareText(a.path, b.path) || compareText(a.text, b.text);
}

/** `<folder>/<name>` of a file: where the rules folder lies is no part of it. */
export function lastTwo(file: RuleFile): string {
  return file.path.split('/').slice(-2).join('/');
}

function isVocabulary(file: RuleFile): boolean {
  return lastTwo(file).startsWith('vocabulary/');
}
