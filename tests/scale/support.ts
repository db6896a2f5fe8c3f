/** Sources that vary as collected ones do, and their audit in one thread. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generated, placesOf } from '../../scripts/bench/generate.mjs';
import { unknownMeta } from '../../src/node/find.ts';
import type { SourceInput } from '../../src/run/inline.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The compiled worker: threads cannot run the sources themselves. */
export const WORKER = new URL('../../build/node/scale/worker.js', import.meta.url);

/** Made reports, and the corpus of this project. */
export function inputs(count: number): SourceInput[] {
  const places = placesOf(join(ROOT, 'rules/vocabulary/divisions.csv'));
  const made = Array.from({ length: count }, (_, index) => generated(index, places, 4)).map(({ id, text }) => ({
    meta: unknownMeta(id, id),
    bytes: new TextEncoder().encode(text),
  }));
  const folder = join(ROOT, 'corpus/sources');
  const real = readdirSync(folder).map((name) => ({
    meta: unknownMeta(name, `sources/${name}`),
    bytes: new Uint8Array(readFileSync(join(folder, name))),
  }));
  return [...made, ...real];
}

/** The same things in another order, the same on every run. */
export function shuffled<T>(things: readonly T[]): T[] {
  return things
    .map((one, index) => ({ one, place: (index * 7919 + 13) % (things.length * 31 + 1) }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
