/** The other side of a comparison: 高于全省平均水平, 快于全国2个百分点. */

const BEFORE = /(?:高于|低于|快于|慢于|优于|好于|领先|高出|超过|超出)((?:[一-龥]|GDP){2,16}?)$/u;
const AFTER =
  /^[，,、]?(?:增速|增幅|涨幅|总量|均|分别|双双|明显|也|持续){0,3}(?:高于|快于|低于|慢于|优于|好于)((?:[一-龥]|GDP){2,16}?)(?=[，,。；;、\n]|$)/u;

/** The words after a verb of comparison at the end of the clause; null when there is none. */
export function comparedBefore(clause: string): string | null {
  return BEFORE.exec(clause.slice(-24))?.[1] ?? null;
}

/** The same for a comparison that follows the figure without a number of its own. */
export function comparedAfter(text: string, end: number): string | null {
  return AFTER.exec(text.slice(end, end + 34))?.[1] ?? null;
}
