/** Takes away or replaces what markup and editors leave in text. Runs on the decoded text, before reports are looked for. */
import type { Kind } from '../card.ts';
import { optionalTextOf } from './params.ts';
import { findsOf, PIECES_SCHEMA } from './patterns.ts';
import { rewrite } from './rewrite.ts';

export const residueKind: Kind = {
  name: 'residue',
  scopes: ['source'],
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['patterns'],
    properties: {
      pieces: PIECES_SCHEMA,
      patterns: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['find'],
          properties: {
            find: { type: 'string', minLength: 1 },
            replace: {
              type: 'string',
              description: 'What takes its place; $1 stands for the first group. Default: nothing.',
            },
          },
        },
      },
    },
  },
  compile(params) {
    const rules = findsOf(params, 'patterns').map(({ find, entry }) => ({
      find,
      replace: optionalTextOf(entry, 'replace') ?? '',
      ...leadsOf(find.source),
    }));
    return { shape: 'residue', edits: ({ text }) => rewrite(text, rules) };
  },
};

/** The plain texts that a pattern begins with, one for each of its alternatives; nothing when one of them begins with something else. */
function leadsOf(source: string): { readonly leads?: readonly string[] } {
  const leads = alternativesOf(source).flatMap((pattern) => {
    const [, group] = GROUP.exec(pattern) ?? [];
    const begun = group === undefined ? [pattern] : group.split('|');
    return begun.map((one) => plain(LEAD.exec(one)?.[0] ?? ''));
  });
  return leads.every((lead) => lead !== '') ? { leads } : {};
}

/** A group of plain alternatives that a pattern begins with. */
const GROUP = /^\(\?:([^()[\]\\]+)\)(?![?*]|\{0)/u;

/** Characters that stand for themselves, as many as no repeat follows that lets them be missing. */
const LEAD = /^(?:[\p{L}<\-"=: ]|\\[[\](){}.]|\\u[\da-fA-F]{4})+(?![?*]|\{0)/u;

function plain(lead: string): string {
  return lead
    .replaceAll(/\\u([\da-fA-F]{4})/gu, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\\', '');
}

/** Parts of a pattern between | outside of groups and classes. */
function alternativesOf(source: string): string[] {
  const all = [''];
  let depth = 0;
  for (const [piece] of source.matchAll(/\\.|\[(?:\\.|[^\]])*\]|./gsu)) {
    if (piece === '(') depth++;
    if (piece === ')') depth--;
    if (piece === '|' && depth === 0) all.push('');
    else all[all.length - 1] += piece;
  }
  return all;
}
