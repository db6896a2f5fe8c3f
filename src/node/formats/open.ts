/**
 * Reads a file as collected / gives the sources in it / promises: a plain text is given as it is; what lies in a table, an
 * archive or a document is taken out; what cannot be taken out is given whole with the reason, so that it becomes a finding.
 */
import { createHash } from 'node:crypto';
import type { AsyncBuffer } from 'hyparquet';
import type { SourceMeta, TakenFrom } from '../../model/result.ts';
import type { SourceInput } from '../../run/inline.ts';
import { csvRows, rowsIn, TELLING } from './csv.ts';
import type { DocumentKind } from './document-messages.ts';
import type { Documents } from './documents.ts';
import { isWordDocument } from './docx.ts';
import { isWide, jsonLines, looksLikeJsonLines, recordsOf } from './jsonl.ts';
import { type LargeFile, openLargeFile, type Pieces, USUAL_PIECES } from './large-file.ts';
import { parquetRows, rowsOf } from './parquet.ts';
import { bytesOfCell, type Columns } from './records.ts';
import { type Member, membersOf, ZIP_LIMITS, ZipError } from './zip.ts';

/** How files are opened. */
export interface Opening extends Columns {
  /** Told of each member of an archive that is passed over, by its path, with the reason. */
  readonly skipped: (path: string, reason: string) => void;
  /** True for names of types that are read. */
  readonly isReadable: (name: string) => boolean;
  /** Where documents of strangers are read. */
  readonly documents: Documents;
}

type Table = 'jsonl' | 'csv' | 'parquet';
type Format = 'plain' | Table | 'zip' | 'pdf';

/** Bytes of the largest text that is read as one source: a hundred times the longest report, and what a memory of 4 GiB bears. */
export const LARGEST_TEXT = 1 << 27;

/** The sources in a file, in an order that depends on nothing but the file. A text that is too large is given with the reason. */
export async function* openFile(input: SourceInput, opening: Opening): AsyncGenerator<SourceInput> {
  for await (const one of opened(input, opening, { depth: 0, left: ZIP_LIMITS.totalBytes })) {
    const isTooLarge = one.bytes.length > LARGEST_TEXT && one.meta.unread === undefined;
    yield isTooLarge ? unread(one, largeReason(one.bytes.length)) : one;
  }
}

/**
 * The sources in a table of texts that lies on disk, read by ranges: of any size, one record or row group in memory at a time.
 * They are those that `openFile` gives for the same bytes.
 * @throws InputError when the file cannot be read, or becomes shorter meanwhile
 */
export async function* openLarge(
  file: string,
  meta: SourceMeta,
  opening: Columns,
  pieces: Pieces = USUAL_PIECES,
): AsyncGenerator<SourceInput> {
  const large = await openLargeFile(file, meta.path, pieces);
  try {
    const head = await large.slice(0, Math.min(TELLING, large.bytes));
    const whole: SourceInput = { meta, bytes: new Uint8Array(0) };
    const format = formatOf({ bytes: head, meta });
    const kind = isTableFormat(format) ? format : 'jsonl';
    const from: TakenFrom = { kind, sha256: large.sha256, bytes: large.bytes };
    for await (const row of rowsByRanges(kind, large, head, whole, opening)) {
      const size = row === whole ? large.bytes : row.bytes.length;
      const one = row === whole || size > LARGEST_TEXT ? unread(row, largeReason(size)) : row;
      yield { ...one, meta: { ...one.meta, takenFrom: from } };
    }
  } finally {
    await large.close();
  }
}

/** Line ends of UTF-16 are not to be told from halves of characters without the whole text: such a file gives no rows. */
function rowsByRanges(
  kind: Table,
  large: LargeFile,
  head: Uint8Array,
  whole: SourceInput,
  opening: Columns,
): AsyncGenerator<SourceInput> {
  if (kind === 'parquet') return rowsOf(rangesOf(large), whole, opening);
  if (kind === 'csv') return rowsIn(isWide(head) ? [] : large.pieces(), head, whole, opening);
  return recordsOf(isWide(head) ? () => [] : large.lines, whole, opening);
}

function rangesOf({ bytes, slice }: LargeFile): AsyncBuffer {
  return {
    byteLength: bytes,
    slice: async (start, end = bytes) => (await slice(start, end)).buffer,
  };
}

/** True for a table of texts by its first bytes and its name: such files are read by ranges when they are large. */
export function isTable(head: Uint8Array, meta: SourceMeta): boolean {
  return isTableFormat(formatOf({ bytes: head, meta }));
}

function isTableFormat(format: Format): format is Table {
  return format === 'jsonl' || format === 'csv' || format === 'parquet';
}

function largeReason(bytes: number): string {
  return `a text of ${Math.ceil(bytes / (1 << 20))} MiB (${LARGEST_TEXT >> 20} are read as one source: split it)`;
}

/** How deep in archives we are, and how many bytes may still be unfolded from the outermost one. */
interface Budget {
  readonly depth: number;
  left: number;
}

async function* opened(input: SourceInput, opening: Opening, budget: Budget): AsyncGenerator<SourceInput> {
  const format = formatOf(input);
  if (format === 'plain') {
    yield input;
    return;
  }
  if (format === 'zip') {
    yield* archive(input, opening, budget);
    return;
  }
  if (format === 'pdf') {
    yield await document(input, 'pdf', opening);
    return;
  }
  const rows = ROWS[format](input, opening);
  const from = takenFrom(input, format);
  for await (const row of rows)
    yield row.bytes === input.bytes ? row : { ...row, meta: { ...row.meta, takenFrom: from } };
}

