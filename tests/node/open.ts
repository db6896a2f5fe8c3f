/** Opening files in tests: from bytes and a name to sources, and on to results. */
import { isReadable } from '../../src/node/find.ts';
import { openDocuments } from '../../src/node/formats/documents.ts';
import { openFile } from '../../src/node/formats/open.ts';
import type { SourceInput } from '../../src/run/inline.ts';

/** One thread for all documents of a test file. */
const documents = openDocuments();

export interface Asked {
  readonly textColumn?: string;
  readonly idColumn?: string;
}

/** The sources in a file, and what was passed over. */
export async function open(
  name: string,
  data: string | Uint8Array,
  asked: Asked = {},
): Promise<{ readonly sources: SourceInput[]; readonly skipped: string[] }> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const meta = { sourceId: name, path: name, title: null, publisher: null, url: null, collectedOn: null };
  const skipped: string[] = [];
  const sources: SourceInput[] = [];
  const opening = {
    documents,
    textColumn: asked.textColumn ?? null,
    idColumn: asked.idColumn ?? null,
    isReadable,
    skipped: (path: string) => skipped.push(path),
  };
  for await (const one of openFile({ meta, bytes }, opening)) sources.push(one);
  return { sources, skipped };
}

/** What a reader of a list of sources wants to see of each: its id, and its text or why there is none. */
export async function opened(name: string, data: string | Uint8Array, asked: Asked = {}): Promise<[string, string][]> {
  const { sources } = await open(name, data, asked);
  return sources.map(({ meta, bytes }) => [meta.sourceId, meta.unread ?? new TextDecoder().decode(bytes)]);
}
