/** What residue rules look at, with what several of them need made once: the lines of the text, and those that pages repeat. */
import { type Line, linesOf } from './lines.ts';
import { runningLines } from './running-lines.ts';

/** A decoded text. Views of the same text give the same answers: what is kept here is only work saved. */
export class PlainView {
  readonly text: string;
  #lines: readonly Line[] | null = null;
  #running: ReadonlySet<number> | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** Lines that have something to see. */
  get lines(): readonly Line[] {
    this.#lines ??= linesOf(this.text);
    return this.#lines;
  }

  /** Numbers of the lines that belong to pages and not to the text. */
  get running(): ReadonlySet<number> {
    this.#running ??= runningLines(this.text, this.lines);
    return this.#running;
  }
}
