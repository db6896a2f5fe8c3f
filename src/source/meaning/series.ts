/** Reads one run of quantities with the words before it / gives its figures / keeps what later figures of the sentence inherit. */
import type { Figure, Measure, Quantity } from '../../model/figure.ts';
import type { Indicator } from '../../rules/vocabulary/indicators.ts';
import { changeBeside, cuesFor } from './beside.ts';
import { type Compared, comparedAfter, comparedBefore } from './compared.ts';
import { confidenceOf } from './confidence.ts';
import type { Context, Series, Told } from './context.ts';
import { isOfOneYear, periodOf, sumOverYears, type Timed, timeToldOf, yearOfLevel } from './dating.ts';
import { baseOr, changeAfter, isOfChange } from './from-to.ts';
import { type Lead, readLead } from './lead.ts';
import { basisOf, directionOf, LEVELS, measureOf } from './measure.ts';
import type { Named } from './name.ts';
import { type NamesFound, namesFor } from './naming.ts';
import { hear, natureOf } from './nature.ts';
import { type OwnYear, type TimeFound, timeIn } from './period.ts';
import { isAway, regionOf } from './region.ts';
import type { Remark } from './remark.ts';
import { BASE_LAST, fieldOf, scopeFor } from './scope.ts';
import { SEASON, YEAR } from './signs.ts';
import { BLANK_YEAR, YEAR_WRITTEN } from './year-words.ts';

export function readSeries(context: Context, series: Series): Figure[] {
  const [first] = series;
  const { text } = context.report;
  const last = series.at(-1) ?? first;
  const lead = readLead(text, context.end, first.range.start, context.nounFirst);
  const cues = baseOr(lead, first, changeBeside(context, series, lead, cuesFor(context, lead, series)));
  const { names, inherited, nounFirst } = namesFor(context, lead, series);
  context.said = hear(context.said, lead.words, lead.signs);
  const before = context.said;
  const remarked = context.remark !== null && isWithin(first.range.start, context.remark);
  if (remarked) context.said = { ...before, estimate: true };
  context.away = isAway(context.away, lead.words, lead.signs, context.report.identity);
  const said = timeSaid(lead, first, context.own);
  const time = said ?? context.time;
  const { unit, range } = last;
  const compared = comparedAfter(text, range.end);
  const run: Run = { names, lead, cues, time, said, inherited, nounFirst, size: series.length, unit, compared };
  const lastName = names.at(-1);
  if (lastName === undefined) return [];
  const figures = series.map((quantity, at) => figure(context, run, names[at] ?? lastName, quantity, at));
  remember(context, figures, run);
  if (remarked && context.remark?.lasts === false) context.said = before;
  context.end = range.end;
  return figures;
}

/** The time that the words before a figure say; a base (达到2005年的2.4倍) is none, and a year that was blanked out is not known. */
function timeSaid({ signs, clause, words }: Lead, { unit }: Quantity, own: OwnYear): TimeFound | null {
  if ((signs & (YEAR | SEASON)) === 0) return null;
  const counted = unit === '倍' || clause.includes('恢复') ? words.replace(BASE_LAST, '') : words;
  return timeIn(counted, own) ?? (BLANK.test(words) ? NOT_KNOWN : null);
}

const BLANK = new RegExp(`(?<![比较是同于])${BLANK_YEAR}`, 'u');
const NOT_KNOWN: TimeFound = { period: null, severalYears: false, ahead: false };

function isWithin(at: number, { start, end }: Remark): boolean {
  return at >= start && at < end;
}

/** Where a change began is no time for what comes after. */
const STARTED = new RegExp(`[由从](?:上年|去年|${YEAR_WRITTEN}年)`, 'u');

/** What the quantities of one run share. */
interface Run extends NamesFound, Timed {
  readonly size: number;
  /** Of the last quantity. */
  readonly unit: string;
  /** What the words after the whole run compare it with. */
  readonly compared: Compared | null;
}

function figure(context: Context, run: Run, name: Named, quantity: Quantity, at: number): Figure {
  const { report, sentence, vocabulary } = context;
  const { lead, cues } = run;
  const { range } = quantity;
  const { text: words, indicator } = name;
  const said = lead.name === '' ? words : lead.name;
  const told = measureOf(quantity, cues, said, indicator, vocabulary.units, lead.clause);
  const measure = sumOverYears(told, cues, run.time, indicator) ? 'total' : told;
  const time = timeToldOf(context, run.time, cues, indicator, measure);
  const timed = time === run.time ? run : { ...run, time };
  const level = levelFor(context, run, name, at, measure);
  const period =
    run.inherited && isOfChange(context, run, measure)
      ? null
      : (periodOf(context, timed, quantity, indicator, measure) ?? yearOfLevel(level, run, quantity, measure));
  const { reviewedYear } = report.identity;
  // 每年新增90万人 is of one year after another, no sum.
  const severalYears =
    !(cues.yearly && measure === 'new') &&
    (time?.severalYears ?? (measure === 'new' || measure === 'total' ? sentence.years.span !== null : false));
  const nature = natureOf({
    part: sentence.part,
    said: context.said,
    // The sum of one year is what was done in it.
    measure: measure === 'total' && isOfOneYear(context, quantity) ? 'level' : measure,
    period,
    severalYears,
    reviewed: reviewedYear,
  });
  const region = isOfThoseCounted(quantity, report.text)
    ? null
    : regionOf(report.identity, vocabulary, name, context.away);
  const compared =
    comparedBefore(lead.clause, lead.signs, at, run.size) ??
    (measure === 'growth' || measure === 'share' ? run.compared : null);
  // One literal, no spread: an object of this many fields that grows from a copy is ten times slower to make.
  return {
    range,
    quote: quantity.quote,
    value: quantity.value,
    interval: quantity.interval,
    unit: unitOf(quantity, indicator, report.text) || unitOfList(quantity, run, words),
    hedge: quantity.hedge,
    figureId: `${report.reportId}:${range.start}`,
    reportId: report.reportId,
    paragraph: sentence.paragraph,
    sentence: sentence.ordinal,
    indicator: indicator?.name ?? null,
    indicatorText: words,
    scope: scopeFor(name, measure, cues, lead, context.startedField),
    regionCode: region,
    period,
    measure,
    nature,
    direction: directionOf(quantity, measure, cues, said),
    basis: basisOf(measure, lead.clause, lead.signs, indicator),
    parts: name.parts,
    of: level?.id ?? null,
    whole: measure === 'share' ? name.whole : null,
    comparedWith: compared?.words ?? null,
    comparedSense: compared?.sense ?? null,
    confidence: confidenceOf({
      known: indicator !== null,
      fits: fits(measure, quantity, indicator),
      explicit: !run.inherited,
      dated: period !== null && measure !== 'total' && !(measure === 'growth' && cues.total),
      named: words !== '',
    }),
  };
}

