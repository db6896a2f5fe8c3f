/** Reads two reports that share text / gives where they read differently, side by side / promises: kinds counted, nothing left out without a word. */
import { diffTexts, type Reading, type Variant } from '../diff.ts';
import type { VariantKind } from '../diff-kinds.ts';
import { oddOne } from '../diff-odd.ts';
import { countKinds, kindWords } from '../diff-report.ts';
import { shortQuote } from '../escape.ts';
import type { ReportRow } from '../rows.ts';
import { both, count, h, type Markup, NOTHING, t } from './markup.ts';

/** As many differences of one pair are shown. */
const SHOWN = 200;
/** Characters of one reading that are shown. */
const LONGEST = 160;
/** As many further copies are asked which of two readings stands alone. */
const WITNESSES = 3;

const KINDS: readonly VariantKind[] = ['figure', 'wording', 'loss', 'noise', 'form'];

/** The collation of two reports; `others` are further copies of the same report. */
export function collation(a: ReportRow, b: ReportRow, others: readonly ReportRow[]): Markup {
  const diff = diffTexts(a.text, b.text);
  const { variants, sentences, unaligned } = diff;
  const witnesses = variants.length === 0 ? [] : others.slice(0, WITNESSES).map(({ text }) => diffTexts(a.text, text));
  const counts = countKinds(diff);
  const told = KINDS.filter((kind) => counts[kind] > 0).map(
    (kind) => h`<li>${both((lang) => kindWords(kind, lang))} <b>${count(counts[kind])}</b></li>`,
  );
  const summary = h`<p class="hint">${t(
    `${count(sentences.alike)} sentences are the same; ${count(sentences.a)} stand in A, ${count(sentences.b)} in B.`,
    `相同句 ${count(sentences.alike)}；甲本共 ${count(sentences.a)} 句，乙本共 ${count(sentences.b)} 句。`,
  )}${unaligned.a + unaligned.b === 0 ? NOTHING : t(` Too unlike to be aligned: ${count(unaligned.a)} characters of A, ${count(unaligned.b)} of B.`, `差异过大未能对齐：甲本 ${count(unaligned.a)} 字，乙本 ${count(unaligned.b)} 字。`)}</p>`;
  if (variants.length === 0) return h`${summary}<p class="empty">${t('No reading differs.', '没有异文。')}</p>`;
  const rows = variants.slice(0, SHOWN).map((one) => row(one, oddOne(one, witnesses)));
  const rest = variants.length - SHOWN;
  return h`${summary}<ul class="kinds">${told}</ul><div class="scroll" tabindex="0" role="region" aria-label="${'对校 Collation'}"><table class="collation"><thead><tr><th scope="col">${t('Kind', '类别')}</th><th scope="col">${t('A', '甲本')}</th><th scope="col">${t('B', '乙本')}</th></tr></thead><tbody>${rows}</tbody></table></div>${rest <= 0 ? NOTHING : h`<p class="hint">${t(h`${count(rest)} more: <code>jiaokan diff ${a.report_id} ${b.report_id}</code>`, h`另有 ${count(rest)} 处：<code>jiaokan diff ${a.report_id} ${b.report_id}</code>`)}</p>`}`;
}

function row({ kind, a, b }: Variant, odd: 'a' | 'b' | null): Markup {
  const alone =
    odd === null
      ? NOTHING
      : h`<br><small>${t(`the other copies read unlike ${odd.toUpperCase()}`, `其他副本与${odd === 'a' ? '甲本' : '乙本'}不同`)}</small>`;
  return h`<tr class="${kind}"><th scope="row">${both((lang) => kindWords(kind, lang))}${alone}</th><td lang="zh-CN">${reading(a, 'del')}</td><td lang="zh-CN">${reading(b, 'ins')}</td></tr>
`;
}

function reading({ before, text, after }: Reading, mark: 'del' | 'ins'): Markup {
  const short = text.trim() === '' ? text.replaceAll('\n', '↵').replaceAll(' ', '·') : shortQuote(text, LONGEST);
  const said =
    text === '' ? h`<span class="none">∅</span>` : mark === 'del' ? h`<del>${short}</del>` : h`<ins>${short}</ins>`;
  return h`<small>…${before}</small>${said}<small>${after}…</small>`;
}
