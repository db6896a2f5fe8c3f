/** Reads the page / gives what to do first / promises: worst first, each with the place where to begin; nothing when nothing is wrong. */

import { compareText } from '../../model/finding.ts';
import { shortQuote } from '../escape.ts';
import type { Lang } from '../lexicon.ts';
import type { FindingRow } from '../rows.ts';
import { reportName } from '../trust.ts';
import { word } from '../words.ts';
import { anchor, h, type Markup, NOTHING, t } from './markup.ts';
import { familyOf, type Page } from './model.ts';

/** As many steps as a person takes in at once. */
const LONGEST = 8;
const LONGEST_MESSAGE = 90;

/** Steps in order of weight, as list items. */
export function actions(page: Page): Markup[] {
  const steps = [
    ...unreadable(page),
    ...missing(page),
    ...cut(page),
    ...broken(page),
    ...errors(page),
    ...warnings(page),
  ];
  return steps.slice(0, LONGEST).map((step) => h`<li>${step}</li>`);
}

function unreadable({ tables }: Page): Markup[] {
  const links = tables.sources
    .filter((row) => row.reports === 0)
    .map((row) => h`<a href="#${anchor('source', row.source_id)}">${row.source_id}</a>`);
  if (links.length === 0) return [];
  return [
    t(
      h`${listed(links, 'en')} ${links.length === 1 ? 'holds' : 'hold'} no report. See why, and take them out or collect them again.`,
      h`${listed(links, 'zh')} 中没有报告：查明原因，移除或重新采集。`,
    ),
  ];
}

/** As many things of one kind are named in one step. */
const NAMED = 6;

/** The first few things of a step, and how many more there are. */
function listed(things: readonly Markup[], lang: Lang): Markup {
  const comma = lang === 'zh' ? '、' : ', ';
  const named = things.slice(0, NAMED).map((one, index) => h`${index > 0 ? comma : ''}${one}`);
  const rest = things.length - NAMED;
  if (rest <= 0) return h`${named}`;
  return lang === 'zh' ? h`${named}等 ${things.length} 份` : h`${named} and ${rest} more`;
}

function missing({ audit }: Page): Markup[] {
  return audit.sources.flatMap(({ source }) => {
    const gone = source.promised.filter((one) => one.kept === null);
    if (gone.length === 0) return [];
    const link = h`<a href="#${anchor('source', source.sourceId)}">${source.sourceId}</a>`;
    const names = gone.map((one) => h`${one.name}`);
    return [
      t(
        h`The contents page of ${link} promises ${source.promised.length} reports and ${gone.length} are missing (${listed(names, 'en')}). Collect them elsewhere.`,
        h`${link} 的目录列有 ${source.promised.length} 篇报告，缺 ${gone.length} 篇（${listed(names, 'zh')}），须另行采集。`,
      ),
    ];
  });
}

function cut({ trusted }: Page): Markup[] {
  const partial = trusted.filter((one) => one.trust === 'partial').map(({ report }) => report);
  if (partial.length === 0) return [];
  const named = (lang: Lang) =>
    listed(
      partial.map((report) => {
        const share = report.share_present === null ? '' : `, ${Math.round(report.share_present * 100)}%`;
        const verdict = word('completeness', report.completeness, lang);
        return h`<a href="#${anchor('report', report.report_id)}">${reportName(report)}</a> (${verdict}${share})`;
      }),
      lang,
    );
  return [
    t(
      h`${partial.length === 1 ? 'One report is' : `${partial.length} reports are`} not whole: ${named('en')}. Find whole copies.`,
      h`${partial.length} 篇报告不完整：${named('zh')}，须找完整文本。`,
    ),
  ];
}

function broken({ summary, tables }: Page): Markup[] {
  const first = tables.checks.find((check) => check.verdict === 'broken');
  if (!first) return [];
  const number = summary.checks.broken;
  const link = (text: string) => h`<a href="#${anchor('check', first.check_id)}">${text}</a>`;
  return [
    t(
      h`${link(number === 1 ? 'One comparison of figures does not hold' : `${number} comparisons of figures do not hold`)}. Read the derivations and look at the figures named.`,
      h`${link(`${number} 项数字比对不成立`)}：阅读推导，核对所指数字。`,
    ),
  ];
}

function errors(page: Page): Markup[] {
  return byRule(page, 'error').map(({ rows }) => {
    const number = rows.length;
    return t(
      h`${number === 1 ? 'One error' : `${number} errors`}: ${first(rows, 'en')}`,
      h`错误 ${number} 处：${first(rows, 'zh')}`,
    );
  });
}

function warnings(page: Page): Markup[] {
  return byRule(page, 'warning').map(({ rows }) => {
    const number = rows.length;
    return t(
      h`${number === 1 ? 'One warning' : `${number} warnings`}: ${first(rows, 'en')}`,
      h`警告 ${number} 处：${first(rows, 'zh')}`,
    );
  });
}

/** The first finding of a rule in words, and the way to the others. */
function first(rows: readonly FindingRow[], lang: Lang): Markup {
  const [row] = rows;
  if (!row) return NOTHING;
  const message = shortQuote(lang === 'zh' ? row.message_zh : row.message_en, LONGEST_MESSAGE);
  const more = lang === 'zh' ? '全部' : 'all';
  const all = rows.length > 1 ? h` (<a href="#${anchor('rule', row.rule)}">${more}</a>)` : NOTHING;
  return h`<a href="#${anchor('finding', row.finding_id)}">${message}</a>${all}`;
}

/** Open findings by rule, most frequent first; cut reports and broken checks have been told of already. */
function byRule(
  { tables, trusted }: Page,
  severity: 'error' | 'warning',
): { rule: string; rows: readonly FindingRow[] }[] {
  const told = new Set(tables.checks.filter((check) => check.verdict === 'broken').map((check) => check.rule));
  const partial = new Set(trusted.filter((one) => one.trust === 'partial').map((one) => one.report.report_id));
  const groups = new Map<string, FindingRow[]>();
  for (const row of tables.findings) {
    if (row.severity !== severity || row.state !== 'new' || told.has(row.rule)) continue;
    if (familyOf(row.rule) === 'truncation' && (row.report_id === null || partial.has(row.report_id))) continue;
    const group = groups.get(row.rule);
    if (group) group.push(row);
    else groups.set(row.rule, [row]);
  }
  return [...groups]
    .map(([rule, rows]) => ({ rule, rows }))
    .sort((a, b) => b.rows.length - a.rows.length || compareText(a.rule, b.rule));
}
