/** Reads titles that come again and again / gives whether one begins a report / promises: time is linear however often it is asked. */
import type { Ground, Head } from './heads.ts';
import { headingOf, isClosing, startsMeeting } from './landmarks.ts';
import type { Line } from './lines.ts';

/** A title that stands so often in a source is printed at the head of its pages. */
const OFTEN = 3;

/** Tells running heads from titles. It counts titles and looks for closing appeals when it is first asked, each line once. */
export class Running {
  readonly #ground: Ground;
  readonly #isTitle: (line: Line) => boolean;
  #titles: Map<string, number[]> | null = null;
  #closings: number[] = [];
  #looked = 0;

  constructor(ground: Ground, isTitle: (line: Line) => boolean) {
    this.#ground = ground;
    this.#isTitle = isTitle;
  }

  /**
   * True when a head that rests on a title alone begins another report than the one that is open: the open one has had its closing
   * appeal, the title stands only here, or the same first heading comes again. The open one's own meeting line is a page's head.
   */
  isFresh(open: Head, at: number, last: number): boolean {
    const { lines, phrases } = this.#ground;
    const meeting = this.#meetingIn(Math.max(open.last + 1, at - 3), last);
    if (meeting !== null && meeting !== this.#meetingIn(open.first, open.last)) return true;
    const again = this.#firstHeading(last + 1);
    if (again !== null && again === this.#firstHeading(open.last + 1)) return true;
    if (meeting !== null) return false;
    if (this.#hasClosing(open.last + 1, at)) return true;
    for (let above = at; above >= Math.max(open.last + 1, at - 6); above--) {
      const line = lines[above];
      if (line && startsMeeting(line, phrases)) return true;
      if (line && this.#isTitle(line)) return this.#placesOf(line).length === 1;
    }
    return false;
  }

  /** True when the title at line `at`, above the next head, is the running head of the report that is open. */
  isOfOpen(open: Head, at: number): boolean {
    const { lines } = this.#ground;
    const title = lines[at];
    if (!title || lines[open.first]?.head === title.head) return false;
    const places = this.#placesOf(title);
    return places.length >= OFTEN && firstAfter(places, open.last) < at;
  }

  /** Line indexes of a title, in order. */
  #placesOf(title: Line): readonly number[] {
    if (this.#titles === null) {
      const titles = new Map<string, number[]>();
      this.#ground.lines.forEach((line, at) => {
        if (line.length > 70 || !this.#isTitle(line)) return;
        const places = titles.get(line.head);
        if (places) places.push(at);
        else titles.set(line.head, [at]);
      });
      this.#titles = titles;
    }
    return this.#titles.get(title.head) ?? [];
  }

  #meetingIn(from: number, to: number): string | null {
    for (let at = from; at <= to; at++) {
      const line = this.#ground.lines[at];
      if (line && startsMeeting(line, this.#ground.phrases)) return line.head;
    }
    return null;
  }

  #hasClosing(from: number, before: number): boolean {
    const { lines, text, phrases } = this.#ground;
    this.#looked = Math.max(this.#looked, from);
    for (; this.#looked < before; this.#looked++) {
      const line = lines[this.#looked];
      if (line && isClosing(line, text, phrases)) this.#closings.push(this.#looked);
    }
    const latest = this.#closings.at(-1) ?? -1;
    return latest >= from;
  }

  /** The first heading of a report, when it follows its head within a few lines. */
  #firstHeading(from: number): string | null {
    for (let at = from; at < from + 4; at++) {
      const line = this.#ground.lines[at];
      if (line && headingOf(line)?.level === 1) return line.head;
    }
    return null;
  }
}

/** The first of the ordered numbers that is greater; infinite when none is. */
function firstAfter(ordered: readonly number[], than: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] ?? 0) <= than) low = middle + 1;
    else high = middle;
  }
  return ordered[low] ?? Number.POSITIVE_INFINITY;
}
