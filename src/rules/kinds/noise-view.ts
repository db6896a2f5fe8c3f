/** What noise rules look at, with what several of them need made once: lines, their words, and where the needed texts stand. */
import type { SourceView } from '../../model/report.ts';
import { type Line, linesOf, plainBlanks } from './lines.ts';
import { type FindNeeds, findNeeds, type Needs } from './needs.ts';
import { type SpaceEdit, spaceEdits } from './spaces.ts';

/** A source as noise rules see it. Views of the same text give the same answers: what is kept here is only work saved. */
export class NoiseView implements SourceView {
  readonly sourceId: SourceView['sourceId'];
  readonly text: string;
  readonly reports: SourceView['reports'];
  readonly promised: SourceView['promised'];
  readonly #find: FindNeeds | null;
  readonly #words: string[] = [];
  #lines: readonly Line[] | null = null;
  #all: readonly number[] | null = null;
  #spaces: readonly SpaceEdit[] | null = null;
  #places: ReadonlyMap<Needs, readonly number[]> | null = null;

  /** `find` looks for what the rules need that will look at this view; without it each looks on its own. */
  constructor(view: SourceView, text: string, find: FindNeeds | null = null) {
    this.sourceId = view.sourceId;
    this.text = text;
    this.reports = view.reports;
    this.promised = view.promised;
    this.#find = find;
  }

  /** Lines that have something to see; of a view with pieces masked those that were there before. */
  get lines(): readonly Line[] {
    this.#lines ??= linesOf(this.text);
    return this.#lines;
  }

  /** The same source with pieces of its text masked, and with the lines of this view: a masked break parts no less. */
  masked(text: string): NoiseView {
    const view = new NoiseView(this, text, this.#find);
    view.#lines = this.lines;
    return view;
  }

  /** Edits that put white space in order. */
  get spaces(): readonly SpaceEdit[] {
    this.#spaces ??= spaceEdits(this);
    return this.#spaces;
  }

  /** The visible part of a line, every blank in it a plain space. */
  wordsOf(index: number): string {
    const known = this.#words[index];
    if (known !== undefined) return known;
    const line = this.lines[index];
    const words = line === undefined ? '' : plainBlanks(this.text.slice(line.first, line.last));
    this.#words[index] = words;
    return words;
  }

  /** Numbers of the lines that hold what a card needs, ascending; all lines for a card that needs nothing. */
  linesWith(needs: Needs | null): readonly number[] {
    if (needs === null) {
      this.#all ??= this.lines.map((_, index) => index);
      return this.#all;
    }
    this.#places ??= this.#find?.(this.text) ?? new Map();
    const places = this.#places.get(needs) ?? findNeeds([needs])(this.text).get(needs) ?? [];
    const found: number[] = [];
    let index = 0;
    let end = 0;
    for (const at of places) {
      if (at < end) continue;
      index = this.#lineAt(at, index);
      if (index < this.lines.length) found.push(index);
      end = this.lines[index]?.end ?? this.text.length;
    }
    return found;
  }

  /** The first line from number `from` on that ends behind `at`. */
  #lineAt(at: number, from: number): number {
    let low = from;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lines[middle]?.end ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
