/** Numbers that look drawn and are the same on every machine and in every run. */

/** A small generator of numbers in [0, 1): 32-bit xorshift (George Marsaglia, 2003). Equal seeds give equal numbers. */
export function numbersFrom(seed) {
  let state = (Math.imul(seed + 1, 0x9e3779b1) | 1) >>> 0;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 0x1_0000_0000;
  };
}
