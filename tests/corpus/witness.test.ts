/** Of two figures that cannot both be right, which one stands out from what the reports of other years say. */
import { describe, expect, test } from 'vitest';
import type { ReportFacts } from '../../src/model/fact.ts';
import type { Rules } from '../../src/rules/card.ts';
import { rulesFromDisk } from '../support/pipeline.ts';
import { type Given, report } from './build.ts';
import { blamed, broken, reviewOf, told } from './series.ts';

const all = rulesFromDisk();
const TRADE = '进出口总额';
const EXPORTS = '出口总额';

/** One family of checks alone: what the others say would decide, too. */
function rulesOfFamily(family: string): Rules {
  return { ...all, rules: all.rules.filter(({ run }) => run.shape === 'check' && run.family === family) };
}

const nested = rulesOfFamily('nested');

function amount(indicator: string, quote: string, more: Partial<Given> = {}): Given {
  return { indicator, indicatorText: indicator, ...more, quote };
}

/** Who is called wrong of the exports and the trade of 2023, given what is said elsewhere. */
function ofTrade(exported: string, traded: string, others: readonly ReportFacts[]): string[] {
  return blamed([reviewOf(2023, [amount(EXPORTS, exported), amount(TRADE, traded)]), ...others], nested);
}

const exportsOf = (of: number, quote: string, more: Partial<Given> = {}) =>
  reviewOf(of, [amount(EXPORTS, quote, more)]);
const tradeOf = (of: number, quote: string) => reviewOf(of, [amount(TRADE, quote)]);

describe('exports of 31.8亿元 in a trade of 24.5亿元', () => {
  const EXPORTED = '31.8亿元 ?';
  const TRADED = '24.5亿元 ?';

  test.each([
    ['no other year is told of', [], 'nobody'],
    ['exports were less the year before', [exportsOf(2022, '13.2亿元')], EXPORTED],
    ['exports were less the year after', [exportsOf(2024, '14.1亿元')], EXPORTED],
    ['trade was more the year before', [tradeOf(2022, '62.3亿元')], TRADED],
    [
      'exports were as much the year before, and trade was more',
      [exportsOf(2022, '29.9亿元'), tradeOf(2022, '62.3亿元')],
      TRADED,
    ],
    ['exports were less, and trade was as much', [exportsOf(2022, '13.2亿元'), tradeOf(2022, '23.1亿元')], EXPORTED],
    ['both were as they stand', [exportsOf(2022, '29.9亿元'), tradeOf(2022, '23.1亿元')], 'nobody'],
    ['exports were less three years before', [exportsOf(2020, '10.4亿元')], EXPORTED],
    ['exports were less four years before, too long ago', [exportsOf(2019, '9.7亿元')], 'nobody'],
    ['exports were less three years after', [exportsOf(2026, '17.2亿元')], EXPORTED],
    ['exports were less four years after', [exportsOf(2027, '17.9亿元')], 'nobody'],
    ['the nearest year counts: less in 2022', [exportsOf(2022, '13.2亿元'), exportsOf(2021, '29.8亿元')], EXPORTED],
    ['the nearest year counts: as much in 2022', [exportsOf(2022, '29.9亿元'), exportsOf(2021, '12.2亿元')], 'nobody'],
    [
      'the years before and after contradict each other',
      [exportsOf(2022, '13.2亿元'), exportsOf(2024, '33.1亿元')],
      'nobody',
    ],
    [
      'of three statements on the year before two agree',
      [
        exportsOf(2022, '13.2亿元'),
        report({ id: 'p', year: 2023 }, [amount(EXPORTS, '13.3亿元')]),
        report({ id: 'q', year: 2023 }, [amount(EXPORTS, '29.9亿元')]),
      ],
      EXPORTED,
    ],
    [
      'they were told of as a range',
      [exportsOf(2022, '12-14亿元', { value: null, interval: { low: '1200000000', high: '1400000000' }, unit: '元' })],
      EXPORTED,
    ],
    [
      'they were told of as at most so much',
      [
        exportsOf(2022, '不到14亿元', {
          value: null,
          interval: { low: null, high: '1400000000' },
          unit: '元',
          hedge: '不到',
        }),
      ],
      EXPORTED,
    ],
    ['nothing was exported', [exportsOf(2022, '0亿元')], 'nobody'],
  ] as const)('%s', (_, others, answer) => {
    expect(ofTrade('31.8亿元', '24.5亿元', others)).toEqual([answer]);
  });

  test.each([
    ['another place', reviewOf(2022, [amount(EXPORTS, '13.2亿元')], { code: '410104' })],
    ['a part of them', exportsOf(2022, '13.2亿元', { scope: ['机电产品'] })],
    ['what was aimed at', exportsOf(2022, '13.2亿元', { nature: 'target' })],
    ['several years together', exportsOf(2022, '13.2亿元', { nature: 'cumulative' })],
    ['dollars', exportsOf(2022, '13.2亿美元')],
    ['what came to them', exportsOf(2022, '13.2亿元', { measure: 'new' })],
    ['nine months', exportsOf(2022, '13.2亿元', { period: { start: '2022-01-01', end: '2022-09-30' } })],
    ['the months to come', exportsOf(2022, '13.2亿元', { period: { start: '2022-10-01', end: '2022-12-31' } })],
    ['no year', exportsOf(2022, '13.2亿元', { period: null })],
    ['imports', reviewOf(2022, [amount('进口总额', '13.2亿元')])],
  ])('a statement on %s is none on the exports of the year', (_, other) => {
    expect(ofTrade('31.8亿元', '24.5亿元', [other])).toEqual(['nobody']);
  });

  test('an estimate is a statement, and so is one in other words', () => {
    expect(ofTrade('31.8亿元', '24.5亿元', [exportsOf(2022, '13.2亿元', { nature: 'estimate' })])).toEqual([EXPORTED]);
    expect(ofTrade('31.8亿元', '24.5亿元', [exportsOf(2022, '13.2亿元', { indicatorText: '出口' })])).toEqual([
      EXPORTED,
    ]);
  });
});

