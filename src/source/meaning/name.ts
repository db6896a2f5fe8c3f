/** Names of what is measured: lists, parts of a whole, canonical indicators, qualifiers. */

import { setOfUnits } from '../../rules/kinds/units-set.ts';
import type { Indicator, IndicatorMatch, Indicators } from '../../rules/vocabulary/indicators.ts';
import { readChinese } from '../quantity/han.ts';
import { exactValue } from '../quantity/written.ts';
import { splitList } from './list.ts';
import { PARTED, PLACE, QUALIFIES, SHARED, SUBPLACE, signsOf } from './signs.ts';

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
  /** False when nothing in the words can name a place. */
  readonly placed: boolean;
}

const QUALIFIERS = [
  '规模以上',
  '规上',
  '限额以上',
  '限上',
  '省级以上',
  '市级以上',
  '自治区级',
  '区级',
  '市级',
  '县级',
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
  /^(?:(?:预计|全年|实现|完成|全市|全省|全区|全县|全州|全旗|全盟|全镇|全乡|全师|我镇|我乡|我市|我省|我区|我县|我旗|我盟|主要|经济|全社会|实际|达到|当年|累计|区级|市级|县级|省级|本级|规模以上|规上|国家级|省级以上|市级以上|省级及以上|市级及以上|金融机构|国家|以上|城市|城区|高质量|全年|年末|年底|各类|地方|新增|新批|有效|的|确保|力争|建议|综合|区|市|省|年度|人民币|本外币|全部|各项|总|其中|认定|为(?:企业|市场主体|经营主体|各类(?:市场|经营)主体|纳税人)|[：:，,“”*（）() ])|(?:.{1,6}?(?:省|市|区|县|州|港)))*$/u;
/** A place inside the report's own: its figures are not the report's. */
const PART_OF_PLACE =
  /(?:片区|开发区|高新区|经开区|园区|示范区|自贸区|自贸试验区|试验区|保税区|科学城|新城|产业带|街道|度假区|实验区|功能区|集聚区|商务区|港区)/u;
/** One name. `head` is what was peeled off before it; `own` is the name of the report's place: figures told of it are the report's own. */
export function nameOf(words: string, indicators: Indicators, own: string | null, head: string): Named {
  const all = signsOf(words);
  const shared = (all & SHARED) === 0 ? null : shareOf(words);
  const subject = shared?.subject ?? words;
  const signs = shared === null ? all : signsOf(subject);
  const match = matchIn(shared, subject, indicators, own);
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
    placed: ((all | signsOf(head)) & PLACE) !== 0,
  };
}

/** The indicator that a name would have. */
export function indicatorIn(words: string, indicators: Indicators, own: string | null): Indicator | null {
  const shared = shareOf(words);
  return matchIn(shared, shared?.subject ?? words, indicators, own)?.indicator ?? null;
}

function matchIn(
  shared: { subject: string; whole: string } | null,
  subject: string,
  indicators: Indicators,
  own: string | null,
): IndicatorMatch | null {
  return ratioOf(shared, indicators, own) ?? matchOf(subject, indicators, own) ?? shareMatch(subject, indicators, own);
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
  const part = shared === null ? null : matchOf(shared.subject, indicators, own);
  if (shared === null || part === null) return null;
  const whole = matchOf(shared.whole, indicators, own);
  const ratio = whole === null ? null : indicators.shareOf(part.indicator, whole.indicator);
  return ratio === null ? null : { ...part, indicator: ratio };
}

/** A stretch of several places: 湘南地区, 洞庭湖生态经济区. */
const REGION = /(?<!全)(?:地区|经济区|都市圈|城市群|经济带|板块)/u;

/** 武汉都市圈经济总量: of all its places together. */
const CIRCLE = /(?:经济圈|都市圈|城市群|城镇群|经济带|经济区)(?:经济总量|(?:地区)?生产总值|GDP|总人口|常住人口)/u;

function isElsewhere(subject: string, own: string | null, alias: string): boolean {
  if (alias !== '' && REGION.test(subject.slice(0, subject.lastIndexOf(alias)))) return true;
  if (CIRCLE.test(subject)) return true;
  return PART_OF_PLACE.test(own === null ? subject : subject.replaceAll(own, ''));
}

const TRIMMED = /(?:总量|总额|规模|增速|增幅|涨幅|总数|数量|户数|人数|数|增长|改造|建设|工程|治理|整治|恢复)$/u;
const endsTrimmed = setOfUnits('量额模速幅数长造设程理治复');

/** 第一产业现价增加值, 现价生产总值: every level is at the prices of its year. */
const AT_PRESENT = /现行?价格?的?(?=增加值|总产值|地区生产总值|生产总值)/u;

/** 粮食年产量, 年发电量: an output is always one of a year. */
const OF_A_YEAR = /(?<=[一-龥]{2})年(?=总?产量|发电量|总?产值)/u;
/** PM_2.5: where a page set the number low. */
const SET_LOW = /PM[_ ]2\.5/u;

/** A name without what its alias never holds. */
function plainName(words: string): string {
  const solid = words.includes(' ') ? words.replaceAll(' ', '') : words;
  const priced = solid.includes('现') ? solid.replace(AT_PRESENT, '') : solid;
  const yearly = priced.includes('年') ? priced.replace(OF_A_YEAR, '') : priced;
  return yearly.includes('PM') ? yearly.replace(SET_LOW, 'PM2.5') : yearly;
}

/** The canonical indicator at the end of a name, when nothing before it makes it another thing. */
function matchOf(words: string, indicators: Indicators, own: string | null): IndicatorMatch | null {
  const name = plainName(words);
  const trimmed = endsTrimmed(name.charCodeAt(name.length - 1)) ? name.replace(TRIMMED, '') : name;
  for (const candidate of trimmed === name ? [name] : [name, trimmed]) {
    const match = indicators.match(candidate, candidate.length);
    if (match === null) continue;
    const before = candidate.slice(0, match.start);
    if (before === '' || before === own || HARMLESS.test(before.slice(-24))) return match;
  }
  return null;
}

const QUALIFIED = new RegExp(QUALIFIERS.join('|'), 'u');

function scopeOf(name: string, match: IndicatorMatch | null): readonly string[] {
  if (!QUALIFIED.test(name)) return match?.scope ?? [];
  const found = new Set(match?.scope ?? []);
  for (const word of QUALIFIERS) {
    if (!name.includes(word)) continue;
    if (word === '地方' && match === null) continue;
    if (found.has(`${word}以上`) || (word === '区级' && found.has('自治区级'))) continue;
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
  if (at < 0 || name.charAt(at + 1) === '比' || /占地(?![区方])/u.test(name.slice(at))) return null;
  const whole = name.slice(at + 1).replace(/的?(?:比重|比例|份额|比|总量的?)?(?:约|达|达到|超过|为|提高到)?$/u, '');
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
