import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { compareText } from '../../src/model/finding.ts';
import { rulesWith } from '../../src/node/rules.ts';
import { type KeyedRow, keyText, lineOf, mapper } from '../../src/node/scale/stream.ts';
import { TABLE_NAMES } from '../../src/output/schema.ts';
import { tablesOf } from '../../src/output/tables.ts';
import { auditSources } from '../../src/run/inline.ts';
import { run } from '../cli/support.ts';
import { inputs, ROOT, shuffled } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiaokan-stream-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a key', () => {
  it('sorts by its bytes as its text does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        fc.pre(!/[\u0000-\u001f\u007f~]/.test(a + b));
        const bytes = Buffer.compare(Buffer.from(keyText(a)), Buffer.from(keyText(b)));
        expect(Math.sign(bytes)).toBe(compareText(a, b));
      }),
    );
  });

  it('holds no blank, tab or line break', () => {
    expect(keyText('a b\tc\n湖~!')).toBe('a!0b~0009c~000a~6e56~007e!1');
  });
});

describe('rows of sources that were mapped apart, sorted and reduced', async () => {
  const rules = await rulesWith(null, ROOT);
  const sources = inputs(55);
  const tables = tablesOf(await auditSources(sources, rules));
  const map = mapper(rules);
  const lines = shuffled(sources).flatMap((one) => map(one).map(lineOf));
  const sorted = (some: readonly string[]): string[] =>
    [...some].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const reduced = await run(ROOT, ['stream', 'reduce'], sorted(lines).join(''));
  const rows = sorted(reduced.out.split('\n').filter((line) => line !== '')).map(
    (line): Pick<KeyedRow, 'json'> & { table: string } => {
      const [table = '', , json = ''] = line.split('\t');
      return { table, json };
    },
  );

  it.each(TABLE_NAMES)('are the %s of an audit, in their order', (name) => {
    const own = rows.filter(({ table }) => table === name).map(({ json }): unknown => JSON.parse(json));
    expect(own).toEqual(tables[name]);
    expect(own.length).toBeGreaterThan(0);
  });

  it('hold nothing else', () => {
    expect(new Set(rows.map(({ table }) => table)).size).toBe(TABLE_NAMES.length);
  });

  it('tell who stands for whom when the reports themselves are elsewhere', async () => {
    const few = lines.filter((line) => /^(?:facts|found)\t/.test(line));
    const { out } = await run(ROOT, ['stream', 'reduce'], few.join(''));
    const standing = out.split('\n').filter((line) => line.startsWith('standing\t'));
    expect(standing.length).toBe(tables.reports.length);
    for (const { report_id, canonical_report_id } of tables.reports)
      expect(standing.some((line) => line.endsWith(JSON.stringify({ report_id, canonical_report_id })))).toBe(true);
  });
});

describe('stream', () => {
  it.each([
    { name: 'a source without an id', half: 'map', line: '{"text":"一、"}', told: 'line 1: no source_id' },
    { name: 'a source without text', half: 'map', line: '{"source_id":"a"}', told: 'line 1: give one of text' },
    { name: 'a line that is no JSON', half: 'map', line: '\n{', told: 'line 2: not a JSON object' },
    { name: 'a line that is no row', half: 'reduce', line: 'x\ty\tz', told: 'line 1: not a row' },
    {
      name: 'rows in no order',
      half: 'reduce',
      line: 'reports\ta\t{}\nfacts\ta\t{}',
      told: 'sort the lines by their bytes',
    },
    {
      name: 'a source twice',
      half: 'reduce',
      line: 'sources\ta\t{}\nsources\ta\t{}',
      told: 'two sources have this id',
    },
  ])('refuses $name', async ({ half, line, told }) => {
    const { code, err } = await run(ROOT, ['stream', half], line);
    expect(code).toBe(2);
    expect(err).toContain(told);
  });
});

describe('integrations/sort', () => {
  it('writes the bytes that an audit writes', { timeout: 300_000 }, () => {
    for (const { meta, bytes } of inputs(6)) {
      const file = join(folder, 'in', meta.sourceId);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
    const bin = join(ROOT, 'bin/jiaokan.mjs');
    const node = process.execPath;
    execFileSync(node, [bin, 'audit', 'in', '--out', 'whole', '--fail-on', 'never'], { cwd: folder });
    execFileSync('bash', [join(ROOT, 'integrations/sort/audit.sh'), 'in', 'sorted', '2'], {
      cwd: folder,
      env: { ...process.env, JIAOKAN: `${node} ${bin}` },
    });
    for (const name of readdirSync(join(folder, 'whole/data')))
      expect(
        readFileSync(join(folder, 'sorted/data', name)).equals(readFileSync(join(folder, 'whole/data', name))),
        name,
      ).toBe(true);
  });
});
