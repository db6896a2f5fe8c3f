/** Runs the cases of a public recogniser suite that are Chinese quantities in the sense of a report, and counts agreement per file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Vocabulary } from '../../src/rules/vocabulary.ts';
import { readChinese } from '../../src/source/quantity/han.ts';
import { isDigit, readArabic } from '../../src/source/quantity/numeral.ts';
import { exactValue } from '../../src/source/quantity/written.ts';
import { quantities } from '../../src/source/quantity.ts';
import { rulesFromDisk } from '../support/pipeline.ts';
import type { Measured } from './figures-scores.ts';

interface Expected {
  readonly Text: string;
  readonly Start?: number;
  readonly Resolution?: { readonly value?: string | null } | null;
}

interface Case {
  readonly Input: string;
  readonly NotSupported?: string;
  readonly Results: readonly Expected[];
}

const FILES = [
  'Number_NumberModel',
  'Number_PercentModel',
  'NumberWithUnit_CurrencyModel',
  'NumberWithUnit_DimensionModel',
] as const;
/**
 * Not written in reports: powers and k or M, discounts, dozens, vague 几, small change, mixed numbers and slashes, units of
 * computing, spirits of gold, degrees Fahrenheit; and shop talk where a space stands inside a number on purpose.
 */
const OUT_OF_SCOPE =
  /[kKmMeE^/]|Ｋ|折|打|[几幾]|[角毛块銭塊]|美分|又|比特|字节|赫兹|奈拉|瑞士|台币|注1000|[二三四五六七八九]十?两|两两|百分之二三十|二三十个|負|兆|[萬億兩點貳個雙價]|[零一二三四五六七八九十百千万点分之个]\s+[零一二三四五六七八九十百千万亿点分之个]/u;

/** One row for each file. @param data folder of the field data; the suite lies in recognizers-zh/ */
export function measureRecognizers(data: string): Measured[] {
  const { vocabulary } = rulesFromDisk();
  return FILES.map((file) => {
    const text = readFileSync(join(data, 'recognizers-zh', `${file}.json`), 'utf8').replace(/^\uFEFF/u, '');
    return scoreRecognizers(file, JSON.parse(text), vocabulary);
  });
}

/** Agreement over the cases in scope. */
export function scoreRecognizers(file: string, cases: readonly Case[], vocabulary: Vocabulary): Measured {
  const inScope = cases.filter(({ Input, Results }) => !OUT_OF_SCOPE.test(Input) && Results.length > 0);
  const wrong = inScope.flatMap((one) => {
    const got = readCase(file, one, vocabulary);
    const agrees = one.Results.every(({ Resolution }) => {
      const value = Number(String(Resolution?.value ?? '').replace('%', ''));
      return got.some((mine) => Math.abs(Math.abs(value) - mine) <= Math.abs(value) * 1e-9);
    });
    return agrees
      ? []
      : [`${one.Input} | ${one.Results.map(({ Resolution }) => Resolution?.value).join(', ')} | got ${got.join(', ')}`];
  });
  return {
    name: `${file}: cases in scope that agree`,
    right: inScope.length - wrong.length,
    total: inScope.length,
    misses: wrong,
  };
}

function readCase(file: string, { Input }: Case, vocabulary: Vocabulary): number[] {
  if (file === 'Number_NumberModel') return numbersIn(Input, vocabulary);
  return quantities(Input, vocabulary).quantities.flatMap(({ value, unit }) =>
    value === null ? [] : [Number(value) / (unit === '‰' ? 10 : 1)],
  );
}

/** Every number of a text, whether it counts something or not: the suite marks bare numbers, a report's figures have units. */
function numbersIn(text: string, { units }: Vocabulary): number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length; ) {
    const read = isDigit(text.charCodeAt(at)) ? readArabic(text, at, units) : readChinese(text, at);
    if (read !== null) found.push(Number(exactValue(read.number)));
    at = read === null ? at + 1 : read.end;
  }
  return found;
}
