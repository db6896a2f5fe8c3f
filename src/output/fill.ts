/** Reads an audit / gives the rows of each table / promises: one row for one thing, columns named as published, nothing computed twice. */
import type { Audit, PublishedFinding } from '../model/audit.ts';
import type { Check } from '../model/check.ts';
import type { Figure } from '../model/figure.ts';
import { canonicalJson } from '../model/finding.ts';
import type { Interval } from '../model/interval.ts';
import type { Range } from '../model/offset.ts';
import type { CopyPair, ReadReport, SourceResult } from '../model/result.ts';
import { tenPlaces } from './decimal.ts';
import { encodesTo, type LedgerEdit, rebuildSource } from './rebuild.ts';
import type {
  CheckRow,
  DuplicateRow,
  EditRow,
  FigureRow,
  FindingRow,
  ParagraphRow,
  ReportRow,
  SourceRow,
} from './rows.ts';
import { derivation, type FigureIndex, findingMessage, type RuleIndex } from './words.ts';

/** The ledger of one source in the form that rebuilding takes. */
export function ledgerOf({ edits }: SourceResult): LedgerEdit[] {
  return edits.map(({ layer, range, original, replacement, rule }) => {
    return { layer, start: range.start, end: range.end, original, replacement, rule };
  });
}

export function sourceRow(result: SourceResult): SourceRow {
  const { source, reports } = result;
  const texts = reports.map((report) => report.text);
  const { decoded } = rebuildSource(texts, ledgerOf(result));
  return {
    source_id: source.sourceId,
    path: source.path,
    sha256: source.sha256,
    bytes: source.bytes,
    charset: source.charset,
    media_type: source.mediaType,
    title: source.title,
    publisher: source.publisher,
    url: source.url,
    collected_on: source.collectedOn,
    rights: source.rights ?? null,
    taken_from: source.takenFrom?.kind ?? null,
    file_sha256: source.takenFrom?.sha256 ?? source.sha256,
    file_bytes: source.takenFrom?.bytes ?? source.bytes,
    decoded_sha256: source.decodedSha256,
    decoded_chars: source.decodedChars,
    rebuilds_bytes: encodesTo(decoded, source.charset, source.sha256),
    reports: reports.length,
    promised_reports: source.promised.length,
    kept_chars: source.keptChars,
    removed_chars: source.removedChars,
  };
}

export function reportRow(sourceId: string, report: ReadReport, canonicalId: string): ReportRow {
  const { identity, completeness, place } = report;
  const signs = [...completeness.evidence]
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map((one) => one.sign);
  return {
    report_id: report.reportId,
    source_id: sourceId,
    ordinal: report.ordinal,
    region_code: identity.regionCode,
    region: identity.region,
    level: identity.level,
    parent_code: identity.parentCode,
    report_year: identity.reportYear,
    reviewed_year: identity.reviewedYear,
    session: identity.session,
    delivered_on: identity.deliveredOn,
    speaker: identity.speaker,
    title: identity.title,
    completeness: completeness.verdict,
    missing: [...report.completeness.missing],
    completeness_signs: [...new Set(signs)],
    share_present: completeness.sharePresent?.estimate ?? null,
    share_low: completeness.sharePresent?.low ?? null,
    share_high: completeness.sharePresent?.high ?? null,
    canonical: canonicalId === report.reportId,
    canonical_report_id: canonicalId,
    text: report.text,
    chars: report.text.length,
    ...bytes(place.bytes),
    text_sha256: report.textSha256,
  };
}

export function paragraphRows(report: ReadReport): ParagraphRow[] {
  return report.outline.paragraphs.map((paragraph, index) => ({
    report_id: report.reportId,
    ordinal: paragraph.ordinal,
    part: paragraph.part,
    role: paragraph.role,
    headings: [...paragraph.headings],
    text: report.text.slice(paragraph.range.start, paragraph.range.end),
    ...chars(paragraph.range),
    ...bytes(placed(report.paragraphBytes, index, report.reportId)),
  }));
}

export function figureRows(report: ReadReport): FigureRow[] {
  return report.figures.map((figure, index) => figureRow(figure, placed(report.figureBytes, index, report.reportId)));
}

