/** Reads the head of a report / gives what its lines say of its region / promises: evidence with candidates, no decision. */
import type { Evidence } from '../../model/report.ts';
import type { Division, DivisionMention, Divisions } from '../../rules/vocabulary/divisions.ts';
import type { MeetingElsewhere } from './elsewhere.ts';
import type { Head } from './head.ts';
import type { OwnKind } from './own-words.ts';
import { kindOf } from './own-words.ts';
import type { Meeting } from './session.ts';
import type { Speaker } from './speaker.ts';
import type { Squeezed } from './squeezed.ts';

/** One line's word on the region. More than one candidate: the name is shared and nothing on the line settles it. */
export interface RegionSign {
  readonly evidence: Evidence;
  readonly candidates: readonly Division[];
  /** A part of the named place that has no code of its own and speaks here: 佛堂镇 after 义乌市, 高新区 after 合肥; null for the place itself. */
  readonly part: string | null;
}

export interface FrontRegion {
  readonly signs: readonly RegionSign[];
  /** The word by which the report calls its own place where it gives no name: 我代表市人民政府. */
  readonly kind: OwnKind | null;
}

/** How much each line is worth: the meeting line is written for the record, a title may be the web page's. */
const WEIGHTS = { 'meeting-line': 6, 'opening-formula': 5, 'title-region': 4, 'speaker-line': 3 } as const;

const FORMULA = /(?:我(?:受|代表)|受)([^，,。;；:：]{1,40}?)(?:人民政府|政府|行政公署|行署|的?委托)|我代表(国务院)/;

interface Ground {
  readonly head: Head;
  readonly meeting: Meeting;
  readonly elsewhere: MeetingElsewhere | null;
  readonly title: { readonly start: number; readonly end: number } | null;
  readonly speaker: Speaker | null;
  readonly divisions: Divisions;
  readonly year: number | null;
}

export function frontRegion(ground: Ground): FrontRegion {
  const { head, meeting, elsewhere, title, speaker } = ground;
  const signs: RegionSign[] = [];
  const kinds: (OwnKind | null)[] = [];
  const look = (sign: keyof typeof WEIGHTS, where: Squeezed, start: number, end: number): void => {
    const words = where.text.slice(start, end).replace(/^[在于—-]+/, '');
    const from = end - words.length;
    const { candidates, part } = namedIn(words, ground);
    if (candidates.length === 0) {
      kinds.push(kindOf(words.replace(/人民政府.*|政府.*|第$/, '')));
      return;
    }
    const evidence = { sign, weight: WEIGHTS[sign], quote: words, range: where.place(from, end) };
    signs.push({ evidence, candidates, part });
  };
  const formula = FORMULA.exec(head.opening.text);
  const speaksFor = formula?.[1] ?? formula?.[2];
  if (formula && speaksFor !== undefined) {
    const start = formula.index + formula[0].indexOf(speaksFor);
    look('opening-formula', head.opening, start, start + speaksFor.length);
  }
  if (meeting.where !== null) look('meeting-line', head.front, meeting.where.start, meeting.where.end);
  if (elsewhere !== null) signs.push(...signElsewhere(elsewhere, ground));
  const session = meeting.session ?? elsewhere?.meeting.session;
  if (session?.text.includes('全国人民代表大会')) kinds.unshift('国');
  if (title !== null) look('title-region', head.front, title.start, title.end);
  const line = speaker === null ? undefined : head.lines[speaker.line];
  if (speaker !== null && line !== undefined && speaker.office !== '') {
    const at = head.front.text.indexOf(speaker.office, 0);
    if (at >= 0) look('speaker-line', head.front, at, at + speaker.office.length);
  }
  return { signs, kind: kinds.find((kind) => kind !== null) ?? null };
}

/** The place between date and session of a meeting line that does not stand in the head: no range of the report holds it. */
function signElsewhere({ words, meeting: { where } }: MeetingElsewhere, ground: Ground): RegionSign[] {
  if (where === null) return [];
  const quote = words.slice(where.start, where.end).replace(/^[在于—-]+/, '');
  const { candidates, part } = namedIn(quote, ground);
  if (candidates.length === 0) return [];
  return [
    { evidence: { sign: 'meeting-line', weight: WEIGHTS['meeting-line'], quote, range: null }, candidates, part },
  ];
}

/** What the last name of some words can mean; names before it narrow it (浙江省杭州市). */
function namedIn(words: string, ground: Ground): Pick<RegionSign, 'candidates' | 'part'> {
  const hint = ground.year === null ? {} : { year: ground.year };
  const mentions = ground.divisions.find(words, hint).filter((mention) => !isOfTown(mention, words));
  const full = mentions.filter((mention) => mention.form === 'name');
  const chosen: DivisionMention | undefined = full[full.length - 1] ?? mentions[mentions.length - 1];
  if (chosen === undefined || BLANK_INSIDE.test(words.slice(chosen.end))) return { candidates: [], part: null };
  return { candidates: chosen.candidates, part: partIn(words.slice(chosen.end)) };
}

/** 小龙门乡: a town has a name that is also the short one of a county elsewhere. */
function isOfTown({ form, end }: DivisionMention, words: string): boolean {
  return form === 'short' && TOWN.test(words.slice(end));
}

const TOWN = /^(?:[乡镇]|街道|苏木)(?!村振兴)/u;

/** 安徽省某县, 湖南省××县: the name was taken out, and the place that it lies in does not speak. */
const BLANK_INSIDE = /^(?:[xXｘＸ×✕╳*＊_]{1,8}|某某?|[○〇]{2})(?:自治)?[市县区旗州盟乡镇]/u;

/** Places below a county, zones with a committee of their own, the corps, and counties that the table does not know. */
const PART =
  /^(\p{Script=Han}{0,14}?(?:开发区|高新区|经开区|新区|园区|产业区|工业区|示范区|试验区|实验区|保税区|综保区|合作区|度假区|风景区|景区|管理区|街道|镇|乡|苏木|建设兵团|\p{Script=Han}{2}[区县旗]))(?:管理委员会|管委会|办事处|人民政府|政府|工委|党工委|第|\d|二|一|工作报告|镇长|乡长|主任|$)/u;

/** The part that some words after a place's name go on to name; null where the place itself speaks. */
function partIn(rest: string): string | null {
  const part = PART.exec(rest)?.[1] ?? null;
  // 新疆自治区, 麻阳自治县: the place itself, with its nation left out.
  return part === null || /政府|人民|代表|^自治[区县旗]$/u.test(part) ? null : part;
}
