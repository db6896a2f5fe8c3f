/**
 * Big5 by the structure of its sequences: one byte, or a lead byte and a trail byte. Which characters they are is asked
 * of the platform's decoder, once, for a table of all pairs; what it does not know are private-use characters there too.
 */
import { illFormedStride, type Stride, stride, type Walker } from './walk.ts';

const LEADS = 126;
const TRAILS = 157;
const ONE = stride(1, 1);
const TWO = stride(2, 1);
const BAD = illFormedStride(1);

/** A walker with its own table: building it takes some milliseconds. */
export function big5(): Walker {
  const table = pairTable();
  const step = (bytes: Uint8Array, at: number): Stride => {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) return ONE;
    const trail = bytes[at + 1] ?? 0;
    return isLead(lead) && isTrail(trail) && table[cellOf(lead, trail)] !== 0 ? TWO : BAD;
  };
  const code = (bytes: Uint8Array, at: number, size: number): number => {
    const lead = bytes[at] ?? 0;
    return size === 1 ? lead : (table[cellOf(lead, bytes[at + 1] ?? 0)] ?? 0xfffd);
  };
  return { step, code };
}

function isLead(byte: number): boolean {
  return byte >= 0x81 && byte <= 0xfe;
}

/** True for the second byte of a pair. */
export function isTrail(byte: number): boolean {
  return (byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe);
}

function cellOf(lead: number, trail: number): number {
  return (lead - 0x81) * TRAILS + trail - (trail < 0x7f ? 0x40 : 0x62);
}

/** Characters of all pairs by `cellOf`; 0 for a pair without one. Each pair stands on a line, so that none can spoil the next. */
function pairTable(): Uint16Array {
  const bytes = new Uint8Array(LEADS * TRAILS * 3);
  let at = 0;
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (!isTrail(trail)) continue;
      bytes[at++] = lead;
      bytes[at++] = trail;
      bytes[at++] = 0x0a;
    }
  }
  const lines = new TextDecoder('big5').decode(bytes).split('\n');
  // One pair is one unit: pairs that a platform spells with more are told as ill-formed, not guessed.
  return Uint16Array.from(lines.slice(0, LEADS * TRAILS), (line) =>
    line.length === 1 && line !== '\ufffd' ? line.charCodeAt(0) : 0,
  );
}
