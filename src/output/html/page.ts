/** Reads an audit and its tables / gives audit.html / promises: no network, no text of a source taken for markup, the first view at once. */
import { createHash } from 'node:crypto';
import type { Audit } from '../../model/audit.ts';
import type { Lang } from '../lexicon.ts';
import type { Tables } from '../schema.ts';
import { type Chunk, pack } from './chunks.ts';
import { copiesView } from './copies.ts';
import { dataView } from './data.ts';
import { figuresView } from './figures.ts';
import { h, type Markup, t } from './markup.ts';
import { type Page, pageOf } from './model.ts';
import { overviewView } from './overview.ts';
import { inFiles } from './parts.ts';
import { reportsView } from './report.ts';
import { rulesView } from './rules.ts';
import { SCRIPT } from './script.ts';
import { sourcesView } from './sources.ts';
import { STYLE } from './style.ts';

interface View {
  readonly id: string;
  readonly name: Markup;
  readonly body: (page: Page) => Markup;
}

/** The first view stands in the page as it is; the others are unpacked when they are asked for. */
const FIRST: View = { id: 'overview', name: t('Overview', '总览'), body: overviewView };
const LATER: readonly View[] = [
  { id: 'sources', name: t('Sources', '来源'), body: sourcesView },
  { id: 'reports', name: t('Reports', '报告'), body: reportsView },
  { id: 'copies', name: t('Copies', '副本'), body: copiesView },
  { id: 'figures', name: t('Figures', '数字'), body: figuresView },
  { id: 'rules', name: t('Rules', '规则'), body: rulesView },
  { id: 'data', name: t('Data', '数据'), body: dataView },
];

/** Most characters of packed parts that one file holds: with more, a browser takes over a second to open it. */
export const MOST_IN_ONE_FILE = 24_000_000;

/** The audit as one page that opens in `lang` and holds both languages. Only its own style and script may run, by their digests. */
export function auditHtml(audit: Audit, tables: Tables, lang: Lang): string {
  const page = pageOf(audit, tables);
  const body = bodyOf(page);
  return whole(page, body, lang, inside(page.chunks.packed));
}

/**
 * The page as files by path: `audit.html` alone or, when its packed parts are longer than `most` characters together,
 * with the parts in `audit-parts/` beside it.
 */
export function auditPages(
  audit: Audit,
  tables: Tables,
  lang: Lang,
  most: number = MOST_IN_ONE_FILE,
): ReadonlyMap<string, string> {
  const page = pageOf(audit, tables);
  const body = bodyOf(page);
  const { packed } = page.chunks;
  const total = packed.reduce((sum, one) => sum + one.packed.length, 0);
  if (total <= most) return new Map([['audit.html', whole(page, body, lang, inside(packed))]]);
  const { files, fileOf } = inFiles(packed);
  return new Map([['audit.html', whole(page, body, lang, '', fileOf)], ...files]);
}

function inside(packed: readonly Chunk[]): string {
  return packed
    .map((one, number) => `<script type="application/octet-stream" data-packed="${number}">${one.packed}</script>\n`)
    .join('');
}

function bodyOf(page: Page): Markup {
  const { audit } = page;
  const views = LATER.map(
    ({ id, name, body }) =>
      h`<section class="view" id="${id}" aria-labelledby="${id}-title"><div class="view-head"><h1 id="${id}-title">${name}</h1></div>
${page.chunks.later('view', () => body(page))}</section>\n`,
  );
  const links = [FIRST, ...LATER].map(({ id, name }) => h`<li><a href="#${id}">${name}</a></li>`);
  return h`<a class="skip" href="#main">${t('Skip to the content', '跳到正文')}</a>
<header class="top"><div><a class="brand" href="#overview"><b lang="zh-CN">校勘</b> jiaokan</a>
<nav aria-label="${'主导航 Main'}"><ul>${links}</ul></nav>
<div class="tools"><button type="button" id="lang">${t('中文', 'EN')}</button><button type="button" id="theme" aria-pressed="false" aria-label="${'深色 Dark'}"><span aria-hidden="true">◐</span></button></div></div></header>
<main id="main" tabindex="-1">
<p class="trouble" id="trouble" role="alert" hidden>${t(
    'This part of the page could not be unpacked. A browser of 2023 or newer is needed; if audit-parts/ belongs to this page, it must lie beside it.',
    '本页此部分无法展开：需要 2023 年以后的浏览器；若另有 audit-parts/，须与本页放在一处。',
  )}</p>
<noscript><p class="trouble">${t(
    'Only the overview is shown without JavaScript. The same findings are in audit.md, the tables in data/.',
    '未启用 JavaScript，仅显示总览。全部问题见 audit.md，各表见 data/。',
  )}</p></noscript>
<section class="view current" id="overview" aria-labelledby="overview-title">${FIRST.body(page)}</section>
${views}</main>
<footer class="foot">${t('Made by', '由')} jiaokan ${audit.version}${t('', ' 生成')} · ${t('corpus', '语料')} <code>${audit.corpusDigest.slice(0, 12)}</code> · ${t('rules', '规则')} <code>${audit.rulesDigest.slice(0, 12)}</code></footer>`;
}

function whole(page: Page, body: Markup, lang: Lang, packed: string, fileOf: readonly number[] = []): string {
  const own = fileOf.length > 0 ? " 'self'" : '';
  const policy = `default-src 'none'; style-src ${digest(STYLE)}; script-src ${digest(SCRIPT)}${own}; base-uri 'none'; form-action 'none'`;
  const title = lang === 'zh' ? '校勘：政府工作报告核校' : 'jiaokan: audit of government work reports';
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}" data-lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
${body.markup}
<script type="application/octet-stream" id="index">${pack(JSON.stringify({ ...page.chunks.index(), files: fileOf }))}</script>
<script>${SCRIPT}</script>
${packed}</body>
</html>
`;
}

/** Source expression that allows exactly this inline text. */
function digest(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}
