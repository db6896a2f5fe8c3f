/** Reads the tables and the verdict of the gate / gives a Markdown comment for a pull request / promises: short, worse first, nothing of a source taken for markup. */
import { isEqual } from './diff-tables.ts';
import { printable } from './escape.ts';
import { type Change, changesOf, type GateView, gateVerdict, type Weight } from './gate-changes.ts';
import { summaryOf } from './json.ts';
import type { Lang } from './lexicon.ts';
import { verdictLine } from './markdown.ts';
import type { FindingRow } from './rows.ts';
import type { Tables } from './schema.ts';

/** As many lines of a list are told; the rest are counted. */
const TOLD = 20;
/** Marks the comment, so that a workflow can find its own and write it anew. */
const MARK = '<!-- jiaokan gate -->';

/** The comment, also used as the summary of a job. */
export function gateComment(tables: Tables, view: GateView, lang: Lang): string {
  const t = (en: string, zh: string): string => (lang === 'zh' ? zh : en);
  const isClean = changesOf(view, 'worse').length === 0;
  const sections = [
    `${MARK}\n## ${isClean ? '✅' : '❌'} jiaokan: ${escaped(gateVerdict(view, lang))}`,
    list(t('Worse', '变差'), 'worse', tables, view, lang),
    list(t('Better', '变好'), 'better', tables, view, lang),
    rowDiff(view, lang),
    folded(t('Notes', '说明'), noteLines(tables, view, lang)),
    folded(t('Accepted', '已接受'), acceptedLines(tables, view, lang)),
    verdictLine(tables, lang),
    hint(view, isClean, lang),
  ];
  return `${sections.filter((one) => one !== '').join('\n\n')}\n`;
}

function list(head: string, weight: Weight, tables: Tables, view: GateView, lang: Lang): string {
  const lines = changesOf(view, weight).map((one) => changeLine(one, tables, lang));
  return lines.length === 0 ? '' : `### ${head} (${lines.length})\n\n${bounded(lines, lang)}`;
}

function changeLine(one: Change, tables: Tables, lang: Lang): string {
  const row = one.kind === 'finding-gone' ? undefined : rowOf(one, tables);
  const path = tables.sources.find((source) => source.source_id === one.sourceId)?.path;
  const at =
    row && row.line !== null ? `${path ?? ''}:${row.line}` : one.place ? `${one.place.path}:${one.place.line}` : '';
  const place = at === '' ? '' : ` \`${at.replaceAll('`', "'")}\``;
  const quote = row && row.quote !== '' && !one.said[lang].includes(row.quote) ? ` 「${escaped(cut(row.quote))}」` : '';
  return `- ${escaped(one.said[lang])}${quote}${place} · ${one.rule} \`${one.fingerprint}\``;
}

function rowOf(one: Change, tables: Tables): FindingRow | undefined {
  return tables.findings.find((row) => row.finding_id === one.fingerprint);
}

function noteLines(tables: Tables, view: GateView, lang: Lang): string[] {
  return changesOf(view, 'note').map((one) => changeLine(one, tables, lang));
}

/** Everything that a person accepted, with the reason: it stays to be seen. */
function acceptedLines(tables: Tables, view: GateView, lang: Lang): string[] {
  const findings = tables.findings
    .filter((row) => row.state === 'accepted')
    .map((row) => {
      const { reason = '', expires } = view.accepted.get(row.finding_id) ?? {};
      const until = expires === undefined ? '' : lang === 'zh' ? `（至 ${expires}）` : ` (until ${expires})`;
      const said = lang === 'zh' ? row.message_zh : row.message_en;
      return `- ${row.source_id}: ${escaped(said)} — ${escaped(reason)}${until} · ${row.rule} \`${row.finding_id}\``;
    });
  return [...changesOf(view, 'accepted').map((one) => changeLine(one, tables, lang)), ...findings];
}

/** What the pull request does to the rows of the dataset. */
function rowDiff({ rows }: GateView, lang: Lang): string {
  const t = (en: string, zh: string): string => (lang === 'zh' ? zh : en);
  if (rows === null) return '';
  const touched = rows.filter((one) => !isEqual(one));
  const title = `### ${t('Dataset', '数据集')}\n\n`;
  if (touched.length === 0) return `${title}${t('No row changes.', '各行均无变化。')}`;
  const head = `| ${[t('table', '表'), t('rows', '行数'), t('added', '新增'), t('gone', '删除'), t('changed', '改动')].join(' | ')} |\n| --- | ---: | ---: | ---: | ---: |`;
  const body = touched.map(
    ({ table, rows: count, onlyA, onlyB, changed }) =>
      `| ${table} | ${count.a === count.b ? count.b : `${count.a} → ${count.b}`} | ${onlyB.length} | ${onlyA.length} | ${changed.length} |`,
  );
  return `${title}${[head, ...body].join('\n')}`;
}

function hint(view: GateView, isClean: boolean, lang: Lang): string {
  if (isClean) {
    const better = changesOf(view, 'better').length > 0;
    if (!better) return '';
    return lang === 'zh'
      ? '记录新的状态：`jiaokan gate --update-baseline`'
      : 'To hold on to what improved: `jiaokan gate --update-baseline`';
  }
  return lang === 'zh'
    ? '确认无误：`jiaokan gate --accept 指纹 --reason "原因"`；有意为之：`jiaokan gate --update-baseline`。'
    : 'Right as it is: `jiaokan gate --accept FINGERPRINT --reason "why"`. Meant as a whole: `jiaokan gate --update-baseline`.';
}

function folded(head: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `<details><summary>${head} (${lines.length})</summary>\n\n${lines.slice(0, TOLD * 2).join('\n')}\n\n</details>`;
}

function bounded(lines: readonly string[], lang: Lang): string {
  const rest = lines.length - TOLD;
  const shown = lines.slice(0, TOLD).join('\n');
  if (rest <= 0) return shown;
  return `${shown}\n- ${lang === 'zh' ? `另有 ${rest} 项` : `and ${rest} more`}`;
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Text of a source or a reason as it may stand in a list: nothing in it is Markdown, HTML or a mention. */
function escaped(text: string): string {
  return printable(text.replace(/\s+/gu, ' '))
    .replace(/[\\`*_[\]<>|#~&]/gu, '\\$&')
    .replaceAll('@', '@\u200b');
}

/** The verdict as JSON, for other programs. */
export function gateJson(tables: Tables, view: GateView): string {
  const told = (weight: Weight) =>
    changesOf(view, weight).map(({ kind, severity, rule, fingerprint, sourceId, reportId, said, place }) => {
      const row = tables.findings.find((one) => one.finding_id === fingerprint);
      return {
        kind,
        severity,
        rule,
        fingerprint,
        source_id: sourceId,
        report_id: reportId,
        message_en: said.en,
        message_zh: said.zh,
        path: place?.path ?? tables.sources.find((one) => one.source_id === sourceId)?.path ?? null,
        line: place?.line ?? row?.line ?? null,
      };
    });
  const value = {
    since: view.since,
    verdict: changesOf(view, 'worse').length === 0 ? 'clean' : 'worse',
    summary: summaryOf(tables),
    worse: told('worse'),
    accepted: told('accepted'),
    better: told('better'),
    notes: told('note'),
    rows:
      view.rows?.map(({ table, rows, onlyA, onlyB, changed }) => ({
        table,
        before: rows.a,
        now: rows.b,
        added: onlyB.length,
        gone: onlyA.length,
        changed: changed.length,
      })) ?? null,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
