/** Labelled comparisons against the checks that reconciliation makes of the same reports. */
import type { Check } from '../../src/model/check.ts';
import type { Fact, ReportFacts } from '../../src/model/fact.ts';

export interface Score {
  readonly name: string;
  readonly right: number;
  readonly total: number;
  readonly misses: readonly string[];
  /** True for a part of another measure, which has the floor. */
  readonly detail?: true;
}

export interface CheckLabel {
  readonly verdict: string;
  /** Rule without its family, and the operands as `report|quote`. */
  readonly key: string;
}

/** Rows of labels/checks/read.tsv. */
export function readCheckLabels(text: string): CheckLabel[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [verdict = '', ...rest] = line.split('\t');
      return { verdict, key: rest.join('\t') };
    });
}

/** Facts by id with the path of their report; sources must have been read under their path. */
export function factsById(reports: readonly ReportFacts[]): Map<string, { fact: Fact; path: string }> {
  return new Map(
    reports.flatMap((report) => report.facts.map((fact) => [fact.figureId, { fact, path: report.sourceId }] as const)),
  );
}

export function scoreChecks(
  checks: readonly Check[],
  reports: readonly ReportFacts[],
  labels: readonly CheckLabel[],
): Score[] {
  const facts = factsById(reports);
  const keyOf = (check: Check): string =>
    [
      check.rule.replace(/^figures\//u, ''),
      ...check.figureIds.map((id) => `${facts.get(id)?.path ?? '?'}|${facts.get(id)?.fact.quote ?? '?'}`),
    ].join('\t');
  const made = new Map(checks.map((check) => [keyOf(check), check.verdict]));
  const known = new Map(labels.map(({ key, verdict }) => [key, verdict]));
  const broken = checks.filter(({ verdict }) => verdict === 'broken').map(keyOf);
  const saying = (verdict: string): readonly CheckLabel[] => labels.filter((label) => label.verdict === verdict);
  const called = (key: string): string => made.get(key) ?? 'no check';
  return [
    counted('called broken: broken by reading', broken, (key) => known.get(key) === 'broken'),
    counted(
      'broken by reading: called broken',
      saying('broken').map(({ key }) => key),
      (key) => called(key) === 'broken',
    ),
    counted(
      'not comparable by reading: not called broken',
      saying('not-comparable').map(({ key }) => key),
      (key) => called(key) !== 'broken',
    ),
    counted(
      'holding by reading: called holding',
      saying('holds').map(({ key }) => key),
      (key) => called(key) === 'holds',
    ),
    ...ofHolds(labels, called),
  ];
}

/** Rules that call hardly anything broken are known by what they call right. */
const ON_TRIAL = ['rank', 'stock-and-flow', 'target-and-outcome', 'streak-and-record', 'all-targets-met'];

function ofHolds(labels: readonly CheckLabel[], called: (key: string) => string): Score[] {
  const isRight = new Map(labels.map(({ key, verdict }) => [key, verdict === 'holds']));
  const keys = [...isRight.keys()].filter((key) => called(key) === 'holds');
  const score = (name: string, own: readonly string[]): Score => counted(name, own, (key) => isRight.get(key) === true);
  return [
    score('called holding: holding by reading', keys),
    ...ON_TRIAL.map((rule) =>
      score(
        `called holding: holding by reading: ${rule}`,
        keys.filter((key) => key.startsWith(`${rule}\t`)),
      ),
    ),
  ];
}

function counted(name: string, keys: readonly string[], right: (key: string) => boolean): Score {
  const misses = keys.filter((key) => !right(key));
  return { name, right: keys.length - misses.length, total: keys.length, misses };
}