/** 地区生产总值迈上5万亿台阶: the step is one of money, its 元 is never written. */
function unitOf({ unit, quote, range: { end } }: Quantity, indicator: Indicator | null, text: string): string {
  if (unit !== '' || indicator?.units[0] !== '元' || !/[万亿]$/u.test(quote)) return unit;
  return /^(?:级|的)?[大新]?(?:台阶|大?关口?|门槛)/u.test(text.slice(end, end + 5)) ? '元' : unit;
}

/** 分别达1.28万亿、1.18万亿、8200亿元: the unit of all stands behind the last. Of 旅游人次、收入分别达9300万、870亿元 it does not. */
function unitOfList({ quote }: Quantity, { unit }: Run, words: string): string {
  return /[万亿]$/u.test(quote) && !(unit.endsWith('元') && /(?:[人户]数|人次)$/u.test(words)) ? unit : '';
}

/** 生产总值过400亿元的5个: how much each of those has that are counted. */
function isOfThoseCounted({ interval, range: { end } }: Quantity, text: string): boolean {
  return interval.high === null && /^的\d+[个家户]/u.test(text.slice(end, end + 6));
}

/** Changes, rates, ratios and ranks have units of their own; amounts and counts those of their indicator. */
function fits(measure: Measure, { unit }: Quantity, indicator: Indicator | null): boolean {
  if (indicator === null) return false;
  const amount = measure === 'level' || measure === 'count' || measure === 'new' || measure === 'total';
  return !amount || indicator.units.includes(unit);
}

/** The level that a growth or a share is said of, or the level or rate that a change of points is; in the same sentence. */
function levelFor(
  context: Context,
  { cues, inherited, size }: Run,
  name: Named,
  at: number,
  measure: Measure,
): Told | null {
  if (cues.from || (measure !== 'growth' && measure !== 'change_points' && measure !== 'share')) return null;
  if (measure === 'share' && name.whole === null) return null;
  if (measure === 'change_points' && inherited && context.share !== null) return context.share;
  const byName = name.text === '' ? undefined : context.levels?.get(name.text);
  const found = byName ?? (inherited ? context.last[size === context.last.length ? at : 0] : undefined);
  if (found === undefined || (found.measure === 'share' && measure !== 'change_points')) return null;
  return found;
}

/** 增长7.7%，两年平均增长5.7%: years that are told in passing, of what was named before, are those of its means and of nothing else that follows. */
function isAside({ told }: Context, { said, inherited, lead }: Run): boolean {
  return said?.severalYears === true && told.length > 0 && (inherited || lead.continues);
}

function remember(context: Context, figures: readonly Figure[], read: Run): void {
  const { names } = read;
  const [first] = figures;
  if (read.said !== null && isAside(context, read)) context.heldSpan = read.said.period;
  else if (read.said !== null && !read.cues.from && !STARTED.test(read.lead.clause)) context.time = read.said;
  context.nounFirst = read.nounFirst;
  context.cues = read.cues;
  context.change = changeAfter(context, first ?? null, read);
  if (first?.measure === 'rank') {
    if (read.cues.from) context.startedField = fieldOf(read.lead.clause);
    if (read.inherited || !(names[0]?.indicator || (read.cues.from && names[0]?.text))) return;
    context.names = names;
    context.last = NOTHING;
    return;
  }
  if (!read.inherited) {
    for (const name of names) context.told.push(name);
    context.names = names.map(withoutWhole);
    context.last = NOTHING;
  }
  // 占财政支出的比重由72.3%提高到76.9%: both are shares of the same whole.
  if (read.cues.from) {
    context.names = names;
    context.startedIn = first?.period ?? null;
  }
  if (read.cues.from || first === undefined || !figures.every((one) => LEVELS.has(one.measure))) return;
  const told = figures.map(
    (one): Told => ({
      id: one.figureId,
      measure: one.measure,
      words: one.indicatorText,
      period: one.period,
    }),
  );
  context.share = first.measure === 'share' ? (told[0] ?? null) : null;
  if (first.whole !== null && read.inherited) return;
  context.last = told;
  const levels = context.levels ?? new Map<string, Told>();
  context.levels = levels;
  for (const one of told) levels.set(one.words, one);
}

const NOTHING: readonly Told[] = [];

function withoutWhole(name: Named): Named {
  return name.whole === null ? name : { ...name, whole: null };
}
