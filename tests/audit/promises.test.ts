/** The promises that every source keeps, whatever its bytes: nothing lost, places exact, same input same output, never a crash. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RecordedEdit, undoEdits } from '../../src/model/layer.ts';
import type { LayerName } from '../../src/model/offset.ts';
import type { EditRecord, SourceResult } from '../../src/model/result.ts';
import { audit, corpusInputs, rulesFromDisk } from '../support/pipeline.ts';

const rules = rulesFromDisk();
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/** What does not add up in a result: empty when the decoded source can be rebuilt from texts and ledger alone. */
function faults(result: SourceResult, bytes: Uint8Array): string[] {
  const of = (layer: LayerName) => result.edits.filter((edit) => edit.layer === layer).map(asRecorded);
  const clean = result.reports.map((report) => report.text).join('');
  const decoded = undoEdits(undoEdits(undoEdits(clean, of('kept')), of('unwrapped')), of('decoded'));
  const found: string[] = [];
  if (sha256(decoded) !== result.source.decodedSha256) found.push('the decoded source cannot be rebuilt');
  if (sha256(bytes) !== result.source.sha256) found.push('the digest of the bytes is wrong');
  for (const edit of result.edits) {
    if (edit.bytes.end <= edit.bytes.start) found.push(`edit ${edit.rule} covers no byte`);
    if (edit.bytes.end > bytes.length) found.push(`edit ${edit.rule} ends behind the file`);
  }
  for (const report of result.reports) {
    for (const [index, figure] of report.figures.entries()) {
      if (report.text.slice(figure.range.start, figure.range.end) !== figure.quote)
        found.push(`quote of ${figure.figureId}`);
      const place = report.figureBytes[index];
      if (!place || place.end <= place.start) found.push(`bytes of ${figure.figureId}`);
    }
    for (const paragraph of report.outline.paragraphs) {
      if (report.text.slice(paragraph.range.start, paragraph.range.end).includes('\n'))
        found.push('a paragraph of two lines');
    }
  }
  return found;
}

function asRecorded(edit: EditRecord): RecordedEdit<LayerName> {
  return { range: edit.range, original: edit.original, replacement: edit.replacement, rule: edit.rule };
}

function readOne(data: Uint8Array, name = 'a.txt'): SourceResult {
  const [result] = audit([{ name, data }], rules).sources;
  if (!result) throw new Error('nothing was read');
  return result;
}

describe('nothing is lost', () => {
  test.each(corpusInputs().map((one) => [one.name, one.data] as const))('in %s', (_, data) => {
    expect(faults(readOne(data), data)).toEqual([]);
  });

  test('in arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (data) => {
        expect(faults(readOne(data), data)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('in real reports that were damaged', () => {
    const inputs = corpusInputs();
    fc.assert(
      fc.property(
        fc.nat(inputs.length - 1),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.nat(4000),
        fc.uint8Array({ maxLength: 12 }),
        fc.constantFrom('a.txt', 'a.md', 'a.html'),
        (index, share, length, junk, name) => {
          const whole = inputs[index]?.data ?? new Uint8Array();
          const from = Math.floor(whole.length * share);
          const data = new Uint8Array([...whole.subarray(0, 3000), ...junk, ...whole.subarray(from, from + length)]);
          expect(faults(readOne(data, name), data)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('in a page put together from two charsets', () => {
    const [input] = corpusInputs();
    const whole = input?.data ?? new Uint8Array();
    // 政府工作报告 in GBK, in the middle of UTF-8.
    const gbk = Uint8Array.from([0xd5, 0xfe, 0xb8, 0xae, 0xb9, 0xa4, 0xd7, 0xf7, 0xb1, 0xa8, 0xb8, 0xe6]);
    const data = new Uint8Array([...whole.subarray(0, 3000), ...gbk, ...whole.subarray(3000, 9000)]);
    expect(faults(readOne(data), data)).toEqual([]);
  });

  test('and the check is alive: a ledger without one entry, or with one character changed, does not rebuild', () => {
    const [input] = corpusInputs();
    if (!input) throw new Error('no corpus');
    const whole = readOne(input.data);
    const dropped = { ...whole, edits: whole.edits.slice(1) };
    expect(faults(dropped, input.data)).not.toEqual([]);
    const changed = {
      ...whole,
      edits: whole.edits.map((e, i) => (i === 3 ? { ...e, original: `${e.original}x` } : e)),
    };
    expect(faults(changed, input.data)).not.toEqual([]);
    const moved = whole.reports.map((r, i) => (i === 0 ? { ...r, text: r.text.replace('。', '！') } : r));
    expect(faults({ ...whole, reports: moved }, input.data)).not.toEqual([]);
  });
});

describe('same input, same output', () => {
  test('whatever the order of the sources', () => {
    const inputs = corpusInputs();
    const seen = (order: typeof inputs) => JSON.stringify(audit(order, rules).corpus);
    const straight = seen(inputs);
    expect(seen([...inputs].reverse())).toBe(straight);
    expect(seen([...inputs.slice(2), ...inputs.slice(0, 2)])).toBe(straight);
  });
});

describe('bad input is a finding', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  test.each([
    ['an empty file', new Uint8Array(), 'encoding/empty-source'],
    ['blanks only', utf8(' \n\t \n'), 'encoding/blank-source'],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      'encoding/binary-source',
    ],
    [
      'broken UTF-8',
      new Uint8Array([...utf8('各位代表：\n现在'), 0xe4, 0xb8, ...utf8('报告工作。')]),
      'encoding/ill-formed-bytes',
    ],
    ['a text without a report', utf8('今天天气很好，我们去公园散步。\n'), 'truncation/no-report'],
  ])('%s', (_, data, rule) => {
    expect(readOne(data).findings.map((finding) => finding.rule)).toContain(rule);
  });
});

describe('every sign that a stage can give has a card', () => {
  test('and every card of kind signal answers to a sign of the code', async () => {
    const { readdirSync, readFileSync } = await import('node:fs');
    const { join } = await import('node:path');
    const { ROOT } = await import('../support/pipeline.ts');
    const files = ['source', 'corpus'].flatMap((folder) =>
      readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(join(ROOT, 'src', folder, name), 'utf8')),
    );
    const code = files.join('\n');
    const answered = rules.rules.flatMap((rule) => (rule.run.shape === 'signal' ? [rule.run.sign] : []));
    expect(answered.filter((sign) => !code.includes(`'${sign}'`))).toEqual([]);
    const given = [...code.matchAll(/sign: '([a-z-]+)'[^}]*range/g)].map((match) => match[1] ?? '');
    expect(given.length).toBeGreaterThan(10);
  });
});
