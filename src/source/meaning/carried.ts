/** What a sentence that opens with 其中 or with a bare verb of change takes from the one before it. */
import type { Period } from '../../model/figure.ts';
import type { Context } from './context.ts';

/** 其中：…, 其增长6.1%, 同比增长…, 增速居全省第二: the thing spoken of was named in the sentence before. */
const BACK =
  /^[\s、，,]*(?:其中|其(?=[增占同较比余]|总量|增速)|(?:同比|比上年|较上年|比去年|年均|分别|均|双双)*(?:增长|下降|提高|上升)(?:了|约)?[\d.]+(?:%|％|倍|个百分点)|(?:增速|增幅|总量|分别|均)*(?:均居|均列|位居|居全|列全))/u;

/**
 * What the sentence before said holds on where this one follows it at once in its paragraph: behind ； a whole year
 * that it named; names, levels and all words of time where this one opens with words that point back.
 */
export function carryOver(before: Context, context: Context): void {
  const { sentence, report } = context;
  if (sentence.ordinal !== before.sentence.ordinal + 1 || sentence.paragraph !== before.sentence.paragraph) return;
  const opening = report.text.slice(sentence.start, sentence.start + 24);
  const pointsBack = BACK.test(opening);
  if (sentence.runsOn || pointsBack) {
    context.heldYear = heldOf(before);
    context.heldSpan = before.time?.severalYears === true ? before.time.period : before.heldSpan;
  }
  if (!pointsBack) return;
  context.names = before.names;
  context.last = before.last;
  context.share = before.share;
  context.levels = before.levels;
  context.time = before.time;
}

/** A year that the sentence before spoke of, or the months that it opened with (1—11月，…；…); spans of years are said anew. */
function heldOf({ time, heldYear, report, sentence }: Context): Period | null {
  if (time === null) return heldYear;
  const { period, severalYears } = time;
  if (period === null || severalYears) return null;
  return isWhole(period) || OPENS_WITH_MONTHS.test(report.text.slice(sentence.start, sentence.start + 20))
    ? period
    : null;
}

const OPENS_WITH_MONTHS =
  /^[\s—]*(?:今年|(?:19|20)\d{2}年)?(?:前三季度|上半年|前十一?个月|1[-—－–~～至]\d{1,2}月)(?!.*全年)/u;

function isWhole({ start, end }: Period): boolean {
  return start.endsWith('-01-01') && end.endsWith('-12-31') && start.slice(0, 4) === end.slice(0, 4);
}
