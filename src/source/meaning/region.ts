/** The place that a figure is about. */
import type { Identity } from '../../model/report.ts';
import type { Vocabulary } from '../../rules/vocabulary.ts';
import type { Named } from './name.ts';
import { PLACE, SUBPLACE, signsOf } from './signs.ts';

/** The clause opens with a part of the place: its figures are not the report's. */
const PART_FIRST =
  /(?:^|[，,；;])[“”一-龥]{0,10}?(?:新片区|片区|开发区|高新区|经开区|园区|示范区|自贸区|试验区|保税区|科学城|新城|度假区|商务区|港区|街道|集团|(?<!上市)公司)(?:[^，,；;]{0,8})(?:完成|实现|达|新增|落地|要|，|,|[一-龥]{2,12}(?:总额|产值|收入|投资))/u;

/** 全市, 我县: the words that name the whole place of a report; of a district's report 全市 is the city above it. */
function wholePlace(identity: Identity, words: string): string | null | undefined {
  const at = /[全我本]([省市区县州旗盟])/u.exec(words)?.[1];
  if (at === undefined) return undefined;
  if (identity.level !== 'county') return identity.regionCode;
  if (at === '省') return null;
  const isCity = identity.region?.endsWith('市') === true;
  return at === '市' && !isCity ? identity.parentCode : identity.regionCode;
}

/** Whether the sentence speaks of a part of the place, after further words of it; `signs` are those of the words. */
export function isAway(before: boolean, words: string, signs: number, identity: Identity): boolean {
  if ((signs & PLACE) !== 0 && wholePlace(identity, words) === identity.regionCode) return false;
  if (before) return true;
  if ((signs & SUBPLACE) === 0) return false;
  const heard = identity.region === null ? words : words.replaceAll(identity.region, '');
  if (CIRCLE_FIRST.test(heard)) return true;
  return SUBPLACE_WORD.test(heard) && PART_FIRST.test(heard);
}

const SUBPLACE_WORD =
  /片区|开发区|高新区|经开区|园区|示范区|自贸区|试验区|保税区|科学城|新城|度假区|商务区|港区|街道|集团|(?<!上市)公司/u;

/** 成渝地区双城经济圈建设走深走实，经济总量超9万亿元: the circle holds more than the place. What the place does in one (融入长江经济带) is its own. */
const CIRCLE_FIRST =
  /(?:^|[，,；;])(?!.{0,4}(?:推|融|参|服|加快|深|支|抢|抓|落|围|聚|对接|积|主|以|在|随|促|协|共建|唱|依|发挥|全面|着|坚|强|持|扎|大力|高质|建|构|打|做|壮|引|联|纳|入选|携|用|统|实))[一-龥“”（）]{2,10}?(?:经济圈|都市圈|城市群|城镇群|经济区)(?:建设|发展|一体化|[一-龥]{0,4}共兴)?[^，,；;]{0,10}[，,](?:经济总量|(?:地区)?生产总值|GDP|总人口|常住人口)/u;

/** The report's own region; another one when the name says so; null when it is a place without a code. */
export function regionOf(identity: Identity, vocabulary: Vocabulary, name: Named, away: boolean): string | null {
  const { head, subject } = name;
  if (name.elsewhere || isOfNation(name, vocabulary)) return null;
  if (!name.placed) return away ? null : identity.regionCode;
  const whole = wholePlace(identity, head + subject);
  if (whole !== undefined) return whole;
  const other = (signsOf(subject) & PLACE) === 0 ? undefined : namedPlace(subject, identity.regionCode, vocabulary);
  if (other !== undefined) return other;
  return away ? null : identity.regionCode;
}

/** 全国社会消费品零售总额 is no figure of the report's place; what is counted (全国重点实验室) bears the word as a title. */
function isOfNation({ indicator, head }: Named, { units }: Vocabulary): boolean {
  return indicator !== null && head.endsWith('全国') && units.byName(indicator.units[0] ?? '')?.kind !== 'count';
}

/** Code of a place named in full; undefined when the name holds none. */
function namedPlace(words: string, own: string | null, vocabulary: Vocabulary): string | null | undefined {
  const hint = own === null ? {} : { within: own };
  const mention = vocabulary.divisions
    .find(words, hint)
    .filter(({ form }) => form === 'name')
    .at(-1);
  if (mention === undefined) return undefined;
  const [only, other] = mention.candidates;
  return only === undefined || other !== undefined ? null : only.code;
}
