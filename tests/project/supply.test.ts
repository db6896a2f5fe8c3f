/** What comes with the package, and what goes into it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const npm = (...args: readonly string[]): string =>
  execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 });

interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly peer?: boolean;
  readonly license?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(read('package-lock.json'));
const shipped = Object.entries(lock.packages).filter(
  ([path, one]) => path !== '' && !one.dev && !one.devOptional && !one.peer,
);
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Licences under which a package may come along without more words than its own notice. */
const LICENCES = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'];

describe('what is installed with the package', () => {
  test('is little', () => {
    expect(shipped.length).toBeLessThanOrEqual(25);
  });

  test('runs nothing as it is installed, and is what the lockfile says to the byte', () => {
    expect(shipped.filter(([, one]) => one.hasInstallScript).map(([path]) => path)).toEqual([]);
    expect(shipped.filter(([, one]) => one.integrity === undefined).map(([path]) => path)).toEqual([]);
  });

  test('may be passed on', () => {
    expect(shipped.filter(([, one]) => !LICENCES.includes(one.license ?? '')).map(([path]) => path)).toEqual([]);
  });

  test('is all in the bill of materials, and the bill is the same each time', () => {
    const bill = (): string =>
      execFileSync(process.execPath, [join(ROOT, 'scripts', 'sbom.mjs')], { encoding: 'utf8' });
    const first = bill();
    const { bomFormat, components } = JSON.parse(first);
    expect(bomFormat).toBe('CycloneDX');
    const named = new Set(components.map((one: { readonly name: string }) => one.name));
    expect(shipped.map(([path]) => nameOf(path)).filter((name) => !named.has(name))).toEqual([]);
    expect(first).not.toMatch(/"(?:serialNumber|timestamp)"/);
  });
});

describe('what is published', () => {
  const [{ files }] = JSON.parse(npm('pack', '--dry-run', '--json', '--ignore-scripts'));
  const paths: readonly string[] = files.map((one: { readonly path: string }) => one.path);

  test('holds the program, the cards and their papers, and nothing else', () => {
    const stray = paths.filter(
      (path) =>
        !/^(?:bin|build|rules|scripts\/lib)\/|^(?:README|CHANGELOG|SECURITY)\.md$|^LICENSE$|^package\.json$/.test(path),
    );
    expect(stray).toEqual([]);
    // What this machine compiled is of no use to another.
    expect(paths.filter((path) => path.startsWith('build/start/kept/'))).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'SECURITY.md',
        'bin/jiaokan.cjs',
        'bin/quick.cjs',
        'build/start/LICENSES.txt',
        'build/start/jiaokan.cjs',
        'build/index.js',
        'build/index.d.ts',
        'build/node.js',
        'build/node.d.ts',
        'build/node/formats/document-worker.js',
        'build/rules.json',
      ]),
    );
  });

  test('holds what every entry point names', () => {
    const { exports: entries, bin } = JSON.parse(read('package.json'));
    const named = [
      ...Object.values<Record<string, string>>(entries).flatMap(Object.values),
      ...Object.values<string>(bin),
    ];
    expect(named.map((path) => path.replace(/^\.\//, '')).filter((path) => !paths.includes(path))).toEqual([]);
  });

  test('runs nothing as it is installed', () => {
    const { scripts } = JSON.parse(read('package.json'));
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?(?:install|prepare)$/.test(name))).toEqual([]);
  });
});

describe('the release workflow', () => {
  const workflow = read('.github/workflows/release.yml');

  test('publishes with provenance, from a tag, with no more rights than it needs', () => {
    expect(workflow).toMatch(/npm publish --provenance/);
    expect(workflow).toMatch(/^permissions: \{\}$/m);
    expect(workflow).toMatch(/id-token: write/);
    expect(workflow).toMatch(/tags: \['v\*'\]/);
  });
});
