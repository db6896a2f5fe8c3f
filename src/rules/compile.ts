/** Reads one rule card / gives a compiled rule / promises: a card that loads can run, and what is wrong with one that does not has a place. */
import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { RuleRecord } from '../model/audit.ts';
import type { Json, Severity } from '../model/finding.ts';
import type { Card, Compiled, Example, Kind, Rule, RuleFile, Scope, Status } from './card.ts';
import { CardError, FAMILIES } from './card.ts';
import { ParamError, soundParams } from './kinds/params.ts';
import { ajv2020 } from './late.ts';
import { MarkError, stripMarks } from './marks.ts';
import { bareCardSchema } from './schema.ts';
import type { Vocabulary } from './vocabulary.ts';
import { checkedValue, parseYaml, schemaError, type YamlFile } from './yaml.ts';

/** A card as written, after its shape has been checked. */
interface WrittenCard {
  readonly kind: string;
  readonly scope: Scope;
  readonly severity: Severity;
  readonly status: Status;
  readonly message: { readonly en: string; readonly zh: string };
  readonly why: string;
  readonly why_zh?: string;
  readonly record?: RuleRecord;
  readonly params?: Readonly<Record<string, Json>>;
  readonly examples: readonly WrittenExample[];
}

type WrittenText = string | readonly { readonly name: string; readonly text: string }[];
type WrittenExample = { readonly [verdict in Example['verdict']]?: WrittenText };

const VERDICTS: readonly Example['verdict'][] = ['hit', 'miss', 'known-wrong'];

/**
 * Makes a compiler of cards. Schemas are compiled once for all cards, when the first card needs them.
 * @returns a function that reads one card and throws CardError, with file, line and column, when anything is wrong with it
 */
