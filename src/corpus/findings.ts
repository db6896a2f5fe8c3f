/** Reads what the corpus stage saw / gives findings / promises: severity and words come from the card, the place from the report or figure. */
import type { Check } from '../model/check.ts';
import type { Fact, ReportFacts } from '../model/fact.ts';
import type { Finding, Json } from '../model/finding.ts';
import { compareFindings, compareText } from '../model/finding.ts';
import type { Rule, Rules } from '../rules/card.ts';
import type { Reading } from './collate.ts';
import { factsWith } from './digest.ts';
import type { Twins } from './families.ts';
import type { Halves } from './halves.ts';
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
    readonly halves: readonly Halves[];
    readonly canonical: ReadonlyMap<string, string>;
    readonly stored: ReadonlySet<string>;
  },
  checks: readonly Check[],
  reports: readonly ReportFacts[],
  rules: Rules,
): Finding[] {
  const signs = [
    ...seen.pairs.flatMap((pair) => pairSigns(pair, seen.canonical, seen.stored)),
    ...seen.twins.flatMap((set) => twinSigns(set, seen.stored)),
    ...seen.halves.map((one) => halvesSign(one, seen.stored)),
  ];
  const spoken = signs.flatMap((sign) =>
    rules.rules.filter((rule) => answers(rule, sign.sign)).map((rule) => found(rule, sign)),
  );
  return [...spoken, ...brokenChecks(checks, reports, rules, seen.stored)].sort(compareFindings);
}

function answers({ run, card }: Rule, sign: string): boolean {
  return run.shape === 'signal' && run.sign === sign && card.status !== 'retired';
}

function found({ card }: Rule, { report, data }: CorpusSign): Finding {
  const { sourceId, reportId, place } = report;
  return { rule: card.id, severity: card.severity, sourceId, reportId, place, quote: '', data };
}

/**
 * Signs of a pair, said of the report that gives way, or of the only one that is asked about: `same-text-twice`, `same-report-in-two-copies`, `contained-copy`,
 * `overlapping-copies`, `revised-figures-between-copies`, `damaged-figures-between-copies`, `text-of-another-year`, and `mislabelled-copy` when the
 * identities contradict the text.
 */
function pairSigns(pair: Shared, canonical: ReadonlyMap<string, string>, stored: ReadonlySet<string>): CorpusSign[] {
  const { a, b, relation, identity, measures } = pair;
  const keptIsA = isOneReport(pair) && canonical.get(b.reportId) === a.reportId;
  const [loser, winner] = isOneReport(pair) && !keptIsA ? [a, b] : [b, a];
  const isAsked = stored.has(loser.reportId) && !stored.has(winner.reportId);
  const [report, other] = isAsked ? [winner, loser] : [loser, winner];
  const most = Math.max(measures.aInB, measures.bInA);
  const data = {
    other: other.reportId,
    name: nameOf(report),
    otherName: nameOf(other),
    kept: isOneReport(pair) ? (canonical.get(report.reportId) ?? other.reportId) : '',
    shared: percent(isAsked ? (report === a ? measures.aInB : measures.bInA) : most),
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

/** `same-identity-twice`, said of every report of the set but the first. Stored ones are told of, not said of. */
function twinSigns(set: Twins, stored: ReadonlySet<string>): CorpusSign[] {
  const [first, ...others] = [...set].sort(
    (a, b) => Number(stored.has(b.reportId)) - Number(stored.has(a.reportId)) || compareText(a.reportId, b.reportId),
  );
  if (!first) return [];
  return others.map((report) => ({
    sign: 'same-identity-twice',
    report,
    data: { other: first.reportId, name: nameOf(report), otherName: nameOf(first) },
  }));
}

/** `two-halves`, said of the second half, or of the one that is asked about. */
function halvesSign({ first, second }: Halves, stored: ReadonlySet<string>): CorpusSign {
  const [report, other] = stored.has(second.reportId) ? [first, second] : [second, first];
  const data = { other: other.reportId, name: nameOf(first), first: first.reportId, second: second.reportId };
  return { sign: 'two-halves', report, data };
}

function brokenChecks(
  checks: readonly Check[],
  reports: readonly ReportFacts[],
  rules: Rules,
  stored: ReadonlySet<string>,
): Finding[] {
  const broken = checks.filter((check) => check.verdict === 'broken');
  const wanted = new Set(broken.flatMap(({ figureIds }) => figureIds));
  const facts = new Map<string, Fact>();
  const concerned = new Set(broken.flatMap(({ reportIds }) => reportIds));
  for (const report of reports) {
    if (!concerned.has(report.reportId)) continue;
    for (const fact of factsWith(report, wanted)) facts.set(fact.figureId, fact);
  }
  const cards = new Map(rules.rules.map(({ card }) => [card.id, card]));
  return broken.flatMap((check) => {
    const card = cards.get(check.rule);
    const suspect = facts.get(check.suspectFigureId ?? '');
    const figures = [check.suspectFigureId ?? '', ...check.figureIds].flatMap((id) => facts.get(id) ?? []);
    const fact = figures.find(({ reportId }) => !stored.has(reportId)) ?? figures[0];
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
          suspect: suspect?.quote ?? null,
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
