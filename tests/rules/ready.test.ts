import { describe, expect, test } from 'vitest';
import { CardError, type RuleFile } from '../../src/rules/card.ts';
import { loadRules } from '../../src/rules/load.ts';
import { readyRules, withReady } from '../../src/rules/ready.ts';
import { parseYaml } from '../../src/rules/yaml.ts';
import { filesOf } from './shipped.ts';

const files = filesOf('identity', 'figures', 'noise');
const ready = JSON.parse(JSON.stringify(readyRules(files)));

function edited(path: string, edit: (text: string) => string): RuleFile[] {
  return files.map((file) => (file.path === path ? { ...file, text: edit(file.text) } : file));
}

function errorOf(work: () => unknown): CardError {
  try {
    work();
  } catch (error) {
    if (error instanceof CardError) return error;
    throw error;
  }
  throw new Error('the rules loaded');
}

describe('rules that were read before', () => {
  const known = withReady(files, ready);

  test('are the same rules', () => {
    expect(known.filter((file) => file.path.endsWith('.yaml') && file.ready === undefined)).toEqual([]);
    const before = loadRules(files);
    const after = loadRules(known);
    expect(after.digest).toBe(before.digest);
    expect(after.rules.map(({ card }) => card)).toEqual(before.rules.map(({ card }) => card));
    expect(after.rules.map(({ run }) => run.shape)).toEqual(before.rules.map(({ run }) => run.shape));
    for (const name of ['phrases', 'positions', 'genres'] as const) {
      expect(JSON.stringify(after.vocabulary[name])).toBe(JSON.stringify(before.vocabulary[name]));
    }
    expect(after.vocabulary.indicators.all).toEqual(before.vocabulary.indicators.all);
    expect(after.vocabulary.hedges.all).toEqual(before.vocabulary.hedges.all);
  });

  test('wherever their folder lies', () => {
    const moved = files.map((file) => ({ ...file, path: `../elsewhere/${file.path}` }));
    expect(withReady(moved, ready).some((file) => file.ready !== undefined)).toBe(true);
  });

  const changes: [what: string, files: RuleFile[]][] = [
    ['a card says another thing', edited('identity/date-missing.yaml', (text) => `${text} `)],
    ['the divisions change', edited('vocabulary/divisions.csv', (text) => `${text}\n`)],
    ['a card is new', [...files, { path: 'identity/new.yaml', text: files[0]?.text ?? '' }]],
    ['a card is gone', files.filter(({ path }) => !path.startsWith('noise/'))],
  ];
  test.each(changes)('are not used when %s', (_what, changed) => {
    expect(changed).not.toEqual(files);
    expect(withReady(changed, ready)).toBe(changed);
  });

  test('are not used when another version made them', () => {
    expect(withReady(files, { ...ready, format: -1 })).toBe(files);
    expect(withReady(files, { ...ready, digest: undefined })).toBe(files);
  });

  test('leave the cards of a user to be checked, with the place of what is wrong', () => {
    const own = { path: 'mine/identity/mine.yaml', text: 'kind: pattern\nscope: paragraph\nseverty: error\n' };
    const { file, line, column, message } = errorOf(() => loadRules([...known, own]));
    expect({ file, line, column }).toEqual({ file: own.path, line: 3, column: 1 });
    expect(message).toContain("unknown key 'severty'");
  });

  test('are not made of rules that do not load', () => {
    const [card] = files.filter(({ path }) => path.startsWith('identity/'));
    const path = card?.path ?? '';
    const broken = edited(path, (text) => text.replace(/^severity:.*$/mu, 'severity: loud'));
    expect(errorOf(() => readyRules(broken)).message).toMatch(/'severity' must be one of/u);
  });
});

test('a file that is ready knows the place of each of its nodes', () => {
  const file: RuleFile = { path: 'identity/x.yaml', text: 'kind: signal\nparams:\n  sign: a\nexamples:\n  - hit: b\n' };
  const plain = parseYaml(file);
  const known = parseYaml({ ...file, ready: { value: plain.value, lines: { 'examples/0/hit': 5 } } });
  for (const path of [['kind'], ['params', 'sign'], ['examples', 0, 'hit'], ['params', 'none']]) {
    expect(known.errorAt(path, 'here').message).toBe(plain.errorAt(path, 'here').message);
    expect(known.errorAtKey(path, 'here').message).toBe(plain.errorAtKey(path, 'here').message);
    expect(known.lineOf(path)).toBe(plain.lineOf(path));
  }
});