function figureRow(figure: Figure, place: Range<'byte'>): FigureRow {
  return {
    figure_id: figure.figureId,
    report_id: figure.reportId,
    paragraph: figure.paragraph,
    sentence: figure.sentence,
    ...chars(figure.range),
    ...bytes(place),
    quote: figure.quote,
    value: figure.value,
    value_decimal: tenPlaces(figure.value),
    value_number: figure.value === null ? null : Number(figure.value),
    low: figure.interval.low,
    low_decimal: tenPlaces(figure.interval.low),
    high: figure.interval.high,
    high_decimal: tenPlaces(figure.interval.high),
    unit: figure.unit,
    indicator: figure.indicator,
    indicator_text: figure.indicatorText,
    scope: [...figure.scope],
    region_code: figure.regionCode,
    period_start: figure.period?.start ?? null,
    period_end: figure.period?.end ?? null,
    measure: figure.measure,
    nature: figure.nature,
    direction: figure.direction,
    hedge: figure.hedge,
    basis: figure.basis,
    parts: [...figure.parts],
    of_figure_id: figure.of,
    whole: figure.whole,
    compared_with: figure.comparedWith,
    compared_sense: figure.comparedSense,
    confidence: figure.confidence,
  };
}

export function checkRow(check: Check, figures: FigureIndex): CheckRow {
  const [expected_low, expected_high] = ends(check.expected);
  const [actual_low, actual_high] = ends(check.actual);
  return {
    check_id: check.checkId,
    rule: check.rule,
    family: check.family,
    verdict: check.verdict,
    reason: check.reason,
    report_ids: [...check.reportIds],
    figure_ids: [...check.figureIds],
    expected_low,
    expected_high,
    actual_low,
    actual_high,
    suspect_figure_id: check.suspectFigureId,
    likely_cause: check.likelyCause,
    derivation_en: derivation(check, figures, 'en'),
    derivation_zh: derivation(check, figures, 'zh'),
    data: canonicalJson(check.data),
  };
}

export function duplicateRow(pair: CopyPair): DuplicateRow {
  return {
    report_a: pair.reportA,
    report_b: pair.reportB,
    relation: pair.relation,
    jaccard: pair.jaccard,
    containment_a_in_b: pair.containmentAInB,
    containment_b_in_a: pair.containmentBInA,
    kept: pair.kept,
    reason: pair.reason,
    note: pair.note,
  };
}

export function editRows({ edits }: SourceResult): EditRow[] {
  const counts = { decoded: 0, unwrapped: 0, kept: 0 };
  return edits.map((edit) => ({
    source_id: edit.sourceId,
    layer: edit.layer,
    ordinal: counts[edit.layer]++,
    ...chars(edit.range),
    ...bytes(edit.bytes),
    original: edit.original,
    replacement: edit.replacement,
    rule: edit.rule,
  }));
}

export function findingRow(finding: PublishedFinding, rules: RuleIndex): FindingRow {
  const { place } = finding;
  return {
    finding_id: finding.findingId,
    rule: finding.rule,
    severity: finding.severity,
    source_id: finding.sourceId,
    report_id: finding.reportId,
    byte_start: place?.bytes.start ?? null,
    byte_end: place?.bytes.end ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    quote: finding.quote,
    message_en: findingMessage(finding, rules, 'en'),
    message_zh: findingMessage(finding, rules, 'zh'),
    data: canonicalJson(finding.data),
    state: finding.state,
  };
}

/** Canonical report of each report; one that reconciliation does not name stands for itself. */
export function canonicalOf(audit: Audit): ReadonlyMap<string, string> {
  return new Map(audit.corpus.canonical.map((choice) => [choice.reportId, choice.canonicalReportId]));
}

function bytes({ start, end }: Range<'byte'>): { byte_start: number; byte_end: number } {
  return { byte_start: start, byte_end: end };
}

function chars({ start, end }: { start: number; end: number }): { char_start: number; char_end: number } {
  return { char_start: start, char_end: end };
}

function ends({ low, high }: Interval): [string | null, string | null] {
  return [low, high];
}

function placed(places: readonly Range<'byte'>[], index: number, reportId: string): Range<'byte'> {
  const place = places[index];
  if (!place) throw new RangeError(`${reportId} has no bytes for item ${index}`);
  return place;
}
