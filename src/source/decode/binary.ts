/** What is not text at all: file formats by their first bytes, and bytes full of control characters. */

/** First bytes of formats that scraping brings home by mistake, as Latin-1 text. */
const MAGIC: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'PNG image'],
  ['\xff\xd8\xff', 'JPEG image'],
  ['GIF87a', 'GIF image'],
  ['GIF89a', 'GIF image'],
  ['II*\x00', 'TIFF image'],
  ['MM\x00*', 'TIFF image'],
  ['%PDF-', 'PDF document'],
  ['PK\x03\x04', 'ZIP archive or Office document (docx, xlsx, epub)'],
  ['PK\x05\x06', 'empty ZIP archive'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'old Office document (doc, xls, wps)'],
  ['{\\rtf', 'RTF document'],
  ['\x1f\x8b', 'gzip archive'],
  ['\x28\xb5\x2f\xfd', 'zstd archive'],
  ['BZh', 'bzip2 archive'],
  ['\xfd7zXZ\x00', 'xz archive'],
  ['7z\xbc\xaf\x27\x1c', '7z archive'],
  ['Rar!\x1a\x07', 'RAR archive'],
  ['PAR1', 'Parquet file'],
  ['SQLite format 3\x00', 'SQLite database'],
  ['\x7fELF', 'program'],
  ['RIFF', 'RIFF media file'],
  ['OggS', 'Ogg media file'],
  ['ID3', 'MP3 audio'],
  ['\x00\x00\x00\x18ftyp', 'MP4 video'],
  ['\x00\x00\x00\x20ftyp', 'MP4 video'],
  ['\xff\xfe\x00\x00', 'UTF-32 text'],
  ['\x00\x00\xfe\xff', 'UTF-32 text'],
];

/** Name of the format that the first bytes tell, or null. */
export function formatOf(bytes: Uint8Array): string | null {
  for (const [magic, name] of MAGIC) {
    if (magic.length > bytes.length) continue;
    let same = 0;
    while (same < magic.length && bytes[same] === magic.charCodeAt(same)) same++;
    if (same === magic.length && (magic.length > 3 || !looksPrintable(bytes))) return name;
  }
  return null;
}

/** Short magic words such as `ID3` may also begin a text; a text has no control characters close behind. */
function looksPrintable(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 64);
  return head.every((byte) => !isControl(byte));
}

/** C0 controls that no text file holds: all but tab, line ends, vertical tab and form feed. DEL counts too. */
export function isControl(code: number): boolean {
  return code < 0x09 || (code > 0x0d && code < 0x20) || code === 0x7f;
}

/** True when control characters are too many for a text: at least four, and more than one in fifty. */
export function tooManyControls(controls: number, length: number): boolean {
  return controls >= 4 && controls * 50 > length;
}

/** Number of control bytes. */
export function countControls(bytes: Uint8Array): number {
  let controls = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 || byte === 0x7f) controls += isControl(byte) ? 1 : 0;
  }
  return controls;
}
