/** Names of what is measured: lists, parts of a whole, canonical indicators, qualifiers. */
import type { Indicator, IndicatorMatch, Indicators } from '../../rules/vocabulary/indicators.ts';
import { readChinese } from '../quantity/han.ts';
import { exactValue } from '../quantity/written.ts';
import { PARTED, QUALIFIES, SUBPLACE, signsOf } from './signs.ts';

export interface Named {
  /** The words as written, coordination expanded. */
  readonly text: string;
  /** What was peeled off before the words: 全市, 预计全年 … It may name the place. */
  readonly head: string;
  /** The alias of the indicator that the words end with; null without one. */
  readonly alias: string | null;
  /** What a share is a share of may stand alone (占全市75%): then the sentence named the part before. */
  readonly subject: string;
  readonly indicator: Indicator | null;
  readonly scope: readonly string[];
  readonly parts: readonly string[];
  /** For 占…比重: the words that name the whole. */
  readonly whole: string | null;
  /** True when a place other than the report's own stands in the name. */
  readonly elsewhere: boolean;
}

const QUALIFIERS = [
  '规模以上',
  '规上',
  '限额以上',
  '限上',
  '区级',
  '市级',
  '县级',
  '省级以上',
  '市级以上',
  '国家级',
  '省级',
  '区本级',
  '市本级',
  '本级',
  '全口径',
  '同口径',
  '城镇',
  '农村',
  '地方',
];
/** Words that may stand before an alias without making it another thing. */
const HARMLESS =
  /^(?:(?:预计|全年|实现|完成|全市|全省|全区|全县|全州|我市|我省|我区|我县|主要|经济|全社会|实际|达到|当年|累计|区级|市级|县级|省级|本级|规模以上|规上|国家级|省级以上|市级以上|省级及以上|市级及以上|金融机构|国家|以上|城市|城区|高质量|全年|各类|地方|新增|有效|的|确保|力争|建议|综合|区|市|省|年度|人民币|本外币|全部|各项|总|其中|[：:，,“”*（）() ])|(?:.{1,6}?(?:省|市|区|县|州|港)))*$/u;
/** A place inside the report's own: its figures are not the report's. */
const PART_OF_PLACE =
  /(?:片区|开发区|高新区|经开区|园区|示范区|自贸区|自贸试验区|试验区|保税区|科学城|新城|产业带|街道|度假区|实验区|功能区|集聚区|商务区|港区)/u;
