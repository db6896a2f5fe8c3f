/** Reads the decoded text once / gives lines and columns for places / promises: computed, never searched for. */
import type { Place } from '../model/fact.ts';
import type { AnyLayer, Layer } from '../model/layer.ts';
import { bottom, decodedOf } from '../model/layer.ts';
import type { LayerName, Range } from '../model/offset.ts';

/** Start offsets of the lines of a text; a line ends at \n, \r\n or a lone \r. */
export function lineStarts(text: string): Int32Array {
  const feeds = startsBehind(text, '\n');
  const returns = startsBehind(text, '\r').filter((at) => text.charCodeAt(at) !== 10);
  if (returns.length === 0) return Int32Array.from([0, ...feeds]);
  return Int32Array.from([0, ...feeds, ...returns]).sort();
}

function startsBehind(text: string, mark: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) starts.push(at + 1);
  return starts;
}

/** Number of the line, counted from 0, that holds offset `at`. */
export function lineAt(starts: Int32Array, at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Turns ranges of any layer into places of one source. */
export interface Places {
  readonly of: <S extends LayerName>(layer: Layer<S>, range: Range<S>, reportId: string | null) => Place;
}

export function placesOf(sourceId: string, decoded: AnyLayer): Places {
  const starts = lineStarts(decoded.text);
  return {
    of(layer, range, reportId) {
      const from = decodedOf(layer, range);
      const { start } = from;
      const line = lineAt(starts, start);
      return {
        sourceId,
        reportId,
        bytes: bottom(layer).bytes.bytesOf(from),
        line: line + 1,
        column: start - (starts[line] ?? 0) + 1,
      };
    },
  };
}
