/** Reads the text of a report and its outline / gives where it says that what was aimed at was reached (较好完成市十五届人大二次会议确定的目标任务) / promises: one pass, and only what is said of the targets of a year, a plan or a term as a whole. */
import type { GoalsClaim } from '../model/fact.ts';
import { range } from '../model/offset.ts';
import type { Identity, Outline } from '../model/report.ts';

const VERBS = /完成|实现/u;
const NOUNS = /目标|任务/u;
/** Characters from targets to how they were met: 目标任务⟦已经全面超额⟧完成. */
const NEAR = 14;
const HOW_BEFORE =
  /(?:(?<hedged>基本上?|(?:比)?较好|总体上?|大体上?)|全面|全部|圆满|顺利|如期|按期|按时|胜利|超额|提前|成功|出色|高质量|很好|更好){1,3}[地得]?$/u;

/** The words that the name of all targets is made of. One other word, and it names the targets of something: 年度脱贫任务. */
const NUMBER = '[一二三四五六七八九十百\\d]{1,4}';
const WORD = new RegExp(
  `^(?:${Object.entries({
    meeting: `[“"]?(?:[省市区县州旗盟]|自治[区州县旗])?(?:第?${NUMBER}届)?(?:人大|人代会|人民代表大会)(?:第?${NUMBER}次|历次)?(?:全体)?(?:会议|大会)?`,
    early: '去?年初|[《“]?政府工作报告[》”]?',
    plan: '[“"]?(?<plans>[七八九十]|十[一二三四五六])五[”"]?(?:规划|计划|时期|期间)*(?:纲要)?',
    term: '本届[省市区县州旗盟]?(?:人民)?政府|过去五年|五年来?|任期内?',
    year: '全年|年度|当年|去年|(?:19|20)\\d\\d年度?',
    limited: '主要|大部分|绝?大多数|多数|重点|调整后',
    all: '各项|各个|全部|所有|预期|预定|既定|(?:国民)?经济(?:和|与)?社会发展|国民经济',
    noun: '目标|任务',
    set: '确定|确立|提出|明确|下达|部署|通过|批准|审议|制定|安排|规定',
    since: '以来',
    also: '为民办实事|民生实事|实事|项目|[一二三四五六七八九十]{1,2}个?(?:方面|件)|\\d{1,2}(?:个方面|件)',
    link: '发展|改革|工作|奋斗|规划|计划|的|和|及|了',
  })
    .map(([name, words]) => `(?<${name}>${words})`)
    .join('|')})`,
  'u',
);

/** Clause words before a verb that make a wish, a duty or a denial of it. */
const NOT_YET =
  /确保|力争|争取|努力|奋力|保证|必须|坚决|^为|为了|即将|(?<![主重])要|能够|可能|有望|可望|没|未|难以|不能|如果|只要|部分|个别|少数/u;
/** What a clause may begin with before the words themselves. */
const LEAD = /^(?:[我他]们|一年来|五年来|全[省市区县州旗盟](?:上下|人民)?|共同|已经?|也|均|都|同时|各位代表)*$/u;
const ENDS = '，,。；;：:！!、\n（(—';
/** Characters of the longest name, 市第十五届人民代表大会第二次会议审议通过的《政府工作报告》确定的国民经济和社会发展主要预期目标任务, and some. */
const LONGEST = 64;

/** What the words of a name say of it. */
type Named = Partial<
  Record<
    'meeting' | 'early' | 'plan' | 'plans' | 'term' | 'year' | 'limited' | 'all' | 'noun' | 'set' | 'since' | 'also',
    string
  >
>;

/**
 * Claims in the order of the text, from the opening and the review; none without the year that is looked back on.
 * @param text of a report
 */
export function goalsOf(
  text: string,
  { paragraphs }: Outline,
  { reviewedYear }: Pick<Identity, 'reviewedYear'>,
): GoalsClaim[] {
  if (reviewedYear === null) return [];
  const found: GoalsClaim[] = [];
  for (const { part, range: at } of paragraphs) {
    if (part !== 'opening' && part !== 'review') continue;
    const paragraph = text.slice(at.start, at.end);
    for (const match of paragraph.matchAll(new RegExp(VERBS, 'gu'))) {
      if (!NOUNS.test(paragraph.slice(Math.max(0, match.index - NEAR), match.index + LONGEST))) continue;
      const claim = claimAt(paragraph, match.index, reviewedYear);
      if (claim === null) continue;
      const { start, end, ...said } = claim;
      const where = range<'report'>(at.start + start, at.start + end);
      found.push({ kind: 'goals', figureId: null, ...said, quote: paragraph.slice(start, end), range: where });
    }
  }
  return found;
}

interface Found extends Pick<GoalsClaim, 'of' | 'from' | 'to' | 'isHedged' | 'isLimited'> {
  readonly start: number;
  readonly end: number;
}

/** ⟦全面完成各项目标任务⟧, or ⟦各项目标任务全面完成⟧. */
function claimAt(text: string, verb: number, reviewedYear: number): Found | null {
  const opened = startOfClause(text, verb);
  const how = HOW_BEFORE.exec(text.slice(Math.max(opened, verb - 9), verb));
  const from = verb - (how?.[0].length ?? 0);
  const before = text.slice(opened, from);
  const behind = text.slice(verb + 2, endOfClause(text, verb + 2));
  const isDone = behind === '' || behind === '了';
  const lead = isDone ? (/^(?:[我全][省市区县州旗盟]|经过努力)?/u.exec(before)?.[0] ?? '') : before;
  const named = namedBy(isDone ? before.slice(lead.length).replace(BETWEEN, '') : behind);
  if (named === null || NOT_YET.test(lead)) return null;
  const said = startOfSentence(text, opened);
  if (!isDone && !isOfMeeting(named)) {
    // 完成 alone is said of so much, and 引进资金1214亿元，超额完成年度目标任务 of what was named before.
    if (how === null && named.plan === undefined && !behind.startsWith('了')) return null;
    if (!LEAD.test(before) || (isBare(named) && !isSummary(text.slice(said, opened)))) return null;
  }
  const span = spanOf(named, reviewedYear);
  if (span.to > reviewedYear && !how?.[0].includes('提前')) return null;
  return {
    start: isDone ? opened + lead.length : from,
    end: verb + 2 + behind.length,
    ...span,
    isHedged: how?.groups?.hedged !== undefined,
    isLimited: named.limited !== undefined || EXCEPT.test(text.slice(said, opened)),
  };
}

/** True for the clauses before 完成年度目标任务 that name no thing that it may be said of: some, and none with a number. */
function isSummary(before: string): boolean {
  return before !== '' && !/\d/u.test(before);
}

/** Words between all targets and that they were met. */
const BETWEEN = /(?:均|都|已经?|得到|得以)+$/u;
/** 除固定资产投资等个别指标外，主要预期目标顺利实现. */
const EXCEPT = /除[^，。]{2,40}外[，,]$/u;

/** The words of a name, when they name targets and nothing else. */
function namedBy(words: string): Named | null {
  const named: Named = {};
  if (words.length > LONGEST) return null;
  for (let at = 0; at < words.length; ) {
    const match = WORD.exec(words.slice(at));
    if (match === null || match[0] === '') return null;
    for (const [key, word] of Object.entries(match.groups ?? {}))
      if (word !== undefined) Object.assign(named, { [key]: word });
    at += match[0].length;
  }
  return isOfEverything(named, words) ? named : null;
}

/** 任务目标, 民生实事任务, 各项任务 and 五年任务 may be those of one field: something must tell whose they are. */
function isOfEverything(named: Named, words: string): boolean {
  const { noun, also, plan, term, year, all, limited } = named;
  if (noun === undefined) return false;
  if (isOfMeeting(named) || plan !== undefined) return also === undefined || isOfMeeting(named);
  if (also !== undefined) return false;
  if (term !== undefined) return term.includes('政府') || !isBare(named);
  return year !== undefined || ((all !== undefined || limited !== undefined) && words.includes('目标'));
}

function isOfMeeting({ meeting, early, set }: Named): boolean {
  return meeting !== undefined || (early !== undefined && set !== undefined);
}

/** 年度目标任务, “十三五”规划目标: without a word that makes them all the targets there are. */
function isBare({ all, limited, set }: Named): boolean {
  return all === undefined && limited === undefined && set === undefined;
}

const PLANS = '七八九十';

/** What was set at one meeting or at the beginning of the year is of that year, whatever else is named beside it. */
function spanOf(
  { plans, term, meeting, early, since }: Named,
  reviewedYear: number,
): Pick<GoalsClaim, 'of' | 'from' | 'to'> {
  const isOfYear = early !== undefined || (meeting !== undefined && since === undefined && !meeting.includes('历次'));
  const year: Pick<GoalsClaim, 'of' | 'from' | 'to'> = { of: 'year', from: reviewedYear, to: reviewedYear };
  if (isOfYear) return year;
  if (plans !== undefined) {
    const number = plans.length === 2 ? 10 + '一二三四五六'.indexOf(plans.charAt(1)) + 1 : 7 + PLANS.indexOf(plans);
    const to = 1955 + 5 * number;
    return { of: 'plan', from: to - 4, to };
  }
  if (term !== undefined || meeting !== undefined) return { of: 'term', from: reviewedYear - 4, to: reviewedYear };
  return year;
}

function startOfClause(text: string, from: number): number {
  let at = from;
  while (at > 0 && from - at < LONGEST && !ENDS.includes(text.charAt(at - 1))) at -= 1;
  return at;
}

function endOfClause(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < LONGEST && !ENDS.includes(text.charAt(at))) at += 1;
  return at;
}

/** Characters of a sentence that are looked back on: enough for what its last clauses speak of. */
const SENTENCE = 160;

function startOfSentence(text: string, from: number): number {
  let at = from;
  while (at > 0 && from - at < SENTENCE && !'。；;！\n'.includes(text.charAt(at - 1))) at -= 1;
  return at;
}
