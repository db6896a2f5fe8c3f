/** The whole pipeline for tests: rules from disk, sources from memory or from corpus/. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reconcile } from '../../src/corpus/reconcile.ts';
import type { CorpusResult, SourceMeta, SourceResult } from '../../src/model/result.ts';
import type { RuleFile, Rules } from '../../src/rules/card.ts';
import { loadRules } from '../../src/rules/load.ts';
import { withReady } from '../../src/rules/ready.ts';
import { readSource } from '../../src/source/read.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export function ruleFiles(folder = join(ROOT, 'rules')): RuleFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(folder, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }));
}

/** The files of rules/ with what the build has read of them, where it has: that spares each file of tests a second. */
export function readyFiles(): readonly RuleFile[] {
  const built = join(ROOT, 'build', 'rules.json');
  return existsSync(built) ? withReady(ruleFiles(), JSON.parse(readFileSync(built, 'utf8'))) : ruleFiles();
}

export function rulesFromDisk(): Rules {
  return loadRules(readyFiles());
}

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
