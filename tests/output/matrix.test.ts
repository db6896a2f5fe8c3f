/** A city and its districts side by side, and how much of them could be compared. */
import { expect, test } from 'vitest';
import { reconcile } from '../../src/corpus/reconcile.ts';
import type { Audit } from '../../src/model/audit.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import type { SourceResult } from '../../src/model/result.ts';
import { coverageOf } from '../../src/output/coverage.ts';
import { figureMatrix } from '../../src/output/matrix.ts';
import { type Given, report } from '../corpus/build.ts';
import { rulesFromDisk } from '../support/pipeline.ts';

const GDP: Given = { quote: '1亿元', indicator: '地区生产总值' };
const reports = [
  report({ id: 'city', code: '410100', region: '郑州市' }, [{ ...GDP, quote: '13617.8亿元' }]),
  report({ id: 'district', code: '410103', region: '二七区', parent: '410100' }, [{ ...GDP, quote: '21030亿元' }]),
  report({ id: 'other', code: '410105', region: '金水区', parent: '410100' }, [{ ...GDP, quote: '1800亿元' }]),
];

function auditOf(facts: readonly ReportFacts[]): Audit {
  const corpus = reconcile(facts, rulesFromDisk());
  const bare = { reports: [], findings: [] };
  const sources = facts.map((one) => ({ ...bare, source: { sourceId: one.sourceId }, facts: [one] }));
  // Only what the two functions read is given.
  return { corpus, sources: sources as unknown as readonly SourceResult[] } as Audit;
}

test('one row an indicator: the place, what lies in it, and what the comparisons say of each figure', () => {
  const rows = figureMatrix(auditOf(reports)).filter(({ indicator }) => indicator === '地区生产总值');
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    parentCode: '410100',
    year: 2023,
    measure: 'level',
    whole: { region: '郑州市', quote: '13617.8亿元' },
    parts: [
      { region: '二七区', quote: '21030亿元' },
      { region: '金水区', quote: '1800亿元' },
    ],
  });
  expect(rows[0]?.parts[0]?.state).toMatch(/^(?:suspect|broken)$/u);
});

test('a place whose parts say nothing has no row, and the order of reports never shows', () => {
  expect(figureMatrix(auditOf(reports.slice(0, 1)))).toEqual([]);
  expect(figureMatrix(auditOf([...reports].reverse()))).toEqual(figureMatrix(auditOf(reports)));
});

test('coverage counts a comparison for each place and year that it speaks of', () => {
  const rows = coverageOf(auditOf(reports)).filter(({ family }) => family === 'part-of-whole');
  expect(rows.map(({ region, report_year: year }) => `${region} ${year}`)).toEqual([
    '郑州市 2024',
    '二七区 2024',
    '金水区 2024',
  ]);
  expect(rows.every(({ broken, holds, cannot_tell: open }) => broken + holds + open > 0)).toBe(true);
});
