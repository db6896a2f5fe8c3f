/** Reads the page / gives the overview / promises: first the answer, then what to do, then the grounds. */
import { percent } from '../amount.ts';
import { actions } from './actions.ts';
import { checkBar } from './check-bar.ts';
import { coverage } from './coverage.ts';
import { families } from './families.ts';
import { type Content, count, h, type Markup, NOTHING, t } from './markup.ts';
import type { Page } from './model.ts';
import { reportTable } from './report-table.ts';

/** The map of as many years stands beside the steps. */
const BESIDE = 6;

export function overviewView(page: Page): Markup {
  const steps = actions(page);
  const map = h`<section class="coverage-map" aria-labelledby="coverage-title"><h2 id="coverage-title">${t('Coverage', '覆盖')}</h2>${coverage(page)}</section>`;
  const isWide = new Set(page.tables.reports.map((one) => one.report_year)).size > BESIDE;
  return h`${answer(page)}
${numbers(page)}
<div class="halves">
<section aria-labelledby="first-title"><h2 id="first-title">${t('What to do first', '先做什么')}</h2>
${steps.length === 0 ? h`<p class="empty">${t('Nothing. No finding is open.', '没有待处理的问题。')}</p>` : h`<ol class="steps">${steps}</ol>`}</section>
<div><section aria-labelledby="families-title"><h2 id="families-title">${t('Findings', '问题')}</h2>${families(page)}</section>
${isWide ? NOTHING : map}</div></div>
${isWide ? map : NOTHING}
<section aria-labelledby="count-title"><h2 id="count-title">${t('Which reports to count on', '哪些报告可用')}</h2>${counted(page)}</section>`;
}

function answer({ trusted, summary, tables }: Page): Markup {
  const whole = tables.reports.filter((one) => one.canonical && one.completeness === 'complete').length;
  const usable = trusted.filter((one) => one.trust === 'use').length;
  return h`<div class="answer"><h1 id="overview-title">${t(
    h`<b>${usable}</b> of ${summary.reports} reports can be used as they are`,
    h`${summary.reports} 篇报告中，<b>${usable}</b> 篇可直接使用`,
  )}</h1>
<p>${t(
    `${summary.sources} sources were read. ${summary.canonical_reports} reports remain when copies are set aside; ${whole} of them are complete.`,
    `共读 ${summary.sources} 份来源；去除副本后余 ${summary.canonical_reports} 篇，其中完整者 ${whole} 篇。`,
  )}</p></div>`;
}

function numbers({ summary, tables }: Page): Markup {
  const decoded = summary.kept_chars + summary.removed_chars;
  const cards: (readonly [Content, Content, Content])[] = [
    [
      t('Errors', '错误'),
      count(summary.findings.error),
      t(
        `${summary.findings.warning} warnings · ${summary.findings.info} info`,
        `警告 ${summary.findings.warning} · 提示 ${summary.findings.info}`,
      ),
    ],
    [
      t('Figures', '数字'),
      count(summary.figures),
      t(`in ${summary.reports} reports`, `出自 ${summary.reports} 篇报告`),
    ],
    [t('Checks', '比对'), count(tables.checks.length), checkBar(tables.checks)],
    [
      t('Cleaned away', '清洗去除'),
      decoded === 0 ? '0%' : percent(Math.max(0, summary.removed_chars) / decoded),
      t(`${count(summary.removed_chars)} characters, all on record`, `${count(summary.removed_chars)} 字，均有记录`),
    ],
  ];
  return h`<dl class="cards">${cards.map(([name, value, more]) => h`<div><dt>${name}</dt><dd><strong>${value}</strong><span>${more}</span></dd></div>`)}</dl>`;
}

/** As many reports are listed on the first view. */
const LISTED = 40;

/** All reports or, when there are many, those that somebody has to look at. */
function counted(page: Page): Markup {
  const { trusted } = page;
  if (trusted.length === 0) return h`<p class="empty">${t('No report was found.', '没有识别出报告。')}</p>`;
  if (trusted.length <= LISTED) return reportTable(page, trusted, 'first-reports');
  const shown = trusted.filter(({ trust }) => trust === 'check' || trust === 'partial').slice(0, LISTED);
  return h`${reportTable(page, shown, 'first-reports')}<p class="hint"><a href="#reports">${t(`All ${count(trusted.length)} reports`, `全部 ${count(trusted.length)} 篇报告`)}</a></p>`;
}
