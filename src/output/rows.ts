/** Rows of the published tables, generated from schemas/ by scripts/generate-rows.mjs: edit the schemas, not this file. */
/**
 * One comparison of figures, with its verdict and the reason for it.
 */
export interface CheckRow {
  /**
   * Name of the check, unique in the dataset.
   */
  check_id: string;
  /**
   * Rule that asked for it.
   */
  rule: string;
  /**
   * Kind of comparison.
   */
  family: string;
  /**
   * `holds`, `broken`, or `cannot-tell` when the figures are not comparable.
   */
  verdict: 'holds' | 'broken' | 'cannot-tell';
  /**
   * Key of the reason.
   */
  reason: string;
  /**
   * Reports that took part.
   */
  report_ids: string[];
  /**
   * Figures that took part, in the order of the derivation.
   */
  figure_ids: string[];
  /**
   * Lower end of what the other figures allow.
   */
  expected_low: string | null;
  /**
   * Upper end of what the other figures allow.
   */
  expected_high: string | null;
  /**
   * Lower end of what is written.
   */
  actual_low: string | null;
  /**
   * Upper end of what is written.
   */
  actual_high: string | null;
  /**
   * Figure that is most likely wrong.
   */
  suspect_figure_id: string | null;
  /**
   * Key of the likely cause.
   */
  likely_cause: string | null;
  /**
   * The comparison in one sentence, in English.
   */
  derivation_en: string;
  /**
   * The comparison in one sentence, in Chinese.
   */
  derivation_zh: string;
  /**
   * Quotes and numbers by name, as a JSON object.
   */
  data: string;
}

/**
 * Two reports that share text.
 */
export interface DuplicateRow {
  /**
   * First report, in order of id.
   */
  report_a: string;
  /**
   * Second report.
   */
  report_b: string;
  /**
   * How they are related.
   */
  relation: 'same-text' | 'same-report' | 'contains' | 'overlaps' | 'revised-figures' | 'other-year' | 'mislabelled';
  /**
   * Shared shingles over all shingles.
   */
  jaccard: number;
  /**
   * Share of A's shingles that B has.
   */
  containment_a_in_b: number;
  /**
   * Share of B's shingles that A has.
   */
  containment_b_in_a: number;
  /**
   * Report that is kept of the two; null when both are.
   */
  kept: string | null;
  /**
   * Key of the reason for keeping it.
   */
  reason: string;
  /**
   * What the person who chose it wrote in canonical.yaml; null when nobody chose.
   */
  note: string | null;
}

/**
 * One removal or replacement made on the way from the decoded to the clean text.
 */
export interface EditRow {
  /**
   * Source that was edited.
   */
  source_id: string;
  /**
   * Text that the edit was made in: decoded -> unwrapped -> kept -> clean.
   */
  layer: 'decoded' | 'unwrapped' | 'kept';
  /**
   * Position among the edits of its layer, from 0.
   */
  ordinal: number;
  /**
   * First character, counted in UTF-16 code units from the start of the text of that layer.
   */
  char_start: number;
  /**
   * Position after the last character, in UTF-16 code units from the start of the text of that layer.
   */
  char_end: number;
  /**
   * First byte of what was taken away in the bytes of the source (half-open range).
   */
  byte_start: number;
  /**
   * Byte after the last byte of what was taken away in the bytes of the source.
   */
  byte_end: number;
  /**
   * The text that was taken away.
   */
  original: string;
  /**
   * The text put in its place; empty for a removal.
   */
  replacement: string;
  /**
   * Rule that asked for the edit.
   */
  rule: string;
}

/**
 * One quantity in a report, with what is known of its meaning.
 */
