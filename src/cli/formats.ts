/** What `--format` prints. The summary for people is made in `pretty.ts`; these are for programs. */
import type { Audit } from '../model/audit.ts';
import type { Lang } from './options.ts';

export const FORMATS = ['pretty', 'json', 'md', 'sarif', 'junit', 'github', 'gitlab'] as const;
export type Format = (typeof FORMATS)[number];

/** The audit in one format, ending in a line break where there is anything to say. What writes a format is loaded with it. */
export async function formatted(audit: Audit, format: Exclude<Format, 'pretty'>, lang: Lang): Promise<string> {
  const tables = (await import('../output/tables.ts')).tablesOf(audit);
  switch (format) {
    case 'json':
      return (await import('../output/json.ts')).auditJson(audit, tables);
    case 'md':
      return (await import('../output/markdown.ts')).auditMarkdown(audit, tables, lang);
    case 'sarif':
      return (await import('../output/sarif.ts')).auditSarif(audit, tables, lang);
    case 'junit':
      return (await import('../output/junit.ts')).auditJunit(tables, lang);
    case 'github':
      return (await import('../output/github.ts')).githubAnnotations(tables, lang);
    case 'gitlab':
      return (await import('../output/gitlab.ts')).gitlabQuality(tables, lang);
  }
}
