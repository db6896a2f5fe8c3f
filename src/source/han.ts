/** Tells Chinese characters by their code units: those of the two blocks that reports are written in. */

/** True for a code unit of U+3400 to U+9FFF: common Chinese characters, and no marks. */
export function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}
