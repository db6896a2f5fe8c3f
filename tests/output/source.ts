/** Builds a source result from pieces of text, so that layers, bytes, lines and edits are those of the real model. */
import { createHash } from 'node:crypto';
import type { Place } from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/finding.ts';
import { applyEdits, type ByteMap, bytesOf, type DecodedLayer, decodedOf, type Edit } from '../../src/model/layer.ts';
import { type LayerName, range } from '../../src/model/offset.ts';
import type { Completeness, Identity } from '../../src/model/report.ts';
import type { Charset, EditRecord, ReadReport, SourceResult } from '../../src/model/result.ts';
import { type FigureSpec, figuresOf, outlineOf } from './shape.ts';

/** A stretch of the source: kept, removed in a layer, or replaced in the last one. `report` counts from 0; none is outside. */
export interface Piece {
  readonly text: string;
  readonly report?: number;
  readonly edit?: {
    readonly layer: 'decoded' | 'unwrapped' | 'kept';
    readonly replacement: string;
    readonly rule: string;
  };
}

export const keep = (report: number, text: string): Piece => ({ text, report });
export const noise = (text: string, rule = 'noise/outside-report'): Piece => ({
  text,
  edit: { layer: 'unwrapped', replacement: '', rule },
});
export const residue = (text: string): Piece => ({
  text,
  edit: { layer: 'decoded', replacement: '', rule: 'noise/residue' },
});
export const mend = (report: number, text: string, replacement: string): Piece => ({
  text,
  report,
  edit: { layer: 'kept', replacement, rule: 'noise/torn-figure' },
});

export interface ReportSpec {
  readonly identity: Partial<Identity>;
  readonly completeness: Completeness;
  readonly figures: readonly FigureSpec[];
}

export interface SourceSpec {
  readonly id: string;
  readonly pieces: readonly Piece[];
  readonly reports: readonly ReportSpec[];
  readonly charset?: Charset;
  readonly mark?: boolean;
  readonly promised?: SourceResult['source']['promised'];
  readonly findings?: readonly FindingSpec[];
}

export interface FindingSpec extends Omit<Finding, 'sourceId' | 'reportId' | 'place' | 'quote'> {
  readonly report: number | null;
  readonly quote: string;
}

export function buildSource(spec: SourceSpec): SourceResult {
  const charset = spec.charset ?? 'utf-8';
  const text = spec.pieces.map((piece) => piece.text).join('');
  const mark = spec.mark ? 3 : 0;
  const bytes = Buffer.from((spec.mark ? '\ufeff' : '') + text, 'utf8');
  const decoded: DecodedLayer = { name: 'decoded', text, bytes: byteMap(text, mark) };
  const unwrapped = applyEdits(decoded, editsOf(spec.pieces, 'decoded'), 'unwrapped');
  const kept = applyEdits(unwrapped, editsOf(spec.pieces, 'unwrapped'), 'kept');
  const clean = applyEdits(kept, editsOf(spec.pieces, 'kept'), 'clean');
  const records: EditRecord[] = [
    ...unwrapped.edits.map((e) => ({
      sourceId: spec.id,
      layer: 'decoded' as const,
      bytes: bytesOf(decoded, e.range),
      ...e,
    })),
    ...kept.edits.map((e) => ({
      sourceId: spec.id,
      layer: 'unwrapped' as const,
      bytes: bytesOf(unwrapped, e.range),
      ...e,
    })),
    ...clean.edits.map((e) => ({ sourceId: spec.id, layer: 'kept' as const, bytes: bytesOf(kept, e.range), ...e })),
  ];
  const texts = spec.reports.map((_, index) => reportText(spec.pieces, index));
  const starts = texts.map((_, index) => texts.slice(0, index).join('').length);
  const placeOf = (ordinal: number, start: number, end: number): Place => {
    const at = range<'clean'>((starts[ordinal] ?? 0) + start, (starts[ordinal] ?? 0) + end);
    return {
      sourceId: spec.id,
      reportId: `${spec.id}#${ordinal + 1}`,
      bytes: bytesOf(clean, at),
      ...line(text, decodedOf(clean, at).start),
    };
  };
  const reports = spec.reports.map((report, ordinal): ReadReport => {
    const body = texts[ordinal] ?? '';
    const reportId = `${spec.id}#${ordinal + 1}`;
    const outline = outlineOf(body);
    const figures = figuresOf(reportId, body, outline, report.figures);
    return {
      reportId,
      ordinal,
      identity: { ...NOBODY, ...report.identity },
      completeness: report.completeness,
      text: body,
      textSha256: sha256(body),
      outline,
      figures,
      designators: [],
      place: placeOf(ordinal, 0, body.length),
      paragraphBytes: outline.paragraphs.map((one) => placeOf(ordinal, one.range.start, one.range.end).bytes),
      figureBytes: figures.map((one) => placeOf(ordinal, one.range.start, one.range.end).bytes),
    };
  });
  const findings = (spec.findings ?? []).map(({ report, ...finding }): Finding => {
    const inReport = report === null ? -1 : (texts[report] ?? '').indexOf(finding.quote);
    const inSource = text.indexOf(finding.quote);
    const place =
      finding.quote === ''
        ? null
        : report !== null
          ? placeOf(report, inReport, inReport + finding.quote.length)
          : {
              sourceId: spec.id,
              reportId: null,
              bytes: bytesOf(decoded, range<'decoded'>(inSource, inSource + finding.quote.length)),
              ...line(text, inSource),
            };
    return { ...finding, sourceId: spec.id, reportId: report === null ? null : `${spec.id}#${report + 1}`, place };
  });
  return {
    source: {
      sourceId: spec.id,
      path: `sources/${spec.id}.txt`,
      title: null,
      publisher: spec.id.includes('portal') ? '杭州市人民政府' : null,
      url: null,
      collectedOn: '2026-11-02',
      sha256: charset === 'utf-8' ? sha256(bytes) : sha256(`${charset} ${text}`),
      bytes: bytes.length,
      charset,
      mediaType: 'text/plain',
      decodedSha256: sha256(text),
      decodedChars: text.length,
      keptChars: clean.text.length,
      removedChars: text.length - clean.text.length,
      promised: spec.promised ?? [],
    },
    reports,
    edits: records,
    findings,
    facts: [],
  };
}

const NOBODY: Identity = {
  regionCode: null,
  region: null,
  level: null,
  parentCode: null,
  reportYear: null,
  reviewedYear: null,
  session: null,
  deliveredOn: null,
  speaker: null,
  title: null,
  evidence: [],
};

function editsOf<S extends LayerName>(pieces: readonly Piece[], layer: S): Edit<S>[] {
  const order = ['decoded', 'unwrapped', 'kept'];
  const edits: Edit<S>[] = [];
  let at = 0;
  for (const { text, edit } of pieces) {
    const before = edit && order.indexOf(edit.layer) < order.indexOf(layer);
    const length = before ? edit.replacement.length : text.length;
    if (edit && edit.layer === String(layer))
      edits.push({ range: range<S>(at, at + length), replacement: edit.replacement, rule: edit.rule });
    at += length;
  }
  return edits;
}

function reportText(pieces: readonly Piece[], report: number): string {
  return pieces
    .filter((piece) => piece.report === report)
    .map((piece) => piece.edit?.replacement ?? piece.text)
    .join('');
}

function byteMap(text: string, mark: number): ByteMap {
  const at = (offset: number): number => mark + Buffer.byteLength(text.slice(0, offset), 'utf8');
  return { bytesOf: ({ start, end }) => range(at(start), at(end)) };
}

function line(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
