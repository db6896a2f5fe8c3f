/** Outline and figures of a report of the fixture. */
import type { Figure } from '../../src/model/figure.ts';
import { range } from '../../src/model/offset.ts';
import type { Heading, Outline, Paragraph, Part } from '../../src/model/report.ts';

/** What the fixture says of a figure; the rest has plain values. */
export type FigureSpec = Partial<Figure> & Pick<Figure, 'quote' | 'measure'>;

export const year = (of: number) => ({ period: { start: `${of}-01-01`, end: `${of}-12-31` } });

export function money(quote: string, value: string, half: string, indicatorText: string, of: number): FigureSpec {
  const [low, high] = [BigInt(value) - BigInt(half), BigInt(value) + BigInt(half)];
  return {
    quote,
    measure: 'level',
    value,
    interval: { low: String(low), high: String(high) },
    unit: '元',
    indicator: indicatorText,
    indicatorText,
    ...year(of),
  };
}

export function percent(
  quote: string,
  value: string,
  low: string,
  high: string,
  measure: FigureSpec['measure'],
  indicatorText: string,
  of: number,
): FigureSpec {
  return {
    quote,
    measure,
    value,
    interval: { low, high },
    unit: '%',
    indicator: indicatorText,
    indicatorText,
    direction: measure === 'growth' ? 'up' : null,
    ...year(of),
  };
}

/** An outline by the plain look of headings: enough for the sentences of the fixture. */
export function outlineOf(text: string): Outline {
  const headings: Heading[] = [];
  const paragraphs: Paragraph[] = [];
  let start = 0;
  let part: Part = 'opening';
  const above: string[] = [];
  text.split('\n').forEach((body, ordinal) => {
    const top = /^[一二三]、/u.exec(body);
    const second = /^（[一二三]）/u.exec(body);
    if (top) {
      part = body.includes('回顾') ? 'review' : body.includes('建设') ? 'self-government' : 'plan';
      above.length = 0;
    }
    if (second) above.length = Math.min(above.length, 1);
    const label = (top ?? second)?.[0];
    const title = label === undefined ? '' : (body.slice(label.length).split('。')[0] ?? '');
    const end = start + (label === undefined ? 0 : label.length + title.length);
    if (/^各位代表[！，]/u.test(body)) part = 'closing';
    const role =
      ordinal < 3
        ? 'front'
        : body.startsWith('各位代表：')
          ? 'salutation'
          : label !== undefined && end === start + body.length
            ? 'heading'
            : 'body';
    paragraphs.push({ ordinal, part, headings: [...above], role, range: range(start, start + body.length) });
    if (label !== undefined) {
      above.push(label + title);
      headings.push({
        level: top ? 1 : 2,
        number: '一二三'.indexOf(label.replace(/[（）、]/gu, '')) + 1,
        label,
        title,
        part,
        paragraph: ordinal,
        range: range(start, end),
      });
    }
    start += body.length + 1;
  });
  return { paragraphs, headings };
}

/** The figures of a report, each found behind the one before it. */
export function figuresOf(reportId: string, text: string, outline: Outline, specs: readonly FigureSpec[]): Figure[] {
  let cursor = 0;
  return specs.map((spec, index) => {
    const start = text.indexOf(spec.quote, cursor);
    if (start < 0) throw new RangeError(`${spec.quote} does not stand in ${reportId}`);
    cursor = start + spec.quote.length;
    const paragraph = outline.paragraphs.find((one) => one.range.end >= cursor)?.ordinal ?? 0;
    return {
      figureId: `${reportId}@${start}`,
      reportId,
      range: range(start, cursor),
      value: null,
      interval: { low: null, high: null },
      unit: '',
      hedge: null,
      paragraph,
      sentence: index,
      indicator: null,
      indicatorText: '',
      scope: [],
      regionCode: '330100',
      period: null,
      nature: 'actual',
      direction: null,
      basis: 'unknown',
      parts: [],
      of: null,
      whole: null,
      comparedWith: null,
      comparedSense: null,
      confidence: 0.9,
      ...spec,
    };
  });
}
