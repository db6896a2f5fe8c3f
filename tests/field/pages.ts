/** Reads the field's pages and its national reports in GBK, and scores what is read of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesFromDisk } from '../support/pipeline.ts';
import { type PageLabel, type Score, scoreNational, scorePages } from './pages-scores.ts';

/** @param data folder of the field data; pages lie in web-pages-zh/pages.jsonl, reports in national-gbk/<year>.txt */
export function measurePages(data: string): Score[] {
  const lines = readFileSync(join(data, 'web-pages-zh', 'pages.jsonl'), 'utf8').split('\n');
  const pages = lines.filter((line) => line !== '').map((line) => labelOf(JSON.parse(line)));
  return scorePages(pages, rulesFromDisk());
}

/** @param data folder of the field data */
export function measureNational(data: string): Score[] {
  const read = (year: number): Uint8Array => new Uint8Array(readFileSync(join(data, 'national-gbk', `${year}.txt`)));
  return scoreNational(read, rulesFromDisk());
}

/** A page as it lies in the file. @throws TypeError when the file has another form */
function labelOf(page: unknown): PageLabel {
  const { url, html, labels } = fieldsOf(page);
  const { with: must, without: mustNot } = fieldsOf(labels);
  if (typeof url !== 'string' || typeof html !== 'string') throw new TypeError('a page without url or html');
  return { url, html, must: textsOf(must), mustNot: textsOf(mustNot) };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new TypeError('not an object');
  return { ...value };
}

function textsOf(value: unknown): string[] {
  if (!Array.isArray(value)) throw new TypeError('not a list');
  return value.map(String);
}
