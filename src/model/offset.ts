/**
 * Offsets that cannot be mixed up: each text has its own space, and the compiler refuses a number of another one.
 * All text offsets count UTF-16 code units, all ranges are half-open [start, end).
 */

declare const space: unique symbol;

/** The spaces in use. `byte` is the source file itself, `report` counts from the first character of a report's clean text. */
export type Space = 'byte' | LayerName | 'report';

/** Texts between the bytes and the clean text, in the order they are made. */
export type LayerName = 'decoded' | 'unwrapped' | 'kept' | 'clean';

export type Offset<S extends Space> = number & { readonly [space]: S };

/** Half-open [start, end) in one space. */
export interface Range<S extends Space> {
  readonly start: Offset<S>;
  readonly end: Offset<S>;
}

/** States that a plain number is an offset in space S. The one place where the brand is put on. */
export function offset<S extends Space>(value: number): Offset<S> {
  return value as Offset<S>;
}

/** A range from two plain numbers. */
export function range<S extends Space>(start: number, end: number): Range<S> {
  return { start: start as Offset<S>, end: end as Offset<S> };
}
