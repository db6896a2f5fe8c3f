/** Reads what came of the comparisons / gives the cells of two tables, by family and by place and year / promises: words in one language, the reasons that count most. */
import type { CoverageSum, PlaceYear } from './coverage.ts';
import type { Lang } from './lexicon.ts';
import { word } from './words.ts';

/** Reasons that a row tells; the rest is in audit.json. */
const REASONS = 3;

type Cells = readonly (string | number)[];

/** Heads of the columns behind the first. */
function heads(lang: Lang): Cells {
  return [
    ...(['holds', 'broken', 'cannot-tell'] as const).map((verdict) => word('verdict', verdict, lang)),
    lang === 'zh' ? '无法判断的主要原因' : 'mostly cannot tell because',
  ];
}

function cellsOf({ holds, broken, cannot_tell, reasons }: CoverageSum, lang: Lang): Cells {
  const told = Object.entries(reasons)
    .slice(0, REASONS)
    .map(([reason, times]) => `${word('reason', reason, lang)} (${times})`);
  return [holds, broken, cannot_tell, told.join(lang === 'zh' ? '；' : '; ')];
}

/** Head and rows by family. */
export function familyCells(
  sums: readonly (CoverageSum & { readonly family: string })[],
  lang: Lang,
): readonly Cells[] {
  return [
    [lang === 'zh' ? '类别' : 'family', ...heads(lang)],
    ...sums.map((sum) => [word('check', sum.family, lang), ...cellsOf(sum, lang)]),
  ];
}

/** Head and rows by place and year. */
export function placeCells(sums: readonly PlaceYear[], lang: Lang): readonly Cells[] {
  return [
    [lang === 'zh' ? '地区与年份' : 'place and year', ...heads(lang)],
    ...sums.map((sum) => [placeName(sum, lang), ...cellsOf(sum, lang)]),
  ];
}

/** 上海市 2024; words where either is not known. */
export function placeName({ region, report_year: year }: PlaceYear, lang: Lang): string {
  const place = region ?? (lang === 'zh' ? '地区不明' : 'place unknown');
  return `${place} ${year ?? (lang === 'zh' ? '年份不明' : 'year unknown')}`;
}
