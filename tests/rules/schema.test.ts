import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/rules/kinds/index.ts';
import { cardSchema } from '../../src/rules/schema.ts';
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

describe('kinds', () => {
  test('have different names, and refuse params that they do not know', () => {
    expect(new Set(KINDS.map(({ name }) => name)).size).toBe(KINDS.length);
    for (const kind of KINDS) {
      expect(kind.params, kind.name).toMatchObject({ type: 'object', additionalProperties: false });
      expect(kind.scopes.length, kind.name).toBeGreaterThan(0);
    }
  });
});
