/** Reads values and templates / gives markup / promises: whatever is not markup already is escaped, always. */
import { html as escaped, uriPart } from '../escape.ts';
import type { Lang, Words } from '../lexicon.ts';

/** Markup that was made by `h`. Strings are text until `h` has escaped them. */
export interface Markup {
  readonly markup: string;
}

export type Content = Markup | string | number | null | readonly Content[];

/** Template tag: puts values in as text, markup as markup, lists one after another and null as nothing. */
export function h(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  // Grown as one string, without lists: a page of thousands of reports comes through here tens of millions of times.
  let out = parts[0] ?? '';
  for (let index = 0; index < values.length; index++) out += render(values[index] ?? null) + (parts[index + 1] ?? '');
  return { markup: out };
}

function render(value: Content): string {
  if (typeof value === 'string') return escaped(value);
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  let out = '';
  for (const one of value) out += render(one);
  return out;
}

/** Nothing at all. */
export const NOTHING: Markup = { markup: '' };

/** A saying in both languages; the page shows one of them. */
export function t(en: Content, zh: Content): Markup {
  return h`<span lang="en">${en}</span><span lang="zh">${zh}</span>`;
}

/** A saying made by a function of the language. */
export function both(say: (lang: Lang) => string): Markup {
  return t(say('en'), say('zh'));
}

export function said(words: Words): Markup {
  return t(words.en, words.zh);
}

/** Id of an element that a link can name: `report-` and the report's id, percent-encoded. */
export function anchor(
  kind: 'finding' | 'report' | 'source' | 'check' | 'rule' | 'family' | 'indicator',
  id: string,
): string {
  return `${kind}-${uriPart(id)}`;
}

/** Whole numbers with thousands apart. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/gu, ',');
}
