/** Reads the bytes of a Word document / gives its text / promises: a paragraph a line, cells with tabs between, labels as Word shows them. */
import { type ListPlace, type Numbering, numberingOf } from './docx-numbers.ts';
import { attribute, type XmlEvent, xmlEvents } from './xml.ts';
import { type Member, membersOf, ZipError } from './zip.ts';

/** True for the members of an archive that is a Word document. */
export function isWordDocument(members: readonly Member[]): boolean {
  return mainPart(members) !== undefined;
}

function mainPart(members: readonly Member[]): Member | undefined {
  return members.find(({ name }) => /^word\/document\d{0,3}\.xml$/.test(name));
}

/**
 * Text of a document: body, then footnotes and endnotes. What is marked as deleted, field codes, page headers and footers are not in it.
 * @throws ZipError when a part cannot be unpacked
 */
export function wordText(bytes: Uint8Array): string {
  const members = membersOf(bytes);
  const main = mainPart(members);
  if (main === undefined) throw new ZipError('a ZIP archive that is no Word document');
  const part = (name: string): string => {
    const member = members.find((one) => one.name === name);
    return member === undefined ? '' : new TextDecoder().decode(member.bytes());
  };
  const numbering = numberingOf(part('word/numbering.xml'), part('word/styles.xml'));
  const body = textOf(new TextDecoder().decode(main.bytes()), numbering);
  const notes = ['word/footnotes.xml', 'word/endnotes.xml'].map((name) => textOf(part(name), numbering));
  return [body, ...notes]
    .filter((text) => text !== '')
    .map((text) => `${text}\n`)
    .join('');
}

/** What holds a run of text that is not shown. */
const UNSEEN = new Set(['mc:Fallback', 'w:moveFrom', 'w:del', 'w:instrText', 'w:delText', 'w:sectPr']);

interface Writing {
  readonly numbering: Numbering;
  /** Lines of the body, and of each table cell that is open. */
  readonly lines: string[][];
  /** Cells of each table row that is open. */
  readonly rows: string[][];
  /** Paragraphs that are open: a text box is a paragraph within a paragraph. */
  readonly paragraphs: Paragraph[];
  unseen: number;
  inText: number;
  inProperties: number;
}

interface Paragraph {
  text: string;
  style: string | null;
  list: string | null;
  level: number | null;
}

function textOf(xml: string, numbering: Numbering): string {
  const writing: Writing = { numbering, lines: [[]], rows: [], paragraphs: [], unseen: 0, inText: 0, inProperties: 0 };
  for (const event of xmlEvents(xml)) take(writing, event);
  while (writing.paragraphs.length > 0) endParagraph(writing);
  return writing.lines
    .flat()
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

function take(writing: Writing, event: XmlEvent): void {
  const paragraph = writing.paragraphs.at(-1);
  if (event.kind === 'text') {
    if (writing.unseen === 0 && writing.inText > 0 && paragraph !== undefined) paragraph.text += event.text;
    return;
  }
  if (UNSEEN.has(event.name)) {
    if (event.kind !== 'empty') writing.unseen += event.kind === 'open' ? 1 : -1;
    return;
  }
  if (writing.unseen > 0) return;
  if (event.kind === 'close') close(writing, event.name);
  else open(writing, event.name, event.attributes, event.kind === 'empty');
}

function open(writing: Writing, name: string, attributes: string, isEmpty: boolean): void {
  const paragraph = writing.paragraphs.at(-1);
  if (name === 'w:p') {
    writing.paragraphs.push({ text: '', style: null, list: null, level: null });
    if (isEmpty) endParagraph(writing);
  } else if (name === 'w:tr') writing.rows.push([]);
  else if (name === 'w:tc') writing.lines.push([]);
  else if (name === 'w:pPr' && !isEmpty) writing.inProperties++;
  else if (name === 'w:t' && !isEmpty) writing.inText++;
  else if (paragraph !== undefined) {
    if (writing.inProperties > 0) property(paragraph, name, attributes);
    else paragraph.text += signOf(name, attributes);
  }
}

function close(writing: Writing, name: string): void {
  if (name === 'w:p') endParagraph(writing);
  else if (name === 'w:pPr') writing.inProperties--;
  else if (name === 'w:t') writing.inText--;
  else if (name === 'w:tc' && writing.lines.length > 1) {
    const cell = (writing.lines.pop() ?? []).join(' ').trim();
    writing.rows.at(-1)?.push(cell);
  } else if (name === 'w:tr') {
    const cells = writing.rows.pop() ?? [];
    if (cells.length > 0) writing.lines.at(-1)?.push(cells.join('\t'));
  }
}

function property(paragraph: Paragraph, name: string, attributes: string): void {
  const value = attribute(attributes, 'w:val');
  if (name === 'w:pStyle') paragraph.style = value;
  if (name === 'w:numId') paragraph.list = value;
  if (name === 'w:ilvl') paragraph.level = Number(value ?? 0);
}

/** What stands for an element within a run. */
function signOf(name: string, attributes: string): string {
  switch (name) {
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return String.fromCharCode(Number.parseInt(attribute(attributes, 'w:char') ?? 'FFFD', 16) & 0xffff);
    default:
      return '';
  }
}

function endParagraph(writing: Writing): void {
  const paragraph = writing.paragraphs.pop();
  if (paragraph === undefined) return;
  const place = listPlace(paragraph, writing.numbering);
  const hasWords = paragraph.text.trim() !== '';
  const label = place === null || !hasWords ? '' : writing.numbering.next(place);
  writing.lines.at(-1)?.push(`${label}${paragraph.text}`);
}

function listPlace({ style, list, level }: Paragraph, numbering: Numbering): ListPlace | null {
  const styled = style === null ? null : numbering.ofStyle(style);
  if (list === '0') return null;
  if (list === null) return styled;
  return { list, level: level ?? styled?.level ?? 0 };
}
