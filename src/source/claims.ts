/** Reads the text of a report and its figures / gives what is claimed of them in words (创历史新高, 首次突破, 连续五年增长, 高于全省平均水平) / promises: one pass, and only claims whose figure stands right beside them. */
import type { FigureClaim } from '../model/fact.ts';
import type { Figure } from '../model/figure.ts';

const WORDS =
  /(?<record>创(?:下)?(?:了)?(?:历史|历年)?(?:同期)?(?:新高|最高|最好水平|历史最高|历史最好水平)|历史新高)|(?<first>首次(?:突破|超过|超|跨越|跨上|跨过|达到|迈上|站上))|(?<above>(?:高于|高出|超过|领先于?|多于)(?:全国|全省|全市|全州)(?:平均)?(?:水平|值|数)?)|(?<below>(?:低于|少于|落后于)(?:全国|全省|全市|全州)(?:平均)?(?:水平|值|数)?)|(?<times>(?:是|为|达到?|相当于|等于)(?:全国|全省|全市|全州)(?:平均)?(?:水平|值|数)?的)|连续(?<years>\d{1,2}|[一二两三四五六七八九十]{1,3})年/u;
/** What a streak is said of: words behind 连续N年. */
const RISES = /^(?:实现|保持|呈)?(?:稳定|快速|持续)?(?:正?增长|增产|增收|提高|上升|攀升)/u;
const RANKS = /^[，,]?(?:保持|稳居|位居|位列|居|列|蝉联|获得?|排名|排)/u;
/** Words that may stand between a figure and what is claimed of it. */
const BETWEEN = /^(?:[，,、]|再|均|又|规模|总量|总数|双双?|都|实现){0,4}$/u;
/** Characters between a streak and its rank, and between a figure and 连续. */
const RANK_NEAR = 14;
const RISE_NEAR = 12;
const MOST_YEARS = 40;
/** What may stand behind 高于全省平均水平 when no more is said. */
const ENDS = /^[，,。；;、\n]?$/u;

/**
 * Claims in the order of the text.
 * @param figures of the report, in the order of its text
 */
export function claimsOf(text: string, figures: readonly Figure[]): FigureClaim[] {
  const found: FigureClaim[] = [];
  let next = 0;
  for (const match of text.matchAll(new RegExp(WORDS, 'gu'))) {
    const [start, end] = [match.index, match.index + match[0].length];
    while ((figures[next]?.range.start ?? Number.POSITIVE_INFINITY) < start) next += 1;
    const beside = { before: figures[next - 1] ?? null, after: figures[next] ?? null };
    const claim = claimOf(match, { start, end }, beside, text);
    if (claim !== null) found.push({ ...claim, quote: match[0] });
  }
  return found;
}

interface Beside {
  readonly before: Figure | null;
  readonly after: Figure | null;
}

function claimOf(
  { groups = {} }: RegExpMatchArray,
  { start, end }: { readonly start: number; readonly end: number },
  { before, after }: Beside,
  text: string,
): Omit<FigureClaim, 'quote'> | null {
  if (groups.record !== undefined) {
    const isSaidOf =
      before !== null && start - before.range.end <= 6 && BETWEEN.test(text.slice(before.range.end, start));
    return isSaidOf && isLevel(before) ? { figureId: before.figureId, kind: 'record', years: null } : null;
  }
  if (groups.first !== undefined) {
    // 突破 may belong to the figure: 首次⟦突破2000亿元⟧.
    const own = [before, after].find((one) => one !== null && one.range.start >= start && one.range.start <= end + 1);
    return own && isLevel(own) ? { figureId: own.figureId, kind: 'first', years: null } : null;
  }
  if (groups.times !== undefined) {
    const isTimes = after !== null && after.unit === '倍' && after.range.start - end <= 1;
    return isTimes ? { figureId: after.figureId, kind: 'times', years: null } : null;
  }
  const sense = groups.above !== undefined ? 'above' : groups.below !== undefined ? 'below' : null;
  if (sense !== null) {
    // 高于全省平均水平313美元 is said of a figure of its own; 高于全省增幅 is not said of the level.
    const isSaidOf =
      before !== null && start - before.range.end <= 6 && BETWEEN.test(text.slice(before.range.end, start));
    const isAll = ENDS.test(text.charAt(end));
    return isSaidOf && isAll && isLevel(before) ? { figureId: before.figureId, kind: sense, years: null } : null;
  }
  const years = yearsOf(groups.years ?? '');
  const said = text.slice(end, end + RANK_NEAR);
  if (years === null) return null;
  if (RANKS.test(said) && after?.measure === 'rank' && after.range.start - end <= RANK_NEAR) {
    return { figureId: after.figureId, kind: 'rank', years };
  }
  const rises = RISES.test(said) && before !== null && start - before.range.end <= RISE_NEAR;
  return rises && isLevel(before) && BETWEEN.test(text.slice(before.range.end, start))
    ? { figureId: before.figureId, kind: 'rise', years }
    : null;
}

function isLevel({ measure, indicator, nature }: Figure): boolean {
  return (measure === 'level' || measure === 'count') && indicator !== null && nature !== 'target';
}

const DIGITS = '零一二三四五六七八九';

/** 5, 十五, 二十: years as written, from 2 to forty. */
function yearsOf(words: string): number | null {
  const digit = (word: string): number => (word === '两' ? 2 : DIGITS.indexOf(word));
  const [tens, ones] = words.includes('十') ? words.split('十') : [null, words];
  const value = /^\d/u.test(words)
    ? Number(words)
    : tens === null || tens === undefined
      ? digit(words)
      : (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' || ones === undefined ? 0 : digit(ones));
  return value >= 2 && value <= MOST_YEARS ? value : null;
}
