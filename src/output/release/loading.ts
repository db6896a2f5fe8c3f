/** Reads which forms a dataset has / gives the ways to load it / promises: what runs on Node is run by the tests as it stands. */
import type { Tables } from '../schema.ts';
import type { Format } from './distribution.ts';

/** The part of the dataset card on loading. `formats`: the forms that lie in the folder. */
export function loading({ reports }: Tables, formats: readonly Format[]): string {
  const some = reports.find((row) => row.canonical)?.report_id ?? 'some-report#1';
  return [
    `## Loading\n\nRun these in the folder of the dataset. Over HTTP, put its address before \`data/\`: readers fetch only the ranges that they need.`,
    fenced('sql', DUCKDB),
    fenced('python', PYTHON),
    fenced('r', R),
    `In Node or in a page (\`npm install hyparquet hyparquet-compressors\`), one report by its id, without reading the others:`,
    fenced('js', oneReport(some)),
    fenced('html', browser(some)),
    ...(formats.includes('arrow') ? [ARROW_WORDS, fenced('js', ARROW)] : []),
    ...(formats.includes('compat') ? [COMPAT_WORDS, fenced('js', COMPAT)] : []),
    VALUES,
  ].join('\n\n');
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

const DUCKDB = `-- DuckDB; over HTTP: INSTALL httpfs; LOAD httpfs; FROM 'https://…/data/reports.parquet'
SELECT region, report_year, completeness, chars FROM 'data/reports.parquet' WHERE canonical;
SELECT r.region, f.indicator, f.period_start, f.value_decimal, f.quote
FROM 'data/figures.parquet' f JOIN 'data/reports.parquet' r USING (report_id)
WHERE r.canonical AND f.indicator IS NOT NULL AND f.measure = 'growth' AND f.nature = 'actual';`;

const PYTHON = `import pandas as pd                                    # pandas with pyarrow
reports = pd.read_parquet("data/reports.parquet")

import pyarrow.parquet as pq                           # a few columns of many rows
figures = pq.read_table("data/figures.parquet", columns=["report_id", "indicator", "value_decimal"])

import polars as pl                                    # lazily: only what the query needs is read
growth = pl.scan_parquet("data/figures.parquet").filter(pl.col("measure") == "growth").collect()

import os
from datasets import load_dataset                      # Hugging Face datasets: by the whole path, or by name on the hub
paragraphs = load_dataset(os.getcwd(), "paragraphs", split="train")`;

const R = `library(arrow)
library(dplyr)
reports <- open_dataset("data/reports.parquet") |> filter(canonical) |> collect()`;

function oneReport(id: string): string {
  return `import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
const file = await asyncBufferFromFile('data/reports.parquet'); // or asyncBufferFromUrl({ url: 'https://…' })
const metadata = await parquetMetadataAsync(file);
const ids = await parquetReadObjects({ file, metadata, compressors, columns: ['report_id'] });
const row = ids.findIndex((one) => one.report_id === ${JSON.stringify(id)});
const place = { rowStart: row, rowEnd: row + 1, useOffsetIndex: true };
const [report] = await parquetReadObjects({ file, metadata, compressors, ...place });
console.log(report.region, report.report_year, report.text.length);`;
}

function browser(id: string): string {
  return `<script type="module">
  import { asyncBufferFromUrl, parquetReadObjects } from "https://esm.sh/hyparquet@1.31.5";
  import { compressors } from "https://esm.sh/hyparquet-compressors@1.1.2";
  const file = await asyncBufferFromUrl({ url: 'data/figures.parquet' });
  const columns = ['report_id', 'indicator', 'value_number', 'quote'];
  const filter = { report_id: { $eq: ${JSON.stringify(id)} } };
  const figures = await parquetReadObjects({ file, compressors, columns, filter });
  document.body.textContent = JSON.stringify(figures, null, 2);
</script>`;
}

const ARROW_WORDS = `\`arrow/\` holds the same tables in Arrow IPC, uncompressed: \`pyarrow.feather.read_table("arrow/figures.arrow")\`, and with \`npm install apache-arrow\`:`;

const ARROW = `import { readFileSync } from "node:fs";
import { tableFromIPC } from "apache-arrow";
const figures = tableFromIPC(readFileSync('arrow/figures.arrow'));
console.log(figures.numRows, figures.getChild('quote').get(0));`;

const COMPAT_WORDS = `\`compat/\` holds them for readers that know neither zstd nor dictionaries (gzip, footer version 1; decimals as DOUBLE):`;

const COMPAT = `import parquet from "parquetjs-lite";
const reader = await parquet.ParquetReader.openFile('compat/reports.parquet');
const cursor = reader.getCursor();
const first = await cursor.next();
console.log(first.report_id);
await reader.close();`;

const VALUES = `\`value\`, \`low\` and \`high\` are decimals written as text, so that nothing is rounded; \`value_decimal\`, \`low_decimal\` and
\`high_decimal\` are the same as DECIMAL(38,10), \`value_number\` as a floating-point number. An empty \`low\` or \`high\` means: no bound on that
side. Offsets of characters count UTF-16 code units; offsets of bytes count in the source file. In Python,
\`text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")\` cuts exactly. Rows are sorted by place (\`region_code\`), \`report_year\`
and position, so that a filter on them skips most of a file.`;
