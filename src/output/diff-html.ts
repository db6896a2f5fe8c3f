/** Reads comparisons of texts / gives one page / promises: no network, no script, no text of a source taken for markup. */

import type { Reading } from './diff.ts';
import type { Compared } from './diff-report.ts';
import { kindWords } from './diff-report.ts';
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

function section({ a, b, relation, diff, odd }: Compared, lang: Lang): Markup {
  const rows = diff.variants.map(
    (one, at) =>
      h`<tr><td>${kindWords(one.kind, lang)}${oddWords(odd[at] ?? null)}</td><td>${side(one.a, 'del')}</td><td>${side(one.b, 'ins')}</td></tr>\n`,
  );
  return h`<section><h1>A ${a.name}<br>B ${b.name}</h1>
<p>${relation === null ? '' : word('relation', relation, lang)}</p>
<p>${diff.sentences.alike} / ${diff.sentences.a} / ${diff.sentences.b}</p>
<table><thead><tr><th></th><th>A</th><th>B</th></tr></thead><tbody>
${rows}</tbody></table></section>`;
}

function oddWords(odd: 'a' | 'b' | null): Markup {
  return odd === null ? h`` : h`<br><small>≠ ${odd.toUpperCase()}</small>`;
}

function side({ before, text, after, start }: Reading, mark: 'del' | 'ins'): Markup {
  const marked = mark === 'del' ? h`<del>${text}</del>` : h`<ins>${text}</ins>`;
  return h`…${before}${marked}${after}… <small>${start}</small>`;
}
