/** Reads files / gives SHA256SUMS and what differs from it / promises: one spelling only, so any changed byte shows. */
import { createHash } from 'node:crypto';
import { compareText } from '../model/finding.ts';

/** Files of a folder by path, with / between folders. */
export type Files = ReadonlyMap<string, Uint8Array>;

export const SUMS = 'SHA256SUMS';

/** Something wrong in a dataset. `row` counts from 0 in the table's published order; null when it is about the file. */
export interface Fault {
  readonly file: string;
  readonly row: number | null;
  readonly message: string;
}

/** The checksum file of all other files, in the form that `sha256sum -c` reads. */
export function sumsOf(files: Files): string {
  return [...files]
    .filter(([path]) => path !== SUMS)
    .sort(([a], [b]) => compareText(a, b))
    .map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`)
    .join('');
}

/** Every difference between the checksum file and the folder: changed, missing and unlisted files. */
export function checkSums(files: Files): Fault[] {
  const bytes = files.get(SUMS);
  if (!bytes) return [{ file: SUMS, row: null, message: 'is missing' }];
  const text = Buffer.from(bytes).toString('utf8');
  if (text === sumsOf(files) && Buffer.from(text, 'utf8').equals(bytes)) return [];
  const listed = new Map<string, string>();
  const faults: Fault[] = [];
  text.split('\n').forEach((line, index) => {
    const [, digest, path] = /^([0-9a-f]{64}) {2}(.+)$/u.exec(line) ?? [];
    if (digest !== undefined && path !== undefined) listed.set(path, digest);
    else if (line !== '') faults.push({ file: SUMS, row: index, message: 'the line is not a digest and a path' });
  });
  for (const [path, digest] of listed) {
    const file = files.get(path);
    if (!file) faults.push({ file: path, row: null, message: `is listed in ${SUMS} and missing` });
    else if (sha256(file) !== digest) {
      faults.push({ file: path, row: null, message: `its SHA-256 is not the one in ${SUMS}: the file was changed` });
    }
  }
  for (const path of files.keys()) {
    if (path !== SUMS && !listed.has(path)) faults.push({ file: path, row: null, message: `is not listed in ${SUMS}` });
  }
  if (faults.length === 0) faults.push({ file: SUMS, row: null, message: 'is not in its published form' });
  return faults;
}

export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
