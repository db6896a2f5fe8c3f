/** Reads one report and what its source promises / gives the verdict on whether it is whole / promises: every sign that counted is quoted. */
import { range } from '../model/offset.ts';
import type { Completeness, CompletenessVerdict, Evidence, ReportView } from '../model/report.ts';
import type { Signal } from '../model/signal.ts';
import type { Vocabulary } from '../rules/vocabulary.ts';
import { type Surroundings, shareOf } from './structure/share.ts';
import { type Sign, signsOf } from './structure/signs.ts';

/** Signs that count once each, however often they are seen: a slip of the author repeats. */
const COUNTED_ONCE: ReadonlySet<string> = new Set(['heading-gap', 'heading-without-body', 'promise-broken']);

/** A piece of fewer characters, without opening formula and without titles, is no report. */
const LEAST_CHARS = 200;

/**
 * Weighs what speaks for and against a report being whole. The weights add up: above 0 speaks against it, below 0 for it.
 * A text that begins as a report and ends too early is `truncated`; one whose beginning is gone, or that says itself that it is
 * shortened, is an `excerpt`. A missing glossary is no truncation: few reports have one.
 * @param weights weight of each sign, from the cards; a sign without a card takes its weight from rules/vocabulary/phrases.yaml
 */
export function complete(
  view: Pick<ReportView, 'text' | 'outline'>,
  context: Surroundings,
  vocabulary: Pick<Vocabulary, 'phrases'>,
  weights: ReadonlyMap<string, number>,
): { completeness: Completeness; signals: Signal<'report'>[] } {
  const { text, outline } = view;
  const { phrases } = vocabulary;
  const signs = signsOf(text, outline, phrases);
  const weightOf = (sign: string): number => weights.get(sign) ?? phrases.weights[sign] ?? 0;
  const evidence = signs.map((one) => evidenceOf(one, weightOf(one.sign), text));
  const verdict = verdictOf(view, evidence);
  const sharePresent = verdict === 'truncated' ? shareOf(text.length, outline, context, phrases) : wholeShare(verdict);
  const completeness: Completeness = { verdict, sharePresent, evidence: evidence.filter(({ weight }) => weight !== 0) };
  const seen = signs
    .filter(({ sign }) => !(sign in phrases.weights))
    .map(({ sign, range: place, data }) => ({ sign, range: place, data }));
  return { completeness, signals: [...verdictSignals(view, completeness), ...seen] };
}

function evidenceOf({ sign, range: place }: Sign, weight: number, text: string): Evidence {
  const quote = place === null ? '' : text.slice(place.start, Math.min(place.end, place.start + 60));
  return { sign, weight, quote, range: place };
}

function verdictOf(
  { text, outline }: Pick<ReportView, 'text' | 'outline'>,
  evidence: readonly Evidence[],
): CompletenessVerdict {
  const has = (sign: string): boolean => evidence.some((one) => one.sign === sign);
  if (has('no-opening') && outline.headings.length === 0 && text.length < LEAST_CHARS) return 'not-a-report';
  if (has('abridged') || has('no-opening')) return 'excerpt';
  return against(evidence) > 0 ? 'truncated' : 'complete';
}

function against(evidence: readonly Evidence[]): number {
  const counted = new Set<string>();
  let sum = 0;
  for (const { sign, weight } of evidence) {
    if (COUNTED_ONCE.has(sign) && counted.has(sign)) continue;
    counted.add(sign);
    sum += weight;
  }
  return sum;
}

function wholeShare(verdict: CompletenessVerdict): Completeness['sharePresent'] {
  return verdict === 'complete' ? { estimate: 1, low: 1, high: 1 } : null;
}

/** The verdict itself as a finding, at the report's last words. */
function verdictSignals(
  { text, outline }: Pick<ReportView, 'text' | 'outline'>,
  completeness: Completeness,
): Signal<'report'>[] {
  if (completeness.verdict !== 'truncated') return [];
  const last = outline.paragraphs.at(-1)?.range ?? range<'report'>(0, text.length);
  const reasons = completeness.evidence.filter(({ weight }) => weight > 0).map(({ sign }) => sign);
  const share = completeness.sharePresent;
  const percent = (value: number): number => Math.round(value * 100);
  return [
    {
      sign: 'truncated',
      range: range(Math.max(last.start, last.end - 40), last.end),
      data: {
        percent: percent(share?.estimate ?? 0),
        low: percent(share?.low ?? 0),
        high: percent(share?.high ?? 0),
        reasons: [...new Set(reasons)].join(', '),
      },
    },
  ];
}
