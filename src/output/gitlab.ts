/** Reads the tables / gives a GitLab code quality report / promises: one entry a finding, its fingerprint stable when lines move. */
import type { Change, GateView } from './gate-changes.ts';
import type { Lang } from './lexicon.ts';
import type { FindingRow } from './rows.ts';
import type { Tables } from './schema.ts';

/** One entry, with the names that GitLab reads. A finding about a whole file stands on its first line. */
interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const SEVERITY = { error: 'major', warning: 'minor', info: 'info' } as const;

/**
 * The findings as GitLab's widget reads them. GitLab compares the lists of two branches itself, so all are there; an accepted one
 * is marked in words and told as information.
 * @param view the verdict of the gate: what is no finding is added, and what fails is `critical`
 */
export function gitlabQuality(tables: Tables, lang: Lang, view: GateView | null = null): string {
  const paths = new Map(tables.sources.map((row) => [row.source_id, row.path]));
  const issues = [
    ...tables.findings.map((row) => findingIssue(row, paths.get(row.source_id) ?? row.source_id, lang, view)),
    ...(view?.changes ?? [])
      .filter((one) => one.weight === 'worse' && one.rule.startsWith('gate/'))
      .map((one) => changeIssue(one, paths, lang)),
  ];
  return `${JSON.stringify(issues, null, 2)}\n`;
}

function findingIssue(row: FindingRow, path: string, lang: Lang, view: GateView | null): Issue {
  const said = lang === 'zh' ? row.message_zh : row.message_en;
  const isAccepted = row.state === 'accepted';
  return {
    description: isAccepted ? `${lang === 'zh' ? '已接受：' : 'accepted: '}${said}` : said,
    check_name: row.rule,
    fingerprint: row.finding_id,
    severity: isAccepted ? 'info' : view?.failing.has(row.finding_id) ? 'critical' : SEVERITY[row.severity],
    location: { path, lines: { begin: row.line ?? 1 } },
  };
}

function changeIssue(one: Change, paths: ReadonlyMap<string, string>, lang: Lang): Issue {
  const path = one.place?.path ?? paths.get(one.sourceId ?? '') ?? one.sourceId ?? 'corpus';
  return {
    description: one.said[lang],
    check_name: one.rule,
    fingerprint: one.fingerprint,
    severity: 'critical',
    location: { path, lines: { begin: one.place?.line ?? 1 } },
  };
}
