/** Runs every measure of this folder over the field data and writes what came out; scripts/field.mjs starts it. */
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** How often something was right, out of how many. */
interface Measure {
  readonly name: string;
  readonly right: number;
  readonly total: number;
  /** True for a part of another measure, which has the floor. */
  readonly detail?: boolean;
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const data = process.env.FIELD_DATA ?? '';
const out = process.env.FIELD_OUT ?? '';

function isMeasure(value: unknown): value is Measure {
  return typeof value === 'object' && value !== null && 'name' in value && 'right' in value && 'total' in value;
}

/** Calls what a module exports under a name that starts with `measure`, with the folder of the field data. */
async function measuresOf(name: string): Promise<Measure[]> {
  const module: Record<string, unknown> = await import(`./${name}.ts`);
  const found: Measure[] = [];
  for (const [key, value] of Object.entries(module)) {
    if (!key.startsWith('measure') || typeof value !== 'function') continue;
    const result: unknown = await value(data);
    found.push(...[result].flat().filter(isMeasure));
  }
  return found;
}

const modules = readdirSync(FOLDER)
  .filter((name) => /^[a-z]+\.ts$/u.test(name))
  .map((name) => name.slice(0, -'.ts'.length))
  .sort();

test('every measure runs', async () => {
  const rows: Measure[] = [];
  for (const name of modules) {
    for (const row of await measuresOf(name)) rows.push({ ...row, name: `${name}: ${row.name}` });
  }
  expect(rows.filter((row) => !(row.right <= row.total && row.right >= 0))).toEqual([]);
  writeFileSync(out, JSON.stringify(rows));
});
