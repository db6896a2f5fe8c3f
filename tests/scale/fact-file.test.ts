/** Reports whose facts wait on disk are the same reports, and what comes of them is the same. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { keyringOf } from '../../src/corpus/checks.ts';
import { concluded, reconcile, voicesOf } from '../../src/corpus/reconcile.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import { rulesWith } from '../../src/node/rules.ts';
import { checkRowsOf } from '../../src/node/scale/check-rows.ts';
import { Comparer, type Share } from '../../src/node/scale/comparer.ts';
import { checkRowsIn } from '../../src/node/scale/corpus-rows.ts';
import { compareOnThreads, type Hands, standAmong } from '../../src/node/scale/divided.ts';
import { FactFile, type Lists } from '../../src/node/scale/fact-file.ts';
import { FactShelf } from '../../src/node/scale/shelf.ts';
import { spillFile } from '../../src/node/scale/spill.ts';
import { areOfSeveralYears } from '../../src/rules/kinds/facts.ts';
import { readSource } from '../../src/source/read.ts';
import { report } from '../corpus/build.ts';
import { inputs, ROOT, shuffled } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiaokan-facts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rules = await rulesWith(null, ROOT);

/** The reports as a run into tables holds them: put away in two files. */
function shelved(
  reports: readonly ReportFacts[],
  shelf: FactShelf,
  lists: Map<string, Lists> = new Map(),
): ReportFacts[] {
  const files = [0, 1].map((number) => new FactFile(folder, number, keyringOf(rules)));
  return reports.flatMap((one, at) => {
    const away = files[at % 2]?.add(one);
    if (away === undefined) return [];
    lists.set(one.reportId, away.at);
    return [shelf.report(structuredClone(away))];
  });
}

/** Nine hundred reports of a hundred places over nine years, more than are remembered: levels follow their growth, but for a few. */
const many = Array.from({ length: 900 }, (_, at) => {
  const [place, year] = [at % 100, 2016 + Math.floor(at / 100)];
  const level = (of: number): string => (100 * 1.05 ** (of - 2015) * (place + 1) * (at % 37 === 5 ? 20 : 1)).toFixed(1);
  const code = String(330_100 + place);
  const gdp = { indicator: '地区生产总值', indicatorText: '地区生产总值', basis: 'nominal' } as const;
  return report(
    { id: `r${String(at).padStart(4, '0')}`, code, parent: '330000', year, text: `${code}${year}`.repeat(9) },
    [
      { ...gdp, quote: `${level(year - 1)}亿元` },
      { ...gdp, quote: '5.0%', measure: 'growth', direction: 'up' },
      { indicator: '一般公共预算收入', indicatorText: '一般公共预算收入', quote: `${level(year - 1)}亿元` },
    ],
  );
});

describe('reports on a shelf', () => {
  const read = inputs(8).flatMap(({ meta, bytes }) => [...readSource(bytes, meta, rules).facts]);

  test('have the facts and hashes that were put away', () => {
    const shelf = new FactShelf(folder);
    const lists = new Map<string, Lists>();
    for (const [nth, one] of shelved(read, shelf, lists).entries()) {
      expect(one.facts).toEqual(read[nth]?.facts);
      const at = lists.get(one.reportId);
      const views = at && shelf.open(at).views;
      expect(views?.reviewsSeveralYears).toBe(areOfSeveralYears(read[nth]?.facts ?? []));
      const own = read[nth]?.facts ?? [];
      const telling = new Set(
        own.flatMap((fact) => (fact.measure === 'share' && fact.whole !== null ? fact.sentence : [])),
      );
      expect(views?.besideShares()).toEqual(own.filter(({ sentence }) => telling.has(sentence)));
      expect(one.shingles).toEqual(read[nth]?.shingles);
      expect(one.numbers).toEqual(read[nth]?.numbers);
    }
    shelf.close();
  });

  test.each([
    ['real and made ones, with copies', read],
    ['more than are remembered', many],
  ])('are reconciled as in memory: %s', (_name, reports) => {
    const shelf = new FactShelf(folder);
    const inMemory = reconcile(reports, rules);
    expect(inMemory.checks.length).toBeGreaterThan(0);
    expect(inMemory.findings.length).toBeGreaterThan(0);
    const fromDisk = reconcile(shuffled(shelved(reports, shelf)), rules);
    expect(fromDisk).toEqual(inMemory);
    shelf.close();
  });

  test.each([
    ['real and made ones, with copies', read, 1],
    ['more than are remembered, among three', many, 3],
  ])('are reconciled in shares as in memory: %s', async (_name, reports, hands) => {
    const shelf = new FactShelf(folder);
    const lists = new Map<string, Lists>();
    const voices = voicesOf(shuffled(shelved(reports, shelf, lists)), new Map());
    const file = spillFile(folder, hands);
    const comparers = Array.from({ length: hands }, () => new Comparer(folder, file, rules));
    const done = async (shares: readonly Share[]) =>
      shares.map((share, at) => structuredClone(comparers[at % hands]?.work(structuredClone(share))));
    const all: Hands = async (shares) => (await done(shares)).flatMap((one) => one ?? []);
    const stand = await standAmong(voices, lists, rules, shelf, all);
    const { broken, rows } = await compareOnThreads(voices, stand, all);
    const inMemory = reconcile(reports, rules);
    expect(concluded(voices, broken, rules, new Set()).findings).toEqual(inMemory.findings);
    const audit = { sources: [{ facts: reports }], corpus: inMemory };
    expect([...checkRowsOf(folder, rows, () => {})]).toEqual(checkRowsIn(audit));
    shelf.close();
    file.close();
  });
});
