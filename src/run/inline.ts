/** Reads sources one after another / gives an Audit / promises: the order of the inputs never shows in the result. */
import { createHash } from 'node:crypto';
import { type Accepted, NONE_ACCEPTED } from '../corpus/accept.ts';
import { reconcileAgainst } from '../corpus/against.ts';
import type { Audit, RuleWords } from '../model/audit.ts';
import type { ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import type { CorpusResult, SourceMeta, SourceResult } from '../model/result.ts';
import type { Rule, Rules } from '../rules/card.ts';
import { readSource } from '../source/read.ts';
import { publish } from './publish.ts';
import { VERSION } from './version.ts';

/** One source to read: its bytes exactly as collected, and what is known of it. */
export interface SourceInput {
  readonly meta: SourceMeta;
  readonly bytes: Uint8Array;
}

/** Told once before each source is read. `done` counts the sources already read. */
export type Progress = (done: number, sourceId: string) => void;

export interface AuditOptions {
  readonly accepted?: Accepted;
  /** Reports that a person chose to stand for their copies, each with the reason. */
  readonly chosen?: ReadonlyMap<string, string>;
  readonly progress?: Progress;
  /** Facts of reports that were read before: the sources are compared with them too. Those of a source that is read again do not count. */
  readonly stored?: readonly ReportFacts[];
}

/** A failure inside a stage: a bug of ours, never a property of the input. The cause keeps its stack. */
export class StageError extends Error {
  override readonly name = 'StageError';
  readonly sourceId: string;

  constructor(sourceId: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`while reading ${sourceId}: ${reason}`, { cause });
    this.sourceId = sourceId;
  }
}

/**
 * Audits sources: each is read by itself, then all are reconciled once.
 * @param inputs sources in any order, with distinct ids; bytes may be dropped by the caller as soon as the next is asked for
 * @throws StageError when a stage fails, naming the source
 * @throws RangeError when two sources have the same id
 */
export async function auditSources(
  inputs: Iterable<SourceInput> | AsyncIterable<SourceInput>,
  rules: Rules,
  options: AuditOptions = {},
): Promise<Audit> {
  const results: SourceResult[] = [];
  const seen = new Set<string>();
  for await (const { meta, bytes } of inputs) {
    if (seen.has(meta.sourceId)) throw new RangeError(`two sources are called ${meta.sourceId}`);
    seen.add(meta.sourceId);
    options.progress?.(results.length, meta.sourceId);
    results.push(readNamed(meta, bytes, rules));
  }
  return assemble(results, rules, options.accepted ?? NONE_ACCEPTED, options.chosen, options.stored);
}

function readNamed(meta: SourceMeta, bytes: Uint8Array, rules: Rules): SourceResult {
  try {
    return readSource(bytes, meta, rules);
  } catch (cause) {
    throw new StageError(meta.sourceId, cause);
  }
}

/** Reconciles results that were read anywhere, in any order, and puts the audit together. */
export function assemble(
  results: readonly SourceResult[],
  rules: Rules,
  accepted: Accepted = NONE_ACCEPTED,
  chosen?: ReadonlyMap<string, string>,
  stored: readonly ReportFacts[] = [],
): Audit {
  const sources = [...results].sort((a, b) => compareText(a.source.sourceId, b.source.sourceId));
  const facts = sources.flatMap((one) => one.facts);
  return withCorpus(sources, reconcileAgainst(facts, others(stored, sources), rules, chosen), rules, accepted);
}

/** Puts an audit together. @param sources in order of id @param corpus what came of reconciling them */
export function withCorpus(
  sources: readonly SourceResult[],
  corpus: CorpusResult,
  rules: Rules,
  accepted: Accepted,
): Audit {
  const facts = sources.flatMap((one) => one.facts);
  return {
    tool: 'jiaokan',
    version: VERSION,
    rulesDigest: rules.digest,
    corpusDigest: corpusDigest(sources),
    sources,
    corpus,
    findings: publish([...sources.flatMap((one) => one.findings), ...corpus.findings], facts, accepted),
    rules: rules.rules.map(wordsOf),
  };
}

/** Stored reports of sources that were not read again. */
function others(stored: readonly ReportFacts[], sources: readonly SourceResult[]): readonly ReportFacts[] {
  const read = new Set(sources.map(({ source }) => source.sourceId));
  return stored.filter(({ sourceId }) => !read.has(sourceId));
}

/** SHA-256 over ids and digests. Sources come in order of id. */
export function corpusDigest(
  sources: readonly { readonly source: Pick<SourceResult['source'], 'sourceId' | 'sha256'> }[],
): string {
  const hash = createHash('sha256');
  for (const { source } of sources) hash.update(`${source.sourceId}\0${source.sha256}\n`);
  return hash.digest('hex');
}

function wordsOf({ card }: Rule): RuleWords {
  const { id, kind, scope, severity, status, message, why, whyZh, record } = card;
  const examples = card.examples.map(({ verdict, sources }) => ({ verdict, sources }));
  return {
    ...{ id, kind, scope, severity, status, message, why, examples },
    ...(whyZh === undefined ? {} : { whyZh }),
    ...(record === undefined ? {} : { record }),
  };
}
