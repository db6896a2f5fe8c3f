/** Reads the tables / gives workflow commands that GitHub shows on the changed lines / promises: one line a finding, nothing unescaped. */
import { printable } from './escape.ts';
import type { Change, GateView } from './gate-changes.ts';
import type { Lang } from './lexicon.ts';
import type { FindingRow } from './rows.ts';
import type { Tables } from './schema.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Annotations for all findings that are not accepted, in the table's order; empty text when there are none. */
export function githubAnnotations(tables: Tables, lang: Lang): string {
  const paths = new Map(tables.sources.map((row) => [row.source_id, row.path]));
  return tables.findings
    .filter((row) => row.state === 'new')
    .map((row) => annotation(row, paths.get(row.source_id) ?? row.source_id, lang))
    .join('');
}

/**
 * Annotations for what is new by the gate: findings at their places, everything else at the file that it is about.
 * What stood before and what was accepted is not repeated on every pull request.
 */
export function gateAnnotations(tables: Tables, view: GateView, lang: Lang): string {
  const paths = new Map(tables.sources.map((row) => [row.source_id, row.path]));
  const rows = new Map(tables.findings.map((row) => [row.finding_id, row]));
  const fresh = view.changes.filter((one) => ['worse', 'note'].includes(one.weight));
  return fresh
    .flatMap((one) => {
      const row = rows.get(one.fingerprint);
      if (row) return [annotation(row, paths.get(row.source_id) ?? row.source_id, lang)];
      return one.weight === 'worse' ? [changeAnnotation(one, paths, lang)] : [];
    })
    .join('');
}

function changeAnnotation(one: Change, paths: ReadonlyMap<string, string>, lang: Lang): string {
  const file = one.place?.path ?? paths.get(one.sourceId ?? '');
  const place = file === undefined ? '' : `file=${property(file)}${one.place ? `,line=${one.place.line}` : ''},`;
  return `::error ${place}title=${property(one.rule)}::${data(one.said[lang])}\n`;
}

function annotation(row: FindingRow, path: string, lang: Lang): string {
  const place = row.line === null ? '' : `,line=${row.line},col=${row.column}`;
  const title = `,title=${property(row.rule)}`;
  const message = lang === 'zh' ? row.message_zh : row.message_en;
  return `::${COMMANDS[row.severity]} file=${property(path)}${place}${title}::${data(message)}\n`;
}

function data(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
