/** What a command may touch of the world around it. Tests give their own. */
import pc from 'picocolors';
import { systemReason } from '../node/errors.ts';
import { forWindow, printable } from '../output/escape.ts';
import { EXIT } from './options.ts';

export type Colors = ReturnType<typeof pc.createColors>;

export interface Terminal {
  /** Folder that paths are relative to. */
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly stdin: () => Promise<Uint8Array>;
  /** Lines of standard input as they come, for input of any length; without it they are taken from `stdin`. */
  readonly stdinLines?: () => AsyncIterable<string>;
  /** Columns of the window; null when the output is not a window. */
  readonly columns: number | null;
  readonly colors: Colors;
  /** Redraws one line of progress; null when nobody is watching. */
  readonly progress: ((line: string) => void) | null;
}

/** The terminal of this process. Colours follow NO_COLOR, FORCE_COLOR and whether the output is a window. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader went away (`| head`): that is its right.
    if (error.code === 'EPIPE') process.exit(0);
    stderr.write(`jiaokan: standard output cannot be written: ${systemReason(error)}\n`);
    process.exit(EXIT.failed);
  });
  const wantsColor = env.NO_COLOR === undefined || env.NO_COLOR === '';
  return {
    cwd: startedIn(env),
    out: (text) => stdout.write(stdout.isTTY ? forWindow(text) : text),
    err: (text) => stderr.write(stderr.isTTY ? forWindow(text) : text),
    stdin: readStdin,
    // Only a line feed ends a line: a JSON text may hold other separators.
    stdinLines: () => linesOf(process.stdin),
    columns: stdout.isTTY ? stdout.columns : null,
    colors: pc.createColors(wantsColor && (stdout.isTTY || forced(env))),
    progress: stderr.isTTY ? (line) => stderr.write(`\r\u001b[K${printable(line)}`) : null,
  };
}

/** `npm run` moves to the package's folder; paths are meant from where the person stands. */
function startedIn(env: NodeJS.ProcessEnv): string {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = env;
  return script === 'jiaokan' && folder ? folder : process.cwd();
}

function forced(env: NodeJS.ProcessEnv): boolean {
  return env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0';
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pieces: string[] = [];
  for await (const chunk of stream) {
    const [head = '', ...lines] = decoder.decode(chunk, { stream: true }).split('\n');
    pieces.push(head);
    for (const line of lines) {
      yield pieces.join('');
      pieces = [line];
    }
  }
  const last = pieces.join('') + decoder.decode();
  if (last !== '') yield last;
}
