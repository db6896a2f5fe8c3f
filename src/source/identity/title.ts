/** Reads the lines of a report's head / gives its title / promises: as found, letter spacing collapsed; null without one. */
import type { HeadLine } from './speaker.ts';

/** Longest line that can be a title. */
const LONGEST = 60;

/**
 * The title is the line that calls itself a work report and says most of place and year. A title in two lines
 * (某市 / 政府工作报告) counts as one when the first line is a place or a year only.
 * @param placed true for words that name a place
 */
export function titleOf(
  lines: readonly HeadLine[],
  placed: (words: string) => boolean,
): { readonly text: string; readonly start: number; readonly end: number } | null {
  let best: { readonly text: string; readonly start: number; readonly end: number; readonly says: number } | null =
    null;
  for (const [index, line] of lines.entries()) {
    if (!isTitle(line.text)) continue;
    const before = lines[index - 1];
    const joined = before !== undefined && opensTitle(before.text, placed);
    const text = (joined ? before.text : '') + line.text;
    const says = Number(/\d{4}/.test(text)) + Number(placed(text.replace(/(?:人民)?政府工作报告.*/, '')));
    if (best === null || says > best.says)
      best = { text, start: joined ? before.start : line.start, end: line.end, says };
  }
  return best === null ? null : { text: best.text, start: best.start, end: best.end };
}

function isTitle(text: string): boolean {
  if (text.length > LONGEST || !text.includes('工作报告')) return false;
  return !/[,，。;；:：]/.test(text) && !/我代表|会议上|作(?:了)?(?:政府)?工作报告|次会议/.test(text);
}

function opensTitle(text: string, placed: (words: string) => boolean): boolean {
  if (text.length > 20 || /[,，。;；:：]|工作报告|会议/.test(text)) return false;
  return /^\d{4}年(?:度)?$/.test(text) || (placed(text) && /(?:省|市|区|县|州|旗|盟|人民政府)$/.test(text));
}
