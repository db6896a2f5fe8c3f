/** Copies of the corpus that differ: made from a number, not from chance, so that two runs measure the same texts. */
import { numbersFrom } from '../lib/numbers.mjs';

const INSERTED = ['的', '和', '　', '，', '\u200b', '了'];
/** Shares of characters: digits that change, characters that are lost, characters that are put in. */
const RATES = { digit: 0.08, lost: 1 / 900, inserted: 1 / 1500 };

/** Text number `index` made from `text`: other years, some other digits, some characters lost or put in. Number 0 is the text itself. */
export function vary(text, index) {
  if (index === 0) return text;
  const next = numbersFrom(index);
  const shift = index % 9;
  const years = text.replaceAll(
    /20([12]\d)(?=年)/gu,
    (_, year) => `20${String(((Number(year) - 10 + shift) % 17) + 10)}`,
  );
  const out = [];
  for (const part of years.split(/(20[12]\d年)/u)) {
    if (/^20[12]\d年$/u.test(part)) {
      out.push(part);
      continue;
    }
    for (const character of part) {
      const draw = next();
      if (character >= '0' && character <= '9' && draw < RATES.digit)
        out.push(String((Number(character) + 1 + (index % 8)) % 10));
      else if (character !== '\n' && draw < RATES.lost) continue;
      else if (draw > 1 - RATES.inserted) out.push(character, INSERTED[Math.floor(next() * INSERTED.length)] ?? '');
      else out.push(character);
    }
  }
  return out.join('');
}
