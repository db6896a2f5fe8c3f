/** Reads the outline and text of a report / gives every sign for and against its being whole / promises: each sign quotes what it saw. */
import { range } from '../../model/offset.ts';
import type { Heading, Outline, Paragraph } from '../../model/report.ts';
import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import { absentTerms, entriesOf, glossaryGaps, type NoteCalls, noteCalls } from './glossary.ts';
import { fold, hasAny } from './lines.ts';
import { brokenParagraphs, gapSigns } from './middle.ts';
import { type CountedPromise, countedPromises } from './promises.ts';
import { at, missing, type Sign } from './sign.ts';

export function signsOf(text: string, outline: Outline, phrases: Phrases): Sign[] {
  const body = outline.paragraphs.filter(({ part }) => part !== 'glossary' && part !== 'annex');
  return [
    ...startSigns(text, outline, phrases),
    ...partSigns(text, outline),
    ...endSigns(text, body),
    ...attachedEndSigns(text, outline),
    ...gapSigns(text, outline),
    ...emptyHeadings(outline, body),
    ...brokenParagraphs(text, body, outline),
    ...promiseSigns(countedPromises(text, outline, phrases)),
    ...glossarySigns(text, outline),
  ];
}

/** The opening formula stands within so many characters of its paragraph. */
const OPENING = 200;
/** A salutation that opens a report stands alone; 各位代表！… before a paragraph may stand anywhere in it. */
const SALUTATION = 24;

function startSigns(text: string, outline: Outline, phrases: Phrases): Sign[] {
  const front = outline.paragraphs.filter(({ role }) => role === 'front');
  const { 'speaks-for': speaksFor, reports, asks } = phrases.opening;
  const opens = ({ start, end }: Paragraph['range']): boolean => {
    const words = fold(text.slice(start, Math.min(end, start + OPENING)));
    return hasAny(words, speaksFor) && (hasAny(words, reports) || hasAny(words, asks));
  };
  const addressed = outline.paragraphs.some(
    ({ role, part, range: place }) =>
      (role === 'salutation' && place.end - place.start <= SALUTATION) ||
      (part === 'opening' && role !== 'front' && opens(place)),
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

function partSigns(text: string, { paragraphs }: Outline): Sign[] {
  const first = (wanted: Paragraph['part']): Paragraph | undefined => paragraphs.find(({ part }) => part === wanted);
  const signs: Sign[] = [];
  const [plan, self, review] = [first('plan'), first('self-government'), first('review')];
  const closing = closingSign(text, paragraphs);
  // Where lines were joined, headings stand inside paragraphs and many are not seen: no part is missed between an opening and a closing.
  const mayHide = closing.sign === 'has-closing' && text.length > JOINED * paragraphs.length;
  // A text that ends before its first heading lost its tail: that is no reason to miss the review before it.
  const isShort = text.length < FIRST_HEADING && first('opening') !== undefined;
  const goesOn = plan !== undefined || self !== undefined || closing.sign !== 'no-closing' || !isShort;
  if (!review && goesOn && !mayHide) signs.push(missing('no-review-part'));
  if (plan) signs.push(at('has-plan-part', plan.range, {}));
  else if (!mayHide) signs.push(missing('no-plan-part'));
  if (self) signs.push(at('has-self-government-part', self.range, {}));
  signs.push(closing);
  return signs;
}

/** The first heading of a report stands within so many characters. */
const FIRST_HEADING = 3000;

/** Characters a paragraph, on the mean of a text, beyond which its lines were joined: 218 are usual, and 706 the most in 445 reports. */
const JOINED = 900;

/** The closing appeal, whether it is there and whether its last sentence ends. */
function closingSign(text: string, paragraphs: readonly Paragraph[]): Sign {
  const closing = paragraphs.filter(({ part }) => part === 'closing');
  const last = closing.at(-1);
  if (!last) return missing('no-closing');
  const written = text.slice(closing[0]?.range.start, last.range.end);
  const stop = Math.max(...ENDS.map((mark) => written.lastIndexOf(mark)));
  const tail = written.slice(stop + 1).replaceAll(new RegExp(AFTER_CLOSING, 'gu'), '');
  if (/^[”’"'」』）)\s—-]*$/u.test(tail)) return at('has-closing', last.range, {});
  return at('closing-breaks-off', range(Math.max(last.range.start, last.range.end - 40), last.range.end), {});
}

const ENDS = ['。', '！', '？', '!', '?', '…', '.'] as const;

/** What may stand behind the last sentence of a report: where the text was taken from, when and where it was given, thanks. */
const AFTER_CLOSING =
  /[（(][^（）()]{0,60}[）)]|——[^\n]{0,80}|\n[^\n，。]{0,24}(?:秘书处|办公室|人民政府|\d日|完|谢谢[^\n]{0,4})(?=\n|$)/u;

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
  const unclosed = PAIRS.find(([open, close]) => text.lastIndexOf(open) > text.lastIndexOf(close));
  return unclosed?.[0] ?? null;
}

const PAIRS = [
  ['“', '”'],
  ['（', '）'],
  ['《', '》'],
  ['‘', '’'],
] as const;

function emptyHeadings(outline: Outline, body: readonly Paragraph[]): Sign[] {
  const headings = new Map(outline.headings.map((heading) => [heading.paragraph, heading]));
  return body.flatMap((paragraph, index): Sign[] => {
    const heading = headings.get(paragraph.ordinal);
    const next = body[index + 1];
    if (!heading || paragraph.role !== 'heading' || heading.number === 0 || heading.level === 3 || !next) return [];
    const after = headings.get(next.ordinal);
    const bare = next.part === 'closing' || (after !== undefined && isOver(after, heading));
    return bare ? [at('heading-without-body', heading.range, { label: heading.label, title: heading.title })] : [];
  });
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
  return broken.map((promise) => {
    const { promised, found, range: place, quote } = promise;
    return at(promiseSign(promise), place, { promised, found, words: quote });
  });
}

/** More items than promised are the author's slip; fewer are missing, at the end of the text or before it goes on. */
function promiseSign({ promised, found, open, level }: CountedPromise): string {
  if (found > promised) return 'promise-exceeded';
  if (open) return 'promise-cut-short';
  return level <= 2 ? 'fewer-sections' : 'promise-broken';
}

function glossarySigns(text: string, outline: Outline): Sign[] {
  const entries = entriesOf(text, outline);
  const calls = noteCalls(text, outline, entries);
  return [
    ...(calls === null ? [] : missingNotes(calls)),
    ...glossaryGaps(entries).map(({ after, number, range: place }) =>
      at('glossary-gap', place, { from: after, to: number }),
    ),
    ...absentTerms(text, outline, entries).map(({ term, range: place }) => at('glossary-term-absent', place, { term })),
  ];
}

function missingNotes({ called, absent, range: place }: NoteCalls): Sign[] {
  if (absent.length === 0) return [];
  return [at('notes-missing', place, { called, missing: absent.length, numbers: absent.slice(0, 20).join('、') })];
}
