/** A set of UTF-16 units that is asked once a character: one look into a table. */

/** A table with 1 for each unit of `characters`, 0 for all others: for loops over a whole text, which a call a character would slow down. */
export function tableOf(characters: Iterable<string>): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/**
 * Tells whether a unit is one of those of `characters`; NaN, as behind the end of a text, is none. To look a character up in a
 * string (`includes`) takes the platform ten times as long. The table is the smallest in which no two of the units meet.
 */
export function setOfUnits(characters: Iterable<string>): (unit: number) => boolean {
  const units = [...new Set(Array.from(characters, (character) => character.charCodeAt(0)))];
  let size = 8;
  while (new Set(units.map((unit) => unit & (size - 1))).size < units.length) size *= 2;
  const mask = size - 1;
  // A unit that belongs elsewhere: no unit finds itself in an empty place.
  const table = Uint16Array.from({ length: size }, (_, place) => place ^ 1);
  for (const unit of units) table[unit & mask] = unit;
  return (unit) => table[unit & mask] === unit;
}
