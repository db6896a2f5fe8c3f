/** What the gate prints and writes for programs. */
import type { Audit } from '../model/audit.ts';
import type { GateView } from '../output/gate-changes.ts';
import { gateComment, gateJson } from '../output/gate-comment.ts';
import { gateAnnotations } from '../output/github.ts';
import { gitlabQuality } from '../output/gitlab.ts';
import { auditJunit } from '../output/junit.ts';
import { auditSarif } from '../output/sarif.ts';
import type { Tables } from '../output/schema.ts';
import type { Lang } from './options.ts';

export const GATE_FORMATS = ['pretty', 'json', 'md', 'sarif', 'junit', 'github', 'gitlab'] as const;
export type GateFormat = (typeof GATE_FORMATS)[number];

/** The verdict of the gate in one format. */
export function gateFormatted(
  format: Exclude<GateFormat, 'pretty'>,
  { audit, tables, view }: { readonly audit: Audit; readonly tables: Tables; readonly view: GateView },
  lang: Lang,
): string {
  switch (format) {
    case 'json':
      return gateJson(tables, view);
    case 'md':
      return gateComment(tables, view, lang);
    case 'sarif':
      return auditSarif(audit, tables, lang, view);
    case 'junit':
      return auditJunit(tables, lang, view);
    case 'github':
      return gateAnnotations(tables, view, lang);
    case 'gitlab':
      return gitlabQuality(tables, lang, view);
  }
}

/** Names of the files of `gate --out`. */
export const GATE_FILES = [
  ['gate.md', 'md'],
  ['gate.json', 'json'],
  ['gate.sarif', 'sarif'],
  ['gate.junit.xml', 'junit'],
  ['gate.github.txt', 'github'],
  ['gate.codequality.json', 'gitlab'],
] as const;
