/** The ways to load the dataset that its card shows, run as they stand there, over a folder and over HTTP. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { type AsyncBuffer, asyncBufferFromUrl, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { datasetFiles } from '../../src/output/dataset.ts';
import { writeTable } from '../../src/output/parquet.ts';
import { type Row, SCHEMAS } from '../../src/output/schema.ts';
import type { Files } from '../../src/output/sums.ts';
import { tablesOf } from '../../src/output/tables.ts';
import { fixture } from './fixture.ts';

let files: Files = new Map();
let folder = '';
let server: Server | undefined;
const run = promisify(execFile);

beforeAll(async () => {
  files = await datasetFiles(fixture());
  folder = await mkdtemp(path.join(tmpdir(), 'jiaokan-loading-'));
  for (const [name, bytes] of files) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), bytes);
  }
});
afterAll(async () => {
  server?.close();
  await rm(folder, { recursive: true });
});

function snippets(language: string): string[] {
  const card = new TextDecoder().decode(files.get('README.md'));
  return [...card.matchAll(/^```(\w+)\n(.*?)\n```$/gmsu)].flatMap(([, of, text]) =>
    of === language && text ? [text] : [],
  );
}

/** The snippet with packages named by their place, so that it runs in any folder. */
function withPlaces(text: string): string {
  return text.replace(/ from "([a-z-]+)"/gu, (_, name: string) => ` from '${import.meta.resolve(name)}'`);
}

it('Node loads one report, the Arrow file and the file for old readers', async () => {
  const all = snippets('js');
  expect(all).toHaveLength(3);
  const said: string[] = [];
  for (const [at, text] of all.entries()) {
    const file = path.join(folder, `snippet-${at}.mjs`);
    await writeFile(file, withPlaces(text));
    said.push((await run(process.execPath, [file], { cwd: folder })).stdout.trim());
  }
  expect(said).toEqual([
    expect.stringMatching(/^杭州市 20\d\d \d+$/u),
    expect.stringMatching(/^\d+ \S+$/u),
    expect.stringMatching(/^hangzhou-20\d\d\S*#1$/u),
  ]);
});

it('DuckDB runs the queries', async () => {
  const [sql = ''] = snippets('sql');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const here = sql.replace(/^--.*$/gmu, '').replaceAll("'data/", `'${folder}/data/`);
  const counts: number[] = [];
  for (const query of here.split(';').filter((one) => one.includes('SELECT'))) {
    counts.push((await connection.runAndReadAll(query)).getRowsJson().length);
  }
  connection.closeSync();
  expect(counts.every((count) => count > 0)).toBe(true);
  expect(counts).toHaveLength(2);
});

it('a page loads the figures of one report over HTTP', async () => {
  const [page = ''] = snippets('html');
  const address = await served();
  const script = page
    .replace(/<\/?script[^>]*>/gu, '')
    .replace(/https:\/\/esm\.sh\/([a-z-]+)@[0-9.]+/gu, (_, name: string) => import.meta.resolve(name))
    .replace('data/figures', `${address}/data/figures`)
    .replace('document.body.textContent =', 'process.stdout.write(')
    .replace(/, 2\);$/mu, ', 2));');
  const file = path.join(folder, 'page.mjs');
  await writeFile(file, script);
  const figures: unknown = JSON.parse((await run(process.execPath, [file], { cwd: folder })).stdout);
  expect(figures).toContainEqual(
    expect.objectContaining({ quote: expect.any(String), value_number: expect.any(Number) }),
  );
});

it('one of many reports is read with less than 1 MB, over HTTP ranges or from a file', async () => {
  const [one] = tablesOf(fixture()).reports;
  const rows = Array.from({ length: 240 }, (_, at): Row => {
    return { ...one, report_id: `report-${(at * 7919) % 240}`, text: prose(at, 18_000) };
  });
  const bytes = await writeTable(SCHEMAS.reports, rows, {});
  await writeFile(path.join(folder, 'data/many.parquet'), bytes);
  const remote = await asyncBufferFromUrl({ url: `${await served()}/data/many.parquet`, byteLength: bytes.length });
  for (const wanted of [0, 119, 239]) {
    const file = counted(remote);
    const metadata = await parquetMetadataAsync(file);
    const ids = await parquetReadObjects({ file, metadata, compressors, columns: ['report_id'] });
    const row = ids.findIndex(({ report_id: id }) => id === rows[wanted]?.report_id);
    const place = { rowStart: row, rowEnd: row + 1, useOffsetIndex: true };
    const [report] = await parquetReadObjects({ file, metadata, compressors, ...place });
    expect(report?.text).toBe(rows[wanted]?.text);
    expect(file.touched()).toBeLessThan(1_000_000);
  }
  expect(bytes.length).toBeGreaterThan(3_000_000);
});

/** Text that compresses as badly as prose does: no two reports share more than their characters. */
function prose(seed: number, length: number): string {
  let state = seed * 2_654_435_761 + 1;
  const characters = Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 16) % 600));
  });
  return characters.join('');
}

function counted(file: AsyncBuffer): AsyncBuffer & { touched: () => number } {
  let sum = 0;
  return {
    byteLength: file.byteLength,
    slice: (start, end) => {
      sum += (end ?? file.byteLength) - start;
      return file.slice(start, end);
    },
    touched: () => sum,
  };
}

/** Address of a server that gives the files of the folder, whole or in ranges. */
async function served(): Promise<string> {
  server ??= createServer((request, response) => {
    void (async () => {
      const { readFile } = await import('node:fs/promises');
      const bytes = await readFile(path.join(folder, request.url ?? ''));
      const [, from, to] = /^bytes=(\d+)-(\d*)$/u.exec(request.headers.range ?? '') ?? [];
      const end = to ? Number(to) + 1 : bytes.length;
      const headers = { 'accept-ranges': 'bytes' };
      if (from === undefined) response.writeHead(200, { ...headers, 'content-length': bytes.length });
      else response.writeHead(206, { ...headers, 'content-range': `bytes ${from}-${end - 1}/${bytes.length}` });
      response.end(request.method === 'HEAD' ? undefined : bytes.subarray(Number(from ?? 0), end));
    })();
  }).listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}