describe('what grows as usual', () => {
  // A correction makes it some half of the trade: 12亿元.
  test.each([
    ['17.5亿元 a year before is nearer to 25.1 than to 12', [exportsOf(2022, '17.5亿元')], 'nobody'],
    ['17.5亿元 a year after is nearer to 12 than to 25.1', [exportsOf(2024, '17.5亿元')], '25.1亿元 ?'],
    ['15.2亿元 a year before is nearer to 12', [exportsOf(2022, '15.2亿元')], '25.1亿元 ?'],
    ['15.8亿元 is so by too little to say, alone', [exportsOf(2022, '15.8亿元')], 'nobody'],
    [
      '15.8亿元 says enough where trade is as it was',
      [exportsOf(2022, '15.8亿元'), tradeOf(2022, '23.1亿元')],
      '25.1亿元 ?',
    ],
  ] as const)('%s', (_, others, answer) => {
    expect(ofTrade('25.1亿元', '24.5亿元', others)).toEqual([answer]);
  });
});

describe('two years with the same level, and growth between them', () => {
  const years = (first: string, second: string) => [
    reviewOf(2010, told(first, null)),
    reviewOf(2011, told(second, '22.2%')),
    reviewOf(2012, told('1488.90亿元', '19.6%')),
    reviewOf(2013, told('1784.20亿元', '19.8%')),
  ];

  // At eight per cent a year nobody could tell; this place says that it grows by a fifth.
  test.each([
    ['the later one stands twice', '1245.43亿元', '1245.43亿元', '2010'],
    ['the earlier one stands twice', '1019.43亿元', '1019.43亿元', '2011'],
  ])('%s', (_, first, second, wrong) => {
    const [check, another] = broken(years(first, second), all);
    expect(another?.suspectFigureId ?? check?.suspectFigureId).toBe(check?.suspectFigureId);
    expect(check?.likelyCause).toBe('value-of-another-year');
    expect(check?.suspectFigureId?.split(':')[0]).toContain(wrong);
  });
});

