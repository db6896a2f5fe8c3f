/**
 * `npm run sbom [-- --out FILE]`: the bill of materials of what is installed with the package (CycloneDX, from the lockfile).
 * `npm run sbom -- --licences`: one line a package. Same lockfile, same bytes: times and random numbers are left out.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ROOT } from './lib/checkout.mjs';

const { values: flags } = parseArgs({
  options: { out: { type: 'string' }, licences: { type: 'boolean', default: false } },
});
const made = JSON.parse(
  execFileSync('npm', ['sbom', '--package-lock-only', '--omit=dev', '--sbom-format=cyclonedx'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  }),
);
const { serialNumber: _, ...bill } = made;
const { timestamp: __, ...metadata } = bill.metadata;
const components = [...bill.components].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
const text = flags.licences
  ? components.map((one) => `${one.name} ${one.version} ${licenceOf(one)}\n`).join('')
  : `${JSON.stringify({ ...bill, metadata, components }, null, 2)}\n`;
if (flags.out === undefined) process.stdout.write(text);
else writeFileSync(flags.out, text);

function licenceOf({ licenses = [] }) {
  return licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name).join(' ') || 'unknown';
}
