/** Reads a paragraph with figures and findings / gives it marked / promises: the characters are those of the report, in order, each once. */
import { h, type Markup } from './markup.ts';

/** A stretch of a report's text that is shown marked. Spans may overlap. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: 'figure' | 'finding' | 'heading';
  /** Class of the mark: a severity, or how the figure's checks came out; empty for a heading. */
  readonly look: string;
  /** Key by which the mark and its note find each other. */
  readonly key: string;
}

/** The text [start, end) of a report with the spans inside it marked. Linear in characters and spans. */
export function marked(text: string, start: number, end: number, spans: readonly Span[]): Markup[] {
  const inside = spans
    .filter((span) => span.end > start && span.start < end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const cuts = new Set([start, end]);
  for (const span of inside) {
    cuts.add(Math.max(start, span.start));
    cuts.add(Math.min(end, span.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const open: Span[] = [];
  let next = 0;
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? end;
    for (let span = inside[next]; span && span.start <= from; span = inside[next]) {
      open.push(span);
      next++;
    }
    const covering = open.filter((span) => span.end > from);
    open.splice(0, open.length, ...covering);
    return wrapped(text.slice(from, to), covering);
  });
}

function wrapped(text: string, spans: readonly Span[]): Markup {
  const figure = spans.findLast((span) => span.kind === 'figure');
  const finding = spans.find((span) => span.kind === 'finding');
  const inner = figure ? h`<span class="figure ${figure.look}" data-figure="${figure.key}">${text}</span>` : h`${text}`;
  const said = finding ? h`<mark class="${finding.look}" data-finding="${finding.key}">${inner}</mark>` : inner;
  return spans.some((span) => span.kind === 'heading') ? h`<b>${said}</b>` : said;
}
