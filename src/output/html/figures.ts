/** Reads the page / gives the comparisons of figures / promises: verdict, derivation and figures of every check, the broken ones first. */
import type { CheckRow } from '../rows.ts';
import { reportName } from '../trust.ts';
import { comparedUnit, word } from '../words.ts';
import { intervalDrawing } from './interval.ts';
import { anchor, both, h, type Markup, NOTHING, t } from './markup.ts';
import type { Page } from './model.ts';
import { checkBar } from './overview.ts';

const ORDER: readonly CheckRow['verdict'][] = ['broken', 'cannot-tell', 'holds'];

export function figuresView(page: Page): Markup {
  const { checks } = page.tables;
  const groups = ORDER.map((verdict) =>
    group(
      page,
      verdict,
      checks.filter((check) => check.verdict === verdict),
    ),
  );
  return h`<section class="view" id="figures" aria-labelledby="figures-title">
<div class="view-head"><h1 id="figures-title">${t('Figures', '数字')}</h1></div>
<p class="lead">${t(
    'Figures that can be held against each other were. A check is broken only when no values that the written forms allow fit; what cannot be compared is not called wrong, and the reason is given.',
    '凡可相互印证的数字均已比对。只有在写法所允许的任何取值都不相符时才判为不成立；不可比者不作错误，并说明理由。',
  )}</p>
<div class="total">${checkBar(checks)}</div>
${checks.length === 0 ? NOTHING : filter()}
${groups}
</section>`;
}

function filter(): Markup {
  const option = (verdict: string, label: Markup, checked: Markup): Markup =>
    h`<label><input type="radio" name="verdict" value="${verdict}"${checked}> ${label}</label>`;
  const options = ORDER.map((verdict) =>
    option(
      verdict,
      both((lang) => word('verdict', verdict, lang)),
      NOTHING,
    ),
  );
  return h`<fieldset class="filter"><legend class="aside">${t('Show', '显示')}</legend>${option('all', t('all', '全部'), h` checked`)}${options}</fieldset>`;
}

function group(page: Page, verdict: CheckRow['verdict'], checks: readonly CheckRow[]): Markup {
  if (checks.length === 0) return NOTHING;
  return h`<section class="verdicts" data-verdict="${verdict}"><h2>${both((lang) => word('verdict', verdict, lang))} <small>${checks.length}</small></h2>${checks.map((check) => card(page, check))}</section>`;
}

function card(page: Page, check: CheckRow): Markup {
  const unit = unitOf(page, check);
  const cause = check.likely_cause;
  return h`<article class="card check ${check.verdict}" id="${anchor('check', check.check_id)}">
<h3><span class="verdict ${check.verdict}">${both((lang) => word('verdict', check.verdict, lang))}</span> ${both((lang) => word('check', check.family, lang))} <a class="rule" href="#${anchor('rule', check.rule)}">${check.rule}</a></h3>
<p>${t(check.derivation_en, check.derivation_zh)}</p>
${check.verdict === 'cannot-tell' ? NOTHING : intervalDrawing(check, unit)}
<ul class="taking-part">${check.figure_ids.map((id) => figureLine(page, check, id))}</ul>
${cause === null ? NOTHING : h`<p class="hint">${t(h`Likely cause: ${word('cause', cause, 'en')}.`, h`可能原因：${word('cause', cause, 'zh')}。`)}</p>`}
</article>`;
}

function figureLine(page: Page, check: CheckRow, id: string): Markup {
  const row = page.figures.get(id);
  if (!row) return h`<li>${id}</li>`;
  const report = page.reports.get(row.report_id);
  const suspect =
    check.suspect_figure_id === id ? h` <span class="badge error">${t('suspect', '存疑')}</span>` : NOTHING;
  return h`<li><a href="#${page.figureAnchor(id)}"><b lang="zh-CN">${row.quote}</b></a> <span lang="zh-CN">${row.indicator ?? row.indicator_text}</span> <small>${report ? reportName(report) : row.report_id}</small>${suspect}</li>`;
}

function unitOf(page: Page, check: CheckRow): string {
  const rows = check.figure_ids.flatMap((id) => page.figures.get(id) ?? []);
  return comparedUnit(rows, { low: check.actual_low, high: check.actual_high });
}
