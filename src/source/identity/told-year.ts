/** Reads a text that names its year in no head and no heading / gives what its sentences say of it / promises: only words that look back on one year. */
import { range } from '../../model/offset.ts';
import type { YearVote } from './year.ts';

/** A piece is asked as far as this: later a report looks ahead. */
const REACH = 6000;
const WEIGHT = 1;
const TOLD = [
  /(?<!\d)((?:19|20)\d{2})年(?:度)?(?:政府|主要)?工作(?:的)?(?:主要)?回顾/u,
  /过去的((?:19|20)\d{2})年/u,
  /(?<=[：:。！\n　 ])((?:19|20)\d{2})年[，,]?是[^。，,]{4,40}的一年/u,
];

/** 刚刚过去的2018年; 2021年工作回顾; 1955年，是…发生根本变化的一年: the year looked back on. Nothing where two are told. */
export function openingVotes(text: string): YearVote[] {
  const start = text.slice(0, REACH);
  const votes: YearVote[] = [];
  for (const pattern of TOLD) {
    const match = pattern.exec(start);
    if (match === null) continue;
    const evidence = { sign: 'body-years', weight: WEIGHT, quote: match[0] };
    const place = range<'report'>(match.index, match.index + match[0].length);
    votes.push({ year: Number(match[1]) + 1, evidence: { ...evidence, range: place } });
  }
  const [first] = votes;
  return votes.every(({ year }) => year === first?.year) ? votes : [];
}

const CONGRESS = /党的(十[四五六七八九]|二十)(?:大(?!以来)|届[一二三四五六七](?:、[二三四五六七])*中全会)/u;
const NUMBERS = ['十四', '十五', '十六', '十七', '十八', '十九', '二十'];
/** The fourteenth party congress met in 1992, each later one five years after the last. */
const FOURTEENTH = 1992;
/** The January after the next congress is the last in which a report may not name it yet. */
const LATEST = 6;

/**
 * True when the newest party congress that a report names is too old for its year: libraries of documents put the year of the upload
 * for the years of an old report, 2023年…贯彻党的十八大和十八届三中全会精神. 党的十八大以来 is said in any later year.
 */
export function isRedated(text: string, year: number): boolean {
  let newest = -1;
  for (const match of text.matchAll(new RegExp(CONGRESS, 'gu')))
    newest = Math.max(newest, NUMBERS.indexOf(match[1] ?? ''));
  return newest >= 0 && year > FOURTEENTH + 5 * newest + LATEST;
}
