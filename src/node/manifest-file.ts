/** Reads the text of manifest.yaml and entries / gives its new text / promises: comments and everything else stay as they were. */
import { isMap, isSeq, parseDocument } from 'yaml';
import { InputError } from './errors.ts';
import { type ManifestEntry, parseManifest } from './manifest.ts';

/** The manifest that a corpus starts with. */
export const EMPTY_MANIFEST = `# What each source is and where it came from. null means: not known. jiaokan add FILE writes an entry.
sources: []
`;

/**
 * Adds entries at the end of the list; where a source is there already, its digest and size are brought up to date and all
 * else is left as a person wrote it.
 * @param file its path as errors should name it
 * @throws CardError when the text is no manifest or an entry does not fit one
 */
export function withEntries(file: string, text: string, entries: readonly ManifestEntry[]): string {
  parseManifest(file, text);
  const document = parseDocument(text);
  const list = document.get('sources', true);
  if (!isSeq(list)) throw new InputError(`${file}: sources is no list`);
  list.flow = false;
  for (const entry of entries) {
    const known = list.items.find((item) => isMap(item) && item.get('source_id') === entry.source_id);
    if (isMap(known)) {
      known.set('sha256', entry.sha256);
      known.set('bytes', entry.bytes);
    } else list.items.push(document.createNode(entry));
  }
  const written = document.toString({ lineWidth: 0 });
  parseManifest(file, written);
  return written;
}
