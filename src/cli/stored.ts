/** The index of reports that were audited before, as commands use it: read first, kept with the new reports after. */
import path from 'node:path';
import type { Audit } from '../model/audit.ts';
import type { ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import { readIndex, writeIndex } from '../node/report-index.ts';
import type { Rules } from '../rules/card.ts';
import { VERSION } from '../run/version.ts';
import type { Terminal } from './terminal.ts';

export interface OpenIndex {
  /** Reports of the index; none when it is new. */
  readonly stored: readonly ReportFacts[];
  /** Writes the index with the reports of an audit; a source that was read again takes the place of what was kept of it. */
  keep(audit: Audit): Promise<void>;
}

/** @throws InputError when the file is no index, was changed, or was made by another version or with other rules */
export async function openIndex(file: string, rules: Rules, terminal: Terminal): Promise<OpenIndex> {
  const full = path.resolve(terminal.cwd, file);
  const maker = { version: VERSION, rulesDigest: rules.digest };
  const stored = (await readIndex(full, file, maker)) ?? [];
  return {
    stored,
    keep: async ({ sources }) => {
      const read = new Set(sources.map(({ source }) => source.sourceId));
      const all = [...stored.filter(({ sourceId }) => !read.has(sourceId)), ...sources.flatMap(({ facts }) => facts)];
      await writeIndex(
        full,
        all.sort((a, b) => compareText(a.reportId, b.reportId)),
        maker,
      );
    },
  };
}
