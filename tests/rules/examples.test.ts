import { describe, expect, test } from 'vitest';
import type { Rules } from '../../src/rules/card.ts';
import { checkExamples, type ReadExample, stripMarks } from '../../src/rules/examples.ts';
import { KINDS } from '../../src/rules/kinds/index.ts';
import { compileCards, loadVocabulary } from '../../src/rules/load.ts';
import { readyFilesOf } from './shipped.ts';

const vocabulary = loadVocabulary(readyFilesOf());

function rulesWith(scope: string, examples: string): Rules {
  const text = `kind: signal\nscope: ${scope}\nseverity: info\nstatus: trial\nmessage: { en: a, zh: b }\nwhy: c\nparams: { sign: s }\nexamples:\n${examples}`;
  return { rules: compileCards([{ path: 'figures/one.yaml', text }], KINDS, vocabulary), vocabulary, digest: '' };
}

/** Finds every 缺. */
const findLack: ReadExample = (sources) =>
  sources.flatMap(({ name, text }) =>
    [...text.matchAll(/缺/gu)].map(({ index }) => ({
      rule: 'figures/one',
      source: name,
      start: index,
      end: index + 1,
    })),
  );

const quiet: ReadExample = () => [];

describe('stripMarks', () => {
  test('gives the text and the places in it', () => {
    expect(stripMarks('甲⟦乙丙⟧丁⟦\n⟧')).toEqual({
      text: '甲乙丙丁\n',
      spans: [
        { start: 1, end: 3 },
        { start: 4, end: 5 },
      ],
    });
  });

  test.each(['⟦甲', '甲⟧', '⟦甲⟦乙⟧⟧', '⟦⟧'])('refuses %s', (text) => {
    expect(() => stripMarks(text)).toThrow();
  });
});

describe('checkExamples', () => {
  test.each([
    ['right', findLack, '  - hit: 甲⟦缺⟧乙⟦缺⟧\n  - miss: 甲\n', { passed: true, hitsRight: 1, missesQuiet: 1 }],
    ['missed', quiet, '  - hit: 甲⟦缺⟧\n  - miss: 甲\n', { passed: false, hitsMissed: 1 }],
    ['elsewhere', findLack, '  - hit: ⟦甲⟧缺\n  - miss: 甲\n', { passed: false, wrongSpan: 1 }],
    ['one of two', findLack, '  - hit: ⟦缺⟧甲缺\n  - miss: 甲\n', { passed: false, wrongSpan: 1 }],
    ['a miss that fired', findLack, '  - hit: ⟦缺⟧\n  - miss: 甲缺\n', { passed: false, missesFired: 1 }],
    ['no place asked for', findLack, '  - hit: 甲缺\n  - miss: 甲\n', { passed: true, hitsRight: 1 }],
    ['known wrong', findLack, '  - hit: ⟦缺⟧\n  - miss: 甲\n  - known-wrong: 甲缺\n', { passed: true, knownWrong: 1 }],
  ])('counts %s', (_what, read, examples, expected) => {
    for (const scope of ['report', 'paragraph']) {
      expect(checkExamples(rulesWith(scope, examples), read)).toMatchObject([{ rule: 'figures/one', ...expected }]);
    }
  });

  test('tells a known wrong example that came right', () => {
    const examples = '  - hit: ⟦缺⟧\n  - miss: 甲\n  - known-wrong: 甲⟦缺⟧\n';
    const [report] = checkExamples(rulesWith('report', examples), findLack);
    expect(report?.results.map(({ outcome }) => outcome)).toEqual(['right', 'right', 'known-wrong-now-right']);
  });

  test('puts a fragment into a report and its findings back into the fragment', () => {
    const texts: string[] = [];
    const read: ReadExample = (sources) => {
      texts.push(...sources.map(({ text }) => text));
      return [...findLack(sources), { rule: 'figures/one', source: 'example', start: 0, end: 2 }];
    };
    const [report] = checkExamples(rulesWith('paragraph', '  - hit: |\n      甲⟦缺⟧\n  - miss: 乙\n'), read);
    expect(texts[0]).toMatch(/^2024年灵石县人民政府工作报告\n.*各位代表：\n.*\n甲缺\n.*努力奋斗！\n$/su);
    expect(report).toMatchObject({ passed: true, hitsRight: 1, missesQuiet: 1 });
  });

  test('means the same by one mark over two lines and a mark on each', () => {
    const read: ReadExample = ([source]) =>
      source === undefined ? [] : [{ rule: 'figures/one', source: source.name, start: 0, end: 4 }];
    const examples = '  - hit: "⟦甲甲⟧\\n⟦乙⟧丙"\n  - hit: "⟦甲甲\\n乙⟧丙"\n  - miss: 丁\n';
    expect(checkExamples(rulesWith('report', examples), read)[0]).toMatchObject({ hitsRight: 2, missesFired: 1 });
  });

  test('leaves retired rules out', () => {
    const rules = rulesWith('report', '  - hit: ⟦缺⟧\n  - miss: 甲\n');
    const retired = rules.rules.map((rule) => ({ ...rule, card: { ...rule.card, status: 'retired' as const } }));
    expect(checkExamples({ ...rules, rules: retired }, findLack)).toEqual([]);
  });
});
