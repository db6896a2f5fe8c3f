/** Reads how much text the rows of a table have / gives where its row groups end / promises: the same ends whether rows come one by one or many at a time. */
/** When a row group ends, whichever comes first. Text counts in UTF-16 code units over all cells of the group. */
interface GroupLimit {
  readonly rows: number;
  readonly chars: number;
}
/** A small first group lets viewers show the head of a table without reading all of it. */
const FIRST_GROUP: GroupLimit = { rows: 256, chars: 300_000 };
/** About 12 MB of Chinese text: a reader that wants one column of many rows has few chunks to open, a writer holds little. */
const NEXT_GROUPS: GroupLimit = { rows: 10_000, chars: 4_000_000 };

/** Follows the rows of one table. */
export class GroupEnds {
  private limit = FIRST_GROUP;
  private rows = 0;
  private chars = 0;

  /** Takes a row with so much text; true when its group ends with it. */
  endsWith(chars: number): boolean {
    this.rows++;
    this.chars += chars;
    if (this.rows < this.limit.rows && this.chars < this.limit.chars) return false;
    this.limit = NEXT_GROUPS;
    this.rows = 0;
    this.chars = 0;
    return true;
  }

  /** Takes so many rows at once when no group ends among them or with the last; false and nothing taken when one does. */
  takes(rows: number, chars: number): boolean {
    if (this.rows + rows >= this.limit.rows || this.chars + chars >= this.limit.chars) return false;
    this.rows += rows;
    this.chars += chars;
    return true;
  }
}

/** Text of a row, in UTF-16 code units. */
export function charsOf(row: object): number {
  let chars = 0;
  for (const cell of Object.values(row)) chars += lengthOf(cell);
  return chars;
}

function lengthOf(cell: unknown): number {
  if (typeof cell === 'string') return cell.length;
  return Array.isArray(cell) ? cell.reduce((sum, item) => sum + lengthOf(item), 0) : 0;
}
