/** Reads the page / gives the rules / promises: what each one says, why it matters, and everything that it found. */
import type { RuleWords } from '../../model/audit.ts';
import type { FindingRow } from '../rows.ts';
import { reportName } from '../trust.ts';
import { word } from '../words.ts';
import { anchor, both, count, h, type Markup, NOTHING, t } from './markup.ts';
import { familyOf, liveRules, type Page } from './model.ts';
import { cut, severityBadge } from './notes.ts';

/** As many findings of one rule are linked. */
const LINKED = 60;

export function rulesView(page: Page): Markup {
  const rules = liveRules(page.audit);
  const families = [...new Set(rules.map((rule) => familyOf(rule.id)))];
  return h`<section class="view" id="rules" aria-labelledby="rules-title">
<div class="view-head"><h1 id="rules-title">${t('Rules', '规则')}</h1></div>
${families.map((family) => h`<h2>${both((lang) => word('family', family, lang))}</h2>${rules.filter((rule) => familyOf(rule.id) === family).map((rule) => card(page, rule))}`)}
</section>`;
}

function card(page: Page, rule: RuleWords): Markup {
  const findings = page.findingsOfRule(rule.id);
  const edits = page.editsOfRule(rule.id).length;
  const checks = page.tables.checks.filter((check) => check.rule === rule.id).length;
  const tallies = [
    findings.length === 0
      ? NOTHING
      : t(h`<b>${count(findings.length)}</b> findings`, h`问题 <b>${count(findings.length)}</b>`),
    edits === 0 ? NOTHING : t(h`<b>${count(edits)}</b> edits`, h`编辑 <b>${count(edits)}</b>`),
    checks === 0 ? NOTHING : t(h`<b>${count(checks)}</b> checks`, h`比对 <b>${count(checks)}</b>`),
  ];
  const idle = findings.length + edits + checks === 0 ? ' idle' : '';
  return h`<article class="card rule${idle}" id="${anchor('rule', rule.id)}"><h3>${rule.id} ${severityBadge(rule.severity)}${rule.status === 'trial' ? h` <span class="badge">${t('trial', '试行')}</span>` : NOTHING} <span class="tallies">${tallies}</span></h3>
<p>${t(rule.message.en, rule.message.zh)}</p><p class="why">${rule.why}</p>
${findings.length === 0 ? NOTHING : h`<details><summary>${t('Where', '所在')}</summary><ul class="found">${findings.slice(0, LINKED).map((row) => line(page, row))}</ul>${findings.length > LINKED ? h`<p class="hint">${t(`and ${findings.length - LINKED} more, in data/findings.parquet`, `另有 ${findings.length - LINKED} 条，见 data/findings.parquet`)}</p>` : NOTHING}</details>`}
</article>`;
}

function line(page: Page, row: FindingRow): Markup {
  const report = row.report_id === null ? undefined : page.reports.get(row.report_id);
  const name = report ? reportName(report) : row.source_id;
  const words =
    row.quote === ''
      ? t(cut(row.message_en, 80), cut(row.message_zh, 60))
      : h`<q lang="zh-CN">${cut(row.quote, 40)}</q>`;
  return h`<li><a href="#${anchor('finding', row.finding_id)}">${words}</a> <small>${name}</small></li>`;
}
