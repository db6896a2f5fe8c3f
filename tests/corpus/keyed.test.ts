/** What a check says of its facts beforehand spares work and never changes what is compared. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeChecks } from '../../src/corpus/checks.ts';
import { groupsOf } from '../../src/corpus/keyed.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import type { CompiledCheck, Rules } from '../../src/rules/card.ts';
import { readSource } from '../../src/source/read.ts';
import { metaOf, ROOT, rulesFromDisk } from '../support/pipeline.ts';
import { type Given, report } from './build.ts';

const rules = rulesFromDisk();
const folder = join(ROOT, 'corpus', 'sources');
const read = readdirSync(folder)
  .sort()
  .flatMap((name) => [...readSource(new Uint8Array(readFileSync(join(folder, name))), metaOf(name), rules).facts]);
/** The same reports once more, told a year later: so that checks across years have what they compare. */
const reports: readonly ReportFacts[] = [...read, ...read.map(nextYear)].sort((a, b) =>
  a.reportId < b.reportId ? -1 : 1,
);

function nextYear(one: ReportFacts): ReportFacts {
  const reportId = `${one.reportId}+`;
  const { reportYear } = one.identity;
  const later = (date: string): string => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
  return {
    ...one,
    reportId,
    identity: { ...one.identity, reportYear: reportYear === null ? null : reportYear + 1 },
    facts: one.facts.map((fact) => ({
      ...fact,
      reportId,
      figureId: `${fact.figureId}+`,
      of: fact.of === null ? null : `${fact.of}+`,
      period: fact.period && { start: later(fact.period.start), end: later(fact.period.end) },
    })),
  };
}

function withChecks(change: (check: CompiledCheck) => CompiledCheck): Rules {
  return {
    ...rules,
    rules: rules.rules.map((rule) => (rule.run.shape === 'check' ? { ...rule, run: change(rule.run) } : rule)),
  };
}

describe('the checks of real reports are the same', () => {
  const made = makeChecks(reports, rules).map(({ check }) => check);
  const plain: readonly [string, (check: CompiledCheck) => CompiledCheck][] = [
    ['when every sort of fact is looked at', ({ takes, ...check }) => check],
    ['when groups without the fact that they need are made too', ({ anchors, ...check }) => check],
    ['when no report is passed over', ({ wants, ...check }) => check],
  ];

  test('and there are some of most rules', () => {
    expect(new Set(made.map(({ rule }) => rule)).size).toBeGreaterThan(8);
  });

  test.each(plain)('%s', (_name, change) => {
    expect(makeChecks(reports, withChecks(change)).map(({ check }) => check)).toEqual(made);
  });
});

describe('groups', () => {
  const fact = (quote: string, indicator: string): Given => ({ quote, indicator });
  const check = (more: Partial<CompiledCheck>): CompiledCheck => ({
    shape: 'check',
    family: 'test',
    compare: () => [],
    ...more,
  });
  const two = ['a', 'b'].map((id) => report({ id }, [fact('1家', '企业'), fact('2家', '企业'), fact('3家', '学校')]));
  const all = (): boolean => true;
  const quotes = (one: CompiledCheck): string[][] =>
    [...(groupsOf([one], two, all)[0] ?? [])].map((group) =>
      group.map((row) => `${row.report.sourceId} ${row.fact.quote}`),
    );
  const byName: CompiledCheck['keys'] = ({ indicator }) => [indicator ?? '', indicator ?? ''];

  test('of all reports, each row once whatever its keys repeat', () => {
    expect(quotes(check({ keys: byName }))).toEqual([
      ['a 1家', 'a 2家', 'b 1家', 'b 2家'],
      ['a 3家', 'b 3家'],
    ]);
  });

  test('of one report, never of two', () => {
    expect(quotes(check({ within: byName }))).toEqual([
      ['a 1家', 'a 2家'],
      ['b 1家', 'b 2家'],
    ]);
  });

  test('of one report, and then of all', () => {
    expect(quotes(check({ within: byName, keys: byName }))).toHaveLength(4);
  });

  test('only those that hold a fact that they need', () => {
    expect(quotes(check({ keys: byName, anchors: ({ quote }) => quote === '3家' }))).toEqual([['a 3家', 'b 3家']]);
    expect(quotes(check({ keys: byName, within: byName, anchors: () => false }))).toEqual([]);
  });
});
