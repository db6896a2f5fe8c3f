/** Findings as lines for a terminal: place, severity, rule, sentence, quote. */
import type { Audit, PublishedFinding } from '../model/audit.ts';
import type { Severity } from '../model/finding.ts';
import { printable, shortQuote } from '../output/escape.ts';
import { findingMessage, ruleIndex } from '../output/words.ts';
import { labelsOf } from './labels.ts';
import type { Lang } from './options.ts';
import type { Colors } from './terminal.ts';
import { wrapped } from './width.ts';

/** As many lines of one sentence. */
const MOST_LINES = 2;
/** As many characters of a quote tell where to look. */
const LONGEST_QUOTE = 40;

export interface LineStyle {
  readonly lang: Lang;
  readonly colors: Colors;
  readonly columns: number;
}

/** Two or three lines a finding, `path:line:column` first so that a terminal can open it. */
export function findingLines(findings: readonly PublishedFinding[], audit: Audit, style: LineStyle): string[] {
  const rules = ruleIndex(audit.rules);
  const paths = new Map(audit.sources.map(({ source }) => [source.sourceId, source.path]));
  const { colors, lang, columns } = style;
  return findings.flatMap((finding) => {
    const path = paths.get(finding.sourceId) ?? finding.sourceId;
    const shown = printable(path);
    const place = finding.place === null ? shown : `${shown}:${finding.place.line}:${finding.place.column}`;
    const severity = inColor(finding.severity, labelsOf(lang).severity[finding.severity], colors);
    const message = oneLine(findingMessage(finding, rules, lang));
    const quote = printable(shortQuote(finding.quote, LONGEST_QUOTE));
    const said = message.includes(quote.replace(/…$/u, '')) || quote === '' ? message : `${message} 「${quote}」`;
    const lines = wrapped(said, Math.max(40, columns - 4), MOST_LINES);
    return [`${severity}  ${place}  ${colors.dim(finding.rule)}`, ...lines.map((line) => `    ${line}`)];
  });
}

/** A word in the colour of its severity. */
export function inColor(severity: Severity, word: string, colors: Colors): string {
  if (severity === 'error') return colors.red(word);
  return severity === 'warning' ? colors.yellow(word) : colors.dim(word);
}

function oneLine(text: string): string {
  return printable(text.replace(/\s+/gu, ' ').trim());
}
