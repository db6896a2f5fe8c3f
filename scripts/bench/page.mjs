/**
 * `node scripts/bench/page.mjs [--reports LIST] [--from FOLDER] [--browser]`: what audit.html costs for so many reports (default 500).
 * They are made from numbers (generate.mjs), or are the .txt and .md files below FOLDER, the later ones with other years and
 * digits (vary.mjs). Each number runs in a process of its own. Prints one line of JSON a number: processor time of making the page (ms),
 * size of audit.html and of all its files (MB); with --browser what a person waits for: milliseconds to the first paint, to the first
 * usable view, and to each view and one report after a click. The browser is that of the tests (CHROMIUM).
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfNeeded, installIfNeeded, ROOT } from '../lib/checkout.mjs';
import { generated, placesOf } from './generate.mjs';
import { sizesOf } from './scale.mjs';
import { vary } from './vary.mjs';

/** Settings of the heap that the command line starts with, and room for the texts of thousands of reports. */
const HEAP = ['--min-semi-space-size=64', '--max-semi-space-size=128', '--max-old-space-size=12000'];
const VIEWS = ['sources', 'reports', 'copies', 'figures', 'rules', 'data'];

const { values: flags } = parseArgs({
  options: {
    reports: { type: 'string', default: '500' },
    from: { type: 'string' },
    browser: { type: 'boolean', default: false },
    one: { type: 'boolean', default: false },
  },
});

if (flags.one) await measureOne(Number(flags.reports));
else report();

function report() {
  installIfNeeded({ quiet: true });
  buildIfNeeded({ quiet: true });
  const rest = [...(flags.from ? ['--from', flags.from] : []), ...(flags.browser ? ['--browser'] : [])];
  for (const reports of sizesOf(flags.reports)) {
    const self = fileURLToPath(import.meta.url);
    const args = [...HEAP, self, '--one', '--reports', String(reports), ...rest];
    process.stdout.write(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 }));
  }
}

async function measureOne(count) {
  const { auditSources } = await import('../../build/run/inline.js');
  const { rulesWith } = await import('../../build/node/rules.js');
  const { tablesOf } = await import('../../build/output/tables.js');
  const { auditPages } = await import('../../build/output/html.js');
  const audit = await auditSources(sources(count), await rulesWith(null, ROOT));
  const tables = tablesOf(audit);
  const before = process.cpuUsage();
  const pages = auditPages(audit, tables, 'en');
  const { user, system } = process.cpuUsage(before);
  const bytes = [...pages].map(([path, text]) => [path, Buffer.byteLength(text)]);
  const told = {
    reports: tables.reports.length,
    figures: tables.figures.length,
    findings: tables.findings.length,
    checks: tables.checks.length,
    pageCpuMs: Math.round((user + system) / 1000),
    auditHtmlMB: megabytes(bytes.filter(([path]) => path === 'audit.html')),
    allFilesMB: megabytes(bytes),
    files: bytes.length,
  };
  const seen = flags.browser ? await waited(pages, tables.reports.at(-1)?.report_id ?? '') : {};
  process.stdout.write(`${JSON.stringify({ ...told, ...seen })}\n`);
}

function* sources(count) {
  const encoder = new TextEncoder();
  const meta = (sourceId) => ({ sourceId, path: sourceId, title: null, publisher: null, url: null, collectedOn: null });
  if (flags.from === undefined) {
    const places = placesOf(join(ROOT, 'rules/vocabulary/divisions.csv'));
    for (let index = 0; index < count; index++) {
      const { id, text } = generated(index, places);
      yield { meta: meta(id), bytes: encoder.encode(text) };
    }
    return;
  }
  const files = readdirSync(flags.from, { recursive: true })
    .filter((name) => /\.(txt|md)$/u.test(name))
    .sort();
  for (let index = 0; index < count; index++) {
    const name = files[index % files.length] ?? '';
    const round = Math.floor(index / files.length);
    const text = vary(readFileSync(join(flags.from, name), 'utf8'), round);
    yield { meta: meta(round === 0 ? name : `${round}/${name}`), bytes: encoder.encode(text) };
  }
}

/** Opens the page from a disk and goes through its views, each of them for the first time. */
async function waited(pages, reportId) {
  const { chromium } = await import('playwright-core');
  const folder = mkdtempSync(join(tmpdir(), 'jiaokan-page-'));
  for (const [path, text] of pages) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const profile = mkdtempSync(join(tmpdir(), 'jiaokan-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(300_000);
    await page.goto(pathToFileURL(join(folder, 'audit.html')).href);
    await page.waitForSelector('html[data-shown]', { state: 'attached' });
    const firstUsableMs = Math.round(await page.evaluate('performance.now()'));
    const firstPaintMs = Math.round(
      await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1"),
    );
    const viewMs = {};
    for (const view of VIEWS) viewMs[view] = await gone(page, view);
    viewMs.report = await gone(page, `report-${encodeURIComponent(reportId)}`);
    return { firstPaintMs, firstUsableMs, viewMs };
  } finally {
    await context.close();
    for (const one of [folder, profile]) rmSync(one, { recursive: true, force: true });
  }
}

/** Milliseconds from a click to what it leads to, drawn. */
async function gone(page, id) {
  return Math.round(
    await page.evaluate(`new Promise((done) => {
      delete document.documentElement.dataset.shown;
      const from = performance.now();
      const look = () => requestAnimationFrame(() => {
        if ('shown' in document.documentElement.dataset) done(performance.now() - from); else look();
      });
      location.hash = ${JSON.stringify(`#${id}`)};
      look();
    })`),
  );
}

function megabytes(files) {
  return Math.round(files.reduce((sum, [, size]) => sum + size, 0) / 1e4) / 100;
}
