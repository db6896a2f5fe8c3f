/** What is fuzzed: each target makes an input from chance and says what is wrong with what came of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { parseAccepted } from '../../build/corpus/accept.js';
import { parseChoices } from '../../build/corpus/override.js';
import { reconcile } from '../../build/corpus/reconcile.js';
import { parseConfig } from '../../build/node/config.js';
import { InputError } from '../../build/node/errors.js';
import { isReadable } from '../../build/node/find.js';
import { openDocuments } from '../../build/node/formats/documents.js';
import { openFile } from '../../build/node/formats/open.js';
import { crc32 } from '../../build/node/formats/zip.js';
import { parseManifest } from '../../build/node/manifest.js';
import { readRuleFiles, rulesWith } from '../../build/node/rules.js';
import { CellError, readTable, writeTable } from '../../build/output/parquet.js';
import { SCHEMAS, TABLE_NAMES } from '../../build/output/schema.js';
import { CardError } from '../../build/rules/card.js';
import { loadRules } from '../../build/rules/load.js';
import { auditSources } from '../../build/run/inline.js';
import { readSource } from '../../build/source/read.js';
import { mutated } from './chance.mjs';
import { faultsOf } from './promises.mjs';
import { metaOf } from './reader.mjs';

const TYPES = ['.txt', '.md', '.html', '.jsonl', ''];
/** Bytes of a part of a source that is mutated: small inputs make many runs. */
const LONGEST = 6000;

/**
 * The targets by name. `make(chance)` gives bytes and a name; `faults(input)` what is wrong, in words; a throw is a crash.
 * @param root folder of the checkout
 */
export async function targetsOf(root) {
  const rules = await rulesWith(null, root);
  const folder = join(root, 'corpus', 'sources');
  const seeds = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name)));
  const documents = openDocuments();
  const part = (chance) => {
    const whole = chance.pick(seeds);
    const at = chance.below(whole.length);
    return whole.subarray(at, at + 1 + chance.below(LONGEST));
  };
  const read = (name, bytes) => readSource(bytes, metaOf(name), rules);
  const open = async (name, bytes) => {
    const opening = { textColumn: null, idColumn: null, skipped: () => {}, isReadable, documents };
    const faults = [];
    for await (const one of openFile({ meta: metaOf(name), bytes }, opening))
      faults.push(...faultsOf(readSource(one.bytes, one.meta, rules), one.bytes));
    return faults;
  };
  const files = await readRuleFiles(join(root, 'rules'), root);
  const facts = (
    await auditSources(
      seeds.map((bytes, at) => ({ meta: metaOf(`${at}.txt`), bytes })),
      rules,
    )
  ).sources.flatMap((one) => one.facts);
  return {
    close: () => documents.close(),
    source: {
      make: (chance) => ({ name: `a${chance.pick(TYPES)}`, bytes: mutated(part(chance), chance.pick(seeds), chance) }),
      faults: ({ name, bytes }) => faultsOf(read(name, bytes), bytes),
    },
    formats: {
      make: (chance) => {
        const { name, bytes } = packed(part(chance), chance);
        return { name, bytes: chance.below(5) === 0 ? bytes : mutated(bytes, chance.pick(seeds), chance) };
      },
      faults: ({ name, bytes }) => open(name, bytes),
    },
    cards: {
      make: (chance) => {
        const file = chance.pick(files);
        return {
          name: file.path,
          bytes: mutated(Buffer.from(file.text), Buffer.from(chance.pick(files).text), chance),
        };
      },
      faults: ({ name, bytes }) =>
        refusing(() => loadRules(files.map((one) => (one.path === name ? { ...one, text: textOf(bytes) } : one)))),
    },
    configs: {
      make: (chance) => {
        const [name, text] = chance.pick(CONFIGS);
        return { name, bytes: mutated(Buffer.from(text), Buffer.from(chance.pick(CONFIGS)[1]), chance) };
      },
      faults: ({ name, bytes }) => refusing(() => PARSERS[name](name, textOf(bytes))),
    },
    facts: {
      make: (chance) => ({
        name: 'facts',
        bytes: Uint8Array.from([chance.below(256), chance.below(256), chance.below(256)]),
      }),
      faults: ({ bytes }) => factFaults(facts, bytes, rules),
    },
    parquet: {
      make: (chance) => ({
        name: chance.pick(TABLE_NAMES),
        bytes: Uint8Array.from({ length: 60 }, () => chance.below(256)),
      }),
      faults: ({ name, bytes }) => tableFaults(SCHEMAS[name], bytes),
    },
  };
}

function textOf(bytes) {
  return new TextDecoder().decode(bytes);
}

/** Refusing is right when it says file, line and column; anything else that is thrown is a crash. */
function refusing(work) {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof CardError || error instanceof InputError)) throw error;
    return error instanceof CardError && !/:\d+:\d+: /.test(error.message)
      ? [`no line and column: ${error.message}`]
      : [];
  }
}

const PARSERS = {
  'jiaokan.config.yaml': parseConfig,
  'manifest.yaml': parseManifest,
  'accepted.yaml': parseAccepted,
  'canonical.yaml': parseChoices,
};

const CONFIGS = [
  ['jiaokan.config.yaml', 'profile: standard\nfail_on: error\ntolerance:\n  figures: 0.05\n  text: 0.05\nlang: zh\n'],
  [
    'manifest.yaml',
    `sources:\n  - source_id: a-1\n    file: sources/a.txt\n    sha256: ${'0'.repeat(64)}\n    bytes: 5\n    title: null\n    publisher: 某某网\n    url: http://a/b\n    collected_on: '2024-01-01'\n    rights: not known\n`,
  ],
  [
    'accepted.yaml',
    'accepted:\n  - fingerprint: 0123456789abcdef\n    rule: figures/growth\n    reason: seen\n    expires: 2030-01-01\n',
  ],
  ['canonical.yaml', 'canonical:\n  - report: a-1#1\n    reason: better scan\n'],
];

