/** A corpus folder in memory that cases change before it is laid on disk. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface Entry {
  readonly id: string;
  readonly file: string;
  sha256: string;
  bytes: number;
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Files by path, and the manifest as entries. */
export class Tree {
  readonly files = new Map<string, Uint8Array>();
  entries: Entry[] = [];

  /** Puts a source with its entry; one that is there gets the new bytes and digest. */
  source(id: string, content: string | Uint8Array, file = `sources/${id}.txt`): void {
    const bytes = bytesOf(content);
    this.files.set(`corpus/${file}`, bytes);
    const entry = { id, file, sha256: digest(bytes), bytes: bytes.length };
    const at = this.entries.findIndex((one) => one.id === id);
    if (at < 0) this.entries.push(entry);
    else this.entries[at] = entry;
  }

  /** Takes a source out, with its entry. */
  remove(id: string): void {
    for (const one of this.entries) if (one.id === id) this.files.delete(`corpus/${one.file}`);
    this.entries = this.entries.filter((one) => one.id !== id);
  }

  put(path: string, content: string | Uint8Array): void {
    this.files.set(path, bytesOf(content));
  }

  text(path: string): string {
    return new TextDecoder().decode(this.files.get(path) ?? new Uint8Array());
  }

  copy(): Tree {
    const tree = new Tree();
    for (const [path, bytes] of this.files) tree.files.set(path, bytes);
    tree.entries = this.entries.map((one) => ({ ...one }));
    return tree;
  }

  /** Writes everything; the manifest is made from the entries unless a case has put its own. */
  async lay(folder: string, order: 'given' | 'reversed'): Promise<void> {
    const entries = order === 'given' ? this.entries : [...this.entries].reverse();
    const files = new Map(this.files);
    if (!files.has('corpus/manifest.yaml')) files.set('corpus/manifest.yaml', bytesOf(manifestOf(entries)));
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
  }
}

export function manifestOf(entries: readonly Entry[]): string {
  if (entries.length === 0) return 'sources: []\n';
  return `sources:\n${entries
    .map(
      ({ id, file, sha256, bytes }) =>
        `  - source_id: ${id}\n    file: ${file}\n    sha256: ${sha256}\n    bytes: ${bytes}\n    title: null\n    publisher: null\n    url: null\n    collected_on: null\n    rights: not known\n`,
    )
    .join('')}`;
}
