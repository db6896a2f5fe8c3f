/** YAML with places: every complaint about a file of rules points at the line and column of the node that is wrong. */
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { Document, Node } from 'yaml';
import { CardError, type ReadyFile, type RuleFile } from './card.ts';
import { ajv2020, PLAIN_AJV, readyValidator, yamlLibrary } from './late.ts';

/** Where in a document something is: keys and indexes from the root. */
export type YamlPath = readonly (string | number)[];

/** A parsed file: its plain value, and the place of each of its nodes. */
export interface YamlFile {
  readonly value: unknown;
  /** Error at the value that stands at `path`; at the nearest parent that exists when nothing stands there. */
  readonly errorAt: (path: YamlPath, message: string) => CardError;
  /** Error at the key itself, for a key that must not be there. */
  readonly errorAtKey: (path: YamlPath, message: string) => CardError;
  /** Line, counted from 1, of the value at `path`. */
  readonly lineOf: (path: YamlPath) => number;
}

/**
 * Reads one YAML document (1.2 core schema, no anchors, no merge keys, unique keys). A file that is ready gives what was read of it
 * before; its text is parsed only when the place of something is asked for that is not known.
 * @throws CardError at the first place where it is not well formed, or is empty.
 */
export function parseYaml(file: RuleFile): YamlFile {
  return file.ready === undefined ? parsed(file) : readyYaml(file, file.ready);
}

function readyYaml(file: RuleFile, { value, lines }: ReadyFile): YamlFile {
  return {
    value,
    errorAt: (path, message) => parsed(file).errorAt(path, message),
    errorAtKey: (path, message) => parsed(file).errorAtKey(path, message),
    lineOf: (path) => lines[path.join('/')] ?? parsed(file).lineOf(path),
  };
}

function parsed(file: RuleFile): YamlFile {
  const { LineCounter, parseDocument } = yamlLibrary();
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, uniqueKeys: true, merge: false });
  const errorAtOffset = (at: number, message: string): CardError => {
    const { line, col } = lines.linePos(at);
    return new CardError(file.path, Math.max(line, 1), Math.max(col, 1), message);
  };
  const broken = document.errors[0] ?? document.warnings[0];
  if (broken !== undefined) throw errorAtOffset(broken.pos[0], firstLine(broken.message));
  if (document.contents === null) throw new CardError(file.path, 1, 1, 'the file is empty. Write a map of keys.');
  if (/[&*]/.test(file.text)) refuseAliases(document, errorAtOffset);
  return {
    value: document.toJS(),
    errorAt: (path, message) => errorAtOffset(startOf(nearest(document, path)), message),
    errorAtKey: (path, message) => errorAtOffset(keyOffset(document, path), message),
    lineOf: (path) => lines.linePos(startOf(nearest(document, path))).line,
  };
}

/**
 * Reads a file and checks its shape.
 * @param validator makes the check; a file that is ready was checked before, and none is made for it
 * @throws CardError at the node that does not fit: an unknown key at that key, a missing key at the map that lacks it.
 */
export function readYaml<T>(file: RuleFile, validator: () => ValidateFunction<T>): T {
  return checkedValue(file, parseYaml(file), validator);
}

/** The value of a file that is parsed, once its shape is checked. @throws CardError at the node that does not fit */
export function checkedValue<T>(file: RuleFile, yaml: YamlFile, validator: () => ValidateFunction<T>): T {
  const value = yaml.value;
  if (file.ready !== undefined && wasChecked<T>(value)) return value;
  const validate = validator();
  if (validate(value)) return value;
  throw schemaError(yaml, validate.errors ?? []);
}

/** A ready file is made from what passed the check for T, and goes with the digest of the text that it was made from. */
function wasChecked<T>(_value: unknown): _value is T {
  return true;
}

/** The check of one of our own schemas: that of the build, else compiled now. */
export function validatorOf<T>(schema: object): ValidateFunction<T> {
  return readyValidator<T>(schema) ?? ajv2020(PLAIN_AJV).compile<T>(schema);
}

