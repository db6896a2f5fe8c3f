/** The texts that are changed: our five sources, and real reports of a dozen places shortened to their bones. */
import { readdirSync, readFileSync } from 'node:fs';
import { reconcile } from '../../src/corpus/reconcile.ts';
import type { SourceResult } from '../../src/model/result.ts';
import { readSource } from '../../src/source/read.ts';
import { corpusInputs, metaOf, type Read, rulesFromDisk } from '../support/pipeline.ts';
import type { Given } from './changes.ts';

export const RULES = rulesFromDisk();
const EXCERPTS = new URL('excerpts/', import.meta.url);

export const SOURCES: readonly Given[] = corpusInputs().map(({ name, data }) => ({
  name,
  data: new TextDecoder().decode(data),
}));

export const SHORT: readonly Given[] = readdirSync(EXCERPTS)
  .sort()
  .map((name) => ({ name, data: readFileSync(new URL(name, EXCERPTS), 'utf8') }));

/** The source whose name begins so. */
export function given(name: string): Given {
  const found = [...SOURCES, ...SHORT].find((one) => one.name.startsWith(name));
  if (found === undefined) throw new Error(`no source ${name}`);
  return found;
}

export function read({ name, data }: { readonly name: string; readonly data: string | Uint8Array }): SourceResult {
  return readSource(typeof data === 'string' ? new TextEncoder().encode(data) : data, metaOf(name), RULES);
}

export function together(sources: readonly SourceResult[]): Read {
  return {
    sources,
    corpus: reconcile(
      sources.flatMap((one) => one.facts),
      RULES,
    ),
  };
}
