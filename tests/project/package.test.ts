import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/run/version.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const text = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

interface Package {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional: boolean }>>;
  readonly files: readonly string[];
  readonly bin: Readonly<Record<string, string>>;
}

const manifest: Package = JSON.parse(text('package.json'));
const runtime = Object.keys(manifest.dependencies);

function filesBelow(folder: string, extension: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** Name of the package that an import belongs to; null for files and built-ins. */
function packageOf(target: string): string | null {
  if (target.startsWith('.') || target.startsWith('node:')) return null;
  const [scope = '', name = ''] = target.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

/** Source without imports of types: those are gone when the program runs. */
function withoutTypes(source: string): string {
  return source.replace(/^import type [^;]*;/gmu, '');
}

const imported = new Set(
  filesBelow('src', '.ts').flatMap((file) =>
    [...withoutTypes(text(file)).matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*)'([^']+)'/gu)].flatMap(
      ([, target = '']) => packageOf(target) ?? [],
    ),
  ),
);

describe('package.json', () => {
  it('pins every dependency exactly', () => {
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/u.test(version),
    );
    expect(ranges).toEqual([]);
  });

  it('lists every package that src/ imports', () => {
    const optional = Object.keys(manifest.peerDependencies ?? {});
    expect([...imported].filter((name) => !runtime.includes(name) && !optional.includes(name))).toEqual([]);
  });

  it('asks for packages that may be absent only when they are needed', () => {
    const optional = Object.keys(manifest.peerDependenciesMeta ?? {});
    expect(optional.filter((name) => !manifest.devDependencies[name])).toEqual([]);
    const early = filesBelow('src', '.ts').filter((file) =>
      optional.some((name) => withoutTypes(text(file)).includes(`from '${name}`)),
    );
    expect(early).toEqual([]);
  });

  it('lists no package that src/ does not import', () => {
    expect(runtime.filter((name) => !imported.has(name))).toEqual([]);
  });

  it('has the version that the tool prints', () => {
    expect(VERSION).toBe(manifest.version);
  });

  it('names files that are there', () => {
    const made = new Set(['build']);
    const named = manifest.files.filter((name) => !name.startsWith('!'));
    const missing = [...named, ...Object.values(manifest.bin)].filter(
      (name) => !made.has(name) && !existsSync(join(ROOT, name)),
    );
    expect(missing).toEqual([]);
  });
});

describe('README.md', () => {
  it('gives a reason for every runtime dependency', () => {
    const rows = text('README.md')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const withReason = runtime.filter((name) =>
      rows.some((row) => row.startsWith(`| \`${name}\` |`) && (row.split('|')[2] ?? '').trim().length > 10),
    );
    expect(withReason).toEqual(runtime);
  });

  it('links only to files that are there', () => {
    const links = [...text('README.md').matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/gu)].map(
      ([, target = '']) => target,
    );
    expect(links.filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
  });
});

describe('the tree', () => {
  const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\0')
    .filter((name) => name !== '' && existsSync(join(ROOT, name)));
  const readable = tracked.filter(
    (name) =>
      /\.(ts|mjs|json|yaml|yml|md|csv|html|txt)$|^\.ci\/|^\.npmrc$/u.test(name) && !name.startsWith('corpus/sources/'),
  );

  it('holds no path of a machine and no host of a package registry', () => {
    // Put together from pieces, so that this file does not find itself.
    const paths = new RegExp(['/', '(?:home|root|Users|work|tmp)', '/[a-z]'].join(''), 'u');
    const hosts = new RegExp(['registry', '\\.', 'npm', '|', 'npm', 'mirror', '|', 'registry', '-url'].join(''), 'u');
    const found = readable.flatMap((name) =>
      text(name)
        .split('\n')
        .flatMap((line, index) =>
          hosts.test(line) || paths.test(line.replace(/https?:\/\/\S+/gu, '')) ? [`${name}:${index + 1}`] : [],
        ),
    );
    expect(found).toEqual([]);
  });

  it('holds no unfinished work', () => {
    const marks = new RegExp(
      `\\b(?:${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['X', 'X', 'X'].join('')})\\b`,
      'u',
    );
    // Texts of others may leave out a name in this way.
    const own = readable.filter((name) => name !== 'package-lock.json' && !name.startsWith('tests/field/labels/'));
    expect(own.filter((name) => marks.test(text(name)))).toEqual([]);
  });

  it('keeps source files short enough to read', () => {
    const long = filesBelow('src', '.ts')
      .filter((name) => name !== 'src/output/rows.ts')
      .map((name) => ({ name, lines: text(name).split('\n').length }))
      .filter(({ lines }) => lines > 260);
    expect(long).toEqual([]);
  });

  it('starts with the same settings of V8 everywhere', () => {
    const settings = '--min-semi-space-size=64 --max-semi-space-size=128 --no-regexp-tier-up';
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    expect(text('bin/jiaokan.cjs').split('\n')[0]).toBe(`#!/usr/bin/env -S node ${settings}`);
    expect([scripts.start, scripts.jiaokan]).toEqual([
      `node ${settings} scripts/start.mjs`,
      `node ${settings} bin/jiaokan.cjs`,
    ]);
    for (const setting of settings.split(' ')) expect(text('scripts/bench.mjs')).toContain(setting);
    const begun = ['bin/jiaokan.cjs', 'scripts/start.mjs', 'scripts/bench.mjs'].filter((name) =>
      text(name).includes('patience.cjs'),
    );
    expect(begun).toHaveLength(3);
    // V8 says so when it does not know a setting.
    const { stderr, status } = spawnSync(process.execPath, [join(ROOT, 'bin/patience.cjs')], { encoding: 'utf8' });
    expect([stderr, status]).toEqual(['', 0]);
  });

  it('shares no default export and no module-level let', () => {
    const found = filesBelow('src', '.ts').filter((name) => /^(?:export )?let |^export default /mu.test(text(name)));
    expect(found).toEqual([]);
  });
});
