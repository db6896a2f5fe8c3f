/** Tells numbers in form only (dates, names, enumerators …) from numbers that count or measure. */
import type { Designator } from '../../model/figure.ts';
import { words } from '../../rules/vocabulary/trie.ts';
import { digitsEnd, isDigit } from './numeral.ts';
import { isLatin, type Scan } from './scan.ts';

export interface Named {
  readonly start: number;
  readonly end: number;
  readonly reason: Designator['reason'];
}

const DASHES = '-—–－~～至到';
/** Words after 年 that make `三年` a plan. */
const PLAN = /^(?:[一-龥]{0,4}(?:行动|计划|规划|攻坚|倍增|工程|提升|大变样|目标))/u;
/** Words after a number that make it part of a name. */
const NAMES_AFTER =
  '号线 号 弄 街坊 版 代 期 线 级 强 纵 横 周年 式 型 省道 国道 连冠 连增 连丰 连降 分制 院 校区 届 师 世纪 维 层 路 后 角';
const NAMES = words(NAMES_AFTER.split(' ').map((word): readonly [string, null] => [word, null]));
/** 改善国省道180公里: so much of them, where 国道180 is the name of one. */
const ROAD_LENGTH = /^\d+(?:\.\d+)?[余多]?(?:公里|千米|条)/u;
/** 国家24条支持政策: known by its number. */
const POLICY = /(?:国家|省委|[省市区县])$/u;
const POLICIES = /^条[一-龥]{0,4}(?:政策|意见|新政)/u;
/** A colon that joins Arabic numbers of a ratio; ASCII only counts between short numbers. */
const CLOCK = /^[:：][0-5]\d(?!\d)/u;

/** What may make digits a name: a character before them, one behind them. Beside most numbers stands neither. */
const NAMING_BEFORE = 1;
const NAMING_BEHIND = 2;
const BESIDE = besideTable();

function besideTable(): Uint8Array {
  const table = new Uint8Array(65_536);
  const set = (bit: number, characters: string): void => {
    for (const char of characters) table[char.charCodeAt(0)] = (table[char.charCodeAt(0)] ?? 0) | bit;
  };
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  set(NAMING_BEFORE, `${letters}_/=&#%-.（([〔【 \u3000*\n。；;第+＋×道`);
  set(NAMING_BEHIND, `${letters}）)]〕】、．,，.${DASHES}/年月日:：届次条+＋×*${NAMES_AFTER.replaceAll(' ', '')}`);
  return table;
}

/**
 * Decides whether the digits at `start` are a designator, looking only at what touches them. Null when they may be a
 * quantity. `end` is one past the digit run.
 */
export function namedByForm(scan: Scan, start: number): Named | null {
  const { text } = scan;
  const end = digitsEnd(text, start);
  if (
    ((BESIDE[text.charCodeAt(start - 1)] ?? NAMING_BEFORE) & NAMING_BEFORE) === 0 &&
    ((BESIDE[text.charCodeAt(end)] ?? 0) & NAMING_BEHIND) === 0
  )
    return null;
  return (
    latinName(scan, start, end) ??
    enumerator(text, start, end) ??
    dated(text, start, end) ??
    ordinal(text, start, end) ??
    plusName(text, start, end) ??
    namedByNext(text, start, end)
  );
}

/** C919, G60, PM2.5, 5G, NO.1, links and the like. Letters before a percentage or a sum are words: GDP5%. */
function latinName(scan: Scan, start: number, end: number): Named | null {
  const { text } = scan;
  const before = text.charCodeAt(start - 1);
  const joins = before === 95 || before === 47 || before === 61 || before === 38 || before === 35 || before === 37;
  const hyphen = before === 45 && isLatin(text.charCodeAt(start - 2));
  const dot = before === 46 && isLatin(text.charCodeAt(start - 2));
  if (isLatin(before) || joins || hyphen || dot) {
    const stop = tokenEnd(text, end);
    if (isLatin(before) && /^(?:\.\d+)?\s?(?:%|％|个百分点|[万亿])/u.test(text.slice(end, end + 10))) return null;
    return { start, end: stop, reason: 'name' };
  }
  const after = text.charCodeAt(end);
  if (!isLatin(after) || scan.vocabulary.units.match(text, end) !== null) return null;
  return { start, end: tokenEnd(text, end), reason: 'name' };
}

