/** Reads an audit and its tables / gives audit.html / promises: one file, no network, no text of a source taken for markup. */
import { createHash } from 'node:crypto';
import type { Audit } from '../../model/audit.ts';
import type { Lang } from '../lexicon.ts';
import type { Tables } from '../schema.ts';
import { copiesView } from './copies.ts';
import { dataView } from './data.ts';
import { figuresView } from './figures.ts';
import { h, type Markup, t } from './markup.ts';
import { pageOf } from './model.ts';
import { overviewView } from './overview.ts';
import { reportsView } from './report.ts';
import { rulesView } from './rules.ts';
import { SCRIPT } from './script.ts';
import { sourcesView } from './sources.ts';
import { STYLE } from './style.ts';

const VIEWS: readonly (readonly [id: string, name: Markup])[] = [
  ['overview', t('Overview', '总览')],
  ['sources', t('Sources', '来源')],
  ['reports', t('Reports', '报告')],
  ['copies', t('Copies', '副本')],
  ['figures', t('Figures', '数字')],
  ['rules', t('Rules', '规则')],
  ['data', t('Data', '数据')],
];

/** The audit as one page that opens in `lang` and holds both languages. Only its own style and script may run, by their digests. */
export function auditHtml(audit: Audit, tables: Tables, lang: Lang): string {
  const page = pageOf(audit, tables);
  const policy = [
    "default-src 'none'",
    `style-src ${digest(STYLE)}`,
    `script-src ${digest(SCRIPT)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const body = h`<a class="skip" href="#main">${t('Skip to the content', '跳到正文')}</a>
<header class="top"><div><a class="brand" href="#overview"><b lang="zh-CN">校勘</b> jiaokan</a>
<nav aria-label="${'主导航 Main'}"><ul>${VIEWS.map(([id, name]) => h`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<div class="tools"><button type="button" id="lang">${t('中文', 'EN')}</button><button type="button" id="theme" aria-pressed="false" aria-label="${'深色 Dark'}"><span aria-hidden="true">◐</span></button></div></div></header>
<main id="main" tabindex="-1">
${overviewView(page)}
${sourcesView(page)}
${reportsView(page)}
${copiesView(page)}
${figuresView(page)}
${rulesView(page)}
${dataView(page)}
</main>
<footer class="foot">${t('Made by', '由')} jiaokan ${audit.version}${t('', ' 生成')} · ${t('corpus', '语料')} <code>${audit.corpusDigest.slice(0, 12)}</code> · ${t('rules', '规则')} <code>${audit.rulesDigest.slice(0, 12)}</code></footer>`;
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
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** Source expression that allows exactly this inline text. */
function digest(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}
