/** Measures halves, quarters and page slices of single reports. No file is read here. */
import type { Rules } from '../../src/rules/card.ts';
import { segment } from '../../src/source/segment.ts';
import type { Piece } from './segment-build.ts';
import type { Score } from './structure-scores.ts';

interface Whole {
  readonly name: string;
  readonly lines: readonly string[];
}

/** First and second halves are one report each; a whole text with page marks says nothing, a slice says which pages are here. */
export function scoreParts(pieces: readonly Piece[], rules: Rules): Score[] {
  const wholes = pieces.map(({ city, year, meeting, salutation, body }) => ({
    name: `${city} ${year}`,
    lines: [`${city}${year}年政府工作报告`, ...meeting, ...salutation, ...body],
  }));
  const found = (lines: readonly string[]): ReturnType<typeof segment> => segment(lines.join('\n'), rules.vocabulary);
  const signs = (lines: readonly string[]): string[] => found(lines).signals.map(({ sign }) => sign);
  const score = (name: string, isRight: (whole: Whole) => boolean): Score => {
    const wrong = wholes.filter((whole) => !isRight(whole)).map(({ name }) => name);
    return { name, right: wholes.length - wrong.length, total: wholes.length, wrong: wrong.slice(0, 20) };
  };
  const startsAtOnce = (lines: readonly string[]): boolean => {
    const { reports } = found(lines);
    return reports.length === 1 && Number(reports[0]?.start) === 0;
  };
  return [
    score('first half is one report from its first line', ({ lines }) => startsAtOnce(part(lines, 0, 2))),
    score('second half is one report from its first line', ({ lines }) => startsAtOnce(part(lines, 1, 2))),
    score(
      'second page of four is one report',
      ({ lines }) => found([...part(lines, 1, 4), '第2页 共4页']).reports.length === 1,
    ),
    score('second page of four is called a slice', ({ lines }) =>
      signs([...part(lines, 1, 4), '上一页 第2/4页 下一页']).includes('page-slice'),
    ),
    score('whole text with all page marks is one report and no slice', ({ lines }) => {
      const marked = Array.from({ length: 20 }, (_, at) => [...part(lines, at, 20), `第${at + 1}页 共20页`]).flat();
      const { reports, signals } = found(marked);
      return reports.length === 1 && !signals.some(({ sign }) => sign === 'page-slice');
    }),
    score(
      'first page with a pager or a prompt is told',
      ({ lines }) =>
        signs([...part(lines, 0, 4), '1 2 3 4 下一页']).includes('pager') &&
        signs([...part(lines, 0, 4), '剩余75%内容，登录后查看']).includes('rest-hidden'),
    ),
    score('prompt below a whole report is not told', ({ lines }) => signs([...lines, '展开全文']).length === 0),
  ];
}

/** The lines of one of `of` equal parts. */
function part(lines: readonly string[], at: number, of: number): string[] {
  return lines.slice(Math.floor((lines.length * at) / of), Math.floor((lines.length * (at + 1)) / of));
}
