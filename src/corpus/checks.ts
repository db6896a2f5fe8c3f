/** Reads the facts of all reports / gives every comparison that the rules make / promises: groups by key, the order of rows never shows. */
import { createHash } from 'node:crypto';
import type { Check } from '../model/check.ts';
import type { Fact, ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import type { CompiledCheck, FactInReport, Rule, Rules } from '../rules/card.ts';
import { groupsOf, type Rows } from './keyed.ts';

/** A check with what it takes to make it again with another figure. */
export interface Made {
  readonly check: Check;
  readonly rule: Rule;
  readonly run: CompiledCheck;
  readonly group: readonly FactInReport[];
}

/** Runs all check rules. Reports come in order of id; the checks come in order of rule, then of their reports and figures. */
export function makeChecks(reports: readonly ReportFacts[], rules: Rules): Made[] {
  const rows = reports.map((report) => report.facts.filter(isOfReport).map((fact): FactInReport => ({ fact, report })));
  const checking = rules.rules
    .flatMap((rule) => (rule.run.shape === 'check' && rule.card.status !== 'retired' ? [{ rule, run: rule.run }] : []))
    .sort((a, b) => compareText(a.rule.card.id, b.rule.card.id));
  const groups = groupsOf(
    checking.map(({ run }) => run),
    rows,
  );
  return checking.flatMap(({ rule, run }, at) => checksOf(rule, run, groups[at] ?? []).sort(inOrder));
}

function inOrder({ check: a }: Made, { check: b }: Made): number {
  return (
    compareLists(a.reportIds, b.reportIds) ||
    compareLists(a.figureIds, b.figureIds) ||
    compareText(a.checkId, b.checkId)
  );
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const order = compareText(a[at] ?? '', b[at] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** A glossary explains words: what it gives in numbers is said of other things, and often of several by one name. */
function isOfReport({ part }: Fact): boolean {
  return part !== 'glossary' && part !== 'annex';
}

function checksOf(rule: Rule, run: CompiledCheck, groups: readonly Rows[]): Made[] {
  const found = new Map<string, Made>();
  for (const group of groups) {
    for (const outcome of run.compare(group)) {
      const figures = outcome.figureIds.join('\n');
      if (found.has(figures)) continue;
      const check: Check = { ...outcome, checkId: checkId(rule.card.id, figures), rule: rule.card.id };
      found.set(figures, { check, rule, run, group });
    }
  }
  return [...found.values()];
}

/** Identity of a comparison: its rule and its figures, so that it keeps its id when a value or a verdict changes. */
function checkId(rule: string, figures: string): string {
  return createHash('sha256').update(`${rule}\n${figures}`).digest('hex').slice(0, 16);
}

/** The rows that a check is made again from: those of the reports and of the indicators that it compares. */
export function rowsOf({ check, group }: Made): readonly FactInReport[] {
  const compared = new Set(check.reportIds);
  const figures = new Set(check.figureIds);
  const named = new Set(group.flatMap(({ fact }) => (figures.has(fact.figureId) ? [fact.indicator] : [])));
  return group.filter(
    ({ fact, report }) => compared.has(report.reportId) && (fact.indicator === null || named.has(fact.indicator)),
  );
}

/**
 * Makes a check again with some facts replaced.
 * @param made with the rows of `rowsOf` as its group
 * @returns the new check of the same figures, or null when the rule no longer compares them
 */
export function remake({ check, run, group }: Made, ...replacements: readonly Fact[]): Check | null {
  const changed = withFacts(group, new Map(replacements.map((fact) => [fact.figureId, fact])));
  const key = check.figureIds.join('\n');
  const again = run.compare(changed).find((outcome) => outcome.figureIds.join('\n') === key);
  return again ? { ...again, checkId: check.checkId, rule: check.rule } : null;
}

/** The group with facts replaced, also in the reports that rows of the group point to. */
function withFacts(group: readonly FactInReport[], replacements: ReadonlyMap<string, Fact>): FactInReport[] {
  const touched = new Set([...replacements.values()].map(({ reportId }) => reportId));
  const reports = new Map<ReportFacts, ReportFacts>();
  const reportWith = (report: ReportFacts): ReportFacts => {
    if (!touched.has(report.reportId)) return report;
    const known = reports.get(report);
    if (known) return known;
    let facts: readonly Fact[] | null = null;
    const changed = {
      ...report,
      // Only few kinds look beyond the group: the list is made when one asks for it.
      get facts() {
        facts ??= report.facts.map((fact) => replacements.get(fact.figureId) ?? fact);
        return facts;
      },
    };
    reports.set(report, changed);
    return changed;
  };
  return group.map(({ fact, report }) => ({
    fact: replacements.get(fact.figureId) ?? fact,
    report: reportWith(report),
  }));
}
