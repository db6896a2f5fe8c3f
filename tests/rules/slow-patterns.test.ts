/** Patterns of cards that would run without end are refused where they are written, with the reason; harmless ones pass. */
import { describe, expect, test } from 'vitest';
import { compilePattern } from '../../src/rules/kinds/patterns.ts';

const refusal = (pattern: string): string => {
  try {
    compilePattern(pattern, ['find'], 'anywhere');
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

describe('patterns of cards', () => {
  test.each([
    ['a repeat of a repeat', '(?:a{1,20}){1,20}b', '(?:a{1,20}){1,20}'],
    ['the same twice to choose from', '(?:政|政){1,50}府', '(?:政|政){1,50}'],
    ['one that begins as the other does', 'x(?:a|ab|b){1,30}c', '(?:a|ab|b){1,30}'],
    ['what stands between may be left out', '(?:[a-z]{1,9}[，、]?){1,30}x', '(?:[a-z]{1,9}[，、]?){1,30}'],
    ['classes that overlap', '(?:\\d{1,2}|[0-9a-f]{3,4}){1,9}z', '(?:\\d{1,2}|[0-9a-f]{3,4}){1,9}'],
    ['within what is looked for ahead', '(?=(?:a|a){1,40}b)c', '(?:a|a){1,40}'],
    ['within a repeat that is harmless', '(?:，(?:a{1,9}){1,9}){1,2}', '(?:a{1,9}){1,9}'],
  ])('%s', (_name, pattern, part) => {
    expect(refusal(pattern)).toContain(`'${part}' can match one text in very many ways`);
  });

  test.each(['(.)\\1', '(?<year>\\d{4})年\\k<year>'])('that refer back to a group: %s', (pattern) => {
    expect(refusal(pattern)).toContain('refers back to a group');
  });

  test.each([
    '(?:\\d{1,3},){1,5}\\d{3}',
    '(?:政府|政协|人大){1,30}',
    '(?:第[一二三四五六七八九十]{1,3}条){1,40}',
    '[^。\\n]{0,200}。',
    '(?:[^>]{1,30}>){1,8}',
    '(?<=增长)\\d{1,3}(?:\\.\\d{1,2})?%',
    '(?:a|a)b',
    '[(){}|*]{1,3}',
    '(?:\\p{Script=Han}，){1,40}',
  ])('%s passes', (pattern) => {
    expect(refusal(pattern)).toBe('');
  });
});
