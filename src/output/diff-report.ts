/** Reads two or more reports / gives their differences with what is told of them, and as JSON / promises: figures first, odd readings named. */
import type { Relation } from '../model/result.ts';
import { diffTexts, type TextDiff } from './diff.ts';
import type { VariantKind } from './diff-kinds.ts';
import { oddOne } from './diff-odd.ts';
import type { Lang } from './lexicon.ts';
import { word } from './words.ts';

export interface Side {
  /** Report id, as a person would type it. */
  readonly name: string;
  readonly text: string;
}

export interface Compared {
  readonly a: Side;
  readonly b: Side;
  readonly relation: Relation | null;
  readonly shared: { readonly aInB: number; readonly bInA: number } | null;
  /** Which of the two would stand for both, and why; null where they are not one report. */
  readonly choice: { readonly kept: string; readonly reason: string; readonly note: string | null } | null;
  readonly diff: TextDiff;
  /** For each variant the side that stands alone against further copies. */
  readonly odd: readonly ('a' | 'b' | null)[];
}

const KINDS: Readonly<Record<VariantKind, readonly [en: string, zh: string]>> = {
  figure: ['figure', '数字'],
  wording: ['wording', '文字'],
  loss: ['lost characters', '缺字'],
  noise: ['noise', '杂质'],
  form: ['form', '形式'],
};

export function kindWords(kind: VariantKind, lang: Lang): string {
  return KINDS[kind][lang === 'en' ? 0 : 1];
}

/** Compares two reports. @param witnesses texts of further copies, which tell the odd reading */
export function compare(
  a: Side,
  b: Side,
  known: Pick<Compared, 'relation' | 'shared' | 'choice'>,
  witnesses: readonly string[],
): Compared {
  const diff = diffTexts(a.text, b.text);
  const others = witnesses.map((text) => diffTexts(a.text, text));
  return { a, b, ...known, diff, odd: diff.variants.map((variant) => oddOne(variant, others)) };
}

/** Which of the two is kept and why, with what the person who chose it wrote; nothing where both are. */
export function choiceWords({ choice }: Compared, lang: Lang): string | null {
  if (choice === null) return null;
  const { kept, reason, note } = choice;
  const why = word('kept', reason, lang);
  if (lang === 'zh') return `保留 ${kept}：${why}${note === null ? '' : `（${note}）`}`;
  return `kept: ${kept}, ${why}${note === null ? '' : ` (${note})`}`;
}

/** How many variants there are of each kind, none left out. */
export function countKinds({ variants }: TextDiff): Readonly<Record<VariantKind, number>> {
  const counts = { figure: 0, wording: 0, loss: 0, noise: 0, form: 0 };
  for (const { kind } of variants) counts[kind]++;
  return counts;
}

/** The comparisons as JSON. */
export function diffJson(compared: readonly Compared[]): string {
  const pairs = compared.map(({ a, b, relation, shared, choice, diff, odd }) => ({
    a: a.name,
    b: b.name,
    relation,
    containment_a_in_b: shared?.aInB ?? null,
    containment_b_in_a: shared?.bInA ?? null,
    kept: choice?.kept ?? null,
    reason: choice?.reason ?? null,
    note: choice?.note ?? null,
    counts: countKinds(diff),
    sentences: diff.sentences,
    unaligned_chars: diff.unaligned,
    forms: diff.forms,
    variants: diff.variants.map((variant, at) => ({ ...variant, odd: odd[at] ?? null })),
  }));
  return `${JSON.stringify({ pairs }, null, 2)}\n`;
}
