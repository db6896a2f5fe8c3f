/** What each check says of figures that fit, that do not, and that cannot be compared. */
import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/corpus/reconcile.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import { type Given, type GivenReport, report, rulesOf, vocabularyFromDisk } from './build.ts';

const rules = rulesOf(vocabularyFromDisk());

const REVENUE: Given = { quote: '1亿元', indicator: '一般公共预算收入', scope: ['区级'] };
const GDP: Given = { quote: '1亿元', indicator: '地区生产总值' };
const HEDGED = { value: '16.1', interval: { low: '16.1', high: null }, unit: '%', hedge: '以上' };
const NINE_MONTHS = (year: number) => ({ start: `${year}-01-01`, end: `${year}-09-30` });

/** The checks of some reports: family, verdict, reason and the quotes in the order of the derivation. */
function told(...reports: readonly ReportFacts[]) {
  const quotes = new Map(reports.flatMap((one) => one.facts.map((fact) => [fact.figureId, fact.quote] as const)));
  return reconcile(reports, rules).checks.map((check) => ({
    family: check.family,
    verdict: check.verdict,
    reason: check.reason,
    quotes: check.figureIds.map((id) => quotes.get(id)),
    suspect: check.suspectFigureId === null ? null : quotes.get(check.suspectFigureId),
    cause: check.likelyCause,
  }));
}

function judged(...reports: readonly ReportFacts[]): string[] {
  return told(...reports).map(({ family, verdict, reason }) => `${family} ${verdict} ${reason}`);
}

const place: GivenReport = { id: 'x' };

describe('growth', () => {
  const last = (fact: Given) => report({ ...place, id: 'a', year: 2024 }, [fact]);
  const now = (level: Given, growth: Given) =>
    report(
      { ...place, id: 'b', year: 2025 },
      [level, growth].map((fact) => ({ ...fact, sentence: 0 })),
    );
  const growthOf = (fact: Given, more: Partial<Given>): Given => ({
    ...fact,
    measure: 'growth',
    ...more,
    quote: more.quote ?? '',
  });

  test.each([
    ['fits', '6.1%', 'up', 'holds fits'],
    ['is a point higher, as a revision of last year may explain', '7.1%', 'up', 'cannot-tell revised-base'],
    ['is far higher than the levels show', '16.1%', 'up', 'broken disagrees'],
    ['is hedged', '16.1%以上', 'up', 'cannot-tell hedged'],
    ['has the wrong direction', '6.1%', 'down', 'broken disagrees'],
  ] as const)('at current prices: stated growth %s', (_, quote, direction, expected) => {
    const level = { ...REVENUE, quote: '282.18亿元' };
    const hedged = quote.endsWith('以上') ? HEDGED : {};
    const growth = growthOf(REVENUE, { quote, direction, ...hedged });
    const seen = told(last(level), now({ ...REVENUE, quote: '299.40亿元' }, growth));
    expect(seen.map(({ family, verdict, reason }) => [family, `${verdict} ${reason}`])).toEqual([['growth', expected]]);
    expect(seen[0]?.quotes).toEqual(['299.40亿元', '282.18亿元', quote]);
  });

  test('rounded levels leave room: 1.2万亿 -> 1.3万亿 with 5 % holds', () => {
    const a = { ...REVENUE, quote: '1.2万亿元' };
    expect(judged(last(a), now({ ...REVENUE, quote: '1.3万亿元' }, growthOf(REVENUE, { quote: '5%' })))).toEqual([
      'growth holds fits',
    ]);
  });

  test.each([
    ['the text says so', { basis: 'comparable' }, 'comparable-prices'],
    ['the indicator is known for it', { basis: 'unknown' }, 'comparable-prices'],
    ['the scope of last year was adjusted', { basis: 'same-scope' }, 'same-scope'],
  ] as const)('cannot tell when growth is not at current prices: %s', (_, more, reason) => {
    const seen = judged(
      last({ ...GDP, quote: '2288.93亿元' }),
      now({ ...GDP, quote: '2379.80亿元' }, growthOf(GDP, { quote: '5.5%', ...more })),
    );
    expect(seen).toEqual([`growth cannot-tell ${reason}`]);
  });

  test('names the part of the year too, and compares it only with the same part', () => {
    const part = (year: number) => ({ period: NINE_MONTHS(year) });
    const b = now(
      { ...GDP, quote: '2379.80亿元', ...part(2024) },
      growthOf(GDP, { quote: '5.5%', basis: 'comparable', ...part(2024) }),
    );
    expect(judged(last({ ...GDP, quote: '2288.93亿元', ...part(2023) }), b)).toEqual([
      'growth cannot-tell comparable-prices+first-three-quarters',
    ]);
    expect(judged(last({ ...GDP, quote: '3000.11亿元' }), b)).toEqual(['growth cannot-tell other-period']);
  });

  test('a lost digit shows even at comparable prices, and is named', () => {
    const seen = told(
      last({ ...GDP, quote: '2288.93亿元' }),
      now({ ...GDP, quote: '379.80亿元' }, growthOf(GDP, { quote: '5.5%', basis: 'comparable' })),
    );
    expect(seen.map(({ verdict, reason }) => `${verdict} ${reason}`)).toEqual(['broken implausible-gap']);
  });

  test('a fall by more than there was is told, and ends nothing', () => {
    const poor: Given = { indicator: '农村贫困人口', quote: '5万人', measure: 'level' };
    const fall = growthOf(poor, { quote: '6万人', direction: 'down' });
    expect(
      judged(last(poor), now({ ...poor, quote: '3万人' }, fall)).filter((one) => one.startsWith('growth')),
    ).toEqual(['growth broken disagrees']);
  });

  test('growth of a plan or of something else is not used', () => {
    const target = growthOf(REVENUE, { quote: '9%', nature: 'target' });
    expect(judged(last({ ...REVENUE, quote: '282.18亿元' }), now({ ...REVENUE, quote: '299.40亿元' }, target))).toEqual(
      [],
    );
    const other = growthOf(GDP, { quote: '9%', basis: 'nominal' });
    expect(judged(last({ ...REVENUE, quote: '282.18亿元' }), now({ ...REVENUE, quote: '299.40亿元' }, other))).toEqual(
      [],
    );
  });
});

