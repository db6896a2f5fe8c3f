/** A rule's page in Markdown: what `explain` prints and what docs/rules/ holds. */
import type { Lang } from '../output/lexicon.ts';
import { recordTold, whyIn } from '../output/words.ts';
import type { Card, Example } from '../rules/card.ts';

interface Labels {
  readonly table: string;
  readonly why: string;
  readonly measured: string;
  readonly examples: string;
  readonly span: string;
  readonly params: string;
  readonly verdicts: Readonly<Record<Example['verdict'], string>>;
}

const LABELS: Readonly<Record<Lang, Labels>> = {
  en: {
    table: '| severity | status | scope | kind |',
    why: 'Why',
    measured: 'Measured',
    examples: 'Examples',
    span: 'The span that is found stands between ⟦ and ⟧.',
    params: 'Parameters',
    verdicts: { hit: 'Found', miss: 'Left alone', 'known-wrong': 'Known to be wrong' },
  },
  zh: {
    table: '| 严重程度 | 状态 | 范围 | 种类 |',
    why: '为何重要，如何核对',
    measured: '实测',
    examples: '示例',
    span: '规则找到的文字在 ⟦ 与 ⟧ 之间。',
    params: '参数',
    verdicts: { hit: '应当找到', miss: '应当放过', 'known-wrong': '已知的误判' },
  },
};

/** The whole page, ending in a line break. What a card says in both languages is told in both, that of the reader first. */
export function rulePage(card: Card, lang: Lang): string {
  const labels = LABELS[lang];
  const other = lang === 'zh' ? 'en' : 'zh';
  const reasons = card.whyZh === undefined ? [card.why] : [whyIn(card, lang), whyIn(card, other)];
  const blocks = [
    `# ${card.id}`,
    `> ${card.message[lang]}\n>\n> ${card.message[other]}`,
    `${labels.table}\n| --- | --- | --- | --- |\n` +
      `| ${card.severity} | ${card.status} | ${card.scope} | ${card.kind} |`,
    `## ${labels.why}`,
    ...reasons.map((one) => one.trim()),
    ...(card.record === undefined ? [] : [`## ${labels.measured}`, recordTold(card.record, lang)]),
    `## ${labels.examples}`,
    labels.span,
    ...card.examples.map((one) => exampleBlock(one, labels)),
    ...(Object.keys(card.params).length === 0
      ? []
      : [`## ${labels.params}`, fenced('json', JSON.stringify(card.params, null, 2))]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function exampleBlock({ verdict, sources }: Example, labels: Labels): string {
  const texts = sources.map(({ name, text }) => {
    const label = sources.length > 1 ? `\`${name}\`\n\n` : '';
    return `${label}${fenced('text', visible(text).trimEnd())}`;
  });
  return [`**${labels.verdicts[verdict]}**`, ...texts].join('\n\n');
}

/** Fenced so that no run of backticks inside can end it. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Characters that a reader cannot see, or that no file can hold, are written as their code points. */
function visible(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb\ufffe\uffff\p{Cs}\p{Co}]/gu,
    (character) => `⟨${nameOf(character.codePointAt(0) ?? 0)}⟩`,
  );
}

/** `U+200B`; a lone unit of U+DC80 to U+DCFF stands for a raw byte, as in the cards. */
function nameOf(code: number): string {
  if (code >= 0xdc80 && code <= 0xdcff) return `byte ${(code - 0xdc00).toString(16).toUpperCase()}`;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
