import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { rulesWith } from '../../src/node/rules.ts';
import { amount, grouped, percent, span } from '../../src/output/amount.ts';
import {
  comparedUnit,
  derivation,
  figureIndex,
  fillIn,
  findingMessage,
  missingWords,
  ruleIndex,
  word,
} from '../../src/output/words.ts';
import type { Rules } from '../../src/rules/card.ts';
import { auditSources } from '../../src/run/inline.ts';
import { fixture } from './fixture.ts';

describe('a sentence', () => {
  it('is its rule’s message with the finding’s data', () => {
    const audit = fixture();
    const rules = ruleIndex(audit.rules);
    const said = audit.findings.map((one) => findingMessage(one, rules, 'en'));
    expect(said).toContain('The contents page promises 宁波市 (page 35); it is not there.');
    expect(said).toContain('Markup (script) is left in the text.');
  });

  it.each([
    ['a list', 'has {items}', { items: ['甲', '乙'] }, 'has 甲, 乙'],
    ['a number', '{n} left', { n: 3 }, '3 left'],
    ['nothing known', 'cause: {cause}', { cause: null }, 'cause: unknown'],
    ['a key', '{relation}', { relation: 'same-text' }, 'the same text'],
    [
      'keys in a list',
      '{reasons}',
      { reasons: 'no-closing, no-plan-part' },
      'the closing words are missing, the part on the year ahead is missing',
    ],
    [
      'joined keys',
      '{reason}',
      { reason: 'comparable-prices+first-half' },
      'the growth is at comparable prices and cannot be held against levels at current prices; the figures cover the first half of the year',
    ],
    ['a name without data', 'at {place}', {}, 'at place'],
    ['a part of a place', '{part}', { part: '浦东' }, '浦东'],
    ['data that looks like a name', '{a}', { a: '{b}', b: 'no' }, '{b}'],
  ])('can take %s', (_, template, data, expected) => {
    expect(fillIn(template, data, 'en')).toBe(expected);
  });

  it('can be read without a card and without words', () => {
    const finding: Finding = {
      rule: 'noise/odd-thing',
      severity: 'info',
      sourceId: 's',
      reportId: null,
      place: null,
      quote: '甲',
      data: {},
    };
    expect(findingMessage(finding, new Map(), 'en')).toBe('odd thing: “甲”');
    expect(word('reason', 'some-new-reason', 'zh')).toBe('some new reason');
  });

  it('tells a check with its figures, its intervals and why', () => {
    const audit = fixture();
    const told = audit.corpus.checks.map((check) => derivation(check, figureIndex(audit), 'en'));
    expect(told[1]).toBe(
      '杭州市 2024 [2023] 一般公共预算收入 “2616.8亿元”; 杭州市 2024 [2023] 一般公共预算收入 “2661.8亿元”. From these follows 261.675 bn 元 – 261.685 bn 元; written is 266.175 bn 元 – 266.185 bn 元. Broken: the same fact is given different values; likely two digits were swapped.',
    );
    expect(told[2]).toContain('Cannot tell: the growth is at comparable prices');
  });

  it('is told from the check’s own data where the family has a form for it', () => {
    const audit = fixture();
    const [first] = audit.corpus.checks;
    if (!first) throw new Error('the fixture has checks');
    const data = {
      indicator: '一般公共预算收入',
      before: '2451亿元',
      growth: '6.8%',
      now: '2616.8亿元',
      expected: '2615.9–2619.4亿元',
      implied: '6.7–6.8%',
    };
    expect(derivation({ ...first, data }, figureIndex(audit), 'zh')).toBe(
      '杭州市 2024 一般公共预算收入：上期 2451亿元，增减 6.8%，推得 2615.9–2619.4亿元；原文为 2616.8亿元，隐含增速 6.7–6.8%。成立：在写法所允许的范围内相符。',
    );
  });
});

describe('the unit of a comparison', () => {
  const at = (unit: string, low = '1') => ({ unit, low, high: '2' });
  it.each([
    ['is that of the written figure', [at('%'), at('元', '3')], { low: '3', high: '2' }, '元'],
    ['is the one that all share', [at('元'), at('元')], { low: '9', high: '9' }, '元'],
    ['leaves percentages aside', [at('元'), at('%')], { low: '9', high: '9' }, '元'],
    ['is left out when there are several', [at('元'), at('家')], { low: '9', high: '9' }, ''],
  ])('%s', (_, figures, actual, unit) => {
    expect(comparedUnit(figures, actual)).toBe(unit);
  });
});

describe('amounts as people read them', () => {
  it.each([
    ['261680000000', '元', '2,616.8亿元', '261.68 bn 元'],
    ['12', '家', '12家', '12 家'],
    ['5.65', '%', '5.65%', '5.65%'],
    ['-38000', '人', '-3.8万人', '-38,000 人'],
    ['1234.56789012', '', '≈1,234.5679', '≈1,234.5679'],
  ])('%s %s', (value, unit, zh, en) => {
    expect([amount(value, unit, 'zh'), amount(value, unit, 'en')]).toEqual([zh, en]);
  });

  it('say which end is open', () => {
    expect(span({ low: '5', high: null }, '%', 'en')).toBe('≥ 5%');
    expect(span({ low: null, high: '5' }, '%', 'en')).toBe('≤ 5%');
    expect(span({ low: '5.0', high: '5' }, '%', 'en')).toBe('5%');
    expect(span({ low: null, high: null }, '%', 'zh')).toBe('任意值');
  });

  it('group thousands and round shares for display only', () => {
    expect(['1', '999', '1000', '-1000', '1234567.25'].map(grouped)).toEqual([
      '1',
      '999',
      '1,000',
      '-1,000',
      '1,234,567.25',
    ]);
    expect([0, 0.198, 1].map(percent)).toEqual(['0%', '19.8%', '100%']);
  });
});

describe('no words are missing', () => {
  let rules: Rules;
  const root = fileURLToPath(new URL('../..', import.meta.url));
  beforeAll(async () => {
    rules = await rulesWith(null, root);
  });
  const meta = (sourceId: string) => ({
    sourceId,
    path: `${sourceId}.txt`,
    title: null,
    publisher: null,
    url: null,
    collectedOn: null,
  });

  it('for the fixture', () => {
    expect(missingWords(fixture())).toEqual([]);
  });

  it('for every example of every card', async () => {
    const missing = new Set<string>();
    for (const { card } of rules.rules) {
      for (const example of card.examples) {
        const inputs = example.sources.map(({ name, text }) => ({
          meta: meta(name),
          bytes: new TextEncoder().encode(text.replace(/[⟦⟧]/gu, '')),
        }));
        for (const one of missingWords(await auditSources(inputs, rules))) missing.add(one);
      }
    }
    expect([...missing].sort()).toEqual([]);
  });

  it('for the corpus', async () => {
    const names = [
      'shanghai-2024',
      'shanghai-and-districts-2024-compilation',
      'huangpu-2025-search-portal',
      'xuhui-2023-county-portal',
      'changning-2024-forum',
    ];
    const inputs = await Promise.all(
      names.map(async (name) => ({ meta: meta(name), bytes: await readFile(`${root}/corpus/sources/${name}.txt`) })),
    );
    expect(missingWords(await auditSources(inputs, rules))).toEqual([]);
  });
});