describe('rates of growth', () => {
  const RETAIL = '社会消费品零售总额';
  const comparison = rulesOfFamily('comparison');
  const rate = (quote: string, more: Partial<Given> = {}): Given =>
    amount(RETAIL, quote.replace('-', ''), {
      measure: 'growth',
      direction: quote.startsWith('-') ? 'down' : 'up',
      ...more,
    });
  const city = { code: '310000', parent: '100000' };
  const district = { code: '310105', parent: '310000' };
  const ofCity = (of: number, quote: string) => reviewOf(of, [rate(quote)], { ...city, id: `c${of}` });
  const ofDistrict = (of: number, quote: string, more: Partial<Given> = {}) =>
    reviewOf(of, [rate(quote, more)], { ...district, id: `d${of}` });
  const above = { comparedWith: '全市平均', comparedSense: 'above' } as const;

  test.each([
    ['nothing else is told', '11%', '42.6%', [], '42.6% ?'],
    [
      'only what is too long ago is told',
      '11%',
      '42.6%',
      [ofCity(2019, '41.2%'), ofDistrict(2019, '10.4%')],
      '42.6% ?',
    ],
    ['nothing else is told, and 31 % is not beyond belief', '11%', '31%', [], 'nobody'],
    ['nor 27 % beside a rate that is low itself', '1%', '27%', [], 'nobody'],
    ['nothing else is told, and both are usual', '11%', '12.6%', [], 'nobody'],
    [
      'the city grew by less in other years',
      '11%',
      '22.6%',
      [ofCity(2022, '5.2%'), ofDistrict(2022, '10.4%')],
      '22.6% ?',
    ],
    [
      'the district grew by more in other years',
      '4.1%',
      '14.6%',
      [ofCity(2022, '15.1%'), ofDistrict(2022, '18.9%')],
      '4.1% ?',
    ],
    ['both grew as they stand', '4.1%', '14.6%', [ofCity(2022, '15.1%'), ofDistrict(2022, '3.9%')], 'nobody'],
    ['three years ago counts', '11%', '22.6%', [ofCity(2020, '5.2%'), ofDistrict(2020, '10.4%')], '22.6% ?'],
    ['four years ago does not', '11%', '22.6%', [ofCity(2019, '5.2%'), ofDistrict(2019, '10.4%')], 'nobody'],
    [
      'the middle of the years counts',
      '11%',
      '22.6%',
      [ofCity(2021, '5.2%'), ofCity(2022, '5.9%'), ofCity(2024, '21.9%'), ofDistrict(2022, '10.4%')],
      '22.6% ?',
    ],
    [
      'in whatever order they come',
      '11%',
      '22.6%',
      [ofCity(2021, '5.2%'), ofCity(2022, '21.9%'), ofCity(2024, '5.9%'), ofDistrict(2022, '10.4%')],
      '22.6% ?',
    ],
    ['a fall is a fall', '-11%', '-2.6%', [ofCity(2022, '-2.9%'), ofDistrict(2022, '4.4%')], '11% ?'],
    ['a fall that was smaller', '-11%', '-2.6%', [ofCity(2022, '-2.9%'), ofDistrict(2022, '-2.2%')], '11% ?'],
    ['a fall among rises', '-11%', '9.6%', [ofCity(2022, '9.1%'), ofDistrict(2022, '11.4%')], '11% ?'],
    ['a fall among falls', '-11%', '12.6%', [ofCity(2022, '-12.1%'), ofDistrict(2022, '-11.4%')], '12.6% ?'],
  ] as const)('%s: %s said to be above %s', (_, own, of, others, answer) => {
    expect(blamed([ofCity(2023, of), ofDistrict(2023, own, above), ...others], comparison)).toEqual([answer]);
  });
});

