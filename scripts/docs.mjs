/**
 * `npm run docs`: writes the pages of docs/ that are made from rules, schemas and commands, and the summary in the README.
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
const { default: pc } = await import('picocolors');
const { pagesOf } = await import('../build/cli/pages.js');
const { main, processTerminal, program } = await import('../build/cli/main.js');
const { rulesWith } = await import('../build/node/rules.js');

const pages = pagesOf(
  await rulesWith(null, ROOT),
  program(processTerminal(), () => {}),
);
pages.set('../README.md', withSummary(readFileSync(join(ROOT, 'README.md'), 'utf8'), await summary()));
const stale = [...pages].filter(([path, text]) => read(path) !== text).map(([path]) => path);
const left = OWNED.flatMap(filesBelow).filter((path) => !pages.has(path));

if (process.argv.includes('--check')) {
  for (const path of stale) process.stdout.write(`stale: ${join('docs', path)}\n`);
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

/** What `audit` prints for our own corpus, without colour. */
async function summary() {
  const said = [];
  const keep = (text) => said.push(text);
  const colors = pc.createColors(false);
  const terminal = {
    cwd: ROOT,
    out: keep,
    err: () => {},
    stdin: async () => new Uint8Array(),
    columns: 100,
    colors,
    progress: null,
  };
  await main(['audit', 'corpus'], terminal);
  return said.join('').trimEnd();
}

/** The README with the summary between its marks. */
function withSummary(readme, text) {
  const [start, end] = ['<!-- summary -->', '<!-- /summary -->'];
  const [from, to] = [readme.indexOf(start), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has lost its marks ${start} and ${end}`);
  return `${readme.slice(0, from + start.length)}\n\`\`\`text\n${text}\n\`\`\`\n${readme.slice(to)}`;
}
