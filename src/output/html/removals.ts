/** Reads what cleaning took away in and around one report / gives it at its place, folded / promises: no character of it is mixed with the text. */
import { shortQuote } from '../escape.ts';
import type { PlacedEdit, SourcePlaces } from './locate.ts';
import { anchor, count, h, type Markup, NOTHING, t } from './markup.ts';

/** What was taken away before one character of a report's text. */
export interface Removal {
  /** Offset in the text of the report; its length for what stood behind it. */
  readonly at: number;
  readonly parts: readonly PlacedEdit['edit'][];
}

/** As much of one removal is shown; the rest is in the table of edits. */
const LONGEST = 600;

/** What was taken away inside a report, before the first report of the source, and behind the last one. Grouped by place, in order. */
export function removalsOf({ starts, length, removals }: SourcePlaces, reportId: string, chars: number): Removal[] {
  const start = starts.get(reportId) ?? 0;
  const end = start + chars;
  const groups = new Map<number, PlacedEdit['edit'][]>();
  for (const { at, edit } of removals) {
    const isHere = at >= start && (at < end || (at === end && end === length));
    if (!isHere) continue;
    const group = groups.get(at - start);
    if (group) group.push(edit);
    else groups.set(at - start, [edit]);
  }
  return [...groups].map(([at, parts]) => ({ at, parts }));
}

/** What was taken away between two paragraphs. */
export function removalBlock({ parts }: Removal): Markup {
  return h`<details class="cut"><summary>${t(`${count(Math.max(0, charsOf(parts)))} characters taken away here`, `此处去除 ${count(Math.max(0, charsOf(parts)))} 字`)} <small>${rulesOf(parts)}</small></summary><p lang="zh-CN">${taken(parts)}</p><p class="where">${links(parts)}</p></details>\n`;
}

/** What was taken away inside a paragraph. */
export function removalInline({ parts }: Removal): Markup {
  const chars = charsOf(parts);
  return h`<button type="button" class="cut" aria-expanded="false">${chars > 0 ? `−${chars}` : '→'}<span class="aside">${t(' characters were taken away or mended here; show them', '字在此去除或修补，显示')}</span></button><span class="cut-text" hidden>${taken(parts)}</span>`;
}

function taken(parts: Removal['parts']): Markup {
  const shown = parts.slice(0, 20).map(({ original, replacement }) => {
    const put = replacement === '' ? NOTHING : h` <ins>${shortQuote(replacement, LONGEST)}</ins>`;
    return h`<del>${shortQuote(original, LONGEST)}</del>${put} `;
  });
  const rest = parts.length - shown.length;
  return rest <= 0 ? h`${shown}` : h`${shown}<small>${t(`and ${rest} more`, `另有 ${rest} 处`)}</small>`;
}

function charsOf(parts: Removal['parts']): number {
  return parts.reduce((sum, { original, replacement }) => sum + original.length - replacement.length, 0);
}

function rulesOf(parts: Removal['parts']): string {
  return [...new Set(parts.map(({ rule }) => rule))].slice(0, 3).join(', ');
}

function links(parts: Removal['parts']): Markup[] {
  const rules = [...new Set(parts.map(({ rule }) => rule))].slice(0, 6);
  return rules.map((rule) => h`<a href="#${anchor('rule', rule)}">${rule}</a> `);
}
