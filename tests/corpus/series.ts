/** Reports of one place, year after year, and what is said of the figures in them: for tests of suspects. */
import { reconcile } from '../../src/corpus/reconcile.ts';
import type { Check } from '../../src/model/check.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import type { Period } from '../../src/model/figure.ts';
import type { Rules } from '../../src/rules/card.ts';
import { type Given, type GivenReport, report } from './build.ts';

export const REVENUE = '一般公共预算收入';

export function year(of: number): Period {
  return { start: `${of}-01-01`, end: `${of}-12-31` };
}

/** What a report says of its year: a level and how much it grew; a fall has its minus. */
export function told(level: string, growth: string | null, more: Partial<Given> = {}): Given[] {
  const subject = { indicator: REVENUE, indicatorText: REVENUE, sentence: 0, ...more };
  const rate: Given[] =
    growth === null
      ? []
      : [
          {
            ...subject,
            quote: growth.replace('-', ''),
            measure: 'growth',
            direction: growth.startsWith('-') ? 'down' : 'up',
          },
        ];
  return [{ ...subject, quote: level }, ...rate];
}

/** The report that looks back on a year. */
export function reviewOf(of: number, facts: readonly Given[], more: Partial<GivenReport> = {}): ReportFacts {
  return report({ id: String(of), year: of + 1, ...more }, facts);
}

/** The broken checks of reports, in order. */
export function broken(reports: readonly ReportFacts[], rules: Rules): readonly Check[] {
  return reconcile(reports, rules).checks.filter(({ verdict }) => verdict === 'broken');
}

/** Which figures are called wrong, each with what probably happened to it, `?` where nobody knows; a figure is named once. */
export function blamed(reports: readonly ReportFacts[], rules: Rules): string[] {
  const quotes = new Map(
    reports.flatMap(({ facts }) => facts.map(({ figureId, quote }) => [figureId, quote] as const)),
  );
  const named = broken(reports, rules).map(({ suspectFigureId, likelyCause }) =>
    suspectFigureId === null ? 'nobody' : `${quotes.get(suspectFigureId)} ${likelyCause ?? '?'}`,
  );
  return [...new Set(named)].sort();
}

/** What a report says besides, and its words: enough for a copy to be known as one. */
const TEXT =
  '各位代表：现在，我代表市人民政府向大会报告工作，请予审议，并请市政协委员和其他列席同志提出意见。' +
  '过去一年，面对复杂严峻的外部环境，我们坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，扎实推进高质量发展。' +
  '粮食生产再获丰收，高标准农田建设任务全面完成。县域工业园区道路、供水、污水管网一体推进，老旧小区改造惠及群众。' +
  '今年要突出抓好以下重点工作：加快水利枢纽工程建设，推进公路联网畅通，抓好职业教育产教融合，做优康养旅游品牌。';
const OTHERS: readonly Given[] = [
  { quote: '48.3亿元', indicatorText: '农业产值', sentence: 7 },
  { quote: '120家', indicatorText: '规模以上工业企业', sentence: 8 },
];

/** One copy of the report that looks back on 2023. */
export function copyOf(id: string, level: string, growth: string, more: Partial<GivenReport> = {}): ReportFacts {
  return reviewOf(2023, [...told(level, growth), ...OTHERS], { id, text: TEXT, ...more });
}

/** Another copy of it, of which a character is lost: the one that does not stand for the report. */
export function lesserCopyOf(id: string, level: string, growth: string): ReportFacts {
  return copyOf(id, level, growth, { text: TEXT.replace('群众', '群'), losses: 1 });
}
