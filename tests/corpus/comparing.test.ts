/** Which facts are compared with which, and in what order that is told: rules of the test's own, grouped as their keys read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyringOf, makeChecks, remake } from '../../src/corpus/checks.ts';
import { digestOf } from '../../src/corpus/digest.ts';
import type { Fact, ReportFacts } from '../../src/model/fact.ts';
import type { Card, CompiledCheck, FactInReport, Rules } from '../../src/rules/card.ts';
import { rulesFromDisk } from '../support/pipeline.ts';
import { type Given, report } from './build.ts';

const all = rulesFromDisk();

/** Rules that are these checks, named as given. */
function rulesOf(checks: Readonly<Record<string, CompiledCheck>>, more: Partial<Card> = {}): Rules {
  const [some] = all.rules;
  if (some === undefined) throw new Error('there are no rules');
  const rules = Object.entries(checks).map(([id, run]) => ({ card: { ...some.card, ...more, id }, run }));
  return { ...all, rules };
}

type Told = ReturnType<CompiledCheck['compare']>[number];

function outcome(rows: readonly FactInReport[], by = ''): Told {
  return {
    family: 'test',
    verdict: 'holds',
    reason: 'fits',
    reportIds: [...new Set(rows.map((row) => row.report.reportId))],
    figureIds: rows.map(({ fact }) => fact.figureId),
    expected: { low: null, high: null },
    actual: { low: null, high: null },
    suspectFigureId: null,
    likelyCause: null,
    data: { by },
  };
}

/** The keys of a fact are the words of its name. */
function words({ indicatorText }: Fact): readonly string[] {
  return indicatorText === '' ? [] : indicatorText.split(' ');
}

function check(more: Partial<CompiledCheck>): CompiledCheck {
  return { shape: 'check', family: 'test', compare: (group) => [outcome(group)], ...more };
}

function told(reports: readonly ReportFacts[], rules: Rules): string[] {
  return makeChecks(reports, rules).map((made) => `${made.rule.card.id}: ${made.check.figureIds.join(' ')}`);
}

/** What is to be compared, found by the texts of the keys. */
function expected(reports: readonly ReportFacts[], isAnchor: (fact: Fact) => boolean): string[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of reports.flatMap(({ facts }) => facts)) {
    for (const key of new Set(words(fact))) groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  const rows = [...groups.values()].filter((group) => group.length > 1 && group.some(isAnchor));
  return [...new Set(rows.map((group) => group.map(({ figureId }) => figureId).join(' ')))].sort();
}

describe('groups', () => {
  const names = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 3 }).map((some) => some.join(' '));
  const facts = fc.array(
    fc.record({ quote: fc.constant('1家'), indicatorText: names, hedge: fc.constantFrom(null, '约') }),
    {
      maxLength: 6,
    },
  );
  const corpora = fc
    .array(facts, { minLength: 1, maxLength: 5 })
    .map((many) => many.map((own, at) => report({ id: `r${at}`, code: `4101${10 + ((at * 7) % 5)}` }, own)));
  const isRough = ({ hedge }: Fact): boolean => hedge !== null;

  test('are those of equal texts, among all reports and within each, each row once', () => {
    fc.assert(
      fc.property(corpora, (reports) => {
        const any = (): boolean => true;
        const bare = (text: string): string => text.slice(text.indexOf(': ') + 2);
        expect(
          told(reports, rulesOf({ a: check({ keys: words }) }))
            .map(bare)
            .sort(),
        ).toEqual(expected(reports, any));
        expect(
          told(reports, rulesOf({ a: check({ within: words }) }))
            .map(bare)
            .sort(),
        ).toEqual(reports.flatMap((one) => expected([one], any)).sort());
        const anchored = { keys: words, anchors: isRough };
        expect(
          told(reports, rulesOf({ a: check(anchored) }))
            .map(bare)
            .sort(),
        ).toEqual(expected(reports, isRough));
        expect(
          told(reports, rulesOf({ a: check({ within: words, anchors: isRough }) }))
            .map(bare)
            .sort(),
        ).toEqual(reports.flatMap((one) => expected([one], isRough)).sort());
      }),
      { seed: 7, numRuns: 25 },
    );
  });

  test('of several rules are each their own', () => {
    const two = ['a', 'b'].map((id) =>
      report({ id }, [
        { quote: '1家', indicatorText: '甲' },
        { quote: '2家', indicatorText: '乙' },
      ]),
    );
    const first: CompiledCheck['keys'] = (fact) => words(fact).filter((word) => word === '甲');
    const second: CompiledCheck['keys'] = (fact) => words(fact).filter((word) => word === '乙');
    expect(told(two, rulesOf({ b: check({ keys: second }), a: check({ keys: first }), c: check({}) }))).toEqual([
      'a: a#1-0000 b#1-0000',
      'b: a#1-0001 b#1-0001',
    ]);
  });

  test('two unlike keys are never one, however many there are and however alike they look', () => {
    const [one] = report({ id: 'a' }, [{ quote: '1家' }]).facts;
    if (one === undefined) throw new Error('a report of one fact has none');
    const name = (at: number): string => `${410000 + (at % 97)}|指标${at}|level|20${at % 31}-01-01..${at}`;
    const many = (id: string): ReportFacts => ({
      ...report({ id }),
      facts: Array.from({ length: 1500 }, (_, at) => ({
        ...one,
        figureId: `${id}-${at}`,
        reportId: `${id}#1`,
        indicatorText: name(at),
      })),
    });
    const made = makeChecks([many('a'), many('b')], rulesOf({ a: check({ keys: words }) }));
    expect(made).toHaveLength(1500);
    for (const {
      check: { figureIds },
    } of made)
      expect(figureIds[0]?.slice(2)).toBe(figureIds[1]?.slice(2));
  });
});

