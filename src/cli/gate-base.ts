/** Reads the corpus as it was at a revision / gives its audit by the rules of now / promises: only what changed is read again. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { inForce, staleAcceptances } from '../corpus/accept.ts';
import type { Audit } from '../model/audit.ts';
import { canonicalJson } from '../model/finding.ts';
import type { SourceMeta, SourceResult } from '../model/result.ts';
import { InputError } from '../node/errors.ts';
import { folderAt } from '../node/git.ts';
import { readSources } from '../node/read.ts';
import { CardError, type Rules } from '../rules/card.ts';
import { assemble, auditSources } from '../run/inline.ts';
import { type Baseline, baselineOf, bytesId } from './baseline.ts';
import type { Terminal } from './terminal.ts';
import { type Gathered, gather } from './work.ts';

/** The corpus of a revision as the gate compares with it. */
export interface Base {
  readonly audit: Audit;
  readonly baseline: Baseline;
  /** The revision as a person knows it. */
  readonly name: string;
}

/**
 * Audits the corpus as it was at a revision.
 * @param now results of the sources of now: one with the same bytes and particulars is taken from there
 * @throws InputError when there is no such revision, no corpus in it, or none that can be read
 */
export async function baseOf(
  revision: string,
  corpus: string,
  now: readonly SourceResult[],
  { rules, today, terminal }: { readonly rules: Rules; readonly today: string; readonly terminal: Terminal },
): Promise<Base> {
  const { folder, commit, dispose } = await folderAt(revision, corpus);
  try {
    const gathered = await gather([folder], { ...terminal, cwd: path.dirname(folder) });
    const accepted = inForce(gathered.accepted, today);
    const results = await resultsOf(gathered, now, rules, terminal);
    const audit = assemble(results, rules, accepted, gathered.chosen);
    const stale = staleAcceptances(gathered.accepted, audit.findings, today);
    const plain = baselineOf(audit, stale);
    const bytes = gathered.changed.map((said) => ({
      finding: bytesId(said),
      rule: 'gate/bytes',
      severity: 'error' as const,
      source: said.slice(0, said.indexOf(':')),
    }));
    const name = revision.startsWith(commit) ? commit : `${revision} (${commit})`;
    return { audit, baseline: { ...plain, findings: [...plain.findings, ...bytes] }, name };
  } catch (error) {
    if (error instanceof InputError || error instanceof CardError)
      throw new InputError(`at ${revision}: ${error.message}`);
    throw error;
  } finally {
    await dispose();
  }
}

async function resultsOf(
  gathered: Gathered,
  now: readonly SourceResult[],
  rules: Rules,
  terminal: Terminal,
): Promise<SourceResult[]> {
  const same = new Map(now.map((one) => [keyOf(one.source, one.source.sha256), one]));
  const results: SourceResult[] = [];
  for await (const input of readSources(gathered.sources, terminal.stdin)) {
    const known = same.get(keyOf(input.meta, createHash('sha256').update(input.bytes).digest('hex')));
    results.push(...(known ? [known] : (await auditSources([input], rules)).sources));
  }
  return results;
}

function keyOf({ sourceId, path: place, title, publisher, url, collectedOn }: SourceMeta, sha256: string): string {
  return canonicalJson([sourceId, place, title, publisher, url, collectedOn, sha256]);
}
