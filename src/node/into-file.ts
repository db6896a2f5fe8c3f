/** Reads streams / gives a file / promises: when it fails, the file is closed before that is told, so that nothing makes it anew behind whoever removes it. */
import { createWriteStream, type WriteStream } from 'node:fs';
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes what comes from a stream, through others, into a file. @throws what the streams or the system throw */
export async function intoFile(file: string, from: Readable, ...through: readonly Transform[]): Promise<void> {
  const to = createWriteStream(file);
  try {
    await pipeline([from, ...through, to]);
  } catch (error) {
    // A stream that is given up while its file is being opened opens it all the same.
    await closed(to);
    throw error;
  }
}

function closed(to: WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (to.closed) resolve();
    // The failure is told already; without a listener it would end the program.
    to.on('error', () => {}).once('close', resolve);
  });
}
