/** Reads the page / gives the overview / promises: first the answer, then what to do, then the grounds. */
import { percent } from '../amount.ts';
import type { CheckRow } from '../rows.ts';
import { reportName, type TrustedReport, trustWord } from '../trust.ts';
import { word } from '../words.ts';
import { actions } from './actions.ts';
import { coverage } from './coverage.ts';
import { anchor, both, type Content, count, h, type Markup, NOTHING, t } from './markup.ts';
import type { Page } from './model.ts';

export function overviewView(page: Page): Markup {
  const steps = actions(page);
  return h`<section class="view" id="overview" aria-labelledby="overview-title">
${answer(page)}
${numbers(page)}
<div class="halves">
<section aria-labelledby="first-title"><h2 id="first-title">${t('What to do first', '先做什么')}</h2>
${steps.length === 0 ? h`<p class="empty">${t('Nothing. No finding is open.', '没有待处理的问题。')}</p>` : h`<ol class="steps">${steps}</ol>`}</section>
<section aria-labelledby="coverage-title"><h2 id="coverage-title">${t('Coverage', '覆盖')}</h2>${coverage(page)}</section>
</div>
<section aria-labelledby="count-title"><h2 id="count-title">${t('Which reports to count on', '哪些报告可用')}</h2>${reportTable(page)}</section>
</section>`;
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

const VERDICTS = ['broken', 'cannot-tell', 'holds'] as const;

/** The verdicts as one bar of three parts, with the counts in words. */
export function checkBar(checks: readonly CheckRow[]): Markup {
  const numbers = VERDICTS.map((verdict) => ({
    verdict,
    number: checks.filter((check) => check.verdict === verdict).length,
  }));
  if (checks.length === 0) return t('nothing to compare', '没有可比对的数字');
  let x = 0;
  const parts = numbers.map(({ verdict, number }) => {
    const width = Math.round((number / checks.length) * 10_000) / 100;
    const part = h`<rect class="${verdict}" x="${x}" y="0" width="${width}" height="6"/>`;
    x += width;
    return part;
  });
  const words = both((lang) =>
    numbers.map(({ verdict, number }) => `${word('verdict', verdict, lang)} ${number}`).join(' · '),
  );
  return h`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>${words}`;
}

function reportTable(page: Page): Markup {
  if (page.trusted.length === 0) return h`<p class="empty">${t('No report was found.', '没有识别出报告。')}</p>`;
  return h`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${t('Report', '报告')}</th><th scope="col">${t('Use', '可用性')}</th><th scope="col">${t('Present', '现存')}</th><th scope="col" class="number">${t('Errors', '错误')}</th><th scope="col" class="number">${t('Warnings', '警告')}</th><th scope="col">${t('Checks', '比对')}</th><th scope="col">${t('Source', '来源')}</th></tr></thead>
<tbody>${page.trusted.map((one) => reportLine(page, one))}</tbody></table></div>`;
}

function reportLine(page: Page, { report, trust, errors, warnings }: TrustedReport): Markup {
  return h`<tr><th scope="row"><a href="#${anchor('report', report.report_id)}">${reportName(report)}</a></th>
<td><span class="badge trust-${trust}">${both((lang) => trustWord(trust, lang))}</span></td>
<td>${presence(report.share_present)} ${both((lang) => word('completeness', report.completeness, lang))}</td>
<td class="number${errors > 0 ? ' bad' : ''}">${errors}</td><td class="number">${warnings}</td>
<td class="narrow">${checkBar(page.checksOfReport(report.report_id))}</td>
<td><a href="#${anchor('source', report.source_id)}">${report.source_id}</a></td></tr>
`;
}

/** A meter of the share that is present; nothing when there is no estimate. */
function presence(share: number | null): Markup {
  if (share === null) return NOTHING;
  const width = Math.round(share * 100);
  return h`<svg class="meter" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="${percent(share)}"><rect class="whole" width="100" height="10"/><rect class="there" width="${width}" height="10"/></svg>`;
}
