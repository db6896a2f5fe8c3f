/** Reads paths as a person types them / gives the sources found / promises: nothing asked for is left out in silence. */
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { compareText } from '../model/finding.ts';
import type { SourceMeta } from '../model/result.ts';
import { InputError, systemCode, systemReason } from './errors.ts';

/** File names that are read; everything else in a folder is listed as skipped. */
export const EXTENSIONS: readonly string[] = [
  '.txt',
  '.md',
  '.markdown',
  '.html',
  '.htm',
  '.xhtml',
  '.shtml',
  '.jsonl',
  '.ndjson',
  '.csv',
  '.tsv',
  '.parquet',
  '.docx',
  '.pdf',
  '.zip',
];

/** A source that was found and not yet read. `file` is null for standard input. */
export interface FoundSource {
  readonly meta: SourceMeta;
  readonly file: string | null;
  /** Digest that its bytes had when they were compared with the manifest: they must still have it when they are read. */
  readonly sha256?: string;
}

/** A file that was passed over, and why. */
export interface Skipped {
  readonly path: string;
  readonly reason: string;
}

export interface Found {
  readonly sources: readonly FoundSource[];
  readonly skipped: readonly Skipped[];
}

/** A file together with the folder that its id is relative to. */
interface Candidate {
  readonly root: string;
  readonly file: string;
}

/**
 * Finds sources: files, folders with everything in them, glob patterns, and `-` for standard input.
 * An id is the path relative to the folder that was given, with `/` between parts.
 * @throws InputError for a path that does not exist, a file of another type named by itself, or when there is nothing to read
 */
export async function findSources(paths: readonly string[], cwd: string): Promise<Found> {
  const skipped: Skipped[] = [];
  const candidates: Candidate[] = [];
  for (const given of paths.filter((one) => one !== '-')) {
    const { found, passed } = await expand(given, cwd);
    if (found.length === 0) throw new InputError(`${given}: ${nothingIn(passed)}`);
    candidates.push(...found);
    skipped.push(...passed);
  }
  const sources = await distinct(await openable(candidates, cwd, skipped), cwd);
  if (candidates.length > 0 && sources.length === 0)
    throw new InputError(`nothing to read: ${skipped[0]?.path} is ${skipped[0]?.reason}`);
  const stdin: FoundSource[] = paths.includes('-') ? [{ meta: unknownMeta('stdin', 'stdin'), file: null }] : [];
  return {
    sources: [...sources, ...stdin],
    skipped: skipped.sort((a, b) => compareText(a.path, b.path)),
  };
}

/** A source of which nothing but its place is known. */
export function unknownMeta(sourceId: string, place: string): SourceMeta {
  return { sourceId, path: place, title: null, publisher: null, url: null, collectedOn: null };
}

/** A path with `/` between its parts, relative to `from`. */
export function posixPath(from: string, file: string): string {
  return path.relative(from, file).split(path.sep).join('/');
}

async function expand(given: string, cwd: string): Promise<{ found: Candidate[]; passed: Skipped[] }> {
  const full = path.resolve(cwd, given);
  const kind = await kindOf(full, given);
  if (kind === 'file') {
    if (!isReadable(full)) throw new InputError(`${given}: files of this type are not read. ${readableTypes()}`);
    return { found: [{ root: path.dirname(full), file: full }], passed: [] };
  }
  if (kind === 'other') throw new InputError(`${given}: neither a file nor a folder (a device, a pipe or a socket)`);
  if (kind === 'folder') return split(await list(full, '**/*'), full, cwd);
  if (!isDynamicPattern(given)) throw new InputError(`${given}: no such file or folder`);
  const base = staticBase(full);
  const files = await list(base, posixPath(base, full));
  if (files.length === 0) throw new InputError(`${given}: no file matches this pattern`);
  return split(files, base, cwd);
}

async function list(root: string, pattern: string): Promise<string[]> {
  const files = await glob(pattern, { cwd: root, absolute: true, onlyFiles: true, ignore: ['**/node_modules/**'] });
  return files.map((file) => path.normalize(file));
}

function split(files: readonly string[], root: string, cwd: string): { found: Candidate[]; passed: Skipped[] } {
  const passed = files
    .filter((file) => !isReadable(file))
    .map((file) => ({ path: posixPath(cwd, file), reason: `${path.extname(file) || 'no extension'} is not read` }));
  return { found: files.filter(isReadable).map((file) => ({ root, file })), passed };
}

async function kindOf(full: string, given: string): Promise<'file' | 'folder' | 'other' | 'none'> {
  try {
    const found = await stat(full);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : 'other';
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EINVAL'].includes(systemCode(error))) return 'none';
    throw new InputError(`${given}: ${systemReason(error)}`);
  }
}

/** True for names of a type that is read; the lock files that Word leaves beside an open document are none. */
export function isReadable(file: string): boolean {
  return EXTENSIONS.includes(path.extname(file).toLowerCase()) && !path.basename(file).startsWith('~$');
}

function readableTypes(): string {
  return `Types that are read: ${EXTENSIONS.join(' ')}`;
}

function nothingIn(passed: readonly Skipped[]): string {
  if (passed.length === 0) return 'the folder is empty';
  return `no text to read among ${passed.length} ${passed.length === 1 ? 'file' : 'files'}. ${readableTypes()}`;
}

/** The deepest folder of a pattern that holds no wildcard. */
function staticBase(pattern: string): string {
  const { root } = path.parse(pattern);
  const fixed: string[] = [];
  for (const part of pattern.slice(root.length).split(path.sep)) {
    if (isDynamicPattern(part)) break;
    fixed.push(part);
  }
  return path.join(root, ...fixed);
}

/** A candidate that is a file on disk, by its real path: links are followed, and nothing is opened that may never end. */
interface RealFile extends Candidate {
  readonly real: string;
}

/** Leaves out what cannot be opened as a file, with the reason: links that lead nowhere, pipes, names that no text can hold. */
async function openable(candidates: readonly Candidate[], cwd: string, skipped: Skipped[]): Promise<RealFile[]> {
  const files: RealFile[] = [];
  for (const one of candidates) {
    try {
      const real = await realpath(one.file);
      if ((await stat(real)).isFile()) files.push({ ...one, real });
      else skipped.push({ path: posixPath(cwd, one.file), reason: 'not a regular file' });
    } catch (error) {
      const isLost = systemCode(error) === 'ENOENT';
      const reason = isLost ? 'a link that leads nowhere, or a name that is no Unicode' : systemReason(error);
      skipped.push({ path: posixPath(cwd, one.file), reason });
    }
  }
  return files;
}

/** Each file once, in order of id. Ids that would be equal get the name of their folder in front, then their whole path. */
async function distinct(candidates: readonly RealFile[], cwd: string): Promise<FoundSource[]> {
  const byFile = new Map<string, Candidate>();
  for (const one of candidates) if (!byFile.has(one.real)) byFile.set(one.real, one);
  const files = [...byFile.values()];
  const forms: readonly ((one: Candidate) => string)[] = [
    (one) => posixPath(one.root, one.file),
    (one) => `${path.basename(one.root)}/${posixPath(one.root, one.file)}`,
    (one) => posixPath(cwd, one.file),
  ];
  const ids = forms.map((form) => files.map(form)).find((made) => new Set(made).size === made.length);
  if (!ids) throw new InputError('two files have the same name. Give one folder that holds them all');
  return files
    .map((one, index) => ({ meta: unknownMeta(ids[index] ?? '', posixPath(cwd, one.file)), file: one.file }))
    .sort((a, b) => compareText(a.meta.sourceId, b.meta.sourceId));
}
