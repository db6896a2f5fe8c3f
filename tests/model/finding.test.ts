/** Findings have one order, whatever order they were found in. */
import { describe, expect, test } from 'vitest';
import {
  atLeast,
  canonicalJson,
  compareFindings,
  compareText,
  type Finding,
  type Severity,
} from '../../src/model/finding.ts';
import { range } from '../../src/model/offset.ts';

interface Short {
  readonly source?: string;
  readonly at?: readonly [number, number] | null;
  readonly rule?: string;
  readonly quote?: string;
  readonly data?: Finding['data'];
}

function finding({ source = 'b', at = [5, 9], rule = 'noise/x', quote = '报告', data = { count: 1 } }: Short): Finding {
  const place =
    at === null ? null : { sourceId: source, reportId: null, bytes: range<'byte'>(at[0], at[1]), line: 1, column: 1 };
  return { rule, severity: 'info', sourceId: source, reportId: null, place, quote, data };
}

describe('the order of findings', () => {
  test.each<[string, Short, Short]>([
    ['by source, before anything else', { source: 'a', at: [90, 91] }, { source: 'b', at: [1, 2] }],
    ['what is said of a whole source comes first', { at: null, rule: 'z/z' }, { at: [0, 0], rule: 'a/a' }],
    ['by place', { at: [5, 9], rule: 'z/z' }, { at: [6, 7], rule: 'a/a' }],
    ['the shorter one of two that begin together', { at: [5, 8], rule: 'z/z' }, { at: [5, 9], rule: 'a/a' }],
    ['by rule', { rule: 'noise/a', quote: '乙' }, { rule: 'noise/b', quote: '甲' }],
    ['by quote', { quote: 'a', data: { count: 2 } }, { quote: 'b', data: { count: 1 } }],
    ['by data', { data: { count: 1 } }, { data: { count: 2 } }],
  ])('%s', (_, first, second) => {
    const [a, b] = [finding(first), finding(second)];
    expect([b, a].sort(compareFindings)).toEqual([a, b]);
    expect([a, b].sort(compareFindings)).toEqual([a, b]);
  });

  test('is none between findings that are the same', () => {
    expect(compareFindings(finding({}), finding({}))).toBe(0);
    expect(compareFindings(finding({ at: null }), finding({ at: null }))).toBe(0);
  });
});

test('text is in order of code units: no language decides', () => {
  expect(['ä', 'a', 'Z', '二', '一', 'a'].sort(compareText)).toEqual(['Z', 'a', 'a', 'ä', '一', '二']);
  expect(compareText('a', 'a')).toBe(0);
});

test('data is written one way', () => {
  expect(canonicalJson({ b: [1, 'x', null, true, { d: 1, c: 2 }], a: '引"号' })).toBe(
    '{"a":"引\\"号","b":[1,"x",null,true,{"c":2,"d":1}]}',
  );
});

test.each<[Severity, Severity, boolean]>([
  ['error', 'warning', true],
  ['warning', 'warning', true],
  ['info', 'warning', false],
  ['warning', 'error', false],
  ['info', 'info', true],
])('%s is at least as bad as %s: %s', (severity, limit, expected) => {
  expect(atLeast(severity, limit)).toBe(expected);
});
