/** Reads the points of a series / gives them drawn / promises: to scale, intervals as bars, shapes that tell the kinds apart without colour. */
import { amount } from '../amount.ts';
import { both, h, type Markup, NOTHING } from './markup.ts';
import { middleOf, type Point, type Series } from './series.ts';

const WIDTH = 340;
const HEIGHT = 150;
const LEFT = 14;
const TOP = 10;
const BOTTOM = 22;
/** Points of one year stand side by side in this order. */
const SHIFT: Readonly<Record<Point['kind'], number>> = { stated: -7, implied: 0, target: 7 };

/** One drawing with its scale in words; the values themselves stand in the table beside it. */
export function chart({ points }: Series, label: string): Markup {
  const values = points.flatMap(({ interval }) =>
    [interval.low, interval.high].flatMap((one) => (one === null ? [] : [Number(one)])),
  );
  const years = [...new Set(points.map((one) => one.year))].sort((a, b) => a - b);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  const x = (year: number): number =>
    round(LEFT + 16 + (last === first ? 0.5 : (year - first) / (last - first)) * (WIDTH - 2 * LEFT - 32));
  const y = (value: number): number =>
    round(
      HEIGHT - BOTTOM - (most === least ? 0.5 : (value - least) / (most - least)) * (HEIGHT - TOP - BOTTOM - 8) - 4,
    );
  const step = Math.ceil(years.length / 7);
  const ticks = years
    .filter((_, at) => (years.length - 1 - at) % step === 0)
    .map((year) => h`<text x="${x(year)}" y="${HEIGHT - 6}">${year}</text>`);
  const line = points
    .filter(({ kind }) => kind === 'stated')
    .flatMap((one) => {
      const middle = middleOf(one.interval);
      return middle === null ? [] : [`${x(one.year) + SHIFT.stated},${y(middle)}`];
    });
  return h`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
<line class="axis" x1="${LEFT}" y1="${HEIGHT - BOTTOM}" x2="${WIDTH - LEFT}" y2="${HEIGHT - BOTTOM}"/>
<polyline class="way" points="${line.join(' ')}"/>${points.map((one) => mark(one, x, y))}${ticks}</svg>`;
}

/** Least and greatest value that a drawing shows, in words. */
export function scaleOf({ points }: Series): Markup {
  const ends = points.flatMap(({ interval, unit }) =>
    [interval.low, interval.high].flatMap((one) => (one === null ? [] : [{ one, unit }])),
  );
  const sorted = [...ends].sort((a, b) => Number(a.one) - Number(b.one));
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (!low || !high) return NOTHING;
  return both((lang) => `${amount(low.one, low.unit, lang)} … ${amount(high.one, high.unit, lang)}`);
}

function mark(one: Point, x: (year: number) => number, y: (value: number) => number): Markup {
  const middle = middleOf(one.interval);
  if (middle === null) return NOTHING;
  const at = round(x(one.year) + SHIFT[one.kind]);
  const { low, high } = one.interval;
  const [up, down] = [high === null ? TOP : y(Number(high)), low === null ? HEIGHT - BOTTOM : y(Number(low))];
  const bar = h`<line class="bar-${one.kind}" x1="${at}" y1="${up}" x2="${at}" y2="${down}"/>`;
  const look = `point ${one.kind} ${one.verdict}`;
  const centre = y(middle);
  if (one.kind === 'stated')
    return h`${bar}<circle class="${look}" cx="${at}" cy="${centre}" r="4"/>${one.verdict === 'broken' ? h`<circle class="ring" cx="${at}" cy="${centre}" r="8"/>` : NOTHING}`;
  const shape =
    one.kind === 'implied'
      ? `${at},${centre - 5} ${at + 5},${centre} ${at},${centre + 5} ${at - 5},${centre}`
      : `${at - 5},${centre + 4} ${at + 5},${centre + 4} ${at},${centre - 5}`;
  return h`${bar}<polygon class="${look}" points="${shape}"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
