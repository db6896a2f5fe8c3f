/** Reads the facts of all reports / gives every comparison that the rules make / promises: groups by key, the order of rows never shows. */
import { createHash } from 'node:crypto';
import type { Check } from '../model/check.ts';
import type { Fact, ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import type { CompiledCheck, FactInReport, Rule, Rules } from '../rules/card.ts';
import { groupsOf, type Rows } from './keyed.ts';
import { withFacts } from './replaced.ts';

/** A check with what it takes to make it again with another figure. */
export interface Made {
  readonly check: Check;
  readonly rule: Rule;
  readonly run: CompiledCheck;
  readonly group: readonly FactInReport[];
}

/** Runs all check rules. Reports come in order of id; the checks come in order of rule, then of their reports and figures. */
export function makeChecks(reports: readonly ReportFacts[], rules: Rules): Made[] {
  const checking = rules.rules
    .flatMap((rule) => (rule.run.shape === 'check' && rule.card.status !== 'retired' ? [{ rule, run: rule.run }] : []))
    .sort((a, b) => compareText(a.rule.card.id, b.rule.card.id));
  const groups = groupsOf(
    checking.map(({ run }) => run),
    reports,
    isOfReport,
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

function checksOf(rule: Rule, run: CompiledCheck, groups: Iterable<Rows>): Made[] {
  const found = new Map<string, Made>();
  for (const group of groups) {
    for (const outcome of run.compare(group)) {
      const figures = outcome.figureIds.join('\n');
      if (found.has(figures)) continue;
      const check = identified(outcome, rule.card.id, checkId(rule.card.id, figures));
      found.set(figures, { check, rule, run, group });
    }
  }
  return [...found.values()];
}

/** Field by field, as `checkKind` does. */
function identified(one: Omit<Check, 'checkId' | 'rule'>, rule: string, id: string): Check {
  return {
    family: one.family,
    verdict: one.verdict,
    reason: one.reason,
    reportIds: one.reportIds,
    figureIds: one.figureIds,
    expected: one.expected,
    actual: one.actual,
    suspectFigureId: one.suspectFigureId,
    likelyCause: one.likelyCause,
    data: one.data,
    checkId: id,
    rule,
  };
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

/** What a check made again says. */
type Again = ReturnType<CompiledCheck['compare']>[number];

/**
 * Makes a check again with some facts replaced.
 * @param made with the rows of `rowsOf` as its group
 * @returns what it says of the same figures, or null when the rule no longer compares them
 */
export function remake({ check, run, group }: Made, ...replacements: readonly Fact[]): Again | null {
  const { figureIds } = check;
  const isSame = (one: Again): boolean =>
    one.figureIds.length === figureIds.length && one.figureIds.every((id, at) => id === figureIds[at]);
  return run.compare(withFacts(group, replacements)).find(isSame) ?? null;
}
