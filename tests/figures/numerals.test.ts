/** Properties of numerals: writing and reading give the same value at any size, and blanks in one figure leave its neighbours alone. */
import { describe, expect, test } from 'vitest';
import { add, divide, type Interval, multiply, subtract, within } from '../../src/model/interval.ts';
import { readChinese } from '../../src/source/quantity/han.ts';
import { exactValue } from '../../src/source/quantity/written.ts';
import { quantities } from '../../src/source/quantity.ts';
import { vocabulary } from './support.ts';

const DIGITS = '零一二三四五六七八九';
const LIMIT = 10n ** 16n;

/** The same numbers on every run: a linear congruential sequence (Knuth, MMIX constants). */
function* numbers(count: number, below: bigint): Generator<bigint> {
  let state = 20_240_101n;
  for (let at = 0; at < count; at += 1) {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    const magnitude = 10n ** BigInt(at % 17);
    yield state % (magnitude < below ? magnitude * 10n : below);
  }
}

/** How a person writes a whole number below 10^16 in Chinese numerals. */
function written(value: bigint): string {
  if (value === 0n) return '零';
  const groups: [bigint, string][] = [
    [10n ** 12n, '万亿'],
    [10n ** 8n, '亿'],
    [10n ** 4n, '万'],
    [1n, ''],
  ];
  // 一千二百万零三百亿: what stands above 亿 is written as one number.
  const high = value / 10n ** 8n;
  if (high >= 10_000n) return `${written(high)}亿${tail(value % 10n ** 8n, 10n ** 8n)}`;
  let out = '';
  let rest = value;
  for (const [scale, word] of groups) {
    const part = rest / scale;
    rest %= scale;
    if (part === 0n) continue;
    const zero = out !== '' && part < 1000n ? '零' : '';
    out += zero + section(Number(part)) + word;
  }
  return out;
}

function tail(rest: bigint, scale: bigint): string {
  if (rest === 0n) return '';
  return (rest < scale / 10n ? '零' : '') + written(rest);
}

function section(value: number): string {
  let out = '';
  let gap = false;
  for (const [scale, word] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / scale) % 10;
    if (digit === 0) {
      gap = out !== '';
      continue;
    }
    out += (gap ? '零' : '') + DIGITS.charAt(digit) + word;
    gap = false;
  }
  return out;
}

function valueIn(text: string): string | null | undefined {
  return quantities(text, vocabulary).quantities[0]?.value;
}

describe('a number is read as it was written', () => {
  const values = [...numbers(600, LIMIT)];

  test('Chinese numerals up to 10^16', () => {
    const wrong = values.filter((value) => {
      const text = written(value);
      const read = readChinese(text, 0);
      return read === null || read.end !== text.length || exactValue(read.number) !== value.toString();
    });
    expect(wrong.map((value) => `${value} ${written(value)}`)).toEqual([]);
  });

  test('digits, full-width digits and thousands separators', () => {
    for (const value of values) {
      const plain = value.toString();
      const wide = plain.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
      const commas = plain.replace(/\B(?=(?:\d{3})+$)/gu, ',');
      for (const text of [plain, wide, commas]) expect(valueIn(`投资额达到${text}元`), text).toBe(plain);
    }
  });

  test('digits with Chinese scales', () => {
    for (const value of numbers(300, 10n ** 8n)) {
      const point = `${value / 100n}.${(value % 100n).toString().padStart(2, '0')}`;
      for (const [scale, power] of [
        ['万', 4],
        ['亿', 8],
        ['万亿', 12],
      ] as const) {
        expect(valueIn(`投资额达到${point}${scale}元`)).toBe((value * 10n ** BigInt(power - 2)).toString());
      }
    }
  });

  test.each([
    ['三亿五千万', '350000000'],
    ['两万三千', '23000'],
    ['两万三', '23000'],
    ['两万零三', '20003'],
    ['一万五千亿', '1500000000000'],
    ['二十一万亿', '21000000000000'],
    ['壹佰伍拾', '150'],
    ['七十八万五佰零六', '780506'],
    ['四万万', '400000000'],
    ['十', '10'],
    ['二〇三五', '2035'],
    ['七点二', '7.2'],
  ])('%s', (text, value) => {
    const read = readChinese(text, 0);
    expect(read === null ? null : exactValue(read.number)).toBe(value);
  });

  test.each([
    ['增长百分之七点二', '7.2', '%'],
    ['不足千分之三', '3', '‰'],
    ['占三成', '30', '%'],
    ['占近八成五', '85', '%'],
    ['占9成以上', '90', '%'],
    ['压缩三分之一以上', '33.3333', '%'],
    ['占二十五分之四', '16', '%'],
    ['翻两番', '4', '倍'],
    ['1.2万余户', '12000', '户'],
    ['2,123个百分点', '2123', '百分点'],
    ['累计3亿5千万元', '350000000', '元'],
    ['装机三百千瓦', '300', '千瓦'],
    ['治理面积92.8km2', '92.8', '平方公里'],
    ['培训3 0 0多场次', '300', '场次'],
  ])('%s', (text, value, unit) => {
    expect(quantities(text, vocabulary).quantities[0]).toMatchObject({ value, unit });
  });
});

describe('intervals', () => {
  test('sums, differences, products and quotients hold every result of values inside', () => {
    const ends = [...numbers(240, 10n ** 6n)].map((value) => Number(value % 1000n) + 1);
    const at = (index: number): Interval => {
      const [a = 1, b = 1] = [ends[index * 2], ends[index * 2 + 1]];
      return { low: String(Math.min(a, b)), high: String(Math.max(a, b)) };
    };
    for (let index = 0; index < 59; index += 1) {
      const [a, b] = [at(index), at(index + 1)];
      for (const x of [a.low, a.high]) {
        for (const y of [b.low, b.high]) {
          const one = (value: string | null): Interval => ({ low: value, high: value });
          expect(within(add(one(x), one(y)), add(a, b))).toBe(true);
          expect(within(subtract(one(x), one(y)), subtract(a, b))).toBe(true);
          expect(within(multiply(one(x), one(y)), multiply(a, b))).toBe(true);
          expect(within(divide(one(x), one(y)), divide(a, b))).toBe(true);
        }
      }
    }
  });

  test('what a number stands for holds the number itself', () => {
    for (const value of numbers(300, 10n ** 9n)) {
      for (const form of [`约${value}万元`, `${value}多万元`, `超过${value}万元`, `${value}万元以内`, `${value}万元`]) {
        const [read] = quantities(`投资${form}`, vocabulary).quantities;
        if (read === undefined || read.value === null) throw new Error(form);
        expect(within({ low: read.value, high: read.value }, read.interval), form).toBe(true);
      }
    }
  });
});

test('blanks torn into a figure leave the figures beside it as they are', () => {
  const before = '地区生产总值2288.93亿元';
  const after = '一般公共预算收入增长6.1%';
  const figure = '外贸进出口总额1852.4亿美元';
  const around = (text: string) => {
    const all = quantities(text, vocabulary).quantities;
    return [all[0], all.at(-1)].map((one) => [one?.quote, one?.value, one?.unit, one?.interval]);
  };
  const whole = around(`${before}，${figure}，${after}。`);
  for (let at = 1; at < figure.length; at += 1) {
    for (const blank of [' ', '  ', '\u3000']) {
      const torn = `${figure.slice(0, at)}${blank}${figure.slice(at)}`;
      expect(around(`${before}，${torn}，${after}。`), torn).toEqual(whole);
    }
  }
});
