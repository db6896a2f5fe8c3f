/** The two results: of one source, and of all. */
import type { Check } from './check.ts';
import type { Place, ReportFacts } from './fact.ts';
import type { Designator, Figure } from './figure.ts';
import type { Finding } from './finding.ts';
import type { LayerName, Range } from './offset.ts';
import type { Completeness, Identity, Outline, PromisedReport } from './report.ts';

/** What is known of a source besides its bytes. Everything but id and path may be unknown. */
export interface SourceMeta {
  readonly sourceId: string;
  readonly path: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly collectedOn: string | null;
  /** What is on record about the rights in the file; absent when nothing is. */
  readonly rights?: string;
  /** The file that the bytes of this source were taken out of; absent when they are the file's own. */
  readonly takenFrom?: TakenFrom;
  /** Why the bytes give no text, as a noun phrase; absent when nobody tried to take one out. */
  readonly unread?: string;
}

/**
 * A file that is no text itself: a table of texts, an archive, a document. The bytes of a source taken out of it are
 * those of the record or member as it lies there, or the UTF-8 of the text that a document shows; all byte ranges count in them.
 */
export interface TakenFrom {
  /** What it was taken out of, outermost first: `jsonl`, `csv`, `parquet`, `docx`, `pdf`, `zip`, `zip/docx` … */
  readonly kind: string;
  /** SHA-256 and size of the (outermost) file as collected. */
  readonly sha256: string;
  readonly bytes: number;
}

export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'binary';
export type MediaType = 'text/plain' | 'text/markdown' | 'text/html';

export interface SourceRecord extends SourceMeta {
  readonly sha256: string;
  readonly bytes: number;
  readonly charset: Charset;
  readonly mediaType: MediaType;
  readonly decodedSha256: string;
  readonly decodedChars: number;
  readonly keptChars: number;
  readonly removedChars: number;
  readonly promised: readonly PromisedReport[];
}

/** One edit of one layer with its place in the bytes; rows in order of layer, then place. `range` counts in the layer named. */
export interface EditRecord {
  readonly sourceId: string;
  readonly layer: Exclude<LayerName, 'clean'>;
  readonly range: Range<LayerName>;
  readonly bytes: Range<'byte'>;
  readonly original: string;
  readonly replacement: string;
  readonly rule: string;
}

export interface ReadReport {
  readonly reportId: string;
  readonly ordinal: number;
  readonly identity: Identity;
  readonly completeness: Completeness;
  readonly text: string;
  readonly textSha256: string;
  readonly outline: Outline;
  readonly figures: readonly Figure[];
  readonly designators: readonly Designator[];
  readonly place: Place;
  /** Bytes of each paragraph and of each figure, in their order. */
  readonly paragraphBytes: readonly Range<'byte'>[];
  readonly figureBytes: readonly Range<'byte'>[];
}

export interface SourceResult {
  readonly source: SourceRecord;
  readonly reports: readonly ReadReport[];
  readonly edits: readonly EditRecord[];
  readonly findings: readonly Finding[];
  /** What `reconcile` needs, one row a report. */
  readonly facts: readonly ReportFacts[];
}

export type Relation =
  | 'same-text'
  | 'same-report'
  | 'contains'
  | 'overlaps'
  | 'revised-figures'
  | 'other-year'
  | 'mislabelled';

/** Two reports that share text. `reportA` < `reportB` in code-unit order; the measures are exact over their shingle sets. */
export interface CopyPair {
  readonly reportA: string;
  readonly reportB: string;
  readonly relation: Relation;
  readonly jaccard: number;
  readonly containmentAInB: number;
  readonly containmentBInA: number;
  /** The report of the two that is kept; null when both are: they are not one report, or nobody can know. */
  readonly kept: string | null;
  /** Stable key of the reason for keeping it: chosen, complete, fewer-losses, agreed, cleaner, provenance, dated, id. */
  readonly reason: string;
  /** What the person who chose it wrote in canonical.yaml; null when nobody chose. */
  readonly note: string | null;
}

/** The report that stands for each cluster; a report without copies stands for itself. */
export interface CanonicalChoice {
  readonly reportId: string;
  readonly canonicalReportId: string;
}

export interface CorpusResult {
  readonly pairs: readonly CopyPair[];
  readonly canonical: readonly CanonicalChoice[];
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
}
