/** The words before a figure: which of them name it, and which belong to the figure before. */

import { setOfUnits } from '../../rules/kinds/units-set.ts';
import { isHan } from '../han.ts';
import { type Cues, peel } from './peel.ts';
import { signsOf } from './signs.ts';
import { PLAN_WRITTEN, YEAR_WRITTEN } from './year-words.ts';

export interface Lead {
  /** All words since the figure before, shortened from the left when very long. */
  readonly words: string;
  /** What the characters of the words allow them to say. */
  readonly signs: number;
  /** The clause that the figure stands in. */
  readonly clause: string;
  readonly name: string;
  /** What peeling took from the beginning of the clause: 新增, 全年 … */
  readonly head: string;
  readonly cues: Cues;
  /** True when the clause goes on from the figure before by 、 or 和. */
  readonly continues: boolean;
}

const LONGEST = 110;
const COMMAS = '，,：:；;？?';
const LIST = '、和与及并';
const isComma = setOfUnits(COMMAS);
const isList = setOfUnits(LIST);
const endsNoun = setOfUnits(COMMAS + LIST);
const opens = setOfUnits('“（(《');
const closes = setOfUnits('”）)》');

/**
 * Reads the words from `from` to `to`. `nounFirst` is true when the figure before was a count whose noun follows it
 * (2家养老院、3家…): the words up to the first separator are that noun.
 */
export function readLead(text: string, from: number, to: number, nounFirst: boolean): Lead {
  const start = Math.max(from, to - LONGEST);
  const words = withoutRemark(withoutRest(withoutNumber(text.slice(start, to))));
  const signs = signsOf(words);
  const rest = nounFirst && start === from ? afterNoun(words) : words;
  const comma = lastOutside(rest, isComma);
  const clause = withoutSteps(rest.slice(comma + 1));
  // 20.9万户69.3万人: two numbers of one thing.
  const continues = comma < 0 && (rest === '' || isList(rest.trimStart().charCodeAt(0)));
  const bare = withoutTimes(clause);
  const peeled = peel(bare);
  const told = againstOthers(withAll(bareName(bare.slice(peeled.start, peeled.end)), peeled.cues), peeled.cues);
  const named = startingPoint(told.name, told.cues);
  const name = comma < 0 && isJoined(clause, text.charAt(to)) ? '' : named.name;
  const verbless = !(peeled.cues.change || peeled.cues.stands || peeled.cues.reach || named.cues.from);
  if (name !== '' || comma <= 0 || verbless)
    return { words, signs, clause, name, head: bare.slice(0, peeled.start), cues: named.cues, continues };
  return fromEarlier(words, signs, rest.slice(0, comma), clause, named.cues);
}

/** 国内生产总值（GDP）, 财政总收入在2000年基础上: what glosses a name or tells its base is no part of it. */
function bareName(words: string): string {
  const name = withoutTimes(words).replace(/、?(?:分别|双双|历史性)$/u, '');
  if (name.endsWith('基础上')) return name.replace(ON_TOP, '');
  return closesGloss(name.charCodeAt(name.length - 1)) ? name.replace(GLOSS, '') : name;
}

/** 规上民营工业增加值增速高于全部规上工业: what a rate is compared with is no part of its name. */
const OTHERS =
  /(?<=(?<!^)(?:增速|增幅|涨幅|[一-龥]率|比例|比重|占比))[均都也又]?(高于|低于|快于|慢于|高出|优于|好于)[一-龥]{2,12}$/u;

function againstOthers(name: string, cues: Cues): { name: string; cues: Cues } {
  const found = name.includes('于') || name.includes('出') ? OTHERS.exec(name) : null;
  if (found === null) return { name, cues };
  const isBelow = found[1] === '低于' || found[1] === '慢于';
  return { name: name.slice(0, found.index), cues: { ...cues, down: cues.down || isBelow } };
}

/** 生产总值剔除矿井关闭等不可比因素增长7.8%: the growth is of 生产总值; an amount without them would be another. */
function withAll(name: string, { change }: Cues): string {
  return change && name.endsWith('因素') ? name.replace(LEFT_OUT, '') : name;
}

const LEFT_OUT = /(?<=[一-龥]{2})(?:剔除|扣除)[^，,]{2,24}因素$/u;
const closesGloss = setOfUnits('）)');
const GLOSS = /(?<=[一-龥])[（(](?:GDP|CPI|PPI|R&D|FDI|GNP|(?:按)?(?:现行?价|当年价|可比价|不变价)格?(?:计算)?)[）)]$/u;

/** 35亿元的甲项目、50亿元的乙项目: the thing before the mark is of the figure before it. In 惠及5万人 and 再跨台阶、突破90亿元 it is not. */
function isJoined(clause: string, next: string): boolean {
  return (
    isList(clause.charCodeAt(clause.length - 1)) && !/[惠涉普波遍]及$|参与$/u.test(clause) && !'突超跨迈'.includes(next)
  );
}

