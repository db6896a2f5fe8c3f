/** The comparisons that a source's figures take part in: how many could be made, and each with its operands quoted and located. */
import type { Audit } from '../model/audit.ts';
import type { Check, Verdict } from '../model/check.ts';
import type { Fact } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import type { SourceResult } from '../model/result.ts';
import { byPlaceAndYear, coverageOf } from '../output/coverage.ts';
import { placeName } from '../output/coverage-table.ts';
import { derivation, type NamedFigure, word } from '../output/words.ts';
import type { Lang } from './options.ts';
import { tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Comparisons that are told one by one before the rest is only counted. */
const TOLD: Readonly<Record<Verdict, number>> = { broken: Number.POSITIVE_INFINITY, 'cannot-tell': 20, holds: 20 };
const ORDER: readonly Verdict[] = ['broken', 'cannot-tell', 'holds'];

/** Lines for a terminal or a pipe: a table by family, then broken comparisons, then what cannot be told, then what holds. */
export function checkView(audit: Audit, shown: readonly SourceResult[], lang: Lang, { colors }: Terminal): string[] {
  const reports = new Set(shown.flatMap((source) => source.reports.map(({ reportId }) => reportId)));
  const checks = audit.corpus.checks.filter(({ reportIds }) => reportIds.some((id) => reports.has(id)));
  const facts = factsOf(audit);
  const figures = new Map([...facts].map(([id, { named }]) => [id, named] as const));
  return [
    ...coverage(checks, lang),
    ...ORDER.flatMap((verdict) => {
      const own = checks.filter((check) => check.verdict === verdict);
      const told = own.slice(0, TOLD[verdict]);
      const rest = own.length - told.length;
      return [
        '',
        colors.bold(`${word('verdict', verdict, lang)} (${own.length})`),
        ...told.flatMap((check) => [`  ${derivation(check, figures, lang)}`, ...operands(check, facts)]),
        ...(rest > 0 ? [lang === 'zh' ? `  … 另有 ${rest} 项` : `  … and ${rest} more`] : []),
      ];
    }),
    ...placesAndYears(audit, shown, lang),
  ];
}

/** What could be compared for the places and years of the source's reports, in all reports that speak of them. */
function placesAndYears(audit: Audit, shown: readonly SourceResult[], lang: Lang): string[] {
  const own = new Set(
    shown.flatMap(({ reports }) => reports.map(({ identity }) => `${identity.regionCode} ${identity.reportYear}`)),
  );
  const rows = coverageOf(audit).filter((row) => own.has(`${row.region_code} ${row.report_year}`));
  return byPlaceAndYear(rows).flatMap((sum) => [
    '',
    `${placeName(sum, lang)}: ${VERDICTS.map(([verdict, key]) => `${word('verdict', verdict, lang)} ${sum[key]}`).join(' · ')}`,
    ...Object.entries(sum.reasons).map(
      ([reason, times]) => `  ${String(times).padStart(5)}  ${word('reason', reason, lang)}`,
    ),
  ]);
}

const VERDICTS = [
  ['holds', 'holds'],
  ['broken', 'broken'],
  ['cannot-tell', 'cannot_tell'],
] as const;

interface Known {
  readonly fact: Fact;
  readonly path: string;
  readonly named: NamedFigure;
}

function factsOf(audit: Audit): ReadonlyMap<string, Known> {
  return new Map(
    audit.sources.flatMap(({ source, facts }) =>
      facts.flatMap(({ identity, facts: own }) =>
        own.map((fact): [string, Known] => [
          fact.figureId,
          { fact, path: source.path, named: { figure: fact, region: identity.region, year: identity.reportYear } },
        ]),
      ),
    ),
  );
}

/** One line an operand: where it stands, as an editor opens it, its words and its quote; a mark where it is the suspect. */
function operands(check: Check, facts: ReadonlyMap<string, Known>): string[] {
  return check.figureIds.flatMap((id) => {
    const known = facts.get(id);
    if (!known) return [];
    const { fact, path } = known;
    const mark = check.suspectFigureId === id ? '!' : ' ';
    return [`    ${mark} ${path}:${fact.place.line}:${fact.place.column}  ${fact.indicatorText}「${fact.quote}」`];
  });
}

/** How many comparisons each family could make, and what came of them; then why the rest cannot tell. */
function coverage(checks: readonly Check[], lang: Lang): string[] {
  const heads = lang === 'zh' ? ['类别', '相符', '不符', '无法判断'] : ['family', 'holds', 'broken', 'cannot tell'];
  const count = (family: string, verdict: Verdict): string =>
    String(checks.filter((check) => check.family === family && check.verdict === verdict).length);
  const families = [...new Set(checks.map(({ family }) => family))].sort(compareText);
  const reasons = tallied(checks.filter(({ verdict }) => verdict === 'cannot-tell').map(({ reason }) => reason));
  return [
    ...tableLines(
      heads.map((head, at) => ({ head, most: 40, align: at === 0 ? ('left' as const) : ('right' as const) })),
      families.map((family) => [
        word('check', family, lang),
        count(family, 'holds'),
        count(family, 'broken'),
        count(family, 'cannot-tell'),
      ]),
    ),
    ...reasons.map(([reason, times]) => `  ${String(times).padStart(5)}  ${word('reason', reason, lang)}`),
  ];
}

function tallied(keys: readonly string[]): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
}
