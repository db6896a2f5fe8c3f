/** Which of the figures that disagree is called wrong, and what is said to have happened to it. */
import { describe, expect, test } from 'vitest';
import { rulesFromDisk } from '../support/pipeline.ts';
import { blamed, reviewOf, told } from './series.ts';

const rules = rulesFromDisk();

describe('one wrong figure of two reports', () => {
  // As printed: 282.18亿元, and the year after 299.40亿元, up 6.1%.
  test.each([
    ['the scale word was mixed up', '282.18亿元', '299.40万元', '6.1%', '299.40万元 wrong-unit'],
    ['that of the year before', '282.18万元', '299.40亿元', '6.1%', '282.18万元 wrong-unit'],
    ['the point was lost', '282.18亿元', '29940亿元', '6.1%', '29940亿元 decimal-point'],
    ['that of the year before', '28218亿元', '299.40亿元', '6.1%', '28218亿元 decimal-point'],
    ['the point of the rate was lost', '282.18亿元', '299.40亿元', '61%', '61% decimal-point'],
    ['a digit stands twice', '282.18亿元', '2299.40亿元', '6.1%', '2299.40亿元 doubled-digit'],
    ['a digit stands twice after the point', '282.18亿元', '299.400亿元', '6.1%', undefined],
    ['the last digit of the whole part stands twice', '2822.18亿元', '299.40亿元', '6.1%', '2822.18亿元 doubled-digit'],
    ['the first digit is lost', '282.18亿元', '99.40亿元', '6.1%', '99.40亿元 lost-digit'],
    ['a middle digit is lost', '22.18亿元', '299.40亿元', '6.1%', '22.18亿元 lost-digit'],
    ['the last digit before the point is lost', '28.18亿元', '299.40亿元', '6.1%', '28.18亿元 lost-digit'],
    ['two digits changed places', '282.18亿元', '929.40亿元', '6.1%', '929.40亿元 swapped-digits'],
    ['the last two before the point changed places', '228.18亿元', '299.40亿元', '6.1%', '228.18亿元 swapped-digits'],
    ['the first digit is another one', '282.18亿元', '599.40亿元', '6.1%', '599.40亿元 wrong-digit'],
    ['a middle digit is another one', '282.18亿元', '229.40亿元', '6.1%', '229.40亿元 wrong-digit'],
    ['it fell, and is said to have risen', '299.40亿元', '282.18亿元', '5.75%', '5.75% wrong-sign'],
    ['it rose, and is said to have fallen', '282.18亿元', '299.40亿元', '-6.1%', '6.1% wrong-sign'],
    ['the rate has a digit too many, and nobody knows which is wrong', '282.18亿元', '299.40亿元', '16.1%', 'nobody'],
    ['last year’s amount stands again, in one of the two', '282.18亿元', '282.18亿元', '6.1%', 'nobody'],
    ['nothing common explains it', '282.18亿元', '731.95亿元', '6.1%', 'nobody'],
  ])('%s: %s, then %s %s', (_, before, now, growth, answer) => {
    const reports = [reviewOf(2022, told(before, null)), reviewOf(2023, told(now, growth))];
    expect(blamed(reports, rules)).toEqual(answer === undefined ? [] : [answer]);
  });
});

describe('one wrong figure among five years', () => {
  const YEARS: readonly (readonly [number, string, string | null])[] = [
    [2020, '251.30亿元', null],
    [2021, '266.20亿元', '5.9%'],
    [2022, '282.18亿元', '6%'],
    [2023, '299.40亿元', '6.1%'],
    [2024, '320.36亿元', '7%'],
  ];
  const with2023 = (level: string, growth: string) =>
    YEARS.map(([of, was, grew]) => reviewOf(of, of === 2023 ? told(level, growth) : told(was, grew)));

  test.each([
    ['as printed', '299.40亿元', '6.1%', undefined],
    ['the scale word was mixed up', '299.40万元', '6.1%', '299.40万元 wrong-unit'],
    ['the point was lost', '29940亿元', '6.1%', '29940亿元 decimal-point'],
    ['a digit is lost', '99.40亿元', '6.1%', '99.40亿元 lost-digit'],
    ['two digits changed places', '929.40亿元', '6.1%', '929.40亿元 swapped-digits'],
    ['one digit is another', '399.40亿元', '6.1%', '399.40亿元 wrong-digit'],
    ['last year’s amount stands again', '282.18亿元', '6.1%', '282.18亿元 value-of-another-year'],
    ['nothing common explains it, but both years around it do', '731.95亿元', '6.1%', '731.95亿元 ?'],
    ['the rate has a digit too many', '299.40亿元', '16.1%', '16.1% ?'],
    ['the rate is another’s', '299.40亿元', '61%', '61% decimal-point'],
    ['the rate fell', '299.40亿元', '-6.1%', '6.1% wrong-sign'],
  ])('%s: %s, %s', (_, level, growth, answer) => {
    expect(blamed(with2023(level, growth), rules)).toEqual(answer === undefined ? [] : [answer]);
  });
});
