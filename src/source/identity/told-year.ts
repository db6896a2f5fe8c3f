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
