/**
 * Reads PDF and Word documents on a thread of their own / gives their text / promises: no document takes more time or memory
 * than its limits, and what goes wrong in one is told of that one.
 */
import { Worker } from 'node:worker_threads';
import { systemCode } from '../errors.ts';
import { type Answer, type Asked, DOCUMENT_WORDS, type DocumentKind } from './document-messages.ts';

/** What one document may ask for: far beyond any report, so that a slow machine reads what a fast one does. */
export interface DocumentLimits {
  readonly seconds: number;
  /** Of the heap; what lies outside it is bounded by the size of the file and the limits of archives. */
  readonly mebibytes: number;
}

export const DOCUMENT_LIMITS: DocumentLimits = { seconds: 120, mebibytes: 1024 };

/** Reads documents one after another. */
export interface Documents {
  /** Text of a document, or why there is none. The bytes stay with the caller. */
  readonly read: (kind: DocumentKind, bytes: Uint8Array) => Promise<Answer>;
  /** Ends the thread. */
  readonly close: () => Promise<void>;
}

/** Compiled code: a thread runs what was built, also when the rest runs from its sources. */
const THREAD = new URL('../../../build/node/formats/document-worker.js', import.meta.url);

/** A reader of documents. Its thread starts with the first document, is used again, and is replaced when it had to be ended. */
export function openDocuments(limits: DocumentLimits = DOCUMENT_LIMITS): Documents {
  const held: { thread: Worker | null } = { thread: null };
  const close = async (): Promise<void> => {
    const { thread } = held;
    held.thread = null;
    await thread?.terminate();
  };
  return {
    read: async (kind, bytes) => {
      const thread = held.thread ?? startedThread(limits);
      held.thread = thread;
      // Only a thread that was asked keeps the process alive.
      thread.ref();
      const { answer, isSpent } = await asked(thread, { kind, bytes }, limits);
      if (isSpent) await close();
      else thread.unref();
      return answer;
    },
    close,
  };
}

function startedThread({ mebibytes }: DocumentLimits): Worker {
  const thread = new Worker(THREAD, {
    resourceLimits: { maxOldGenerationSizeMb: mebibytes },
    stdout: true,
    stderr: true,
    execArgv: [],
    env: {},
  });
  // What happens between two questions concerns nobody.
  return thread.on('error', () => {});
}

/** An answer, and whether the thread can be asked no more. */
interface Answered {
  readonly answer: Answer;
  readonly isSpent: boolean;
}

/** Asks a thread. @throws when there is no code for the thread to run */
function asked(thread: Worker, question: Asked, limits: DocumentLimits): Promise<Answered> {
  const what = DOCUMENT_WORDS[question.kind];
  return new Promise((resolve, reject) => {
    const settle = (done: () => void): void => {
      clearTimeout(deadline);
      thread.off('message', answered).off('error', failed).off('exit', ended);
      done();
    };
    const spent = (reason: string): void =>
      settle(() => resolve({ answer: { text: null, reason: `${what} that ${reason}` }, isSpent: true }));
    const answered = (answer: Answer): void => settle(() => resolve({ answer, isSpent: false }));
    const failed = (error: unknown): void => {
      if (systemCode(error) === 'ERR_MODULE_NOT_FOUND') settle(() => reject(error));
      else spent(`cannot be read (${deathOf(error, limits)})`);
    };
    const ended = (): void => spent('ends the thread that reads it');
    const late = (): void => spent(`takes more than ${limits.seconds} seconds to read`);
    const deadline = setTimeout(late, limits.seconds * 1000);
    thread.on('message', answered).on('error', failed).on('exit', ended);
    thread.postMessage(question);
  });
}

function deathOf(error: unknown, { mebibytes }: DocumentLimits): string {
  if (systemCode(error) === 'ERR_WORKER_OUT_OF_MEMORY') return `it needs more than ${mebibytes} MiB of memory`;
  return String(error).replace(/\s+/g, ' ');
}
