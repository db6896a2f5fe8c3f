/**
 * Bytes of an example. A card is text, but some rules are about bytes that are no text: in an example the units
 * U+DC80 to U+DCFF, which no text holds alone, stand for the raw bytes 0x80 to 0xff (the convention of Python's
 * `surrogateescape`). Everything else is written as UTF-8.
 */

/** The file that an example stands for. */
export function exampleBytes(text: string): Uint8Array {
  const encoder = new TextEncoder();
  const out: number[] = [];
  for (const char of text) {
    const unit = char.charCodeAt(0);
    if (isRaw(char)) out.push(unit - 0xdc00);
    else out.push(...encoder.encode(char));
  }
  return Uint8Array.from(out);
}

/** Units of the example's text that lie before byte `at` of its file. */
export function exampleUnit(text: string, at: number): number {
  const encoder = new TextEncoder();
  let bytes = 0;
  let units = 0;
  for (const char of text) {
    if (bytes >= at) break;
    bytes += isRaw(char) ? 1 : encoder.encode(char).length;
    units += char.length;
  }
  return units;
}

function isRaw(char: string): boolean {
  const unit = char.charCodeAt(0);
  return char.length === 1 && unit >= 0xdc80 && unit <= 0xdcff;
}
