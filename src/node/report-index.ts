/** Reads and writes the index of reports that were audited / promises: whole or refused, and never half a file. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import type { ReportFacts } from '../model/fact.ts';
import { factsOfLine, indexLine } from '../output/index-lines.ts';
import { InputError, systemReason } from './errors.ts';
import { makeFolder } from './folder.ts';
import { intoFile } from './into-file.ts';

/** What made an index: an index of another version or of other rules holds other facts. */
export interface IndexMaker {
  readonly version: string;
  readonly rulesDigest: string;
}

const FORMAT = 'jiaokan-index-2';

/** First line of an index. */
interface Head extends IndexMaker {
  readonly format: string;
}

/** Last line: SHA-256 of the lines before it, each with its line break. */
interface Foot {
  readonly sha256: string;
}

/**
 * The reports of an index: gzip of lines of JSON, a head, a report each, a foot with their digest.
 * @returns null when there is no such file
 * @throws InputError when it is cut, changed, or made by another version or with other rules
 */
export async function readIndex(file: string, shown: string, maker: IndexMaker): Promise<ReportFacts[] | null> {
  if (!(await exists(file))) return null;
  const hash = createHash('sha256');
  const reports: ReportFacts[] = [];
  let before: string | null = null;
  let isFirst = true;
  const take = (line: string): void => {
    hash.update(`${line}\n`);
    if (isFirst) refuseOther(JSON.parse(line), maker, shown);
    else reports.push(factsOfLine(line));
    isFirst = false;
  };
  try {
    const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Infinity });
    for await (const line of lines) {
      if (before !== null) take(before);
      before = line;
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${shown}: not an index: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (before === null || footOf(before)?.sha256 !== hash.digest('hex'))
    throw new InputError(`${shown}: the index is cut short or was changed. Delete it and make it again`);
  return reports;
}

function refuseOther(head: Partial<Head>, maker: IndexMaker, shown: string): void {
  if (head.format !== FORMAT) throw new InputError(`${shown}: not an index of this kind`);
  if (head.version === maker.version && head.rulesDigest === maker.rulesDigest) return;
  throw new InputError(
    `${shown}: made by jiaokan ${head.version ?? ''} with ${head.rulesDigest === maker.rulesDigest ? 'these' : 'other'} rules. Delete it and make it again from all sources`,
  );
}

function footOf(line: string): Foot | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Writes an index beside its place, then renames it. @throws InputError when it cannot be written */
export async function writeIndex(file: string, reports: readonly ReportFacts[], maker: IndexMaker): Promise<void> {
  const staged = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`);
  try {
    await makeFolder(path.dirname(file));
    await intoFile(staged, Readable.from(linesOf(reports, maker)), createGzip({ level: 6 }));
    await rename(staged, file);
  } catch (error) {
    await rm(staged, { force: true });
    throw new InputError(`${file}: cannot be written: ${systemReason(error)}`);
  }
}

function* linesOf(reports: readonly ReportFacts[], maker: IndexMaker): Generator<string> {
  const hash = createHash('sha256');
  const head: Head = { format: FORMAT, version: maker.version, rulesDigest: maker.rulesDigest };
  yield hashed(hash, JSON.stringify(head));
  for (const report of reports) yield hashed(hash, indexLine(report));
  const foot: Foot = { sha256: hash.digest('hex') };
  yield `${JSON.stringify(foot)}\n`;
}

function hashed(hash: ReturnType<typeof createHash>, line: string): string {
  hash.update(`${line}\n`);
  return `${line}\n`;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
