/** What `--format` prints. The summary for people is made in `pretty.ts`; these are for programs. */
import type { Audit } from '../model/audit.ts';
import { githubAnnotations } from '../output/github.ts';
import { gitlabQuality } from '../output/gitlab.ts';
import { auditJson } from '../output/json.ts';
import { auditJunit } from '../output/junit.ts';
import { auditMarkdown } from '../output/markdown.ts';
import { auditSarif } from '../output/sarif.ts';
import { tablesOf } from '../output/tables.ts';
import type { Format } from './format-names.ts';
import type { Lang } from './options.ts';

/** The audit in one format, ending in a line break where there is anything to say. */
export function formatted(audit: Audit, format: Exclude<Format, 'pretty'>, lang: Lang): string {
  const tables = tablesOf(audit);
  switch (format) {
    case 'json':
      return auditJson(audit, tables);
    case 'md':
      return auditMarkdown(audit, tables, lang);
    case 'sarif':
      return auditSarif(audit, tables, lang);
    case 'junit':
      return auditJunit(tables, lang);
    case 'github':
      return githubAnnotations(tables, lang);
    case 'gitlab':
      return gitlabQuality(tables, lang);
  }
}