describe('what takes no part', () => {
  const two = (more: Partial<Given>) =>
    ['a', 'b'].map((id) => report({ id }, [{ quote: '1家', indicatorText: '甲', ...more }]));
  const by = (more: Partial<CompiledCheck>) => rulesOf({ a: check({ keys: words, ...more }) });

  test.each([
    ['the glossary', two({ part: 'glossary' })],
    ['an annex', two({ part: 'annex' })],
  ] as const)('is what stands in %s', (_, reports) => {
    expect(told(reports, by({}))).toEqual([]);
  });

  test('is what a rule has no use for: by sort, by report, or because it is retired', () => {
    const all = ['a: a#1-0000 b#1-0000'];
    expect(told(two({}), by({}))).toEqual(all);
    expect(told(two({}), by({ takes: ({ measure }) => measure === 'growth' }))).toEqual([]);
    expect(
      told(
        two({}),
        by({ takes: ({ measure, nature, isNamed }) => measure === 'level' && nature === 'actual' && !isNamed }),
      ),
    ).toEqual(all);
    expect(told(two({ indicator: '甲' }), by({ takes: ({ isNamed }) => isNamed }))).toEqual(all);
    expect(told(two({ indicator: '甲' }), by({ takes: ({ isNamed }) => !isNamed }))).toEqual([]);
    expect(told(two({ nature: 'target' }), by({ takes: ({ nature }) => nature === 'target' }))).toEqual(all);
    expect(told(two({}), by({ wants: ({ sourceId }) => sourceId === 'a' }))).toEqual([]);
    const both = rulesOf({ a: check({ keys: words, wants: () => false }), b: check({ keys: words }) });
    expect(told(two({}), both)).toEqual(['b: a#1-0000 b#1-0000']);
    expect(told(two({}), rulesOf({ a: check({ keys: words }) }, { status: 'retired' }))).toEqual([]);
  });

  test('sorts are told apart by name, measure and nature', () => {
    const sorts = new Set<string>();
    const facts: Given[] = [
      { quote: '1家', indicatorText: '甲' },
      { quote: '1家', indicatorText: '甲', indicator: '甲' },
      { quote: '1家', indicatorText: '甲', measure: 'new' },
      { quote: '1家', indicatorText: '甲', nature: 'target' },
    ];
    const takes: CompiledCheck['takes'] = ({ measure, nature, isNamed }) => {
      const sort = `${measure} ${nature} ${isNamed}`;
      expect(sorts.has(sort), sort).toBe(false);
      sorts.add(sort);
      return true;
    };
    const twice = ['a', 'b'].map((id) => report({ id }, facts));
    expect(told(twice, by({ takes }))).toEqual([
      `a: ${twice.flatMap((one) => one.facts.map(({ figureId }) => figureId)).join(' ')}`,
    ]);
    expect([...sorts].sort()).toEqual([
      'level actual false',
      'level actual true',
      'level target false',
      'new actual false',
    ]);
  });

  test('more rules than there is room for are refused', () => {
    const many = (count: number) =>
      rulesOf(Object.fromEntries(Array.from({ length: count }, (_, at) => [`r${at}`, check({})])));
    expect(() => keyringOf(many(1024))).not.toThrow();
    expect(() => keyringOf(many(1025))).toThrow(/1024 rules/u);
  });
});

