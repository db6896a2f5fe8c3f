/** Reads the outline and text of a report / gives every sign for and against its being whole / promises: each sign quotes what it saw. */
import type { Json } from '../../model/finding.ts';
import type { Range } from '../../model/offset.ts';
import { range } from '../../model/offset.ts';
import type { Heading, Outline, Paragraph } from '../../model/report.ts';
import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import { absentTerms, entriesOf, glossaryGaps } from './glossary.ts';
import { fold, hasAny } from './lines.ts';
import { gapsIn } from './numbering.ts';
import { type CountedPromise, countedPromises } from './promises.ts';

/** A sign as seen, before it has a weight. A missing thing has no place. */
export interface Sign {
  readonly sign: string;
  readonly range: Range<'report'> | null;
  readonly data: Readonly<Record<string, Json>>;
}

export function signsOf(text: string, outline: Outline, phrases: Phrases): Sign[] {
  const body = outline.paragraphs.filter(({ part }) => part !== 'glossary' && part !== 'annex');
  return [
    ...startSigns(text, outline, phrases),
    ...partSigns(outline),
    ...endSigns(text, body),
    ...attachedEndSigns(text, outline),
    ...numberingSigns(outline, body),
    ...promiseSigns(countedPromises(text, outline, phrases)),
    ...glossarySigns(text, outline),
  ];
}

function startSigns(text: string, outline: Outline, phrases: Phrases): Sign[] {
  const front = outline.paragraphs.filter(({ role }) => role === 'front');
  const addressed = outline.paragraphs.some(
    ({ role, part }) => role === 'salutation' || (part === 'opening' && role === 'body'),
  );
  const signs: Sign[] = [];
  if (front.length === 0 && !addressed) signs.push(missing('no-opening'));
  else if (!addressed) signs.push(missing('no-salutation'));
  const notes = outline.paragraphs.filter(
    ({ role, range: place }) => role === 'front' || place.end - place.start <= 40,
  );
  const abridged = notes.find(({ range: { start, end } }) => hasAny(fold(text.slice(start, end)), phrases.abridged));
  if (abridged) signs.push(at('abridged', abridged.range, {}));
  return signs;
}

function partSigns({ paragraphs }: Outline): Sign[] {
  const first = (wanted: Paragraph['part']): Paragraph | undefined => paragraphs.find(({ part }) => part === wanted);
  const signs: Sign[] = [];
  if (!first('review')) signs.push(missing('no-review-part'));
  const plan = first('plan');
  signs.push(plan ? at('has-plan-part', plan.range, {}) : missing('no-plan-part'));
  const self = first('self-government');
  if (self) signs.push(at('has-self-government-part', self.range, {}));
  const closing = paragraphs.findLast(({ part }) => part === 'closing');
  signs.push(closing ? at('has-closing', closing.range, {}) : missing('no-closing'));
  return signs;
}

/** How the body ends, when it does not end with its closing appeal. */
function endSigns(text: string, body: readonly Paragraph[]): Sign[] {
  const last = body.at(-1);
  if (!last || last.part === 'closing') return [];
  if (last.role === 'heading') return [at('bare-heading-at-end', last.range, {})];
  const { start, end } = last.range;
  const written = text.slice(Math.max(start, end - 400), end).replace(/[（(][^（）()]{2,24}[）)]$/u, '');
  const signs: Sign[] = [];
  if (!/[。！？!?.；;…][”’"'」』）)]*$/u.test(written))
    signs.push(at('stops-mid-sentence', range(Math.max(start, end - 40), end), {}));
  const open = openMark(written);
  if (open !== null) signs.push(at('open-mark-at-end', range(Math.max(start, end - 40), end), { mark: open }));
  return signs;
}

/** A glossary or annex that breaks off: the body is whole, the attachment is not. */
function attachedEndSigns(text: string, { paragraphs }: Outline): Sign[] {
  const last = paragraphs.at(-1);
  if (!last || (last.part !== 'glossary' && last.part !== 'annex')) return [];
  const { start, end } = last.range;
  const breaksOff = end - start >= 20 && /[，,、（“《的和与及是]$/u.test(text.slice(end - 1, end));
  return breaksOff ? [at('attachment-breaks-off', range(Math.max(start, end - 40), end), {})] : [];
}

/** The last opening mark of a text that is never closed. */
function openMark(text: string): string | null {
  const pairs = ['“”', '（）', '《》', '‘’'];
  for (const [open, close] of pairs) {
    if (open === undefined || close === undefined) continue;
    if (text.lastIndexOf(open) > text.lastIndexOf(close)) return open;
  }
  return null;
}

function numberingSigns(outline: Outline, body: readonly Paragraph[]): Sign[] {
  const gaps = gapsIn(outline.headings).map(({ heading, before, after }) =>
    at('heading-gap', heading.range, {
      from: before?.label ?? '–',
      to: heading.label,
      missing: heading.number - after - 1,
    }),
  );
  const headings = new Map(outline.headings.map((heading) => [heading.paragraph, heading]));
  const empty = body.flatMap((paragraph, index): Sign[] => {
    const heading = headings.get(paragraph.ordinal);
    const next = body[index + 1];
    if (!heading || paragraph.role !== 'heading' || heading.number === 0 || heading.level === 3 || !next) return [];
    const after = headings.get(next.ordinal);
    const bare = next.part === 'closing' || (after !== undefined && isOver(after, heading));
    return bare ? [at('heading-without-body', heading.range, { label: heading.label, title: heading.title })] : [];
  });
  return [...gaps, ...empty];
}

/** True when a heading ends the section of another: on its level or above, and not the start of a list inside it. */
function isOver(after: Heading, heading: Heading): boolean {
  return after.level < heading.level || (after.level === heading.level && after.number === heading.number + 1);
}

function promiseSigns(promises: readonly CountedPromise[]): Sign[] {
  const broken = promises.filter(({ promised, found }) => promised !== found);
  if (broken.length === 0) {
    const [first] = promises;
    return first ? [at('promises-kept', first.range, { promised: first.promised })] : [];
  }
  return broken.map(({ promised, found, open, range: place, quote }) =>
    at(open && found < promised ? 'promise-cut-short' : 'promise-broken', place, { promised, found, words: quote }),
  );
}

function glossarySigns(text: string, outline: Outline): Sign[] {
  const entries = entriesOf(text, outline);
  return [
    ...glossaryGaps(entries).map(({ after, number, range: place }) =>
      at('glossary-gap', place, { from: after, to: number }),
    ),
    ...absentTerms(text, outline, entries).map(({ term, range: place }) => at('glossary-term-absent', place, { term })),
  ];
}

function at(sign: string, place: Range<'report'>, data: Sign['data']): Sign {
  return { sign, range: place, data };
}

function missing(sign: string): Sign {
  return { sign, range: null, data: {} };
}
