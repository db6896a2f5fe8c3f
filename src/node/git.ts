/** Reads a folder as it was at a git revision / gives a copy of it / promises: nothing of the working tree or the repository is touched. */
import { spawn } from 'node:child_process';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { InputError } from './errors.ts';
import { makeFolder } from './folder.ts';

/** A folder of a revision, laid out in a temporary place under its own name. */
export interface CheckedOut {
  readonly folder: string;
  /** Short name of the commit. */
  readonly commit: string;
  readonly dispose: () => Promise<void>;
}

/**
 * Lays out a folder as it was at a revision.
 * @param given revision as a person typed it
 * @throws InputError without git, outside a repository, for an unknown revision or a folder that was not there
 */
export async function folderAt(given: string, folder: string): Promise<CheckedOut> {
  // A name that begins with a dash would be read as an option.
  if (given.startsWith('-')) throw new InputError(`${given}: not a revision`);
  const real = await realpath(folder);
  const top = await realpath((await git(real, ['rev-parse', '--show-toplevel'])).toString().trim());
  const verified = await git(top, ['rev-parse', '--verify', '--quiet', `${given}^{commit}`]).catch(() => null);
  if (!verified) throw new InputError(`${given}: no such revision. A shallow clone has only its last: fetch it first`);
  const commit = verified.toString().trim();
  const below = path.relative(top, real).split(path.sep).join('/');
  const listed = await git(top, ['ls-tree', '-r', '-z', '--full-tree', commit, ...(below === '' ? [] : ['--', below])]);
  const blobs = parseTree(listed.toString());
  if (blobs.length === 0) throw new InputError(`${given}: ${below || 'the folder'} was not there`);
  const contents = await blobContents(top, blobs);
  const root = await mkdtemp(path.join(tmpdir(), 'jiaokan-base-'));
  const dispose = () => rm(root, { recursive: true, force: true });
  try {
    const target = path.join(root, path.basename(real));
    for (const [index, { name }] of blobs.entries()) {
      const file = path.join(target, ...path.posix.relative(below, name).split('/'));
      await makeFolder(path.dirname(file));
      await writeFile(file, contents[index] ?? new Uint8Array());
    }
    return { folder: target, commit: commit.slice(0, 10), dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

interface Blob {
  readonly oid: string;
  readonly name: string;
}

/** Entries `mode type oid TAB name`, each ended by NUL. Links and submodules hold no bytes of their own. */
function parseTree(text: string): Blob[] {
  return text.split('\0').flatMap((line): Blob[] => {
    const [, mode = '', oid = '', name = ''] = /^(\d+) blob ([0-9a-f]+)\t([\s\S]+)$/u.exec(line) ?? [];
    return name === '' || mode === '120000' ? [] : [{ oid, name }];
  });
}

/** The bytes of blobs, in their order, by one process. */
async function blobContents(top: string, blobs: readonly Blob[]): Promise<Uint8Array[]> {
  const said = await git(top, ['cat-file', '--batch'], `${blobs.map((one) => one.oid).join('\n')}\n`);
  const contents: Uint8Array[] = [];
  let at = 0;
  for (const { name } of blobs) {
    const end = said.indexOf(10, at);
    const [, size] = /^[0-9a-f]+ blob (\d+)$/u.exec(said.subarray(at, end).toString()) ?? [];
    if (end < 0 || size === undefined) throw new InputError(`${name}: git does not give it. Fetch its history first`);
    contents.push(said.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}

function git(cwd: string, args: readonly string[], input = ''): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-c', 'core.quotePath=false', ...args], { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', () => reject(new InputError('git could not be started: --base needs it')));
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else reject(new InputError(`git ${args[0] ?? ''}: ${firstLine(Buffer.concat(err).toString())}`));
    });
    // A command that needs no input may be gone before it is written.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] || 'failed';
}
