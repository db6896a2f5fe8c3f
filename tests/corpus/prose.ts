/** Texts without meaning, of any length, each of its own: what reports share is then what was put into both. */
export function prose(seed: number, length: number): string {
  let state = (seed + 1) * 2654435761;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 8) % 4000));
  }).join('');
}