/** A text as one of the formats that are read. */
function packed(text, chance) {
  const escaped = textOf(text).replace(/[&<>]/g, ' ');
  switch (chance.below(4)) {
    case 0:
      return {
        name: 'a.docx',
        bytes: zipOf(
          'word/document.xml',
          `<w:document><w:body>${escaped
            .split('\n')
            .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
            .join('')}</w:body></w:document>`,
        ),
      };
    case 1:
      return { name: 'a.zip', bytes: zipOf(chance.pick(['a.txt', '../b.md', 'c.html', 'd.jsonl', 'in.zip']), text) };
    case 2:
      return {
        name: 'a.jsonl',
        bytes: Buffer.from(
          escaped
            .split('\n')
            .map((line, at) => JSON.stringify({ id: at % 3, text: line, url: 'http://x' }))
            .join('\n'),
        ),
      };
    default:
      return {
        name: 'a.html',
        bytes: Buffer.from(
          `<html><meta charset="${chance.pick(['utf-8', 'gbk', 'x'])}"><body><p>${escaped.replaceAll('\n', '</p><p>')}`,
        ),
      };
  }
}

function zipOf(name, content) {
  const plain = Buffer.from(content);
  const data = deflateRawSync(plain);
  const raw = Buffer.from(name);
  const fields = Buffer.alloc(22);
  fields.writeUInt16LE(0x800, 0);
  fields.writeUInt16LE(8, 2);
  fields.writeUInt32LE(crc32(plain), 8);
  fields.writeUInt32LE(data.length, 12);
  fields.writeUInt32LE(plain.length, 16);
  fields.writeUInt16LE(raw.length, 20);
  const local = Buffer.concat([Buffer.from('504b03041400', 'hex'), fields, Buffer.alloc(2), raw, data]);
  const central = Buffer.concat([Buffer.from('504b010214001400', 'hex'), fields, Buffer.alloc(16), raw]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

const NUMBERS = [
  '0',
  '-1',
  '0.1',
  '1e3',
  '99999999999999999999999999',
  '0.000000000000001',
  '100',
  '5.6',
  '-100',
  '7300',
];

/** Rows with meanings, years and values that no text would have; in any order the answer must be the same. */
function factFaults(reports, bytes, rules) {
  let at = 0;
  const draw = (list) => list[(bytes[at++ % bytes.length] * 31 + at) % list.length];
  const all = reports.flatMap((one) => one.facts);
  const rows = reports.map((report) => ({
    ...report,
    identity: {
      ...report.identity,
      reportYear: draw([null, 0, 2024, report.identity.reportYear, 9999]),
      regionCode: draw([null, '000000', report.identity.regionCode]),
    },
    facts: report.facts.slice(0, 150).map((fact) => {
      const other = draw(all);
      const number = draw(NUMBERS.filter((one) => !one.includes('e')));
      const isStrange = draw([true, false, false]);
      const value = isStrange
        ? { value: number, interval: { low: number, high: draw([number, null]) } }
        : { value: other.value, interval: other.interval };
      return {
        ...fact,
        ...value,
        unit: draw([fact.unit, other.unit, '', null]),
        indicator: draw([fact.indicator, other.indicator, null]),
        measure: draw([fact.measure, other.measure]),
        nature: other.nature,
        period: draw([fact.period, other.period, null]),
      };
    }),
  }));
  const answer = reconcile(rows, rules);
  const turned = reconcile([...rows].reverse(), rules);
  const bad = answer.checks.filter(
    ({ verdict, reason }) => !['holds', 'broken', 'cannot-tell'].includes(verdict) || reason === '',
  );
  const faults = bad.map(({ rule }) => `${rule}: no verdict or no reason`);
  if (JSON.stringify(answer.findings) !== JSON.stringify(turned.findings))
    faults.push('findings depend on the order of rows');
  return faults;
}

const STRINGS = ['', ' ', '政府', '𠮷', '\0', '\n', 'a,b"c', '=1+1', '\u202e', '5'.repeat(500)];

/** Arbitrary rows of a table come back as they were. */
async function tableFaults(schema, bytes) {
  let at = 0;
  const byte = () => bytes[at++ % bytes.length] ^ ((at * 37) & 0xff);
  const cell = ({ 'x-parquet': { type, required } }) => {
    if (!required && byte() % 4 === 0) return null;
    if (/^DECIMAL/i.test(type)) return ['0', '-1', '12.5', '0.001'][byte() % 4];
    if (/LIST|list/.test(type)) return Array.from({ length: byte() % 4 }, () => STRINGS[byte() % STRINGS.length]);
    if (/BOOL/i.test(type)) return byte() % 2 === 0;
    if (/DOUBLE|FLOAT/i.test(type)) return [0, 0.1, -2.5, 1e300][byte() % 4];
    if (/INT/i.test(type)) return [0, 1, 255, 65_536][byte() % 4];
    if (/DATE/i.test(type)) return '2024-02-29';
    return STRINGS[byte() % STRINGS.length];
  };
  const rows = Array.from({ length: byte() % 60 }, () =>
    Object.fromEntries(Object.entries(schema.properties).map(([name, column]) => [name, cell(column)])),
  );
  try {
    const back = await readTable(await writeTable(schema, rows, {}), schema);
    return JSON.stringify(back) === JSON.stringify(rows) ? [] : ['rows come back otherwise'];
  } catch (error) {
    if (error instanceof CellError) return [];
    throw error;
  }
}
