/** Reads words such as 市人民政府, 第十四届…, 全省 / gives what kind of place speaks / promises: a kind, never a place. */

import { setOfUnits } from '../../rules/kinds/units-set.ts';
import type { Division } from '../../rules/vocabulary/divisions.ts';
import { isHan } from '../han.ts';

/** Kinds of places by the word that a report uses for its own: 市 may be a municipality, a prefecture-level or a county-level city. */
export type OwnKind = '省' | '自治区' | '市' | '州' | '盟' | '地区' | '县' | '区' | '旗' | '国';

const SUFFIXES: Readonly<Record<OwnKind, readonly string[]>> = {
  国: [],
  省: ['省'],
  自治区: ['自治区'],
  市: ['市'],
  州: ['自治州'],
  盟: ['盟'],
  地区: ['地区'],
  县: ['县'],
  区: ['区'],
  旗: ['旗'],
};

const PLAIN: readonly OwnKind[] = ['省', '市', '盟', '县', '区', '旗'];

/** True when a place of this name can call itself by that word. 区 is also what an autonomous region says of itself. */
export function isOfKind(division: Division, kind: OwnKind): boolean {
  if (kind === '国') return division.level === 'country';
  return SUFFIXES[kind].some((suffix) => division.name.endsWith(suffix));
}

/** The kind that a bare own word (市, 全市, 自治州) stands for; null for anything else. */
export function kindOf(word: string): OwnKind | null {
  const bare = word.replace(/^(?:全|我|本)/, '').replace(/人民$/, '');
  if (bare === '自治州' || bare === '州') return '州';
  if (bare === '自治县') return '县';
  if (bare === '自治旗') return '旗';
  if (bare === '地区' || bare === '行署' || bare === '地区行署') return '地区';
  if (bare === '自治区') return '自治区';
  if (bare === '国务院') return '国';
  return PLAIN.find((kind) => kind === bare) ?? null;
}

/** Kinds from the innermost: a prefecture speaks of 全省 too, a province hardly ever of 我市. */
const INWARD: readonly (readonly string[])[] = [['县', '旗', '区'], ['市', '州', '盟'], ['省']];
/** An own word stands at least so often in a report, and in this share of the most used one. */
const ENOUGH = 5;
const SHARE = 0.1;
/** A report of the outer place uses an inner word at most this often for each of its own: 全省 20 times, 我市 twice. */
const STRAY = 0.13;

/** True when the kind of place at `at` speaks of the report's own: 全市 but not 全市级, 市委 but not 上海市委. */
function isOwn(text: string, at: number): boolean {
  if (at > 0 && ownsNext(text.charCodeAt(at - 1))) return !isGeneral(text.charCodeAt(at + 1));
  return at === 0 || !isHan(text.charCodeAt(at - 1));
}

const OWN = '全我本';
const ownsNext = setOfUnits(OWN);
const isPlace = setOfUnits('省市州盟县区旗');
/** 全市级, 全区域: all of that kind. */
const isGeneral = setOfUnits('级域别间');

/** What stands around a kind of place that speaks of the report's own: before it (全, 我, 本) or behind it (委, 政府). */
const BEFORE = 1;
const BEHIND = 2;
const MARKS = markTable();

function markTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const char of OWN) table[char.charCodeAt(0)] = BEFORE;
  for (const char of '委政') table[char.charCodeAt(0)] = BEHIND;
  return table;
}

/** How often a body speaks of each kind of place as its own: 全市, 我市, 市委, 市政府. Looks only where such a word can stand. */
export function ownWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = nextMark(text, 0); at < text.length; at = nextMark(text, at + 1)) {
    const place = MARKS[text.charCodeAt(at)] === BEFORE ? at + 1 : bodyBefore(text, at);
    if (place < 0 || !isPlace(text.charCodeAt(place)) || !isOwn(text, place)) continue;
    const word = text.charAt(place);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** The first character of such a word from `from` on, or the text's end. */
function nextMark(text: string, from: number): number {
  let at = from;
  while (at < text.length && MARKS[text.charCodeAt(at)] === 0) at += 1;
  return at;
}

/** The place of the character before 委 or 政府; -1 where none is, or where 全, 我 or 本 has told of it. */
function bodyBefore(text: string, at: number): number {
  if (text.charAt(at) === '政' && text.charAt(at + 1) !== '府') return -1;
  return at > 0 && !ownsNext(text.charCodeAt(at - 2)) ? at - 1 : -1;
}

/** The kind of place that a body speaks for (全市, 我市, 市委, 市政府): the innermost word in steady use; null without one. */
export function ownKindOf(counts: ReadonlyMap<string, number>): OwnKind | null {
  const most = Math.max(0, ...counts.values());
  let inner = 0;
  for (const words of INWARD) {
    const used = words.map((word) => ({ word, count: counts.get(word) ?? 0 })).sort((a, b) => b.count - a.count)[0];
    if (used === undefined) continue;
    const steady = used.count >= ENOUGH && used.count >= most * SHARE;
    if (steady) return inner <= used.count * STRAY ? kindOf(used.word) : null;
    inner = Math.max(inner, used.count);
  }
  return null;
}

/** A kind of place that is not the region's own is believed when its word stands so often. */
const FOREIGN = 12;
/** The region's own word may stand so often in a body of the other kind, as a share of the other word. */
const OWN_LEFT = 0.15;

/** The word by which a body speaks for another kind of place than the region is: 全省 in the report of a city. null without one. */
export function foreignKind(
  region: Division,
  counts: ReadonlyMap<string, number>,
): { readonly word: string; readonly count: number } | null {
  const kind = ownKindOf(counts);
  if (kind === null || isOfKind(region, kind)) return null;
  const word = kind.slice(-1);
  const count = counts.get(word) ?? 0;
  const own = counts.get(region.name.slice(-1)) ?? 0;
  const outward =
    INWARD.findIndex((words) => words.includes(word)) >
    INWARD.findIndex((words) => words.includes(region.name.slice(-1)));
  if (count < FOREIGN || (outward && own > count * OWN_LEFT)) return null;
  return { word, count };
}
