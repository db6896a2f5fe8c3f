/** Reads a text that may be a work report / gives the kind of text it is / promises: additive, every sign is named and quoted, and a report that is cut short stays one. */
import type { GenreSign, GenreStructure, Genres, WeighedGenre } from '../rules/vocabulary/genres.ts';
import { type GenreZones, zonesOf } from './genre/zones.ts';

/** `abridged` is the speaker's text as a publisher shortened it; `other` shows no kind clearly. */
export type Genre = WeighedGenre | 'abridged' | 'other';

/** A sign that was seen: its words as found (folded), and what it weighed. */
export interface GenreEvidence {
  readonly genre: WeighedGenre;
  readonly sign: string;
  readonly weight: number;
  readonly quotes: readonly string[];
}

export interface GenreReading {
  readonly genre: Genre;
  /** Points of the genre that was chosen, and as a work report. */
  readonly points: number;
  readonly asReport: number;
  /** Signs of the genre that was chosen and of the work report, the heaviest first. */
  readonly evidence: readonly GenreEvidence[];
}

/** A text with so few characters of sentences says nothing; so small a share of them makes a list. */
const EMPTY_CHARS = 120;
const LIST_SHARE = 0.35;
/** A page without its text still has its title. One with an address to the assembly is the head of a report, and so is one with a session unless the site's own words follow. */
const SHELL_CHARS = 600;
const SHELL = /报告|公开|下载|页面|登录|首页/;
const HEAD = /各位委员|次会议上/;
const SITE = /版权所有|上一篇|下一篇|打印|关闭|点击下载|点击查看|登录/;

function isShell(body: string): boolean {
  if (!SHELL.test(body) || body.includes('各位代表')) return false;
  return !HEAD.test(body) || SITE.test(body);
}
const OUTLINE_SHARE = 0.12;
const OUTLINE_LINES = 5;
/** A work report of its own has this many points. */
const REPORT_POINTS = 3;

/** An abridged report still has so many characters of sentences; a summary that retells it has fewer. */
const ABRIDGED_CHARS = 2500;

/**
 * Tells what kind of text this is from its title, its opening and its first 6000 characters. Another kind than a work report is
 * named only when it has enough points and a lead over the work report, and not by words of its body alone.
 */
export function genreOf(text: string, genres: Genres): GenreReading {
  const zones = zonesOf(text);
  const { seen, keyed } = signsOf(zones, genres);
  const own = seen.find(({ genre }) => genre === 'work-report');
  const asReport = own?.points ?? 0;
  const best = strongest(seen, keyed, genres.enough);
  const abridged = isAbridged(zones, genres, asReport);
  const reading = (genre: Genre, points: number, signs: readonly GenreEvidence[]): GenreReading => {
    const evidence = [...signs, ...(own?.evidence ?? [])].sort((a, b) => b.weight - a.weight);
    return { genre, points, asReport, evidence };
  };
  if (best !== null && best.points >= asReport + genres.lead && !(abridged && best.genre === 'summary')) {
    return reading(best.genre, best.points, best.evidence);
  }
  if (asReport < REPORT_POINTS) return reading('other', 0, []);
  return reading(abridged ? 'abridged' : 'work-report', asReport, []);
}

/** All signs, and the kinds that title, formula or opening name. A government that speaks under no other title needs no more signs. */
function signsOf(
  zones: GenreZones,
  genres: Genres,
): { readonly seen: readonly Weighed[]; readonly keyed: ReadonlySet<WeighedGenre> } {
  const titled = weigh(zones, genres, isTitle);
  const speaks = titled.some(({ evidence }) => evidence.some(({ sign }) => sign === 'own-formula'));
  const plain = speaks && titled.every(({ genre, points }) => genre === 'work-report' || points === 0);
  const keys = plain ? titled : joined(titled, weigh(zones, genres, isOpening));
  const rest = (one: GenreSign): boolean => !isTitle(one) && !isOpening(one);
  return {
    seen: plain ? keys : joined(keys, weigh(zones, genres, rest)),
    keyed: new Set(keys.filter(({ points }) => points > 0).map(({ genre }) => genre)),
  };
}

/** The other kind with most points, when it has enough; a shape names one only where no words do. */
function strongest(seen: readonly Weighed[], keyed: ReadonlySet<WeighedGenre>, enough: number): Weighed | null {
  const others = seen
    .filter(({ genre, points }) => genre !== 'work-report' && points >= enough)
    .sort((a, b) => b.points - a.points);
  const worded = others.find(({ genre }) => keyed.has(genre) && !SHAPED.has(genre));
  return worded ?? others.find(({ genre }) => SHAPED.has(genre)) ?? null;
}

function isAbridged(zones: GenreZones, genres: Genres, asReport: number): boolean {
  if (asReport < REPORT_POINTS || !genres.abridged.some((words) => zones.title.includes(words))) return false;
  return zones.shape.sentenceChars >= ABRIDGED_CHARS || asReport >= 8;
}

