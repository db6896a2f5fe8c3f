/** Reads the tables / gives junit.xml / promises: an open error is a failure, a check that cannot tell is skipped, with its reason. */
import { xml } from './escape.ts';
import type { Lang } from './lexicon.ts';
import type { CheckRow, FindingRow, SourceRow } from './rows.ts';
import type { Tables } from './schema.ts';
import { reportName } from './trust.ts';

interface Case {
  readonly suite: string;
  readonly name: string;
  readonly failures: readonly string[];
  readonly skipped: string | null;
  readonly notes: readonly string[];
}

/** One suite for each source with one case for itself and one for each report, and one suite for the checks of figures. */
export function auditJunit(tables: Tables, lang: Lang): string {
  const suites: (readonly [string, readonly Case[]])[] = [
    ...tables.sources.map((source) => [source.path, sourceCases(source, tables, lang)] as const),
    ['checks', tables.checks.map((check) => checkCase(check, lang))],
  ];
  const all = suites.flatMap(([, cases]) => cases);
  const body = suites.map(([name, cases]) => suite(name, cases)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="jiaokan" ${counts(all)}>\n${body}</testsuites>\n`;
}

function sourceCases(source: SourceRow, tables: Tables, lang: Lang): Case[] {
  const findings = tables.findings.filter((one) => one.source_id === source.source_id && one.state === 'new');
  const reports = tables.reports.filter((one) => one.source_id === source.source_id);
  const ofSource = findings.filter((one) => one.report_id === null);
  return [
    findingCase(source.path, source.source_id, ofSource, lang),
    ...reports.map((report) => {
      const own = findings.filter((one) => one.report_id === report.report_id);
      return findingCase(source.path, `${reportName(report)} (${report.report_id})`, own, lang);
    }),
  ];
}

function findingCase(suite: string, name: string, findings: readonly FindingRow[], lang: Lang): Case {
  const line = (row: FindingRow): string => {
    const place = row.line === null ? '' : `${row.line}:${row.column} `;
    return `${place}${lang === 'zh' ? row.message_zh : row.message_en} [${row.rule} ${row.finding_id}]`;
  };
  return {
    suite,
    name,
    failures: findings.filter((one) => one.severity === 'error').map(line),
    skipped: null,
    notes: findings.filter((one) => one.severity !== 'error').map(line),
  };
}

function checkCase(check: CheckRow, lang: Lang): Case {
  const said = lang === 'zh' ? check.derivation_zh : check.derivation_en;
  return {
    suite: 'checks',
    name: `${check.rule} ${check.check_id}`,
    failures: check.verdict === 'broken' ? [said] : [],
    skipped: check.verdict === 'cannot-tell' ? said : null,
    notes: [],
  };
}

function counts(cases: readonly Case[]): string {
  const failures = cases.filter((one) => one.failures.length > 0).length;
  const skipped = cases.filter((one) => one.skipped !== null).length;
  return `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
}

function suite(name: string, cases: readonly Case[]): string {
  return `  <testsuite name="${xml(name)}" ${counts(cases)}>\n${cases.map(testCase).join('')}  </testsuite>\n`;
}

function testCase({ suite: classname, name, failures, skipped, notes }: Case): string {
  const parts = [
    ...(failures.length > 0
      ? [`      <failure message="${xml(failures[0] ?? '')}">${xml(failures.join('\n'))}</failure>\n`]
      : []),
    ...(skipped === null ? [] : [`      <skipped message="${xml(skipped)}"/>\n`]),
    ...(notes.length > 0 ? [`      <system-out>${xml(notes.join('\n'))}</system-out>\n`] : []),
  ];
  const open = `    <testcase classname="${xml(classname)}" name="${xml(name)}"`;
  return parts.length === 0 ? `${open}/>\n` : `${open}>\n${parts.join('')}    </testcase>\n`;
}
