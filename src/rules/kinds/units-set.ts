/** A set of UTF-16 units that is asked once a character: one look into a table. */

/** A table with 1 for each unit of `characters`, 0 for all others: for loops over a whole text, which a call a character would slow down. */
export function tableOf(characters: Iterable<string>): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/** Tells whether a unit is one of those of `characters`; NaN, as behind the end of a text, is none. */
export function setOfUnits(characters: Iterable<string>): (unit: number) => boolean {
  const table = tableOf(characters);
  return (unit) => table[unit] === 1;
}
