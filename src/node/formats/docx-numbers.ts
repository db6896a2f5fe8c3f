/**
 * Labels that Word counts by itself. In the file a heading numbered by Word holds only its title; 一、 and （一） are worked
 * out from numbering.xml when the page is shown, and so they must be here, or every heading is lost.
 */
import { attribute, xmlEvents } from './xml.ts';

/** Where a paragraph stands in which list. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

export interface Numbering {
  /** Label of the next paragraph of a list; empty for bullets and unknown lists. Must be asked in order of the text. */
  readonly next: (place: ListPlace) => string;
  /** Place that a paragraph style gives, or null. */
  readonly ofStyle: (style: string) => ListPlace | null;
}

interface Level {
  start: number;
  format: string;
  text: string;
  suffix: string;
}

interface Lists {
  readonly abstract: Map<string, Map<number, Level>>;
  readonly abstractOf: Map<string, string>;
  /** `list/level` to the number that it starts anew with. */
  readonly overrides: Map<string, number>;
}

/** Numbering of a document from its two parts; either may be empty. */
export function numberingOf(numberingXml: string, stylesXml: string): Numbering {
  const lists = listsOf(numberingXml);
  const styles = stylePlaces(stylesXml);
  const counters = new Map<string, number[]>();
  const started = new Set<string>();
  return {
    ofStyle: (style) => styles.get(style) ?? null,
    next: ({ list, level }) => {
      const owner = lists.abstractOf.get(list);
      const levels = owner === undefined ? undefined : lists.abstract.get(owner);
      const own = levels?.get(level);
      if (owner === undefined || levels === undefined || own === undefined) return '';
      const counts = counters.get(owner) ?? [];
      counters.set(owner, counts);
      const restart = lists.overrides.get(`${list}/${level}`);
      const isFirst = !started.has(`${list}/${level}`);
      started.add(`${list}/${level}`);
      const before = counts[level];
      if (isFirst && restart !== undefined) counts[level] = restart;
      else counts[level] = before === undefined ? own.start : before + 1;
      counts.length = level + 1;
      return labelOf(own, levels, counts);
    },
  };
}

function labelOf(own: Level, levels: ReadonlyMap<number, Level>, counts: readonly number[]): string {
  if (own.format === 'bullet' || own.format === 'none' || own.text === '') return '';
  const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1;
    return inFormat(counts[level] ?? levels.get(level)?.start ?? 1, levels.get(level)?.format ?? 'decimal');
  });
  const isClosed = /[、．，。）)：:]$/.test(label);
  return own.suffix === 'nothing' || isClosed ? label : `${label} `;
}

const DIGITS = '〇一二三四五六七八九';

/** A number in one of Word's formats (ECMA-376, ST_NumberFormat); formats that reports do not use come as digits. */
export function inFormat(value: number, format: string): string {
  if (
    /^(?:chineseCounting|chineseCountingThousand|japaneseCounting|taiwaneseCounting|taiwaneseCountingThousand)$/.test(
      format,
    )
  )
    return counted(value);
  if (/^(?:ideographDigital|japaneseDigitalTenThousand|taiwaneseDigital)$/.test(format))
    return [...String(value)].map((digit) => DIGITS[Number(digit)] ?? digit).join('');
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  if (format === 'lowerLetter' || format === 'upperLetter') return letter(value, format === 'upperLetter' ? 65 : 97);
  if (format === 'lowerRoman') return roman(value).toLowerCase();
  if (format === 'upperRoman') return roman(value);
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese')
    return value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
  if (format === 'decimalFullWidth')
    return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return String(value);
}

/** 1 to 99 in words, as in 二十一; larger numbers digit by digit with 百. */
function counted(value: number): string {
  if (value < 0 || value > 999) return String(value);
  if (value < 10) return DIGITS[value] ?? '';
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const head = hundreds === 0 ? '' : `${DIGITS[hundreds]}百`;
  const isBareTen = hundreds === 0 && tens === 1;
  const middle = tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : `${isBareTen ? '' : DIGITS[tens]}十`;
  return `${head}${middle}${ones === 0 ? '' : DIGITS[ones]}`;
}

function letter(value: number, first: number): string {
  if (value < 1) return String(value);
  return String.fromCharCode(first + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

function roman(value: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  if (value < 1 || value > 399) return String(value);
  let rest = value;
  let out = '';
  for (const [size, sign] of steps) {
    for (; rest >= size; rest -= size) out += sign;
  }
  return out;
}

function listsOf(xml: string): Lists {
  const lists: Lists = { abstract: new Map(), abstractOf: new Map(), overrides: new Map() };
  let abstract: Map<number, Level> | null = null;
  let level: Level | null = null;
  let list = '';
  let overridden = '';
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'text') continue;
    if (event.kind === 'close') {
      if (event.name === 'w:lvl') level = null;
      if (event.name === 'w:abstractNum') abstract = null;
      continue;
    }
    const value = attribute(event.attributes, 'w:val');
    switch (event.name) {
      case 'w:abstractNum':
        abstract = new Map();
        lists.abstract.set(attribute(event.attributes, 'w:abstractNumId') ?? '', abstract);
        break;
      case 'w:num':
        list = attribute(event.attributes, 'w:numId') ?? '';
        break;
      case 'w:abstractNumId':
        if (value !== null) lists.abstractOf.set(list, value);
        break;
      case 'w:lvlOverride':
        overridden = `${list}/${attribute(event.attributes, 'w:ilvl') ?? '0'}`;
        break;
      case 'w:startOverride':
        lists.overrides.set(overridden, Number(value ?? 1));
        break;
      case 'w:lvl':
        level = { start: 1, format: 'decimal', text: '', suffix: 'tab' };
        abstract?.set(Number(attribute(event.attributes, 'w:ilvl') ?? 0), level);
        break;
      default:
        if (level !== null) note(level, event.name, value ?? '');
    }
  }
  return lists;
}

function note(level: Level, name: string, value: string): void {
  if (name === 'w:start') level.start = Number(value) || 0;
  if (name === 'w:numFmt') level.format = value;
  if (name === 'w:lvlText') level.text = value;
  if (name === 'w:suff') level.suffix = value;
}

/** Lists that paragraph styles belong to, also through the style that they are based on. */
function stylePlaces(xml: string): Map<string, ListPlace> {
  const own = new Map<string, { list: string | null; level: number | null; base: string | null }>();
  let style: { list: string | null; level: number | null; base: string | null } | null = null;
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'text' || event.kind === 'close') continue;
    const value = attribute(event.attributes, 'w:val');
    if (event.name === 'w:style') {
      style = { list: null, level: null, base: null };
      own.set(attribute(event.attributes, 'w:styleId') ?? '', style);
    } else if (style !== null) {
      if (event.name === 'w:numId') style.list = value;
      if (event.name === 'w:ilvl') style.level = Number(value ?? 0);
      if (event.name === 'w:basedOn') style.base = value;
    }
  }
  const places = new Map<string, ListPlace>();
  for (const id of own.keys()) {
    let list: string | null = null;
    let level: number | null = null;
    // A chain of styles is short; a ring of them is broken and ends here.
    for (let at: string | null = id, depth = 0; at !== null && depth < 12; depth++) {
      const one = own.get(at);
      list ??= one?.list ?? null;
      level ??= one?.level ?? null;
      at = one?.base ?? null;
    }
    if (list !== null && list !== '0') places.set(id, { list, level: level ?? 0 });
  }
  return places;
}
