/** Moving text inside a source reopens nothing: on the five scraped sources of our corpus, and on findings made by hand. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { NONE_ACCEPTED } from '../../src/corpus/accept.ts';
import type { Audit } from '../../src/model/audit.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/finding.ts';
import { rulesWith } from '../../src/node/rules.ts';
import type { Rules } from '../../src/rules/card.ts';
import { assemble } from '../../src/run/inline.ts';
import { publish } from '../../src/run/publish.ts';
import { readSource } from '../../src/source/read.ts';
import { gb18030, rewrapped, utf16 } from './tiny-reports.ts';

const SOURCES = fileURLToPath(new URL('../../corpus/sources', import.meta.url));
const utf8 = (text: string) => new TextEncoder().encode(text);
const state: { rules: Rules | null; ids: string[] } = { rules: null, ids: [] };

function auditOf(change: (text: string) => Uint8Array): Audit {
  const { rules } = state;
  if (!rules) throw new Error('the rules are not loaded');
  const results = readdirSync(SOURCES).map((name) => {
    const text = new TextDecoder().decode(readFileSync(join(SOURCES, name)));
    const meta = { sourceId: name, path: name, title: null, publisher: null, url: null, collectedOn: null };
    return readSource(change(text), meta, rules);
  });
  return assemble(results, rules);
}
const idsOf = ({ findings }: Audit): string[] => findings.map((one) => one.findingId).sort();

beforeAll(async () => {
  state.rules = await rulesWith(null, SOURCES);
  state.ids = idsOf(auditOf(utf8));
});

describe('the findings of our corpus', () => {
  it('are there, each with an id of its own', () => {
    expect(state.ids.length).toBeGreaterThan(20);
    expect(new Set(state.ids).size).toBe(state.ids.length);
  });

  it.each([
    {
      name: 'lines are shifted and blank ones put in',
      change: (text: string) => utf8(`\n\n\n${text.replaceAll('\n', '\n\n')}`),
    },
    { name: 'paragraphs are indented', change: (text: string) => utf8(text.replaceAll('\n', '\n　　')) },
    { name: 'line ends are those of Windows', change: (text: string) => utf8(text.replaceAll('\n', '\r\n')) },
    { name: 'there is a byte order mark', change: (text: string) => utf8(`\ufeff${text}`) },
    { name: 'it is UTF-16', change: utf16 },
    { name: 'it is GB 18030', change: (text: string) => gb18030(text) },
  ])('are the same when $name', ({ change }) => {
    expect(idsOf(auditOf(change))).toEqual(state.ids);
  });

  it('are not reopened when lines are wrapped: nothing new but what the torn lines themselves bring', () => {
    const fresh = auditOf((text) => utf8(rewrapped(text, 45))).findings.filter(
      (one) => !state.ids.includes(one.findingId),
    );
    expect(fresh.map((one) => `${one.rule} ${one.quote}`)).toEqual([]);
  });
});

describe('a fingerprint', () => {
  const finding = (over: Partial<Finding> = {}): Finding => ({
    rule: 'truncation/cut-short',
    severity: 'error',
    sourceId: 'a',
    reportId: 'a#1',
    place: null,
    quote: '第一章......12',
    data: { percent: 16, low: 9, reasons: 'no-closing', shared: '99.8%', other: 'b#1', figure: '12.5亿元' },
    ...over,
  });
  const facts = (reportId: string): ReportFacts => {
    const identity = { regionCode: '140729', reportYear: 2024 };
    return { reportId, sourceId: reportId.slice(0, -2), identity } as unknown as ReportFacts;
  };
  const idOf = (one: Finding, other = 'b#1') => publish([one], [facts(other)], NONE_ACCEPTED)[0]?.findingId;
  const { data } = finding();

  it.each([
    { name: 'counts and shares that were measured', over: { data: { ...data, percent: 17, low: 8, shared: '99.7%' } } },
    { name: 'the length of a row of dots', over: { quote: '第一章..........12' } },
    { name: 'width and line ends', over: { quote: '第一章…\n１２'.replace('…', '......') } },
  ])('does not hold $name', ({ over }) => {
    expect(idOf(finding(over))).toBe(idOf(finding()));
  });

  it('does not hold the file name of another report that it speaks of', () => {
    expect(idOf(finding({ data: { ...data, other: 'renamed#1' } }), 'renamed#1')).toBe(idOf(finding()));
  });

  it.each([
    { name: 'a figure', over: { data: { ...data, figure: '12.6亿元' } } },
    { name: 'a reason', over: { data: { ...data, reasons: 'no-plan-part' } } },
    { name: 'a number in the quote', over: { quote: '第一章......13' } },
  ])('holds $name', ({ over }) => {
    expect(idOf(finding(over))).not.toBe(idOf(finding()));
  });
});
