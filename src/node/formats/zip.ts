/**
 * Reads the bytes of a ZIP archive / gives its members / promises: nothing is written to disk, names are only names,
 * and no archive makes us hold more than its limits allow.
 */
import { inflateRawSync } from 'node:zlib';

/** What one archive may ask for. An archive beyond them is refused: a few kilobytes can unfold to many gigabytes. */
export const ZIP_LIMITS = {
  entries: 20_000,
  memberBytes: 1 << 29,
  totalBytes: 2 ** 31,
  ratio: 400,
  freeBytes: 1 << 24,
};

/** One file of an archive, not yet unfolded. */
export interface Member {
  /** Path in the archive as written there; `..` and a leading `/` mean nothing. */
  readonly name: string;
  /** Size that the archive promises. */
  readonly size: number;
  /** Its bytes. @throws ZipError when it is encrypted, packed in a way that is not read, damaged or larger than promised */
  readonly bytes: () => Uint8Array;
}

/** Why an archive or a member of it cannot be read, as a noun phrase. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_COMMENT = 0xffff;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly local: number;
}

/**
 * Members of an archive in order of their names; folders are left out.
 * @throws ZipError when there is no whole directory, or when it asks for more than the limits
 */
export function membersOf(bytes: Uint8Array): Member[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(view, bytes);
  refuseBombs(entries, bytes.length);
  return entries
    .filter(({ name }) => !name.endsWith('/'))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.local - b.local))
    .map((entry) => ({ name: entry.name, size: entry.size, bytes: () => unfold(entry, view, bytes) }));
}

function directory(view: DataView, bytes: Uint8Array): Entry[] {
  const end = endRecord(view);
  if (end === null) throw new ZipError('a damaged ZIP archive (its directory is missing: the download stopped early)');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw new ZipError('a ZIP archive of more than 4 GiB or 65,534 entries');
  if (count > ZIP_LIMITS.entries)
    throw new ZipError(`a ZIP archive of ${count} entries (${ZIP_LIMITS.entries} are read)`);
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY)
      throw new ZipError('a damaged ZIP archive (its directory is broken)');
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const flags = view.getUint16(at + 8, true);
    entries.push({
      name: nameOf(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)), flags),
      flags,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      local: view.getUint32(at + 42, true),
    });
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** The record at the end that says where the directory lies; a comment may stand behind it. */
function endRecord(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - 22 - LONGEST_COMMENT);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  return null;
}

/** Archives of Chinese Windows write names in GBK without saying so. */
function nameOf(raw: Uint8Array, flags: number): string {
  const utf8 = new TextDecoder('utf-8').decode(raw);
  const name = (flags & 0x800) !== 0 || !utf8.includes('\ufffd') ? utf8 : new TextDecoder('gb18030').decode(raw);
  return name.replaceAll('\\', '/');
}

function refuseBombs(entries: readonly Entry[], length: number): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > ZIP_LIMITS.totalBytes)
    throw new ZipError(
      `a ZIP archive that unfolds to ${mebibytes(total)} MiB (${mebibytes(ZIP_LIMITS.totalBytes)} are read)`,
    );
  if (total > ZIP_LIMITS.freeBytes && total > length * ZIP_LIMITS.ratio) {
    throw new ZipError(
      `a ZIP archive that unfolds to ${Math.round(total / length)} times its size: it may be made to fill a memory`,
    );
  }
  // Members that share their packed bytes unfold many times over from little.
  if (entries.reduce((sum, { packed }) => sum + packed, 0) > length)
    throw new ZipError('a ZIP archive whose members overlap: it may be made to fill a memory');
}

function mebibytes(bytes: number): number {
  return Math.ceil(bytes / (1 << 20));
}

function unfold(entry: Entry, view: DataView, bytes: Uint8Array): Uint8Array {
  if ((entry.flags & 1) !== 0) throw new ZipError('an encrypted member of a ZIP archive (unpack it with its password)');
  if (entry.size > ZIP_LIMITS.memberBytes)
    throw new ZipError(
      `a member of a ZIP archive of ${mebibytes(entry.size)} MiB (${mebibytes(ZIP_LIMITS.memberBytes)} are read)`,
    );
  if (entry.local + 30 > bytes.length || view.getUint32(entry.local, true) !== LOCAL)
    throw damaged('it does not lie where the directory says');
  const start = entry.local + 30 + view.getUint16(entry.local + 26, true) + view.getUint16(entry.local + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length < entry.packed) throw damaged('it is cut short');
  const plain = unpacked(entry, packed);
  if (plain.length !== entry.size || crc32(plain) !== entry.crc) throw damaged('its checksum differs');
  return plain;
}

function unpacked({ method, size }: Entry, packed: Uint8Array): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw new ZipError(`a member of a ZIP archive packed by method ${method} (unpack it first)`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw damaged('it does not unpack');
  }
}

function damaged(reason: string): ZipError {
  return new ZipError(`a damaged member of a ZIP archive (${reason})`);
}

const CRC_TABLE: Uint32Array = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ 0xedb88320;
  return value;
});

/** CRC-32 of ISO 3309, as ZIP uses it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~crc >>> 0;
}
