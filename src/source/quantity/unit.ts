/** Reads the unit after a number: classifier, money, area …, with brackets and per-unit forms. */
import type { Unit, Units } from '../../rules/vocabulary/units.ts';

export interface UnitRead {
  readonly unit: Unit;
  readonly end: number;
}

/** What may stand under a slash besides a unit: 0.5吨/万元, 3万吨/日, 5吨/年. */
const BELOW = /^(?:万元|[日年月])/u;

/** The unit at `start`, one space before it allowed; null when no known unit is written there. */
export function readUnit(text: string, start: number, units: Units): UnitRead | null {
  const gap = text.charCodeAt(start) === 32 || text.charCodeAt(start) === 0xa0 ? 1 : 0;
  const hit = units.match(text, start + gap);
  if (hit === null) return null;
  return perUnit(text, bracket(text, { unit: hit.unit, end: hit.end }, units), units);
}

/** 人（次） is 人次; 套（间） and 户（套） keep the first word as unit and take the bracket into the span. */
function bracket(text: string, read: UnitRead, units: Units): UnitRead {
  const open = text.charAt(read.end);
  if (open !== '（' && open !== '(') return read;
  const inner = units.match(text, read.end + 1);
  if (inner === null || inner.unit.kind !== 'count') return read;
  const close = text.charAt(inner.end);
  if (close !== '）' && close !== ')') return read;
  const joined = inner.unit.name === '次' ? units.byName(`${read.unit.name}次`) : null;
  return { unit: joined ?? read.unit, end: inner.end + 1 };
}

function perUnit(text: string, read: UnitRead, units: Units): UnitRead {
  const sign = text.charAt(read.end);
  if (sign !== '/' && sign !== '∕' && sign !== '／' && sign !== '每') return read;
  const below = units.match(text, read.end + 1);
  const known = below?.unit.name ?? BELOW.exec(text.slice(read.end + 1, read.end + 3))?.[0];
  if (known === undefined || read.unit.kind === 'percent') return read;
  // 连续20多天每天会商: 每 behind a count or a stretch of time begins other words.
  if (sign === '每' && (read.unit.kind === 'count' || read.unit.kind === 'time')) return read;
  const unit: Unit = { name: `${read.unit.name}/${known}`, kind: 'other', discrete: false, sizes: true };
  return { unit, end: below?.end ?? read.end + 1 + known.length };
}
