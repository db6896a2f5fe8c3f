/** The file-system door: finds and reads sources, rules and corpora, and writes outputs. What it gives, `index.ts` works on. */
export { type CorpusFolder, readCorpus } from './node/corpus.ts';
export { InputError } from './node/errors.ts';
export { EXTENSIONS, type Found, type FoundSource, findSources, type Skipped } from './node/find.ts';
export { MANIFEST_SCHEMA, type Manifest, type ManifestEntry, parseManifest } from './node/manifest.ts';
export { PLAIN_READING, type Reading, readSources } from './node/read.ts';
export { readRuleFiles, rulesFolder, rulesWith } from './node/rules.ts';
export { type OutputFiles, writeFiles } from './node/write.ts';
export {
  type AuditOptions,
  assemble,
  auditSources,
  type Progress,
  type SourceInput,
  StageError,
} from './run/inline.ts';
