/** Reads one report's slice of the clean layer / gives the report, its facts and findings / promises: places map back to bytes. */
import { createHash } from 'node:crypto';
import type { Claim, Place, ReportFacts } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { Layer } from '../model/layer.ts';
import { above } from '../model/layer.ts';
import type { Range } from '../model/offset.ts';
import { range } from '../model/offset.ts';
import type { ReportView, SourceView } from '../model/report.ts';
import type { ReadReport } from '../model/result.ts';
import type { Rules } from '../rules/card.ts';
import { claimsOf } from './claims.ts';
import { complete } from './complete.ts';
import { factsOf } from './facts.ts';
import type { Ground } from './findings.ts';
import { findingOf, findingsOfSignals } from './findings.ts';
import { judge } from './genre/verdict.ts';
import { goalsOf } from './goals.ts';
import { asWritten, halfWidth } from './half-width.ts';
import { type IdentityHints, identify } from './identify.ts';
import { REACH } from './identity/elsewhere.ts';
import { meaning } from './meaning.ts';
import { outline } from './outline.ts';
import type { Places } from './places.ts';
import { quantities } from './quantity.ts';
import { simplified } from './script.ts';
import { sketch } from './sketch.ts';
import { emphasesOf } from './structure/emphasis.ts';
import { endsOf } from './structure/ends.ts';
import type { Partial } from './structure/pager.ts';

/** What a report is read from. `place` is its range in the unwrapped text, `view` the source that it stands in. */
export interface ReportGround {
  readonly ordinal: number;
  readonly place: Range<'unwrapped'>;
  readonly view: SourceView;
  readonly clean: Layer<'clean'>;
  readonly places: Places;
  /** What the page around the report says of how much of it is here. */
  readonly partials: readonly Partial[];
  readonly hints: IdentityHints;
  /** How many of publisher, address and day of collection are known of the source. */
  readonly provenance: number;
  readonly rules: Rules;
  /** Weight of each sign that has a card. */
  readonly weights: ReadonlyMap<string, number>;
}

export interface ReportReading {
  readonly report: ReadReport;
  readonly facts: ReportFacts;
  readonly findings: readonly Finding[];
}

/** Reads one report of a source. */
export function readReport(ground: ReportGround): ReportReading {
  const { ordinal, view, clean, places, hints, rules } = ground;
  const { vocabulary } = rules;
  const { sourceId } = view;
  const reportId = `${sourceId}#${ordinal + 1}`;
  const at = above<'kept'>(clean, above<'unwrapped'>(clean.under, ground.place));
  const written = ownText(clean.text, at.start, at.end);
  const text = simplified(written);
  const placeOf = (inReport: Range<'report'>): Place =>
    places.of(clean, range<'clean'>(at.start + inReport.start, at.start + inReport.end), reportId);

  const shape = outline(written, vocabulary, emphasesOf(clean, at));
  const before = view.text.slice(Math.max(0, ground.place.start - REACH), ground.place.start);
  const { identity, signals: identitySignals } = identify(text, shape, vocabulary, { ...hints, above: before });
  const plain = halfWidth(text);
  const found = quantities(plain, vocabulary);
  const meant = meaning({ reportId, text: plain, outline: shape, identity }, found.quantities, vocabulary);
  const isPlain = plain === written;
  const figures = isPlain ? meant : asWritten(written, meant);
  const designators = isPlain ? found.designators : asWritten(written, found.designators);
  const reportView: ReportView = { reportId, text, outline: shape, identity, figures };
  const wholeness = complete(
    reportView,
    { promised: view.promised, ordinal, otherReportsChars: lengthsBeside(view, ordinal), partials: ground.partials },
    vocabulary,
    ground.weights,
  );
  const { completeness, signals: completenessSignals } = judge(
    view.text.slice(Math.max(0, ground.place.start - 300), ground.place.start),
    text,
    wholeness,
    vocabulary.genres,
  );
  const { shingles, numbers, formSha256 } = sketch(text, figures);

  const words: Ground<'report'> = { sourceId, reportId, place: placeOf, text: written };
  const hits = hitsOf(isPlain ? reportView : { ...reportView, text: plain }, rules, words);
  const place = placeOf(range(0, text.length));
  const figurePlaces = figures.map((figure) => placeOf(figure.range));
  const textSha256 = createHash('sha256').update(written).digest('hex');
  return {
    report: {
      reportId,
      ordinal,
      identity,
      completeness,
      text: written,
      textSha256,
      outline: shape,
      figures,
      designators,
      place,
      paragraphBytes: shape.paragraphs.map((paragraph) => placeOf(paragraph.range).bytes),
      figureBytes: figurePlaces.map((one) => one.bytes),
    },
    facts: {
      reportId,
      sourceId,
      ordinal,
      identity,
      completeness,
      chars: text.length,
      textSha256,
      formSha256,
      shingles,
      numbers,
      noiseShare: noiseShare(clean, ground.place, text.length),
      suspectedLosses: hits.length,
      provenance: ground.provenance,
      ends: endsOf(shape, ground.partials),
      facts: factsOf(figures, figurePlaces, shape),
      ...claimed([...claimsOf(text, figures), ...goalsOf(plain, shape, identity)]),
      place,
    },
    findings: [...findingsOfSignals([...identitySignals, ...completenessSignals], rules, words), ...hits],
  };
}

function claimed(claims: readonly Claim[]): Pick<ReportFacts, 'claims'> {
  return claims.length === 0 ? {} : { claims };
}

/** The characters [start, end) as a string of its own: every loop over a slice of a longer string asks twice for each of them. */
export function ownText(text: string, start: number, end: number): string {
  return [text.slice(start, start + 1), text.slice(start + 1, end)].join('');
}

/** Findings of the rules that look at the report itself. */
function hitsOf(view: ReportView, rules: Rules, words: Ground<'report'>): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules.rules) {
    if (rule.run.shape !== 'report' || rule.card.status === 'retired') continue;
    for (const hit of rule.run.hits(view)) findings.push(findingOf(rule, words, hit.range, hit.data));
  }
  return findings;
}

/** The weights of signs, from their cards: made once for all reports of a source. */
export function weightsOf(rules: Rules): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { run } of rules.rules) if (run.shape === 'signal') weights.set(run.sign, run.weight);
  return weights;
}

function lengthsBeside(view: SourceView, ordinal: number): number[] {
  return view.reports.filter((_, index) => index !== ordinal).map(({ start, end }) => end - start);
}

/** Share of a report's characters, blanks aside, that cleaning took away from between its first and last. */
function noiseShare(clean: Layer<'clean'>, place: Range<'unwrapped'>, kept: number): number {
  let removed = 0;
  for (const { range: at, original, replacement } of clean.under.edits) {
    const inside = at.start >= place.start && at.end <= place.end;
    if (inside && replacement === '') removed += seenIn(original);
  }
  return removed === 0 ? 0 : removed / (removed + kept);
}

/** How many characters are no white space; most that is removed is nothing else. */
function seenIn(text: string): number {
  let seen = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // From the ideographs on there is no white space but the mark of byte order.
    if ((code > 0x3000 && code !== 0xfeff) || !/\s/u.test(text.charAt(at))) seen += 1;
  }
  return seen;
}
