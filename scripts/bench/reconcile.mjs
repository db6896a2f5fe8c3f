/**
 * `node scripts/bench/reconcile.mjs [N] [--folder DIR]`: reconciles the facts of N reports (default 10000) and says how long that took,
 * in seconds of one processor. The facts are those of real reports (DIR, else corpus/sources), read once and given to as many places as
 * are needed; places are taken a batch at a time, as a store that is sorted by place hands them over, so that memory holds one batch.
 * Finding copies is timed by bench/copies.mjs. Needs `npm run build`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILD = process.env.JIAOKAN_BUILD ?? join(ROOT, 'build');
const RULES = join(ROOT, 'rules');
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { folder: { type: 'string', default: join(ROOT, 'corpus', 'sources') } },
});
const count = Number(positionals[0] ?? 10_000);

const { loadRules } = await import(join(BUILD, 'rules/load.js'));
const { readSource } = await import(join(BUILD, 'source/read.js'));
const { makeChecks } = await import(join(BUILD, 'corpus/checks.js'));
const { localise } = await import(join(BUILD, 'corpus/localise.js'));

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
const rules = loadRules(
  filesIn(RULES).map((file) => ({ path: file.slice(RULES.length + 1), text: readFileSync(file, 'utf8') })),
);
const known = filesIn(flags.folder).flatMap((path) => {
  const meta = { sourceId: path, path, title: null, publisher: null, url: null, collectedOn: null };
  return [...readSource(new Uint8Array(readFileSync(path)), meta, rules).facts];
});

/** All known reports, moved to other places: `batch` is put behind every code of a place. */
function moved(batch) {
  const placed = (code) => (code === null ? null : `${code}-${batch}`);
  return known.map((report) => {
    const reportId = `${report.reportId}-${batch}`;
    const { identity } = report;
    return {
      ...report,
      reportId,
      identity: { ...identity, regionCode: placed(identity.regionCode), parentCode: placed(identity.parentCode) },
      facts: report.facts.map((fact) => ({
        ...fact,
        reportId,
        figureId: `${fact.figureId}-${batch}`,
        regionCode: placed(fact.regionCode),
        of: fact.of === null ? null : `${fact.of}-${batch}`,
      })),
    };
  });
}

const clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const total = { reports: 0, facts: 0, checks: 0, broken: 0, making: 0, localising: 0 };
for (let batch = 0; total.reports < count; batch++) {
  const reports = moved(batch);
  const started = clock();
  const made = makeChecks(reports, rules);
  const between = clock();
  const checks = localise(made, new Map(), reports);
  total.localising += clock() - between;
  total.making += between - started;
  total.reports += reports.length;
  total.facts += reports.reduce((sum, { facts }) => sum + facts.length, 0);
  total.checks += checks.length;
  total.broken += checks.filter(({ verdict }) => verdict === 'broken').length;
}
const seconds = (ms) => Number((ms / 1000).toFixed(1));
const figures = {
  reports: total.reports,
  facts: total.facts,
  checks: total.checks,
  broken: total.broken,
  checkSeconds: seconds(total.making),
  localiseSeconds: seconds(total.localising),
  peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
