/** Reads a check and its figures / gives how it was reasoned, step by step / promises: every operand leads to its words in the text. */
import { big, decimal } from '../../model/interval.ts';
import { amount, span } from '../amount.ts';
import type { CheckRow, FigureRow } from '../rows.ts';
import { reportName } from '../trust.ts';
import { comparedUnit } from '../words.ts';
import { both, type Content, h, type Markup, NOTHING, t } from './markup.ts';
import type { Page } from './model.ts';

/** Characters of the text shown on each side of an operand. */
const AROUND = 28;

/** A sentence with the words of each figure made a link to it; figures are taken in the order in which the sentence names them. */
export function linked(sentence: string, figures: readonly FigureRow[], href: (id: string) => string): Content[] {
  const taken: { readonly at: number; readonly row: FigureRow }[] = [];
  for (const row of [...figures].sort((a, b) => b.quote.length - a.quote.length)) {
    const at = freePlace(sentence, row.quote, taken);
    if (at >= 0) taken.push({ at, row });
  }
  taken.sort((a, b) => a.at - b.at);
  let read = 0;
  const out: Content[] = [];
  for (const { at, row } of taken) {
    out.push(sentence.slice(read, at), h`<a class="operand" href="${href(row.figure_id)}">${row.quote}</a>`);
    read = at + row.quote.length;
  }
  return [...out, sentence.slice(read)];
}

/** The first place of a quote that is no part of a longer number and that no other figure has taken; -1 without one. */
function freePlace(
  sentence: string,
  quote: string,
  taken: readonly { readonly at: number; readonly row: FigureRow }[],
): number {
  if (quote === '') return -1;
  for (let at = sentence.indexOf(quote); at >= 0; at = sentence.indexOf(quote, at + 1)) {
    const end = at + quote.length;
    const isFree = taken.every((one) => end <= one.at || at >= one.at + one.row.quote.length);
    if (isFree && !/[0-9.]/u.test(sentence.slice(Math.max(0, at - 1), at))) return at;
  }
  return -1;
}

/** The operands of a check, each with what its written form stands for and the words around it, and then what follows. */
export function derivationSteps(page: Page, check: CheckRow): Markup {
  const rows = check.figure_ids.flatMap((id) => page.figures.get(id) ?? []);
  const unit = comparedUnit(rows, { low: check.actual_low, high: check.actual_high });
  const compares = check.expected_low !== null || check.expected_high !== null;
  const outcome = compares
    ? h`<tr class="outcome"><th scope="row">${t('follows from the others', '由其他数字推得')}</th><td colspan="2">${both((lang) => span({ low: check.expected_low, high: check.expected_high }, unit, lang))}</td></tr>
<tr class="outcome"><th scope="row">${t('as written', '原文')}</th><td colspan="2">${both((lang) => span({ low: check.actual_low, high: check.actual_high }, unit, lang))}${apart(check, unit)}</td></tr>`
    : NOTHING;
  return h`<div class="scroll" tabindex="0" role="region" aria-label="${'推导 Derivation'}"><table class="steps-of"><thead><tr><th scope="col">${t('Figure', '数字')}</th><th scope="col">${t('stands for', '所代表的区间')}</th><th scope="col">${t('in the text', '原文所在')}</th></tr></thead><tbody>${rows.map((row) => operand(page, check, row))}${outcome}</tbody></table></div>`;
}

function operand(page: Page, check: CheckRow, row: FigureRow): Markup {
  const report = page.reports.get(row.report_id);
  const href = `#${page.figureAnchor(row.figure_id)}`;
  const suspect =
    check.suspect_figure_id === row.figure_id ? h` <span class="badge error">${t('suspect', '存疑')}</span>` : NOTHING;
  const text = report?.text ?? '';
  const before = text.slice(Math.max(0, row.char_start - AROUND), row.char_start).replace(/^.*\n/su, '');
  const after = text.slice(row.char_end, row.char_end + AROUND).replace(/\n.*$/su, '');
  const about = row.indicator ?? row.indicator_text;
  return h`<tr><th scope="row"><a class="operand" href="${href}" lang="zh-CN">${row.quote}</a>${suspect}<br><small lang="zh-CN">${about}</small></th>
<td>${both((lang) => span({ low: row.low, high: row.high }, row.unit, lang))}</td>
<td lang="zh-CN" class="around"><small>${report ? reportName(report) : row.report_id}</small><br>${before}<a href="${href}"><mark class="plain">${row.quote}</mark></a>${after}</td></tr>`;
}

/** By how much the two intervals miss each other; nothing when they meet. */
function apart({ expected_low: a, expected_high: b, actual_low: c, actual_high: d }: CheckRow, unit: string): Markup {
  const gap = missBy(b, c) ?? missBy(d, a);
  if (gap === null) return NOTHING;
  return h` <strong class="bad">${both((lang) => (lang === 'zh' ? `至少相差 ${amount(gap, unit, lang)}` : `apart by at least ${amount(gap, unit, lang)}`))}</strong>`;
}

function missBy(high: string | null, low: string | null): string | null {
  if (high === null || low === null || big(low).lte(high)) return null;
  return decimal(big(low).minus(high));
}
