/** The catch-all: all that stands in no report. Runs after every rule that can name what it takes. */
import type { Kind, TextEdit } from '../card.ts';

export const outsideReportKind: Kind = {
  name: 'outside-report',
  scopes: ['source'],
  params: { type: 'object', additionalProperties: false, properties: {} },
  compile: () => ({
    shape: 'noise',
    edits(view) {
      const edits: TextEdit[] = [];
      let from = 0;
      for (const { start, end } of view.reports) {
        if (start > from) edits.push({ start: from, end: start, replacement: '' });
        from = Math.max(from, end);
      }
      if (view.text.length > from) edits.push({ start: from, end: view.text.length, replacement: '' });
      return edits;
    },
  }),
};