const HEADS = [
  '余额',
  '总额',
  '收入',
  '支出',
  '产值',
  '总产值',
  '增加值',
  '投资',
  '面积',
  '数量',
  '总量',
  '建设',
  '覆盖率',
  '普及率',
  '产量',
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

/** One name. `head` is what was peeled off before it; `own` is the name of the report's place: figures told of it are the report's own. */
export function nameOf(words: string, indicators: Indicators, own: string | null, head: string): Named {
  const shared = shareOf(words);
  const subject = shared?.subject ?? words;
  const signs = signsOf(subject);
  const match =
    ratioOf(shared, indicators, own) ?? matchOf(subject, indicators, own) ?? shareMatch(subject, indicators, own);
  return {
    text: words,
    head,
    alias: match?.word ?? null,
    subject,
    indicator: match?.indicator ?? null,
    scope: (signs & QUALIFIES) === 0 ? (match?.scope ?? []) : scopeOf(subject, match),
    parts: (signs & PARTED) === 0 ? [] : partsOf(subject),
    whole: shared?.whole ?? null,
    elsewhere: (signs & SUBPLACE) !== 0 && isElsewhere(subject, own, match?.word ?? ''),
  };
}

/** 税收收入占比 is a share of 税收收入, of a whole that is not named. */
function shareMatch(subject: string, indicators: Indicators, own: string | null): IndicatorMatch | null {
  if (!subject.endsWith('占比') && !subject.endsWith('比重')) return null;
  return matchOf(subject.slice(0, -2).replace(/的$/u, ''), indicators, own);
}

/** 研发投入占GDP比重 has a name of its own: the vocabulary knows which shares have one. */
function ratioOf(
  shared: { subject: string; whole: string } | null,
  indicators: Indicators,
  own: string | null,
): IndicatorMatch | null {
  if (shared === null || shared.subject === '') return null;
  const part = matchOf(shared.subject, indicators, own);
  const whole = part === null ? null : matchOf(shared.whole, indicators, own);
  const ratio = part === null || whole === null ? null : indicators.shareOf(part.indicator, whole.indicator);
  return part === null || ratio === null ? null : { ...part, indicator: ratio };
}

/** A stretch of several places: 湘南地区, 洞庭湖生态经济区. */
const REGION = /(?<!全)(?:地区|经济区|都市圈|城市群|经济带|板块)/u;

function isElsewhere(subject: string, own: string | null, alias: string): boolean {
  if (alias !== '' && REGION.test(subject.slice(0, subject.lastIndexOf(alias)))) return true;
  return PART_OF_PLACE.test(own === null ? subject : subject.replaceAll(own, ''));
}

const TRIMMED = /(?:总量|规模|增速|增幅|涨幅|总数|数量|户数|人数|数|增长|改造|建设|工程|治理|整治)$/u;
const TRIMMED_LAST = '量模速幅数长造设程理治';

/** The canonical indicator at the end of a name, when nothing before it makes it another thing. */
function matchOf(name: string, indicators: Indicators, own: string | null): IndicatorMatch | null {
  const trimmed = TRIMMED_LAST.includes(name.charAt(name.length - 1) || '-') ? name.replace(TRIMMED, '') : name;
  for (const candidate of trimmed === name ? [name] : [name, trimmed]) {
    const match = indicators.match(candidate, candidate.length);
    if (match === null) continue;
    const before = candidate.slice(0, match.start);
    if (before === '' || before === own || HARMLESS.test(before.slice(-24))) return match;
  }
  return null;
}

function scopeOf(name: string, match: IndicatorMatch | null): readonly string[] {
  const found = new Set(match?.scope ?? []);
  for (const word of QUALIFIERS) {
    if (!name.includes(word)) continue;
    if (word === '地方' && match === null) continue;
    if ((word === '省级' || word === '市级') && found.has(`${word}以上`)) continue;
    found.add(
      word === '规上'
        ? '规模以上'
        : word === '限上'
          ? '限额以上'
          : word === '区本级' || word === '市本级'
            ? '本级'
            : word,
    );
  }
  return [...found];
}

/** X占Y比重, X占Y的: the part and the words of the whole. */
function shareOf(name: string): { subject: string; whole: string } | null {
  const at = name.lastIndexOf('占');
  if (at < 0 || name.charAt(at + 1) === '比' || /^占地(?![区方])/u.test(name.slice(at, at + 3))) return null;
  const whole = name
    .slice(at + 1)
    .replace(/的?(?:比重|比例|份额|比|总量的?)?(?:约|达|达到|超过|为|提高到)?$/u, '')
    .replace(/的$/u, '');
  return whole === '' ? null : { subject: name.slice(0, at).replace(/[，,、约]+$/u, ''), whole };
}

/** A count of parts, wherever it stands. */
const COUNTED_PARTS = /[两二三四五六七八九十\d][大个类项家条种座位支所]/u;

/** 集成电路、生物医药、人工智能三大先导产业 lists three parts; so does A、B和C等4类产品, without the rest. */
export function partsOf(name: string): string[] {
  if (!COUNTED_PARTS.test(name)) return [];
  const found = /^(.{2,60}?)(等)?([两二三四五六七八九十]|\d{1,2})(?:大|个|类|项|家|条|种|座|位|支|所)(?=[一-龥])/u.exec(
    name,
  );
  if (found === null) return [];
  const [, list = '', open, number = ''] = found;
  const items = splitList(list);
  const count = /\d/u.test(number) ? number : (valueOfNumeral(number) ?? '');
  return items.length >= 2 && (String(items.length) === count || open !== undefined) ? items : [];
}

function valueOfNumeral(numeral: string): string | null {
  const read = readChinese(numeral, 0);
  return read === null ? null : exactValue(read.number);
}

/** Items of a list A、B和C; quotation marks and brackets hold together. */
export function splitList(list: string): string[] {
  const items: string[] = [];
  let item = '';
  let depth = 0;
  for (const char of list) {
    if ('“（(《'.includes(char)) depth += 1;
    if ('”）)》'.includes(char)) depth -= 1;
    if (depth <= 0 && '、和与及'.includes(char) && !(char === '及' && item.endsWith('以'))) {
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
  const both = count === 2 ? townAndCountry(name) : null;
  if (both !== null) return both;
  const split = splitList(name);
  const items = split.length === count - 1 ? split.flatMap((item) => townAndCountry(item) ?? [item]) : split;
  if (items.length !== count) return null;
  const last = items.at(-1) ?? '';
  const whole = items.map((item, at) => (at === items.length - 1 ? item : withHead(item, last, indicators)));
  const [first = ''] = whole;
  return whole.map((item, at) => (at === 0 ? item : withFront(item, first, indicators)));
}

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

/** 城镇、农村居民收入: the head of the last name is given to the names before it that lack it. */
function withHead(item: string, last: string, indicators: Indicators): string {
  const whole = indicators.match(item, item.length);
  if (whole !== null && whole.start === 0) return item;
  for (let cut = 1; cut < last.length - 1; cut += 1) {
    const joined = item + last.slice(cut);
    const match = indicators.match(joined, joined.length);
    if (match !== null && match.start === 0) return joined;
  }
  const head = HEADS.find((word) => last.endsWith(word) && last.length > word.length);
  return head === undefined || HEADS.some((word) => item.endsWith(word)) ? item : item + head;
}
