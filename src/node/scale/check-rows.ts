/**
 * Reads checks as they are made / keeps their rows on disk and gives them in order of id / promises: memory holds a small part of them at a time,
 * and of two with one id the one is kept whose group comes first.
 */
import type { GroupPlace } from '../../corpus/comparing.ts';
import type { Check } from '../../model/check.ts';
import { compareText } from '../../model/finding.ts';
import { checkRow } from '../../output/fill.ts';
import type { CheckRow } from '../../output/rows.ts';
import { type RowCheck, RowError } from '../../output/schema.ts';
import type { FigureIndex } from '../../output/words.ts';
import { type Chunk, type SpillFile, spilledTexts } from './spill.ts';

/** Parts that the rows are kept in, by the first digits of their ids: those of one are put in order together. */
const PARTS = 64;
const [DIGITS, IDS_OF_DIGITS] = [2, 256];

/** Chunks of each part. */
export type Parts = readonly (readonly Chunk[])[];

/** A row with the place of its group. */
type Placed = readonly [order: number, row: CheckRow];

/** Rows as lines of JSON in memory that they grow into and that is used again: objects that wait cost the garbage collector more than they cost to write. */
class Lines {
  private bytes = Buffer.allocUnsafeSlow(FIRST_ROOM);
  private end = 0;

  add(placed: Placed): void {
    const line = JSON.stringify(placed);
    const most = this.end + line.length * MOST_BYTES + 1;
    if (most > this.bytes.length) this.widen(most);
    this.end += this.bytes.write(line, this.end, 'utf8');
    this.bytes[this.end++] = LINE_FEED;
  }

  /** What was added since it was asked for last; good until something is added. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.end);
    this.end = 0;
    return taken;
  }

  private widen(least: number): void {
    const wider = Buffer.allocUnsafeSlow(Math.max(least, this.bytes.length * 2));
    this.bytes.copy(wider, 0, 0, this.end);
    this.bytes = wider;
  }
}

const LINE_FEED = 10;
/** Bytes that lines begin with, and bytes that a character takes at most. */
const [FIRST_ROOM, MOST_BYTES] = [2 ** 14, 3];

/** The rows of checks of one thread. */
export class CheckRows {
  private readonly parts = Array.from({ length: PARTS }, () => new Lines());
  private readonly fault: RowCheck;

  constructor(fault: RowCheck) {
    this.fault = fault;
  }

  /** @param figures those that the check compares @throws RowError when the row does not fit its schema */
  add(check: Check, place: GroupPlace, figures: FigureIndex): void {
    const row = checkRow(check, figures);
    const fault = this.fault(row, 0);
    if (fault) throw new RowError(fault);
    this.parts[partOf(row.check_id)]?.add([orderOf(place), row]);
  }

  /** Puts those on disk that came since it was asked to last. */
  put(file: SpillFile): Parts {
    return this.parts.map((lines) => {
      const bytes = lines.take();
      return bytes.length === 0 ? [] : [file.put(bytes)];
    });
  }
}

function partOf(checkId: string): number {
  return Math.floor((Number.parseInt(checkId.slice(0, DIGITS), 16) * PARTS) / IDS_OF_DIGITS);
}

/** Groups within a report have numbers far below this. */
const MOST_GROUPS = 2 ** 21;
/** Groups among all reports come behind those within reports. */
const AMONG_ALL = 2 ** 52;

/** A number by which the groups of one check come in their order. */
export function orderOf({ within, group }: GroupPlace): number {
  return within === null ? AMONG_ALL + group : within * MOST_GROUPS + group;
}

/** The parts of several lists of rows. */
export function joinedParts(all: readonly Parts[]): Parts {
  return Array.from({ length: PARTS }, (_, part) => all.flatMap((one) => one[part] ?? []));
}

/** The rows of lines, each of which ends with a break. */
function rowsOf(lines: string): Placed[] {
  return JSON.parse(`[${lines.trimEnd().replaceAll('\n', ',')}]`);
}

/** All rows in order of id, each id once. @param told each row that is given */
export function* checkRowsOf(folder: string, parts: Parts, told: (row: CheckRow) => void): Generator<CheckRow> {
  for (const chunks of parts) {
    const rows = [...spilledTexts(folder, chunks)].flatMap(rowsOf);
    rows.sort(([one, a], [other, b]) => compareText(a.check_id, b.check_id) || one - other);
    let last = '';
    for (const [, row] of rows) {
      if (row.check_id === last) continue;
      last = row.check_id;
      told(row);
      yield row;
    }
  }
}
