/** Reads hashes that are spread evenly / gives them sorted, each once / promises: linear unless they crowd in one bucket. */

/** Turns counts into the places where buckets begin; gives the largest count. */
export function toStarts(counts: Int32Array): number {
  let [start, largest] = [0, 0];
  for (let bucket = 0; bucket < counts.length; bucket++) {
    const held = counts[bucket] ?? 0;
    counts[bucket] = start;
    start += held;
    if (held > largest) largest = held;
  }
  return largest;
}

/** Puts each value at the place where its bucket begins, one after another. */
export function scatter(from: Int32Array, to: Uint32Array, shift: number, starts: Int32Array): void {
  for (let at = 0; at < from.length; at++) {
    const value = from[at] ?? 0;
    const place = starts[value >>> shift] ?? 0;
    to[place] = value;
    starts[value >>> shift] = place + 1;
  }
}

/** Sorts by insertion what is all but sorted and keeps each value once; gives how many there are. */
export function settle(values: Uint32Array): number {
  let length = Math.min(1, values.length);
  for (let at = 1; at < values.length; at++) {
    const value = values[at] ?? 0;
    const last = values[length - 1] ?? 0;
    if (value > last) values[length++] = value;
    else if (value < last) length = insert(values, length, value);
  }
  return length;
}

/** Puts a value that is under the last of the first `length` sorted ones in its place unless it is there; gives how many there are then. */
function insert(values: Uint32Array, length: number, value: number): number {
  let place = length - 1;
  while (place > 0 && (values[place - 1] ?? 0) > value) place--;
  if (place > 0 && values[place - 1] === value) return length;
  for (let back = length; back > place; back--) values[back] = values[back - 1] ?? 0;
  values[place] = value;
  return length + 1;
}
