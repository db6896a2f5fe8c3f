/** Reads an audit and its tables / gives audit.md / promises: short enough for a pull request, and true to the tables. */
import type { Audit } from '../model/audit.ts';
import { percent } from './amount.ts';
import { byFamily, byPlaceAndYear, coverageOf } from './coverage.ts';
import { familyCells, placeCells } from './coverage-table.ts';
import { printable, shortQuote, uriPart } from './escape.ts';
import { summaryOf } from './json.ts';
import type { Lang } from './lexicon.ts';
import type { FindingRow } from './rows.ts';
import type { Tables } from './schema.ts';
import { reportName, trusted, trustWord } from './trust.ts';
import { word } from './words.ts';

/** As many findings and checks are told in full. */
const TOLD = 12;
const TOLD_OF_A_RULE = 2;
/** With more reports or sources than this, only those that need a look are listed. */
const LISTED = 40;
const LONGEST_QUOTE = 60;

/** `page`: audit.html lies beside it and can be linked to; `none`: it is printed somewhere else. */
export type Links = 'page' | 'none';

/** The audit as a short Markdown page in one language: the answer, what to look at, and then the tables. */
export function auditMarkdown(audit: Audit, tables: Tables, lang: Lang, links: Links = 'none'): string {
  const t = (en: string, zh: string): string => (lang === 'zh' ? zh : en);
  const sections = [
    `# ${t('Audit of government work reports', '政府工作报告核校')}`,
    verdictLine(tables, lang),
    topFindings(tables, lang, links),
    missingReports(audit, lang),
    brokenChecks(tables, lang, links),
    checkCoverage(audit, lang),
    `## ${t('Reports', '报告')}\n\n${reportTable(tables, lang)}`,
    `## ${t('Findings', '问题')}\n\n${findingTable(tables, lang)}`,
    `## ${t('Sources', '来源')}\n\n${sourceTable(tables, lang)}`,
    `${t('Rules', '规则')} \`${audit.rulesDigest.slice(0, 12)}\`, ${t('corpus', '语料')} \`${audit.corpusDigest.slice(0, 12)}\`, jiaokan ${audit.version}.`,
  ];
  return `${sections.filter((one) => one !== '').join('\n\n')}\n`;
}

/** One line that answers: how many may be counted on, and what is wrong. */
export function verdictLine(tables: Tables, lang: Lang): string {
  const { sources, reports, findings, checks } = summaryOf(tables);
  const usable = trusted(tables).filter((one) => one.trust === 'use').length;
  if (lang === 'zh') {
    return `**${sources} 份来源、${reports} 篇报告，其中 ${usable} 篇可直接使用。** 错误 ${findings.error}，警告 ${findings.warning}，提示 ${findings.info}，已接受 ${findings.accepted}。数字比对：成立 ${checks.holds}，不成立 ${checks.broken}，无法判断 ${checks.cannot_tell}。`;
  }
  return `**${usable} of ${reports} reports in ${sources} sources can be used as they are.** ${findings.error} errors, ${findings.warning} warnings, ${findings.info} info, ${findings.accepted} accepted. Checks: ${checks.holds} hold, ${checks.broken} broken, ${checks.cannot_tell} cannot tell.`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => escaped(String(cell))).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Text of a source as it may stand in a table or a list: nothing in it is Markdown or HTML. */
