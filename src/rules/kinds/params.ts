/** Reads the params of a card after their schema has been checked, and says where a param is wrong for a reason that no schema can state. */
import type { Json } from '../../model/finding.ts';

export type Params = Readonly<Record<string, Json>>;
/** Stands in the params of a card that is ready: its patterns were found to be sound when it was read. */
export const SOUND: unique symbol = Symbol('sound');

/** The params of a card that is ready. */
export function soundParams(params: Params): Params {
  const sound = { ...params, [SOUND]: true };
  return sound;
}

export type ParamPath = readonly (string | number)[];

/** A param that fits its schema and is still wrong. `path` starts inside `params`; the loader turns it into file, line and column. */
export class ParamError extends Error {
  override readonly name = 'ParamError';
  readonly path: ParamPath;

  constructor(path: ParamPath, message: string) {
    super(message);
    this.path = path;
  }
}

/** A text param. @throws ParamError when it is absent or no text. */
export function textOf(params: Params, key: string): string {
  const value = params[key];
  if (typeof value !== 'string') throw new ParamError([key], `'${key}' must be a text.`);
  return value;
}

/** A text param that may be absent. */
export function optionalTextOf(params: Params, key: string): string | null {
  return params[key] === undefined ? null : textOf(params, key);
}

export function numberOf(params: Params, key: string, fallback: number): number {
  const value = params[key];
  return typeof value === 'number' ? value : fallback;
}

/** A list of texts; one text counts as a list of one, an absent param as an empty list. */
export function textsOf(params: Params, key: string): readonly string[] {
  const value = params[key];
  if (value === undefined) return [];
  const list = Array.isArray(value) ? value : [value];
  return list.map((item: Json, index) => {
    if (typeof item !== 'string') throw new ParamError([key, index], `'${key}' must hold texts.`);
    return item;
  });
}

/** A list of maps, for example the patterns of a mend. */
export function mapsOf(params: Params, key: string): readonly Params[] {
  const value = params[key];
  if (!Array.isArray(value)) throw new ParamError([key], `'${key}' must be a list.`);
  return value.map((item: Json, index) => {
    if (!isMap(item)) throw new ParamError([key, index], `'${key}' must hold maps.`);
    return item;
  });
}

/** A map of names; an absent param counts as an empty one. */
export function mapOf(params: Params, key: string): Params {
  const value = params[key] ?? {};
  if (!isMap(value)) throw new ParamError([key], `'${key}' must be a map.`);
  return value;
}

function isMap(value: Json): value is Params {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