describe('same fact', () => {
  const stated = (id: string, quote: string, more: Partial<Given> = {}, year = 2024) =>
    report({ ...place, id, year }, [{ ...GDP, quote, ...more }]);

  test.each([
    ['rounded and exact', '1.3万亿元', '12983.4亿元', 'same-fact holds agrees'],
    ['two values', '1.3万亿元', '12183.4亿元', 'same-fact broken differs'],
  ])('%s', (_, a, b, expected) => {
    expect(judged(stated('a', a), stated('b', b))).toEqual([expected]);
  });

  test('an estimate and a later actual value, a later revision, and two targets cannot be told', () => {
    expect(judged(stated('a', '100亿元', { nature: 'estimate' }), stated('b', '103亿元'))).toEqual([
      'same-fact cannot-tell other-nature',
    ]);
    const period = { start: '2023-01-01', end: '2023-12-31' };
    expect(judged(stated('a', '100亿元'), stated('b', '103亿元', { period }, 2025))).toEqual([
      'same-fact cannot-tell may-be-revised',
    ]);
    expect(judged(stated('a', '100亿元'), stated('b', '1030亿元', { period }, 2025))).toEqual([
      'same-fact cannot-tell may-mean-another',
    ]);
    expect(judged(stated('a', '1612.5亿元'), stated('b', '7612.5亿元', { period }, 2025))).toEqual([
      'same-fact broken differs',
    ]);
    expect(judged(stated('a', '100亿元', { nature: 'target' }), stated('b', '103亿元', { nature: 'target' }))).toEqual([
      'same-fact cannot-tell several-targets',
    ]);
  });

  test('within one report only a likely misprint is called wrong: other differences come from a narrower meaning', () => {
    const twice = (a: string, b: string) =>
      judged(
        report(
          place,
          [a, b].map((quote) => ({ ...GDP, quote })),
        ),
      );
    expect(twice('1612.5亿元', '1621.5亿元')).toEqual(['same-fact broken differs']);
    expect(twice('1612.5亿元', '1712.5亿元')).toEqual(['same-fact broken differs']);
    expect(twice('1612.5亿元', '318.2亿元')).toEqual(['same-fact cannot-tell may-mean-another']);
  });

  test('words that name a part of the place are not compared across reports', () => {
    const park = (id: string, year: number, quote: string) =>
      report({ ...place, id, year }, [{ ...GDP, quote, indicatorText: '开发区生产总值' }]);
    const city = report({ id: 'city', code: '410100' }, [{ ...GDP, quote: '100亿元' }]);
    expect(judged(city, park('a', 2024, '612.5亿元'))).toEqual([]);
  });

  test('another scope, period or measure is another fact', () => {
    expect(judged(stated('a', '100亿元'), stated('b', '103亿元', { scope: ['规模以上'] }))).toEqual([]);
    expect(judged(stated('a', '100亿元'), stated('b', '103亿元', { period: NINE_MONTHS(2023) }))).toEqual([]);
    expect(judged(stated('a', '100亿元'), stated('b', '103亿元', { measure: 'new' }))).toEqual([]);
  });

  test('of three statements the odd one is the suspect', () => {
    const seen = told(stated('a', '612.5亿元'), stated('b', '612.5亿元'), stated('c', '621.5亿元'));
    expect(seen).toMatchObject([{ verdict: 'broken', suspect: '621.5亿元' }]);
  });
});

