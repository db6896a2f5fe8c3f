/** `jiaokan add`: puts sources into a corpus with their digests, says what they are, and what the gate would say. */
import { Command } from 'commander';
import { isDay } from '../corpus/accept.ts';
import { InputError } from '../node/errors.ts';
import { rulesWith } from '../node/rules.ts';
import { changesOf } from '../output/gate-changes.ts';
import { word } from '../output/words.ts';
import { type Added, addFiles, type Particulars } from './add-entries.ts';
import { findingLines } from './findings.ts';
import { judge, type Now, presentOf, withSetup } from './gate.ts';
import { type Setup, type SetupFlags, setUp } from './gate-setup.ts';
import { gateLines } from './gate-view.ts';
import type { Finish } from './main.ts';
import { EXIT, failing, type Lang } from './options.ts';
import type { Terminal } from './terminal.ts';
import { exists } from './work.ts';

interface AddFlags extends SetupFlags, Particulars {
  readonly base?: string;
}

export function addCommand(terminal: Terminal, finish: Finish): Command {
  return withSetup(
    new Command('add')
      .description('put sources into the corpus with digest and origin, and show what the gate would say')
      .argument('<file...>', 'files, folders or patterns; a file of corpus/sources gets an entry or a new digest')
      .option('--id <id>', 'source_id (default: from the file name, or region and year)')
      .option('--title <text>', 'title of the page or document (default: that of the report)')
      .option('--publisher <name>', 'site or publisher that it was taken from')
      .option('--url <address>', 'address of the page')
      .option('--collected-on <day>', 'day of collection, YYYY-MM-DD')
      .option('--rights <text>', 'what is known of the rights (default: not known)')
      .option('--base <revision>', 'compare with a git revision instead of the baseline'),
  ).action(async (paths: string[], flags: AddFlags) => {
    finish(await runAdd(paths, flags, terminal));
  });
}

async function runAdd(paths: readonly string[], flags: AddFlags, terminal: Terminal): Promise<number> {
  if (flags.collectedOn !== undefined && !isDay(flags.collectedOn))
    throw new InputError(`--collected-on ${flags.collectedOn}: give a day, YYYY-MM-DD`);
  const setup = await setUp(flags, terminal);
  const rules = await rulesWith(setup.rules, terminal.cwd);
  const added = await addFiles(setup.corpus, paths, flags, { rules, cwd: terminal.cwd });
  for (const one of added) terminal.out(addedLines(one, setup.lang));
  const now = await presentOf(setup, terminal);
  if (flags.base === undefined && !(await exists(setup.baselineFile))) return sayFindings(added, now, setup, terminal);
  const { view } = await judge(setup, now, flags.base ?? null, terminal);
  terminal.out(`\n${gateLines(view, now.audit, setup.lang, terminal)}`);
  return changesOf(view, 'worse').length > 0 ? EXIT.found : EXIT.clean;
}

/** What was entered, and what each report in it is taken for. */
export function addedLines({ entry, results, how }: Added, lang: Lang): string {
  const zh = lang === 'zh';
  const verb = { added: zh ? '已加入' : 'added', updated: zh ? '已更新' : 'updated' }[how];
  const reports = results.flatMap((one) => one.reports);
  const lines = reports.map(({ identity, completeness, figures, text }) => {
    const { region, reportYear, deliveredOn, speaker } = identity;
    const about = [region ?? (zh ? '地区不明' : 'region unknown'), reportYear ?? (zh ? '年份不明' : 'year unknown')];
    const more = [deliveredOn, speaker].filter((part) => part !== null);
    const counts = zh
      ? `${text.length} 字，${figures.length} 个数字`
      : `${text.length} characters, ${figures.length} figures`;
    const whole = word('completeness', completeness.verdict, lang);
    return `  ${[...about, ...more].join(' ')}: ${whole}, ${counts}\n`;
  });
  const size = zh ? `${entry.bytes} 字节` : `${entry.bytes} bytes`;
  return `${verb} ${entry.source_id} (${entry.file}, ${size}, sha256 ${entry.sha256.slice(0, 12)}…)\n${lines.join('')}`;
}

/** Before there is a baseline the gate has nothing to compare with: the findings of what was entered are told. */
function sayFindings(added: readonly Added[], { audit }: Now, setup: Setup, terminal: Terminal): number {
  const ids = new Set(added.map(({ entry }) => entry.source_id));
  const own = audit.findings.filter((one) => ids.has(one.sourceId));
  const style = { lang: setup.lang, colors: terminal.colors, columns: terminal.columns ?? 100 };
  if (own.length > 0) terminal.out(`\n${findingLines(own, audit, style).join('\n')}\n`);
  terminal.out(
    setup.lang === 'zh'
      ? '\n尚无基线：jiaokan gate --update-baseline 记录当前状态\n'
      : '\nThere is no baseline yet: jiaokan gate --update-baseline records the state of now\n',
  );
  return failing(own, audit.rules, setup.settings.failOn).length > 0 ? EXIT.found : EXIT.clean;
}
