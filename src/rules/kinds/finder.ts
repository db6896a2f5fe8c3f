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
  return all.every(({ text }) => text.length >= 3) ? findLong(all) : findRare(all);
}

/** A single text is what the platform looks for fastest. */
function findOne<T>({ text: wanted, owner }: Wanted<T>): Find<T> {
  return (text, visit) => {
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) visit(at, owner, wanted.length);
  };
}

/** Texts of three units and more: most places are stepped over, as S. Wu and U. Manber do (A fast algorithm for multi-pattern searching, 1994). */
function findLong<T>(all: readonly Wanted<T>[]): Find<T> {
  const last = all.reduce((shortest, { text }) => Math.min(shortest, text.length), 256) - 2;
  const steps = new Uint8Array(1 << 14).fill(last + 1);
  const lists = new Map<number, Wanted<T>[]>();
  for (const one of all) {
    for (let at = 0; at <= last; at++) {
      const slot = smallSlot(one.text.charCodeAt(at), one.text.charCodeAt(at + 1));
      steps[slot] = Math.min(steps[slot] ?? 0, last - at);
    }
    push(lists, keyOf(one.text.charCodeAt(last), one.text.charCodeAt(last + 1)), one);
  }
  return (text, visit) => {
    const end = text.length - 1;
    for (let at = last; at < end; ) {
      const unit = text.charCodeAt(at);
      const next = text.charCodeAt(at + 1);
      const step = steps[smallSlot(unit, next)] ?? 1;
      at += step;
      if (step > 0) continue;
      for (const one of lists.get(keyOf(unit, next)) ?? [])
        if (text.startsWith(one.text, at - last)) visit(at - last, one.owner, one.text.length);
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

interface Rare<T> extends Wanted<T> {
  /** Where in the text its rarest unit stands. */
  readonly rare: number;
}

/** Texts of any length, by their rarest unit and one beside it. */
function findRare<T>(all: readonly Wanted<T>[]): Find<T> {
  const kinds = new Uint8Array(0x10000);
  const pairs = new Uint8Array(0x10000);
  const lists = new Map<number, Rare<T>[]>();
  for (const { text, owner } of all) {
    const rare = rarestOf(text);
    const unit = text.charCodeAt(rare);
    kinds[unit] = (kinds[unit] ?? 0) | (text.length === 1 ? ALONE : rare + 1 < text.length ? GOES_ON : ENDS);
    const from = text.length > 1 && rare + 1 === text.length ? rare - 1 : rare;
    const next = text.length === 1 ? 0 : text.charCodeAt(from + 1);
    if (text.length > 1) pairs[slotOf(text.charCodeAt(from), next)] = 1;
    push(lists, keyOf(text.charCodeAt(from), next), { text, owner, rare });
  }
  const look = (key: number, text: string, at: number, visit: Visit<T>): void => {
    for (const one of lists.get(key) ?? []) {
      const start = at - one.rare;
      if (start >= 0 && text.startsWith(one.text, start)) visit(start, one.owner, one.text.length);
    }
  };
  return (text, visit) => {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const kind = kinds[unit] ?? 0;
      if (kind === 0) continue;
      if ((kind & ALONE) !== 0) look(keyOf(unit, 0), text, at, visit);
      const next = text.charCodeAt(at + 1);
      if ((kind & GOES_ON) !== 0 && pairs[slotOf(unit, next)] === 1) look(keyOf(unit, next), text, at, visit);
      const before = text.charCodeAt(at - 1);
      if ((kind & ENDS) !== 0 && pairs[slotOf(before, unit)] === 1) look(keyOf(before, unit), text, at, visit);
    }
  };
}

function rarestOf(text: string): number {
  let rare = 0;
  for (let at = 1; at < text.length; at++) if (rankOf(text, at) > rankOf(text, rare)) rare = at;
  return rare;
}

function rankOf(text: string, at: number): number {
  const rank = COMMON.indexOf(text.charAt(at));
  return rank < 0 ? COMMON.length : rank;
}

function slotOf(unit: number, next: number): number {
  return (unit ^ (next << 5) ^ (next >> 11)) & 0xffff;
}

function smallSlot(unit: number, next: number): number {
  return (unit ^ (next << 5) ^ (next >> 9)) & 0x3fff;
}

function keyOf(unit: number, next: number): number {
  return unit * 0x10000 + next;
}

function push<T>(lists: Map<number, T[]>, key: number, one: T): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}
