import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { docx, paragraph, zip } from '../node/pack.ts';
import { report, run } from './support.ts';

const place = { folder: '' };

beforeEach(async () => {
  place.folder = await mkdtemp(join(tmpdir(), 'jiaokan 输入 '));
});
afterEach(async () => {
  await rm(place.folder, { recursive: true, force: true });
});

async function put(name: string, data: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(place.folder, name)), { recursive: true });
  await writeFile(join(place.folder, name), data);
}

const jiaokan = (...args: string[]) => run(place.folder, args);
const text = report('灵石县', 2024);
const paragraphs = text
  .split('\n')
  .map((line) => paragraph(line))
  .join('');

interface Source {
  readonly source_id: string;
  readonly path: string;
  readonly taken_from: string | null;
  readonly rebuilds_bytes: boolean;
  readonly reports: number;
}

describe('audit of files that hold texts', () => {
  it('reads the same report out of every one of them', async () => {
    await put('in/a.docx', docx(paragraphs));
    await put('in/b.jsonl', `${JSON.stringify({ id: 7, text })}\n`);
    await put(
      'in/c [1].zip',
      zip([
        { name: '报告/2024.txt', data: text },
        { name: 'x.exe', data: 'x' },
      ]),
    );
    const { code, out, err } = await jiaokan('audit', 'in', '--format', 'json');
    const { sources }: { sources: Source[] } = JSON.parse(out);
    expect(
      sources.map(({ source_id, taken_from, reports, rebuilds_bytes }) => [
        source_id,
        taken_from,
        reports,
        rebuilds_bytes,
      ]),
    ).toEqual([
      ['a.docx', 'docx', 1, true],
      ['b.jsonl#7', 'jsonl', 1, true],
      ['c [1].zip!/报告/2024.txt', 'zip', 1, true],
    ]);
    expect(code).toBe(0);
    expect(err).toContain('skipped in/c [1].zip!/x.exe: files of this type are not read');
  });

  it('takes the column that it is told', async () => {
    await put('a.jsonl', `${JSON.stringify({ text: '摘要', full: text, no: 'r1' })}\n`);
    const { out } = await jiaokan('audit', 'a.jsonl', '--text-column', 'full', '--id-column', 'no', '--format', 'json');
    expect(JSON.parse(out).sources).toMatchObject([{ source_id: 'a.jsonl#r1', reports: 1 }]);
  });

  it('says why a file gave nothing, and that nothing was checked', async () => {
    await put('a.jsonl', '{"a":1,"b":2}\n');
    const { code, out, err } = await jiaokan('audit', 'a.jsonl', '--format', 'json');
    expect(code).toBe(2);
    expect(out).toContain('its columns are a, b; name one with --text-column');
    expect(err).toContain('nothing was checked');
  });

  it('names the types that are read when a folder holds none of them', async () => {
    await put('in/a.png', 'x');
    const { code, err } = await jiaokan('audit', 'in');
    expect(code).toBe(2);
    expect(err).toContain(
      'Types that are read: .txt .md .markdown .html .htm .xhtml .shtml .jsonl .ndjson .csv .tsv .parquet .docx .pdf .zip',
    );
  });
});
