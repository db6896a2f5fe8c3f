/**
 * Reads the bytes of a PDF document / gives its text, a form feed behind each page / promises: Chinese fonts without a
 * table of their own are read by the standard CMaps; a page without a text layer stays an empty page, so that it shows.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Glyphs, linesOf, pagesText } from './pdf-lines.ts';

/** Why a PDF gives no text, as a noun phrase. */
export class UnreadPdf extends Error {
  override readonly name = 'UnreadPdf';
}

/** The package that reads PDF: large, so it is asked for only when a PDF is met. */
export const PDF_PACKAGE = 'pdfjs-dist';

/**
 * Text of a document. Scanned pages come out empty.
 * @throws UnreadPdf when it is encrypted or damaged, or when the package that reads PDF is not installed
 */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const reader = await pdfReader();
  const task = reader.open(bytes);
  try {
    const file = await task.promise;
    const pages = [];
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.flatMap(glyphsOf)));
      page.cleanup();
    }
    return pagesText(pages);
  } catch (error) {
    throw new UnreadPdf(reasonOf(error));
  } finally {
    await task.destroy();
  }
}

type Item = {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
  readonly height: number;
};

function glyphsOf(item: object): Glyphs[] {
  if (!isItem(item)) return [];
  const [a, b, , , x, y] = item.transform.map(Number);
  const size = item.height || Math.hypot(a ?? 0, b ?? 0);
  return [{ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, size }];
}

function isItem(item: object): item is Item {
  return 'str' in item && 'transform' in item;
}

function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'an encrypted PDF document (save it without its password)';
  const message = error instanceof Error ? error.message : String(error);
  return `a PDF document that cannot be read (${message.replace(/\s+/g, ' ').trim()})`;
}

async function pdfReader() {
  const pdfjs = await loaded();
  const folder = path.dirname(createRequire(import.meta.url).resolve(`${PDF_PACKAGE}/package.json`));
  const inside = (name: string): string => `${path.join(folder, name)}${path.sep}`;
  return {
    open: (bytes: Uint8Array) =>
      pdfjs.getDocument({
        // The package takes the buffer for itself: it gets a copy.
        data: Uint8Array.from(bytes),
        cMapUrl: inside('cmaps'),
        cMapPacked: true,
        standardFontDataUrl: inside('standard_fonts'),
        verbosity: 0,
        isEvalSupported: false,
        disableFontFace: true,
        useSystemFonts: false,
        stopAtErrors: false,
      }),
  };
}

/** @throws UnreadPdf when the package is not there */
async function loaded() {
  // The package wants this class of browsers as it loads, for drawing, which we never do.
  const isAbsent = !Reflect.has(globalThis, 'DOMMatrix');
  if (isAbsent) Reflect.set(globalThis, 'DOMMatrix', class {});
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } catch {
    throw new UnreadPdf(
      `a PDF document, and the package that reads them is not installed (npm install ${PDF_PACKAGE})`,
    );
  } finally {
    if (isAbsent) Reflect.deleteProperty(globalThis, 'DOMMatrix');
  }
}
