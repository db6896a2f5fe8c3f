/** Reads what the corpus stage saw / gives findings / promises: severity and words come from the card, the place from the report or figure. */
import type { Check } from '../model/check.ts';
import type { Fact, ReportFacts } from '../model/fact.ts';
import type { Finding, Json } from '../model/finding.ts';
import { compareFindings } from '../model/finding.ts';
import type { Rule, Rules } from '../rules/card.ts';
import type { Reading } from './collate.ts';
import type { Twins } from './families.ts';
import { isOneReport, type Shared, saysOther } from './relation.ts';

/** A sign about one report; `pair` and `twins` below say which signs there are. */
interface CorpusSign {
  readonly sign: string;
  readonly report: ReportFacts;
  readonly data: Readonly<Record<string, Json>>;
}

/** All findings of the corpus, in total order. */
export function corpusFindings(
  seen: {
    readonly pairs: readonly Shared[];
    readonly twins: readonly Twins[];
    readonly canonical: ReadonlyMap<string, string>;
  },
  checks: readonly Check[],
  reports: readonly ReportFacts[],
  rules: Rules,
): Finding[] {
  const signs = [...seen.pairs.flatMap((pair) => pairSigns(pair, seen.canonical)), ...seen.twins.flatMap(twinSigns)];
  const spoken = signs.flatMap((sign) =>
    rules.rules.filter((rule) => answers(rule, sign.sign)).map((rule) => found(rule, sign)),
  );
  return [...spoken, ...brokenChecks(checks, reports, rules)].sort(compareFindings);
}

function answers({ run, card }: Rule, sign: string): boolean {
  return run.shape === 'signal' && run.sign === sign && card.status !== 'retired';
}

function found({ card }: Rule, { report, data }: CorpusSign): Finding {
  const { sourceId, reportId, place } = report;
  return { rule: card.id, severity: card.severity, sourceId, reportId, place, quote: '', data };
}

/**
 * Signs of a pair, said of the report that gives way: `same-text-twice`, `same-report-in-two-copies`, `contained-copy`,
 * `overlapping-copies`, `revised-figures-between-copies`, `damaged-figures-between-copies`, `text-of-another-year`, and `mislabelled-copy` when the
 * identities contradict the text.
 */
function pairSigns(pair: Shared, canonical: ReadonlyMap<string, string>): CorpusSign[] {
  const { a, b, relation, identity, measures } = pair;
  const keptIsA = isOneReport(pair) && canonical.get(b.reportId) === a.reportId;
  const [report, other] = isOneReport(pair) && !keptIsA ? [a, b] : [b, a];
  const data = {
    other: other.reportId,
    name: nameOf(report),
    otherName: nameOf(other),
    kept: isOneReport(pair) ? (canonical.get(report.reportId) ?? other.reportId) : '',
    shared: percent(Math.max(measures.aInB, measures.bInA)),
  };
  const signs: CorpusSign[] = [];
  const wrongLabel = saysOther(identity) && relation !== 'other-year';
  if (wrongLabel) signs.push({ sign: 'mislabelled-copy', report, data });
  if (relation === 'revised-figures')
    signs.push({ sign: SIGNS[relation], report, data: { ...data, ...told(pair, pair.collation.differing, report) } });
  else if (!wrongLabel) signs.push({ sign: SIGNS[relation], report, data });
  if (pair.collation.damaged.length > 0 && relation !== 'other-year') {
    signs.push({
      sign: 'damaged-figures-between-copies',
      report,
      data: { ...data, ...told(pair, pair.collation.damaged, report) },
    });
  }
  return signs;
}

const SIGNS: Readonly<Record<Shared['relation'], string>> = {
  'same-text': 'same-text-twice',
  'same-report': 'same-report-in-two-copies',
  contains: 'contained-copy',
  overlaps: 'overlapping-copies',
  mislabelled: 'mislabelled-copy',
  'revised-figures': 'revised-figures-between-copies',
  'other-year': 'text-of-another-year',
};

/** Figures with both readings: here as this report has it, there as the other one does. */
function told({ a }: Shared, unlike: readonly Reading[], report: ReportFacts): Readonly<Record<string, Json>> {
  const readings = unlike.map((reading) => {
    const [here, there] = report === a ? [reading.a, reading.b] : [reading.b, reading.a];
    return {
      indicator: here.indicatorText,
      here: here.quote,
      there: there.quote,
    };
  });
  const words = readings.map(({ indicator, here, there }) => `${indicator} ${here} / ${there}`);
  return {
    count: readings.length,
    readings,
    told: words.slice(0, TOLD).join('; ') + (words.length > TOLD ? ' …' : ''),
  };
}

/** Differences that a sentence names; `readings` holds them all. */
const TOLD = 5;

/** `same-identity-twice`, said of every report of the set but the first. */
function twinSigns(set: Twins): CorpusSign[] {
  const [first, ...others] = set;
  if (!first) return [];
  return others.map((report) => ({
    sign: 'same-identity-twice',
    report,
    data: { other: first.reportId, name: nameOf(report), otherName: nameOf(first) },
  }));
}

function brokenChecks(checks: readonly Check[], reports: readonly ReportFacts[], rules: Rules): Finding[] {
  const broken = checks.filter((check) => check.verdict === 'broken');
  const wanted = new Set(broken.flatMap((check) => check.suspectFigureId ?? check.figureIds[0] ?? []));
  const facts = new Map<string, Fact>();
  for (const report of reports)
    for (const fact of report.facts) if (wanted.has(fact.figureId)) facts.set(fact.figureId, fact);
  const cards = new Map(rules.rules.map(({ card }) => [card.id, card]));
  return broken.flatMap((check) => {
    const card = cards.get(check.rule);
    const fact = facts.get(check.suspectFigureId ?? check.figureIds[0] ?? '');
    if (!card || !fact) return [];
    return [
      {
        rule: card.id,
        severity: card.severity,
        sourceId: fact.place.sourceId,
        reportId: fact.reportId,
        place: fact.place,
        quote: fact.quote,
        data: {
          ...check.data,
          reason: check.reason,
          suspect: check.suspectFigureId === null ? null : fact.quote,
          cause: check.likelyCause,
        },
      },
    ];
  });
}

function nameOf({ reportId, identity }: ReportFacts): string {
  return identity.region === null ? reportId : `${identity.region}${identity.reportYear ?? ''}`;
}

function percent(share: number): string {
  return `${(Math.round(share * 1000) / 10).toFixed(1)}%`;
}
