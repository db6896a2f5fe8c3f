/** What is said of a release beside its tables. */

/** One change of the data, with the rules or sources behind it. */
export interface DataChange {
  readonly text: string;
  readonly sources: readonly string[];
  readonly rules: readonly string[];
}

/** A release of the data. Newest first wherever several are listed. */
export interface Release {
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly changes: readonly DataChange[];
}

export interface ReleaseNotes {
  readonly title: string;
  /** Where the dataset is published; null when it is not known. */
  readonly url: string | null;
  readonly creators: readonly string[];
  readonly releases: readonly Release[];
}

export const NO_NOTES: ReleaseNotes = {
  title: 'Government work reports, audited',
  url: null,
  creators: ['jiaokan contributors'],
  releases: [],
};

/** What the files of a dataset were made from and with. */
export interface Origin {
  readonly version: string;
  readonly rulesDigest: string;
  readonly corpusDigest: string;
}

export const SUMMARY =
  'Chinese government work reports from scraped files: clean text, what cleaning took away, every figure with its place in ' +
  'the source, comparisons of figures, copies, and what a person should know before relying on a report.';

export const KEYWORDS = [
  'government work report',
  '政府工作报告',
  'China',
  'text corpus',
  'data quality',
  'provenance',
];

/** One sentence for the rights, which differ from source to source. */
export const RIGHTS =
  'The reports are official documents of Chinese governments; the pages around them belong to their publishers. The column ' +
  'rights of the table sources says what is known of each file.';
