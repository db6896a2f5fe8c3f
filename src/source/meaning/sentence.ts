/** Sentences of a report and the quantities in them. A sentence ends at 。；！, at their narrow forms ; and !, or at a line end. */
import type { Quantity } from '../../model/figure.ts';
import { range } from '../../model/offset.ts';
import type { Outline, Paragraph, Part } from '../../model/report.ts';
import { type Section, YearsTold } from './years-told.ts';

export interface Sentence {
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  /** True when the sentence before it ended at ；, so that an estimate runs on. */
  readonly runsOn: boolean;
  readonly part: Part;
  readonly paragraph: number;
  /** The section on several years (过去五年, “十三五”时期, 今后五年) that it stands in. */
  readonly years: Section;
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
  const told = new YearsTold();
  while (start <= text.length && next < quantities.length) {
    const at = endOf(text, start);
    paragraph = paragraphAt(outline.paragraphs, paragraph, start);
    const { part, ordinal: number, headings, range: whole } = outline.paragraphs[paragraph] ?? NO_PARAGRAPH;
    const years = told.at(headings, text, start, at, whole.start);
    const inside: Quantity[] = [];
    for (let one = quantities[next]; one !== undefined && one.range.start < at; one = quantities[next]) {
      inside.push(one);
      next += 1;
    }
    if (inside.length > 0) {
      found.push({ ordinal, start, end: at, runsOn, part, paragraph: number, years, quantities: inside });
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

const NO_PARAGRAPH: Pick<Paragraph, 'part' | 'ordinal' | 'headings' | 'range'> = {
  part: 'review',
  ordinal: 0,
  headings: [],
  range: range(0, 0),
};
/** The paragraph that holds `at`, searched on from `from`: both only grow. */
function paragraphAt(paragraphs: readonly Paragraph[], from: number, at: number): number {
  let index = from;
  for (let next = paragraphs[index + 1]; next !== undefined && next.range.start <= at; next = paragraphs[index + 1])
    index += 1;
  return index;
}
