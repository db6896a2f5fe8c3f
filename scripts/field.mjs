/**
 * `npm run check:field`: measures the tool on real reports that are not part of this project and holds them to their floors.
 *   --data DIR   the field data (default: ../shared/data beside the checkout)
 *   --raise      record what was reached as the new floors; never lowers one
 *   --lower      with --raise: lowers floors too
 *   --json       print JSON
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installIfNeeded, ROOT } from './lib/checkout.mjs';
import { holds, judge, raised } from './lib/floors.mjs';

const FLOORS = join(ROOT, 'tests', 'gate', 'floors.json');
/** What the last run that recorded floors counted; docs/field.md is made from it. */
const MEASURED = join(ROOT, 'tests', 'gate', 'measured.json');
const OUT = join(ROOT, 'build', 'field.json');

const { values: flags } = parseArgs({
  options: {
    data: { type: 'string' },
    raise: { type: 'boolean', default: false },
    lower: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

process.exitCode = main();

function main() {
  const data = resolve(flags.data ?? join(ROOT, '..', 'shared', 'data'));
  if (!existsSync(join(data, 'reports'))) {
    process.stdout.write(
      'The field data is not there (../shared/data/reports beside this checkout): nothing was measured.\n',
    );
    return flags.data === undefined ? 0 : 2;
  }
  installIfNeeded();
  const measures = measure(data);
  if (measures === null) return 2;
  const floors = existsSync(FLOORS) ? JSON.parse(readFileSync(FLOORS, 'utf8')) : {};
  const rows = judge(measures, floors);
  process.stdout.write(flags.json ? `${JSON.stringify(rows, null, 2)}\n` : table(rows));
  if (flags.raise) {
    writeFileSync(FLOORS, `${JSON.stringify(raised(rows, floors, flags), null, 2)}\n`);
    const counted = measures.map(({ name, right, total }) => `  ${JSON.stringify(name)}: [${right}, ${total}]`);
    writeFileSync(MEASURED, `{\n${counted.join(',\n')}\n}\n`);
    process.stdout.write('floors recorded in tests/gate/floors.json; run npm run docs\n');
    return 0;
  }
  return holds(rows) ? 0 : 1;
}

/** Runs the measures in the test runner, which reads TypeScript; null when that failed. */
function measure(data) {
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  rmSync(OUT, { force: true });
  const runner = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const done = spawnSync(process.execPath, [runner, 'run', '--config', 'vitest.field.config.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, FIELD_DATA: data, FIELD_OUT: OUT },
  });
  if (done.status === 0 && existsSync(OUT)) return JSON.parse(readFileSync(OUT, 'utf8'));
  process.stderr.write(`the measures failed:\n${done.stdout}${done.stderr}\n`);
  return null;
}

function table(rows) {
  const width = Math.max(8, ...rows.map(({ name }) => name.length));
  const line = (name, right, total, percent, floor, state) =>
    `${name.padEnd(width)}  ${right.padStart(8)}  ${total.padStart(8)}  ${percent.padStart(7)}  ${floor.padStart(6)}  ${state}`.trimEnd();
  const body = rows.map(({ name, right, total, percent, floor, state }) =>
    line(name, String(right), String(total), percent.toFixed(1), floor === null ? '-' : floor.toFixed(1), state),
  );
  return `${[line('measure', 'right', 'total', 'percent', 'floor', ''), ...body].join('\n')}\n`;
}
