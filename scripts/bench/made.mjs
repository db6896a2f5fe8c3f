/**
 * Reports made from numbers, that share text as real ones do: nine years of one place carry phrases over from year to year, and all
 * draw on common wording of which little is in most reports and much is in few. One of ten is a copy. Among 445 of them and among
 * 445 real ones, a report shares with another of its place and of the year before a share of 0.13 (median; real 0.13), with any
 * other 0.04 (0.04), and 0.45 of its shingles are in no other (0.45).
 */

/** Characters of a report, the mean of 445 real ones, and of a phrase. */
const [LENGTH, PHRASE] = [17_000, 24];
/** Phrases that are common wording; the others are a place's own. Of these as many stay from one year to the next. */
const [COMMON, STAYING] = [0.75, 0.45];
/** Ranks of common phrases: how often one is used falls as its rank grows (Zipf). */
const [FIRST_RANK, LAST_RANK] = [100, 500_000];
/** Reports that one place has here: its years, and a copy of the first. */
const OF_A_PLACE = 10;

/** Numbers in [0, 1), the same on every machine: sfc32 (Doty-Humphrey), whose streams of 128 bits do not meet. */
function numbersFrom(seed) {
  let [a, b, c, count] = [seed | 0, 0x9e3779b9, 0x243f6a88, 1];
  const next = () => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}

/** Writes a phrase: its characters are drawn by its number alone. */
function write(phrase, out, at, words) {
  let state =
    (Math.imul(phrase | 0, 0x9e3779b1) ^ Math.imul((phrase / 0x1_0000_0000) | 0, 0x85ebca6b) ^ 0x2545f491) | 1;
  for (let place = at; place < at + PHRASE; place++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    out[place] = words.charCodeAt((state >>> 0) % words.length);
  }
}

/** A number in [0, 1) of three small ones. */
function drawn(place, year, slot) {
  let hash = Math.imul(place + 1, 0x9e3779b1) ^ Math.imul(year + 1, 0x85ebca6b) ^ Math.imul(slot + 1, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 0x1_0000_0000;
}

/** The number of a phrase: common wording, or what the place has said here since some year. */
function phraseOf(place, year, slot, next) {
  if (drawn(place, -1, slot) < COMMON) {
    return Math.floor(FIRST_RANK * Math.exp(next() * Math.log(LAST_RANK / FIRST_RANK)));
  }
  let since = year;
  while (since > 0 && drawn(place, since, slot) < STAYING) since--;
  return LAST_RANK + (place * OF_A_PLACE + since) * 1024 + slot;
}

function made(place, year, words) {
  const next = numbersFrom(place * OF_A_PLACE + year + 1);
  const out = new Uint16Array(LENGTH + PHRASE);
  for (let at = 0; at < LENGTH; at += PHRASE) write(phraseOf(place, year, at / PHRASE, next), out, at, words);
  return Buffer.from(out.buffer, 0, LENGTH * 2).toString('utf16le');
}

/**
 * Text number `at`, and the number of the text that it is a copy of, or null. A copy has lost one character of a hundred, or is a first half.
 * @param words characters to write with, as often as they should come
 */
export function report(at, words) {
  const place = Math.floor(at / OF_A_PLACE);
  const year = at % OF_A_PLACE;
  if (year !== OF_A_PLACE - 1) return { text: made(place, year, words), of: null };
  const original = made(place, 0, words);
  const of = place * OF_A_PLACE;
  if (place % 2 === 0) return { text: original.slice(0, original.length / 2), of };
  const next = numbersFrom(at);
  return { text: Array.from(original, (char) => (next() < 0.01 ? '' : char)).join(''), of };
}
