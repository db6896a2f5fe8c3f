/** The qualifiers of a figure: those of its name, and what the words before it say of field, base and prices. */
import { type Measure, STAGES } from '../../model/figure.ts';
import { setOfUnits } from '../../rules/kinds/units-set.ts';
import type { Lead } from './lead.ts';
import type { Named } from './name.ts';
import type { Cues } from './peel.ts';
import { AGAINST, PRICED, SEASON, YEAR } from './signs.ts';
import { PLAN_WRITTEN, YEAR_WRITTEN } from './year-words.ts';

const FIELD =
  /(全国|全省|全市|全区|全州|全盟|全旗|世界|全球|中心城区|中心区|长三角|中西部|中部|西部|东部|内地)[^，,、]{0,4}$/u;
/** The year, or the plan, that a change is counted from. */
export const BASE = new RegExp(
  `(?:比|较|是)(${YEAR_WRITTEN}年[末底]?|[“"]?${PLAN_WRITTEN}[”"]?(?:期?末|期间|时期)?|年初(?:计划|目标|预期))`,
  'u',
);

/** The year that 2.4倍 and 75% are counted from: 达到2005年的2.4倍, 恢复到2019年的75%. */
export const BASE_LAST = new RegExp(
  `(?:[到至]了?|为|是|相当于)(${YEAR_WRITTEN}年[末底]?|[“"]?${PLAN_WRITTEN}[”"]?(?:期?末|期间|时期))(?:同期)?的?$`,
  'u',
);

/** Sorted, without doubles; empty for the plain indicator. */
export function scopeFor(
  name: Named,
  measure: Measure,
  cues: Cues,
  lead: Lead,
  startedField: string | null,
): readonly string[] {
  const said = saidScope(measure, cues, lead, startedField);
  const own = name.scope;
  if (own.length + said.length < 2) return said.length === 0 ? own : said;
  return [...new Set([...own, ...said])].sort();
}

/** The field that a clause ranks in: 居全国. */
export function fieldOf(clause: string): string | null {
  return FIELD.exec(clause)?.[1] ?? null;
}

/** 加装电梯开工514台、完工295台: how far the things have come that are counted. */
function stageOf({ clause }: Lead): string | undefined {
  return endsStage(clause.charCodeAt(clause.length - 1)) ? STAGE.exec(clause)?.[0] : undefined;
}

const STAGE = new RegExp(`(?<!新|全面)(?:${STAGES.join('|')})$`, 'u');
const endsStage = setOfUnits(STAGES.map((stage) => stage.slice(-1)).join(''));

/** 2010年与2005年相比，生产总值增长79.1% */
const OPENS_AGAINST = new RegExp(
  `[与和同跟](${YEAR_WRITTEN}年[末底]?|[“"]?${PLAN_WRITTEN}[”"]?(?:期?末|时期))相比`,
  'u',
);

function saidScope(measure: Measure, cues: Cues, lead: Lead, startedField: string | null): string[] {
  const { clause, words, signs } = lead;
  const found: string[] = [];
  if (cues.yearly) found.push('年均');
  const stage = stageOf(lead);
  if (stage !== undefined) found.push(stage);
  if ((signs & PRICED) !== 0 && clause.includes('同口径')) found.push('同口径');
  const field = measure === 'rank' ? (fieldOf(clause) ?? (cues.reach ? startedField : null)) : null;
  if (field !== null) found.push(field);
  if (measure === 'level' || (signs & (YEAR | SEASON)) === 0) return found;
  const told = (signs & AGAINST) === 0 ? undefined : BASE.exec(clause)?.[1];
  const changes = measure === 'growth' || measure === 'change_points';
  const against = told ?? (changes && words.includes('相比') ? OPENS_AGAINST.exec(words)?.[1] : undefined);
  const base = against ?? (measure === 'ratio' ? BASE_LAST.exec(clause)?.[1] : undefined);
  if (base !== undefined) found.push(`比${base.replace(/[“”"]/gu, '')}`);
  return found;
}
