/** Every removal of a source with its rule and what stands around it; the clean text; and where each paragraph comes from. */
import type { EditRecord, SourceResult } from '../model/result.ts';
import { rebuildSource } from '../output/rebuild.ts';
import { tableLines } from './table.ts';
import type { Colors } from './terminal.ts';
import { cut } from './width.ts';

/** Characters of context on each side of a removal, and of a removal itself. */
const CONTEXT = 24;
const LONGEST = 160;

/** White space alone, at the edge of lines: counted, not listed. */
const LAYOUT: ReadonlySet<string> = new Set([
  'noise/blank-lines',
  'noise/indentation',
  'noise/line-ends',
  'noise/odd-spaces',
  'noise/trailing-blanks',
]);

/** One entry a removal or replacement, in order of layer and place: rule, bytes, and the words in their context. */
export function removedView({ reports, edits }: SourceResult, colors: Colors): string[] {
  const layers = rebuildSource(
    reports.map(({ text }) => text),
    edits.map((edit) => ({ ...edit, start: edit.range.start, end: edit.range.end })),
  );
  const listed = edits.filter(({ rule }) => !LAYOUT.has(rule));
  return [
    ...listed.flatMap((edit) => [
      `${edit.rule}  ${colors.dim(`bytes ${edit.bytes.start}-${edit.bytes.end}`)}`,
      `    ${inContext(layers[edit.layer], edit, colors)}`,
    ]),
    ...(listed.length > 0 ? [''] : []),
    ...sums(edits),
  ];
}

function inContext(text: string, { range: { start, end }, original, replacement }: EditRecord, colors: Colors): string {
  const words =
    original.length <= LONGEST ? original : `${original.slice(0, LONGEST / 2)} … ${original.slice(-LONGEST / 2)}`;
  const before = oneLine(text.slice(Math.max(0, start - CONTEXT), start));
  const after = oneLine(text.slice(end, end + CONTEXT));
  const instead = replacement === '' ? '' : ` → ${oneLine(replacement)}`;
  return `${colors.dim(before)}⟦${oneLine(words)}⟧${instead}${colors.dim(after)}`;
}

/** Breaks are shown: a removal can be nothing but one. */
function oneLine(text: string): string {
  return text.replaceAll(/\r?\n/gu, '↵').replaceAll('\t', ' ');
}

/** How often each rule struck, and how many characters it took. */
function sums(edits: readonly EditRecord[]): string[] {
  const byRule = new Map<string, { times: number; chars: number }>();
  for (const { rule, original, replacement } of edits) {
    const sum = byRule.get(rule) ?? { times: 0, chars: 0 };
    byRule.set(rule, { times: sum.times + 1, chars: sum.chars + original.length - replacement.length });
  }
  return tableLines(
    [
      { head: 'rule', most: 40, align: 'left' },
      { head: 'times', most: 9, align: 'right' },
      { head: 'characters', most: 12, align: 'right' },
    ],
    [...byRule].map(([rule, { times, chars }]) => [rule, String(times), String(chars)]),
  );
}

/** The clean text of each report, a paragraph a line; reports are parted by an empty line. */
export function textView({ reports }: SourceResult): string[] {
  return reports.flatMap(({ text }, index) => (index === 0 ? [text] : ['', text]));
}

/** One line a paragraph: report, number, bytes of the source, first words. */
export function mapView({ reports }: SourceResult, columns: number): string[] {
  return reports.flatMap(({ reportId, text, outline, paragraphBytes }) =>
    outline.paragraphs.map(({ range: { start, end } }, index) => {
      const bytes = paragraphBytes[index];
      const place = bytes === undefined ? '' : `${bytes.start}-${bytes.end}`;
      return cut(
        `${reportId}  ${String(index + 1).padStart(4)}  ${place.padEnd(15)}  ${text.slice(start, end)}`,
        columns,
      );
    }),
  );
}
