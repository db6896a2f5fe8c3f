/**
 * Reads nothing / gives the libraries that parse and check files of rules / promises: each is loaded when it is first asked for. A start
 * from rules that the build has read and checked needs neither, and to load both takes longer than to read a report.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type * as AjvModule from 'ajv/dist/2020.js';
import type * as YamlModule from 'yaml';

const load = createRequire(import.meta.url);

/** How schemas of our own are compiled: a test holds them to the meta-schema, and to compile that one too takes longer than all of them. */
export const PLAIN_AJV: AjvModule.Options = { strict: false, validateSchema: false, meta: false };

/** A checker of JSON Schemas (2020-12). */
export function ajv2020(options: AjvModule.Options): AjvModule.Ajv2020 {
  const { Ajv2020 }: typeof AjvModule = load('ajv/dist/2020.js');
  return new Ajv2020(options);
}

/** Name under which the build keeps the check of a schema: a schema of other text has another. */
export function validatorName(schema: object): string {
  return `of_${createHash('sha256').update(JSON.stringify(schema)).digest('hex').slice(0, 16)}`;
}

/** The check of a schema that the build made beforehand; null in a tree that was not built, and for a schema that it does not know. */
export function readyValidator<T>(schema: object): AjvModule.ValidateFunction<T> | null {
  try {
    const made: Readonly<Record<string, AjvModule.ValidateFunction<T>>> = load('../validators.cjs');
    return made[validatorName(schema)] ?? null;
  } catch {
    return null;
  }
}

/** The parser of YAML. */
export function yamlLibrary(): typeof YamlModule {
  return load('yaml');
}
