/**
 * Facts of reports made from a number, not from chance, at the density of real ones: what was read of real reports (their words, units,
 * sentences and measures), given to the places of the real list of divisions and to twenty-four of forty years each, so that a hundred thousand
 * reports are of as many places and years. Levels of what the vocabulary names follow from the growth that is told of them; every 29th report
 * has a figure that does not fit, so that as many reports have a broken check as real ones. Two runs make the same facts.
 */
import { numbersFrom } from '../lib/numbers.mjs';

/** Reports of a place: three years together, then two that nobody found. */
const [OF_A_PLACE, RUN, STEP] = [24, 3, 5];
const FIRST_YEAR = 1987;
/** Figures of a report: the mean of 445 real ones. */
const DENSITY = 209;
const BREAK = 29;
/** Every so many-th shingle is common wording, the same in all reports that were made of one. */
const COMMON = 24;

/** A source of facts: `report(index)` is report number `index`. @param known facts of real reports @param divisions places by code */
export function factsFrom(known, divisions) {
  const places = divisions.filter(({ level }) => level !== 'country').sort((a, b) => (a.code < b.code ? -1 : 1));
  const levels = new Map(divisions.map(({ code, level }) => [code, level]));
  const patterns = known.filter(({ facts, identity }) => facts.length > 30 && identity.reportYear !== null);
  const dense = patterns.map((one, at) => filled(one, patterns, at));
  const usual = basesOf(dense);
  return {
    report: (index) => {
      const own = places[Math.floor(index / OF_A_PLACE) % places.length];
      const round = Math.floor(index / OF_A_PLACE / places.length);
      // Beyond the list come places that lie like those of the list and have other codes.
      const coded = (code) => (code === null || round === 0 ? code : `${code}-${round}`);
      const place = { ...own, code: coded(own.code), parentCode: coded(own.parentCode) };
      const above = { code: place.parentCode ?? '', level: levels.get(own.parentCode) };
      const nth = index % OF_A_PLACE;
      const year = FIRST_YEAR + Math.floor(nth / RUN) * STEP + (nth % RUN);
      return moved(dense[(index * 7 + Math.floor(index / OF_A_PLACE)) % dense.length], {
        index,
        place,
        above,
        year,
        usual,
      });
    },
  };
}

/** A report with as many figures as real ones have: where it is shorter, those of others follow behind it. */
function filled(report, all, at) {
  const facts = [...report.facts];
  for (let next = 1; facts.length < DENSITY && next < 20; next++) {
    const other = all[(at + next) % all.length];
    const [chars, sentences] = [facts.at(-1).range.end + 100, facts.at(-1).sentence + 1];
    const said = new Set(facts.map(statementOf));
    const others = other.facts.filter((fact) => fact.indicator === null || !said.has(statementOf(fact)));
    for (const fact of others.slice(0, DENSITY - facts.length)) {
      const range = { start: fact.range.start + chars, end: fact.range.end + chars };
      const regionCode = fact.regionCode === other.identity.regionCode ? report.identity.regionCode : fact.regionCode;
      const later = report.identity.reportYear - other.identity.reportYear;
      // An id tells where its figure begins, as in any report.
      const idAt = (id) => id && `${report.reportId}:${Number(id.slice(id.lastIndexOf(':') + 1)) + chars}`;
      facts.push({
        ...fact,
        range,
        regionCode,
        sentence: fact.sentence + sentences,
        period: shifted(fact.period, later),
        figureId: idAt(fact.figureId),
        of: idAt(fact.of),
      });
    }
  }
  return { ...report, facts };
}

/** What a report says once. */
function statementOf({ indicator, measure, nature, unit }) {
  return `${indicator}|${measure}|${nature}|${unit}`;
}

/** A usual size of each level that the vocabulary names. */
function basesOf(reports) {
  const bases = new Map();
  for (const { facts } of reports)
    for (const fact of facts)
      if (isLevel(fact) && !bases.has(subjectOf(fact))) bases.set(subjectOf(fact), Number(fact.value));
  return bases;
}

function isOutcome({ nature }) {
  return nature === 'actual' || nature === 'estimate';
}

const AMOUNTS = new Set(['level', 'count', 'new', 'total']);

function isLevel(fact) {
  const { indicator, period, measure, value, unit } = fact;
  return indicator !== null && period !== null && value > 0 && unit !== '%' && isOutcome(fact) && AMOUNTS.has(measure);
}

function isRate(fact) {
  const { indicator, period, measure, unit, value, direction } = fact;
  return (
    indicator !== null &&
    period !== null &&
    value !== null &&
    unit === '%' &&
    direction !== null &&
    isOutcome(fact) &&
    measure === 'growth'
  );
}

function subjectOf({ indicator, scope, unit, measure }) {
  return `${indicator}|${scope.join('+')}|${unit}|${measure}`;
}

function hashOf(text) {
  let hash = 7;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1);
  return hash >>> 0;
}

/** Growth in tenths of a per cent of a province in a year: of all its places and all that is counted there, so that parts stay parts. */
function growthOf(code, year) {
  const hash = Math.imul(hashOf(code.slice(0, 2)) ^ Math.imul(year, 0x85ebca6b), 0xc2b2ae35) >>> 0;
  return 5 + ((hash >>> 8) % 90);
}

/** How many times as large as its districts a place is. */
const SIZES = { country: 40_000, province: 900, prefecture: 60 };

