/** Reads sorted numbers / gives them as text in few signs, and them again / promises: exactly what was put in. */

/** Bytes in front: how many numbers there are, and the bits of the low part of a gap. */
const HEAD = 5;

/**
 * Sorted 32-bit numbers as base64 of the gaps between them in Rice code (Rice and Plaunt 1971): the high part of a gap in ones and a
 * zero, then its low bits. Gaps of hashes are spread so that this takes within a fiftieth of what they must.
 */
export function packed(sorted: Uint32Array): string {
  const span = sorted.at(-1) ?? 0;
  const low = Math.max(0, Math.floor(Math.log2(Math.max(1, (span / Math.max(1, sorted.length)) * Math.LN2))));
  const unit = 2 ** low;
  const bits = sorted.length * (low + 1) + Math.floor(span / unit) + 1;
  const bytes = new Uint8Array(HEAD + Math.ceil(bits / 8));
  new DataView(bytes.buffer).setUint32(0, sorted.length);
  bytes[HEAD - 1] = low;
  let [at, before] = [HEAD * 8, 0];
  for (const value of sorted) {
    const gap = value - before;
    before = value;
    for (let ones = Math.floor(gap / unit); ones > 0; ones--) at = put(bytes, at, 1, 1);
    at = put(bytes, at + 1, gap % unit, low);
  }
  return Buffer.from(bytes.buffer, 0, Math.ceil(at / 8)).toString('base64');
}

/** The numbers behind a text that `packed` made. @throws RangeError for one that is cut */
export function unpacked(text: string): Uint32Array {
  const bytes = Buffer.from(text, 'base64');
  const sorted = new Uint32Array(bytes.readUInt32BE(0));
  const low = bytes[HEAD - 1] ?? 0;
  const unit = 2 ** low;
  let [at, value] = [HEAD * 8, 0];
  for (let place = 0; place < sorted.length; place++) {
    for (; taken(bytes, at, 1) === 1; at++) value += unit;
    value += taken(bytes, at + 1, low);
    at += low + 1;
    sorted[place] = value;
  }
  if (at > bytes.length * 8) throw new RangeError('a list of hashes is cut short');
  return sorted;
}

/** Writes the low `count` bits of a value, the highest first; gives the place behind them. */
function put(bytes: Uint8Array, at: number, value: number, count: number): number {
  for (let left = count; left > 0; ) {
    const place = at + count - left;
    const room = 8 - (place & 7);
    const size = Math.min(room, left);
    const part = Math.floor(value / 2 ** (left - size)) % 2 ** size;
    bytes[place >>> 3] = (bytes[place >>> 3] ?? 0) | (part << (room - size));
    left -= size;
  }
  return at + count;
}

function taken(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let left = count; left > 0; ) {
    const place = at + count - left;
    const room = 8 - (place & 7);
    const size = Math.min(room, left);
    value = value * 2 ** size + (((bytes[place >>> 3] ?? 0) >>> (room - size)) & (2 ** size - 1));
    left -= size;
  }
  return value;
}
