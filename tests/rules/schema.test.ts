import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/rules/kinds/index.ts';
import { bareCardSchema, cardSchema } from '../../src/rules/schema.ts';
import { GENRES_SCHEMA } from '../../src/rules/vocabulary/genres.ts';
import { HEDGES_SCHEMA } from '../../src/rules/vocabulary/hedges.ts';
import { INDICATORS_SCHEMA } from '../../src/rules/vocabulary/indicators.ts';
import { PHRASES_SCHEMA } from '../../src/rules/vocabulary/phrases.ts';
import { POSITIONS_SCHEMA } from '../../src/rules/vocabulary/positions.ts';
import { UNITS_SCHEMA } from '../../src/rules/vocabulary/units.ts';
import { parseYaml } from '../../src/rules/yaml.ts';
import { shippedFiles } from './shipped.ts';

const validate = new Ajv2020({ strict: false }).compile(cardSchema(KINDS));

describe('the schema for editors', () => {
  test.each(shippedFiles().filter(({ path }) => !path.startsWith('vocabulary/')))('accepts $path', (file) => {
    expect(validate(parseYaml(file).value), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each([
    [{ sign: 'a', colour: 'red' }, 'report'],
    [{ sign: 7 }, 'report'],
    [{}, 'report'],
    [{ sign: 'a' }, 'page'],
  ])('refuses params %j at scope %s', (params, scope) => {
    const examples = [{ hit: 'x' }, { miss: 'y' }];
    const card = {
      kind: 'signal',
      scope,
      severity: 'info',
      status: 'trial',
      message: { en: 'a', zh: 'b' },
      why: 'c',
      examples,
    };
    expect(validate({ ...card, scope: 'report', params: { sign: 'a' } })).toBe(true);
    expect(validate({ ...card, params })).toBe(false);
  });
});

test('every schema that rules are checked against is one by the meta-schema', () => {
  const ajv = new Ajv2020({ strict: false });
  const schemas = [
    ...KINDS.map(({ name, params }) => ({ name, schema: params })),
    { name: 'card', schema: bareCardSchema(KINDS) },
    { name: 'genres', schema: GENRES_SCHEMA },
    { name: 'hedges', schema: HEDGES_SCHEMA },
    { name: 'indicators', schema: INDICATORS_SCHEMA },
    { name: 'phrases', schema: PHRASES_SCHEMA },
    { name: 'positions', schema: POSITIONS_SCHEMA },
    { name: 'units', schema: UNITS_SCHEMA },
  ];
  for (const { name, schema } of schemas) expect(ajv.validateSchema(schema), name).toBe(true);
  expect(ajv.validateSchema({ type: 'objekt' })).toBe(false);
});

describe('kinds', () => {
  test('have different names, and refuse params that they do not know', () => {
    expect(new Set(KINDS.map(({ name }) => name)).size).toBe(KINDS.length);
    for (const kind of KINDS) {
      expect(kind.params, kind.name).toMatchObject({ type: 'object', additionalProperties: false });
      expect(kind.scopes.length, kind.name).toBeGreaterThan(0);
    }
  });
});