export interface FigureRow {
  /**
   * Name of the figure, unique in the dataset.
   */
  figure_id: string;
  /**
   * Report that it stands in.
   */
  report_id: string;
  /**
   * Ordinal of its paragraph.
   */
  paragraph: number;
  /**
   * Ordinal of its sentence in the report; figures of one sentence share it.
   */
  sentence: number;
  /**
   * First character, counted in UTF-16 code units from the start of the report text.
   */
  char_start: number;
  /**
   * Position after the last character, in UTF-16 code units from the start of the report text.
   */
  char_end: number;
  /**
   * First byte of the figure in the bytes of the source (half-open range).
   */
  byte_start: number;
  /**
   * Byte after the last byte of the figure in the bytes of the source.
   */
  byte_end: number;
  /**
   * The figure as written: number, unit and hedge.
   */
  quote: string;
  /**
   * Exact value in the base unit (万 and 亿 multiplied out); null for a range.
   */
  value: string | null;
  /**
   * The value, as an exact decimal of ten places; null when that is null or needs more places.
   */
  value_decimal: string | null;
  /**
   * The same value as a floating-point number, for convenience.
   */
  value_number: number | null;
  /**
   * Lower end of what the written form stands for; null when open.
   */
  low: string | null;
  /**
   * The lower end, as an exact decimal of ten places; null when that is null or needs more places.
   */
  low_decimal: string | null;
  /**
   * Upper end of what the written form stands for; null when open.
   */
  high: string | null;
  /**
   * The upper end, as an exact decimal of ten places; null when that is null or needs more places.
   */
  high_decimal: string | null;
  /**
   * Unit: 元, 美元, %, 百分点, 家 …; empty for a bare number.
   */
  unit: string;
  /**
   * Canonical name of what is measured; null when the vocabulary does not know it.
   */
  indicator: string | null;
  /**
   * The words that name what is measured, as written.
   */
  indicator_text: string;
  /**
   * Qualifiers that narrow the indicator, sorted: 区级, 规模以上 …
   */
  scope: string[];
  /**
   * Place that the figure is about.
   */
  region_code: string | null;
  /**
   * First day of the period.
   */
  period_start: string | null;
  /**
   * Last day of the period, included.
   */
  period_end: string | null;
  /**
   * What kind of number it is.
   */
  measure: 'level' | 'count' | 'growth' | 'share' | 'change_points' | 'new' | 'total' | 'rank' | 'ratio';
  /**
   * Actual, estimate, target or cumulative.
   */
  nature: 'actual' | 'estimate' | 'target' | 'cumulative';
  /**
   * Direction of a change; the value itself carries no sign.
   */
  direction: 'up' | 'down' | 'flat' | null;
  /**
   * Hedge words as written, joined by +.
   */
  hedge: string | null;
  /**
   * Price basis of a growth rate.
   */
  basis: 'nominal' | 'comparable' | 'same-scope' | 'unknown';
  /**
   * Parts that the indicator text lists, in order.
   */
  parts: string[];
  /**
   * For a change: the level that it is said of, in the same sentence.
   */
  of_figure_id: string | null;
  /**
   * For a share: the words that name the whole.
   */
  whole: string | null;
  /**
   * For a comparison: the words that name the other side.
   */
  compared_with: string | null;
  /**
   * For a comparison: whether the figure is said to be above or below the other side; null also for 优于, which says better and not more.
   */
  compared_sense: 'above' | 'below' | null;
  /**
   * How often figures whose meaning was read from such words were right in labelled sentences.
   */
  confidence: number;
}

/**
 * Something that a person should know before relying on a source or a report.
 */
export interface FindingRow {
  /**
   * Fingerprint of the content: stable when lines move.
   */
  finding_id: string;
  /**
   * Rule that found it.
   */
  rule: string;
  /**
   * error, warning or info.
   */
  severity: 'error' | 'warning' | 'info';
  /**
   * Source that it is about.
   */
  source_id: string;
  /**
   * Report that it is about; null when it is about the source.
   */
  report_id: string | null;
  /**
   * First byte of the place in the bytes of the source (half-open range).
   */
  byte_start: number | null;
  /**
   * Byte after the last byte of the place in the bytes of the source.
   */
  byte_end: number | null;
  /**
   * Line in the source, from 1.
   */
  line: number | null;
  /**
   * Column in that line, from 1.
   */
  column: number | null;
  /**
   * The words found; empty when something is missing.
   */
  quote: string;
  /**
   * What is wrong, in English.
   */
  message_en: string;
  /**
   * What is wrong, in Chinese.
   */
  message_zh: string;
  /**
   * What the rule measured, as a JSON object.
   */
  data: string;
  /**
   * `accepted` when a person has settled it.
   */
  state: 'new' | 'accepted';
}

/**
 * One paragraph of a report.
 */
export interface ParagraphRow {
  /**
   * Report that it belongs to.
   */
  report_id: string;
  /**
   * Position in the report, from 0.
   */
  ordinal: number;
  /**
   * Part of the report.
   */
  part: 'opening' | 'review' | 'plan' | 'self-government' | 'closing' | 'glossary' | 'annex';
  /**
   * What the paragraph is: front matter, salutation, heading, body or glossary entry.
   */
  role: 'front' | 'salutation' | 'heading' | 'body' | 'entry';
  /**
   * Headings above it, outermost first.
   */
  headings: string[];
  /**
   * Its text: characters [char_start, char_end) of the report.
   */
  text: string;
  /**
   * First character, counted in UTF-16 code units from the start of the report text.
   */
  char_start: number;
  /**
   * Position after the last character, in UTF-16 code units from the start of the report text.
   */
  char_end: number;
  /**
   * First byte of the paragraph in the bytes of the source (half-open range).
   */
  byte_start: number;
  /**
   * Byte after the last byte of the paragraph in the bytes of the source.
   */
  byte_end: number;
}

/**
 * One government work report as found in one source.
 */
