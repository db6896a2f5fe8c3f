/** A sign for or against a report being whole, before it has a weight. */
import type { Json } from '../../model/finding.ts';
import type { Range } from '../../model/offset.ts';

/** A sign as seen. A missing thing has no place. */
export interface Sign {
  readonly sign: string;
  readonly range: Range<'report'> | null;
  readonly data: Readonly<Record<string, Json>>;
}

export function at(sign: string, place: Range<'report'>, data: Sign['data']): Sign {
  return { sign, range: place, data };
}

export function missing(sign: string): Sign {
  return { sign, range: null, data: {} };
}
