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
    if (depth <= 0 && '、和与及'.includes(char)) {
      if (item !== '') items.push(item);
      item = '';
    } else item += char;
  }
  if (item !== '') items.push(item);
  return items;
}

/** The names that `count` numbers of a 分别 list belong to, in order; null when they cannot be told apart. */
export function distribute(name: string, count: number, indicators: Indicators): string[] | null {
  if (count < 2) return null;
  const sectors = count === 3 ? SECTORS.exec(name) : null;
  if (sectors !== null) return ['第一', '第二', '第三'].map((one) => `${sectors[1]}${one}产业${sectors[2]}`);
  const split = splitList(name.replace('城、乡', '城乡'));
  const items = split.length === count - 1 ? split.flatMap((item) => townAndCountry(item) ?? [item]) : split;
  if (items.length !== count) return null;
  const last = items.at(-1) ?? '';
  const whole = items.map((item, at) => (at === items.length - 1 ? item : withHead(item, last, indicators)));
  const [first = ''] = whole;
  return whole.map((item, at) => (at === 0 ? item : withFront(item, first, indicators)));
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

/** 规模以上工业企业利税、利润: the front of the first name is given to the names behind it that mean nothing alone; accidents always share it. */
function withFront(item: string, first: string, indicators: Indicators): string {
  if (item.length > FRONTLESS) return item;
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
  return head === undefined || ENDS_A_NAME.test(item) ? item : item + head;
}
