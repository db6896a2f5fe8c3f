/** The text of a report with its figures marked, and under each paragraph what every figure was read as. */
import type { Designator, Figure, Measure, Nature } from '../model/figure.ts';
import type { Interval } from '../model/interval.ts';
import type { ReadReport } from '../model/result.ts';
import type { Lang } from './options.ts';
import type { Colors } from './terminal.ts';

const MEASURES: Readonly<Record<Measure, string>> = {
  level: '水平',
  count: '个数',
  growth: '增长',
  share: '比重',
  change_points: '变动点数',
  new: '新增',
  total: '累计',
  rank: '位次',
  ratio: '倍数',
};
const NATURES: Readonly<Record<Nature, string>> = {
  actual: '实际',
  estimate: '预计',
  target: '目标',
  cumulative: '多年合计',
};

/** Lines for a terminal or a pipe. Figures stand in ⟦ ⟧ with their number, numbers in form only in ‹ ›. */
export function figureView(report: ReadReport, lang: Lang, colors: Colors): string[] {
  const lines: string[] = [];
  let figure = 0;
  let designator = 0;
  for (const { range } of report.outline.paragraphs) {
    const from = figure;
    while ((report.figures[figure]?.range.start ?? Number.POSITIVE_INFINITY) < range.end) figure += 1;
    const named = designator;
    while ((report.designators[designator]?.range.start ?? Number.POSITIVE_INFINITY) < range.end) designator += 1;
    if (figure === from) continue;
    const inside = report.figures.slice(from, figure);
    lines.push(
      '',
      marked(report.text, range.start, range.end, inside, report.designators.slice(named, designator), from, colors),
    );
    inside.forEach((one, at) => {
      lines.push(`  ${colors.dim(String(from + at + 1).padStart(4))}  ${explained(one, lang, colors)}`);
    });
  }
  return lines;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly open: string;
  readonly close: string;
}

function marked(
  text: string,
  start: number,
  end: number,
  figures: readonly Figure[],
  designators: readonly Designator[],
  before: number,
  colors: Colors,
): string {
  const marks: Mark[] = [
    ...figures.map(({ range }, at) => ({ ...range, open: '⟦', close: `⟧${colors.dim(String(before + at + 1))}` })),
    ...designators.map(({ range }) => ({ ...range, open: '‹', close: '›' })),
  ].sort((a, b) => a.start - b.start);
  let out = '';
  let at = start;
  for (const mark of marks) {
    if (mark.start < at) continue;
    const quote = text.slice(mark.start, mark.end);
    out += text.slice(at, mark.start) + mark.open + (mark.open === '⟦' ? colors.bold(quote) : quote) + mark.close;
    at = mark.end;
  }
  return (out + text.slice(at, end)).replace(/\s*\n\s*/gu, ' ').trim();
}

/** One line: value and interval, indicator, what is said of it, when, and how sure the reading is. */
function explained(figure: Figure, lang: Lang, colors: Colors): string {
  const name =
    figure.indicator === null
      ? colors.yellow(`? ${figure.indicatorText || (lang === 'zh' ? '无名' : 'no name')}`)
      : [figure.indicator, ...figure.scope].join(' · ');
  const measure = lang === 'zh' ? MEASURES[figure.measure] : figure.measure;
  const nature = lang === 'zh' ? NATURES[figure.nature] : figure.nature;
  const parts = [
    `${figure.value ?? ''} ${figure.unit} ${bounds(figure.interval)}`.trim(),
    name,
    figure.direction === null ? measure : `${measure} ${figure.direction === 'up' ? '↑' : '↓'}`,
    nature,
    figure.period === null ? '' : `${figure.period.start}..${figure.period.end}`,
    figure.comparedWith === null ? '' : `${lang === 'zh' ? '与' : 'against'} ${figure.comparedWith}`,
    figure.confidence.toFixed(2),
  ];
  return parts.filter((part) => part !== '').join('  ');
}

/** [4.715, 4.725], [500, ∞): what the written form stands for. An exact count needs no bounds. */
function bounds({ low, high }: Interval): string {
  if (low !== null && low === high) return '';
  return `${low === null ? '(−∞' : `[${low}`}, ${high === null ? '∞)' : `${high}]`}`;
}
