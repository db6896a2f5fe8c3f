/** The five sources of corpus/: what a reader sees in them must be what comes out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { complete } from '../../src/source/complete.ts';
import { ROOT } from '../support/pipeline.ts';
import { cleanOf, outlineOf, segmentOf, VOCABULARY, WEIGHTS } from './support.ts';

function read(name: string): string {
  return readFileSync(join(ROOT, 'corpus', 'sources', `${name}.txt`), 'utf8');
}

function reportsIn(source: string) {
  const { reports, promised } = segmentOf(source);
  return reports.map(({ start, end }, ordinal) => {
    const text = cleanOf(source.slice(start, end));
    const otherReportsChars = reports.filter((_, at) => at !== ordinal).map((other) => other.end - other.start);
    const outline = outlineOf(text);
    return {
      text,
      outline,
      ...complete({ text, outline }, { promised, ordinal, otherReportsChars }, VOCABULARY, WEIGHTS),
    };
  });
}

test('the compilation holds four of seventeen reports, and the last one is cut', () => {
  const source = read('shanghai-and-districts-2024-compilation');
  const { promised, signals } = segmentOf(source);
  expect(promised).toHaveLength(17);
  expect(promised.slice(0, 5).map(({ name, page, regionCode, kept }) => [name, page, regionCode, kept])).toEqual([
    ['上海市政府工作报告', 1, '310000', 0],
    ['浦东新区', 35, '310115', 1],
    ['黄浦区', 74, '310101', 2],
    ['静安区', 101, '310106', 3],
    ['徐汇区', 127, '310104', null],
  ]);
  expect(signals.filter(({ sign }) => sign === 'promised-report-missing')).toHaveLength(13);

  const reports = reportsIn(source);
  expect(reports.map(({ completeness }) => completeness.verdict)).toEqual([
    'complete',
    'complete',
    'complete',
    'truncated',
  ]);
  expect(reports.map(({ outline }) => outline.paragraphs.some(({ part }) => part === 'glossary'))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  const cut = reports.at(-1);
  expect(cut?.completeness.evidence.map(({ sign }) => sign)).toEqual([
    'no-plan-part',
    'no-closing',
    'bare-heading-at-end',
  ]);
  expect(cut?.completeness.sharePresent?.estimate).toBeCloseTo(0.2, 1);
  expect(cut?.text.endsWith('(三)城市治理精细高效,彰显魅力品质')).toBe(true);
});

test.each([
  ['huangpu-2025-search-portal', '2025年上海市黄浦区政府工作报告', '提升专业水平和治理能力。'],
  ['shanghai-2024', '2024年上海市政府工作报告', '努力为中国式现代化建设作出新贡献!'],
  ['xuhui-2023-county-portal', '政 府 工 作 报 告', '多张许可证整合为一张行业综合许可证。'],
  ['changning-2024-forum', '2024年上海市长宁区政府工作报告', '国际精品城区而不懈努力!'],
])('%s is one complete report without the page around it', (name, first, last) => {
  const [report, other] = reportsIn(read(name));
  expect(other).toBeUndefined();
  expect(report?.completeness.verdict).toBe('complete');
  expect(report?.text.split('\n')[0]).toBe(first);
  expect(report?.text.endsWith(last)).toBe(true);
  expect(report?.outline.paragraphs[0]?.role).toBe('front');
});