describe('parts and wholes', () => {
  const industries = ['集成电路', '生物医药', '人工智能'];
  const whole: Given = {
    quote: '7300亿元',
    indicatorText: '集成电路、生物医药、人工智能三大产业规模',
    parts: industries,
  };
  const part = (name: string, quote: string): Given => ({ quote, indicatorText: `${name}产业规模` });

  test.each([
    ['7693亿元', 'sum-of-parts holds fits'],
    ['7690亿元', 'sum-of-parts broken disagrees'],
    ['7300亿元', 'sum-of-parts broken disagrees'],
  ])('three listed industries against %s', (quote, expected) => {
    const parts = [part('集成电路', '2464亿元'), part('生物医药', '3782亿元'), part('人工智能', '1447亿元')];
    const [seen] = told(report(place, [{ ...whole, quote }, ...parts]));
    expect(`${seen?.family} ${seen?.verdict} ${seen?.reason}`).toBe(expected);
    expect(seen?.quotes).toEqual([quote, '2464亿元', '3782亿元', '1447亿元']);
    expect(seen?.suspect).toBeNull();
  });

  test('a missing part, or one stated with two values, cannot be told', () => {
    expect(judged(report(place, [whole, part('集成电路', '2464亿元'), part('人工智能', '1447亿元')]))).toEqual([
      'sum-of-parts cannot-tell missing-part',
    ]);
    const twice = ['2464亿元', '2500亿元'].map((quote) => part('集成电路', quote));
    const rest = [part('生物医药', '3782亿元'), part('人工智能', '1447亿元')];
    const seen = judged(report(place, [whole, ...twice, ...rest])).filter((one) => one.startsWith('sum'));
    expect(seen).toEqual(['sum-of-parts cannot-tell part-stated-twice']);
  });

  test.each([
    ['210.3亿元', 'part-of-whole holds fits'],
    ['21030亿元', 'part-of-whole broken part-exceeds-whole'],
    ['13700亿元', 'part-of-whole broken part-exceeds-whole'],
  ])('a district with %s in a city with 13617.8亿元', (quote, expected) => {
    const city = report({ id: 'city', code: '410100' }, [{ ...GDP, quote: '13617.8亿元' }]);
    const district = report({ id: 'district', code: '410103' }, [{ ...GDP, quote }]);
    expect(judged(city, district)).toEqual([expected]);
  });

  test('all known districts together cannot far exceed their city', () => {
    const city = report({ id: 'city', code: '410100' }, [{ ...GDP, quote: '1000亿元' }]);
    const sums = (quote: string) => {
      const districts = ['410102', '410103'].map((code) => report({ id: code, code }, [{ ...GDP, quote }]));
      return judged(city, ...districts).filter((one) => !one.includes('holds'));
    };
    expect(sums('499亿元')).toEqual([]);
    expect(sums('530亿元')).toEqual(['part-of-whole cannot-tell separate-accounts']);
    expect(sums('800亿元')).toEqual(['part-of-whole broken parts-exceed-whole']);
  });

  test('what does not add up over places is not compared', () => {
    const income: Given = { quote: '50000元', indicator: '居民人均可支配收入' };
    const rich = report({ id: 'district', code: '410103' }, [{ ...income, quote: '60000元' }]);
    expect(judged(report({ id: 'city', code: '410100' }, [income]), rich)).toEqual([]);
  });
});

