/** Reads an audit and its tables / gives the dataset card / promises: every number in it is counted from the tables it describes. */
import type { Audit } from '../model/audit.ts';
import { grouped } from './amount.ts';
import { summaryOf } from './json.ts';
import { type ColumnSchema, SCHEMAS, TABLE_NAMES, type TableName, type Tables } from './schema.ts';
import { reportName, trusted } from './trust.ts';

/** README.md of the dataset, with the configuration that the Hugging Face Hub reads: one config a table. */
export function datasetCard(audit: Audit, tables: Tables): string {
  const sections = [
    header(tables),
    intro(tables),
    `## Tables\n\n${tableList(tables)}`,
    LOADING,
    `## Which rows to count on\n\n${advice(tables)}`,
    `## How it was made\n\n${making(audit)}`,
    `## Columns\n\n${TABLE_NAMES.map(columns).join('\n\n')}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

function header(tables: Tables): string {
  const configs = TABLE_NAMES.flatMap((name) => [
    `- config_name: ${name}`,
    ...(name === 'reports' ? ['  default: true'] : []),
    `  data_files: data/${name}.parquet`,
  ]);
  return [
    '---',
    'pretty_name: Government work reports, audited',
    'language:',
    '- zh',
    'license: other',
    'tags:',
    '- government-work-report',
    '- 政府工作报告',
    '- data-quality',
    'size_categories:',
    `- ${sizeCategory(Math.max(...TABLE_NAMES.map((name) => tables[name].length)))}`,
    'configs:',
    ...configs,
    '---',
  ].join('\n');
}

function sizeCategory(rows: number): string {
  if (rows < 1000) return 'n<1K';
  if (rows < 10_000) return '1K<n<10K';
  if (rows < 100_000) return '10K<n<100K';
  return rows < 1_000_000 ? '100K<n<1M' : '1M<n<10M';
}

function intro(tables: Tables): string {
  const { sources, reports, canonical_reports, completeness, figures, checks } = summaryOf(tables);
  return `# Government work reports, audited (政府工作报告校勘)

${reports} reports found in ${sources} scraped files, ${canonical_reports} of them after copies are set aside. The text is clean, and nothing is lost:
every removal is a row of \`edits\`, and report texts and edits together rebuild every source. ${grouped(String(figures))} figures carry their exact
decimal value, the interval that the written form stands for, and what is known of their meaning. Where figures can be compared they were:
${checks.holds} comparisons hold, ${checks.broken} do not, ${checks.cannot_tell} cannot be told.

${completeness.complete} reports are complete, ${completeness.truncated} truncated, ${completeness.excerpt} excerpts, ${completeness['not-a-report']} no reports at all.`;
}

function tableList(tables: Tables): string {
  const rows = TABLE_NAMES.map(
    (name) =>
      `| [${name}](data/${name}.parquet) | ${grouped(String(tables[name].length))} | ${SCHEMAS[name].description} | ${SCHEMAS[name]['x-description-zh']} |`,
  );
  return ['| table | rows | a row is | 每行是 |', '| --- | ---: | --- | --- |', ...rows].join('\n');
}

const LOADING = `## Loading

\`\`\`sql
-- DuckDB
SELECT region, report_year, completeness, chars FROM 'data/reports.parquet' WHERE canonical;
SELECT r.region, f.period_start, f.value_number, f.quote
FROM 'data/figures.parquet' f JOIN 'data/reports.parquet' r USING (report_id)
WHERE r.canonical AND f.indicator IS NOT NULL AND f.measure = 'growth' AND f.nature = 'actual';
\`\`\`

\`\`\`python
import pandas as pd                                    # pandas with pyarrow
reports = pd.read_parquet("data/reports.parquet")

import polars as pl
figures = pl.read_parquet("data/figures.parquet")

from datasets import load_dataset                      # Hugging Face datasets, in this folder
paragraphs = load_dataset(".", "paragraphs", split="train")
\`\`\`

\`\`\`js
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
const file = await asyncBufferFromFile('data/reports.parquet');
const reports = await parquetReadObjects({ file, compressors });
\`\`\`

\`value\`, \`low\` and \`high\` are decimals written as text, so that nothing is rounded; cast them (\`value::DECIMAL(38, 6)\` in DuckDB) or use
\`value_number\`. An empty \`low\` or \`high\` means: no bound on that side. Offsets of characters count UTF-16 code units; offsets of bytes
count in the source file. In Python, \`text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")\` cuts exactly.`;

function advice(tables: Tables): string {
  const all = trusted(tables);
  const named = (trust: string): string =>
    all
      .filter((one) => one.trust === trust)
      .map(({ report }) => `${reportName(report)} (\`${report.report_id}\`)`)
      .join(', ') || 'none';
  return `- Use as they are: ${named('use')}.
- Look at their errors in \`findings\` first: ${named('check')}.
- Only a part is there: ${named('partial')}.
- Copies, which \`canonical_report_id\` leads away from: ${named('copy')}.

\`WHERE canonical\` counts every report once; \`AND completeness = 'complete'\` leaves out what is cut. A check that says \`cannot-tell\` is no
error: growth at comparable prices, other periods, other scopes and targets cannot be held against a level, and \`reason\` says which it was.`;
}

function making(audit: Audit): string {
  return `Made by jiaokan ${audit.version} from the sources, and from nothing else. The same sources and rules give the same bytes.

| | SHA-256 |
| --- | --- |
| corpus | \`${audit.corpusDigest}\` |
| rules | \`${audit.rulesDigest}\` |

\`sha256sum -c SHA256SUMS\` checks the files. \`jiaokan verify .\` also checks every row against its schema, every key between tables, every
text and place, and rebuilds every source from texts and edits.

The reports are public documents of Chinese governments; \`url\` and \`publisher\` in \`sources\` say where each file comes from, where that is known.`;
}

function columns(name: TableName): string {
  const schema = SCHEMAS[name];
  const rows = Object.entries(schema.properties).map(
    ([column, about]) => `| \`${column}\` | ${typeOf(about)} | ${about.description} | ${about['x-description-zh']} |`,
  );
  return [
    `### ${name}`,
    '',
    `Key: ${schema['x-key'].map((key) => `\`${key}\``).join(', ')}. Schema: [schemas/${name}.schema.json](schemas/${name}.schema.json).`,
    '',
    '| column | type | meaning | 含义 |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function typeOf(column: ColumnSchema): string {
  const { type, required } = column['x-parquet'];
  return `${type}${required ? '' : ', may be null'}`;
}
