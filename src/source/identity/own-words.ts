/** Reads words such as 市人民政府, 第十四届…, 全省 / gives what kind of place speaks / promises: a kind, never a place. */
import type { Division } from '../../rules/vocabulary/divisions.ts';

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
  if (at > 0 && '全我本'.includes(text.charAt(at - 1))) return !'级域别间'.includes(text.charAt(at + 1) || ' ');
  return !/\p{Script=Han}$/u.test(text.slice(Math.max(0, at - 2), at));
}

/** The word that a body uses for its own place (全市, 我市, 市委, 市政府): the innermost one in steady use; null without one. */
export function ownKindOf(text: string): OwnKind | null {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(/[全我本][省市州盟县区旗]|[省市州盟县区旗](?=委|政府)/g)) {
    const word = match[0].slice(-1);
    if (isOwn(text, match.index + match[0].length - 1)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
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
