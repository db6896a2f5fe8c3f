/** Reads the lines of a text / gives the sentences of those that hold a whole report without a line break / promises: any other line stays one. */
import { type Line, lineIn } from './lines.ts';

/** No paragraph of a report is as long: the line breaks of such a line were lost. */
const LONGEST_PARAGRAPH = 2500;

/**
 * Where a line break was lost: behind the end of a sentence, at a run of blanks, around the title block and its salutation. Several
 * kinds at once do no harm: what is looked for here are the head and the end of a report, not its paragraphs.
 */
const BREAKS =
  /(?<=[。！？!?][”’）)]{0,2})(?=[^”’）)。！？!?])|[ \u3000\u00a0\t]{2,}|(?<=政府工作报告)(?=[—–(（\d二]|一、)|(?=[—–]{1,2}\s?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)|(?=各位代表[:：！!])|(?<=各位代表[:：])|(?=现在[,，]?我代表)/u;

/** Lines as they are; one that is far too long is given sentence by sentence. */
export function unflattened(lines: readonly Line[], text: string): readonly Line[] {
  if (!lines.some(({ length }) => length > LONGEST_PARAGRAPH)) return lines;
  return lines.flatMap((line) => (line.length > LONGEST_PARAGRAPH ? piecesOf(line, text) : [line]));
}

function piecesOf(line: Line, text: string): Line[] {
  const words = text.slice(line.start, line.end);
  const pieces: Line[] = [];
  let from = 0;
  for (const { index } of words.matchAll(new RegExp(BREAKS, 'gu'))) {
    const piece = index > from ? lineIn(text, line.start + from, line.start + index) : null;
    if (piece) pieces.push(piece);
    from = index;
  }
  const last = lineIn(text, line.start + from, line.end);
  if (last) pieces.push(last);
  return pieces;
}
