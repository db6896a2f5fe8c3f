/** The catch-all: all words that stand in no report. Runs after every rule that can name what it takes, and sees those pieces masked. */
import type { Kind, TextEdit } from '../card.ts';
import { isBlank, isBreak } from './lines.ts';
import { TAKEN } from './spaces.ts';

export const outsideReportKind: Kind = {
  name: 'outside-report',
  scopes: ['source'],
  params: { type: 'object', additionalProperties: false, properties: {} },
  compile: () => ({
    shape: 'noise',
    edits(view) {
      const ends = [0, ...view.reports.map(({ end }) => end)];
      const starts = [...view.reports.map(({ start }) => start), view.text.length];
      return ends.flatMap((from, index) => pieces(view.text, from, starts[index] ?? from));
    },
  }),
};

/** Stretches of text[from, to) between what others took, blank ones left out: those are white space and no words. */
function pieces(text: string, from: number, to: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let start = from;
  let visible = false;
  for (let at = from; at <= to; at++) {
    if (at < to && text[at] !== TAKEN) {
      const code = text.charCodeAt(at);
      visible ||= !isBlank(code) && !isBreak(code);
      continue;
    }
    if (visible) edits.push({ start, end: at, replacement: '' });
    start = at + 1;
    visible = false;
  }
  return edits;
}
