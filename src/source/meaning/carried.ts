/** What a sentence that opens with 其中 or with a bare verb of change takes from the one before it. */
import type { Context } from './context.ts';
import type { Sentence } from './sentence.ts';

/** 其中：…, 其增长6.1%, 同比增长…, 增速居全省第二: the thing spoken of was named in the sentence before. */
const BACK =
  /^[\s、，,]*(?:其中|其(?=[增占同较比余]|总量|增速)|(?:同比|比上年|较上年|比去年|年均|分别|均|双双)?(?:增长|下降|增加|减少|提高|上升)[\d一二三四五六七八九十百]|(?:同比|比上年|较上年|年均|平均每年|分别|增速|增幅|总量|规模|数量|均居|均列|位居|居全|列全))/u;

/** Whether `sentence` follows the other at once, in its paragraph, and opens with words that point back. */
export function pointsBack(text: string, before: Sentence, sentence: Sentence): boolean {
  if (sentence.ordinal !== before.ordinal + 1 || sentence.paragraph !== before.paragraph) return false;
  return BACK.test(text.slice(sentence.start, sentence.start + 12));
}

/** Names, levels and words of time of the sentence before hold on; what it said of plans and estimates does not. */
export function carryOver(before: Context, context: Context): void {
  context.names = before.names;
  context.last = before.last;
  context.share = before.share;
  context.levels = before.levels;
  context.time = before.time;
}
