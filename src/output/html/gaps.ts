/** Reads a report / gives where something of it is missing / promises: only what its completeness says is gone is shown as gone. */
import type { Heading } from '../../model/report.ts';
import type { ReadReport } from '../../model/result.ts';
import { percent } from '../amount.ts';
import { h, type Markup, NOTHING, t } from './markup.ts';

/** A number that the headings skip. */
export interface Skip {
  /** Paragraph before which the skipped headings would stand. */
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
}

/** Numbers that headings of one level skip under one heading, in order. */
export function skipsOf(headings: readonly Heading[]): Skip[] {
  const last = new Map<number, number>();
  return headings.flatMap(({ level, number, paragraph }) => {
    for (const deeper of [...last.keys()].filter((one) => one > level)) last.delete(deeper);
    const before = last.get(level);
    if (number > 0) last.set(level, number);
    if (before === undefined || number <= before + 1) return [];
    return [{ paragraph, from: before + 1, to: number - 1 }];
  });
}

export function headGap({ completeness }: ReadReport): Markup {
  return completeness.missing.includes('head')
    ? gap(t('The beginning of the report is missing here.', '此处缺报告开头。'))
    : NOTHING;
}

export function tailGap({ completeness }: ReadReport): Markup {
  if (!completeness.missing.includes('tail')) return NOTHING;
  const share = completeness.sharePresent;
  if (share === null) return gap(t('The end of the report is missing here.', '此处缺报告结尾。'));
  const gone = percent(1 - share.estimate);
  return gap(
    t(`The end of the report is missing here: about ${gone} of the whole.`, `此处缺报告结尾，约占全文 ${gone}。`),
  );
}

/** Gaps inside the report by the paragraph that follows them. */
export function middleGaps({ completeness, outline }: ReadReport): ReadonlyMap<number, Markup> {
  if (!completeness.missing.includes('middle')) return new Map();
  return new Map(
    skipsOf(outline.headings).map(({ paragraph, from, to }) => {
      const which = from === to ? String(from) : `${from}–${to}`;
      return [
        paragraph,
        gap(t(`Heading ${which} of this list is missing here.`, `此处缺第 ${which} 个标题及其内容。`)),
      ];
    }),
  );
}

function gap(words: Markup): Markup {
  return h`<div class="gap" role="note">${words}</div>\n`;
}
