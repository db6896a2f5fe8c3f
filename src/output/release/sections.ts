/** Reads the tables / gives parts of the dataset card / promises: every number in them is counted from the rows. */
import { compareText } from '../../model/finding.ts';
import { grouped } from '../amount.ts';
import type { ReportRow } from '../rows.ts';
import type { Tables } from '../schema.ts';
import type { Trust, TrustedReport } from '../trust.ts';
import { cell } from './cell.ts';

/** How a report is marked in the matrix, best first: of several for one place and year the best is shown. */
const MARKS: readonly (readonly [Trust, string])[] = [
  ['use', '●'],
  ['check', '◐'],
  ['partial', '○'],
  ['copy', '·'],
  ['leave', '·'],
];

/** Places down, years across; a report of an unknown place or year is counted below. */
export function coverage(all: readonly TrustedReport[]): string {
  const known = all.filter(({ report }) => report.region !== null && report.report_year !== null);
  const years = [...new Set(known.map(({ report }) => Number(report.report_year)))].sort((a, b) => a - b);
  const span = yearsBetween(years);
  const places = new Map<string, Map<number, Trust>>();
  for (const { report, trust } of known) {
    const place = placeOf(report);
    const row = places.get(place) ?? new Map<number, Trust>();
    places.set(place, row.set(Number(report.report_year), better(row.get(Number(report.report_year)), trust)));
  }
  const rows = [...places].map(
    ([place, row]) => `| ${place} | ${span.map((year) => markOf(row.get(year))).join(' | ')} |`,
  );
  const unknown = all.length - known.length;
  return [
    `● as it is, ◐ look at its errors first, ○ a part is there, · only a copy or no report at all. ${places.size} places, ${years.length} years.`,
    '',
    `| place | ${span.join(' | ')} |`,
    `| --- |${span.map(() => ' :-: |').join('')}`,
    ...rows,
    ...(unknown > 0 ? ['', `${unknown} more reports do not say which place or year they are of.`] : []),
  ].join('\n');
}

/** All years from the first to the last, so that a gap shows; only those that occur when the span is absurd. */
function yearsBetween(years: readonly number[]): readonly number[] {
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  if (last - first > 80) return years;
  return years.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function placeOf({ region, region_code: code }: ReportRow): string {
  return `${cell(region ?? '')}${code === null ? '' : ` ${code}`}`;
}

function better(a: Trust | undefined, b: Trust): Trust {
  return MARKS.find(([trust]) => trust === a || trust === b)?.[0] ?? b;
}

function markOf(trust: Trust | undefined): string {
  return MARKS.find(([one]) => one === trust)?.[1] ?? '';
}

/** Open findings by rule: how many, in how many reports or sources, and one in words. */
export function defects({ findings }: Tables): string {
  const open = findings.filter((one) => one.state === 'new' && one.severity !== 'info');
  if (open.length === 0) return 'None are known.';
  const rules = [...new Set(open.map((one) => one.rule))].sort(compareText);
  const rows = rules.map((rule) => {
    const of = open.filter((one) => one.rule === rule);
    const where = new Set(of.map((one) => one.report_id ?? one.source_id));
    const [first] = of;
    return `| \`${rule}\` | ${first?.severity ?? ''} | ${of.length} | ${where.size} | ${cell(first?.message_en ?? '')} |`;
  });
  const head = [
    '| rule | severity | findings | reports or sources | for example |',
    '| --- | --- | ---: | ---: | --- |',
  ];
  return [...head, ...rows].join('\n');
}

/** What cleaning took away, by rule. */
export function removals({ edits, sources }: Tables): string {
  const decoded = sources.reduce((sum, row) => sum + row.decoded_chars, 0);
  const kept = sources.reduce((sum, row) => sum + row.kept_chars, 0);
  const sums = new Map<string, { edits: number; chars: number; mended: number }>();
  for (const { rule, original, replacement } of edits) {
    const sum = sums.get(rule) ?? { edits: 0, chars: 0, mended: 0 };
    sum.edits++;
    sum.chars += original.length - replacement.length;
    if (replacement !== '') sum.mended++;
    sums.set(rule, sum);
  }
  const rows = [...sums]
    .sort(([a], [b]) => compareText(a, b))
    .map(([rule, sum]) => `| \`${rule}\` | ${counted(sum.edits)} | ${counted(sum.mended)} | ${counted(sum.chars)} |`);
  return [
    `Of ${counted(decoded)} characters ${counted(kept)} are kept. Each removal is a row of \`edits\` with the text that it took away.`,
    '',
    '| rule | edits | of them replaced | characters fewer |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

function counted(value: number): string {
  return value < 0 ? `-${grouped(String(-value))}` : grouped(String(value));
}
