/** What goes between the thread that reads documents and the one that asks. */
import { UnreadPdf } from './pdf.ts';
import { ZipError } from './zip.ts';

export type DocumentKind = 'pdf' | 'docx';

export interface Asked {
  readonly kind: DocumentKind;
  readonly bytes: Uint8Array;
}

/** The text of a document, or why there is none, as a noun phrase. */
export type Answer =
  | { readonly text: string; readonly reason: null }
  | { readonly text: null; readonly reason: string };

/** What documents are called in a reason. */
export const DOCUMENT_WORDS: Readonly<Record<DocumentKind, string>> = {
  pdf: 'a PDF document',
  docx: 'a Word document',
};

/** Why a document gives no text. Whatever a stranger's file brings about is told of the file. */
export function reasonOf(kind: DocumentKind, error: unknown): string {
  if (error instanceof ZipError || error instanceof UnreadPdf) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `${DOCUMENT_WORDS[kind]} that cannot be read (${message.replace(/\s+/g, ' ').trim()})`;
}
