/** Reads the page / gives the rules / promises: what each one says, why it matters, and everything that it found. */

import type { RuleExample, RuleWords } from '../../model/audit.ts';
import { printableLines, shortQuote } from '../escape.ts';
import type { FindingRow } from '../rows.ts';
import { reportName } from '../trust.ts';
import { recordTold, word } from '../words.ts';
import { anchor, both, count, h, type Markup, NOTHING, t } from './markup.ts';
import { familyOf, liveRules, type Page } from './model.ts';
import { severityBadge } from './notes.ts';

/** As many findings of one rule are linked. */
const LINKED = 60;

export function rulesView(page: Page): Markup {
  const rules = liveRules(page.audit).map((rule) => ({ rule, tally: tallyOf(page, rule) }));
  const families = [...new Set(rules.map(({ rule }) => familyOf(rule.id)))];
  return h`${families.map((family) =>
    familySection(
      page,
      family,
      rules.filter(({ rule }) => familyOf(rule.id) === family),
    ),
  )}`;
}

interface Tally {
  readonly findings: readonly FindingRow[];
  readonly edits: number;
  readonly checks: number;
}

interface TalliedRule {
  readonly rule: RuleWords;
  readonly tally: Tally;
}

function tallyOf(page: Page, { id }: RuleWords): Tally {
  const checks = page.tables.checks.filter((check) => check.rule === id).length;
  return { findings: page.findingsOfRule(id), edits: page.editsOfRule(id).length, checks };
}

function familySection(page: Page, family: string, rules: readonly TalliedRule[]): Markup {
  const isIdle = ({ tally }: TalliedRule): boolean => tally.findings.length + tally.edits + tally.checks === 0;
  const busy = rules.filter((one) => !isIdle(one));
  const idle = rules.filter(isIdle);
  const rest =
    idle.length === 0
      ? NOTHING
      : h`<details class="idle-rules"><summary>${t(
          idle.length === 1 ? 'One rule found nothing' : `${idle.length} rules found nothing`,
          `${idle.length} 条规则无所发现`,
        )}</summary>${idle.map((one) => card(page, one))}</details>`;
  return h`<h2 id="${anchor('family', family)}">${both((lang) => word('family', family, lang))}</h2>${busy.map((one) => card(page, one))}${rest}`;
}

function card(page: Page, { rule, tally }: TalliedRule): Markup {
  const { findings, edits, checks } = tally;
  const tallies = [
    findings.length === 0
      ? NOTHING
      : t(
          h`<b>${count(findings.length)}</b> ${findings.length === 1 ? 'finding' : 'findings'}`,
          h`问题 <b>${count(findings.length)}</b>`,
        ),
    edits === 0
      ? NOTHING
      : t(h`<b>${count(edits)}</b> ${edits === 1 ? 'edit' : 'edits'}`, h`编辑 <b>${count(edits)}</b>`),
    checks === 0
      ? NOTHING
      : t(h`<b>${count(checks)}</b> ${checks === 1 ? 'check' : 'checks'}`, h`比对 <b>${count(checks)}</b>`),
  ];
  const trial = rule.status === 'trial' ? h` <span class="badge">${t('trial', '试行')}</span>` : NOTHING;
  return h`<article class="card rule" id="${anchor('rule', rule.id)}"><h3>${rule.id} ${severityBadge(rule.severity)}${trial} <span class="tallies">${tallies}</span></h3>
<p>${t(withGaps(rule.message.en), withGaps(rule.message.zh))}</p>${reason(rule)}
<p class="hint">${measured(rule)}</p>
${places(page, findings)}${examples(page, rule)}
</article>`;
}

/** How often the rule is right, where that was measured. */
function measured({ record }: RuleWords): Markup {
  if (record === undefined) return t('Not measured on its own.', '未单独实测。');
  return t(`Measured: ${recordTold(record, 'en')}.`, `实测：${recordTold(record, 'zh')}。`);
}

/** Why the rule matters and how to settle it; a card without Chinese words shows the English ones to all. */
function reason({ why, whyZh }: RuleWords): Markup {
  if (whyZh === undefined) return h`<p class="why" lang="en">${why}</p>`;
  return h`<p class="why">${t(why, whyZh)}</p>`;
}

const VERDICTS: Readonly<Record<RuleExample['verdict'], Markup>> = {
  hit: t('Found', '应当找到'),
  miss: t('Left alone', '应当放过'),
  'known-wrong': t('Known to be wrong', '已知的误判'),
};

/** One text that the rule must find, one that it must leave alone, and what it is known to get wrong. */
function examples(page: Page, { examples: all = [] }: RuleWords): Markup {
  const shown = (['hit', 'miss', 'known-wrong'] as const).flatMap(
    (verdict) => all.find((one) => one.verdict === verdict) ?? [],
  );
  if (shown.length === 0) return NOTHING;
  const body = page.chunks.later('open', () => h`${shown.map(example)}`);
  return h`<details class="examples"><summary>${t('Examples', '示例')}</summary>${body}</details>`;
}

function example({ verdict, sources }: RuleExample): Markup {
  const texts = sources.map(
    ({ name, text }) =>
      h`${sources.length > 1 ? h`<small>${name}</small>` : NOTHING}<pre lang="zh-CN" tabindex="0">${bracketed(text)}</pre>`,
  );
  return h`<h4>${VERDICTS[verdict]}</h4>${texts}`;
}

/** A text with what stands between ⟦ and ⟧ marked. */
function bracketed(text: string): Markup[] {
  return printableLines(text)
    .split(/(⟦[^⟧]*⟧)/u)
    .map((part) =>
      part.startsWith('⟦') && part.endsWith('⟧')
        ? h`<mark class="info">${part.slice(1, -1) || '⟦⟧'}</mark>`
        : h`${part}`,
    );
}

/** A message with … where the data of a finding would stand. */
function withGaps(template: string): string {
  return template.replace(/\{[^{}]*\}/gu, '…');
}

function places(page: Page, findings: readonly FindingRow[]): Markup {
  if (findings.length === 0) return NOTHING;
  const more = findings.length - LINKED;
  const rest =
    more <= 0
      ? NOTHING
      : h`<p class="hint">${t(`and ${more} more, in data/findings.parquet`, `另有 ${more} 条，见 data/findings.parquet`)}</p>`;
  const lines = findings.slice(0, LINKED).map((row) => line(page, row));
  return h`<details><summary>${t('Where', '所在')}</summary><ul class="found">${lines}</ul>${rest}</details>`;
}

function line(page: Page, row: FindingRow): Markup {
  const report = row.report_id === null ? undefined : page.reports.get(row.report_id);
  const name = report ? reportName(report) : row.source_id;
  const words =
    row.quote === ''
      ? t(shortQuote(row.message_en, 80), shortQuote(row.message_zh, 60))
      : h`<q lang="zh-CN">${shortQuote(row.quote, 40)}</q>`;
  return h`<li><a href="#${anchor('finding', row.finding_id)}">${words}</a> <small>${name}</small></li>`;
}
