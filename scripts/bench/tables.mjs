/**
 * `node scripts/bench/tables.mjs [ROWS]`: writes and reads back a Parquet table of so many figures (default 200,000), row by row, as
 * a release of any length is written. The rows are those of dist-data under other ids. Every row is held to its schema
 * before it is written, and the rows are counted on the way back. Prints JSON: rows and MB a second (MB of UTF-8 text in the rows), bytes of the file, peak of memory.
 */

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { buildIfNeeded, installIfNeeded, ROOT } from '../lib/checkout.mjs';

installIfNeeded({ quiet: true });
buildIfNeeded({ quiet: true });
const { readTable, tablePieces } = await import('../../build/output/parquet.js');
const { describeFault, rowChecks, SCHEMAS } = await import('../../build/output/schema.js');

const count = Number(process.argv[2] ?? 200_000);
const some = await readTable(readFileSync(join(ROOT, 'dist-data', 'data', 'figures.parquet')), SCHEMAS.figures);
const check = rowChecks().figures;
const text = { bytes: 0 };
const folder = mkdtempSync(join(tmpdir(), 'jiaokan-bench-'));
const file = join(folder, 'figures.parquet');

const written = await timed(() =>
  pipeline(tablePieces(SCHEMAS.figures, rows(), { metadata: {}, codec: 'zstd' }), createWriteStream(file)),
);
const read = await timed(async () => {
  const source = await asyncBufferFromFile(file);
  const metadata = await parquetMetadataAsync(source);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    const found = await parquetReadObjects({ file: source, metadata, compressors, rowStart, rowEnd });
    if (found.length !== rowEnd - rowStart) throw new Error(`rows ${rowStart} to ${rowEnd}: ${found.length} came back`);
    rowStart = rowEnd;
  }
  if (rowStart !== count) throw new Error(`${rowStart} rows came back of ${count}`);
});
const digest = createHash('sha256');
await pipeline(createReadStream(file), digest);
process.stdout.write(
  `${JSON.stringify({
    rows: count,
    writeRowsPerSecond: Math.round(count / written),
    writeMBPerSecond: round(text.bytes / 1e6 / written),
    readRowsPerSecond: Math.round(count / read),
    textMB: round(text.bytes / 1e6),
    fileMB: round(statSync(file).size / 1e6),
    peakRssMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    sha256: digest.digest('hex'),
  })}\n`,
);
rmSync(folder, { recursive: true });

/** Figures of the corpus under ids of reports that count up. */
function* rows() {
  for (let at = 0; at < count; at++) {
    const row = some[at % some.length];
    const report = `bench-${String(Math.floor(at / some.length)).padStart(6, '0')}#1`;
    const made = { ...row, report_id: report, figure_id: `${report}:${at}` };
    const fault = check(made, at);
    if (fault !== null) throw new Error(describeFault(fault));
    for (const cell of Object.values(made)) if (typeof cell === 'string') text.bytes += Buffer.byteLength(cell);
    yield made;
  }
}

/** Seconds that it takes. */
async function timed(what) {
  const begun = performance.now();
  await what();
  return (performance.now() - begun) / 1000;
}

function round(value) {
  return Math.round(value * 100) / 100;
}
