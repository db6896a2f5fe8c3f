/** The thread that reads documents of strangers: takes one message a document, answers with its text or with why there is none. */
import { parentPort } from 'node:worker_threads';
import { type Answer, type Asked, reasonOf } from './document-messages.ts';
import { wordText } from './docx.ts';
import { pdfText } from './pdf.ts';

parentPort?.on('message', async ({ kind, bytes }: Asked) => {
  parentPort?.postMessage(await answer(kind, bytes));
});

async function answer(kind: Asked['kind'], bytes: Uint8Array): Promise<Answer> {
  try {
    return { text: kind === 'pdf' ? await pdfText(bytes) : wordText(bytes), reason: null };
  } catch (error) {
    return { text: null, reason: reasonOf(kind, error) };
  }
}
