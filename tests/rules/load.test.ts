import { describe, expect, test } from 'vitest';
import { CardError, type RuleFile } from '../../src/rules/card.ts';
import { KINDS } from '../../src/rules/kinds/index.ts';
import { compileCards, digestOf, loadRules, loadVocabulary } from '../../src/rules/load.ts';
import { filesOf, shippedFiles } from './shipped.ts';

const vocabulary = loadVocabulary(filesOf());

const GOOD = `kind: pattern
scope: paragraph
severity: warning
status: trial
message:
  en: 'A growth rate of {rate} has lost its sign.'
  zh: '增长率{rate}缺少百分号。'
why: >-
  The figure cannot be read.
params:
  find: '增长(?<rate>\\d{1,3}\\.\\d)(?=，)'
examples:
  - hit: |
      全县财政收入⟦增长6.1⟧，高于上年。
  - miss: |
      全县财政收入增长6.1%，高于上年。
`;

function load(text: string, path = 'figures/lost-sign.yaml') {
  return compileCards([{ path, text }], KINDS, vocabulary);
}

function errorOf(text: string, path?: string): CardError {
  try {
    load(text, path);
  } catch (error) {
    if (error instanceof CardError) return error;
    throw error;
  }
  throw new Error('the card loaded');
}

describe('a card', () => {
  test('gets its id from its path and keeps its words', () => {
    const [rule] = load(GOOD, 'my-rules/figures/lost-sign.yaml');
    expect(rule?.card).toMatchObject({
      id: 'figures/lost-sign',
      family: 'figures',
      kind: 'pattern',
      status: 'trial',
      why: 'The figure cannot be read.',
      examples: [
        { verdict: 'hit', line: 13 },
        { verdict: 'miss', line: 15 },
      ],
    });
  });

  const broken: [what: string, edit: (card: string) => string, line: number, column: number, says: RegExp][] = [
    ['unknown key', (card) => card.replace('severity:', 'severty:'), 3, 1, /unknown key 'severty'/u],
    ['unknown key deep', (card) => card.replace("  zh: '", "  fr: 'x'\n  zh: '"), 7, 3, /unknown key 'fr'/u],
    ['missing key', (card) => card.replace('status: trial\n', ''), 1, 1, /'status' is missing/u],
    ['missing zh', (card) => card.replace(/ {2}zh: .*\n/u, ''), 6, 3, /'zh' is missing/u],
    ['unknown kind', (card) => card.replace('kind: pattern', 'kind: patern'), 1, 7, /'kind' must be one of .*pattern/u],
    ['wrong severity', (card) => card.replace('warning', 'fatal'), 3, 11, /must be one of error, warning, info/u],
    [
      'scope of another kind',
      (card) => card.replace('scope: paragraph', 'scope: corpus'),
      2,
      8,
      /has no scope corpus/u,
    ],
    ['unknown param', (card) => card.replace('  find:', '  fnd: a\n  find:'), 11, 3, /unknown key 'fnd'/u],
    ['missing param', (card) => card.replace(/ {2}find:.*/u, '  parts: [review]'), 11, 3, /'find' is missing/u],
    ['wrong type', (card) => card.replace(/find: .*/u, 'find: 7'), 11, 9, /'params.find' must be of type string/u],
    ['bad regex', (card) => card.replace('(?=，)', '(?=，'), 11, 9, /does not compile/u],
    ['empty match', (card) => card.replace(/find: .*/u, "find: 'a{0,3}'"), 11, 9, /matches the empty text/u],
    ['unbounded', (card) => card.replace('\\d{1,3}', '\\d+'), 11, 9, /without bound/u],
    ['unbounded braces', (card) => card.replace('\\d{1,3}', '\\d{1,}'), 11, 9, /without bound/u],
    ['unknown piece', (card) => card.replace('\\d{1,3}', '{{number}}'), 11, 9, /no piece is named 'number'/u],
    ['stray brace', (card) => card.replace('{rate} has', '{the rate} has'), 6, 7, /brace that is no placeholder/u],
    ['no miss', (card) => card.replace('- miss:', '- hit:'), 13, 3, /no miss among the examples/u],
    ['open mark', (card) => card.replace('⟧', ''), 13, 10, /⟦ without its ⟧/u],
    ['mark in a miss', (card) => card.replace('增长6.1%', '⟦增长6.1%⟧'), 15, 11, /a miss has no ⟦ ⟧/u],
    ['two verdicts', (card) => card.replace('  - miss:', '    miss:'), 13, 5, /more than 1/u],
    [
      'two texts',
      (card) => card.replace('- hit: |\n', '- hit:\n        - name: a\n          text: |\n      '),
      14,
      9,
      /one text/u,
    ],
    ['key twice', (card) => card.replace('scope:', 'kind: pattern\nscope:'), 2, 1, /unique/u],
    ['no YAML', (card) => card.replace("en: '", "en: 'x' '"), 6, 11, /.+/u],
    ['alias', (card) => card.replace('why: >-\n  The figure cannot be read.', 'why: *words'), 8, 6, /alias/iu],
    ['empty file', () => '', 1, 1, /empty/u],
    ['a list', () => '- kind: pattern', 1, 1, /must be of type object/u],
  ];
  test.each(broken)('is refused with its place: %s', (_what, edit, line, column, says) => {
    const error = errorOf(edit(GOOD));
    expect(error.message).toMatch(says);
    expect(`${error.file}:${error.line}:${error.column}`).toBe(`figures/lost-sign.yaml:${line}:${column}`);
    expect(error.message).toMatch(/^figures\/lost-sign\.yaml:\d{1,4}:\d{1,4}: /u);
  });

  test.each([
    ['sundry/lost-sign.yaml', /folder of its family/u],
    ['figures/Lost sign.yaml', /small letters/u],
    ['figures/lost-sign.yml', /ending in \.yaml/u],
  ])('lies where its id can be read: %s', (path, says) => {
    expect(errorOf(GOOD, path).message).toMatch(says);
  });

  test('of corpus scope has several sources with names', () => {
    const card = GOOD.replace('kind: pattern', 'kind: signal')
      .replace('scope: paragraph', 'scope: corpus')
      .replace(/ {2}find:.*/u, '  sign: lost-sign')
      .replace(
        /examples:.*/su,
        'examples:\n  - hit: [{ name: a, text: x }, { name: a, text: y }]\n  - miss: [{ name: a, text: x }]\n',
      );
    expect(errorOf(card).message).toMatch(/same name/u);
    const [rule] = load(card.replace('name: a, text: y', 'name: b, text: y'));
    expect(rule?.card.examples[0]?.sources).toHaveLength(2);
  });
});

