/** Stretches of a file in another charset than the rest: a page put together from two systems, or a file appended to in another program. */
import { decodeGb } from './gb18030.ts';
import type { IllFormed } from './walk.ts';

/** Bytes of a stretch, and what they say. */
export interface OtherCharset {
  readonly charset: 'gb18030';
  readonly reading: string;
  /** Characters of the text that the stretch reaches beyond the parts, ahead of the first and behind the last. */
  readonly ahead: number;
  readonly behind: number;
}

const LEAST_HANZI = 4;
const SHOWN = 40;
/** More than this is not read to name a stretch. */
const LONGEST = 1 << 16;

/**
 * Reads the bytes around ill-formed parts of a UTF-8 text as GB 18030. Pairs of GB 18030 that happen to be well-formed
 * UTF-8 lie between and beside the parts, so the whole stretch is read, from each place where it may begin and end; one with
 * four common ideographs and nothing else amiss is believed.
 * @param parts neighbouring parts in order
 * @returns null when the bytes do not read as Chinese: then they are damaged
 */
export function otherCharset(bytes: Uint8Array, parts: readonly IllFormed[]): OtherCharset | null {
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined || last.end - first.start < LEAST_HANZI) return null;
  const aheads: readonly Reach[] = [pairsBefore(bytes, first.start), NONE, ONE];
  // A last pair may end with a byte that is ASCII.
  const behinds: readonly Reach[] = [pairsBehind(bytes, last.end), NONE, ONE];
  for (const ahead of aheads) {
    for (const behind of behinds) {
      const reading = chineseOf(bytes.subarray(Math.max(0, first.start - ahead.bytes), last.end + behind.bytes));
      if (reading !== null) return { charset: 'gb18030', reading, ahead: ahead.units, behind: behind.units };
    }
  }
  return null;
}

/** How far a stretch reaches beyond the parts. */
interface Reach {
  readonly bytes: number;
  readonly units: number;
}

const NONE: Reach = { bytes: 0, units: 0 };
const ONE: Reach = { bytes: 1, units: 1 };

/** The two-byte sequences of UTF-8 that lead up to `at`: in Chinese they are hardly ever meant as such. */
function pairsBefore(bytes: Uint8Array, at: number): Reach {
  let start = at;
  while (start >= 2 && isPair(bytes, start - 2)) start -= 2;
  return { bytes: at - start, units: (at - start) / 2 };
}

function pairsBehind(bytes: Uint8Array, at: number): Reach {
  let end = at;
  while (isPair(bytes, end)) end += 2;
  return { bytes: end - at, units: (end - at) / 2 };
}

function isPair(bytes: Uint8Array, at: number): boolean {
  const lead = bytes[at] ?? 0;
  return lead >= 0xc2 && lead <= 0xdf && ((bytes[at + 1] ?? 0) & 0xc0) === 0x80;
}

/** The text of a stretch when it is Chinese and nothing else, cut to what a message can show. */
function chineseOf(stretch: Uint8Array): string | null {
  const head = stretch.subarray(0, LONGEST);
  // The cut may have gone through a pair.
  const text = decodeGb(head) ?? (head.length < stretch.length ? decodeGb(head.subarray(0, -1)) : null);
  if (text === null) return null;
  const hanzi = text.match(/[\u4e00-\u9fa5]/g)?.length ?? 0;
  const others =
    text.match(/[^\u0000-\u007f\u00b7\u00d7\u3000-\u303f\u4e00-\u9fa5\uff00-\uff5e\u2010-\u203b\u2460-\u249b]/g)
      ?.length ?? 0;
  if (hanzi < LEAST_HANZI || others * 20 > hanzi) return null;
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
