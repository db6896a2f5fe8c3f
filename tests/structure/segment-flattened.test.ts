import { describe, expect, test } from 'vitest';
import { CLOSING, HEAD, lines, PLAN, REVIEW, SELF, segmentOf, WHOLE } from './support.ts';

/** A sentence of a body, again and again: only a line too long for a paragraph has lost its breaks. */
const MORE = '扎实推进各项工作，城乡面貌持续改善，群众获得感不断增强。'.repeat(100);

describe('a report that lost all its line breaks', () => {
  const body = [...REVIEW, MORE, ...PLAN, ...SELF, ...CLOSING].join('');
  const report = HEAD.join('') + body;

  test.each([
    ['alone', report, report],
    ['with a blank for each break', [...HEAD, body].join(' '), [...HEAD, body].join(' ')],
    ['between navigation and footer', `首页 > 政务公开　　${report}　　版权所有：某市人民政府 打印本页`, report],
  ])('%s is found from its title to its appeal', (_, text, expected) => {
    const { reports } = segmentOf(text);
    expect(reports.map(({ start, end }) => text.slice(start, end))).toEqual([expected]);
  });

  test('two in one line are two', () => {
    expect(segmentOf(report + report).reports).toHaveLength(2);
  });

  test('a thousand in one line are a thousand', () => {
    expect(segmentOf(report.repeat(1000)).reports).toHaveLength(1000);
  });
});

test('a long paragraph of a report with line breaks stays one', () => {
  expect(segmentOf(lines(HEAD, REVIEW, [MORE], PLAN, SELF, CLOSING)).reports).toHaveLength(1);
  expect(segmentOf(lines(WHOLE)).reports).toHaveLength(1);
});
