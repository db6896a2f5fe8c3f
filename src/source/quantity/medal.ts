/** Medals: 14金5银6铜, 获3金、2银. Their unit is 枚; the colour stays in the span. */
import { hedged } from './bounds.ts';
import type { NumberRead } from './numeral.ts';
import type { Scan } from './scan.ts';

const COLOURS = '金银铜';
/** Another medal follows, or the word 牌: 10金融机构 is no medal. */
const MORE = /^[金银铜](?:[、，,和及 ]?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]{1,3})(?:枚)?[银铜]|牌)/u;

/** Reads the number before a colour as medals; gives where to go on, or null when it counts none. */
export function readMedals(scan: Scan, start: number, read: NumberRead): number | null {
  const { text, vocabulary } = scan;
  if (!COLOURS.includes(text.charAt(read.end) || '-') || read.number.scaled) return null;
  const after = text.slice(read.end, read.end + 9);
  if (!MORE.test(after) && !followsMedal(scan, start) && !isWon(text, start, after)) return null;
  const unit = vocabulary.units.byName('枚');
  const reading = { start, end: read.end + 1, number: read.number, unit, inside: read.inside };
  scan.quantities.push(hedged(text, reading, vocabulary.hedges, start));
  return read.end + 1;
}

/** 获得1金。 */
function isWon(text: string, start: number, after: string): boolean {
  return (
    /^[金银铜](?:[，,。；;、的\n]|$)/u.test(after) && /[获夺摘]得?$/u.test(text.slice(Math.max(0, start - 2), start))
  );
}

function followsMedal({ text, quantities }: Scan, start: number): boolean {
  const last = quantities.at(-1);
  return last !== undefined && start - last.range.end <= 1 && COLOURS.includes(text.charAt(last.range.end - 1));
}
