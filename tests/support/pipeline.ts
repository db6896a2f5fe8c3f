/** The whole pipeline for tests: rules from disk, sources from memory or from corpus/. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reconcile } from '../../src/corpus/reconcile.ts';
import type { CorpusResult, SourceMeta, SourceResult } from '../../src/model/result.ts';
import type { Rules } from '../../src/rules/card.ts';
import { readSource } from '../../src/source/read.ts';
import { ROOT } from './rules.ts';

export { ROOT, readyFiles, ruleFiles, rulesFromDisk } from './rules.ts';

export function metaOf(sourceId: string, path = sourceId): SourceMeta {
  return { sourceId, path, title: null, publisher: null, url: null, collectedOn: null };
}

export interface Read {
  readonly sources: readonly SourceResult[];
  readonly corpus: CorpusResult;
}

/** Reads and reconciles sources given as text or bytes. */
export function audit(inputs: readonly { name: string; data: string | Uint8Array }[], rules: Rules): Read {
  const sources = inputs.map(({ name, data }) =>
    readSource(typeof data === 'string' ? new TextEncoder().encode(data) : data, metaOf(name), rules),
  );
  return {
    sources,
    corpus: reconcile(
      sources.flatMap((source) => source.facts),
      rules,
    ),
  };
}

/** The five sources of corpus/, without their manifest: nothing but bytes and file names. */
export function corpusInputs(): { name: string; data: Uint8Array }[] {
  const folder = join(ROOT, 'corpus', 'sources');
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, data: new Uint8Array(readFileSync(join(folder, name))) }));
}
