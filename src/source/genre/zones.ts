/** Reads a text / gives the stretches in which its kind shows, folded / promises: bounded in size, whatever the length of the text. */
import { fold, type Line, linesOf } from '../structure/lines.ts';

/** What the signs of a genre look at, each made when it is first asked for. All text is folded. */
export interface GenreZones {
  /** Short lines at the top: title, subtitle, meeting line, speaker, the site's meta line. */
  readonly title: string;
  readonly opening: string;
  readonly body: string;
  /** Numbered lines of the body. */
  readonly heads: string;
  readonly shape: TextShape;
}

/** Characters of the lines that read as sentences and of all lines, and how many lines are numbered; of the first lines only. */
export interface TextShape {
  readonly sentenceChars: number;
  readonly chars: number;
  readonly numbered: number;
}

const TITLE_LINES = 10;
const LONGEST_TITLE = 70;
const OPENING_CHARS = 700;
const BODY_CHARS = 6000;
/** Folding drops blanks; so many characters as written nearly always hold what is asked for. */
const WRITTEN = 1.5;

export function zonesOf(text: string): GenreZones {
  return new TextZones(text);
}

class TextZones implements GenreZones {
  readonly #text: string;
  #title: string | null = null;
  #opening: string | null = null;
  #body: string | null = null;
  #lines: readonly Line[] | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  get title(): string {
    this.#title ??= titleOf(linesOf(this.#text.slice(0, OPENING_CHARS * WRITTEN)));
    return this.#title;
  }

  get opening(): string {
    this.#opening ??= fold(this.#text.slice(0, OPENING_CHARS * WRITTEN)).slice(0, OPENING_CHARS);
    return this.#opening;
  }

  get body(): string {
    this.#body ??= fold(this.#text.slice(0, BODY_CHARS * WRITTEN)).slice(0, BODY_CHARS);
    return this.#body;
  }

  get heads(): string {
    return this.#all()
      .filter(isNumbered)
      .map((line) => line.head.slice(0, 40))
      .join('\n');
  }

  get shape(): TextShape {
    const lines = this.#all();
    return {
      sentenceChars: lines.reduce((sum, line) => sum + (isProse(line) ? line.length : 0), 0),
      chars: lines.reduce((sum, line) => sum + line.length, 0),
      numbered: lines.filter(isNumbered).length,
    };
  }

  #all(): readonly Line[] {
    this.#lines ??= linesOf(this.#text.slice(0, BODY_CHARS * WRITTEN));
    return this.#lines;
  }
}

/** The leading short lines; a paragraph ends them. */
function titleOf(lines: readonly Line[]): string {
  const first = lines.slice(0, TITLE_LINES);
  const prose = first.findIndex((line) => line.length > LONGEST_TITLE || /[。;]/u.test(line.tail));
  return (prose < 0 ? first : first.slice(0, prose)).map((line) => line.head).join('\n');
}

function isNumbered(line: Line): boolean {
  return /^(?:第?[一二三四五六七八九十]{1,3}(?:、|部分|是)|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[、.])/u.test(
    line.begin,
  );
}

/** A line of a text that says something: long enough for a sentence and closed like one. */
function isProse(line: Line): boolean {
  return line.length >= 30 && line.sentence;
}
