import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SRC = join(ROOT, 'src');

/** Which folder of src/ may import which others. Itself is always allowed. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  rules: ['model'],
  source: ['rules', 'model'],
  corpus: ['rules', 'model'],
  output: ['model'],
  run: ['source', 'corpus', 'rules', 'model'],
  node: ['run', 'source', 'corpus', 'rules', 'model', 'output'],
  cli: ['node', 'run', 'source', 'corpus', 'output', 'rules', 'model'],
  'index.ts': ['run', 'source', 'corpus', 'output', 'rules', 'model'],
  'node.ts': ['node', 'run', 'source', 'corpus', 'output', 'rules', 'model'],
};

/** Node built-ins that touch the world, and who may use them. `node:crypto` is a pure function for us. */
const PURE = ['model', 'rules', 'source', 'corpus', 'output', 'run', 'index.ts'];
const PURE_BUILTINS = ['node:crypto', 'node:buffer'];
/** Loads libraries when they are first asked for: as an import does, and nothing else. */
const LOADER = { from: 'rules/late.ts', target: 'node:module' } as const;

interface Import {
  readonly from: string;
  readonly target: string;
}

const areaOf = (path: string): string => path.split('/')[0] ?? '';

/** What is wrong with one import of a file of src/, or null. */
function fault({ from, target }: Import): string | null {
  const area = areaOf(from);
  if (from === LOADER.from && target === LOADER.target) return null;
  if (target.startsWith('node:')) {
    const touches = PURE.includes(area) && !PURE_BUILTINS.includes(target);
    return touches ? `${from} imports ${target}: only node and cli touch the world` : null;
  }
  if (!target.startsWith('.')) return null;
  const to = areaOf(posix.normalize(posix.join(posix.dirname(from), target)));
  if (to === area || ALLOWED[area]?.includes(to)) return null;
  return `${from} imports ${target}: ${area} must not know ${to}`;
}

function importsOf(path: string): Import[] {
  const text = readFileSync(join(SRC, path), 'utf8');
  const found = text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)'([^']+)'/gmu);
  return [...found].flatMap(([, target]) => (target === undefined ? [] : [{ from: path, target }]));
}

const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(SRC, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

describe('imports go one way', () => {
  it('in every file of src/', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap(importsOf).flatMap((one) => fault(one) ?? [])).toEqual([]);
  });

  it('and name a file that is there', () => {
    const missing = files.flatMap(importsOf).filter(({ from, target }) => {
      if (!target.startsWith('.')) return false;
      const path = posix.normalize(posix.join(posix.dirname(from), target));
      return !files.includes(path) && !path.endsWith('.json');
    });
    expect(missing).toEqual([]);
  });

  it.each([
    { from: 'source/read.ts', target: '../corpus/reconcile.ts', says: 'source must not know corpus' },
    { from: 'corpus/reconcile.ts', target: '../source/read.ts', says: 'corpus must not know source' },
    { from: 'model/layer.ts', target: '../rules/card.ts', says: 'model must not know rules' },
    { from: 'output/words.ts', target: '../rules/card.ts', says: 'output must not know rules' },
    { from: 'run/inline.ts', target: '../cli/main.ts', says: 'run must not know cli' },
    { from: 'source/decode.ts', target: 'node:fs', says: 'only node and cli touch the world' },
  ])('the check is alive: $from -> $target', ({ says, ...made }) => {
    expect(fault(made)).toContain(says);
  });

  it.each([
    { from: 'cli/audit.ts', target: '../output/json.ts' },
    { from: 'source/read.ts', target: './decode.ts' },
    { from: 'rules/kinds/pattern.ts', target: '../../model/offset.ts' },
  ])('and lets $from -> $target pass', (made) => {
    expect(fault(made)).toBeNull();
  });
});

describe('the model', () => {
  it('can be read in any folder order: no two files import each other in a ring', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        valueImportsOf(file).map((target) => posix.normalize(posix.join(dirname(file), target))),
      ]),
    );
    const rings: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, above: readonly string[]): void => {
      if (above.includes(file)) rings.push([...above.slice(above.indexOf(file)), file].join(' -> '));
      if (done.has(file) || above.includes(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...above, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(rings).toEqual([]);
  });
});

/** Imports that are there when the program runs: types are not. */
function valueImportsOf(path: string): string[] {
  const text = readFileSync(join(SRC, path), 'utf8');
  const statements = text.matchAll(/^(import|export)\s+(?!type\b)([^;]*?)\s*from\s+'(\.[^']+)'/gmu);
  return [...statements].flatMap(([, , names = '', target]) => {
    const braces = /^\{([^}]*)\}$/u.exec(names.trim());
    const onlyTypes = braces?.[1]?.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '));
    return target === undefined || onlyTypes ? [] : [target];
  });
}
