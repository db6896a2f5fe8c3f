/**
 * `npm run docs`: writes the pages of docs/ that are made from rules, schemas and commands, and the summary in the README.
 * `--check` writes nothing and fails when a page is stale, missing or left over.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildIfNeeded, installIfNeeded, ROOT } from './lib/checkout.mjs';
import { percentOf } from './lib/floors.mjs';

const DOCS = join(ROOT, 'docs');
/** Folders that hold nothing but generated pages. */
const OWNED = ['rules', 'generated'];

installIfNeeded();
buildIfNeeded();
const { default: pc } = await import('picocolors');
const { pagesOf } = await import('../build/cli/pages.js');
const { main, processTerminal, program } = await import('../build/cli/main.js');
const { rulesWith } = await import('../build/node/rules.js');

const pages = pagesOf(await rulesWith(null, ROOT), await program(processTerminal(), () => {}));
pages.set('../README.md', withSummary(readFileSync(join(ROOT, 'README.md'), 'utf8'), await summary()));
pages.set('field.md', fieldPage(JSON.parse(readFileSync(join(ROOT, 'tests', 'gate', 'measured.json'), 'utf8'))));
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

/** What was counted on the field data, a table a measure. */
function fieldPage(measured) {
  const groups = new Map();
  for (const [name, counts] of Object.entries(measured)) {
    const [group] = name.split(': ', 1);
    const rows = groups.get(group) ?? [];
    groups.set(group, rows);
    rows.push(
      `| ${name.slice(group.length + 2).replaceAll('|', '\\|')} | ${counts[0]} | ${counts[1]} | ${percentOf({ right: counts[0], total: counts[1] })} |`,
    );
  }
  const sections = [...groups].map(
    ([group, rows]) => `## ${group}\n\n| measure | right | of | % |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`,
  );
  return `<!-- Made by \`npm run docs\`: edit what it is made from, not this page. -->

# What is measured

\`npm run check:field\` measures the tool on reports that are not part of this project and prints every count with its floor
(\`tests/gate/floors.json\`); floors only rise. The labels that it counts against were made by reading and lie in
\`tests/field/labels\`, each with a note on how they were drawn and which half was kept aside. This is what the last recorded run
counted; the run itself names what went wrong.

${sections.join('\n')}`;
}

/** The README with the summary between its marks. */
function withSummary(readme, text) {
  const [start, end] = ['<!-- summary -->', '<!-- /summary -->'];
  const [from, to] = [readme.indexOf(start), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has lost its marks ${start} and ${end}`);
  return `${readme.slice(0, from + start.length)}\n\`\`\`text\n${text}\n\`\`\`\n${readme.slice(to)}`;
}
