/** The action, its script, the hook and the scaffolded workflow: what runs in CI must not be wrong only there. */
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { WORKFLOW_TEXT } from '../../src/cli/init-texts.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const place = { folder: '' };

beforeEach(async () => {
  place.folder = await mkdtemp(join(tmpdir(), 'jiaokan action '));
});
afterEach(() => rm(place.folder, { recursive: true, force: true }));

/** Runs the script with a `node` that notes what it was given and leaves the files of a gate. */
async function script(env: Readonly<Record<string, string>>, code: number) {
  const bin = join(place.folder, 'bin');
  await mkdir(bin);
  const node = `#!/usr/bin/env bash
printf '%s\\n' "$@" > "${place.folder}/arguments"
while [ $# -gt 0 ]; do if [ "$1" = --out ]; then out=$2; fi; shift; done
mkdir -p "$out"
if [ ${code} -lt 2 ]; then echo '## comment' > "$out/gate.md"; echo '::error::x' > "$out/gate.github.txt"; fi
exit ${code}
`;
  await writeFile(join(bin, 'node'), node);
  await chmod(join(bin, 'node'), 0o755);
  const done = spawnSync('bash', [join(ROOT, 'scripts/gate-action.sh')], {
    cwd: place.folder,
    encoding: 'utf8',
    env: {
      PATH: `${bin}:${process.env.PATH ?? ''}`,
      GITHUB_STEP_SUMMARY: join(place.folder, 'summary'),
      GITHUB_OUTPUT: join(place.folder, 'output'),
      ...env,
    },
  });
  const text = (name: string) => readFile(join(place.folder, name), 'utf8').catch(() => '');
  return {
    code: done.status,
    out: done.stdout,
    err: done.stderr,
    args: (await text('arguments')).trim().split('\n').slice(3),
    summary: await text('summary'),
    output: await text('output'),
  };
}

describe('the script of the action', () => {
  it.each([
    { code: 0, verdict: 'clean', summary: '## comment' },
    { code: 1, verdict: 'worse', summary: '## comment' },
    { code: 2, verdict: 'failed', summary: 'could not do its work (exit 2)' },
  ])('hands on exit code $code, verdict and summary', async ({ code, verdict, summary }) => {
    const said = await script({ GATE_OUT: 'gate', GITHUB_ACTIONS: 'true' }, code);
    expect(said.err).toBe('');
    expect(said.code).toBe(code);
    expect(said.output).toBe(`verdict=${verdict}\nout=gate\n`);
    expect(said.summary).toContain(summary);
    expect(said.out).toBe(code < 2 ? '::error::x\n' : '');
  });

  it('gives every setting as one argument, whatever is in it', async () => {
    const said = await script(
      {
        GATE_OUT: 'my gate',
        GATE_CORPUS: 'a b/$(touch x)',
        GATE_BASE: 'origin/main',
        GATE_PROFILE: 'strict',
        GATE_LANG: 'zh',
      },
      0,
    );
    expect(said.args).toEqual([
      ...['gate', '--out', 'my gate', '--corpus', 'a b/$(touch x)'],
      ...['--base', 'origin/main', '--profile', 'strict', '--lang', 'zh'],
    ]);
  });

  it('is quiet about annotations outside GitHub, and leaves no folder behind', async () => {
    const said = await script({}, 1);
    expect(said.code).toBe(1);
    expect(said.out).toBe('');
    const folder = said.args[2] ?? '';
    expect(await readFile(join(folder, 'gate.md')).catch(() => null)).toBeNull();
  });
});

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly env?: Readonly<Record<string, string>>;
      readonly run?: string;
      readonly shell?: string;
    }[];
  };
}

describe('action.yml', () => {
  it('is composite, hands every input over as a variable, and puts none of them into a command', async () => {
    const action: Action = parse(await readFile(join(ROOT, 'action.yml'), 'utf8'));
    const script = await readFile(join(ROOT, 'scripts/gate-action.sh'), 'utf8');
    expect(action.runs.using).toBe('composite');
    const step = action.runs.steps.find((one) => one.run !== undefined);
    expect(step?.shell).toBe('bash');
    expect(step?.run).not.toContain('${{');
    for (const name of Object.keys(action.inputs)) {
      const variable = `GATE_${name.replaceAll('-', '_').toUpperCase()}`;
      expect(step?.env?.[variable]).toBe(`\${{ inputs.${name} }}`);
      expect(script).toContain(`\${${variable}:-}`);
    }
  });

  it('is what our own workflow uses, and the hook runs the same script', async () => {
    expect(await readFile(join(ROOT, '.github/workflows/ci.yml'), 'utf8')).toContain('uses: ./');
    expect(await readFile(join(ROOT, '.ci/run'), 'utf8')).toContain('scripts/gate-action.sh');
    const [hook] = parse(await readFile(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
    expect(hook).toMatchObject({ entry: 'scripts/gate-action.sh', language: 'script', pass_filenames: false });
    const files = new RegExp(hook.files.replace('(?x)', '').replace(/\s+/gu, ''), 'u');
    expect(
      ['corpus/sources/a.txt', 'reports/baseline.json', 'jiaokan.config.yaml'].every((one) => files.test(one)),
    ).toBe(true);
    expect(files.test('src/a.ts')).toBe(false);
  });

  it('and the workflow of a new corpus is YAML that reads nothing typed by others as a command', () => {
    const { jobs } = parse(WORKFLOW_TEXT);
    const runs: string[] = jobs.gate.steps.flatMap((one: { run?: string }) => one.run ?? []);
    expect(runs.some((one) => / gate \$\{BASE:\+--base "\$BASE"\} /u.test(one))).toBe(true);
    for (const one of runs) expect(one).not.toContain('${{');
  });
});
