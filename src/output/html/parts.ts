/** Reads the packed parts of a page / gives the files that hold them / promises: each part in one file, files of bounded size. */
import type { Chunk } from './chunks.ts';

/** Most characters of packed parts in one file; a part that is longer has a file of its own. */
const LONGEST = 1_000_000;

export interface PartFiles {
  readonly files: ReadonlyMap<string, string>;
  /** Number of the file of each part. */
  readonly fileOf: readonly number[];
}

/** Scripts that hand their parts to the page: a page that was opened from a disk may not read other files in any other way. */
export function inFiles(packed: readonly Chunk[]): PartFiles {
  const groups: string[][] = [[]];
  let size = 0;
  const fileOf = packed.map((one, number) => {
    if (size > 0 && size + one.packed.length > LONGEST) {
      groups.push([]);
      size = 0;
    }
    size += one.packed.length;
    groups.at(-1)?.push(`jiaokanPart(${number},"${one.packed}");\n`);
    return groups.length - 1;
  });
  return { files: new Map(groups.map((lines, at) => [`audit-parts/${at}.js`, lines.join('')])), fileOf };
}