export interface ReportRow {
  /**
   * Name of the report, unique in the dataset.
   */
  report_id: string;
  /**
   * Source that it stands in.
   */
  source_id: string;
  /**
   * Position among the reports of its source, from 0. Texts in this order, with the edits, rebuild the source.
   */
  ordinal: number;
  /**
   * GB/T 2260 code of the place, as of now.
   */
  region_code: string | null;
  /**
   * Name of the place.
   */
  region: string | null;
  /**
   * Level of the place: province includes municipalities, county includes districts.
   */
  level: 'country' | 'province' | 'prefecture' | 'county' | null;
  /**
   * GB/T 2260 code of the place above.
   */
  parent_code: string | null;
  /**
   * Year in which the report was delivered.
   */
  report_year: number | null;
  /**
   * Year that the report looks back on.
   */
  reviewed_year: number | null;
  /**
   * Session of the people's congress, as written.
   */
  session: string | null;
  /**
   * Day of delivery.
   */
  delivered_on: string | null;
  /**
   * Who delivered it.
   */
  speaker: string | null;
  /**
   * Title as written.
   */
  title: string | null;
  /**
   * Verdict on whether the report is whole.
   */
  completeness: 'complete' | 'truncated' | 'excerpt' | 'not-a-report';
  /**
   * Where something is gone: head, middle, tail, in this order; empty for a complete report.
   */
  missing: ('head' | 'middle' | 'tail')[];
  /**
   * Keys of what the verdict rests on, strongest first.
   */
  completeness_signs: string[];
  /**
   * Estimated share of the body that is present; null where there is no ground for an estimate.
   */
  share_present: number | null;
  /**
   * Lower end of that estimate.
   */
  share_low: number | null;
  /**
   * Upper end of that estimate.
   */
  share_high: number | null;
  /**
   * True when this report stands for its cluster of copies. Filter on it to count each report once.
   */
  canonical: boolean;
  /**
   * Report that stands for this one; itself when canonical.
   */
  canonical_report_id: string;
  /**
   * Clean text: one paragraph a line, original punctuation and digits.
   */
  text: string;
  /**
   * Length of the text.
   */
  chars: number;
  /**
   * First byte of the report in the bytes of the source (half-open range).
   */
  byte_start: number;
  /**
   * Byte after the last byte of the report in the bytes of the source.
   */
  byte_end: number;
  /**
   * SHA-256 of the text, encoded as UTF-8.
   */
  text_sha256: string;
}

/**
 * One scraped file, exactly as it was collected.
 */
export interface SourceRow {
  /**
   * Name of the source, unique in the dataset.
   */
  source_id: string;
  /**
   * Path of the file, relative to the folder that was read; a record of a table follows behind #, a member of an archive behind !/.
   */
  path: string;
  /**
   * SHA-256 of the bytes of the source: those of the file, or what was taken out of it (see taken_from). All byte ranges count in these bytes.
   */
  sha256: string;
  /**
   * Number of these bytes.
   */
  bytes: number;
  /**
   * Encoding that the bytes were read in; `binary` when they are not text.
   */
  charset: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'binary';
  /**
   * Kind of text.
   */
  media_type: 'text/plain' | 'text/markdown' | 'text/html';
  /**
   * Title on record for the source.
   */
  title: string | null;
  /**
   * Who published the page or file.
   */
  publisher: string | null;
  /**
   * Address that the file was collected from.
   */
  url: string | null;
  /**
   * Day of collection.
   */
  collected_on: string | null;
  /**
   * What is on record about the rights in the file.
   */
  rights: string | null;
  /**
   * What the bytes were taken out of, outermost first: `jsonl`, `csv`, `parquet`, `docx`, `pdf`, `zip`, `zip/docx`; null when they are the file's own. Of a table the bytes are the UTF-8 of the record's text, of an archive those of the member, of a document the UTF-8 of the text that it shows.
   */
  taken_from: string | null;
  /**
   * SHA-256 of the (outermost) file as collected.
   */
  file_sha256: string;
  /**
   * Size of that file.
   */
  file_bytes: number;
  /**
   * SHA-256 of the decoded text, encoded as UTF-8. Report texts and edits rebuild exactly this text.
   */
  decoded_sha256: string;
  /**
   * Length of the decoded text.
   */
  decoded_chars: number;
  /**
   * True when encoding the rebuilt text in `charset` gives back the file byte for byte. False for other charsets than UTF-8 and UTF-16 and for ill-formed bytes; the rebuilt text is exact all the same.
   */
  rebuilds_bytes: boolean;
  /**
   * Reports found in the source.
   */
  reports: number;
  /**
   * Reports that the contents page of a compilation promises; 0 without a contents page.
   */
  promised_reports: number;
  /**
   * Characters of the clean text.
   */
  kept_chars: number;
  /**
   * Characters taken away between the decoded and the clean text.
   */
  removed_chars: number;
}