const ROWS: Readonly<Record<Table, (input: SourceInput, columns: Columns) => AsyncGenerator<SourceInput>>> = {
  jsonl: jsonLines,
  csv: csvRows,
  parquet: parquetRows,
};

/** Bytes that tell what a file holds. */
export const HEAD_BYTES = 1024;

/** True when a file on disk is one source as it lies there. `head`: its first bytes, `HEAD_BYTES` of them where it has as many. */
export function isPlain(head: Uint8Array, meta: SourceMeta): boolean {
  return formatOf({ bytes: head, meta }) === 'plain';
}

/** Told by the first bytes, and only for JSON Lines and CSV by the name: scrapers save documents under the names of pages. */
function formatOf({ bytes, meta }: SourceInput): Format {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  if (head.startsWith('PAR1')) return 'parquet';
  if (/^[\x00-\x20\xef\xbb\xbf]{0,64}%PDF-\d/.test(head)) return 'pdf';
  const name = meta.path.toLowerCase();
  if (/\.(?:jsonl|ndjson)$/.test(name)) return 'jsonl';
  if (/\.(?:csv|tsv)$/.test(name)) return 'csv';
  return name === 'stdin' && looksLikeJsonLines(bytes) ? 'jsonl' : 'plain';
}

/** Digest and size of the file itself, which the text no longer shows. What comes out of an archive keeps those of the archive. */
function takenFrom({ bytes, meta }: SourceInput, kind: string): TakenFrom {
  const outer = meta.takenFrom;
  if (outer !== undefined) return { ...outer, kind: `${outer.kind}/${kind}` };
  return { kind, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}

/** One document as one source: the UTF-8 bytes of its text. */
async function document(input: SourceInput, kind: DocumentKind, { documents }: Opening): Promise<SourceInput> {
  const { text, reason } = await documents.read(kind, input.bytes);
  if (reason !== null) return unread(input, reason);
  return { meta: { ...input.meta, takenFrom: takenFrom(input, kind) }, bytes: bytesOfCell(text) };
}

/** The bytes as they are, with the reason why nothing was taken out. */
function unread({ bytes, meta }: SourceInput, reason: string): SourceInput {
  return { bytes, meta: { ...meta, unread: reason } };
}

async function* archive(input: SourceInput, opening: Opening, budget: Budget): AsyncGenerator<SourceInput> {
  const members = await attempt(() => membersOf(input.bytes));
  if (members instanceof ZipError) {
    yield unread(input, members.message);
    return;
  }
  if (isWordDocument(members)) {
    yield await document(input, 'docx', opening);
    return;
  }
  const reason = refusal(members, opening, budget);
  if (reason !== null) {
    yield unread(input, reason);
    return;
  }
  const from = takenFrom(input, 'zip');
  const names = new Map<string, number>();
  for (const member of members) {
    const place = `${input.meta.path}!/${member.name}`;
    if (isJunk(member.name)) continue;
    if (!opening.isReadable(member.name)) {
      opening.skipped(place, 'files of this type are not read');
      continue;
    }
    const repeats = names.get(member.name) ?? 0;
    names.set(member.name, repeats + 1);
    yield* one(member, memberMeta(input.meta, from, member.name, repeats), opening, budget);
  }
}

function refusal(members: readonly Member[], { isReadable }: Opening, budget: Budget): string | null {
  if (budget.depth > 1) return 'a ZIP archive within an archive within an archive (unpack it first)';
  const readable = members.filter(({ name }) => isReadable(name) && !isJunk(name));
  if (readable.length > 0) return null;
  const office = members.some(({ name }) => /^(?:xl|ppt)\//.test(name));
  if (office) return 'an Excel or PowerPoint file (save it as .csv, text or .docx)';
  return members.length === 0 ? 'an empty ZIP archive' : 'a ZIP archive without a file of a type that is read';
}

/** What operating systems put beside the files of a person. */
function isJunk(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.[^./]|~\$|Thumbs\.db$|desktop\.ini$)/i.test(name);
}

async function* one(member: Member, meta: SourceMeta, opening: Opening, budget: Budget): AsyncGenerator<SourceInput> {
  if (member.size > budget.left) {
    yield unread(
      { meta, bytes: new Uint8Array(0) },
      'a member of ZIP archives that unfold to more than 2 GiB together',
    );
    return;
  }
  budget.left -= member.size;
  const bytes = await attempt(member.bytes);
  if (bytes instanceof ZipError) {
    yield unread({ meta, bytes: new Uint8Array(0) }, bytes.message);
    return;
  }
  const inside: Budget = { depth: budget.depth + 1, left: budget.left };
  yield* opened({ meta, bytes }, opening, inside);
  budget.left = inside.left;
}

function memberMeta(outer: SourceMeta, from: TakenFrom, name: string, repeats: number): SourceMeta {
  const shown = repeats === 0 ? name : `${name}@${repeats + 1}`;
  return {
    ...outer,
    title: null,
    sourceId: `${outer.sourceId}!/${shown}`,
    path: `${outer.path}!/${shown}`,
    takenFrom: from,
  };
}

async function attempt<T>(work: () => T): Promise<T | ZipError> {
  try {
    return work();
  } catch (error) {
    if (error instanceof ZipError) return error;
    throw error;
  }
}