export function cardCompiler(kinds: readonly Kind[], vocabulary: Vocabulary): (file: RuleFile) => Rule {
  // The schemas are our own and a test holds them to the meta-schema: to compile that one at every start takes longer than all of them.
  const ajv = once(() =>
    ajv2020({
      strict: true,
      strictTypes: false,
      strictRequired: false,
      allErrors: true,
      validateSchema: false,
      meta: false,
    }),
  );
  const cardCheck = once(() => ajv().compile<WrittenCard>(bareCardSchema(kinds)));
  const byName = new Map(
    kinds.map((kind) => [kind.name, { kind, paramsCheck: once(() => ajv().compile(kind.params)) }]),
  );

  return (file) => {
    const id = idOf(file);
    const yaml = parseYaml(file);
    const written = checkedValue(file, yaml, cardCheck);
    const known = byName.get(written.kind);
    if (known === undefined) throw yaml.errorAt(['kind'], `unknown kind '${written.kind}'.`);
    const params = written.params ?? {};
    if (file.ready === undefined) checkParamsOf(yaml, params, known.paramsCheck());
    checkScope(yaml, written, known.kind);
    for (const language of ['en', 'zh'] as const) checkMessage(yaml, language, written.message[language]);
    const card: Card = {
      id: id.id,
      family: id.family,
      kind: written.kind,
      scope: written.scope,
      severity: written.severity,
      status: written.status,
      message: written.message,
      why: written.why.trim(),
      ...(written.why_zh === undefined ? {} : { whyZh: written.why_zh.trim() }),
      ...(written.record === undefined ? {} : { record: recordOf(yaml, written.record) }),
      params,
      examples: examplesOf(yaml, written),
      file: file.path,
    };
    const given = file.ready === undefined ? params : soundParams(params);
    return { card, run: compileKind(yaml, known.kind, given, vocabulary) };
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** `<family>/<name>` from the last two parts of a path. @throws CardError when the folder is no family or the name no plain name. */
export function idOf(file: RuleFile): { readonly id: string; readonly family: Card['family'] } {
  const [name = '', folder = ''] = file.path.split('/').reverse();
  const family = FAMILIES.find((one) => one === folder);
  if (family === undefined) {
    throw new CardError(file.path, 1, 1, `a card lies in a folder of its family: ${FAMILIES.join(', ')}.`);
  }
  const plain = /^([a-z][a-z0-9-]{0,60})\.yaml$/u.exec(name);
  if (plain === null) {
    throw new CardError(file.path, 1, 1, 'name the file in small letters, digits and hyphens, ending in .yaml.');
  }
  return { id: `${family}/${plain[1] ?? ''}`, family };
}

function checkParamsOf(yaml: YamlFile, params: unknown, check: ValidateFunction): void {
  if (!check(params)) throw schemaError(yaml, check.errors ?? [], ['params']);
}

function checkScope(yaml: YamlFile, { scope }: WrittenCard, kind: Kind): void {
  if (kind.scopes.includes(scope)) return;
  throw yaml.errorAt(['scope'], `the kind ${kind.name} has no scope ${scope}. Use ${kind.scopes.join(' or ')}.`);
}

function checkMessage(yaml: YamlFile, language: 'en' | 'zh', message: string): void {
  const rest = message.replaceAll(/\{[A-Za-z][A-Za-z0-9_]{0,40}\}/gu, '');
  if (!/[{}]/u.test(rest)) return;
  throw yaml.errorAt(['message', language], 'a brace that is no placeholder. Write {name}: letters, digits and _.');
}

function recordOf(yaml: YamlFile, record: RuleRecord): RuleRecord {
  if (record.right <= record.labelled) return record;
  throw yaml.errorAt(['record', 'right'], `more right than the ${record.labelled} labelled. Correct one of the two.`);
}

function examplesOf(yaml: YamlFile, written: WrittenCard): Example[] {
  const examples = written.examples.flatMap((entry, index) =>
    VERDICTS.flatMap((verdict) => {
      const text = entry[verdict];
      return text === undefined ? [] : [exampleOf(yaml, written.scope, index, verdict, text)];
    }),
  );
  for (const verdict of ['hit', 'miss'] as const) {
    if (!examples.some((example) => example.verdict === verdict)) {
      throw yaml.errorAt(['examples'], `no ${verdict} among the examples. Add at least one.`);
    }
  }
  return examples;
}

function exampleOf(
  yaml: YamlFile,
  scope: Scope,
  index: number,
  verdict: Example['verdict'],
  text: WrittenText,
): Example {
  const path = ['examples', index, verdict];
  const many = typeof text !== 'string';
  if (many !== (scope === 'corpus')) {
    throw yaml.errorAt(
      path,
      many ? 'write this example as one text.' : 'write a list of {name, text}: one entry a source.',
    );
  }
  const sources = typeof text === 'string' ? [{ name: 'example', text }] : text;
  const names = sources.map(({ name }) => name);
  if (new Set(names).size < names.length) throw yaml.errorAt(path, 'two sources of an example have the same name.');
  const marks = sources.flatMap((source) => marksOf(yaml, path, source.text));
  if (verdict === 'miss' && marks.length > 0)
    throw yaml.errorAt(path, 'a miss has no ⟦ ⟧: nothing is to be found in it.');
  return { verdict, sources, line: yaml.lineOf(path) };
}

function marksOf(yaml: YamlFile, path: readonly (string | number)[], text: string): readonly unknown[] {
  try {
    return stripMarks(text).spans;
  } catch (error) {
    if (error instanceof MarkError) throw yaml.errorAt(path, error.message);
    throw error;
  }
}

function compileKind(yaml: YamlFile, kind: Kind, params: Card['params'], vocabulary: Vocabulary): Compiled {
  try {
    return kind.compile(params, vocabulary);
  } catch (error) {
    if (error instanceof ParamError) throw yaml.errorAt(['params', ...error.path], error.message);
    if (error instanceof CardError) throw error;
    throw yaml.errorAt(['params'], error instanceof Error ? error.message : String(error));
  }
}
