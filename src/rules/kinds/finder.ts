/** Looks for many texts in one pass: at nearly every place of a report one look into a table settles that none of them is there. */

/** Calls `visit` for each place where one of the texts stands. Places of one text ascend; those of different texts may be mixed. */
export type Find<T> = (text: string, visit: Visit<T>) => void;

export type Visit<T> = (at: number, owner: T, length: number) => void;

interface Wanted<T> {
  readonly text: string;
  readonly owner: T;
}

/** A search for all of `wanted`, each with what belongs to it; empty texts are never found. Takes time in step with the text it is given. */
export function finderOf<T>(wanted: Iterable<readonly [text: string, owner: T]>): Find<T> {
  const all = [...wanted].filter(([text]) => text !== '').map(([text, owner]) => ({ text, owner }));
  const [only] = all;
  if (only !== undefined && all.length === 1) return findOne(only);
  const [shared] = [...(only?.text ?? '')].filter((unit) => all.every(({ text }) => text.includes(unit)));
  if (shared !== undefined && all.every(({ text }) => text.length === 2)) return findBeside(all, shared);
  return all.every(({ text }) => text.length >= 3) ? findLong(all) : findRare(all);
}

/** A single text is what the platform looks for fastest. */
function findOne<T>({ text: wanted, owner }: Wanted<T>): Find<T> {
  return (text, visit) => {
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) visit(at, owner, wanted.length);
  };
}

/** Texts of two units, one of which they share: it is looked for, and then what stands beside it. */
function findBeside<T>(all: readonly Wanted<T>[], shared: string): Find<T> {
  const look = lookFor(
    all.map(({ text, owner }) => ({ text, owner, back: 0, pair: pairOf(text.charCodeAt(0), text.charCodeAt(1)) })),
  );
  return (text, visit) => {
    let last = -1;
    for (let at = text.indexOf(shared); at >= 0; at = text.indexOf(shared, at + 1)) {
      if (at > 0 && at - 1 > last) look(pairOf(text.charCodeAt(at - 1), text.charCodeAt(at)), text, at - 1, visit);
      if (at + 1 < text.length) look(pairOf(text.charCodeAt(at), text.charCodeAt(at + 1)), text, at, visit);
      last = at;
    }
  };
}

/** Texts of three units and more: most places are stepped over, as S. Wu and U. Manber do (A fast algorithm for multi-pattern searching, 1994). */
function findLong<T>(all: readonly Wanted<T>[]): Find<T> {
  const last = all.reduce((shortest, { text }) => Math.min(shortest, text.length), 256) - 2;
  const steps = new Uint8Array(1 << 14).fill(last + 1);
  for (const one of all) {
    for (let at = 0; at <= last; at++) {
      const slot = smallSlot(one.text.charCodeAt(at), one.text.charCodeAt(at + 1));
      steps[slot] = Math.min(steps[slot] ?? 0, last - at);
    }
  }
  const look = lookFor(
    all.map(({ text, owner }) => ({
      text,
      owner,
      back: last,
      pair: pairOf(text.charCodeAt(last), text.charCodeAt(last + 1)),
    })),
  );
  return (text, visit) => {
    const end = text.length - 1;
    for (let at = last; at < end; ) {
      const unit = text.charCodeAt(at);
      const next = text.charCodeAt(at + 1);
      const step = steps[smallSlot(unit, next)] ?? 1;
      at += step;
      if (step > 0) continue;
      look(pairOf(unit, next), text, at, visit);
      at++;
    }
  };
}

/** The commonest characters of reports, commonest first. A text is looked for by a character of it that stands late here, or not at all. */
const COMMON =
  '，、。业建新全化“”市发展0进设实大的和工加产1推力城区一动国政2中人高成生增强务民体创制作改5等持开会提行项合保家重地资农以3企.上省施个经长年能快理入公平目造治点社水好服面%村基深完济为心4坚三现级升度文6用机在革代质育主程有规万8安元量技品管亿7要出优府定范标不支系学乡法科投域态通）（效9环融商到共善型金事位园场总路打集划落续五防各；方示活引色是稳分批领更医源对县群本镇办境小十山转台向整达放步教精综策部构统口战电与立抓外收我居营积争决做健联四计交线监利运准特网费数风第试下导海流道协极物老结州明信二培促护';