function escaped(text: string): string {
  return printable(text.replace(/\s+/gu, ' ')).replace(/[\\`*_[\]<>|#~&]/gu, '\\$&');
}

function reportTable(tables: Tables, lang: Lang): string {
  const t = (en: string, zh: string): string => (lang === 'zh' ? zh : en);
  const all = trusted(tables);
  const shown = all.length <= LISTED ? all : all.filter((one) => one.trust !== 'use').slice(0, LISTED);
  const head = [
    t('report', '报告'),
    t('use', '可用性'),
    t('completeness', '完整性'),
    t('present', '现存'),
    t('errors', '错误'),
    t('warnings', '警告'),
    t('source', '来源'),
  ];
  const rows = shown.map(({ report, trust, errors, warnings }) => [
    reportName(report),
    trustWord(trust, lang),
    word('completeness', report.completeness, lang),
    report.share_present === null ? '' : percent(report.share_present),
    errors,
    warnings,
    report.source_id,
  ]);
  return withRest(table(head, rows), all.length - shown.length, lang);
}

function sourceTable(tables: Tables, lang: Lang): string {
  const t = (en: string, zh: string): string => (lang === 'zh' ? zh : en);
  const shown = tables.sources.length <= LISTED ? tables.sources : noteworthy(tables).slice(0, LISTED);
  const head = [
    t('source', '来源'),
    t('charset', '编码'),
    t('bytes', '字节'),
    t('reports', '报告'),
    t('promised', '目录所列'),
    t('removed', '去除'),
  ];
  const rows = shown.map((row) => [
    row.source_id,
    row.charset,
    row.bytes,
    row.reports,
    row.promised_reports || '',
    percent(row.decoded_chars === 0 ? 0 : Math.max(0, row.removed_chars) / row.decoded_chars),
  ]);
  return withRest(table(head, rows), tables.sources.length - shown.length, lang);
}

/** Sources without a report, with reports that are promised and missing, or in another charset than UTF-8. */
function noteworthy({ sources }: Tables): Tables['sources'] {
  return sources.filter((row) => row.reports === 0 || row.reports < row.promised_reports || row.charset !== 'utf-8');
}

function withRest(shown: string, rest: number, lang: Lang): string {
  if (rest <= 0) return shown;
  return `${shown}\n\n${lang === 'zh' ? `另有 ${rest} 项未列出。` : `${rest} more are not listed.`}`;
}

function findingTable(tables: Tables, lang: Lang): string {
  const open = tables.findings.filter((one) => one.state === 'new');
  const families = [...new Set(open.map(familyOf))].sort();
  if (families.length === 0) return lang === 'zh' ? '没有待处理的问题。' : 'Nothing is open.';
  const severities = ['error', 'warning', 'info'] as const;
  const head = ['', ...severities.map((one) => word('severity', one, lang))];
  const rows = families.map((family) => [
    word('family', family, lang),
    ...severities.map(
      (severity) => open.filter((one) => familyOf(one) === family && one.severity === severity).length || '',
    ),
  ]);
  return table(head, rows);
}

function familyOf(row: FindingRow): string {
  return row.rule.split('/')[0] ?? row.rule;
}

function topFindings(tables: Tables, lang: Lang, links: Links): string {
  const rank = { error: 0, warning: 1, info: 2 };
  const open = tables.findings
    .filter((one) => one.state === 'new' && one.severity !== 'info')
    .sort((a, b) => rank[a.severity] - rank[b.severity]);
  if (open.length === 0) return '';
  const told = firstOfEach(open).slice(0, TOLD);
  const lines = told.map((row) => findingLine(row, lang, links));
  const rest = open.length - told.length;
  if (rest > 0) lines.push(lang === 'zh' ? `- 另有 ${rest} 条。` : `- and ${rest} more.`);
  return `## ${lang === 'zh' ? '先看这些' : 'Look at these first'}\n\n${lines.join('\n')}`;
}

/** The first few findings of each rule, so that a frequent one does not hide the others. */
function firstOfEach(rows: readonly FindingRow[]): FindingRow[] {
  const seen = new Map<string, number>();
  return rows.filter(({ rule }) => {
    const number = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, number);
    return number <= TOLD_OF_A_RULE;
  });
}

function findingLine(row: FindingRow, lang: Lang, links: Links): string {
  const place = row.line === null ? row.source_id : `${row.source_id}:${row.line}:${row.column}`;
  const message = lang === 'zh' ? row.message_zh : row.message_en;
  const quote =
    row.quote === '' || message.includes(row.quote) ? '' : ` “${escaped(shortQuote(row.quote, LONGEST_QUOTE))}”`;
  return `- **${word('severity', row.severity, lang)}** ${linked(escaped(place), `finding-${row.finding_id}`, links)} ${escaped(message)}${quote} (\`${row.rule}\`)`;
}

/** Words as a link to an id of the page, where it can be linked to. */
function linked(words: string, id: string, links: Links): string {
  return links === 'page' ? `[${words}](audit.html#${id})` : words;
}

function missingReports(audit: Audit, lang: Lang): string {
  const lines = audit.sources.flatMap(({ source }) => {
    const missing = source.promised.filter((one) => one.kept === null);
    if (missing.length === 0) return [];
    const names = missing.map((one) => escaped(one.name)).join('、');
    const of = `${missing.length}/${source.promised.length}`;
    return [`- ${escaped(source.sourceId)} (${of}): ${names}`];
  });
  if (lines.length === 0) return '';
  return `## ${lang === 'zh' ? '目录所列而文中没有的报告' : 'Promised by a contents page, not there'}\n\n${lines.join('\n')}`;
}

function brokenChecks(tables: Tables, lang: Lang, links: Links): string {
  const broken = tables.checks.filter((one) => one.verdict === 'broken');
  if (broken.length === 0) return '';
  const lines = broken.slice(0, TOLD).map((row) => {
    const told = escaped(lang === 'zh' ? row.derivation_zh : row.derivation_en);
    return `- ${told} (${linked(`\`${row.rule}\``, `check-${uriPart(row.check_id)}`, links)})`;
  });
  return `## ${lang === 'zh' ? '不成立的数字比对' : 'Broken checks'}\n\n${lines.join('\n')}`;
}

/** Places and years that are told before audit.json is pointed to. */
const PLACES = 10;

function checkCoverage(audit: Audit, lang: Lang): string {
  const { checks } = audit.corpus;
  if (checks.length === 0) return '';
  const places = byPlaceAndYear(coverageOf(audit));
  const rest = places.length - PLACES;
  const more =
    lang === 'zh'
      ? `另有 ${rest} 个地区年份，见 \`audit.json\` 的 \`coverage\`。`
      : `${rest} more places and years: \`coverage\` in \`audit.json\`.`;
  const [families = [], ...byKind] = familyCells(byFamily(checks), lang);
  const [heads = [], ...rows] = placeCells(places.slice(0, PLACES), lang);
  return [
    `## ${lang === 'zh' ? '比对覆盖' : 'What could be compared'}`,
    table(families.map(String), byKind),
    table(heads.map(String), rows),
    ...(rest > 0 ? [more] : []),
  ].join('\n\n');
}