/** The complaint of a failed validation, in one sentence, at the node that is wrong; `base` is where the validated value stands. */
export function schemaError(yaml: YamlFile, errors: readonly ErrorObject[], base: YamlPath = []): CardError {
  const error = mostTelling(errors);
  if (error === undefined) return yaml.errorAt(base, 'the value does not fit its schema.');
  const path = [...base, ...pointer(error.instancePath, yaml.value, base)];
  const { keyword, params } = error;
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    const key = String(params[keyword === 'additionalProperties' ? 'additionalProperty' : 'unevaluatedProperty']);
    return yaml.errorAtKey([...path, key], `unknown key ${quoted(key)}. Remove it or correct its spelling.`);
  }
  if (keyword === 'propertyNames') {
    const key = String(params.propertyName);
    return yaml.errorAtKey([...path, key], `the key ${quoted(key)} is not allowed here. Rename or remove it.`);
  }
  if (keyword === 'required') {
    return yaml.errorAt(path, `the key ${quoted(String(params.missingProperty))} is missing. Add it to this map.`);
  }
  return yaml.errorAt(path, `${nameOf(path)} ${wording(error)}.`);
}

function wording(error: ErrorObject): string {
  const { keyword, params } = error;
  if (keyword === 'enum') return `must be one of ${listed(params.allowedValues)}`;
  if (keyword === 'const') return `must be ${listed([params.allowedValue])}`;
  if (keyword === 'type') return `must be of type ${listed([params.type].flat())}`;
  if (keyword === 'minLength' || keyword === 'minItems' || keyword === 'minProperties') {
    return params.limit === 1 ? 'must not be empty' : (error.message ?? 'is too short');
  }
  return error.message ?? 'does not fit its schema';
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => String(value)).join(', ') : String(values);
}

/** An unknown key says more than the key that it should have been; with alternatives (anyOf) the deepest complaint says the most. */
function mostTelling(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const plain = errors.filter(({ keyword }) => !['anyOf', 'oneOf', 'if', 'not'].includes(keyword));
  const unknown = plain.find(
    ({ keyword }) => keyword === 'additionalProperties' || keyword === 'unevaluatedProperties',
  );
  let best = unknown ?? plain[0];
  for (const error of unknown === undefined ? plain : []) {
    if (best !== undefined && depth(error) > depth(best)) best = error;
  }
  return best ?? errors[0];
}

function depth(error: ErrorObject): number {
  return error.instancePath.split('/').length;
}

/** A JSON pointer as keys: a step is an index only where the value there is a list. */
function pointer(text: string, root: unknown, base: YamlPath): YamlPath {
  const steps: (string | number)[] = [];
  let at: unknown = root;
  for (const step of base) at = child(at, step);
  for (const raw of text.split('/').slice(1)) {
    const key = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    const step = Array.isArray(at) ? Number(key) : key;
    steps.push(step);
    at = child(at, step);
  }
  return steps;
}

function child(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, step)?.value;
}

function nameOf(path: YamlPath): string {
  return path.length === 0 ? 'the file' : quoted(path.join('.'));
}

function quoted(text: string): string {
  return `'${text}'`;
}

function nearest(document: Document, path: YamlPath): Node | null {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return document.contents;
}

function keyOffset(document: Document, path: YamlPath): number {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const key = path[path.length - 1];
  const { isMap, isPair, isScalar } = yamlLibrary();
  if (isMap(parent)) {
    for (const pair of parent.items) {
      if (isPair(pair) && isScalar(pair.key) && String(pair.key.value) === String(key)) return startOf(pair.key);
    }
  }
  return startOf(nearest(document, path));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}

function refuseAliases(document: Document, errorAtOffset: (at: number, message: string) => CardError): void {
  yamlLibrary().visit(document, {
    Alias: (_key, node) => {
      throw errorAtOffset(startOf(node), 'aliases are not allowed here. Write the value out.');
    },
  });
}

function firstLine(message: string): string {
  const line = message.split('\n')[0] ?? message;
  return line.replace(/ at line \d+, column \d+:?$/u, '.');
}
