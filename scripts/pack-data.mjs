#!/usr/bin/env node
// Packs a dataset folder into one archive: `npm run pack:data [FOLDER] [ARCHIVE]`. The same files give the same bytes on every machine.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const [from = join(ROOT, 'dist-data'), to = join(ROOT, 'build', 'government-work-reports-audited.tar')] =
  process.argv.slice(2);
const BLOCK = 512;

/** Path of every file below a folder, with / between parts, in order of code units. */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(resolve(folder).length + 1)
        .replaceAll('\\', '/'),
    )
    .sort((a, b) => (a < b ? -1 : 1));
}

/** Header of one file in the ustar format: no owner, no day, so that nothing of the machine is in it. */
function header(name, size) {
  const block = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > 100) throw new Error(`${name}: too long a name for the archive`);
  const put = (text, at, length) => block.write(text, at, length, 'utf8');
  const octal = (value, at, length) => put(value.toString(8).padStart(length - 1, '0'), at, length - 1);
  put(name, 0, 100);
  octal(0o644, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  block.fill(' ', 148, 156);
  put('0', 156, 1);
  put('ustar\u000000', 257, 8);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 8);
  return block;
}

const folder = 'government-work-reports-audited';
const parts = filesBelow(resolve(from)).flatMap((name) => {
  const bytes = readFileSync(join(from, ...name.split('/')));
  return [header(`${folder}/${name}`, bytes.length), bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)];
});
if (parts.length === 0) throw new Error(`${from}: no files`);
// Parquet is compressed already, and a compressor would bring its own version into the bytes: the archive is plain.
const archive = Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
mkdirSync(dirname(resolve(to)), { recursive: true });
writeFileSync(to, archive);
process.stdout.write(`${createHash('sha256').update(archive).digest('hex')}  ${to} (${archive.length} bytes)\n`);
