/** Reads files that a person wants in a corpus / gives their entries and what was seen in them / promises: nothing twice, nothing unread. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { SourceResult } from '../model/result.ts';
import { InputError } from '../node/errors.ts';
import { findSources, posixPath } from '../node/find.ts';
import { alone, CHANGE_MARK } from '../node/lock.ts';
import { type Manifest, type ManifestEntry, parseManifest } from '../node/manifest.ts';
import { EMPTY_MANIFEST, withEntries } from '../node/manifest-file.ts';
import { readBytes, readSources, readText } from '../node/read.ts';
import { type OutputFiles, writeFiles } from '../node/write.ts';
import type { Rules } from '../rules/card.ts';
import { auditSources } from '../run/inline.ts';
import { exists } from './work.ts';

/** What a person says of a source; what is left out is not known. */
export interface Particulars {
  readonly id?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly collectedOn?: string;
  readonly rights?: string;
}

/** A source that was entered. */
export interface Added {
  readonly entry: ManifestEntry;
  readonly results: readonly SourceResult[];
  /** `updated` when the manifest had it, with other bytes. */
  readonly how: 'added' | 'updated';
}

interface Candidate {
  readonly file: string;
  readonly shown: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly results: readonly SourceResult[];
}

/**
 * Enters files into a corpus: those from elsewhere are copied into sources/, those that lie there get an entry or a new digest.
 * @throws InputError for a file without a report, or whose bytes are in the corpus already; nothing is written then
 */
export async function addFiles(
  corpus: string,
  paths: readonly string[],
  said: Particulars,
  { rules, cwd }: { readonly rules: Rules; readonly cwd: string },
): Promise<Added[]> {
  const candidates = await read(paths, rules, cwd);
  if (said.id !== undefined && candidates.length > 1)
    throw new InputError('--id names one source, and there are several');
  // What another process enters meanwhile must be in the manifest that ours is added to.
  return alone(path.join(corpus, CHANGE_MARK), () => enterAll(candidates, { corpus, said, cwd }));
}

interface Wish {
  readonly corpus: string;
  readonly said: Particulars;
  readonly cwd: string;
}

async function enterAll(candidates: readonly Candidate[], { corpus, said, cwd }: Wish): Promise<Added[]> {
  const manifestFile = path.join(corpus, 'manifest.yaml');
  const shown = posixPath(cwd, manifestFile);
  const text = (await exists(manifestFile)) ? await readText(manifestFile, shown) : EMPTY_MANIFEST;
  const manifest = parseManifest(shown, text);
  const taken = [...manifest.sources];
  const added: Added[] = [];
  const copies: [string, Uint8Array][] = [];
  for (const one of candidates) {
    const made = enter(one, { corpus, said, taken });
    if (made.copy) copies.push([made.added.entry.file, one.bytes]);
    taken.push(made.added.entry);
    added.push(made.added);
  }
  const entries = added.map((one) => one.entry);
  const files: OutputFiles = [...copies, ['manifest.yaml', withEntries(shown, text, entries)]];
  await writeFiles(corpus, files);
  return added;
}

async function read(paths: readonly string[], rules: Rules, cwd: string): Promise<Candidate[]> {
  const { sources } = await findSources(paths, cwd);
  const candidates: Candidate[] = [];
  for (const source of sources) {
    const { file, meta } = source;
    if (file === null) throw new InputError('a source is a file: standard input has no bytes to keep');
    const bytes = await readBytes(file, meta.path);
    const results = (
      await auditSources(
        readSources([source], async () => new Uint8Array()),
        rules,
      )
    ).sources;
    if (results.every((one) => one.reports.length === 0))
      throw new InputError(`${meta.path}: no work report was found in it, so it was not added`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    candidates.push({ file, shown: meta.path, bytes, sha256, results });
  }
  return candidates;
}

interface Place {
  readonly corpus: string;
  readonly said: Particulars;
  readonly taken: Manifest['sources'];
}

function enter(one: Candidate, { corpus, said, taken }: Place): { added: Added; copy: boolean } {
  const inside = posixPath(corpus, one.file);
  const isInside = !inside.startsWith('../') && !path.isAbsolute(inside);
  const known = isInside ? taken.find((entry) => entry.file === inside) : undefined;
  const twin = taken.find((entry) => entry.sha256 === one.sha256 && entry !== known);
  if (twin) throw new InputError(`${one.shown}: these bytes are in the corpus already, as ${twin.source_id}`);
  const measured = { sha256: one.sha256, bytes: one.bytes.length };
  if (known) {
    const entry = { ...known, ...measured };
    return { added: { entry, results: one.results, how: 'updated' }, copy: false };
  }
  const id = said.id ?? freeId(one, taken);
  if (taken.some((entry) => entry.source_id === id)) throw new InputError(`${id}: this id is taken`);
  const file = isInside ? inside : `sources/${id}${path.extname(one.file).toLowerCase()}`;
  const title = one.results.flatMap(({ reports }) => reports.flatMap(({ identity }) => identity.title ?? []))[0];
  const entry: ManifestEntry = {
    source_id: id,
    file,
    ...measured,
    title: said.title ?? title?.replace(/\s+/gu, '') ?? null,
    publisher: said.publisher ?? null,
    url: said.url ?? null,
    collected_on: said.collectedOn ?? null,
    rights: said.rights ?? 'not known',
  };
  return { added: { entry, results: one.results, how: 'added' }, copy: !isInside };
}

/** A name from the file's own where that is plain, else from region and year, with a number when it is taken. */
function freeId(one: Candidate, taken: Manifest['sources']): string {
  const plain = path.basename(one.file, path.extname(one.file));
  const slug = plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  const [first] = one.results.flatMap(({ reports }) => reports);
  const { regionCode = null, reportYear = null } = first?.identity ?? {};
  const about = [regionCode ?? 'report', reportYear].filter((part) => part !== null).join('-');
  const isTelling = /[a-z]/u.test(slug) && /^[\x20-\x7e]+$/u.test(plain);
  const base = isTelling ? slug : about;
  const ids = new Set(taken.map((entry) => entry.source_id));
  let id = base;
  for (let count = 2; ids.has(id); count++) id = `${base}-${count}`;
  return id;
}
