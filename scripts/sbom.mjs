/**
 * `npm run sbom [-- --out FILE]`: the bill of materials of what is installed with the package (CycloneDX 1.6), from the lockfile
 * alone: same lockfile, same bytes. `--licences`: one line a package instead. (`npm sbom` leaves out packages that are there for
 * development as well.)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './lib/checkout.mjs';

const { values: flags } = parseArgs({
  options: { out: { type: 'string' }, licences: { type: 'boolean', default: false } },
});
const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
const shipped = Object.entries(packages)
  .filter(([path, one]) => path !== '' && !one.dev && !one.devOptional && !one.peer)
  .map(([path, one]) => ({ path, name: nameOf(path), ...one }))
  .sort((a, b) => (a.path < b.path ? -1 : 1));
const text = flags.licences
  ? shipped.map(({ name, version, license }) => `${name} ${version} ${license ?? 'unknown'}\n`).join('')
  : `${JSON.stringify(bill(), null, 2)}\n`;
if (flags.out === undefined) process.stdout.write(text);
else writeFileSync(flags.out, text);

function bill() {
  const own = packages[''];
  const root = {
    'bom-ref': purl(own),
    type: 'application',
    name: own.name,
    version: own.version,
    purl: purl(own),
    licenses: licences(own),
  };
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: root },
    components: shipped.map((one) => ({
      'bom-ref': purl(one),
      type: 'library',
      name: one.name,
      version: one.version,
      scope: 'required',
      hashes: hashes(one),
      licenses: licences(one),
      purl: purl(one),
      externalReferences: [{ type: 'distribution', url: `https://www.npmjs.com/package/${one.name}/v/${one.version}` }],
    })),
    dependencies: [
      { ref: purl(own), dependsOn: refs(own, '') },
      ...shipped.map((one) => ({ ref: purl(one), dependsOn: refs(one, one.path) })),
    ],
  };
}

function nameOf(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function purl({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function licences({ license }) {
  return license === undefined ? [] : [/[ (]/.test(license) ? { expression: license } : { license: { id: license } }];
}

function hashes({ integrity = '' }) {
  return integrity
    .split(' ')
    .filter((one) => one.startsWith('sha512-'))
    .map((one) => ({ alg: 'SHA-512', content: Buffer.from(one.slice(7), 'base64').toString('hex') }));
}

/** What a package asks for, as the nearest folder gives it. */
function refs({ dependencies = {} }, path) {
  return Object.keys(dependencies)
    .flatMap((name) => {
      for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
        const found = shipped.find((one) => one.path === `${at === '' ? '' : `${at}/`}node_modules/${name}`);
        if (found) return [purl(found)];
        if (at === '') return [];
      }
    })
    .sort();
}
