/** Lists of names: their items, and which number of a 分别 list belongs to which. */
import type { Indicators } from '../../rules/vocabulary/indicators.ts';

const HEADS = [
  '余额',
  '总额',
  '收入',
  '支出',
  '总产值',
  '产值',
  '增加值',
  '投资',
  '面积',
  '数量',
  '总量',
  '建设',
  '覆盖率',
  '普及率',
  '产量',
  '通车里程',
  '里程',
  '参保人数',
  '缴费人数',
  '死亡人数',
  '人数',
  '销售额',
  '利润',
  '周转量',
  '贷款',
  '率',
  '企业',
  '比重',
  '占比',
];

/** The same, but given only to what is no indicator by itself: 刑事、治安案件. */
const WEAK_HEADS = ['进出口', '出口', '进口', '案件', '标准', '吞吐量'];

/** What a name ends with that lacks no head: 游客接待量. */
const ENDS_A_NAME = new RegExp(`(?:${HEADS.join('|')}|[量额值数次])$`, 'u');

/** Items of a list A、B和C; quotation marks and brackets hold together. */
export function splitList(list: string): string[] {
  const items: string[] = [];
  let item = '';
  let depth = 0;
  for (const char of list.replaceAll('以及', '、')) {
    if ('“（(《'.includes(char)) depth += 1;
    if ('”）)》'.includes(char)) depth -= 1;
    if (depth <= 0 && joins(char, item)) {
      if (item !== '') items.push(item);
      item = '';
    } else item += char;
  }
  if (item !== '') items.push(item);
  return items;
}

/** 普及率, 涉及: 及 is part of a word. */
const HOLDS = '普涉惠波触';

function joins(char: string, before: string): boolean {
  return '、和与及'.includes(char) && !(char === '及' && HOLDS.includes(before.at(-1) ?? '-'));
}

/** The names that `count` numbers of a 分别 list belong to, in order; null when they cannot be told apart. */
export function distribute(name: string, count: number, indicators: Indicators): string[] | null {
  if (count < 2) return null;
  const sectors = count === 3 ? SECTORS.exec(name) : null;
  if (sectors !== null) return ['第一', '第二', '第三'].map((one) => `${sectors[1]}${one}产业${sectors[2]}`);
  const dealt = DEALT.exec(name);
  if (dealt !== null) return splitList(dealt[1] ?? '').length === count ? dealtOut(dealt) : null;
  const split = splitList(name.replace('城、乡', '城乡'));
  const items = split.length === count - 1 ? split.flatMap((item) => townAndCountry(item) ?? [item]) : split;
  if (items.length !== count) return null;
  const last = items.at(-1) ?? '';
  const whole = items.map((item, at) => (at === items.length - 1 ? item : withHead(item, last, indicators)));
  const [first = ''] = whole;
  return whole.map((item, at) => (at === 0 ? item : withFront(item, first, indicators)));
}

/** 电子设备制造业，电气机械制造业，汽车制造业产值分别增长…: as many names with commas between as there are figures; the last says of what. */
export function overCommas(words: string, last: string, count: number): string[] | null {
  if (count < 3) return null;
  const head = HEADS.find((one) => last.endsWith(one) && last.length > one.length);
  const parts = words.split(/[，,]/u).map((part) => part.trim());
  if (head === undefined || parts.length !== count) return null;
  const before = parts.slice(0, -1);
  return before.every((part) => ITEM.test(part)) ? [...before.map((part) => part + head), last] : null;
}

const ITEM = /^(?!.*(?:增长|下降|实现|完成|达到|其中|加快|推进))[一-龥A-Za-z（）“”][一-龥A-Za-z、和与（）“”]{1,24}$/u;

/** 交通、水利分别完成投资: the head stands behind 分别. */
const DEALT =
  /^(.{2,40}?)分别(?:完成|实现|达到?|发放|新增|安排|落实)([一-龥]{0,4}(?:投资|产值|收入|增加值|贷款|税收|利税|利润|销售额|交易额|进出口|出口|产量))$/u;

function dealtOut([, list = '', head = '']: RegExpExecArray): string[] {
  return splitList(list).map((item) => item + head);
}

/** 一二三产增加值, 三次产业增加值, 第一、二、三产业 */
const SECTORS = /^(.*?)(?:第?一、?二、?和?三次?|三次)(?:产业|产(?!业))(?!结构|比|构成|之)(.*)$/u;

function townAndCountry(name: string): string[] | null {
  const at = name.indexOf('城乡');
  if (at >= 0) return ['城镇', '农村'].map((word) => name.slice(0, at) + word + name.slice(at + 2));
  const deposits = /^(.*)存贷款(.*)$/u.exec(name);
  if (deposits !== null) return ['存款', '贷款'].map((word) => (deposits[1] ?? '') + word + (deposits[2] ?? ''));
  return null;
}

/** Longest name that may lack the front of the name before it. */
const FRONTLESS = 6;

const TRADE_WITH = /^对(?!外|内|上|口).{2,10}(?:进出口|出口|进口|投资)$/u;
const RURAL = /^(?:自来水普及率|集中供水率|卫生厕所普及率|供水保证率|规模化供水率)$/u;

/** 规模以上工业企业利税、利润: the front of the first name is given to the names behind it that mean nothing alone; accidents always share it. */
function withFront(item: string, first: string, indicators: Indicators): string {
  if (item.length > FRONTLESS) return item;
  // 对东盟、欧盟进出口
  if (TRADE_WITH.test(first) && !item.startsWith('对')) return `对${item}`;
  // 农村供电可靠率、自来水普及率
  if (first.startsWith('农村') && RURAL.test(item)) return `农村${item}`;
  const accident = /^.*事故/u.exec(first)?.[0];
  if (accident !== undefined) return /^(?:死亡|亡人|受伤)/u.test(item) ? accident + item : item;
  if (indicators.match(item, item.length)?.start === 0) return item;
  for (let cut = first.length - 1; cut > 1; cut -= 1) {
    const joined = first.slice(0, cut) + item;
    if (indicators.match(joined, joined.length)?.start === 0) return joined;
  }
  return item;
}

/** 第一产业、第二产业投资: a sector means its value added only where no other head is told of it. */
const BARE_SECTOR = /(?:[一二三]产|产业|服务业)$/u;

/** 城镇、农村居民收入: the head of the last name is given to the names before it that lack it. */
function withHead(item: string, last: string, indicators: Indicators): string {
  const whole = indicators.match(item, item.length);
  if (whole !== null && whole.start === 0 && !BARE_SECTOR.test(item)) return item;
  for (let cut = 1; cut < last.length - 1; cut += 1) {
    const joined = item + last.slice(cut);
    const match = indicators.match(joined, joined.length);
    if (match !== null && match.start === 0) return joined;
  }
  const head = HEADS.find((word) => last.endsWith(word) && last.length > word.length);
  if (head !== undefined) return ENDS_A_NAME.test(item) ? item : item + head;
  const weak = /[年月]标准$/u.test(last) ? undefined : WEAK_HEADS.find((word) => last.endsWith(word) && last !== word);
  return weak === undefined || whole !== null || ENDS_A_NAME.test(item) || item.endsWith(weak) ? item : item + weak;
}
