/** Reads the page / gives figures and their comparisons / promises: the map first, then each comparison with its derivation, the broken ones first. */
import { byFamily, byPlaceAndYear, coverageOf } from '../coverage.ts';
import { familyCells, placeCells } from '../coverage-table.ts';
import type { Lang } from '../lexicon.ts';
import type { CheckRow } from '../rows.ts';
import { comparedUnit, word } from '../words.ts';
import { checkBar, VERDICTS } from './check-bar.ts';
import { derivationSteps, linked } from './derivation.ts';
import { intervalDrawing } from './interval.ts';
import { anchor, both, count, h, type Markup, NOTHING, t } from './markup.ts';
import { matrixView } from './matrix-view.ts';
import type { Page } from './model.ts';
import { seriesView } from './series-view.ts';

/** As many comparisons are unpacked at once. */
const AT_ONCE = 50;

export function figuresView(page: Page): Markup {
  const { checks } = page.tables;
  const groups = VERDICTS.map((verdict) =>
    group(
      page,
      verdict,
      checks.filter((check) => check.verdict === verdict),
    ),
  );
  return h`<p class="lead">${t(
    'Figures that can be held against each other were. A check is broken only when no values that the written forms allow fit; what cannot be compared is not called wrong, and the reason is given.',
    '凡可相互印证的数字均已比对。只有在写法所允许的任何取值都不相符时才判为不成立；不可比者不作错误，并说明理由。',
  )}</p>
<div class="total">${checkBar(checks)}</div>
<section aria-labelledby="matrix-title"><h2 id="matrix-title">${t('Places and indicators', '地区与指标')}</h2>${matrixView(page)}</section>
<section aria-labelledby="series-title"><h2 id="series-title">${t('Indicators over the years', '各指标历年')}</h2>${seriesView(page)}</section>
<section aria-labelledby="checks-title"><h2 id="checks-title">${t('Comparisons', '各项比对')}</h2>
${checks.length === 0 ? NOTHING : h`${covered(page)}${choice()}`}
${groups}</section>`;
}

/** How many comparisons each family, and each place and year, could make: made when it is asked for. */
function covered(page: Page): Markup {
  const slot = page.chunks.later('open', () => {
    const places = byPlaceAndYear(coverageOf(page.audit));
    const families = byFamily(page.audit.corpus.checks);
    return h`${cellTable((lang) => familyCells(families, lang))}${cellTable((lang) => placeCells(places.slice(0, MOST_PLACES), lang))}
<p class="hint">${t('Every family, place and year with all reasons: coverage in audit.json.', '各类别、地区、年份及全部原因，见 audit.json 的 coverage。')}</p>`;
  });
  return h`<details class="more"><summary>${t('What could be compared, and why the rest could not', '可比对者与不可比对的原因')}</summary>${slot}</details>`;
}

const MOST_PLACES = 60;

function cellTable(cells: (lang: Lang) => readonly (readonly (string | number)[])[]): Markup {
  const [en, zh] = [cells('en'), cells('zh')];
  const cell = (row: number, column: number): Markup =>
    t(String(en[row]?.[column] ?? ''), String(zh[row]?.[column] ?? ''));
  const columns = (en[0] ?? []).map((_, column) => column);
  const rows = en
    .slice(1)
    .map(
      (_, at) =>
        h`<tr><th scope="row">${cell(at + 1, 0)}</th>${columns.slice(1).map((column) => h`<td>${cell(at + 1, column)}</td>`)}</tr>`,
    );
  return h`<div class="scroll"><table><thead><tr>${columns.map((column) => h`<th scope="col">${cell(0, column)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function choice(): Markup {
  const option = (verdict: string, label: Markup, checked: Markup): Markup =>
    h`<label><input type="radio" name="verdict" value="${verdict}"${checked}> ${label}</label>`;
  const options = VERDICTS.map((verdict) =>
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
  const first = checks.slice(0, AT_ONCE);
  const rest: Markup[] = [];
  for (let from = AT_ONCE; from < checks.length; from += AT_ONCE) {
    const some = checks.slice(from, from + AT_ONCE);
    const slot = page.chunks.later('open', () => h`${some.map((check) => card(page, check))}`);
    rest.push(
      h`<details class="more"><summary>${t(`${count(from + 1)} to ${count(from + some.length)}`, `第 ${count(from + 1)} 至 ${count(from + some.length)} 项`)}</summary>${slot}</details>`,
    );
  }
  return h`<section class="verdicts" data-verdict="${verdict}"><h3>${both((lang) => word('verdict', verdict, lang))} <small>${count(checks.length)}</small></h3>${first.map((check) => card(page, check))}${rest}</section>`;
}

function card(page: Page, check: CheckRow): Markup {
  const rows = check.figure_ids.flatMap((id) => page.figures.get(id) ?? []);
  const unit = comparedUnit(rows, { low: check.actual_low, high: check.actual_high });
  const cause = check.likely_cause;
  const told = (sentence: string) => linked(sentence, rows, (id) => `#${page.figureAnchor(id)}`);
  const steps = derivationSteps(page, check);
  return h`<article class="card check ${check.verdict}" id="${anchor('check', check.check_id)}">
<h4><span class="verdict ${check.verdict}">${both((lang) => word('verdict', check.verdict, lang))}</span> ${both((lang) => word('check', check.family, lang))} <a class="rule" href="#${anchor('rule', check.rule)}">${check.rule}</a></h4>
<p>${t(told(check.derivation_en), told(check.derivation_zh))}</p>
${check.verdict === 'cannot-tell' ? NOTHING : intervalDrawing(check, unit)}
${check.verdict === 'broken' ? steps : h`<details class="how"><summary>${t('Derivation', '推导')}</summary>${steps}</details>`}
${cause === null ? NOTHING : h`<p class="hint">${t(h`Likely cause: ${word('cause', cause, 'en')}.`, h`可能原因：${word('cause', cause, 'zh')}。`)}</p>`}
</article>`;
}
