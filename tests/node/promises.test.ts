import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { encodesTo, rebuildSource, textSha256 } from '../../src/output/rebuild.ts';
import type { SourceInput } from '../../src/run/inline.ts';
import { readSource } from '../../src/source/read.ts';
import { chineseText, sourceBytes } from '../model/arbitraries.ts';
import { rulesFromDisk } from '../support/pipeline.ts';
import { open } from './open.ts';
import { docx, paragraph, pdf, zip } from './pack.ts';

const rules = rulesFromDisk();

/** What is wrong with the result of one source, judged by its texts and edits alone. */
function faults({ meta, bytes }: SourceInput): string[] {
  const { source, reports, edits } = readSource(bytes, meta, rules);
  const ledger = edits.map(({ layer, range, original, replacement, rule }) => {
    return { layer, start: range.start, end: range.end, original, replacement, rule };
  });
  const texts = reports.map(({ text }) => text);
  const { decoded } = rebuildSource(texts, ledger);
  const wrong = [];
  if (textSha256(decoded) !== source.decodedSha256) wrong.push(`${source.sourceId} does not rebuild`);
  if (source.bytes !== bytes.length) wrong.push(`${source.sourceId} counts other bytes`);
  const isTaken = source.takenFrom !== undefined && meta.unread === undefined;
  const isUtf8 = source.charset === 'utf-8' && !decoded.includes('\ufffd');
  if (isTaken && isUtf8 && bytes.length > 0 && !encodesTo(decoded, 'utf-8', source.sha256)) {
    wrong.push(`${source.sourceId} does not encode to its digest`);
  }
  return wrong;
}

async function faultsOf(name: string, data: Uint8Array): Promise<string[]> {
  const { sources } = await open(name, data);
  const ids = sources.map(({ meta }) => meta.sourceId);
  const repeated = ids.length === new Set(ids).size ? [] : [`${name} gives an id twice`];
  return [...repeated, ...(sources.length === 0 ? [`${name} gives nothing`] : []), ...sources.flatMap(faults)];
}

const NAMES = [
  'a.txt',
  'a.md',
  'a.html',
  'a.jsonl',
  'a.ndjson',
  'a.csv',
  'a.tsv',
  'a.parquet',
  'a.docx',
  'a.pdf',
  'a.zip',
  'stdin',
];
const HEADS = ['', 'PK\x03\x04', 'PAR1', '%PDF-1.7\n', '{"text":"'].map((head) => Buffer.from(head, 'latin1'));
const REPORT = `2024年灵石县人民政府工作报告\n各位代表：\n${'现在，我代表县人民政府，向大会报告工作。'.repeat(9)}\n`;

describe('nothing throws, and everything rebuilds', () => {
  test('whatever bytes stand under whatever name', async () => {
    const bytes = fc.oneof(sourceBytes, fc.uint8Array({ maxLength: 400 }));
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom(...NAMES), fc.constantFrom(...HEADS), async (body, name, head) => {
        expect(await faultsOf(name, Buffer.concat([head, body]))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  test('in tables and archives of any texts', async () => {
    const rows = fc.array(
      fc.record({ id: fc.oneof(fc.string(), fc.nat(5)), text: fc.oneof(chineseText, fc.string({ unit: 'binary' })) }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const lines = Buffer.from(cells.map((row) => JSON.stringify(row)).join('\n'));
        expect(await faultsOf('a.jsonl', lines)).toEqual([]);
        const members = cells.map(({ text }, index) => ({ name: `${index % 3}.txt`, data: text }));
        expect(await faultsOf('a.zip', zip([...members, { name: 'b.jsonl', data: lines }]))).toEqual([]);
        const data = cells.map(({ text }) => text.replace(/\p{Surrogate}/gu, ''));
        const table = parquetWriteBuffer({ columnData: [{ name: 'text', data }] });
        expect(await faultsOf('a.parquet', new Uint8Array(table))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test('in files that were damaged: bytes changed or the end cut off', async () => {
    const files: readonly (readonly [string, Uint8Array])[] = [
      [
        'a.zip',
        zip([
          { name: 'a.txt', data: REPORT },
          { name: 'b.docx', data: docx(paragraph(REPORT)) },
        ]),
      ],
      [
        'a.docx',
        docx(paragraph(REPORT, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), {
          numbering: '<w:numbering/>',
        }),
      ],
      ['a.pdf', pdf([[[72, 700, 16, '各位代表：']], [[72, 700, 16, '报告工作。']]])],
      ['a.parquet', new Uint8Array(parquetWriteBuffer({ columnData: [{ name: 'text', data: [REPORT, REPORT] }] }))],
      ['a.jsonl', Buffer.from(`${JSON.stringify({ id: 1, text: REPORT })}\n`.repeat(3))],
    ];
    const damage = fc.tuple(
      fc.nat(files.length - 1),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
      fc.double({ min: 0.5, max: 1.2, noNaN: true }),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ([which, changes, share]) => {
        const [name, whole] = files[which] ?? ['', new Uint8Array()];
        const bytes = Uint8Array.from(whole.subarray(0, Math.ceil(whole.length * share)));
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        expect(await faultsOf(name, bytes)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
