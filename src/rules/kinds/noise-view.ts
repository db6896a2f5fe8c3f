/** What noise rules look at, with what several of them need made once: lines, and the text with blanks of one width. */
import type { SourceView } from '../../model/report.ts';
import { type Line, linesOf, plainBlanks } from './lines.ts';
import { type SpaceEdit, spaceEdits } from './spaces.ts';

/** A source as noise rules see it. Views of the same text give the same answers: what is kept here is only work saved. */
export class NoiseView implements SourceView {
  readonly sourceId: SourceView['sourceId'];
  readonly text: string;
  readonly reports: SourceView['reports'];
  readonly promised: SourceView['promised'];
  #lines: readonly Line[] | null = null;
  #plain: string | null = null;
  #spaces: readonly SpaceEdit[] | null = null;

  constructor(view: SourceView, text: string) {
    this.sourceId = view.sourceId;
    this.text = text;
    this.reports = view.reports;
    this.promised = view.promised;
  }

  /** Lines that have something to see. */
  get lines(): readonly Line[] {
    this.#lines ??= linesOf(this.text);
    return this.#lines;
  }

  /** The text with every blank as a plain space, offsets unchanged. */
  get plain(): string {
    this.#plain ??= plainBlanks(this.text);
    return this.#plain;
  }

  /** Edits that put white space in order. */
  get spaces(): readonly SpaceEdit[] {
    this.#spaces ??= spaceEdits(this);
    return this.#spaces;
  }
}
