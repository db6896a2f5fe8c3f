/** Rows of a table of texts (JSON Lines, CSV, Parquet) as sources: which column is the text, which the id, what else is known. */
import type { SourceMeta } from '../../model/result.ts';
import type { SourceInput } from '../../run/inline.ts';

/** Columns that a person names; null: guessed. */
export interface Columns {
  readonly textColumn: string | null;
  readonly idColumn: string | null;
}

/** Columns in use. */
export interface Chosen {
  readonly text: string;
  readonly id: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
}

export type Cells = Readonly<Record<string, unknown>>;

const TEXT =
  'text content body 正文 内容 全文 文本 full_text fulltext article raw_text clean_text markdown md html raw_html document raw_content page_content'.split(
    ' ',
  );
const ID = 'id _id source_id doc_id docid uid uuid key 编号 序号 file filename file_name path name url link'.split(' ');
const TITLE = 'title 标题 题目 headline'.split(' ');
const URL = 'url link source_url 网址 链接 href'.split(' ');
const PUBLISHER = 'publisher site 发布机构 发布者 来源'.split(' ');
/** Mean length in characters from which a column without a telling name is taken for the text. */
const LONG = 100;

/**
 * Chooses columns from the first rows. A column that was named is taken as it is; else telling names win, then the
 * string column with the longest cells. An id must be there and differ in most rows.
 * @returns null when no column holds text
 */
export function chooseColumns(names: readonly string[], sample: readonly Cells[], asked: Columns): Chosen | null {
  const holding = names.filter((name) => sample.some((row) => isText(row[name])));
  const text =
    asked.textColumn === null ? (named(holding, TEXT) ?? longest(holding, sample)) : given(names, asked.textColumn);
  if (text === null) return null;
  const distinct = names.filter((name) => name !== text && isDistinct(name, sample));
  const id = asked.idColumn === null ? named(distinct, ID) : given(names, asked.idColumn);
  return { text, id, title: named(holding, TITLE), url: named(holding, URL), publisher: named(holding, PUBLISHER) };
}

function given(names: readonly string[], name: string): string | null {
  return names.includes(name) ? name : null;
}

function named(names: readonly string[], wanted: readonly string[]): string | null {
  for (const want of wanted) {
    const found = names.find((name) => name.trim().toLowerCase() === want);
    if (found !== undefined) return found;
  }
  return null;
}

function longest(names: readonly string[], sample: readonly Cells[]): string | null {
  let best: string | null = null;
  let most = LONG * sample.length;
  for (const name of names) {
    const length = sample.reduce((sum, row) => sum + (isAddress(row[name]) ? 0 : lengthOf(row[name])), 0);
    if (length < most) continue;
    best = name;
    most = length + 1;
  }
  return best;
}

/** Addresses may be longer than a short text, and are none. */
function isAddress(cell: unknown): boolean {
  return typeof cell === 'string' && /^\s*(?:https?:)?\/\/\S+\s*$/iu.test(cell);
}

function lengthOf(cell: unknown): number {
  return typeof cell === 'string' || cell instanceof Uint8Array ? cell.length : 0;
}

function isText(cell: unknown): boolean {
  return lengthOf(cell) > 0;
}

/** Share of rows that an id must tell apart; a few repeats are the scraper's, and get the place of their row behind them. */
const MOSTLY = 0.75;

function isDistinct(name: string, sample: readonly Cells[]): boolean {
  const ids = sample.map((row) => idOf(row[name])).filter((id) => id !== null);
  return new Set(ids).size >= sample.length * MOSTLY;
}

const LONGEST_ID = 200;

/** An id as it may stand in a source id: one line without control characters; null for anything else. */
function idOf(cell: unknown): string | null {
  if (typeof cell !== 'string' && typeof cell !== 'number' && typeof cell !== 'bigint') return null;
  const id = wellFormed(String(cell))
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim();
  return id === '' || id.length > LONGEST_ID ? null : id;
}

/** Lone surrogates, which no table can hold, become U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Why no record could be taken out, as a noun phrase. */
export function withoutTextColumn(what: string, names: readonly string[], { textColumn }: Columns): string {
  const there = names.length === 0 ? 'it has no columns' : `its columns are ${names.slice(0, 40).join(', ')}`;
  const missing = textColumn === null ? 'without a column that looks like text' : `without a column ${textColumn}`;
  return `${what} ${missing} (${there}; name one with --text-column)`;
}

/** Turns rows into sources. `place` (line-12, row-3) is the id of a row that has none of its own, and tells equal ids apart. */
export function recordMaker(container: SourceMeta, chosen: Chosen): (row: Cells, place: string) => SourceInput {
  const used = new Set<string>();
  return (row, place) => {
    const own = chosen.id === null ? null : idOf(row[chosen.id]);
    const id = own === null || used.has(own) ? uniqueId(own === null ? place : `${own}@${place}`, used) : own;
    used.add(id);
    const meta = placed(container, id, {
      title: words(row, chosen.title),
      url: words(row, chosen.url) ?? container.url,
      publisher: words(row, chosen.publisher) ?? container.publisher,
    });
    return { meta, bytes: bytesOfCell(row[chosen.text]) };
  };
}

function uniqueId(wanted: string, used: ReadonlySet<string>): string {
  let id = wanted;
  while (used.has(id)) id += '+';
  return id;
}

/** What is known of a record inside a container. */
export function placed(container: SourceMeta, id: string, more: Partial<SourceMeta> = {}): SourceMeta {
  return {
    ...container,
    title: null,
    ...more,
    sourceId: `${container.sourceId}#${id}`,
    path: `${container.path}#${id}`,
  };
}

function words(row: Cells, column: string | null): string | null {
  const cell = column === null ? null : row[column];
  return typeof cell === 'string' && cell.trim() !== '' ? wellFormed(cell.trim()) : null;
}

/** UTF-8 of a text; UTF-16 with its mark where a lone surrogate stands, because no UTF-8 can hold it. Bytes stay as they are. */
export function bytesOfCell(cell: unknown): Uint8Array {
  if (cell instanceof Uint8Array) return cell;
  if (typeof cell !== 'string') return new Uint8Array(0);
  if (/\p{Surrogate}/u.test(cell)) return Buffer.from(`\ufeff${cell}`, 'utf16le');
  return Buffer.from(cell, 'utf8');
}
