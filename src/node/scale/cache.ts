/** Reads and writes results of sources by what they were made of / promises: an entry that was cut or changed counts as none, and is never half written. */
import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { gunzipSync, gzipSync } from 'node:zlib';
import { canonicalJson } from '../../model/finding.ts';
import type { SourceMeta } from '../../model/result.ts';
import { VERSION } from '../../run/version.ts';
import { InputError, systemReason } from '../errors.ts';
import { makeFolder } from '../folder.ts';

/** Length of the SHA-256 that stands in front of an entry. */
const DIGEST_BYTES = 32;

/** Results of sources that were read before. */
export interface Cache {
  /** The entry of a key, or null when there is none that is whole. */
  get(key: string): Promise<Uint8Array | null>;
  put(key: string, entry: Uint8Array): Promise<void>;
}

/** A cache that holds nothing. */
export const NO_CACHE: Cache = { get: async () => null, put: async () => {} };

/**
 * What a result is made of: the bytes, what is known of them, the rules and the tool. Node's version is part of it because an
 * entry is written in its own form.
 */
export function cacheKey(bytes: Uint8Array, meta: SourceMeta, rulesDigest: string): string {
  const made = createHash('sha256').update(bytes).digest('hex');
  const known = canonicalJson({ ...meta, takenFrom: meta.takenFrom === undefined ? null : { ...meta.takenFrom } });
  return createHash('sha256').update([VERSION, process.version, rulesDigest, known, made].join('\n')).digest('hex');
}

/** A cache in a folder: one file an entry, its digest in front, in folders by the first two digits of the key. */
export function folderCache(folder: string): Cache {
  const fileOf = (key: string): string => path.join(folder, key.slice(0, 2), key);
  return {
    get: async (key) => {
      const held = await readFile(fileOf(key)).catch(() => null);
      if (held === null || held.length < DIGEST_BYTES) return null;
      const entry = held.subarray(DIGEST_BYTES);
      return digestOf(entry).equals(held.subarray(0, DIGEST_BYTES)) ? gunzipSync(entry) : null;
    },
    put: async (key, plain) => {
      const file = fileOf(key);
      const staged = `${file}.${process.pid}-${threadId}.part`;
      const entry = gzipSync(plain, { level: 1 });
      try {
        await makeFolder(path.dirname(file));
        await writeFile(staged, Buffer.concat([digestOf(entry), entry]));
        await rename(staged, file);
      } catch (error) {
        await rm(staged, { force: true });
        throw new InputError(`${folder}: cannot be written: ${systemReason(error)}`);
      }
    },
  };
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