/** 利润由上年下降2.3%: 由 or 从 with a time behind it tells where a change began. */
function startingPoint(name: string, cues: Cues): { name: string; cues: Cues } {
  const last = name.charAt(name.length - 1);
  if (last !== '由' && last !== '从') return { name, cues };
  return { name: name.slice(0, -1), cues: { ...cues, from: true } };
}

/** 18、资助学生2.8万人, （3）新建…: the number of a paragraph is no part of a name. */
function withoutNumber(words: string): string {
  return opensNumber(words.charCodeAt(0)) ? words.replace(NUMBER, '') : words;
}

const opensNumber = setOfUnits('0123456789（(');
const NUMBER = /^(?:\d{1,2}[、.．]\s*|[（(]\d{1,2}[）)])/u;

/** 经济总量连续迈上4个百亿元台阶、达950亿元: what is told between the name and its number. */
function withoutSteps(words: string): string {
  const clause = closesGloss(words.charCodeAt(words.length - 1)) ? words.replace(BASIS_LAST, '$2$1') : words;
  const steady = clause.includes('连续') ? clause.replace(STREAK, '') : clause;
  const bare = steady.includes('新高') ? steady.replace(RECORD, '') : steady;
  if (bare.endsWith('基础上')) return bare.replace(ON_TOP, '');
  return bare.includes('阶') || bare.includes('关') ? bare.replace(STEPS, '') : bare;
}

/** 比上年增长（可比价）9.8%: the same as 可比价增长. */
const BASIS_LAST = /(增长|下降|增加|减少)[（(]((?:按)?(?:可比价|不变价|同口径)格?(?:计算)?)[）)]$/u;
/** 增速连续12个月居全省前三, 粮食总产量连续9年稳定在1300亿斤以上 */
const STREAK =
  /(?:已)?连续[\d一二两三四五六七八九十]{1,3}[多余]?(?:个月|个?季度|天|次|年(?=(?:$|跻身|稳定|保持|维持|稳居|超过?|突破|达到?|在|增长|下降|提高|位居|居)))/u;
/** 旅客吞吐量创新高，达1612万人次 */
const RECORD = /[，、]?(?:再|均|双)?创(?:下)?(?:历史|同期|历史同期|近年来?)?新高$/u;
/** 居民收入在2010年基础上翻一番 */
const ON_TOP = /在[^，]{2,12}基础上$/u;
const STEPS =
  /(?:(?:连续|接连|先后|首次|再次|成功|连)?(?:跨过|跨越|跨上|迈上|迈过|迈入|跃上|登上|站上|突破|跨|迈|越)了?)?(?:[\d一二两三四五六七八九十几]+个?)?[十百千]*[万亿]+(?:美元|元|吨)?(?:的|级)?(?:新|大)?(?:台阶|大关|关口)/u;

/** 翻了一番多，年均…, 迈上5万亿台阶、五年增量…: what is left of the figure before. */
function withoutRest(words: string): string {
  return opensRest(words.charCodeAt(0)) ? words.replace(REST, '') : words;
}

const opensRest = setOfUnits('多的级大新台关门');
/** Also 6520亿元的基础上，…达到: where the change began. */
const REST = /^(?:多|(?:的|级)?[大新]?(?:台阶|大?关口?|门槛)|的?基础上)(?=[，,、；;])/u;

/** （预计数，下同） right behind a figure is said of that figure. */
function withoutRemark(words: string): string {
  return opensRemark(words.charCodeAt(0)) ? words.replace(REMARK, '') : words;
}

const opensRemark = setOfUnits('（(');
const REMARK = /^[（(][^（）()]{0,60}[）)]/u;

/** The clause before the comma names the figure when its own clause does not: 居民消费价格，比上年上涨2%. */
function fromEarlier(words: string, signs: number, before: string, clause: string, cues: Cues): Lead {
  const earlier = before.slice(lastOutside(before, isComma) + 1);
  const bare = withoutTimes(withoutSteps(earlier));
  const peeled = peel(bare);
  // 剔除煤炭去产能等因素，实际增长4%: the thing was named before.
  const name = /^(?:扣除|剔除)/u.test(earlier) ? '' : withoutTimes(bare.slice(peeled.start, peeled.end));
  return {
    words,
    signs,
    clause: `${earlier}，${clause}`,
    name,
    head: bare.slice(0, peeled.start),
    cues,
    continues: false,
  };
}

/** Words of time at either end of a clause are no part of a name: 2023年全区…, …由2018年的, …比上年. */
function withoutTimes(clause: string): string {
  let rest = opensTime(clause.charCodeAt(0)) ? clause.replace(TIME_FIRST, '') : clause;
  if (closesTime(rest.charCodeAt(rest.length - 1))) {
    rest = rest
      .replace(TIME_OF_START, '$1')
      .replace(TIME_OF_END, '$1')
      .replace(TIME_OF_BASE, '')
      .replace(YEARS_LAST, '');
  }
  if (!closesCompared(rest.charCodeAt(rest.length - 1))) return rest;
  return rest
    .replace(TIME_COMPARED, '')
    .replace(NAMED_COMPARED, '')
    .replace(OTHER_COMPARED, '$1')
    .replace(FIELD_LAST, '');
}

