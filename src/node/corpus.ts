/** Reads a corpus folder (manifest.yaml, sources/, accepted.yaml, canonical.yaml) / gives its sources / promises: what lies there is what the manifest says. */
import { createHash } from 'node:crypto';
import { access, realpath } from 'node:fs/promises';
import path from 'node:path';
import { type Accepted, NONE_ACCEPTED, parseAccepted } from '../corpus/accept.ts';
import { type Choice, parseChoices } from '../corpus/override.ts';
import { compareText } from '../model/finding.ts';
import { InputError } from './errors.ts';
import { type FoundSource, findSources, posixPath } from './find.ts';
import { type ManifestEntry, parseManifest } from './manifest.ts';
import { readBytes, readText } from './read.ts';

/** A corpus as found on disk. */
export interface CorpusFolder {
  readonly sources: readonly FoundSource[];
  readonly accepted: Accepted;
  /** Reports that a person chose to stand for their copies, by canonical.yaml. */
  readonly choices: readonly Choice[];
  /** Sources whose bytes are not those of the manifest, in words. */
  readonly changed: readonly string[];
}

/** True when the folder holds a manifest. */
export async function isCorpus(folder: string): Promise<boolean> {
  return exists(path.join(folder, 'manifest.yaml'));
}

/**
 * Reads manifest and acceptances of a corpus and compares the bytes of each source with its digest.
 * Paths of sources are given from the folder's own name on, so that they do not depend on where it lies.
 * @throws CardError for a broken manifest or accepted.yaml
 * @throws InputError when a file is missing, or lies in sources/ without an entry
 */
export async function readCorpus(folder: string, cwd: string): Promise<CorpusFolder> {
  const manifestFile = path.join(folder, 'manifest.yaml');
  const shown = posixPath(cwd, manifestFile);
  const manifest = parseManifest(shown, await readText(manifestFile, shown));
  const entries = [...manifest.sources].sort((a, b) => compareText(a.source_id, b.source_id));
  if (entries.length === 0) throw new InputError(`${shown}: no sources yet. jiaokan add FILE puts them in`);
  await refuseUnlisted(folder, entries, shown);

  const changed: string[] = [];
  const digests = new Map<string, string>();
  const home = await realpath(folder);
  for (const entry of entries) {
    const file = path.join(folder, entry.file);
    await refuseOutside(home, file, `${shown}: ${entry.file}`);
    const bytes = await readBytes(file, posixPath(cwd, file));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    digests.set(entry.source_id, sha256);
    if (sha256 !== entry.sha256 || bytes.length !== entry.bytes) {
      changed.push(
        `${entry.source_id}: the bytes of ${entry.file} (${bytes.length}, sha256 ${sha256.slice(0, 12)}…) are not those of ` +
          `the manifest (${entry.bytes}, ${entry.sha256.slice(0, 12)}…)`,
      );
    }
  }
  const name = path.basename(path.resolve(folder));
  return {
    sources: entries.map((entry) => sourceOf(entry, folder, name, digests.get(entry.source_id) ?? '')),
    accepted: await accepted(folder, cwd),
    choices: await choices(folder, cwd, entries),
    changed,
  };
}

function sourceOf(entry: ManifestEntry, folder: string, name: string, sha256: string): FoundSource {
  return {
    sha256,
    file: path.join(folder, entry.file),
    meta: {
      sourceId: entry.source_id,
      path: `${name}/${entry.file}`,
      title: entry.title,
      publisher: entry.publisher,
      url: entry.url,
      collectedOn: entry.collected_on,
      rights: entry.rights,
    },
  };
}

/** A link could bring any file of this machine into the dataset: who writes a manifest may name what lies in the corpus alone. */
async function refuseOutside(home: string, file: string, shown: string): Promise<void> {
  const real = await realpath(file).catch(() => null);
  if (real !== null && path.relative(home, real).split(path.sep)[0] === '..')
    throw new InputError(`${shown} is a link that leads out of the corpus. Put the file itself there`);
}

/** A source that nobody entered would be left out in silence: it is refused instead. */
async function refuseUnlisted(folder: string, entries: readonly ManifestEntry[], shown: string): Promise<void> {
  const sourcesFolder = path.join(folder, 'sources');
  if (!(await exists(sourcesFolder))) return;
  const listed = new Set(entries.map((entry) => path.resolve(folder, entry.file)));
  const { sources } = await findSources([sourcesFolder], folder);
  const stray = sources.find(({ file }) => file !== null && !listed.has(file));
  if (stray)
    throw new InputError(`${shown}: ${stray.meta.path} has no entry. Add one, or take the file out of sources/`);
}

async function accepted(folder: string, cwd: string): Promise<Accepted> {
  const file = path.join(folder, 'accepted.yaml');
  if (!(await exists(file))) return NONE_ACCEPTED;
  const shown = posixPath(cwd, file);
  return parseAccepted(shown, await readText(file, shown));
}

/** A choice for a source that is not there would be passed over in silence: it is refused instead. */
async function choices(folder: string, cwd: string, entries: readonly ManifestEntry[]): Promise<readonly Choice[]> {
  const file = path.join(folder, 'canonical.yaml');
  if (!(await exists(file))) return [];
  const shown = posixPath(cwd, file);
  const found = parseChoices(shown, await readText(file, shown));
  const known = new Set(entries.map((entry) => entry.source_id));
  const stray = found.find(({ report }) => !known.has(report.slice(0, report.lastIndexOf('#'))));
  if (stray) throw new InputError(`${shown}: ${stray.report} is of no source of the manifest`);
  return found;
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
