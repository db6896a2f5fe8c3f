/**
 * From glyphs on pages to running text. A PDF knows no paragraphs, only where glyphs stand: lines that reach the right
 * edge and are not followed by an indented one belong together, also across a page.
 */

/** A run of glyphs; the origin is below left, lengths in points. */
export interface Glyphs {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
}

/** Lines of one page in the order of its content: runs at about the same height, from left to right, are one line. */
export function linesOf(runs: readonly Glyphs[]): Line[] {
  const lines: Glyphs[][] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const line = lines.at(-1);
    const last = line?.at(-1);
    const isSame =
      last !== undefined &&
      Math.abs(last.y - run.y) < Math.max(last.size, run.size) * 0.5 &&
      run.x > last.x - Math.max(last.size, run.size);
    if (isSame) line?.push(run);
    else lines.push([run]);
  }
  return lines.map(lineOf).filter(({ text }) => text.trim() !== '');
}

function lineOf(runs: readonly Glyphs[]): Line {
  const seen = runs.filter(({ text }) => text.trim() !== '');
  const size = Math.max(0, ...seen.map((run) => run.size));
  return {
    text: runs
      .map(({ text }) => text)
      .join('')
      .trim(),
    start: Math.min(...seen.map(({ x }) => x)),
    end: Math.max(...seen.map(({ x, width }) => x + width)),
    y: runs[0]?.y ?? 0,
    size,
  };
}

interface Page {
  readonly lines: readonly Line[];
  readonly left: number;
  readonly right: number;
}

/** What is written so far, and what waits until the paragraph ends. */
interface Writing {
  readonly out: string[];
  open: Placed | null;
  /** Page numbers that stand between two halves of a paragraph. */
  numbers: string[];
  /** A page ended, in the paragraph or before it. */
  pageEnded: boolean;
}

/** The text of all pages: a paragraph a line. A form feed stands behind a paragraph in which pages end, and one for each page without text. */
export function pagesText(pages: readonly (readonly Line[])[]): string {
  const writing: Writing = { out: [], open: null, numbers: [], pageEnded: false };
  for (const lines of pages) {
    const body = lines.filter((line, at) => !isPageNumber(line, at, lines.length));
    writePage(writing, body);
    writing.numbers.push(...lines.filter((line) => !body.includes(line)).map(({ text }) => text));
    if (body.length === 0) endParagraph(writing);
    writing.pageEnded = true;
  }
  endParagraph(writing);
  return writing.out.join('');
}

function writePage(writing: Writing, body: readonly Line[]): void {
  const page = pageOf(body);
  for (const line of body) {
    const goesOn = writing.open !== null && continues(writing.open, { line, page });
    if (!goesOn) endParagraph(writing);
    else if (needsSpace(writing.open?.line.text ?? '', line.text)) writing.out.push(' ');
    writing.out.push(line.text);
    writing.open = { line, page };
  }
}

function endParagraph(writing: Writing): void {
  const { out } = writing;
  if (writing.open !== null) out.push('\n');
  for (const text of writing.numbers) out.push(text, '\n');
  if (writing.pageEnded) out.push('\f');
  writing.open = null;
  writing.numbers = [];
  writing.pageEnded = false;
}

function pageOf(lines: readonly Line[]): Page {
  return {
    lines,
    left: Math.min(...lines.map(({ start }) => start)),
    right: Math.max(...lines.map(({ end }) => end)),
  };
}

/** The first or last line of a page with nothing but its number: 12, — 12 —, 第12页, 3 / 40. */
function isPageNumber({ text }: Line, at: number, count: number): boolean {
  if (at > 0 && at < count - 1) return false;
  return /^[\s—–―\-·.•]{0,8}(?:第\s{0,3})?\d{1,4}(?:\s{0,3}页)?(?:\s{0,3}[/共,，]\s{0,3}共?\s{0,3}\d{1,4}\s{0,3}页?)?[\s—–―\-·.•]{0,8}$/.test(
    text,
  );
}

interface Placed {
  readonly line: Line;
  readonly page: Page;
}

/** True when `next` goes on with the paragraph: the line before is full, and this one is neither indented nor of another size. */
function continues(before: Placed, next: Placed): boolean {
  const { size } = before.line;
  if (Math.abs(size - next.line.size) > size * 0.15) return false;
  const isFull = before.line.end >= before.page.right - size * 1.6;
  const isFlush = next.line.start <= next.page.left + size * 0.8;
  const isOnlyLine = before.page.lines.length === 1;
  return isFull && isFlush && !isOnlyLine;
}

function needsSpace(before: string, after: string): boolean {
  return /[A-Za-z0-9,.;:]$/.test(before) && /^[A-Za-z]/.test(after);
}
