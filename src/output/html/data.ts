/** Reads the page / gives the tables and how to load them / promises: the columns as the schemas describe them, and what the audit was made from. */
import { SCHEMAS, TABLE_NAMES, type TableName } from '../schema.ts';
import { count, h, type Markup, NOTHING, t } from './markup.ts';
import type { Page } from './model.ts';

const LOADING = `-- DuckDB
SELECT region, report_year, completeness, chars FROM 'data/reports.parquet' WHERE canonical;

# pandas
pandas.read_parquet("data/reports.parquet")

# polars
polars.read_parquet("data/figures.parquet")`;

export function dataView(page: Page): Markup {
  const { audit } = page;
  return h`<p class="lead">${t(
    'The tables lie in data/ beside this page, as Parquet files. Offsets of characters count UTF-16 code units; offsets of bytes count in the source file; all ranges are half-open.',
    '各表以 Parquet 文件存于本页旁的 data/。字符位置按 UTF-16 码元计，字节位置按来源文件计，区间均为左闭右开。',
  )}</p>
<pre class="code"><code>${LOADING}</code></pre>
${TABLE_NAMES.map((name) => table(page, name))}
<h2>${t('Made from', '依据')}</h2>
<dl class="facts wide"><div><dt>${t('Corpus', '语料')} SHA-256</dt><dd><code>${audit.corpusDigest}</code></dd></div><div><dt>${t('Rules', '规则')} SHA-256</dt><dd><code>${audit.rulesDigest}</code></dd></div><div><dt>${t('Version', '版本')}</dt><dd>${audit.tool} ${audit.version}</dd></div></dl>`;
}

function table(page: Page, name: TableName): Markup {
  const schema = SCHEMAS[name];
  const rows = Object.entries(schema.properties).map(([column, about]) => {
    const { type, required } = about['x-parquet'];
    const unit = about['x-unit'];
    return h`<tr><th scope="row"><code>${column}</code></th><td>${type}${required ? NOTHING : h` <small>null</small>`}</td><td>${t(about.description, about['x-description-zh'])}${unit === undefined ? NOTHING : h` <small>[${unit}]</small>`}</td></tr>`;
  });
  return h`<details class="table"><summary><code>${name}</code> <small>${t(page.tables[name].length === 1 ? '1 row' : `${count(page.tables[name].length)} rows`, `${count(page.tables[name].length)} 行`)}</small> ${t(schema.description, schema['x-description-zh'])}</summary><div class="scroll" tabindex="0"><table><tbody>${rows}</tbody></table></div></details>`;
}
