/**
 * Writes the checks of the files that a corpus has beside its sources as plain code: `node ready-validators.mjs FILE`, from a tree that is
 * compiled. A start then loads a few functions instead of Ajv, which takes longer than to read a report.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import standalone from 'ajv/dist/standalone/index.js';
import { ACCEPTED_SCHEMA } from '../../build/corpus/accept.js';
import { CANONICAL_SCHEMA } from '../../build/corpus/override.js';
import { CONFIG_SCHEMA } from '../../build/node/config.js';
import { MANIFEST_SCHEMA } from '../../build/node/manifest.js';
import { ajv2020, PLAIN_AJV, validatorName } from '../../build/rules/late.js';

const [file] = argv.slice(2);
const ajv = ajv2020({ ...PLAIN_AJV, code: { source: true } });
const names = {};
for (const schema of [ACCEPTED_SCHEMA, CANONICAL_SCHEMA, CONFIG_SCHEMA, MANIFEST_SCHEMA]) {
  const name = validatorName(schema);
  ajv.addSchema(schema, name);
  names[name] = name;
}
writeFileSync(`${file}.new`, standalone.default(ajv, names));
renameSync(`${file}.new`, file);
