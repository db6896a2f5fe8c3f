/** Archives, Word documents and PDF files made in memory for tests: as small as readers accept them. */
import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/node/formats/zip.ts';

export interface Packed {
  readonly name: string | Uint8Array;
  readonly data: string | Uint8Array;
  /** What the directory says instead of the truth. */
  readonly lie?: { readonly size?: number; readonly crc?: number; readonly flags?: number; readonly method?: number };
}

/** A ZIP archive. Names given as bytes are written without the mark of UTF-8. */
export function zip(files: readonly Packed[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, data, lie } of files) {
    const plain = Buffer.from(data);
    const packed = deflateRawSync(plain);
    const rawName = Buffer.from(name);
    const flags = lie?.flags ?? (typeof name === 'string' ? 0x800 : 0);
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(flags, 0);
    fields.writeUInt16LE(lie?.method ?? 8, 2);
    fields.writeUInt32LE(lie?.crc ?? crc32(plain), 8);
    fields.writeUInt32LE(packed.length, 12);
    fields.writeUInt32LE(lie?.size ?? plain.length, 16);
    fields.writeUInt16LE(rawName.length, 20);
    const head = Buffer.concat([Buffer.from('504b03041400', 'hex'), fields, Buffer.alloc(2), rawName, packed]);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(at, 0);
    central.push(Buffer.concat([Buffer.from('504b010214001400', 'hex'), fields, Buffer.alloc(12), place, rawName]));
    local.push(head);
    at += head.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

/** A Word document with this body; parts such as `numbering` are put beside it. */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return zip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: 'word/document.xml',
      data: `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    },
    ...Object.entries(parts).map(([name, data]) => ({ name: `word/${name}.xml`, data })),
  ]);
}

export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** Where a line of a page stands, in points from below left, and its words. */
export type Placed = readonly [x: number, y: number, size: number, text: string];

/** A PDF whose font is not embedded and has no table of its own: only the standard CMap UniGB-UCS2-H tells what its codes mean. */
export function pdf(pages: readonly (readonly Placed[])[], trailer = ''): Uint8Array {
  const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> ' +
      '/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
    ...pages.flatMap((lines, i) => {
      const drawn = lines
        .map(([x, y, size, text]) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`)
        .join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      ];
    }),
  ];
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = out.length;
    out += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${out.length}\n%%EOF\n`;
  return Buffer.from(out + table + end, 'latin1');
}