/** End of a run of letters, digits and the signs that join them in names and links. */
function tokenEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    const joins = code === 46 || code === 45 || code === 47 || code === 95 || code === 43;
    if (!isDigit(code) && !isLatin(code) && !(joins && isWordCode(text.charCodeAt(at + 1)))) return at;
    at += 1;
  }
}

function isWordCode(code: number): boolean {
  return isDigit(code) || isLatin(code);
}

/** 1. 1、 （1） [1] at the start of a line or sentence. */
function enumerator(text: string, start: number, end: number): Named | null {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (
    (before === '（' || before === '(' || before === '[' || before === '〔' || before === '【') &&
    '）)]〕】'.includes(after || '-')
  ) {
    return end - start <= 4 ? { start: start - 1, end: end + 1, reason: 'enumerator' } : null;
  }
  if (!opens(text, start - 1) || end - start > 2) return null;
  // 2,123个百分点 and ２．４ at the start of a line are numbers.
  if ('．,，'.includes(after || '-') && isDigit(text.charCodeAt(end + 1))) return null;
  const marks = after === '、' || after === '．' || after === '）' || after === ')' || after === ',' || after === '，';
  const dot = after === '.' && !isDigit(text.charCodeAt(end + 1));
  return marks || dot ? { start, end: end + 1, reason: 'enumerator' } : null;
}

/** True where a line or sentence begins after `at`. */
function opens(text: string, at: number): boolean {
  let back = at;
  while (back >= 0 && at - back < 4 && ' \u3000*#'.includes(text.charAt(back))) back -= 1;
  return back < 0 || '\n。；;'.includes(text.charAt(back));
}

/** Years, months, days, clock times, periods of them, and spans of years. */
function dated(text: string, start: number, end: number): Named | null {
  const length = end - start;
  const next = text.charAt(end);
  if (next === '年' || (DASHES.includes(next || 'x') && isDigit(text.charCodeAt(end + 1)))) {
    const found = yearsOrMonths(text, start, end);
    if (found !== null) return found;
  }
  if (length === 4 && isYear(text, start) && datePart(text, end))
    return { start, end: tokenEnd(text, end), reason: 'date' };
  if (length > 2) return null;
  if (next === '月') return monthDay(text, start, end);
  if (next === '日' && !'均/'.includes(text.charAt(start - 1) || 'x')) return { start, end: end + 1, reason: 'date' };
  if ((next === ':' || next === '：') && CLOCK.test(text.slice(end, end + 4)) && !isShares(text, start)) {
    return { start, end: end + 3, reason: 'date' };
  }
  return null;
}

/** 5:55:40: three parts that make up a hundred are no time of day. */
function isShares(text: string, start: number): boolean {
  const parts = /^(\d{1,2}(?:\.\d+)?)[:：](\d{1,2}(?:\.\d+)?)[:：](\d{1,2}(?:\.\d+)?)(?![\d:：])/u.exec(
    text.slice(start, start + 18),
  );
  if (parts === null) return false;
  const sum = Number(parts[1]) + Number(parts[2]) + Number(parts[3]);
  return sum > 99 && sum < 101;
}

