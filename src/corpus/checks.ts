/** Reads the facts of all reports / gives every comparison that the rules make / promises: groups by key, the order of rows never shows. */
import type { Check } from '../model/check.ts';
import type { Fact, Outcome, ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import { sha256Of } from '../model/sha256.ts';
import type { CompiledCheck, Rule, Rules } from '../rules/card.ts';
import {
  type Comparing,
  comparisons,
  type Found,
  type GroupPlace,
  numberAmong,
  rowsAt,
  type Shelf,
} from './comparing.ts';
import { opened } from './digest.ts';
import { groupsOf, type KeyGroups } from './key-groups.ts';
import { Keyring, type Rows } from './keyed.ts';
import { withFacts } from './replaced.ts';
import { turnsOf } from './turns.ts';

/** A check with what it takes to make it again with another figure. */
export interface Made {
  readonly check: Check;
  readonly found: GroupPlace;
  readonly rule: Rule;
  readonly run: CompiledCheck;
  /** The rows that it is made again from: those of the reports and of the indicators that it compares. */
  readonly group: () => Rows;
}

/** Runs all check rules. Reports come in order of id; the checks come in order of rule, then of their reports and figures. */
export function makeChecks(reports: readonly ReportFacts[], rules: Rules): Made[] {
  const groups = groupsAmong(reports, rules);
  const of = comparingOf(shelfOf(reports), groups, rules);
  return madeOf(comparisons(of, turnsOf(groups, reports)), of, rules);
}

/** What the rules ask of the facts of reports. */
export function keyringOf(rules: Rules): Keyring {
  return new Keyring(
    checkingOf(rules).map(({ run }) => run),
    isOfReport,
  );
}

/** The groups of each check among all reports. */
export function groupsAmong(reports: readonly ReportFacts[], rules: Rules): KeyGroups[] {
  const keyring = keyringOf(rules);
  return groupsOf(keysOfEach(reports, keyring), { from: 0, to: checkingOf(rules).length });
}

function* keysOfEach(reports: readonly ReportFacts[], keyring: Keyring): Generator<Uint32Array> {
  for (const report of reports) yield keyring.keysOf(opened(report));
}

/** Everything that is to be compared. @param groups those of each check among the reports of the shelf */
export function comparingOf(shelf: Shelf, groups: readonly KeyGroups[], rules: Rules): Comparing {
  return { checks: checkingOf(rules).map(({ run }) => run), keyring: keyringOf(rules), groups, shelf };
}

/** A rule that compares facts. */
interface Checking {
  readonly rule: Rule;
  readonly run: CompiledCheck;
}

/** The rules that compare facts, in order of id. */
export function checkingOf({ rules }: Rules): Checking[] {
  return rules
    .flatMap((rule) => (rule.run.shape === 'check' && rule.card.status !== 'retired' ? [{ rule, run: rule.run }] : []))
    .sort((a, b) => compareText(a.rule.card.id, b.rule.card.id));
}

function shelfOf(reports: readonly ReportFacts[]): Shelf {
  const numbers = new Map(reports.map(({ reportId }, number) => [reportId, number]));
  return {
    length: reports.length,
    numberOf: (reportId) => numberAmong(numbers, reportId),
    open: (number) => {
      const report = reports[number];
      if (report === undefined) throw new RangeError(`there is no report ${number}`);
      return opened(report);
    },
  };
}

/** The checks that come of what was found, in whatever order: of two with the same figures the one whose group comes first. */
export function madeOf(all: Iterable<Found>, of: Comparing, rules: Rules): Made[] {
  const checking = checkingOf(rules);
  const byCheck = checking.map((): Found[] => []);
  for (const found of all) byCheck[found.nth]?.push(found);
  return checking.flatMap(({ rule, run }, nth) => {
    const seen = new Set<string>();
    const made: Made[] = [];
    for (const found of (byCheck[nth] ?? []).sort(byGroup)) {
      const figures = found.outcome.figureIds.join('\n');
      if (seen.has(figures)) continue;
      seen.add(figures);
      const check = checkOf(found, rule);
      made.push({ check, found, rule, run, group: () => rowsOf(check, rowsAt(of, found, check.reportIds)) });
    }
    return made.sort(inOrder);
  });
}

/** Of checks with the same figures the one is kept whose group comes first: groups within reports come before those among all reports. */
function byGroup(a: Found, b: Found): number {
  if ((a.within === null) !== (b.within === null)) return a.within === null ? 1 : -1;
  return (a.within ?? 0) - (b.within ?? 0) || a.group - b.group;
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

/** A check by its identity, its rule and its figures: it keeps its id when a value or a verdict changes. */
export function checkOf({ outcome }: Found, { card }: Rule): Check {
  // One literal, no spread: a million of these are made, and one that grows from a copy takes longer than its digest.
  return {
    checkId: sha256Of(`${card.id}\n${outcome.figureIds.join('\n')}`).slice(0, 16),
    rule: card.id,
    family: outcome.family,
    verdict: outcome.verdict,
    reason: outcome.reason,
    reportIds: outcome.reportIds,
    figureIds: outcome.figureIds,
    expected: outcome.expected,
    actual: outcome.actual,
    suspectFigureId: outcome.suspectFigureId,
    likelyCause: outcome.likelyCause,
    data: outcome.data,
  };
}

/** Of the rows of the reports that a check compares those of its indicators. */
function rowsOf({ figureIds }: Check, group: Rows): Rows {
  const figures = new Set(figureIds);
  const named = new Set(group.flatMap(({ fact }) => (figures.has(fact.figureId) ? [fact.indicator] : [])));
  return group.filter(({ fact }) => fact.indicator === null || named.has(fact.indicator));
}

/**
 * Makes a check again with some facts replaced.
 * @returns what it says of the same figures, or null when the rule no longer compares them
 */
export function remake({ check, run, group }: Made, ...replacements: readonly Fact[]): Outcome | null {
  const { figureIds } = check;
  const isSame = (one: Outcome): boolean =>
    one.figureIds.length === figureIds.length && one.figureIds.every((id, at) => id === figureIds[at]);
  return run.compare(withFacts(group(), replacements)).find(isSame) ?? null;
}
