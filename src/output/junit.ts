/**
 * Reads the tables / gives junit.xml / promises: an open error is a failure, a check that cannot tell is skipped, with its
 * reason; with the verdict of the gate only what got worse is a failure. What was accepted is told in its case.
 */
import { xml } from './escape.ts';
import type { Change, GateView } from './gate-changes.ts';
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

/** What a case is made from. */
interface Ground {
  readonly tables: Tables;
  readonly lang: Lang;
  readonly view: GateView | null;
}

/**
 * One suite for each source with one case for itself and one for each report, and one suite for the checks of figures;
 * with the verdict of the gate a suite `gate` for what is no finding.
 */
export function auditJunit(tables: Tables, lang: Lang, view: GateView | null = null): string {
  const ground = { tables, lang, view };
  const suites: (readonly [string, readonly Case[]])[] = [
    ...(view ? [['gate', gateCases(view, lang)] as const] : []),
    ...tables.sources.map((source) => [source.path, sourceCases(source, ground)] as const),
    ['checks', tables.checks.map((check) => checkCase(check, ground))],
  ];
  const all = suites.flatMap(([, cases]) => cases);
  const body = suites.map(([name, cases]) => suite(name, cases)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="jiaokan" ${counts(all)}>\n${body}</testsuites>\n`;
}

/** One case for each thing that got worse, or would have if nobody had accepted it; one that passes when there is none. */
function gateCases({ changes, since }: GateView, lang: Lang): Case[] {
  const told = changes.filter((one) => one.rule.startsWith('gate/') && ['worse', 'accepted'].includes(one.weight));
  if (told.length === 0) return [{ suite: 'gate', name: since, failures: [], skipped: null, notes: [] }];
  return told.map((one: Change) => ({
    suite: 'gate',
    name: `${one.rule} ${one.fingerprint}`,
    failures: one.weight === 'worse' ? [one.said[lang]] : [],
    skipped: null,
    notes: one.weight === 'worse' ? [] : [one.said[lang]],
  }));
}

function sourceCases(source: SourceRow, ground: Ground): Case[] {
  const { tables } = ground;
  const findings = tables.findings.filter((one) => one.source_id === source.source_id);
  const reports = tables.reports.filter((one) => one.source_id === source.source_id);
  const ofSource = findings.filter((one) => one.report_id === null);
  return [
    findingCase(source.path, source.source_id, ofSource, ground),
    ...reports.map((report) => {
      const own = findings.filter((one) => one.report_id === report.report_id);
      return findingCase(source.path, `${reportName(report)} (${report.report_id})`, own, ground);
    }),
  ];
}

function findingCase(suite: string, name: string, findings: readonly FindingRow[], { lang, view }: Ground): Case {
  const isFailure = (row: FindingRow): boolean =>
    view ? view.failing.has(row.finding_id) : row.state === 'new' && row.severity === 'error';
  const line = (row: FindingRow): string => {
    const place = row.line === null ? '' : `${row.line}:${row.column} `;
    const mark = row.state === 'accepted' ? (lang === 'zh' ? '已接受 ' : 'accepted ') : '';
    return `${mark}${place}${lang === 'zh' ? row.message_zh : row.message_en} [${row.rule} ${row.finding_id}]`;
  };
  return {
    suite,
    name,
    failures: findings.filter(isFailure).map(line),
    skipped: null,
    notes: findings.filter((one) => !isFailure(one)).map(line),
  };
}

/** The gate fails for the finding that a broken check makes, not for the check: it may have been broken before. */
function checkCase(check: CheckRow, { lang, view }: Ground): Case {
  const said = lang === 'zh' ? check.derivation_zh : check.derivation_en;
  const isBroken = check.verdict === 'broken';
  return {
    suite: 'checks',
    name: `${check.rule} ${check.check_id}`,
    failures: isBroken && !view ? [said] : [],
    skipped: check.verdict === 'cannot-tell' ? said : null,
    notes: isBroken && view ? [said] : [],
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
