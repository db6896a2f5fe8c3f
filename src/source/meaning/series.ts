/** Reads one run of quantities with the words before it / gives its figures / keeps what later figures of the sentence inherit. */
import type { Figure, Measure, Period, Quantity } from '../../model/figure.ts';
import type { Indicator } from '../../rules/vocabulary/indicators.ts';
import { changeBeside, cuesFor } from './beside.ts';
import { type Compared, comparedAfter, comparedBefore } from './compared.ts';
import { confidenceOf } from './confidence.ts';
import type { Context, Series, Told } from './context.ts';
import { type Lead, readLead } from './lead.ts';
import { basisOf, directionOf, measureOf } from './measure.ts';
import type { Named } from './name.ts';
import { type NamesFound, namesFor } from './naming.ts';
import { hear, natureOf } from './nature.ts';
import type { Cues } from './peel.ts';
import { type OwnYear, spanOfHeading, type TimeFound, timeIn } from './period.ts';
import { isAway, regionOf } from './region.ts';
import type { Remark } from './remark.ts';
import { BASE_LAST, scopeFor } from './scope.ts';
import { SEASON, YEAR } from './signs.ts';
import { BLANK_YEAR, YEAR_WRITTEN } from './year-words.ts';

const LEVELS: ReadonlySet<Measure> = new Set(['level', 'count', 'new', 'total', 'share']);

export function readSeries(context: Context, series: Series): Figure[] {
  const [first] = series;
  const { text } = context.report;
  const lead = readLead(text, context.end, first.range.start, context.nounFirst);
  const cues = changeBeside(context, series, lead, cuesFor(context, lead));
  const { names, inherited, nounFirst } = namesFor(context, lead, series);
  context.said = hear(context.said, lead.words, lead.signs);
  const before = context.said;
  const remarked = context.remark !== null && isWithin(first.range.start, context.remark);
  if (remarked) context.said = { ...before, estimate: true };
  context.away = isAway(context.away, lead.words, lead.signs, context.report.identity);
  const said = timeSaid(lead, first, context.own);
  const time = said ?? context.time;
  const { end } = (series.at(-1) ?? first).range;
  const compared = comparedAfter(text, end);
  const run: Run = { names, lead, cues, time, said, inherited, nounFirst, size: series.length, compared };
  const lastName = names.at(-1);
  if (lastName === undefined) return [];
  const figures = series.map((quantity, at) => figure(context, run, names[at] ?? lastName, quantity, at));
  remember(context, figures, run);
  if (remarked && context.remark?.lasts === false) context.said = before;
  context.end = end;
  return figures;
}

/** The time that the words before a figure say; a base (达到2005年的2.4倍) is none, and a year that was blanked out is not known. */
function timeSaid({ signs, clause, words }: Lead, { unit }: Quantity, own: OwnYear): TimeFound | null {
  if ((signs & (YEAR | SEASON)) === 0) return null;
  if ((unit === '倍' || clause.includes('恢复')) && BASE_LAST.test(clause)) return null;
  return timeIn(words, own) ?? (BLANK.test(words) ? NOT_KNOWN : null);
}

const BLANK = new RegExp(`(?<![比较是同于])${BLANK_YEAR}`, 'u');
const NOT_KNOWN: TimeFound = { period: null, severalYears: false, ahead: false };

function isWithin(at: number, { start, end }: Remark): boolean {
  return at >= start && at < end;
}

/** Where a change began is no time for what comes after. */
const STARTED = new RegExp(`[由从](?:上年|去年|${YEAR_WRITTEN}年)`, 'u');
/** 过去五年和2021年工作: what stands below is of the one or the other. */
const ALSO_ONE_YEAR = /[和与及].{0,2}(?:19|20)\d{2}年/u;

/** What the quantities of one run share. */
interface Run extends NamesFound {
  readonly lead: Lead;
  readonly cues: Cues;
  readonly time: TimeFound | null;
  /** The time that its own words say. */
  readonly said: TimeFound | null;
  readonly size: number;
  /** What the words after the whole run compare it with. */
  readonly compared: Compared | null;
}

function figure(context: Context, run: Run, name: Named, quantity: Quantity, at: number): Figure {
  const { report, sentence, vocabulary } = context;
  const { lead, cues, time } = run;
  const { range } = quantity;
  const { text: words, indicator } = name;
  const said = lead.name === '' ? words : lead.name;
  const told = measureOf(quantity, cues, said, indicator, vocabulary.units, lead.clause);
  const measure = sumOverYears(told, cues, time, indicator) ? 'total' : told;
  const period = periodOf(context, run, quantity, indicator, measure);
  const { reviewedYear } = report.identity;
  const severalYears =
    time?.severalYears ?? (measure === 'new' || measure === 'total' ? sentence.span !== null : false);
  const nature = natureOf({
    part: sentence.part,
    said: context.said,
    // The sum of one year is what was done in it.
    measure: measure === 'total' && isOfOneYear(context, quantity) ? 'level' : measure,
    period,
    severalYears,
    reviewed: reviewedYear,
  });
  const region = regionOf(report.identity, vocabulary, name, context.away);
  const compared =
    comparedBefore(lead.clause, lead.signs, at, run.size) ??
    (measure === 'growth' || measure === 'share' ? run.compared : null);
  // One literal, no spread: an object of this many fields that grows from a copy is ten times slower to make.
  return {
    range,
    quote: quantity.quote,
    value: quantity.value,
    interval: quantity.interval,
    unit: quantity.unit,
    hedge: quantity.hedge,
    figureId: `${report.reportId}:${range.start}`,
    reportId: report.reportId,
    paragraph: sentence.paragraph,
    sentence: sentence.ordinal,
    indicator: indicator?.name ?? null,
    indicatorText: words,
    scope: scopeFor(name, measure, cues, lead),
    regionCode: region,
    period,
    measure,
    nature,
    direction: directionOf(measure, cues, said),
    basis: basisOf(measure, lead.clause, lead.signs, indicator),
    parts: name.parts,
    of: ofFor(context, run, name, at, measure),
    whole: measure === 'share' ? name.whole : null,
    comparedWith: compared?.words ?? null,
    comparedSense: compared?.sense ?? null,
    confidence: confidenceOf({
      known: indicator !== null,
      fits: fits(measure, quantity, indicator),
      explicit: !run.inherited,
      dated: period !== null && measure !== 'total',
      named: words !== '',
    }),
  };
}

