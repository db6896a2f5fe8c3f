/** A rule's page in Markdown: what `explain` prints and what docs/rules/ holds. */
import type { Card, Example } from '../rules/card.ts';

const VERDICTS: Readonly<Record<Example['verdict'], string>> = {
  hit: 'Found',
  miss: 'Left alone',
  'known-wrong': 'Known to be wrong',
};

/** The whole page, ending in a line break. */
export function rulePage(card: Card): string {
  const blocks = [
    `# ${card.id}`,
    `> ${card.message.en}\n>\n> ${card.message.zh}`,
    `| severity | status | scope | kind |\n| --- | --- | --- | --- |\n` +
      `| ${card.severity} | ${card.status} | ${card.scope} | ${card.kind} |`,
    '## Why',
    card.why.trim(),
    '## Examples',
    'The span that is found stands between ⟦ and ⟧.',
    ...card.examples.map(exampleBlock),
    ...(Object.keys(card.params).length === 0
      ? []
      : ['## Parameters', fenced('json', JSON.stringify(card.params, null, 2))]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function exampleBlock({ verdict, sources }: Example): string {
  const texts = sources.map(({ name, text }) => {
    const label = sources.length > 1 ? `\`${name}\`\n\n` : '';
    return `${label}${fenced('text', visible(text).trimEnd())}`;
  });
  return [`**${VERDICTS[verdict]}**`, ...texts].join('\n\n');
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