function datePart(text: string, end: number): boolean {
  return /^[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/u.test(text.slice(end, end + 7));
}

function isYear(text: string, start: number): boolean {
  const head = text.slice(start, start + 2);
  return head === '19' || head === '20' || head === '21' || head === '18';
}

function monthDay(text: string, start: number, end: number): Named {
  const day = /^月(?:份|底|末|初|中旬|上旬|下旬|\d{1,2}日)?/u.exec(text.slice(end, end + 4))?.[0] ?? '月';
  return { start, end: end + day.length, reason: 'date' };
}

/** 2024年, 2016-2020年, 1-11月, 1月至11月, 30年期, 三年内: what follows the run decides. */
function yearsOrMonths(text: string, start: number, end: number): Named | null {
  const window = text.slice(start, start + 26);
  const spanned = /^(?:\d{4}年?|\d{1,2}月?份?)[-—–－~～至到]{1,2}(?:\d{4}年?|\d{1,2}月份?|\d{1,2}年(?!度))/u.exec(
    window,
  )?.[0];
  if (spanned !== undefined && (/[年月]/u.test(spanned) || (/^\d{4}.+\d{4}$/u.test(spanned) && isYear(text, start)))) {
    return { start, end: start + spanned.length, reason: 'period' };
  }
  if (text.charAt(end) !== '年') return null;
  if (end - start === 4) {
    const date = /^\d{4}年(?:度|末|底|初|\d{1,2}月(?:底|末|份|\d{1,2}日)?)?/u.exec(window)?.[0] ?? window.slice(0, 5);
    return { start, end: start + date.length, reason: 'date' };
  }
  return duration(text, start, end + 1);
}

/** N年: a plan, a streak (连续N年) or a stretch of time; never a figure. */
function duration(text: string, start: number, end: number): Named {
  if (/连续$|连$/u.test(text.slice(Math.max(0, start - 2), start))) return { start, end, reason: 'streak' };
  if (PLAN.test(text.slice(end, end + 8))) return { start, end, reason: 'plan' };
  return { start, end, reason: 'period' };
}

/** 第3万个: a place in a series. Ranks (第2位), meetings and plain numbers behind 第 are read before this is asked. */
function ordinal(text: string, start: number, end: number): Named | null {
  return text.charAt(start - 1) === '第' ? { start: start - 1, end, reason: 'ordinal' } : null;
}

/** 1+6, 7×24小时, 4+2, 1+1+N, 2:1 plans: numbers joined by signs are names. */
function plusName(text: string, start: number, end: number): Named | null {
  const sign = text.charAt(end);
  const before = text.charAt(start - 1);
  const joined =
    '+＋×xX*'.includes(before || '-') && (isDigit(text.charCodeAt(start - 2)) || isLatin(text.charCodeAt(start - 2)));
  if (!joined && !('+＋×*'.includes(sign || '-') && isWordCode(text.charCodeAt(end + 1)))) return null;
  let stop = end;
  while (stop - end < 40 && (isWordCode(text.charCodeAt(stop)) || '+＋×*'.includes(text.charAt(stop) || '-')))
    stop += 1;
  // 增长xx0.9%: some digits of the number were blanked out.
  stop += /^\.\d{1,4}/u.exec(text.slice(stop, stop + 5))?.[0].length ?? 0;
  if (/^(?:小时|天)/u.test(text.slice(stop, stop + 2))) stop += text.startsWith('天', stop) ? 1 : 2;
  return { start, end: stop, reason: 'name' };
}

/** 13号线, 5A级, 211弄, 75周年, 百强. `连续3年` is a streak. */
function namedByNext(text: string, start: number, end: number): Named | null {
  const road = text.charAt(start - 1) === '道' && '国省县乡'.includes(text.charAt(start - 2) || '-');
  if (road && !ROAD_LENGTH.test(text.slice(start, start + 12))) return { start, end, reason: 'name' };
  const version = text.charAt(end) === '.' ? /^\.\d{1,2}版/u.exec(text.slice(end, end + 4))?.[0] : undefined;
  if (version !== undefined) return { start, end: end + version.length, reason: 'name' };
  if (
    text.charAt(end) === '条' &&
    POLICY.test(text.slice(Math.max(0, start - 2), start)) &&
    POLICIES.test(text.slice(end, end + 8))
  )
    return { start, end: end + 1, reason: 'policy' };
  const hit = NAMES.startingAt(text, end);
  return hit === null ? null : { start, end: end + hit.word.length, reason: hit.word === '届' ? 'meeting' : 'name' };
}