interface Weighed {
  readonly genre: WeighedGenre;
  readonly points: number;
  readonly evidence: readonly GenreEvidence[];
}

/** Kinds that a shape alone can show. */
const SHAPED: ReadonlySet<WeighedGenre> = new Set(['outline-only', 'shell']);

/** Signs of title and formula. */
function isTitle(one: GenreSign): boolean {
  return 'structure' in one ? one.structure.endsWith('formula') : one.in === 'title';
}

/** With those of the title the signs that can name a genre. */
function isOpening(one: GenreSign): boolean {
  return 'in' in one && one.in === 'opening';
}

function weigh(zones: GenreZones, genres: Genres, asked: (one: GenreSign) => boolean): Weighed[] {
  return [...genres.signs].map(([genre, signs]) => {
    const evidence: GenreEvidence[] = [];
    for (const [sign, one] of signs) if (asked(one)) evidence.push(...seenIn(zones, genre, sign, one));
    return { genre, evidence, points: evidence.reduce((sum, { weight }) => sum + weight, 0) };
  });
}

function joined(first: readonly Weighed[], second: readonly Weighed[]): Weighed[] {
  return first.map(({ genre, points, evidence }, index) => {
    const more = second[index];
    return { genre, points: points + (more?.points ?? 0), evidence: [...evidence, ...(more?.evidence ?? [])] };
  });
}

function seenIn(zones: GenreZones, genre: WeighedGenre, sign: string, one: GenreSign): GenreEvidence[] {
  if ('structure' in one) {
    const quote = SHAPES[one.structure](zones);
    return quote === null ? [] : [{ genre, sign, weight: one.weight, quotes: [quote] }];
  }
  const zone = zones[one.in];
  const quotes = one.words.filter((word) => zone.includes(word)).slice(0, one.most ?? 1);
  return quotes.length === 0 ? [] : [{ genre, sign, weight: one.weight * quotes.length, quotes }];
}

/** 现在，我代表市人民政府，向大会报告工作: the body that speaks, then what it reports. */
const FORMULA = /(?:我谨?(?:代表|受)|受([^。,，]{2,30})委托[,，]?(?:现在)?(?:由)?我)([^。!,，向]{0,40})([^。!]{0,60})/u;
const OWN_BODY = /政府|国务院|公署|行署|管委会|管理委员会|办事处|委托/u;
const OWN_WORDS =
  /报告(?:[^。,，\d]{0,12}的?)?工作|工作(?:情况)?(?:的)?报告|汇报[^。,，\d]{0,8}工作|[作做]报告|报告如下/u;
const OTHER_BODY = /法院|检察院|常务委员会|常委会|政协|协商会议|审计|发展改革|财政/u;
const PARTY_BODY = /中共|共产党|(?:省|市|县|区|州)委(?!员|托)|纪委|纪律检查/u;
const OTHER_SUBJECT = /计划执行|计划草案|预算|决算|审计|发展计划/u;

/** An abstract or a caption may stand before the formula. */
const LATE_FORMULA = 2000;

interface Formula {
  readonly words: string;
  readonly body: string;
}

function formulaIn(zones: GenreZones): Formula | null {
  const found = FORMULA.exec(zones.opening) ?? FORMULA.exec(zones.body.slice(0, LATE_FORMULA));
  return found === null ? null : { words: found[0], body: (found[1] ?? '') + (found[2] ?? '') };
}

function isOwn({ words, body }: Formula): boolean {
  if (OTHER_BODY.test(body) || PARTY_BODY.test(body) || OTHER_SUBJECT.test(words)) return false;
  return OWN_BODY.test(words) && OWN_WORDS.test(words);
}

/** The words of the opening formula when they pass. */
function spoken(zones: GenreZones, passes: (formula: Formula) => boolean): string | null {
  const formula = formulaIn(zones);
  return formula !== null && passes(formula) ? formula.words : null;
}

const SHAPES: Readonly<Record<GenreStructure, (zones: GenreZones) => string | null>> = {
  'own-formula': (zones) => spoken(zones, isOwn),
  'other-formula': (zones) =>
    spoken(zones, ({ words, body }) => OTHER_BODY.test(body) && /报告|汇报|审议/u.test(words)),
  'party-formula': (zones) => spoken(zones, ({ words, body }) => PARTY_BODY.test(body) && /报告|审查/u.test(words)),
  'few-sentences': ({ shape: { chars, sentenceChars } }) =>
    chars > 0 && sentenceChars / chars < LIST_SHARE ? `${sentenceChars}/${chars}` : null,
  'bare-outline': ({ shape: { chars, sentenceChars, numbered } }) =>
    numbered >= OUTLINE_LINES && sentenceChars / chars < OUTLINE_SHARE ? `${numbered}` : null,
  empty: ({ shape: { sentenceChars, numbered }, body }) =>
    sentenceChars < EMPTY_CHARS && numbered < OUTLINE_LINES && body.length < SHELL_CHARS && isShell(body)
      ? `${sentenceChars}`
      : null,
};
