/** Reads sources that were found / gives the work of reading them, in their order / promises: plain files are named and not opened, records and members come with their bytes. */
import type { SourceMeta } from '../../model/result.ts';
import type { FoundSource } from '../find.ts';
import { isPlain, LARGEST_TEXT } from '../formats/open.ts';
import { beginningOf, distinctly, type Reading, readSources } from '../read.ts';

/** One source to read: a file to be opened where it is read, or bytes. */
export interface Task {
  readonly meta: SourceMeta;
  readonly from: { readonly file: string } | { readonly bytes: Uint8Array };
}

/**
 * The tasks of sources, in their order. A file that holds several sources is opened here, one such file at a time, and so is one
 * whose digest is promised or that is too large for a source.
 * @throws InputError when a file cannot be read
 */
export async function* tasksOf(
  sources: readonly FoundSource[],
  stdin: () => Promise<Uint8Array>,
  reading: Reading,
): AsyncGenerator<Task> {
  const given = new Set<string>();
  for (const source of sources) {
    const { meta, file, sha256 } = source;
    if (file !== null && sha256 === undefined && isPlainFile(file, meta)) {
      yield { meta: distinctly(meta, given), from: { file } };
      continue;
    }
    for await (const one of readSources([source], stdin, reading)) {
      // A copy of its own: it moves to a thread, and a view would take the whole file with it.
      yield { meta: distinctly(one.meta, given), from: { bytes: new Uint8Array(one.bytes) } };
    }
  }
}

function isPlainFile(file: string, meta: SourceMeta): boolean {
  const { head, size } = beginningOf(file, meta.path);
  return size <= LARGEST_TEXT && isPlain(head, meta);
}
