/** Something that a person should know. It holds a place and data; its sentence is made in `output/words.ts`. */
import type { Place } from './fact.ts';

export type Severity = 'error' | 'warning' | 'info';
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly sourceId: string;
  readonly reportId: string | null;
  /** null when the finding is about the source as a whole. */
  readonly place: Place | null;
  /** The words found, as they stand in the source; empty when the finding is about something missing. */
  readonly quote: string;
  readonly data: Readonly<Record<string, Json>>;
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** True when `severity` is at least as bad as `limit`. */
export function atLeast(severity: Severity, limit: Severity): boolean {
  return ORDER[severity] <= ORDER[limit];
}

/** Total order: source, byte, rule, quote, data. Never depends on the order of input. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.sourceId, b.sourceId) ||
    (a.place?.bytes.start ?? -1) - (b.place?.bytes.start ?? -1) ||
    (a.place?.bytes.end ?? -1) - (b.place?.bytes.end ?? -1) ||
    compareText(a.rule, b.rule) ||
    compareText(a.quote, b.quote) ||
    compareText(JSON.stringify(a.data), JSON.stringify(b.data))
  );
}

/** Order by UTF-16 code units, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** JSON with the keys of every object in code-unit order: equal values give equal text. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let text = '';
  // Sorted without a comparison of our own, which is the order of code units.
  for (const key of Object.keys(value).sort()) {
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`;
  }
  return `{${text}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
