/** Reads the markup of parts of a page / gives it packed, with where each id stands / promises: the same bytes on every machine. */
import { deflateSync, strToU8 } from 'fflate';
import { h, type Markup } from './markup.ts';

/** When a part is unpacked: with its view, when the fold around it is opened, or when a link names something in it. */
export type When = 'view' | 'open' | 'target';

/** Part of a page that is shown later. `parent` is the part that holds its place; -1 for the page itself. */
export interface Chunk {
  readonly parent: number;
  /** Base64 of the deflated markup. */
  readonly packed: string;
}

/** What the page's script needs to find the part that holds an id. */
export interface ChunkIndex {
  readonly parents: readonly number[];
  /** Ids in each part, parted by blanks; those of paragraphs and figures are left out. */
  readonly ids: readonly string[];
  /** First number, last number and part of each run of figures. */
  readonly figures: readonly (readonly [first: number, last: number, chunk: number])[];
}

/** A level of 6 makes a page 3.5 % smaller and takes a sixth longer. */
const LEVEL = 2;

const ID = ' id="';

/** Collects the parts of one page while its views are made. */
export class Chunks {
  readonly packed: Chunk[] = [];
  private readonly ids: string[] = [];
  private readonly figures: [number, number, number][] = [];
  private within = -1;

  /** The place of a part in the page. Parts may hold parts. */
  later(when: When, build: () => Markup): Markup {
    const number = this.packed.length;
    const parent = this.within;
    this.packed.push({ parent, packed: '' });
    this.within = number;
    const { markup } = build();
    this.within = parent;
    this.packed[number] = { parent, packed: pack(markup) };
    this.remember(markup, number);
    return h`<div data-chunk="${number}" data-load="${when}"></div>`;
  }

  /** What is known of the parts made so far. */
  index(): ChunkIndex {
    const figures = this.figures.toSorted((a, b) => a[0] - b[0]);
    return { parents: this.packed.map(({ parent }) => parent), ids: this.ids, figures };
  }

  private remember(markup: string, number: number): void {
    const ids: string[] = [];
    let [first, last] = [Number.POSITIVE_INFINITY, 0];
    for (let at = markup.indexOf(ID); at >= 0; at = markup.indexOf(ID, at)) {
      const end = markup.indexOf('"', at + ID.length);
      const id = markup.slice(at + ID.length, end).replaceAll('&#39;', "'");
      at = end;
      const figure = /^f([0-9]+)$/u.exec(id)?.[1];
      if (figure !== undefined) [first, last] = [Math.min(first, Number(figure)), Math.max(last, Number(figure))];
      else if (!/^report-.*-p[0-9]+$/u.test(id)) ids.push(id);
    }
    this.ids[number] = ids.join(' ');
    if (last > 0) this.figures.push([first, last, number]);
  }
}

/** A text deflated, as base64. The packer is the library's own code, so that no version of the runtime changes a byte. */
export function pack(text: string): string {
  return Buffer.from(deflateSync(strToU8(text), { level: LEVEL })).toString('base64');
}
