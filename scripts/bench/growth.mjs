/**
 * `npm run bench -- --growth`: user CPU of readSource on hostile inputs of N, 2N and 4N characters, and how it grows.
 * Work in step with the text doubles (2.0) at each doubling; a square makes it 4.0. Nothing is asserted: machines differ.
 */
import { HOSTILE } from './hostile.mjs';

/** Characters of the smallest text. */
const SMALLEST = 100_000;
/** Milliseconds below which a ratio says nothing. */
const LEAST_MS = 40;
/** A text that took longer is not doubled again. */
const MOST_MS = 20_000;
/** Growth at a doubling that is told as worse than in step. */
const SUSPECT = 2.8;

/** Reads each input at three sizes in this process. `only` keeps the inputs whose name holds it. */
export async function growth(only, root) {
  const { readSource } = await import('../../build/source/read.js');
  const { rulesWith } = await import('../../build/node/rules.js');
  const rules = await rulesWith(null, root);
  const spent = (name, text) => {
    const bytes = new TextEncoder().encode(text);
    const meta = { sourceId: 's', path: name, title: null, publisher: null, url: null, collectedOn: null };
    globalThis.gc?.();
    const before = process.cpuUsage();
    readSource(bytes, meta, rules);
    return process.cpuUsage(before).user / 1000;
  };
  for (const [, file, make] of HOSTILE.slice(0, 20)) spent(file, make(2000));
  const rows = [];
  for (const [name, file, make] of HOSTILE.filter(([name]) => name.includes(only))) {
    spent(file, make(SMALLEST / 10));
    const times = [];
    for (const size of [SMALLEST, 2 * SMALLEST, 4 * SMALLEST]) {
      if ((times.at(-1) ?? 0) > MOST_MS) break;
      times.push(spent(file, make(size)));
    }
    const ratios = times.slice(1).map((ms, index) => ms / Math.max(times[index], 1));
    const isSuspect = (times.at(-1) ?? 0) > LEAST_MS && ratios.length > 0 && Math.min(...ratios) > SUSPECT;
    rows.push({ name, times, ratios, isSuspect });
    process.stderr.write(`\r\u001b[K${name}`);
  }
  process.stderr.write('\r\u001b[K');
  return rows;
}

/** The table, slowest first, and the inputs whose work grows faster than they do. */
export function growthTable(rows) {
  const sorted = [...rows].sort((a, b) => worst(b) - worst(a));
  const lines = sorted.map(({ name, times, ratios, isSuspect }) =>
    [
      isSuspect ? '!' : ' ',
      times.map((ms) => ms.toFixed(0).padStart(7)).join(''),
      ratios.map((ratio) => ratio.toFixed(1).padStart(5)).join(''),
      `  ${name}`,
    ].join(''),
  );
  const suspects = sorted.filter(({ isSuspect }) => isSuspect).map(({ name }) => name);
  const verdict =
    suspects.length === 0 ? 'none grows faster than the text' : `grow faster than the text: ${suspects.join(', ')}`;
  return `user CPU ms at ${SMALLEST}, ${2 * SMALLEST}, ${4 * SMALLEST} characters; growth at each doubling\n${lines.join('\n')}\n${rows.length} inputs: ${verdict}\n`;
}

function worst({ times }) {
  return times.at(-1) ?? 0;
}
