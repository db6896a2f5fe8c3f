/**
 * Reads where the rows of a table wait / gives its row groups in parts that threads encode, each into a file, and the table put together of them /
 * promises: the bytes of a table that one thread writes, for any number of parts.
 */
import { createReadStream } from 'node:fs';
import {
  CODEC_STARTED,
  charsOf,
  encodedGroup,
  GroupEnds,
  type GroupEntry,
  joinedTable,
  type Metadata,
  type TablePart,
} from '../../output/parquet.ts';
import { type Row, SCHEMAS, type TableName } from '../../output/schema.ts';
import { writePieces } from './pieces.ts';
import { type Chunk, type SpillFile, spilled } from './spill.ts';

/** Rows on disk, with how many they are and how much text they have. */
export interface Counted {
  readonly chunk: Chunk;
  readonly rows: number;
  readonly chars: number;
}

/** Some row groups of a table, one behind the other. */
export interface PartJob {
  readonly table: TableName;
  /** File for the bytes of the groups. */
  readonly file: string;
  readonly chunks: readonly Chunk[];
  /** Rows of the first chunk that belong to the groups before. */
  readonly skipped: number;
  /** Rows of each group. */
  readonly sizes: readonly number[];
  /** Rows of the table before these. */
  readonly before: number;
}

/** How tables of one audit are compressed. */
export const CODEC = 'zstd-fast';

/** Puts rows on disk. */
export function counted(file: SpillFile, rows: readonly object[]): Counted {
  let chars = 0;
  for (const row of rows) chars += charsOf(row);
  return { chunk: file.add(rows), rows: rows.length, chars };
}

/** Cuts a table into at most so many parts, each with about as many rows. @param folder where the rows lie @param fileOf file of part number n */
export function partsOf(
  table: TableName,
  all: readonly Counted[],
  most: number,
  folder: string,
  fileOf: (part: number) => string,
): PartJob[] {
  const sizes = groupSizes(all, folder);
  const total = all.reduce((sum, { rows }) => sum + rows, 0);
  const parts = Array.from({ length: most }, (): number[] => []);
  let before = 0;
  for (const size of sizes) {
    parts[Math.floor((before * most) / total)]?.push(size);
    before += size;
  }
  const cutter = new ChunkCutter(all);
  return parts.filter((own) => own.length > 0).map((own, part) => ({ table, file: fileOf(part), ...cutter.next(own) }));
}

/** Rows of each row group of a table. Only rows among which a group ends are looked at. */
function groupSizes(all: readonly Counted[], folder: string): number[] {
  const ends = new GroupEnds();
  const sizes: number[] = [];
  let size = 0;
  for (const { chunk, rows, chars } of all) {
    if (ends.takes(rows, chars)) {
      size += rows;
      continue;
    }
    for (const row of [...spilled<object>(folder, [chunk])].flat()) {
      size++;
      if (!ends.endsWith(charsOf(row))) continue;
      sizes.push(size);
      size = 0;
    }
  }
  return size > 0 ? [...sizes, size] : sizes;
}

/** Follows the chunks of a table from group to group. */
class ChunkCutter {
  private readonly all: readonly Counted[];
  private at = 0;
  /** Rows of the chunk at hand that are given. */
  private given = 0;
  private before = 0;

  constructor(all: readonly Counted[]) {
    this.all = all;
  }

  next(sizes: readonly number[]): Pick<PartJob, 'chunks' | 'skipped' | 'sizes' | 'before'> {
    const [skipped, before] = [this.given, this.before];
    const chunks: Chunk[] = [];
    let wanted = sizes.reduce((sum, size) => sum + size, 0);
    this.before += wanted;
    for (let one = this.all[this.at]; one !== undefined && wanted > 0; one = this.all[this.at]) {
      chunks.push(one.chunk);
      const left = one.rows - this.given;
      if (left > wanted) {
        this.given += wanted;
        break;
      }
      wanted -= left;
      this.given = 0;
      this.at++;
    }
    return { chunks, skipped, sizes, before };
  }
}

/** Encodes a part into its file. @throws InputError when that cannot be written */
export async function writePart({ table, file, ...part }: PartJob, folder: string): Promise<GroupEntry[]> {
  await CODEC_STARTED;
  const entries: GroupEntry[] = [];
  async function* pieces(): AsyncGenerator<Uint8Array> {
    let { before } = part;
    for (const rows of groupsOf(part, folder)) {
      const { bytes, ...entry } = encodedGroup(SCHEMAS[table], rows, before, CODEC);
      before += rows.length;
      entries.push(entry);
      yield bytes;
    }
  }
  await writePieces(file, pieces());
  return entries;
}

function* groupsOf({ chunks, skipped, sizes }: Omit<PartJob, 'table' | 'file'>, folder: string): Generator<Row[]> {
  const rows = flat(spilled<Row>(folder, chunks));
  const next = (): Row => {
    const { value } = rows.next();
    if (value === undefined) throw new RangeError('rows of a table are fewer than were counted');
    return value;
  };
  for (let at = 0; at < skipped; at++) next();
  for (const size of sizes) yield Array.from({ length: size }, next);
}

/** Rows of chunks, one after the other. */
export function* flat<T>(chunks: Iterable<readonly T[]>): Generator<T, undefined> {
  for (const rows of chunks) yield* rows;
  return undefined;
}

/**
 * The table of parts that are done, in their order.
 * @param done what stands in the file of each part
 * @throws InputError when it cannot be written
 */
export async function joinParts(
  table: TableName,
  file: string,
  parts: readonly PartJob[],
  done: ReadonlyMap<string, readonly GroupEntry[]>,
  metadata: Metadata,
): Promise<void> {
  async function* read(): AsyncGenerator<TablePart> {
    for (const part of parts) {
      const entries = done.get(part.file);
      if (entries === undefined) throw new RangeError(`${part.file} was not encoded`);
      yield { entries, bytes: createReadStream(part.file) };
    }
  }
  await writePieces(file, joinedTable(SCHEMAS[table], read(), { metadata, codec: CODEC }));
}
