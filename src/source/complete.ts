/** Reads one report and what its source promises / gives the verdict on whether it is whole / promises: every sign that counted is quoted. */
import { range } from '../model/offset.ts';
import type { Completeness, CompletenessVerdict, Evidence, MissingPart, ReportView } from '../model/report.ts';
import type { Signal } from '../model/signal.ts';
import type { Vocabulary } from '../rules/vocabulary.ts';
import { type Surroundings, shareOf } from './structure/share.ts';
import type { Sign } from './structure/sign.ts';
import { signsOf } from './structure/signs.ts';

/** Signs that count once each, however often they are seen: a slip of the author repeats. */
const COUNTED_ONCE: ReadonlySet<string> = new Set([
  'heading-gap',
  'heading-without-body',
  'paragraph-breaks-off',
  'fewer-sections',
  'promise-broken',
  'section-missing',
  'page-slice',
  'pager',
  'rest-hidden',
]);

/** Where something is gone when a sign speaks against a report; a sign that is not named tells none, and those of a part tell it themselves. */
const TELLS: ReadonlyMap<string, MissingPart> = new Map([
  ['no-opening', 'head'],
  ['no-review-part', 'head'],
  ['section-missing', 'middle'],
  ['fewer-sections', 'middle'],
  ['paragraph-breaks-off', 'middle'],
  ['no-plan-part', 'tail'],
  ['no-closing', 'tail'],
  ['closing-breaks-off', 'tail'],
  ['bare-heading-at-end', 'tail'],
  ['stops-mid-sentence', 'tail'],
  ['open-mark-at-end', 'tail'],
  ['promise-cut-short', 'tail'],
]);

const PARTS: readonly MissingPart[] = ['head', 'middle', 'tail'];

/** A piece of fewer characters, without opening formula and without titles, is no report. */
const LEAST_CHARS = 200;

/**
 * Weighs what speaks for and against a report being whole. The weights add up: above 0 speaks against it, below 0 for it.
 * A report whose head, middle or tail is gone is `truncated`; a piece with neither head nor tail, or a text that says itself that
 * it is shortened, is an `excerpt`. A missing glossary is no truncation: few reports have one.
 * @param weights weight of each sign, from the cards; a sign without a card takes its weight from rules/vocabulary/phrases.yaml
 */
export function complete(
  view: Pick<ReportView, 'text' | 'outline'>,
  context: Surroundings,
  vocabulary: Pick<Vocabulary, 'phrases' | 'positions'>,
  weights: ReadonlyMap<string, number>,
): { completeness: Completeness; signals: Signal<'report'>[] } {
  const { text, outline } = view;
  const { phrases } = vocabulary;
  const signs = signsOf(text, outline, phrases);
  const weightOf = (sign: string): number => weights.get(sign) ?? phrases.weights[sign] ?? 0;
  const evidence = [
    ...signs.map((one) => evidenceOf(one, weightOf(one.sign), text)),
    ...(context.partials ?? []).map(({ sign, words }) => ({ sign, weight: weightOf(sign), quote: words, range: null })),
  ];
  const { verdict, missing } = verdictOf(view, evidence, context);
  const completeness: Completeness = {
    verdict,
    missing,
    sharePresent: shareFor(verdict, missing, view, context, vocabulary),
    evidence: evidence.filter(({ weight }) => weight !== 0),
  };
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
  { partials = [] }: Surroundings,
): Pick<Completeness, 'verdict' | 'missing'> {
  const has = (sign: string): boolean => evidence.some((one) => one.sign === sign);
  const headless = has('no-opening');
  if (headless && outline.headings.length === 0 && text.length < LEAST_CHARS) {
    return { verdict: 'not-a-report', missing: [] };
  }
  const told = new Set(evidence.filter(({ weight }) => weight > 0).map(({ sign }) => placeTold(sign, has)));
  for (const { missing } of partials) {
    if (missing !== 'tail') told.add('head');
    if (missing !== 'head') told.add('tail');
  }
  if (!headless && against(evidence) <= 0) {
    return { verdict: has('abridged') ? 'excerpt' : 'complete', missing: [] };
  }
  const missing = PARTS.filter((part) => told.has(part));
  const isPiece = headless && missing.includes('tail');
  return { verdict: has('abridged') || isPiece ? 'excerpt' : 'truncated', missing };
}

/** A part on the year ahead that is missing before a closing appeal is missing from the middle. */
function placeTold(sign: string, has: (sign: string) => boolean): MissingPart | undefined {
  if (sign === 'no-plan-part' && has('has-closing')) return 'middle';
  if (sign === 'no-review-part' && !has('no-opening')) return 'middle';
  return TELLS.get(sign);
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

function shareFor(
  verdict: CompletenessVerdict,
  missing: readonly MissingPart[],
  { text, outline }: Pick<ReportView, 'text' | 'outline'>,
  context: Surroundings,
  vocabulary: Pick<Vocabulary, 'positions'>,
): Completeness['sharePresent'] {
  if (verdict === 'complete') return { estimate: 1, low: 1, high: 1 };
  if (verdict !== 'truncated') return null;
  return shareOf(text, outline, missing, context, vocabulary.positions);
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
        missing: completeness.missing.join(', '),
        reasons: [...new Set(reasons)].join(', '),
      },
    },
  ];
}