describe('what comes of the groups', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) =>
    report({ id }, [
      { quote: '1家', indicatorText: '甲 丙' },
      { quote: '2家', indicatorText: '甲 乙' },
      { quote: '3家', indicatorText: '乙' },
    ]),
  );
  const reports = [a, b, c].flatMap((one) => one ?? []);

  test('comes in order of rule, reports and figures', () => {
    const pairs: CompiledCheck['compare'] = (group) =>
      group.flatMap((row, at) => group.slice(at + 1).map((other) => outcome([row, other]))).reverse();
    const rules = rulesOf({ z: check({ keys: words, compare: pairs }), a: check({ within: words, compare: pairs }) });
    const order = told(reports, rules);
    expect(order.slice(0, 3)).toEqual(['a: a#1-0000 a#1-0001', 'a: a#1-0001 a#1-0002', 'a: b#1-0000 b#1-0001']);
    expect(order.filter((one) => one.startsWith('a: '))).toHaveLength(6);
    const rows = order.filter((one) => one.startsWith('z: ')).map((one) => one.slice(3).split(' '));
    const ids = (row: readonly string[]) => [...new Set(row.map((id) => id.slice(0, 1)))].join('');
    expect([...new Set(rows.map(ids))]).toEqual(['a', 'ab', 'ac', 'b', 'bc', 'c']);
    for (const of of ['a', 'ab', 'ac']) {
      const own = rows.filter((row) => ids(row) === of).map((row) => row.join(' '));
      expect(own).toEqual([...own].sort());
    }
    expect(order).toEqual([...new Set(order)]);
  });

  test('the same figures once: what a report says by itself before what all say, and of two groups the first', () => {
    const by = (): CompiledCheck['compare'] => {
      let nth = 0;
      return (group) => [outcome(group.filter(({ fact }) => fact.quote !== '1家').slice(0, 2), String(nth++))];
    };
    const data = (rules: Rules) =>
      makeChecks(reports.slice(0, 1), rules).map((made) => [made.check.figureIds.length, made.check.data.by]);
    // 甲 and 乙 give 2家 (and 3家); 丙 stands alone.
    expect(data(rulesOf({ a: check({ within: words, compare: by() }) }))).toEqual([
      [1, '0'],
      [2, '1'],
    ]);
    expect(data(rulesOf({ a: check({ within: words, keys: words, compare: by() }) }))).toEqual([
      [1, '0'],
      [2, '1'],
    ]);
    const constant = check({
      within: words,
      keys: words,
      compare: (group) => [outcome(group.slice(0, 0), group[0]?.fact.indicatorText[0])],
    });
    expect(data(rulesOf({ a: constant }))).toEqual([[0, '甲']]);
  });

  test('of several that say the same the first in order is told, in whatever order their places are gone through', () => {
    const of = (id: string, code: string, facts: readonly string[]) =>
      report(
        { id, code },
        facts.map((indicatorText) => ({ quote: '1家', indicatorText })),
      );
    const same: CompiledCheck['compare'] = ([row]) =>
      row === undefined ? [] : [outcome([], `${row.report.sourceId} ${row.fact.indicatorText}`)];
    const by = (more: Partial<CompiledCheck>, ...given: readonly ReportFacts[]) =>
      makeChecks(given, rulesOf({ a: check({ compare: same, ...more }) })).map((made) => made.check.data.by);
    const own = of('a', '420000', ['甲', '甲', '乙', '乙']);
    expect(by({ within: words }, own, of('b', '110000', ['甲', '甲']))).toEqual(['a 甲']);
    expect(by({ keys: words }, own, of('b', '110000', ['丙', '丙']))).toEqual(['a 甲']);
    const ofReports = {
      within: (fact: Fact) => words(fact).filter((word) => word === '甲'),
      keys: (fact: Fact) => words(fact).filter((word) => word === '丙'),
    };
    expect(by(ofReports, own, of('b', '110000', ['丙', '丙']))).toEqual(['a 甲']);
    expect(by(ofReports, of('a', '110000', ['丙', '丙']), of('b', '420000', ['甲', '甲']))).toEqual(['b 甲']);
  });

  test('a check is known by its rule and its figures, and knows the rows that it was made from', () => {
    const one = rulesOf({ a: check({ keys: words, within: words }) });
    const made = makeChecks(reports, one);
    expect(made.map(({ check: { checkId } }) => checkId.length)).toEqual(made.map(() => 16));
    expect(new Set(made.map(({ check: { checkId } }) => checkId)).size).toBe(made.length);
    for (const {
      check: { figureIds },
      group,
    } of [
      ...made,
      ...makeChecks(reports, rulesOf({ b: check({ within: words }), c: check({ within: ({ quote }) => [quote] }) })),
    ])
      expect(group().map(({ fact }) => fact.figureId)).toEqual(figureIds);
    const ids = (rules: Rules) => makeChecks(reports, rules).map(({ check: { checkId } }) => checkId);
    const broken = check({
      keys: words,
      within: words,
      compare: (group) => [{ ...outcome(group), verdict: 'broken' }],
    });
    expect(ids(rulesOf({ a: broken }))).toEqual(ids(one));
    expect(ids(rulesOf({ b: broken })).filter((id) => ids(one).includes(id))).toEqual([]);
  });

  test('made again with another figure, it is the check of the same figures', () => {
    const pairs: CompiledCheck['compare'] = (group) =>
      group.flatMap((row, at) =>
        group
          .slice(at + 1)
          .map((other) => ({ ...outcome([row, other]), reason: `${row.fact.quote} ${other.fact.quote}` })),
      );
    const made = makeChecks(reports, rulesOf({ a: check({ keys: words, compare: pairs }) }));
    for (const one of made) {
      expect(remake(one)?.reason).toBe(one.check.reason);
      const [own, other] = one.group().filter(({ fact }) => one.check.figureIds.includes(fact.figureId));
      if (own === undefined || other === undefined) throw new Error('a pair has two figures');
      const again = remake(one, { ...own.fact, quote: '9家' });
      expect(again?.reason).toBe(`9家 ${other.fact.quote}`);
      expect(again?.figureIds).toEqual(one.check.figureIds);
    }
    const [first] = made;
    if (first === undefined) throw new Error('nothing was made');
    const longer = check({ compare: (group) => [outcome([...group, ...group.slice(0, 1)])] });
    const shorter = check({ compare: (group) => [outcome(group.slice(0, 1))] });
    for (const run of [longer, shorter]) expect(remake({ ...first, run })).toBeNull();
  });

  test('with another figure its report is the same in all else, and other reports stay as they are', () => {
    const seen: FactInReport[] = [];
    const compare: CompiledCheck['compare'] = (group) => {
      seen.push(...group);
      return [outcome(group)];
    };
    const [one, other] = [
      report({ id: 'a', text: '全年完成固定资产投资', claims: [], losses: 2, noise: 0.1, provenance: 3, chars: 12 }, [
        { quote: '1家', indicatorText: '甲' },
        { quote: '2家', indicatorText: '乙' },
        { quote: '3家', indicatorText: '甲' },
      ]),
      report({ id: 'b' }, [{ quote: '1家', indicatorText: '甲' }]),
    ];
    const [made] = makeChecks([one, other], rulesOf({ a: check({ keys: words, compare }) }));
    const [own] = one.facts;
    if (made === undefined || own === undefined) throw new Error('nothing was made');
    seen.length = 0;
    remake(made, { ...own, quote: '9家' });
    const [changed, again, last] = seen.map((row) => row.report);
    expect(changed?.facts.map(({ quote }) => quote)).toEqual(['9家', '2家', '3家']);
    expect(again).toBe(changed);
    expect(last).toBe(other);
    expect('claims' in (changed ?? {})).toBe(true);
    for (const [key, value] of Object.entries(one)) {
      if (key !== 'facts') expect(changed?.[key as keyof ReportFacts], key).toBe(value);
    }
    remake(made, { ...own, quote: '9家', reportId: 'c#1' });
    expect(seen.slice(3).map((row) => row.report)).toEqual([one, one, other]);
    expect(seen[3]?.report).toBe(one);
  });

  test('no more rows are kept for that than those of its reports and of its things', () => {
    const named = (id: string) =>
      report({ id }, [
        { quote: '1家', indicatorText: '甲', indicator: '甲' },
        { quote: '2家', indicatorText: '甲', indicator: '乙' },
        { quote: '3家', indicatorText: '甲', indicator: null },
      ]);
    const compare: CompiledCheck['compare'] = (group) => {
      const rows = group.filter(({ fact, report: of }) => fact.indicator === '甲' && of.sourceId !== 'c');
      return rows.length === 2 ? [outcome(rows)] : [];
    };
    const [made] = makeChecks(['a', 'b', 'c'].map(named), rulesOf({ a: check({ keys: words, compare }) }));
    if (made === undefined) throw new Error('nothing was made');
    expect(made.group().map(({ fact }) => fact.figureId)).toEqual(['a#1-0000', 'a#1-0002', 'b#1-0000', 'b#1-0002']);
  });
});

