/** `jiaokan init`: scaffolds a corpus with everything that its gate needs, for any set of reports. */
import path from 'node:path';
import { Command } from 'commander';
import { EMPTY_ACCEPTED } from '../node/accepted-file.ts';
import { EMPTY_MANIFEST } from '../node/manifest-file.ts';
import { readText } from '../node/read.ts';
import { rulesWith } from '../node/rules.ts';
import { writeFiles } from '../node/write.ts';
import { addedLines } from './add.ts';
import { addFiles } from './add-entries.ts';
import { CONFIG_FILE } from './gate-setup.ts';
import { ATTRIBUTES, CONFIG_TEXT, WORKFLOW_FILE, WORKFLOW_TEXT } from './init-texts.ts';
import type { Finish } from './main.ts';
import { EXIT, folder, type Lang, langOption, rulesOption } from './options.ts';
import type { Terminal } from './terminal.ts';
import { exists, shown } from './work.ts';

interface InitFlags {
  readonly dir: string;
  readonly rules?: string;
  readonly lang: Lang;
}

export function initCommand(terminal: Terminal, finish: Finish): Command {
  return new Command('init')
    .description('scaffold a corpus: manifest, configuration, acceptances, CI workflow, .gitattributes')
    .argument('[path...]', 'files, folders or patterns of reports to put in at once')
    .option('--dir <dir>', 'folder to scaffold in', folder, '.')
    .addOption(rulesOption())
    .addOption(langOption())
    .action(async (paths: string[], flags: InitFlags) => {
      finish(await runInit(paths, flags, terminal));
    });
}

async function runInit(paths: readonly string[], flags: InitFlags, terminal: Terminal): Promise<number> {
  const home = path.resolve(terminal.cwd, flags.dir);
  const rules = await rulesWith(flags.rules ?? null, terminal.cwd);
  const wanted: readonly (readonly [string, string])[] = [
    ['corpus/manifest.yaml', EMPTY_MANIFEST],
    ['corpus/accepted.yaml', EMPTY_ACCEPTED],
    [CONFIG_FILE, CONFIG_TEXT],
    [WORKFLOW_FILE, WORKFLOW_TEXT],
  ];
  for (const [name, text] of wanted) await writeNew(home, name, text, terminal);
  await writeAttributes(home, terminal);
  const corpus = path.join(home, 'corpus');
  const added = paths.length === 0 ? [] : await addFiles(corpus, paths, {}, { rules, cwd: terminal.cwd });
  for (const one of added) terminal.out(addedLines(one, flags.lang));
  terminal.out(flags.lang === 'zh' ? NEXT.zh(added.length) : NEXT.en(added.length));
  return EXIT.clean;
}

const NEXT = {
  en: (count: number) =>
    `\nNext: ${count === 0 ? 'jiaokan add FILE…, then ' : ''}jiaokan audit, then jiaokan gate --update-baseline, and commit all of it.\n`,
  zh: (count: number) =>
    `\n下一步：${count === 0 ? 'jiaokan add 文件…，' : ''}jiaokan audit，jiaokan gate --update-baseline，然后提交。\n`,
} as const;

/** What is there stays as it is. */
async function writeNew(home: string, name: string, text: string, terminal: Terminal): Promise<void> {
  const file = path.join(home, ...name.split('/'));
  if (await exists(file)) {
    terminal.out(`kept     ${shown(file, terminal)}\n`);
    return;
  }
  await writeFiles(home, [[name, text]]);
  terminal.out(`wrote    ${shown(file, terminal)}\n`);
}

/** git must not touch the bytes of sources; lines that are there already are not repeated. */
async function writeAttributes(home: string, terminal: Terminal): Promise<void> {
  const file = path.join(home, '.gitattributes');
  const before = (await exists(file)) ? await readText(file, shown(file, terminal)) : '';
  const lines = new Set(before.split(/\r?\n/u));
  const missing = ATTRIBUTES.filter((one) => !lines.has(one));
  if (missing.length === 0) return;
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  await writeFiles(home, [['.gitattributes', `${before}${gap}${missing.join('\n')}\n`]]);
  terminal.out(`wrote    ${shown(file, terminal)}\n`);
}
