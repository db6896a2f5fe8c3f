/**
 * `npm run docs`: writes the pages of docs/ that are made from rules, schemas and commands.
 * `--check` writes nothing and fails when a page is stale, missing or left over.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildIfNeeded, installIfNeeded, ROOT } from './lib/checkout.mjs';

const DOCS = join(ROOT, 'docs');
/** Folders that hold nothing but generated pages. */
const OWNED = ['rules', 'generated'];

installIfNeeded();
buildIfNeeded();
const { pagesOf } = await import('../build/cli/pages.js');
const { processTerminal, program } = await import('../build/cli/main.js');
const { rulesWith } = await import('../build/node/rules.js');

const pages = pagesOf(
  await rulesWith(null, ROOT),
  program(processTerminal(), () => {}),
);
const stale = [...pages].filter(([path, text]) => read(path) !== text).map(([path]) => path);
const left = OWNED.flatMap(filesBelow).filter((path) => !pages.has(path));

if (process.argv.includes('--check')) {
  for (const path of stale) process.stdout.write(`stale: docs/${path}\n`);
  for (const path of left) process.stdout.write(`left over: docs/${path}\n`);
  if (stale.length + left.length > 0) {
    process.stdout.write('run: npm run docs\n');
    process.exitCode = 1;
  } else process.stdout.write(`${pages.size} pages are up to date\n`);
} else {
  for (const [path, text] of pages) {
    mkdirSync(dirname(join(DOCS, path)), { recursive: true });
    writeFileSync(join(DOCS, path), text);
  }
  for (const path of left) rmSync(join(DOCS, path));
  process.stdout.write(`${pages.size} pages, ${stale.length} changed\n`);
}

function read(path) {
  return existsSync(join(DOCS, path)) ? readFileSync(join(DOCS, path), 'utf8') : null;
}

function filesBelow(folder) {
  if (!existsSync(join(DOCS, folder))) return [];
  return readdirSync(join(DOCS, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(DOCS.length + 1)
        .replaceAll('\\', '/'),
    );
}
