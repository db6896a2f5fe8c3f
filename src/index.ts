/** The pure door: everything here runs without a file system, a clock or a network. Files are read in `node.ts`. */
export { reconcile } from './corpus/reconcile.ts';
export type { Audit, PublishedFinding, RuleWords } from './model/audit.ts';
export type { Check, Verdict } from './model/check.ts';
export type { Fact, Place, ReportFacts } from './model/fact.ts';
export type { Designator, Figure, Quantity } from './model/figure.ts';
export type { Finding, Severity } from './model/finding.ts';
export type { Decimal, Interval } from './model/interval.ts';
export type { Edit, Layer, RecordedEdit } from './model/layer.ts';
export { applyEdits, bytesOf, undoEdits } from './model/layer.ts';
export type { Offset, Range } from './model/offset.ts';
export type { Completeness, Identity, Outline } from './model/report.ts';
export type { CorpusResult, SourceMeta, SourceResult } from './model/result.ts';
export type { Card, RuleFile, Rules } from './rules/card.ts';
export { CardError } from './rules/card.ts';
export { loadRules } from './rules/load.ts';
export { readSource } from './source/read.ts';
