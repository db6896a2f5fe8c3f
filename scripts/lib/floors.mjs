/** Floors of measures: what was once reached is not given up in silence. */

/** Measures move a little when their data grows; less than this many percent points is no loss. */
const EPSILON = 0.05;

/** Percent with one decimal, rounded down so that a floor is never above what was measured. */
export function percentOf({ right, total }) {
  return total === 0 ? 0 : Math.floor((right / total) * 1000) / 10;
}

/**
 * Compares measures with floors.
 * @returns one row a measure or floor: `{ name, right, total, percent, floor, state }`; state is ok, below, new, empty or missing, and
 *   detail for a part of another measure, which has no floor of its own
 */
export function judge(measures, floors) {
  const rows = measures.map((measure) => {
    const percent = percentOf(measure);
    const floor = floors[measure.name] ?? null;
    return { ...measure, percent, floor, state: stateOf(measure, percent, floor) };
  });
  const measured = new Set(measures.map(({ name }) => name));
  const missing = Object.entries(floors)
    .filter(([name]) => !measured.has(name))
    .map(([name, floor]) => ({ name, right: 0, total: 0, percent: 0, floor, state: 'missing' }));
  return [...rows, ...missing];
}

function stateOf(measure, percent, floor) {
  if (measure.detail) return 'detail';
  if (measure.total === 0) return 'empty';
  if (floor === null) return 'new';
  return percent + EPSILON < floor ? 'below' : 'ok';
}

/** True when nothing is below its floor, missing or measured over nothing. */
export function holds(rows) {
  return rows.length > 0 && rows.every(({ state }) => state === 'ok' || state === 'new' || state === 'detail');
}

/** Floors after a run: raised to what was measured; lowered or dropped only when `lower` says so. Names in order. */
export function raised(rows, floors, { lower = false } = {}) {
  const next = {};
  for (const { name, percent, floor, state } of rows) {
    if (state === 'detail') continue;
    if (state === 'missing') {
      if (!lower) next[name] = floor;
    } else if (state !== 'empty') next[name] = lower || floor === null ? percent : Math.max(percent, floor);
    else if (floor !== null && !lower) next[name] = floor;
  }
  const details = new Set(rows.filter(({ state }) => state === 'detail').map(({ name }) => name));
  const kept = Object.entries({ ...(lower ? {} : floors), ...next }).filter(([name]) => !details.has(name));
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
