/** Reads which reports hang together / gives the group of each / promises: the smallest id names a group, in whatever order they were joined. */
import { compareText } from '../model/finding.ts';

/** Union-find with path halving over ids. */
export class Groups {
  private readonly parent = new Map<string, string>();

  /** The id that names the group of an id; its own when it was never joined. */
  find(id: string): string {
    let at = id;
    for (let above = this.parent.get(at) ?? at; above !== at; above = this.parent.get(at) ?? at) {
      const next = this.parent.get(above) ?? above;
      this.parent.set(at, next);
      at = next;
    }
    return at;
  }

  join(a: string, b: string): void {
    const [low = a, high = b] = [this.find(a), this.find(b)].sort(compareText);
    if (low !== high) this.parent.set(high, low);
  }
}
