/** Reads the unit after a number: classifier, money, area …, with brackets and per-unit forms. */
import type { Unit, Units } from '../../rules/vocabulary/units.ts';

export interface UnitRead {
  readonly unit: Unit;
  readonly end: number;
}

/** What may stand under a slash besides a unit: 16万元/人, 3万吨/日, 5吨/年. */
const PER = [
  '平方公里',
  '平方米',
  '立方米',
  '万元',
  '亩',
  '人',
  '天',
  '日',
  '年',
  '月',
  '小时',
  '次',
  '户',
  '吨',
  '公顷',
  '平米',
  '升',
  '公里',
  '秒',
];

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
  const below = PER.find((word) => text.startsWith(word, read.end + 1));
  const known = below ?? units.match(text, read.end + 1)?.unit.name;
  if (known === undefined || read.unit.kind === 'percent') return read;
  if (sign === '每' && read.unit.kind === 'count') return read;
  const name = `${read.unit.name}/${known === '平米' ? '平方米' : known}`;
  const length = below?.length ?? known.length;
  return { unit: { name, kind: 'other', discrete: false, sizes: true }, end: read.end + 1 + length };
}
