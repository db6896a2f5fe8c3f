/** Reads a file on disk by ranges / gives its bytes and its lines as they are asked for / promises: no more in memory than one piece and one line. */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { InputError, systemReason } from '../errors.ts';
import { type Line, lineOf } from './jsonl.ts';

/** How much is read at once, and the longest line that is held, in bytes. */
export interface Pieces {
  readonly piece: number;
  readonly longestLine: number;
}

export const USUAL_PIECES: Pieces = { piece: 1 << 23, longestLine: 1 << 28 };

/** A file that stays open until `close`. */
export interface LargeFile {
  readonly bytes: number;
  readonly sha256: string;
  /** The bytes [start, end). */
  readonly slice: (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** Its bytes from the first one on. */
  readonly pieces: () => AsyncGenerator<Uint8Array>;
  /** Its lines from the first one on. */
  readonly lines: () => AsyncGenerator<Line>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a file and reads it once for its digest.
 * @param shown how a person calls the file
 * @throws InputError when it cannot be read, now or later, or becomes shorter meanwhile
 */
export async function openLargeFile(path: string, shown: string, pieces: Pieces = USUAL_PIECES): Promise<LargeFile> {
  const handle = await open(path).catch((error: unknown) => refused(shown, error));
  try {
    const { size } = await handle.stat();
    const slice = (start: number, end: number): Promise<Uint8Array<ArrayBuffer>> => bytesIn(handle, start, end, shown);
    const hash = createHash('sha256');
    for await (const piece of piecesOf(size, slice, pieces.piece)) hash.update(piece);
    return {
      bytes: size,
      sha256: hash.digest('hex'),
      slice,
      pieces: () => piecesOf(size, slice, pieces.piece),
      lines: () => linesOf(piecesOf(size, slice, pieces.piece), pieces.longestLine),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function refused(shown: string, error: unknown): never {
  throw new InputError(`${shown}: cannot be read: ${systemReason(error)}`);
}

async function bytesIn(
  handle: FileHandle,
  start: number,
  end: number,
  shown: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(end - start);
  for (let have = 0; have < bytes.length; ) {
    const { bytesRead } = await handle
      .read(bytes, have, bytes.length - have, start + have)
      .catch((error: unknown) => refused(shown, error));
    if (bytesRead === 0)
      throw new InputError(`${shown}: became shorter while it was being read. Run the command again`);
    have += bytesRead;
  }
  return bytes;
}

async function* piecesOf(size: number, slice: LargeFile['slice'], piece: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < size; start += piece) yield await slice(start, Math.min(size, start + piece));
}

async function* linesOf(pieces: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  let begun: Uint8Array[] = [];
  let held = 0;
  let number = 0;
  const more = (bytes: Uint8Array): void => {
    held += bytes.length;
    if (held <= longest) begun.push(bytes);
    else begun = [];
  };
  const ended = (): Line | null => {
    number++;
    const line = held > longest ? { number, bytes: new Uint8Array(0), isTooLong: true } : lineOf(number, joined(begun));
    begun = [];
    held = 0;
    return line;
  };
  for await (const piece of pieces) {
    let from = 0;
    for (let feed = piece.indexOf(0x0a); feed >= 0; feed = piece.indexOf(0x0a, from)) {
      more(piece.subarray(from, feed));
      from = feed + 1;
      const line = ended();
      if (line !== null) yield line;
    }
    more(piece.subarray(from));
  }
  const last = ended();
  if (last !== null) yield last;
}

/** Most lines lie in one piece. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : Buffer.concat(parts);
}
