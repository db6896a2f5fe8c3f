/** A set of UTF-16 units that is asked once a character: one look into a table. */

/** Tells whether a unit is one of those of `characters`; NaN, as behind the end of a text, is none. */
export function setOfUnits(characters: Iterable<string>): (unit: number) => boolean {
  const table = new Uint8Array(0x10000);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return (unit) => table[unit] === 1;
}
