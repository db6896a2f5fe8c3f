/** Reads comparisons of texts / gives one page / promises: no network, no script, no text of a source taken for markup. */

import { percent } from './amount.ts';
import type { Reading } from './diff.ts';
import { VARIANT_KINDS } from './diff-kinds.ts';
import type { Compared } from './diff-report.ts';
import { choiceWords, countKinds, kindWords } from './diff-report.ts';
import { h, type Markup } from './html/markup.ts';
import type { Lang } from './lexicon.ts';
import { word } from './words.ts';

const STYLE =
  ':root{color-scheme:light dark;font:16px/1.6 system-ui,sans-serif}body{max-width:70rem;margin:2rem auto;padding:0 1rem}' +
  'table{border-collapse:collapse;width:100%;table-layout:fixed}td,th{border-top:1px solid #8886;padding:.4rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}' +
  'th:first-child,td:first-child{width:8rem}del{background:#d3302f33;text-decoration:none}ins{background:#2e7d3233;text-decoration:none}small{opacity:.75}';

/** Pairs of reports with their differences, figures first. */
export function diffHtml(compared: readonly Compared[], lang: Lang): string {
  const body = h`<main>${compared.map((one) => section(one, lang))}</main>`;
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>jiaokan diff</title>
<style>${STYLE}</style>
</head>
<body>
${body.markup}
</body>
</html>
`;
}

function section(compared: Compared, lang: Lang): Markup {
  const { a, b, relation, diff, odd } = compared;
  const choice = choiceWords(compared, lang);
  const rows = diff.variants.map(
    (one, at) =>
      h`<tr><td>${kindWords(one.kind, lang)}${oddWords(odd[at] ?? null)}</td><td>${side(one.a, 'del')}</td><td>${side(one.b, 'ins')}</td></tr>\n`,
  );
  return h`<section><h1>A ${a.name}<br>B ${b.name}</h1>
<p>${relation === null ? noCopies(lang) : word('relation', relation, lang)}${containment(compared)}</p>
${choice === null ? h`` : h`<p>${choice}</p>`}
<p>${lang === 'zh' ? '相同句子' : 'sentences alike'}: ${diff.sentences.alike} (A ${diff.sentences.a}, B ${diff.sentences.b})</p>
<p>${kindsLine(diff, lang)}</p>
<table><thead><tr><th></th><th>A</th><th>B</th></tr></thead><tbody>
${rows}</tbody></table></section>`;
}

function noCopies(lang: Lang): string {
  return lang === 'zh' ? '互非副本' : 'no copies of each other';
}

function containment({ shared }: Compared): string {
  return shared === null ? '' : ` (A ⊂ B ${percent(shared.aInB)}, B ⊂ A ${percent(shared.bInA)})`;
}

/** How many differences there are of each kind, and how much was not aligned. */
function kindsLine(diff: Compared['diff'], lang: Lang): string {
  const held = countKinds(diff);
  const { a, b } = diff.unaligned;
  const rest = lang === 'zh' ? `未能对齐（字数）: A ${a}, B ${b}` : `not aligned (characters): A ${a}, B ${b}`;
  const counts = diff.variants.length === 0 ? [lang === 'zh' ? '没有差异' : 'no differences'] : [];
  for (const kind of VARIANT_KINDS) {
    if (held[kind] > 0) counts.push(`${kindWords(kind, lang)} ${held[kind]}`);
  }
  return [...counts, ...(a + b > 0 ? [rest] : [])].join(' · ');
}

function oddWords(odd: 'a' | 'b' | null): Markup {
  return odd === null ? h`` : h`<br><small>≠ ${odd.toUpperCase()}</small>`;
}

function side({ before, text, after, start }: Reading, mark: 'del' | 'ins'): Markup {
  const marked = mark === 'del' ? h`<del>${text}</del>` : h`<ins>${text}</ins>`;
  return h`…${before}${marked}${after}… <small>${start}</small>`;
}
