/** Reads names found in a text / gives what each can mean there / promises: only context that speaks narrows, nothing is guessed. */
import type { Division, DivisionHint, DivisionMention } from '../divisions.ts';
import type { RawMention } from './matcher.ts';

/** How far, in characters and in names, the place that a name belongs to may stand from it. */
const NEAR_CHARS = 120;
const NEAR_NAMES = 6;

type Contains = (outer: string, code: string) => boolean;

/**
 * Narrows what each name means, in this order: the caller's region, years in which the name held, a place named directly
 * before it (杭州市西湖区) or after it (吉林长春), a province or prefecture named near it that only one candidate lies in.
 */
export function resolve(
  found: readonly RawMention[],
  text: string,
  hint: DivisionHint,
  contains: Contains,
): DivisionMention[] {
  const timely = found.map((mention) => meaning(mention, byYear(mention.candidates, hint.year)));
  const beside: DivisionMention[] = [];
  for (const [index, mention] of timely.entries()) {
    if (isPlain(mention)) {
      beside.push(mention);
      continue;
    }
    const before = beside[beside.length - 1];
    const after = timely[index + 1];
    const belongs = before !== undefined && adjoins(text, before, mention) ? insideOf(mention, before, contains) : [];
    const asked = hint.within === undefined ? [] : mention.candidates.filter((one) => isIn(one, hint.within, contains));
    const kept = belongs.length > 0 ? belongs : asked.length > 0 ? asked : mention.candidates;
    const plain = belongs.length > 0 ? kept : withoutEveryday(kept, mention);
    if (plain.length === 0) continue;
    const above =
      after !== undefined && plain.length > 1 && adjoins(text, mention, after)
        ? plain.filter((division) => after.candidates.some((inner) => isBelow(division, inner, contains)))
        : [];
    beside.push(meaning(mention, above.length > 0 ? above : plain));
  }
  return beside.map((mention, index) => meaning(mention, byNeighbours(beside, index, contains)));
}

/** True for a name of one meaning wherever it stands: no context takes it away. */
function isPlain({ candidates: [only, second] }: RawMention): boolean {
  return second === undefined && only !== undefined && !only.afterParentOnly;
}

/** The mention with these candidates. */
function meaning(mention: RawMention, candidates: readonly Division[]): RawMention {
  return mention.candidates === candidates ? mention : { ...mention, candidates };
}

/** Everyday words (城区) mean no place where their parent's name does not stand before them. */
function withoutEveryday(candidates: readonly Division[], mention: RawMention): readonly Division[] {
  const isEveryday = (division: Division): boolean => division.afterParentOnly && isFull(division, mention);
  return candidates.some(isEveryday) ? candidates.filter((division) => !isEveryday(division)) : candidates;
}

function isFull(division: Division, mention: RawMention): boolean {
  return division.name === mention.text;
}

/** Names that held in the year; without a year those in force; all when that leaves none. */
function byYear(candidates: readonly Division[], year: number | undefined): readonly Division[] {
  if (candidates.length === 1) return candidates;
  const timely = candidates.filter((division) =>
    year === undefined
      ? division.validTo === null
      : (division.validFrom ?? 0) <= year && year <= (division.validTo ?? Infinity),
  );
  return timely.length > 0 ? timely : candidates;
}

/** True when nothing but blanks stands between the two names. */
function adjoins(text: string, before: RawMention, after: RawMention): boolean {
  const gap = after.start - before.end;
  return gap === 0 || (gap <= 2 && text.slice(before.end, after.start).trim() === '');
}

function insideOf(mention: RawMention, outer: DivisionMention, contains: Contains): Division[] {
  return mention.candidates.filter((division) => outer.candidates.some((one) => isBelow(one, division, contains)));
}

function isIn(division: Division, outer: string | undefined, contains: Contains): boolean {
  return outer !== undefined && lies(division, outer, contains);
}

function isBelow(outer: Division, inner: Division, contains: Contains): boolean {
  return outer.code !== inner.code && lies(inner, outer.code, contains);
}

/** By the row's own parent: a code that was given away later must not lead to the new owner's parents. */
function lies(division: Division, outer: string, contains: Contains): boolean {
  return division.code === outer || (division.parentCode !== null && contains(outer, division.parentCode));
}

function byNeighbours(all: readonly DivisionMention[], index: number, contains: Contains): readonly Division[] {
  const mention = all[index];
  if (mention === undefined || mention.candidates.length < 2) return mention?.candidates ?? [];
  for (let step = 1; step <= NEAR_NAMES; step++) {
    for (const other of [all[index - step], all[index + step]]) {
      const outer = other?.candidates.length === 1 ? other.candidates[0] : undefined;
      if (other === undefined || outer === undefined || outer.level === 'country') continue;
      if (Math.min(Math.abs(mention.start - other.end), Math.abs(other.start - mention.end)) > NEAR_CHARS) continue;
      const inside = mention.candidates.filter((division) => isBelow(outer, division, contains));
      if (inside.length > 0 && inside.length < mention.candidates.length) return inside;
    }
  }
  return mention.candidates;
}

/** The last of a chain of places that lie in one another; null when they do not, or when one is ambiguous. */
export function innermostOf(mentions: readonly DivisionMention[], contains: Contains): Division | null {
  let inner: Division | null = null;
  for (const { candidates } of mentions) {
    const [only, second] = candidates;
    if (only === undefined || second !== undefined) return null;
    if (inner !== null && !lies(only, inner.code, contains)) return null;
    inner = only;
  }
  return inner;
}