/** First and last characters of the three patterns below: most clauses have none of them. */
const opensTime = setOfUnits('到至截12Xx×“"十一二三四五六七八九前上今未过近这');
const closesTime = setOfUnits('初末底年期来的上去度');
const closesCompared = setOfUnits('末底初年国省市区县州旗盟比期平速均名位次镇村民入幅五间”"');

const TIME_FIRST = new RegExp(
  String.raw`^(?:到|至|截至)?(?:${YEAR_WRITTEN}年(?:前三季度|上半年|末|底|度)?|[“"]?${PLAN_WRITTEN}[”"]?(?:期间|时期|以来|期?末)|(?:今后|未来|过去|近|这)[两三四五2-5]年(?!规划|计划|行动)|[三四五]年(?:来|间|(?=累计|共|合计|新增|净增|完成|实现|建成|新建|年均))|前三季度|上半年|[一二三四]季度|1[-—–－~～至]\d{1,2}月份?)`,
  'u',
);
const TIME_OF_START = new RegExp(
  `(由|从)(?:[“"]?${PLAN_WRITTEN}[”"]?(?:期?[初末]|时期|期间)|${YEAR_WRITTEN}年[末底初]?|上年|去年|前年|年初|上年同期|原来)的?$`,
  'u',
);
/** 生产总值在2005年6520亿元的基础上 */
const TIME_OF_BASE = new RegExp(
  `(?<=[一-龥]{2})在(?:${YEAR_WRITTEN}年[末底]?|[“"]?${PLAN_WRITTEN}[”"]?期?末|上年|去年)的?$`,
  'u',
);
/** 从2016年的5125亿元提高到2021年的7585亿元, 为2012年的2倍 */
const TIME_OF_END = new RegExp(
  `(到|至|[为是])(?:[“"]?${PLAN_WRITTEN}[”"]?(?:期?末|期间|时期)|${YEAR_WRITTEN}年[末底]?|上年|去年|今年)(?:同期)?的?$`,
  'u',
);
/** 化学需氧量排放量五年下降19.4%, 开工率一季度达30%, 固定资产投资2012年完成320亿元. */
const YEARS_LAST = new RegExp(
  `(?:(?:过去|近|这)?[三四五]年|(?:前三|[一二三四])季度|上半年|(?<=[一-龥”）]{2})(?<![比较与由从是为到至自于在])${YEAR_WRITTEN}年[末底]?)$`,
  'u',
);
const TIME_COMPARED = new RegExp(
  `(?:比|较|与)(?:[“"]?${PLAN_WRITTEN}[”"]?(?:期?末|期间|时期)?|${YEAR_WRITTEN}年[末底]?|上年度?|去年|年初|全国|全省|全市)(?:相比|同期)?$`,
  'u',
);

/** 增速高于全省0.5个百分点: what it is compared with is no part of the name. */
const OTHER_COMPARED =
  /(高于|低于|快于|慢于|优于|好于|高出|领先|超过|超出)(?:(?:全国|全省|全市|全区|全州|全县|全旗|全盟)(?:、全[国省市])?(?:[一-龥]{0,4}?(?:平均水平|平均增速|平均|水平|增速))?|(?:城镇|城市|农村|农民)(?:常住)?(?:居民)?(?:人均可支配)?(?:收入)?(?:增长)?(?:增速|增幅|水平)?)$/u;
/** 从业人员比“四经普”增长29.8% */
const NAMED_COMPARED = /[比较][“"][^”"，]{2,8}[”"]$/u;
/** 总量在全省前移1位 */
const FIELD_LAST = /在全[国省市区州县旗盟](?:的)?(?:排名|排位|位次)?$/u;

function afterNoun(words: string): string {
  const at = firstOutside(words, endsNoun);
  if (at >= 0) return words.slice(at);
  // 175家企业发行各类债券1193只: the firms are the noun, what they issue is counted next.
  const issued = words.search(HANDED_OUT);
  return issued > 0 ? words.slice(issued) : words;
}

/** What is done for those counted, to so much: 为5万名农民工追回欠薪7亿元. */
const HANDED_OUT = /发行|发放(?!机构|点)|追回|追讨|兑付/u;

function firstOutside(text: string, isWanted: (unit: number) => boolean): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (opens(unit)) depth += 1;
    else if (closes(unit)) depth -= 1;
    else if (depth <= 0 && isWanted(unit)) return at;
  }
  return -1;
}

function lastOutside(text: string, isWanted: (unit: number) => boolean): number {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const unit = text.charCodeAt(at);
    // No mark is a Chinese character.
    if (isHan(unit)) continue;
    if (closes(unit)) depth += 1;
    else if (opens(unit)) depth -= 1;
    else if (depth <= 0 && isWanted(unit)) return at;
  }
  return -1;
}
