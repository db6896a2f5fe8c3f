/** Remembers which two Chinese characters stand beside each other in a text, and tells of words how many of their pairs do. */

const SIZE = 1 << 18;

/** Pairs of neighbouring Chinese characters. A pair that was never added is taken for a known one about once in forty. */
export class WordPairs {
  readonly #seen = new Uint8Array(SIZE);

  /** Adds the pairs of text[start, end). */
  add(text: string, start: number, end: number): void {
    let before = text.charCodeAt(start);
    for (let at = start + 1; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (isHan(unit) && isHan(before)) this.#seen[slotOf(before, unit)] = 1;
      before = unit;
    }
  }

  /** Pairs of some words, and how many of them were added. */
  of(words: string): { readonly pairs: number; readonly known: number } {
    let pairs = 0;
    let known = 0;
    for (let at = 1; at < words.length; at++) {
      const before = words.charCodeAt(at - 1);
      const unit = words.charCodeAt(at);
      if (!isHan(before) || !isHan(unit)) continue;
      pairs++;
      known += this.#seen[slotOf(before, unit)] ?? 0;
    }
    return { pairs, known };
  }
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

function slotOf(before: number, unit: number): number {
  return (Math.imul(before, 0x9e3b) ^ Math.imul(unit, 0x85eb)) & (SIZE - 1);
}

/** True when words hold a Chinese character. */
export function hasHan(words: string): boolean {
  return /\p{Script=Han}/u.test(words);
}
