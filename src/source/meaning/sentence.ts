/** Sentences of a report and the quantities in them. A sentence ends at 。；！, at their narrow forms ; and !, or at a line end. */
import type { Quantity } from '../../model/figure.ts';
import type { Outline, Paragraph, Part } from '../../model/report.ts';

export interface Sentence {
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  /** True when the sentence before it ended at ；, so that an estimate runs on. */
  readonly runsOn: boolean;
  readonly part: Part;
  readonly paragraph: number;
  /** The innermost heading that speaks of several years (过去五年, “十三五”时期, 今后五年); null without one. */
  readonly span: string | null;
  readonly quantities: readonly Quantity[];
}

/** The sentences that hold quantities, in order; ordinals count every sentence of the text. */
export function sentencesWith(text: string, outline: Outline, quantities: readonly Quantity[]): Sentence[] {
  const found: Sentence[] = [];
  let next = 0;
  let start = 0;
  let ordinal = 0;
  let runsOn = false;
  let paragraph = 0;
  let under = NO_PARAGRAPH.headings;
  let span: string | null = null;
  while (start <= text.length && next < quantities.length) {
    const at = endOf(text, start);
    const inside: Quantity[] = [];
    for (let one = quantities[next]; one !== undefined && one.range.start < at; one = quantities[next]) {
      inside.push(one);
      next += 1;
    }
    if (inside.length > 0) {
      paragraph = paragraphAt(outline.paragraphs, paragraph, inside[0]?.range.start ?? start);
      const { part, ordinal: number, headings } = outline.paragraphs[paragraph] ?? NO_PARAGRAPH;
      if (headings !== under) span = headings.findLast((heading) => SEVERAL_YEARS.test(heading)) ?? null;
      under = headings;
      found.push({ ordinal, start, end: at, runsOn, part, paragraph: number, span, quantities: inside });
    }
    if (at > start) ordinal += 1;
    runsOn = text.charCodeAt(at) === 0xff1b || text.charCodeAt(at) === 0x3b;
    start = at + 1;
  }
  return found;
}

/** Marks that end a sentence. */
const ENDS = endTable();

function endTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const char of '。；！;!\n') table[char.charCodeAt(0)] = 1;
  return table;
}

/** Where the sentence that begins at `from` ends: at its mark, or at the text's end. */
function endOf(text: string, from: number): number {
  let at = from;
  while (at < text.length && ENDS[text.charCodeAt(at)] === 0) at += 1;
  return at;
}

const NO_PARAGRAPH: Pick<Paragraph, 'part' | 'ordinal' | 'headings'> = {
  part: 'review',
  ordinal: 0,
  headings: [],
};
/** 做好“十四五”开局工作 is of its first year alone, and 三年提升行动 the name of a thing to do. */
const SEVERAL_YEARS =
  /(?:[三四五]年(?!.{0,2}行动|计划|规划|倍增)|十[一二三四五]五|“[六七八九十]五”|本届(?!.{0,4}(?:第一年|首年)))(?![^为]{0,12}开好?局)/u;

/** The paragraph that holds `at`, searched on from `from`: both only grow. */
function paragraphAt(paragraphs: readonly Paragraph[], from: number, at: number): number {
  let index = from;
  for (let next = paragraphs[index + 1]; next !== undefined && next.range.start <= at; next = paragraphs[index + 1])
    index += 1;
  return index;
}
