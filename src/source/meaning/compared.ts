/** The other side of a comparison: 高于全省平均水平, 快于全国2个百分点. */

import type { Sense } from '../../model/figure.ts';
import { setOfUnits } from '../../rules/kinds/units-set.ts';
import { AGAINST, COMPARES } from './signs.ts';

/** The words for the other side, and which side of it the figure is on. */
export interface Compared {
  readonly words: string;
  readonly sense: Sense | null;
}

const BEFORE =
  /(?<verb>高于|低于|快于|慢于|优于|好于|领先|高出|超过|超出|超(?=全))(?<words>(?:[一-龥]|GDP|、(?=全)){2,16}?)$/u;
/** 比全省平均水平高, 较全国快. */
const AGAINST_PLACE = /[比较](?<words>(?:全[国省市州区县旗盟]|我[国省市])[一-龥]{0,6}?)(?<verb>[高低快慢])出?$/u;
const AFTER =
  /^[，,、]?(?:增速|增幅|涨幅|总量|均|分别|双双|明显|也|持续){0,3}(?<verb>高于|快于|低于|慢于|优于|好于)(?<words>(?:[一-龥]|GDP|、(?=全)){2,16}?)(?=[，,。；;\n]|$)/u;

/**
 * A verb of comparison at the end of the clause with what it names; null when there is none. Of several others, as many as
 * there are figures (高于全省和全国0.8个、1.3个百分点), the figure at place `at` has its own. `signs` are those of the clause, or more.
 */
export function comparedBefore(clause: string, signs: number, at: number, size: number): Compared | null {
  if ((signs & (COMPARES | AGAINST)) === 0) return null;
  const end = clause.slice(-24);
  const found = comparedBy(AGAINST_PLACE.exec(end) ?? BEFORE.exec(end));
  if (found === null || size === 1) return found;
  const others = found.words.split(/[和与及、]/u);
  return others.length === size ? { ...found, words: others[at] ?? found.words } : found;
}

/** The marks and the first characters that AFTER can begin with. */
const isMark = setOfUnits('，,、');
const opens = setOfUnits('增涨总均分双明也持高快低慢优好');

/** The same for a comparison that follows the figure without a number of its own. */
export function comparedAfter(text: string, end: number): Compared | null {
  const from = isMark(text.charCodeAt(end)) ? end + 1 : end;
  return opens(text.charCodeAt(from)) ? comparedBy(AFTER.exec(text.slice(end, end + 34))) : null;
}

function comparedBy(found: RegExpExecArray | null): Compared | null {
  const { verb = '', words } = found?.groups ?? {};
  return words === undefined ? null : { words, sense: SENSES[verb.charAt(0)] ?? null };
}

/** By the first character of the verb. 优于 and 好于 say better, which of a rate of unemployment is less: they are not here. */
const SENSES: Readonly<Record<string, Sense>> = {
  高: 'above',
  快: 'above',
  领: 'above',
  超: 'above',
  低: 'below',
  慢: 'below',
};
