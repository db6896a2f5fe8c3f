/** Reads the lines of the table of divisions / gives rows / promises: a bad row is an error with its line, never a skipped row. */
import type { RegionLevel } from '../../../model/report.ts';
import type { RuleFile } from '../../card.ts';
import { CardError } from '../../card.ts';
import type { Division } from '../divisions.ts';

const COLUMNS = 'code,name,level,parent_code,short_names,valid_from,valid_to,successor,recognise';
const LEVELS: ReadonlyMap<string, RegionLevel> = new Map([
  ['country', 'country'],
  ['province', 'province'],
  ['prefecture', 'prefecture'],
  ['county', 'county'],
]);

/** @throws CardError at the first row that breaks the format, or whose parent or successor is no row of the table. */
export function parseRows(file: RuleFile): Division[] {
  const rows: { readonly division: Division; readonly line: number }[] = [];
  let headed = false;
  for (const [index, raw] of file.text.split('\n').entries()) {
    const line = index + 1;
    const text = index === 0 ? raw.replace(/^\uFEFF/, '').trimEnd() : raw.trimEnd();
    if (text === '' || text.startsWith('#')) continue;
    if (headed) {
      rows.push({ division: parseRow(file.path, line, text), line });
      continue;
    }
    if (text !== COLUMNS) throw new CardError(file.path, line, 1, `the columns must be ${COLUMNS}`);
    headed = true;
  }
  if (!headed) throw new CardError(file.path, 1, 1, `no columns; the first line must be ${COLUMNS}`);
  checkReferences(file.path, rows);
  return rows.map((row) => row.division);
}

function parseRow(path: string, line: number, text: string): Division {
  const cells = text.split(',');
  const wrong = (column: number, message: string): CardError =>
    new CardError(path, line, cells.slice(0, column).join(',').length + (column === 0 ? 1 : 2), message);
  const [code = '', name = '', levelName = '', parent = '', shorts = '', from = '', to = '', successor = '', how = ''] =
    cells;
  if (cells.length !== 9) throw wrong(0, `a row has 9 cells, this one has ${cells.length}`);
  if (!/^\d{6}$/.test(code)) throw wrong(0, `code must be six digits, got '${code}'`);
  if (name.length < 2) throw wrong(1, `name is missing or too short: '${name}'`);
  const level = LEVELS.get(levelName);
  if (level === undefined) throw wrong(2, `level must be one of ${[...LEVELS.keys()].join(', ')}, got '${levelName}'`);
  if ((parent === '') !== (level === 'country')) throw wrong(3, 'every division but the country needs a parent_code');
  const shortNames = shorts === '' ? [] : shorts.split('|');
  if (shortNames.some((one) => one.length < 2)) throw wrong(4, `short names need two characters: '${shorts}'`);
  if (from !== '' && !isYear(from)) throw wrong(5, `valid_from must be a year or empty, got '${from}'`);
  if (to !== '' && !isYear(to)) throw wrong(6, `valid_to must be a year or empty, got '${to}'`);
  if (successor !== '' && to === '') throw wrong(7, 'only a former division has a successor; give valid_to');
  if (!/^(?:after-parent|not-after:.+)?$/.test(how)) {
    throw wrong(8, `recognise must be after-parent, not-after:<characters> or empty, got '${how}'`);
  }
  return {
    code,
    name,
    level,
    parentCode: parent === '' ? null : parent,
    shortNames,
    validFrom: from === '' ? null : Number(from),
    validTo: to === '' ? null : Number(to),
    successor: successor === '' ? null : successor,
    afterParentOnly: how === 'after-parent',
    notAfter: how.startsWith('not-after:') ? how.slice('not-after:'.length) : '',
  };
}

function isYear(text: string): boolean {
  return /^(19|20)\d\d$/.test(text);
}

function checkReferences(path: string, rows: readonly { readonly division: Division; readonly line: number }[]): void {
  const inForce = new Set<string>();
  const known = new Set<string>();
  for (const { division, line } of rows) {
    known.add(division.code);
    if (division.validTo !== null) continue;
    if (inForce.has(division.code)) throw new CardError(path, line, 1, `code ${division.code} is in force twice`);
    inForce.add(division.code);
  }
  for (const { division, line } of rows) {
    for (const code of [division.parentCode, division.successor]) {
      if (code !== null && !known.has(code)) throw new CardError(path, line, 1, `no row has the code ${code}`);
    }
  }
}
