/** Reads a decoded text / gives where its lines start / promises: the same lines that places are counted in. */

/** Start offsets of the lines of a text; a line ends at \n, \r\n or a lone \r. */
export function lineStarts(text: string): Int32Array {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/gu)) starts.push(match.index + match[0].length);
  return Int32Array.from(starts);
}

/** Index of the last entry of a sorted list that is not after `value`; of equal entries the first. */
export function lastNotAfter(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && sorted[low - 1] === sorted[low]) low--;
  return low;
}
