/** Reads the tables / gives workflow commands that GitHub shows on the changed lines / promises: one line a finding, nothing unescaped. */
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

function annotation(row: FindingRow, path: string, lang: Lang): string {
  const place = row.line === null ? '' : `,line=${row.line},col=${row.column}`;
  const title = `,title=${property(row.rule)}`;
  const message = lang === 'zh' ? row.message_zh : row.message_en;
  return `::${COMMANDS[row.severity]} file=${property(path)}${place}${title}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