/** Changes, rates, ratios and ranks have units of their own; amounts and counts those of their indicator. */
function fits(measure: Measure, { unit }: Quantity, indicator: Indicator | null): boolean {
  if (indicator === null) return false;
  const amount = measure === 'level' || measure === 'count' || measure === 'new' || measure === 'total';
  return !amount || indicator.units.includes(unit);
}

/**
 * The words of time decide; without them a figure is of the year of its part. What is told of an unknown stretch of
 * years (年均 growth, 累计 sums, sections on five years) has no period: a wrong one would be worse than none.
 */
function periodOf(
  context: Context,
  { cues, time, said, lead }: Run,
  quantity: Quantity,
  indicator: Indicator | null,
  measure: Measure,
): Period | null {
  if (cues.from) return timeIn(lead.clause, context.own)?.period ?? null;
  // 2021年达到7585亿元，年均增长7%: the year is the last of several.
  const isAtEnd = cues.yearly && said === null && measure === 'growth' && time?.severalYears === false;
  if (isAtEnd) return yearsTo(time.period, context.startedIn, context.heldSpan ?? spanOf(context));
  if (time !== null) return time.period;
  const span = spanOf(context);
  if (measure === 'total' && span === null && isOfOneYear(context, quantity)) return context.own.period;
  if (cues.yearly || (measure === 'total' && !cues.stands)) return context.heldSpan ?? span;
  if (measure === 'new' && span !== null) return ALSO_ONE_YEAR.test(context.sentence.span ?? '') ? null : span;
  if (context.heldYear !== null) return context.heldYear;
  if (context.sentence.span !== null && !(indicator !== null && tellsAState(measure, indicator))) return null;
  return context.own.period;
}

/** The years of a mean growth that end with a year: from the one where the change began, or those of the section where it ends so too. */
function yearsTo(last: Period | null, began: Period | null, span: Period | null): Period | null {
  if (last === null || began === null) return span !== null && last?.end === span.end ? span : null;
  const start = `${Number(began.end.slice(0, 4)) + 1}-01-01`;
  return start < last.end ? { start, end: last.end } : null;
}

/** 累计引进市外资金330亿元，增长43.5%: what is said to have grown since the year before is the sum of one year. */
function isOfOneYear({ report }: Context, { range: { end } }: Quantity): boolean {
  return GREW.test(report.text.slice(end, end + 16));
}

const GREW = /^[，、]?(?:同比|比上年|较上年)?(?:增长|下降|上升)[\d.]+[%％]/u;

/** 五年完成造林125万亩: an amount over several years is a sum, unless it is the state at their end. What is to come is mostly such a state. */
function sumOverYears(measure: Measure, cues: Cues, time: TimeFound | null, indicator: Indicator | null): boolean {
  if (measure !== 'level' || time?.severalYears !== true || time.ahead || cues.stands || cues.reach || cues.from)
    return false;
  return indicator === null || indicator.nature === 'flow';
}

/** Levels, shares and ranks of a section on several years are those of its end; so are counts of what is kept. */
function tellsAState(measure: Measure, indicator: Indicator): boolean {
  if (measure === 'level' || measure === 'share' || measure === 'rank' || measure === 'ratio') return true;
  return measure === 'count' && indicator.nature === 'stock';
}

/** The years of the section that the sentence stands in. */
function spanOf(context: Context): Period | null {
  const { span, part } = context.sentence;
  return span === null ? null : spanOfHeading(span, context.own.year, part === 'plan');
}

/** The level that a growth or a share is said of, or the level or rate that a change of points is; in the same sentence. */
function ofFor(
  context: Context,
  { cues, inherited, size }: Run,
  name: Named,
  at: number,
  measure: Measure,
): string | null {
  if (cues.from || (measure !== 'growth' && measure !== 'change_points' && measure !== 'share')) return null;
  if (measure === 'share' && name.whole === null) return null;
  if (measure === 'change_points' && inherited && context.share !== null) return context.share.id;
  const byName = name.text === '' ? undefined : context.levels?.get(name.text);
  const found = byName ?? (inherited ? context.last[size === context.last.length ? at : 0] : undefined);
  if (found === undefined || (found.measure === 'share' && measure !== 'change_points')) return null;
  return found.id;
}

function remember(context: Context, figures: readonly Figure[], read: Run): void {
  const { names } = read;
  const [first] = figures;
  if (read.said !== null && !read.cues.from && !STARTED.test(read.lead.clause)) context.time = read.said;
  context.nounFirst = read.nounFirst;
  context.cues = read.cues;
  if (first?.measure === 'rank') {
    if (read.inherited || !names[0]?.indicator) return;
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
  const told = figures.map((one): Told => ({ id: one.figureId, measure: one.measure, words: one.indicatorText }));
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
