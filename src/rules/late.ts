/**
 * Reads nothing / gives the libraries that parse and check files of rules / promises: each is loaded when it is first asked for. A start
 * from rules that the build has read and checked needs neither, and to load both takes longer than to read a report.
 */
import { createRequire } from 'node:module';
import type * as AjvModule from 'ajv/dist/2020.js';
import type * as YamlModule from 'yaml';

const load = createRequire(import.meta.url);

/** A checker of JSON Schemas (2020-12). */
export function ajv2020(options: AjvModule.Options): AjvModule.Ajv2020 {
  const { Ajv2020 }: typeof AjvModule = load('ajv/dist/2020.js');
  return new Ajv2020(options);
}

/** The parser of YAML. */
export function yamlLibrary(): typeof YamlModule {
  return load('yaml');
}
