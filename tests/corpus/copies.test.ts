/** Which reports are copies of each other, which one is kept, and what is said of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/corpus/reconcile.ts';
import { measure } from '../../src/corpus/relation.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import { sketch } from '../../src/source/sketch.ts';
import { type Given, type GivenReport, report, rulesOf, vocabularyFromDisk } from './build.ts';

const rules = rulesOf(vocabularyFromDisk());

const OPENING = '各位代表：现在，我代表市人民政府向大会报告工作，请予审议，并请市政协委员和其他列席同志提出意见。';
const REVIEW =
  '过去一年，面对复杂严峻的外部环境，我们坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，扎实推进高质量发展。' +
  '粮食生产再获丰收，高标准农田建设任务全面完成。县域工业园区道路、供水、污水管网一体推进，老旧小区改造惠及群众。';
const PLAN =
  '今年要突出抓好以下重点工作：加快水利枢纽工程建设，推进公路联网畅通，抓好职业教育产教融合，做优康养旅游品牌，' +
  '健全基层医疗卫生体系，完善养老托育服务，守牢安全生产底线，持续打好蓝天、碧水、净土保卫战。';
const CLOSING = '各位代表，使命在肩，奋斗有我。让我们更加紧密地团结起来，同心同德，埋头苦干，为谱写新篇章而努力奋斗！';
const WHOLE = [OPENING, REVIEW, PLAN, CLOSING].join('\n');
const OTHER =
  '一年来，全区上下抢抓机遇、克难攻坚，港口货物吞吐能力稳步提升，跨境电商综合试验区加快建设，海洋牧场示范项目投产达效，' +
  '数字政务服务实现跨省通办，文化遗产保护利用取得突破，学前教育普惠扩容，人才公寓建成交付，生态修复工程通过验收。';

const FIGURES: readonly Given[] = [
  { quote: '612.5亿元', indicator: '地区生产总值', indicatorText: '生产总值' },
  { quote: '48.3亿元', indicator: '一般公共预算收入', indicatorText: '一般公共预算收入' },
  { quote: '120家', indicatorText: '规模以上工业企业' },
];

function copy(
  id: string,
  text = WHOLE,
  more: Partial<GivenReport> = {},
  facts: readonly Given[] = FIGURES,
): ReportFacts {
  return report({ id, text, ...more }, facts);
}

function relations(...reports: readonly ReportFacts[]): string[] {
  return reconcile(reports, rules).pairs.map(
    (pair) => `${pair.relation} kept ${pair.kept?.slice(0, 1) ?? 'both'}: ${pair.reason}`,
  );
}

function signs(...reports: readonly ReportFacts[]): string[] {
  return reconcile(reports, rules)
    .findings.filter(({ rule }) => rule.startsWith('duplicate/'))
    .map(({ rule, sourceId }) => `${sourceId} ${rule.slice(10)}`);
}

describe('sketch', () => {
  test.each([
    ['width and line breaks', WHOLE.replaceAll('，', ',').replaceAll('\n', '')],
    ['odd spaces', WHOLE.replaceAll('建设', '建 设').replaceAll('。', '。\u3000\u3000')],
    ['punctuation', WHOLE.replaceAll('、', '，').replaceAll('“', '"')],
  ])('is the same in spite of %s', (_, text) => {
    expect(sketch(text, [])).toEqual(sketch(WHOLE, []));
  });

  test('masks figures in the shingles and keeps them in the digest', () => {
    const text = (value: string) => `全年实现地区生产总值${value}亿元，增长${value}%，城镇新增就业稳定`;
    const a = sketch(text('612.5'), []);
    for (const other of ['6125', '612.50', '613', '612,5']) {
      expect(sketch(text(other), []).shingles, other).toEqual(a.shingles);
      expect(sketch(text(other), []).formSha256, other).not.toBe(a.formSha256);
    }
    expect(sketch(text('６１２．５'), [])).toEqual(a);
  });

  test('shingles are sorted and distinct; short and empty texts have one and none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { shingles } = sketch(text, []);
        expect([...shingles]).toEqual([...new Set(shingles)].sort((a, b) => a - b));
      }),
    );
    expect(sketch('报告', []).shingles).toHaveLength(1);
    expect(sketch('，。 \n', []).shingles).toHaveLength(0);
  });
});

describe('relations', () => {
  test.each([
    ['the same text in another layout', copy('b', WHOLE.replaceAll('，', ', ')), 'same-text kept a: id'],
    ['a few lost characters', copy('b', WHOLE.replace('群众', '群').replace('品牌', '品')), 'same-report kept a: id'],
    [
      'a part of it',
      copy('b', [OPENING, REVIEW].join('\n'), { completeness: 'truncated' }, FIGURES.slice(0, 2)),
      'contains kept a: complete',
    ],
    [
      'a later version',
      copy('b', WHOLE.replace('埋头', '踏实'), {}, [...FIGURES.slice(0, 2), { ...FIGURES[2], quote: '126家' }]),
      'revised-figures kept both: figures-differ',
    ],
    [
      'the next year after the same pattern',
      copy('b', [REVIEW, PLAN, OTHER].join('\n'), { year: 2025 }),
      'other-year kept both: other-year',
    ],
    ['another report', copy('b', OTHER), undefined],
    [
      'another place after the same pattern',
      copy('b', [OPENING, PLAN, OTHER].join('\n'), { code: '430100' }),
      undefined,
    ],
  ])('%s', (_, other, expected) => {
    expect(relations(copy('a'), other)[0]).toBe(expected);
  });

  test('containment finds what likeness misses: a report within a long compilation', () => {
    const long = Array.from({ length: 2000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 6000))).join('');
    const [pair] = reconcile([copy('a', WHOLE, {}, []), copy('b', `${long}${WHOLE}${OTHER}`, {}, [])], rules).pairs;
    expect(pair?.relation).toBe('contains');
    expect(pair?.containmentAInB).toBeGreaterThan(0.99);
    expect(pair?.jaccard).toBeLessThan(0.5);
  });

  test('a piece without place and year joins the report that it comes from', () => {
    const piece = copy('c', [REVIEW, PLAN].join('\n'), { code: null, year: null, completeness: 'excerpt' }, []);
    expect(relations(copy('a'), piece)).toEqual(['contains kept a: complete']);
  });

  test('two versions stay apart, even when a cut copy fits both', () => {
    const revised = [...FIGURES.slice(0, 2), { ...FIGURES[2], quote: '126家' }];
    const cut = copy('c', [OPENING, REVIEW].join('\n'), { completeness: 'truncated' }, FIGURES.slice(0, 2));
    const { canonical } = reconcile([copy('a'), copy('b', WHOLE.replace('埋头', '踏实'), {}, revised), cut], rules);
    expect(new Set(canonical.map((one) => one.canonicalReportId))).toEqual(new Set(['a#1', 'b#1']));
  });

  test('any number of equal copies costs one pair each and has one canonical report', () => {
    const all = Array.from({ length: 300 }, (_, at) => copy(`c${String(at).padStart(3, '0')}`));
    const result = reconcile(all, rules);
    expect(result.pairs).toHaveLength(299);
    expect(new Set(result.canonical.map((one) => one.canonicalReportId)).size).toBe(1);
  });
});

describe('which copy is kept', () => {
  const damaged = WHOLE.replace('群众', '群').replace('品牌', '品');
  test.each([
    ['the complete one', { completeness: 'truncated', deliveredOn: '2024-01-08' }, {}, 'b', 'complete'],
    ['the one with fewer losses', { losses: 2 }, { noise: 0.4 }, 'b', 'fewer-losses'],
    ['the cleaner one', { noise: 0.4 }, { noise: 0.1 }, 'b', 'cleaner'],
    ['the dated one', {}, { deliveredOn: '2024-01-08' }, 'b', 'dated'],
    ['the first by id', {}, {}, 'a', 'id'],
  ] as const)('%s', (_, a, b, kept, reason) => {
    const { pairs, canonical } = reconcile([copy('a', WHOLE, a), copy('b', damaged, b)], rules);
    expect(pairs[0]).toMatchObject({ kept: `${kept}#1`, reason });
    expect(canonical.map((one) => one.canonicalReportId)).toEqual([`${kept}#1`, `${kept}#1`]);
  });
});

describe('findings', () => {
  test('are said of the copy that gives way, and name the one that stays', () => {
    expect(signs(copy('a'), copy('b', WHOLE.replace('群众', '群')))).toEqual(['b same-report-in-two-copies']);
    expect(signs(copy('a', WHOLE, { losses: 1 }), copy('b', WHOLE.replace('群众', '群')))).toEqual([
      'a same-report-in-two-copies',
    ]);
    expect(signs(copy('a'), copy('b'))).toEqual(['b same-text-twice']);
  });

  test('revised figures come with both readings', () => {
    const revised = [{ ...FIGURES[0], quote: '621.5亿元' }, ...FIGURES.slice(1)];
    const [finding] = reconcile(
      [copy('a'), copy('b', WHOLE.replace('埋头', '踏实'), {}, revised)],
      rules,
    ).findings.filter(({ rule }) => rule === 'duplicate/revised-figures-between-copies');
    expect(finding?.data).toMatchObject({
      count: 1,
      readings: [{ indicator: '生产总值', here: '621.5亿元', there: '612.5亿元' }],
    });
  });

  test('a unit that lost a character is damage, not a revision: the two stay one report, and both readings are told', () => {
    const damaged = [{ ...FIGURES[0], quote: '612.5元' }, ...FIGURES.slice(1)];
    const result = reconcile([copy('a'), copy('b', WHOLE.replace('群众', '群'), { losses: 1 }, damaged)], rules);
    expect(result.pairs.map(({ relation, kept }) => [relation, kept])).toEqual([['same-report', 'a#1']]);
    const finding = result.findings.find(({ rule }) => rule === 'duplicate/damaged-figures-between-copies');
    expect(finding?.data).toMatchObject({ readings: [{ here: '612.5元', there: '612.5亿元' }] });
  });

  test('a copy under another year or place is called mislabelled, and stays by itself', () => {
    for (const label of [{ year: 2023 }, { code: '430100' }]) {
      const result = reconcile([copy('a'), copy('b', WHOLE.replace('群众', '群'), label)], rules);
      expect(result.findings.map(({ rule }) => rule)).toContain('duplicate/mislabelled-copy');
      expect(result.canonical.map((one) => one.canonicalReportId)).toEqual(['a#1', 'b#1']);
    }
  });

  test('two unlike reports of one place and year are told', () => {
    expect(signs(copy('a'), copy('b', OTHER))).toEqual(['b same-identity-twice']);
  });
});

test('measures are those of the sets', () => {
  const set = fc
    .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 })
    .map((all) => Uint32Array.from(all.sort((a, b) => a - b)));
  fc.assert(
    fc.property(set, set, (a, b) => {
      const both = a.filter((one) => b.includes(one)).length;
      const { jaccard, aInB, bInA } = measure(a, b);
      expect(aInB).toBe(a.length === 0 ? 0 : both / a.length);
      expect(bInA).toBe(b.length === 0 ? 0 : both / b.length);
      expect(jaccard).toBe(a.length + b.length === both ? 0 : both / (a.length + b.length - both));
    }),
  );
});

test('shuffled reports give the same bytes', () => {
  const corpus = [
    copy('a'),
    copy('b', WHOLE.replace('群众', '群')),
    copy('c', [OPENING, REVIEW].join('\n'), { completeness: 'truncated' }, FIGURES.slice(0, 2)),
    copy('d', OTHER, { code: '410100' }, [{ ...FIGURES[0], quote: '500亿元' }]),
    copy('e', WHOLE.replace('埋头', '踏实'), {}, [{ ...FIGURES[0], quote: '621.5亿元' }, ...FIGURES.slice(1)]),
    copy('f', `${OTHER}${CLOSING}`, { year: 2025 }, [
      { ...FIGURES[1], quote: '50.1亿元' },
      { ...FIGURES[1], quote: '9%', measure: 'growth', basis: 'nominal' },
    ]),
  ];
  const expected = JSON.stringify(reconcile(corpus, rules));
  expect(expected).toContain('"broken"');
  fc.assert(
    fc.property(fc.shuffledSubarray(corpus, { minLength: corpus.length }), (shuffled) => {
      expect(JSON.stringify(reconcile(shuffled, rules))).toBe(expected);
    }),
    { numRuns: 30 },
  );
});
