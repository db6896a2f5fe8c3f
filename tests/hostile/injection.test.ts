/** Text of a source and names of files are never taken for markup, commands or links, whatever they are made of. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forWindow, printable, sarifText, scriptJson } from '../../src/output/escape.ts';
import { report, run } from '../cli/support.ts';

const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '[看这里](javascript:alert(1))',
  '![x](http://evil/x.png)',
  '=HYPERLINK("http://evil")',
  '\u001b[2J\u001b]0;owned\u0007',
  '\u009b31m',
  '\u202e文本倒转',
  '::error file=a::owned',
  '##[error]owned',
  ']]><x/>',
  '`; rm -rf /; `',
  '@everyone',
];
/** A file name may hold anything but a slash and NUL. */
const NAME = 'a\n::stop-commands::x\n\u001b[31m\u202e<b>`[x](y)`|.txt';

const folder = mkdtempSync(join(tmpdir(), 'jiaokan-hostile-'));
const text = `${report('云溪县', 2024).replace(
  '办好民生实事',
  ATTACKS.map((attack) => `全县生产总值增长${attack}，可比增长5,，办好实事${attack}`).join('。\n'),
)}\n版权所有：${ATTACKS.join(' ')}\n`;

beforeAll(() => writeFileSync(join(folder, NAME), text));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const printed = async (format: string): Promise<string> =>
  (await run(folder, ['audit', '.', '--format', format, '--no-progress'])).out;

describe('a hostile source under a hostile name', () => {
  test('moves no cursor and begins no command in a log', async () => {
    const { out, err } = await run(folder, ['audit', '.', '--no-progress']);
    expect(out + err).not.toMatch(/[\u0000-\u0008\u000b-\u001a\u009b\u202e]/);
    expect(out + err).not.toMatch(/^\s*::/mu);
  });

  test('adds no line to the annotations but its own', async () => {
    const out = await printed('github');
    for (const line of out.split('\n').filter((one) => one !== ''))
      expect(line).toMatch(/^::(?:error|warning|notice) file=/);
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  test('is no HTML, no link and no picture in Markdown', async () => {
    const out = await printed('md');
    expect(out).not.toMatch(/(?<!\\)<(?:script|img|b)\b/);
    expect(out).not.toMatch(/(?<!\\)\]\(/);
    expect(out).not.toMatch(/[\u001b\u009b\u202e]/);
  });

  test('is well-formed in XML and JSON', async () => {
    expect(await printed('junit')).not.toMatch(/<script|<img|<b>|[\u0000-\u0008\u000b\u001b]/);
    const log = JSON.parse(await printed('sarif'));
    const [{ results }] = log.runs;
    expect(results.length).toBeGreaterThan(0);
    for (const { message } of results) expect(message.text).not.toMatch(/(?<!\\)\]\(/);
  });

  test('runs no script in the report', async () => {
    await run(folder, ['audit', '.', '--out', 'out', '--no-progress']);
    const page = readFileSync(join(folder, 'out', 'audit.html'), 'utf8');
    expect(page).not.toMatch(/<script>alert|<img src=x|<b>`/);
    expect(page).toMatch(/Content-Security-Policy/);
  });
});

test.each<[string, string]>([
  ['\u001b[31mred', '\\u{1b}[31mred'],
  ['a\u202eb', 'a\\u{202e}b'],
  ['a\nb', 'a\\u{a}b'],
  ['\ud800', '\\u{d800}'],
  ['政府𠮷', '政府𠮷'],
])('%j is printed as %s', (given, expected) => {
  expect(printable(given)).toBe(expected);
});

test('a window gets line ends and colours of ours, and nothing else that acts on it', () => {
  expect(forWindow('\u001b[31m✗\u001b[39m\ta\n')).toBe('\u001b[31m✗\u001b[39m\ta\n');
  expect(forWindow('\u001b[2J\u001b[8m\u009bK')).toBe('\\u{1b}[2J\\u{1b}[8m\\u{9b}K');
});

test('links of SARIF and ends of scripts', () => {
  expect(sarifText('见[这里](http://x)')).toBe('见\\[这里\\](http://x)');
  expect(scriptJson({ a: '</script><!--' })).not.toMatch(/[<>]/);
});