describe('a folder of rules', () => {
  test('loads as shipped, in order of id', () => {
    const { rules } = loadRules(shippedFiles());
    const ids = rules.map(({ card }) => card.id);
    expect(ids).toEqual([...ids].sort());
    expect(ids.length).toBeGreaterThan(20);
  });

  test('has no rule twice, wherever the second comes from', () => {
    const files: RuleFile[] = [
      { path: 'rules/figures/lost-sign.yaml', text: GOOD },
      { path: 'mine/figures/lost-sign.yaml', text: GOOD.replace('warning', 'info') },
    ];
    for (const order of [files, files.toReversed()]) {
      expect(() => compileCards(order, KINDS, vocabulary)).toThrow(/the id figures\/lost-sign is taken/u);
    }
  });

  test('has a digest of contents and names, not of order or of where it lies', () => {
    const files: RuleFile[] = [
      { path: 'noise/a.yaml', text: '1' },
      { path: 'noise/b.yaml', text: '2' },
    ];
    const digest = digestOf(files);
    expect(digest).toMatch(/^[0-9a-f]{64}$/u);
    expect(digestOf(files.toReversed())).toBe(digest);
    expect(digestOf(files.map((file) => ({ ...file, path: `some/where/${file.path}` })))).toBe(digest);
    expect(digestOf([{ path: 'noise/a.yaml', text: '12' }])).not.toBe(digest);
    expect(digestOf(files.map((file) => ({ ...file, text: `${file.text} ` })))).not.toBe(digest);
  });

  test('says which vocabulary file is missing', () => {
    const files = filesOf().filter(({ path }) => !path.endsWith('units.yaml'));
    expect(() => loadVocabulary(files)).toThrow('vocabulary/units.yaml:1:1: this file is missing from the rules.');
  });
});
