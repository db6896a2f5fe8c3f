/** Reads an audit / gives the files of `audit --out` / promises: every reading of the audit is made from the same tables. */
import type { Audit } from '../model/audit.ts';
import { tableFiles, utf8 } from './dataset.ts';
import { auditPages } from './html.ts';
import { auditJson } from './json.ts';
import { auditJunit } from './junit.ts';
import type { Lang } from './lexicon.ts';
import { auditMarkdown } from './markdown.ts';
import { auditSarif } from './sarif.ts';
import type { Files } from './sums.ts';
import { tablesOf } from './tables.ts';

/**
 * The files of an audit folder by path: `audit.html` (for many sources with `audit-parts/`), `audit.md`, `audit.json`, `audit.sarif`, `junit.xml` and `data/*.parquet`.
 * @param lang language of the texts; the page holds both and opens in this one
 * @throws RowError when a row does not fit its schema, CellError when a text cannot be written as UTF-8
 */
export async function auditFiles(audit: Audit, lang: Lang): Promise<Files> {
  const tables = tablesOf(audit);
  return new Map([
    ...[...auditPages(audit, tables, lang)].map(([path, text]) => [path, utf8(text)] as const),
    ['audit.md', utf8(auditMarkdown(audit, tables, lang, 'page'))],
    ['audit.json', utf8(auditJson(audit, tables))],
    ['audit.sarif', utf8(auditSarif(audit, tables, lang))],
    ['junit.xml', utf8(auditJunit(tables, lang))],
    ...(await tableFiles(audit, tables)),
  ]);
}