describe('shares', () => {
  const tax = (quote: string, text: string, sentence: number): Given => ({ quote, indicatorText: text, sentence });
  const share = (quote: string, text: string, sentence: number, whole: string): Given => ({
    quote,
    indicatorText: text,
    sentence,
    measure: 'share',
    whole,
  });

  test.each([
    ['55%', 'share holds fits'],
    ['45%', 'share broken disagrees'],
  ])('370亿 = 67 %% and 306亿 = %s of one total', (second, expected) => {
    const seen = told(
      report(place, [
        tax('370亿元', '重点产业综合税收', 1),
        share('67%', '重点产业综合税收', 1, '全区税收'),
        tax('306亿元', '数字经济综合税收', 2),
        share(second, '数字经济综合税收', 2, '全区税收'),
      ]),
    );
    expect(seen.map(({ family, verdict, reason }) => `${family} ${verdict} ${reason}`)).toEqual([expected]);
    expect(seen[0]?.quotes).toEqual(['370亿元', '67%', '306亿元', second]);
  });

  test('a stated whole is compared with what part and share imply', () => {
    const facts = (whole: string): Given[] => [
      { quote: whole, indicator: '规模以上工业总产值', indicatorText: '规模以上工业总产值', sentence: 0 },
      { quote: '4300亿元', indicatorText: '战略性新兴产业产值', sentence: 1 },
      share('43%', '战略性新兴产业产值', 1, '规模以上工业总产值'),
    ];
    const shares = (whole: string) => judged(report(place, facts(whole))).filter((one) => one.startsWith('share'));
    expect(shares('1万亿元')).toEqual(['share holds fits']);
    expect(shares('1.3万亿元')).toEqual(['share broken disagrees']);
  });

  test.each([
    ['1.6万亿元', 'holds fits'],
    ['1.8万亿元', 'broken disagrees'],
  ])('what a district’s shares of its city imply adds up to the city’s own %s', (quote, expected) => {
    const names = ['集成电路', '生物医药', '人工智能'];
    const city = report({ id: 'city', code: '310000' }, [
      { quote, indicatorText: '集成电路、生物医药、人工智能三大先导产业规模', parts: names },
    ]);
    const rows = (name: string, amount: string, percent: string, sentence: number): Given[] => [
      tax(amount, `${name}产业规模`, sentence),
      { ...share(percent, `${name}产业规模`, sentence, '全市'), hedge: '约' },
    ];
    const district = report({ id: 'district', code: '310115' }, [
      ...rows('集成电路', '2464亿元', '75%', 1),
      ...rows('生物医药', '3782亿元', '40%', 2),
      ...rows('人工智能', '1447亿元', '40%', 3),
    ]);
    const [seen, ...others] = told(city, district);
    expect(others).toEqual([]);
    expect(`${seen?.verdict} ${seen?.reason}`).toBe(expected);
    expect(seen?.quotes).toEqual(['2464亿元', '75%', '3782亿元', '40%', '1447亿元', '40%', quote]);
  });
});

describe('comparisons', () => {
  const retail = (quote: string, more: Partial<Given> = {}): Given => ({
    quote,
    indicator: '社会消费品零售总额',
    measure: 'growth',
    ...more,
  });
  const city = report({ id: 'city', code: '310000' }, [retail('12.6%')]);

  test.each([
    ['14%', 'above', 'comparison holds fits'],
    ['11%', 'above', 'comparison broken contradicted'],
    ['11%', 'below', 'comparison holds fits'],
    ['14%', 'below', 'comparison broken contradicted'],
    ['14%', null, 'comparison cannot-tell sense-of-comparison'],
  ] as const)('%s is said to be %s that of the city, which has 12.6%%', (quote, comparedSense, expected) => {
    const claim = retail(quote, { comparedWith: '全市平均', comparedSense });
    expect(judged(city, report({ id: 'district', code: '310105' }, [claim]))).toEqual([expected]);
  });

  test('other price bases cannot be told', () => {
    const district = report({ id: 'district', code: '310105' }, [
      retail('11%', { comparedWith: '全市平均', comparedSense: 'above', basis: 'comparable' }),
    ]);
    expect(judged(city, district)).toEqual(['comparison cannot-tell other-basis']);
  });
});