describe('reports whose lists wait on disk', () => {
  const of = (id: string, code: string, parent: string | null, year: number) =>
    report({ id, code, parent, year }, [
      { quote: '1家', indicatorText: `甲 ${code}` },
      { quote: '2家', indicatorText: `乙 ${code}` },
    ]);
  const reports = [
    of('a', '410200', '410000', 2023),
    of('b', '410100', '410000', 2023),
    of('c', '410200', '410000', 2024),
    of('d', '410100', '410000', 2022),
    of('e', '320100', '990000', 2023),
    of('f', '410100', '410000', 2023),
    of('g', '410100', null, 2023),
    report({ id: 'h', code: null, year: null }, [{ quote: '2家' }]),
    report({ id: 'i', code: '410100', parent: '410000', year: null }, [{ quote: '2家' }]),
  ];
  const rules = rulesOf({ a: check({ keys: words, within: words }), b: check({ keys: ({ quote }) => [quote] }) });
  const twice = rulesOf({ a: check({ keys: ({ regionCode }) => [regionCode ?? ''] }) });
  const away = (opened: string[]): ReportFacts[] =>
    reports.map((one) => ({
      ...one,
      facts: [],
      digest: {
        ...digestOf(one),
        open: () => {
          opened.push(one.sourceId);
          return one;
        },
      },
    }));

  test('make the same checks', () => {
    const seen = ({ check: made }: { check: unknown }) => made;
    expect(makeChecks(away([]), rules).map(seen)).toEqual(makeChecks(reports, rules).map(seen));
  });

  test('are one report in a group, however often they are opened', () => {
    const fresh = reports.map((one) => ({
      ...one,
      facts: [],
      digest: { ...digestOf(one), open: () => ({ ...one }) },
    }));
    for (const { group } of makeChecks(fresh, twice)) {
      const rows = group();
      expect(rows.length).toBeGreaterThan(1);
      expect(new Set(rows.map((row) => row.report)).size).toBe(new Set(rows.map((row) => row.report.reportId)).size);
    }
  });

  test('are opened for their keys, and then place by place, those of one place year by year', () => {
    const opened: string[] = [];
    makeChecks(away(opened), rulesOf({ a: check({}), b: check({}) }));
    expect(opened.slice(0, reports.length)).toEqual(reports.map(({ sourceId }) => sourceId));
    expect([...new Set(opened.slice(reports.length))]).toEqual(['h', 'g', 'i', 'd', 'b', 'f', 'a', 'c', 'e']);
  });
});

describe('the rows of a check are found again', () => {
  const fact = (quote: string, indicatorText: string): Given => ({ quote, indicatorText });
  const one = report({ id: 'a' }, [fact('1家', '企业 甲'), fact('2家', '企业 乙'), fact('3家', '学校 乙')]);
  const two = report({ id: 'b' }, [fact('4家', '甲'), fact('5家', '学校'), fact('6家', '学校')]);
  const first: CompiledCheck['within'] = (it) => words(it).slice(0, 1);
  const second: CompiledCheck['within'] = (it) => words(it).slice(1);

  test('of each of several checks, within a report and among all', () => {
    const rules = rulesOf({
      kind: check({ within: first }),
      owner: check({ within: second }),
      all: check({ keys: words }),
    });
    const rows = makeChecks([one, two], rules).map(
      ({ rule, group }) =>
        `${rule.card.id}: ${group()
          .map((row) => row.fact.quote)
          .join(' ')}`,
    );
    expect(rows).toEqual([
      'all: 1家 2家',
      'all: 2家 3家',
      'all: 1家 4家',
      'all: 3家 5家 6家',
      'kind: 1家 2家',
      'kind: 5家 6家',
      'owner: 2家 3家',
    ]);
  });
});
