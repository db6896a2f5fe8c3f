/** Reads the tables of two releases / gives what changed between them as Markdown / promises: every table is named, also one in which nothing changed. */
import { diffTables, isEqual, type RowChange, type TableDiff } from './diff-tables.ts';
import { cell } from './release/cell.ts';
import type { Tables } from './schema.ts';

/** Rows shown of each kind; the rest are counted. */
const SHOWN = 10;
/** Characters shown of a cell. */
const LONGEST = 60;

/** What a reviewer reads on a pull request: counts by table, then cells by column, then the rows themselves. */
export function releaseDiff(a: Tables, b: Tables): string {
  const diffs = diffTables(a, b);
  const changed = diffs.filter((diff) => !isEqual(diff));
  const head = changed.length === 0 ? 'No row differs.' : `${changed.length} of ${diffs.length} tables differ.`;
  return `${['## What changed in the data', head, counts(diffs), behind(a, b), ...changed.map(details)].filter(Boolean).join('\n\n')}\n`;
}

function counts(diffs: readonly TableDiff[]): string {
  const rows = diffs.map(({ table, rows: { a, b }, onlyA, onlyB, changed }) => {
    const cells = changed.reduce((sum, row) => sum + row.columns.length, 0);
    return `| ${table} | ${a} | ${b} | ${onlyB.length} | ${onlyA.length} | ${changed.length} | ${cells} |`;
  });
  const head = '| table | rows before | rows after | added | removed | changed | cells changed |';
  return [head, '| --- | ---: | ---: | ---: | ---: | ---: | ---: |', ...rows].join('\n');
}

/** Sources and rules that a change may come from: those that are on one side only, or whose bytes or hits differ. */
function behind(a: Tables, b: Tables): string {
  const before = new Map(a.sources.map((row) => [row.source_id, row.sha256]));
  const after = new Map(b.sources.map((row) => [row.source_id, row.sha256]));
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  const lines = ids.flatMap((id) => {
    const [left, right] = [before.get(id), after.get(id)];
    if (left === right) return [];
    const said = left === undefined ? 'is new' : right === undefined ? 'is gone' : 'has other bytes';
    return [`- source \`${id}\` ${said}`];
  });
  const [hitsBefore, hitsAfter] = [hits(a), hits(b)];
  const rules = [...new Set([...hitsBefore.keys(), ...hitsAfter.keys()])].sort();
  for (const rule of rules) {
    const [left, right] = [hitsBefore.get(rule) ?? 0, hitsAfter.get(rule) ?? 0];
    if (left !== right) lines.push(`- rule \`${rule}\`: ${left} rows before, ${right} after`);
  }
  return lines.length === 0 ? '' : `Behind it:\n\n${lines.join('\n')}`;
}

/** Rows that name a rule, by rule, over edits, findings and checks. */
function hits({ edits, findings, checks }: Tables): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { rule } of [...edits, ...findings, ...checks]) sums.set(rule, (sums.get(rule) ?? 0) + 1);
  return sums;
}

function details({ table, onlyA, onlyB, changed }: TableDiff): string {
  const columns = new Map<string, number>();
  for (const { columns: cells } of changed) {
    for (const { column } of cells) columns.set(column, (columns.get(column) ?? 0) + 1);
  }
  const byColumn = [...columns].map(([column, count]) => `\`${column}\` ${count}`).join(', ');
  return [
    `### ${table}`,
    ...(byColumn === '' ? [] : [`Cells changed: ${byColumn}.`]),
    ...listed('Added', onlyB.map(cell)),
    ...listed('Removed', onlyA.map(cell)),
    ...listed('Changed', changed.map(changeLine)),
  ].join('\n\n');
}

function listed(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > SHOWN ? [`- … and ${lines.length - SHOWN} more`] : [];
  return [`${title}:`, [...lines.slice(0, SHOWN).map((line) => `- ${line}`), ...more].join('\n')];
}

function changeLine({ key, columns }: RowChange): string {
  const cells = columns.map(({ column, a, b }) => `\`${column}\` ${short(a)} → ${short(b)}`);
  return `${cell(key)}: ${cells.join('; ')}`;
}

function short(text: string): string {
  const characters = [...text];
  return cell(characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text);
}