describe('a level whose year is not named', () => {
  const RETAIL = '社会消费品零售总额';
  const change = rulesOfFamily('change');
  const risen = (from: string, to: string, more: Partial<Given> = {}) =>
    reviewOf(2021, [
      amount(RETAIL, from, { period: null, sentence: 0 }),
      amount(RETAIL, to, { sentence: 0 }),
      amount(RETAIL, '14.7%', {
        sentence: 0,
        measure: 'growth',
        direction: 'up',
        scope: ['年均'],
        period: { start: '2017-01-01', end: '2021-12-31' },
        ...more,
      }),
    ]);
  const of = (at: number, quote: string) => reviewOf(at, [amount(RETAIL, quote)]);

  // Five years of 14.7 % make 280 to 556, and 375.8 to 746.
  test.each([
    ['no other level is told', [], 'nobody'],
    ['it is that of no year', [of(2016, '376.1亿元'), of(2015, '341.0亿元'), of(2020, '680.2亿元')], '280亿元 ?'],
    ['it is that of a year', [of(2016, '281.2亿元'), of(2015, '251.0亿元'), of(2020, '497.1亿元')], '746亿元 ?'],
    ['one level does not make a series', [of(2016, '376.1亿元')], 'nobody'],
    ['nor does it with one of nothing', [of(2016, '376.1亿元'), of(2010, '0亿元')], 'nobody'],
    ['two do, however far apart', [of(2016, '376.1亿元'), of(2010, '121.3亿元')], '280亿元 ?'],
  ] as const)('%s', (_, others, answer) => {
    expect(blamed([risen('280亿元', '746亿元'), ...others], change)).toEqual([answer]);
  });

  test('where no span of years is told, a digit that stands twice is found all the same, and a lost one is not looked for', () => {
    const spanless = { period: { start: '2021-01-01', end: '2021-12-31' } };
    expect(blamed([risen('280亿元', '5556亿元', spanless)], change)).toEqual(['5556亿元 doubled-digit']);
    expect(blamed([risen('992亿元', '968亿元', spanless)], change)).toEqual(['nobody']);
    expect(blamed([risen('992亿元', '968亿元')], change)).toEqual(['968亿元 lost-digit']);
  });
});

describe('figures that the vocabulary does not know', () => {
  const sum = rulesOfFamily('sum-of-parts');
  const parts = (biology: string) =>
    reviewOf(2023, [
      {
        quote: '7693亿元',
        indicatorText: '集成电路、生物医药、人工智能三大产业规模',
        parts: ['集成电路', '生物医药', '人工智能'],
      },
      { quote: '2464亿元', indicatorText: '集成电路产业规模' },
      { quote: biology, indicatorText: '生物医药产业规模' },
      { quote: '1447亿元', indicatorText: '人工智能产业规模' },
    ]);

  test('one that is far from what it was stands out', () => {
    const before = reviewOf(2022, [{ quote: '3510亿元', indicatorText: '生物医药产业规模' }]);
    expect(blamed([parts('1295亿元')], sum)).toEqual(['nobody']);
    expect(blamed([parts('1295亿元'), before], sum)).toEqual(['1295亿元 ?']);
  });

  test('what is said of another one says nothing of it', () => {
    const before = reviewOf(2022, [{ quote: '1390亿元', indicatorText: '人工智能产业规模' }]);
    expect(blamed([parts('1295亿元'), before], sum)).toEqual(['nobody']);
  });

  test.each([
    ['药业', 'nobody'],
    ['药业产值', '1295亿元 ?'],
  ])('a name may be too short to be the same thing a year before: %s', (name, answer) => {
    const facts: Given[] = [
      { quote: '7693亿元', indicatorText: '药业、芯片、软件三大产业规模', parts: ['药业', '芯片', '软件'] },
      { quote: '2464亿元', indicatorText: '芯片' },
      { quote: '1295亿元', indicatorText: name },
      { quote: '1447亿元', indicatorText: '软件' },
    ];
    const before = reviewOf(2022, [{ quote: '3510亿元', indicatorText: name }]);
    expect(blamed([reviewOf(2023, facts), before], sum)).toEqual([answer]);
  });
});
