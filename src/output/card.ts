/** Reads the tables and what they were made from / gives the dataset card / promises: every number in it is counted from the tables it describes. */
import { grouped } from './amount.ts';
import { summaryOf } from './json.ts';
import { cell } from './release/cell.ts';
import type { Format } from './release/distribution.ts';
import { type Origin, type ReleaseNotes, RIGHTS } from './release/facts.ts';
import { loading } from './release/loading.ts';
import { coverage, defects, removals } from './release/sections.ts';
import { type ColumnSchema, SCHEMAS, TABLE_NAMES, type TableName, type Tables } from './schema.ts';
import { reportName, type TrustedReport, trusted } from './trust.ts';

/** What the card says beside the tables. */
export interface CardFacts {
  readonly origin: Origin;
  readonly notes: ReleaseNotes;
  readonly formats: readonly Format[];
}

/** README.md of the dataset, with the configuration that the Hugging Face Hub reads: one config a table. */
export function datasetCard(tables: Tables, { origin, notes, formats }: CardFacts): string {
  const all = trusted(tables);
  const sections = [
    header(tables, notes),
    intro(tables),
    `## Tables\n\n${tableList(tables)}`,
    loading(tables, formats),
    `## Which rows to count on\n\n${advice(all)}`,
    `## Places and years\n\n${coverage(all)}`,
    `## Known defects\n\n${defects(tables)}`,
    `## What was removed\n\n${removals(tables)}`,
    `## How it was made\n\n${making(origin)}`,
    `## Rights and citation\n\n${rights(tables)}`,
    `## Columns\n\n${TABLE_NAMES.map(columns).join('\n\n')}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

function header(tables: Tables, { title }: ReleaseNotes): string {
  const configs = TABLE_NAMES.flatMap((name) => [
    `- config_name: ${name}`,
    ...(name === 'reports' ? ['  default: true'] : []),
    `  data_files: data/${name}.parquet`,
  ]);
  return [
    '---',
    `pretty_name: ${JSON.stringify(title)}`,
    'language:',
    '- zh',
    'license: other',
    'license_name: see-rights',
    'license_link: README.md#rights-and-citation',
    'multilinguality:',
    '- monolingual',
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

/** Names told of each kind; more are a query away. */
const NAMED = 20;

function advice(all: readonly TrustedReport[]): string {
  const named = (trust: string): string => {
    const of = all.filter((one) => one.trust === trust);
    const shown = of.slice(0, NAMED).map(({ report }) => `${reportName(report)} (\`${report.report_id}\`)`);
    return `${shown.join(', ') || 'none'}${of.length > NAMED ? ` and ${of.length - NAMED} more` : ''}`;
  };
  return `- Use as they are: ${named('use')}.
- Look at their errors in \`findings\` first: ${named('check')}.
- Only a part is there: ${named('partial')}.
- Copies, which \`canonical_report_id\` leads away from: ${named('copy')}.

\`WHERE canonical\` counts every report once; \`AND completeness = 'complete'\` leaves out what is cut. A check that says \`cannot-tell\` is no
error: growth at comparable prices, other periods, other scopes and targets cannot be held against a level, and \`reason\` says which it was.`;
}

function making({ version, corpusDigest, rulesDigest }: Origin): string {
  return `Made by jiaokan ${version} from the sources, and from nothing else. The same sources and rules give the same bytes.
[CHANGELOG.md](CHANGELOG.md) tells what changed from release to release, and why.

| | SHA-256 |
| --- | --- |
| corpus | \`${corpusDigest}\` |
| rules | \`${rulesDigest}\` |

\`sha256sum -c SHA256SUMS\` checks the files. \`jiaokan verify .\` also checks every row against its schema, every key between tables, every
text and place, every form of a table against the others, [croissant.json](croissant.json) and [datapackage.json](datapackage.json) against the
files, and rebuilds every source from texts and edits.`;
}

function rights({ sources }: Tables): string {
  const rows = sources
    .slice(0, NAMED)
    .map(
      ({ source_id: id, publisher, url, rights: said }) =>
        `| \`${id}\` | ${cell(publisher ?? 'not known')} | ${cell(url ?? 'not known')} | ${cell(said ?? 'nothing is on record')} |`,
    );
  const more = sources.length > NAMED ? [`| … | ${sources.length - NAMED} more in the table \`sources\` | | |`] : [];
  const table = ['| source | publisher | address | rights |', '| --- | --- | --- | --- |', ...rows, ...more].join('\n');
  return `${RIGHTS} [CITATION.cff](CITATION.cff) says how to cite the dataset and its sources.\n\n${table}`;
}

function columns(name: TableName): string {
  const schema = SCHEMAS[name];
  const rows = Object.entries(schema.properties).map(
    ([column, about]) =>
      `| \`${column}\` | ${typeOf(about)} | ${about['x-title-zh']} | ${about.description} | ${about['x-description-zh']} |`,
  );
  return [
    `### ${name}`,
    '',
    `Key: ${schema['x-key'].map((key) => `\`${key}\``).join(', ')}. Schema: [schemas/${name}.schema.json](schemas/${name}.schema.json).`,
    '',
    '| column | type | 名称 | meaning | 含义 |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function typeOf(column: ColumnSchema): string {
  const { type, required } = column['x-parquet'];
  return `${type}${required ? '' : ', may be null'}`;
}
