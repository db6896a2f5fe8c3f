/** Reads folded text / gives the dates written in it / promises: only days that exist; a year or month alone stays one. */

export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly year: number;
  /** 1 to 12; null when only the year is written. */
  readonly month: number | null;
  /** 1 to 31; null when the day is not written, or does not exist. */
  readonly day: number | null;
}

const DIGITS: ReadonlyMap<string, number> = new Map(
  [...'〇一二三四五六七八九']
    .map((sign, value): [string, number] => [sign, value])
    .concat([
      ['零', 0],
      ['○', 0],
      ['Ｏ', 0],
      ['O', 0],
      ['0', 0],
      ['两', 2],
    ]),
);

/** Dates such as 2024年1月8日, 2024年1月, 二○一○年一月十九日. Years from 1949 to 2099. */
export function datesIn(text: string): FoundDate[] {
  const pattern =
    /((?:19|20)\d{2}|[一二][九〇○零O0][〇○零O0一二三四五六七八九]{2})年(?:(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(\d{1,2}|[一二三四五六七八九十廿卅]{1,3})日?)?)?/g;
  return [...text.matchAll(pattern)].flatMap((match) => {
    const year = yearOf(match[1] ?? '');
    if (year === null || year < 1949) return [];
    const month = within(numberOf(match[2]), 12);
    const day = month === null ? null : within(numberOf(match[3]), daysOf(year, month));
    return [{ start: match.index, end: match.index + match[0].length, year, month, day }];
  });
}

/** A date as `YYYY-MM-DD`; null when month or day is unknown. */
export function isoDate(date: FoundDate): string | null {
  if (date.month === null || date.day === null) return null;
  return `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
}

/** Value of a numeral up to 99, in digits or Chinese (十一, 二十三, 廿八); null when it is none. */
export function numberOf(written: string | undefined): number | null {
  if (written === undefined || written === '') return null;
  if (/^\d+$/.test(written)) return Number(written);
  const text = written.replace('廿', '二十').replace('卅', '三十');
  const tens = text.indexOf('十');
  if (tens < 0) return text.length === 1 ? (DIGITS.get(text) ?? null) : null;
  const high = tens === 0 ? 1 : DIGITS.get(text.slice(0, tens));
  const low = tens === text.length - 1 ? 0 : DIGITS.get(text.slice(tens + 1));
  return high === undefined || low === undefined ? null : high * 10 + low;
}

function yearOf(written: string): number | null {
  if (/^\d{4}$/.test(written)) return Number(written);
  let value = 0;
  for (const sign of written) {
    const digit = DIGITS.get(sign);
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return value;
}

function within(value: number | null, highest: number): number | null {
  return value !== null && value >= 1 && value <= highest ? value : null;
}

/** Days of a month of the Gregorian calendar. */
function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