/** What a unit may be the rarest of: a text of one unit, one that goes on behind it, one that ends with it. */
const ALONE = 1;
const GOES_ON = 2;
const ENDS = 4;

/** Texts of any length, by their rarest unit and one beside it. */
function findRare<T>(all: readonly Wanted<T>[]): Find<T> {
  const kinds = new Uint8Array(0x10000);
  const look = lookFor(
    all.map(({ text, owner }) => {
      const rare = rarestOf(text);
      const unit = text.charCodeAt(rare);
      kinds[unit] = (kinds[unit] ?? 0) | (text.length === 1 ? ALONE : rare + 1 < text.length ? GOES_ON : ENDS);
      const from = text.length > 1 && rare + 1 === text.length ? rare - 1 : rare;
      const next = text.length === 1 ? 0 : text.charCodeAt(from + 1);
      return { text, owner, back: rare, pair: pairOf(text.charCodeAt(from), next) };
    }),
  );
  return (text, visit) => {
    const last = text.length - 1;
    for (let at = 0; at <= last; at++) {
      const unit = text.charCodeAt(at);
      const kind = kinds[unit] ?? 0;
      if (kind === 0) continue;
      if ((kind & ALONE) !== 0) look(pairOf(unit, 0), text, at, visit);
      if ((kind & GOES_ON) !== 0 && at < last) look(pairOf(unit, text.charCodeAt(at + 1)), text, at, visit);
      if ((kind & ENDS) !== 0 && at > 0) look(pairOf(text.charCodeAt(at - 1), unit), text, at, visit);
    }
  };
}

/** A text by a pair of units of it, and how far before the place at which the pair is asked for it begins. */
interface ByPair<T> extends Wanted<T> {
  readonly pair: number;
  readonly back: number;
}

/** Visits, of the texts with one pair, those that stand about `at`, in their order. The rows lie in flat tables: one look tells that there are none. */
function lookFor<T>(rows: readonly ByPair<T>[]): (pair: number, text: string, at: number, visit: Visit<T>) => void {
  const shift = Math.max(8, 31 - Math.ceil(Math.log2(4 * rows.length + 1)));
  const first = new Int32Array(2 ** (32 - shift));
  const following = new Int32Array(rows.length + 1);
  const pairs = Int32Array.from([0, ...rows.map(({ pair }) => pair)]);
  for (let row = rows.length; row > 0; row--) {
    const slot = Math.imul(pairs[row] ?? 0, SPREAD) >>> shift;
    following[row] = first[slot] ?? 0;
    first[slot] = row;
  }
  return (pair, text, at, visit) => {
    let row = first[Math.imul(pair, SPREAD) >>> shift] ?? 0;
    for (; row !== 0; row = following[row] ?? 0) {
      if (pairs[row] !== pair) continue;
      const one = rows[row - 1];
      if (one === undefined || at < one.back) continue;
      // Of a text of two units the pair is all.
      if (one.text.length > 2 && !text.startsWith(one.text, at - one.back)) continue;
      visit(at - one.back, one.owner, one.text.length);
    }
  };
}

/** Odd and large: its products spread pairs over the table by their upper bits. */
const SPREAD = 0x9e3779b1;

function rarestOf(text: string): number {
  let rare = 0;
  for (let at = 1; at < text.length; at++) if (rankOf(text, at) > rankOf(text, rare)) rare = at;
  return rare;
}

function rankOf(text: string, at: number): number {
  const rank = COMMON.indexOf(text.charAt(at));
  return rank < 0 ? COMMON.length : rank;
}

function smallSlot(unit: number, next: number): number {
  return (unit ^ (next << 5) ^ (next >> 9)) & 0x3fff;
}

function pairOf(unit: number, next: number): number {
  return (unit << 16) | next;
}
