/**
 * Takes away the white space that is no part of a report's text, so that paragraphs stand one a line. Runs after the rules
 * that take text away and sees what they left: characters that are gone stand as TAKEN.
 */
import type { Json } from '../../model/finding.ts';
import type { Kind } from '../card.ts';
import { SORTS, type Sort } from './spaces.ts';

export const whitespaceKind: Kind = {
  name: 'whitespace',
  scopes: ['source', 'paragraph'],
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['sort'],
    properties: {
      sort: {
        enum: [...SORTS],
        description:
          'indentation: blanks before a paragraph. trailing-blanks: blanks after it. ' +
          'blank-lines: breaks beyond the one between paragraphs, and blanks between reports. ' +
          'odd-spaces: a space of another width becomes a plain one.',
      },
    },
  },
  compile(params) {
    const sort = sortOf(params.sort);
    return {
      shape: 'noise',
      edits(view) {
        return view.spaces
          .filter((edit) => edit.sort === sort)
          .map(({ start, end, replacement }) => ({ start, end, replacement }));
      },
    };
  },
};

function sortOf(value: Json | undefined): Sort {
  return SORTS.find((sort) => sort === value) ?? 'blank-lines';
}
