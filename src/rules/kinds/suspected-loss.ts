/** Looks for words that lost characters and lists that lost an item: what cannot be mended is told, with what was probably there. */
import type { Kind } from '../card.ts';
import { listGaps } from './loss-lists.ts';
import { formulaSlips, wordEnds } from './loss-words.ts';
import { numberOf, textsOf } from './params.ts';
import { dropped, interleaved, longRuns } from './unbroken-text.ts';

const SORTS = ['words', 'formulas', 'list-items', 'punctuation', 'interleaved', 'dropped-characters'] as const;

export const suspectedLossKind: Kind = {
  name: 'suspected-loss',
  scopes: ['report', 'paragraph'],
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['sort'],
    properties: {
      sort: {
        enum: [...SORTS],
        description:
          'words: a term of `terms` without its last character before a mark, or without its first behind one. ' +
          'formulas: a phrase of `terms` with one character missing or changed. ' +
          'list-items: 二是 without 一是. punctuation: stretches of more than `longest` characters without a mark. ' +
          'interleaved: Latin letters between the characters of words. ' +
          'dropped-characters: a report of `longest` characters and more has none of one of `characters`.',
      },
      terms: { type: 'array', minItems: 1, items: { type: 'string', minLength: 3, maxLength: 40 } },
      characters: {
        type: 'array',
        minItems: 1,
        items: { type: 'string', minLength: 1, maxLength: 8 },
        description: 'Each a character, or several that stand for the same.',
      },
      longest: {
        type: 'integer',
        minimum: 30,
        maximum: 10000,
        description:
          'Characters without a mark that are no sentence any more, or that a report must have. Default: 90.',
      },
      fewest: {
        type: 'integer',
        minimum: 1,
        maximum: 50,
        description: 'How many such places make a finding. Default: 1.',
      },
    },
  },
  compile(params) {
    const terms = textsOf(params, 'terms');
    const fewest = numberOf(params, 'fewest', 1);
    const longest = numberOf(params, 'longest', 90);
    switch (SORTS.find((sort) => sort === params.sort)) {
      case 'words': {
        const look = wordEnds(terms);
        return { shape: 'report', hits: ({ text }) => look(text) };
      }
      case 'formulas': {
        const look = formulaSlips(terms);
        return { shape: 'report', hits: ({ text }) => look(text) };
      }
      case 'list-items':
        return { shape: 'report', hits: listGaps };
      case 'punctuation':
        return { shape: 'report', hits: ({ text }) => longRuns(text, longest, fewest) };
      case 'dropped-characters': {
        const characters = textsOf(params, 'characters');
        return { shape: 'report', hits: ({ text }) => dropped(text, characters, longest) };
      }
      default:
        return { shape: 'report', hits: ({ text }) => interleaved(text, fewest) };
    }
  },
};