function levelOf({ code, level: kind }, fact, year, usual) {
  let level = (usual.get(subjectOf(fact)) ?? 100) * (SIZES[kind] ?? 1) * (0.5 + (hashOf(code) % 100) / 100);
  for (let at = FIRST_YEAR - 2; at <= year; at++) level *= 1 + growthOf(code, at) / 1000;
  return level;
}

/** A decimal of few digits as it is written, and the interval of a number rounded so. */
function decimals(value, digits) {
  const exponent = Math.floor(Math.log10(value)) - digits + 1;
  const whole = Math.round(value / 10 ** exponent);
  const half = { low: plain(whole * 10 - 5, exponent - 1), high: plain(whole * 10 + 5, exponent - 1) };
  return { value: plain(whole, exponent), interval: half, shown: (zeros) => plain(whole, exponent - zeros) };
}

function plain(digits, exponent) {
  if (exponent >= 0) return `${digits}${'0'.repeat(exponent)}`;
  const text = String(digits).padStart(1 - exponent, '0');
  const after = text.slice(exponent).replace(/0+$/u, '');
  return `${text.slice(0, exponent)}${after === '' ? '' : `.${after}`}`;
}

function digitsOf({ value }) {
  return Math.min(6, Math.max(3, value.replace(/^0\.?0*|\.|0+$/gu, '').length));
}

function withNumber(fact, { value, interval, shown }) {
  const zeros = /万亿/u.test(fact.quote) ? 12 : /亿/u.test(fact.quote) ? 8 : /万/u.test(fact.quote) ? 4 : 0;
  return { value, interval, quote: fact.quote.replace(/\d[\d.,]*/u, shown(fact.unit === '%' ? 0 : zeros)) };
}

function shifted(period, years) {
  const later = (day) => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return period && { start: later(period.start), end: later(period.end) };
}

function moved(pattern, { index, place, above, year, usual }) {
  const number = String(index).padStart(7, '0');
  const sourceId = `${place.code.slice(0, 2)}/${place.code}/${year}-${number}.txt`;
  const reportId = `${sourceId}#1`;
  const { identity } = pattern;
  const years = year - identity.reportYear;
  const placeOf = ({ regionCode }) =>
    regionCode === identity.regionCode ? place : regionCode === identity.parentCode ? above : null;
  const next = numbersFrom(index);
  const told = (fact, period) => {
    const at = period === null ? 0 : Number(period.end.slice(0, 4));
    const about = placeOf(fact);
    if (about === null) return {};
    if (isLevel(fact)) return withNumber(fact, decimals(levelOf(about, fact, at, usual), digitsOf(fact)));
    if (!isRate(fact)) return {};
    const rate = growthOf(about.code, at);
    const interval = { low: plain(rate * 10 - 5, -2), high: plain(rate * 10 + 5, -2) };
    return { ...withNumber(fact, { value: plain(rate, -1), interval, shown: () => plain(rate, -1) }), direction: 'up' };
  };
  const idOf = (id) => id && `${reportId}${id.slice(id.lastIndexOf(':'))}`;
  const at = { ...pattern.place, sourceId, reportId };
  const facts = pattern.facts.map((fact) => {
    const period = shifted(fact.period, years);
    return {
      ...fact,
      ...told(fact, period),
      figureId: idOf(fact.figureId),
      of: idOf(fact.of),
      reportId,
      period,
      // What one pattern tells of things without a name, and of additions, is told in no two years.
      indicatorText:
        fact.indicator === null || fact.measure === 'new' ? `${fact.indicatorText}${year}` : fact.indicatorText,
      // The parts that a real report lists keep their size: they would not add up to a level that is made, nor be its share.
      parts: [],
      whole: null,
      regionCode: placeOf(fact)?.code || null,
      place: { ...fact.place, sourceId, reportId },
    };
  });
  if (index % BREAK === 5) spoil(facts, next);
  const salt = Math.imul(index + 1, 0x9e3779b1);
  return {
    ...pattern,
    ...{
      reportId,
      sourceId,
      facts,
      place: at,
      formSha256: number.padStart(64, '0'),
      textSha256: number.padStart(64, '0'),
    },
    claims: (pattern.claims ?? []).map((claim) => ({ ...claim, figureId: idOf(claim.figureId) })),
    identity: {
      ...identity,
      ...{ regionCode: place.code, region: place.name, level: place.level, parentCode: place.parentCode },
      ...{ reportYear: year, reviewedYear: year - 1, deliveredOn: `${year}-01-15` },
    },
    shingles: pattern.shingles.map((hash, nth) => (nth % COMMON === 0 ? hash : (hash ^ salt) >>> 0)).sort(),
  };
}

/** One level that the vocabulary names is made ten times what it is, or gets another first digit. */
function spoil(facts, next) {
  const levels = facts.flatMap((fact, at) => (isLevel(fact) && /^[1-9]/u.test(fact.value) ? [at] : []));
  if (levels.length === 0) return;
  const at = levels[Math.floor(next() * levels.length)];
  const wrong = next() < 0.5 ? tenfold : otherDigit;
  const { interval, quote, value } = facts[at];
  const { low, high } = interval;
  facts[at] = {
    ...facts[at],
    value: wrong(value),
    interval: { low: low && wrong(low), high: high && wrong(high) },
    quote: quote.replace(/\d[\d.]*/u, wrong),
  };
}

function tenfold(text) {
  return text.includes('.') ? text.replace(/\.(\d)/u, '$1.').replace(/\.$/u, '') : `${text}0`;
}

function otherDigit(text) {
  return text.replace(/[1-9]/u, (digit) => String((Number(digit) % 9) + 1));
}
