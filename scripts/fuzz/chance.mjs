/** Chance from a seed, and what it does to bytes and texts: the same seed makes the same inputs on every machine. */
import { numbersFrom } from '../lib/numbers.mjs';

/** Draws from one seed. */
export function chanceOf(seed) {
  const next = numbersFrom(seed);
  const below = (count) => Math.floor(next() * count);
  const pick = (list) => list[below(list.length)];
  return { next, below, pick };
}

/** What breaks readers: ends of numbers, marks of charsets, tags, quotes, surrogates, directions, nothing at all. */
const NASTY = [
  '',
  '\0',
  '\r',
  '\n\n\n',
  '\ufeff',
  '\u202e',
  '\u2028',
  '\ufffd',
  '𠮷',
  '\ud800',
  '（',
  '）',
  '“',
  '一、',
  '（一）',
  '1.',
  '各位代表：',
  '政府工作报告',
  '2024年',
  '增长5.6%',
  '-0.0%',
  '9'.repeat(400),
  '1e999',
  '零点零零',
  '亿亿亿元',
  '第3/9页',
  '……12',
  '<script>',
  '<!--',
  '</p>',
  '&#xD800;',
  '&#99999999;',
  '**',
  '|',
  '---\n',
  '{"text":"',
  '__proto__',
  'constructor',
  ' ',
  '　',
  '\u200b',
  '\u0301',
];

/** One to eight changes: bytes flipped, cut, doubled, moved, put in from `donor` or from the nasty list, or another charset. */
export function mutated(bytes, donor, chance) {
  let out = Buffer.from(bytes);
  for (let times = 1 + chance.below(8); times > 0; times--) out = change(out, donor, chance);
  return Uint8Array.from(out);
}

function change(bytes, donor, { below, pick }) {
  const at = below(bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + below(pick([4, 40, 4000])));
  const part = bytes.subarray(at, end);
  const put = (middle, from = at, to = at) => Buffer.concat([bytes.subarray(0, from), middle, bytes.subarray(to)]);
  switch (below(9)) {
    case 0: {
      const out = Buffer.from(bytes);
      if (out.length > 0) out[at % out.length] ^= 1 << below(8);
      return out;
    }
    case 1:
      return put(Buffer.alloc(0), at, end);
    case 2:
      return put(Buffer.concat(Array.from({ length: 1 + below(20) }, () => part.subarray(0, 200))));
    case 3: {
      const start = below(donor.length + 1);
      return put(Buffer.from(donor.subarray(start, start + below(600))));
    }
    case 4:
      return put(Buffer.from([below(256)]));
    case 5:
      return below(12) === 0 ? Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le') : bytes.subarray(0, end);
    default:
      return put(Buffer.from(pick(NASTY).repeat(pick([1, 1, 1, 30]))));
  }
}

/** The smallest part of an input that still fails: halves, then quarters and so on are left out while `fails` says so. */
export async function shrunk(bytes, fails) {
  let best = bytes;
  for (let piece = Math.ceil(best.length / 2), tries = 0; piece >= 1 && tries < 2000; piece = Math.floor(piece / 2)) {
    for (let at = 0; at < best.length && tries < 2000; tries++) {
      const without = Uint8Array.from([...best.subarray(0, at), ...best.subarray(at + piece)]);
      if (await fails(without)) best = without;
      else at += piece;
    }
  }
  return best;
}
