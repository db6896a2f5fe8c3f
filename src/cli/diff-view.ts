/** What `jiaokan diff` prints for people: one pair of readings a place, side by side where the window is wide. */
import type { Reading, Variant } from '../output/diff.ts';
import { type Compared, choiceWords, countKinds, kindWords } from '../output/diff-report.ts';
import type { TableDiff } from '../output/diff-tables.ts';
import { word } from '../output/words.ts';
import type { Lang } from './options.ts';
import type { Terminal } from './terminal.ts';
import { cut, padEnd, textWidth } from './width.ts';

/** Columns from which two readings stand beside each other. */
const WIDE = 110;
const SHOWN_FORMS = 8;
const SHOWN_ROWS = 10;

export function comparedLines(compared: Compared, lang: Lang, terminal: Terminal): string[] {
  const { colors } = terminal;
  const { a, b, relation, shared, diff, odd } = compared;
  const choice = choiceWords(compared, lang);
  const counts = countKinds(diff);
  const kinds = (['figure', 'wording', 'loss', 'noise', 'form'] as const).filter((kind) => counts[kind] > 0);
  const lines = [
    `${colors.red('A')} ${colors.bold(a.name)}`,
    `${colors.green('B')} ${colors.bold(b.name)}`,
    `  ${relation === null ? said(lang, 'no copies of each other', '互非副本') : word('relation', relation, lang)}${
      shared === null ? '' : ` (A ⊂ B ${percent(shared.aInB)}, B ⊂ A ${percent(shared.bInA)})`
    }`,
    ...(choice === null ? [] : [`  ${choice}`]),
    `  ${said(lang, 'sentences alike', '相同句子')}: ${diff.sentences.alike} (A ${diff.sentences.a}, B ${diff.sentences.b})`,
    `  ${kinds.length === 0 ? said(lang, 'no differences', '没有差异') : kinds.map((kind) => `${kindWords(kind, lang)} ${counts[kind]}`).join(' · ')}`,
  ];
  if (diff.unaligned.a + diff.unaligned.b > 0) {
    lines.push(
      `  ${said(lang, 'not aligned, too unlike or too long (characters)', '未能对齐（字数）')}: A ${diff.unaligned.a}, B ${diff.unaligned.b}`,
    );
  }
  for (const kind of kinds) {
    lines.push('', colors.bold(kindWords(kind, lang)));
    for (const [at, variant] of diff.variants.entries()) {
      if (variant.kind === kind) lines.push(...variantLines(variant, odd[at] ?? null, lang, terminal));
    }
  }
  const forms = diff.forms.slice(0, SHOWN_FORMS).map((one) => `${one.a} → ${one.b} ×${one.count}`);
  if (forms.length > 0)
    lines.push('', `${said(lang, 'written in another width', '全半角等写法')}: ${forms.join('  ')}`);
  return lines;
}

function variantLines({ a, b }: Variant, odd: 'a' | 'b' | null, lang: Lang, terminal: Terminal): string[] {
  const { colors } = terminal;
  const columns = terminal.columns ?? 100;
  const alone = (side: 'a' | 'b'): string => (odd === side ? said(lang, ' ← stands alone', ' ← 独异') : '');
  if (columns < WIDE) {
    return [
      `  ${colors.red('A')} ${quoted(a, columns - 24, colors.red)}${alone('a')}`,
      `  ${colors.green('B')} ${quoted(b, columns - 24, colors.green)}${alone('b')}`,
    ];
  }
  const room = Math.floor((columns - 7) / 2);
  const left = quoted(a, room - 14, (text) => text) + alone('a');
  const coloured = quoted(a, room - 14, colors.red) + alone('a');
  const padding = padEnd(left, room).slice(left.length);
  return [`  ${coloured}${padding} ${colors.dim('│')} ${quoted(b, room - 14, colors.green)}${alone('b')}`];
}

/** A reading between what stands around it; the middle of a long one is left out. */
function quoted({ before, text, after, start }: Reading, room: number, paint: (text: string) => string): string {
  const flat = text.replace(/\s+/gu, ' ');
  const place = `${start}: `;
  const left = Math.max(8, room - textWidth(before) - textWidth(after) - place.length);
  return `${place}${before}[${paint(cut(flat, left))}]${after}`;
}

export function tableDiffLines(diffs: readonly TableDiff[], { colors, columns }: Terminal): string[] {
  return diffs.flatMap(({ table, rows, onlyA, onlyB, changed }) => {
    const head = `${colors.bold(table)}  ${rows.a} / ${rows.b} rows, ${changed.length} changed, ${onlyA.length} only in A, ${onlyB.length} only in B`;
    const rest = (count: number): string[] => (count > SHOWN_ROWS ? [`    … and ${count - SHOWN_ROWS} more`] : []);
    return [
      head,
      ...changed
        .slice(0, SHOWN_ROWS)
        .flatMap(({ key, columns: cells }) => [
          `  ${key}`,
          ...cells.map((cell) => cut(`    ${cell.column}: ${cell.a} → ${cell.b}`, columns ?? 100)),
        ]),
      ...rest(changed.length),
      ...onlyA.slice(0, SHOWN_ROWS).map((key) => colors.red(`  - ${key}`)),
      ...rest(onlyA.length),
      ...onlyB.slice(0, SHOWN_ROWS).map((key) => colors.green(`  + ${key}`)),
      ...rest(onlyB.length),
    ];
  });
}

function said(lang: Lang, en: string, zh: string): string {
  return lang === 'en' ? en : zh;
}

function percent(share: number): string {
  return `${(Math.round(share * 1000) / 10).toFixed(1)} %`;
}
