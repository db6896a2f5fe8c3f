#!/usr/bin/env node
// Makes src/output/rows.ts from the JSON Schemas of the tables. With --check it writes nothing and fails on a difference.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { compile } from 'json-schema-to-typescript';

const SCHEMAS = new URL('../src/output/schemas/', import.meta.url);
const ROWS = new URL('../src/output/rows.ts', import.meta.url);
const BANNER =
  '/** Rows of the published tables, generated from schemas/ by scripts/generate-rows.mjs: edit the schemas, not this file. */\n';

/** A schema without the keywords that say nothing about types: titles of columns would become types of their own. */
function bare(schema) {
  const { $id, $schema, ...rest } = schema;
  const properties = Object.entries(schema.properties).map(([name, { title, examples, ...column }]) => [name, column]);
  return { ...rest, title: rowType(schema['x-table']), properties: Object.fromEntries(properties) };
}

/** `checks` -> `CheckRow`. */
function rowType(table) {
  return `${table.charAt(0).toUpperCase()}${table.slice(1).replace(/s$/u, '')}Row`;
}

async function generate() {
  const names = (await readdir(SCHEMAS)).filter((name) => name.endsWith('.schema.json')).sort();
  const parts = [];
  for (const name of names) {
    const schema = JSON.parse(await readFile(new URL(name, SCHEMAS), 'utf8'));
    const types = await compile(bare(schema), rowType(schema['x-table']), {
      additionalProperties: false,
      bannerComment: '',
      ignoreMinAndMaxItems: true,
      style: { singleQuote: true, printWidth: 120 },
    });
    parts.push(types);
  }
  return `${BANNER}${parts.join('\n')}`;
}

const wanted = await generate();
if (!process.argv.includes('--check')) {
  await writeFile(ROWS, wanted);
} else if ((await readFile(ROWS, 'utf8').catch(() => '')) !== wanted) {
  process.stderr.write('src/output/rows.ts differs from src/output/schemas. Run: node scripts/generate-rows.mjs\n');
  process.exitCode = 1;
}
