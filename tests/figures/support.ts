/** Short texts read by the figure stages, without the stages before them. */
import type { Figure } from '../../src/model/figure.ts';
import { range } from '../../src/model/offset.ts';
import type { Identity, Outline, Part } from '../../src/model/report.ts';
import { meaning } from '../../src/source/meaning.ts';
import { quantities } from '../../src/source/quantity.ts';
import { vocabulary } from '../support/vocabulary.ts';

export { vocabulary };

/** A district's report of 2024 about 2023. */
export const IDENTITY: Identity = {
  regionCode: '330106',
  region: '西湖区',
  level: 'county',
  parentCode: '330100',
  reportYear: 2024,
  reviewedYear: 2023,
  session: null,
  deliveredOn: null,
  speaker: null,
  title: null,
  evidence: [],
};

export function outlineOf(text: string, part: Part, headings: readonly string[] = []): Outline {
  return { headings: [], paragraphs: [{ ordinal: 0, part, headings, role: 'body', range: range(0, text.length) }] };
}

export function figuresOf(text: string, part: Part = 'review', headings: readonly string[] = []): Figure[] {
  const report = { reportId: 'r', text, outline: outlineOf(text, part, headings), identity: IDENTITY };
  return meaning(report, quantities(text, vocabulary).quantities, vocabulary);
}

/** The figure with this quote. @throws when there is none */
export function figureOf(figures: readonly Figure[], quote: string): Figure {
  const found = figures.find((figure) => figure.quote === quote);
  if (found === undefined)
    throw new Error(`no figure ${quote} among ${figures.map((figure) => figure.quote).join(', ')}`);
  return found;
}
