/** Finds the names that a run of quantities is said of: before it, behind it, or earlier in the sentence. */
import type { Quantity } from '../../model/figure.ts';
import type { Context, Series } from './context.ts';
import type { Lead } from './lead.ts';
import { distribute, overCommas } from './list.ts';
import { isRank } from './measure.ts';
import { indicatorIn, type Named, nameOf } from './name.ts';
import { nounAfter } from './noun.ts';
import { ownedBy, programmeBefore, withoutList } from './owner.ts';

export interface NamesFound {
  readonly names: readonly Named[];
  readonly inherited: boolean;
  readonly nounFirst: boolean;
}

export function namesFor(context: Context, lead: Lead, series: Series): NamesFound {
  const { vocabulary, report } = context;
  const own = report.identity.region;
  const named = (words: string): Named => nameOf(words, vocabulary.indicators, own, lead.head);
  const words = isRank(series[0]) ? rankedName(lead) : lead.name;
  if (series.every(isMedal)) {
    const names = series.map(({ quote }) => named(`${quote.slice(-1)}牌`));
    return { names, inherited: false, nounFirst: true };
  }
  const reached = reachedBy(context, lead, series);
  if (reached !== null) return { names: [named(reached)], inherited: false, nounFirst: false };
  const noun = nounFor(context, lead, series);
  if (noun !== '') return { names: [named(noun)], inherited: false, nounFirst: true };
  if (isStructure(lead, series)) return { names: [named('三次产业结构')], inherited: false, nounFirst: false };
  const owned = ownedBy(context, lead, words);
  if (owned !== null) return { names: [named(owned.words)], inherited: owned.same, nounFirst: false };
  const ranksSide = isRank(series[0]) && RANKED.test(words);
  if (words === '' || ranksSide || pointsBack(words)) {
    const programme = words === '' ? programmeBefore(lead) : null;
    if (programme !== null) return { names: [named(programme)], inherited: false, nounFirst: false };
    const pointed = pointedAt(context, lead, series);
    const whole = lead.clause.includes('总数') ? pointed?.map((name) => named(withoutList(name.text))) : pointed;
    const names = countable(context, series, whole ?? null);
    const isOfKind = names !== null && ranksSide;
    const told = isOfKind ? names.map((name) => ({ ...name, text: sideOf(name.text, words) })) : names;
    return { names: told ?? [named(lead.clause.endsWith('投入') ? '投入' : words)], inherited: true, nounFirst: false };
  }
  const list =
    distribute(words, series.length, vocabulary.indicators) ??
    (lead.clause.includes('分别') ? overCommas(lead.words, words, series.length) : null);
  if (list !== null) {
    const [first, ...rest] = list.map(named);
    const names = first === undefined ? [] : [first, ...rest.map((name) => behind(context, first, name))];
    return { names, inherited: false, nounFirst: false };
  }
  const full = elided(context, named(words));
  if (full.whole !== null && full.subject === '') {
    return { names: [inheritShare(context, full)], inherited: true, nounFirst: false };
  }
  const whole = full.indicator === null ? (withHead(context, lead, named) ?? grown(context, lead, full)) : full;
  return { names: [whole], inherited: false, nounFirst: false };
}

/** 三次产业结构更加优化，比例为9.7:39.5:50.8: shares behind a word that only says that they are some. */
function isStructure(lead: Lead, series: readonly Quantity[]): boolean {
  if (series.length !== 3 || !/^(?:比例|比重|占比|结构比|结构|比)(?:调整|优化|演进|演变)?$/u.test(lead.name))
    return false;
  return /三次产业|三产结构|一二三产/u.test(lead.words);
}

/** 粮食播种面积300万亩、总产量90亿斤: the bare word means what it means behind the name before it. */
function elided(context: Context, name: Named): Named {
  return behind(context, context.names[0], name);
}

function behind({ vocabulary }: Context, before: Named | undefined, name: Named): Named {
  const indicator = before?.indicator ?? null;
  if (name.indicator !== null || indicator === null || name.text.length > 4) return name;
  return { ...name, indicator: vocabulary.indicators.behind(indicator, name.text) };
}

/** 经济增长5.5%: a bare word that means an indicator where its growth is told. The 经济年均增长 of a plan may be a broader word. */
function grown({ vocabulary }: Context, { cues }: Lead, name: Named): Named {
  const indicator = cues.change && !cues.yearly ? vocabulary.indicators.grown(name.text) : null;
  return indicator === null ? name : { ...name, indicator };
}

/** What a figure without words of its own is said of: the last names, as many as there are figures behind 分别. */
function pointedAt({ names, told, report }: Context, lead: Lead, series: Series): readonly Named[] | null {
  const { length } = series;
  if (length <= told.length && lead.clause.includes('分别')) {
    if (length > 1) return told.slice(-length);
    // 利润300亿元，利税520亿元，分别增长3.2%和下降8.3%: the first of two that are told with verbs of their own.
    const { end } = series[0].range;
    const [first] = told.slice(-2);
    if (first !== undefined && OTHER_WAY.test(report.text.slice(end, end + 6))) return [first];
  }
  // 存款余额939亿元、贷款余额623亿元，增加528亿元和306亿元
  if (length > 1 && names.length < length && length <= told.length && lead.cues.change) {
    const last = told.slice(-length);
    if (last.every(({ text }) => !text.includes('、'))) return last;
  }
  return names.length > 0 ? names : null;
}

const OTHER_WAY = /^[和、，](?:增长|下降|提高|减少|上升|降低)\d/u;

/** 实施项目382个，总投资1048亿元，开工248个: things are counted, not money; the last name that is none of money is meant. */
function countable(
  { told, report, vocabulary: { units } }: Context,
  [{ unit, range }]: Series,
  names: readonly Named[] | null,
): readonly Named[] | null {
  const isMoney = ({ indicator }: Named): boolean => units.byName(indicator?.units[0] ?? '')?.kind === 'money';
  if (names === null || units.byName(unit)?.kind !== 'count' || !names.some(isMoney)) return names;
  // 在全省提升1个位次
  if (unit === '位' || /^(?:[位名]次|千分点)/u.test(report.text.slice(range.end, range.end + 3))) return names;
  const counted = told.findLast((name) => !isMoney(name) && !AMOUNT.test(name.text));
  return counted === undefined ? null : [counted];
}

const AMOUNT = /(?:收入|投资|额|产值|税收|利税|利润|资金|支出)$/u;

/** Words that only point back at what the sentence named before. */
const EMPTY_NAME =
  /^(?:[“”（）()]+|的有|总[数量额]?|数量|总数量|(?:[三四五]年)?(?:总|净)?增量|总量和增速|增速|增幅|降幅|涨幅|进度|累计完成率|完成率|规模|体量|恢复|同比|排名|分|(?:[一二三四五六七八九十两\d]+个)?.{0,4}(?:大关|台阶|关口)|是.{0,14}|成为[^把将]{2,24}(?:城市|省份|地区|之一|[县区市])|(?:年度|全年|全省|全市|国家|省定|原定)?计划的?|(?:高出|高于|快于|低于|慢于|超过|超出)[“”一-龥]{1,12}|以上|以下|左右|.{0,4}目标|由|从|\d+年|[三四五]年|比(?!亚迪|例|重|较|值|赛).{1,10}|(?:预计)?(?:调整|优化|转变|演变)(?:为|到|至).{0,12})$/u;

/** 技术合同成交额 is the 金额 that is ranked; of a 地区生产总值 the 总量 is. */
function sideOf(name: string, words: string): string {
  return words === '金额' || name.endsWith(words) || name.endsWith(`总${words}`) ? name : name + words;
}

/** 稳居全国前列, 跻身中部第一方阵: where the thing named before stands. */
const PLACED_ONLY =
  /^(?:总量|增速|规模|连续|保持|继续|始终|[均双仍稳])*(?:稳居|位居|跃居|高居|居(?!民|住|家|委)|位列|名列|跻身|进入|排名|排在|领跑|领先)(?:全[国省市区州县旗盟球]|世界|[国省市]内|[东中西东北]+部|同类|第|前).{0,12}$/u;
/** 实现历史性晋位, 实现新突破: how it came, not what. */
const MANNER =
  /^(?:历史性|标志性|跨越式|整体|总体|重大|质的|新的?|再次|位次)*(?:晋位|进位|晋级|跨越|飞跃|突破|跃升|提升|前移|进步|进展)$/u;

function pointsBack(words: string): boolean {
  return EMPTY_NAME.test(words) || PLACED_ONLY.test(words) || MANNER.test(words);
}

/** What of the thing named before is ranked: its amount or its growth. */
const RANKED = /^(?:总[数量额]?|数量|总?规模|金额|增量|增速|增幅|降幅|涨幅|(?:提升|增长|下降|降低|上升)?幅度)$/u;

/** 总量保持全市第二 ranks the 总量 in the field 全市: the field is no part of the name. */
function rankedName(lead: Lead): string {
  return lead.name
    .replace(
      /(?:全国|全省|全市|全区|全州|全盟|全旗|世界|全球|中心城区|中心区|长三角|同类城市|省内|国内|中?[东西中]部|东北)[一-龥]{0,4}$/u,
      '',
    )
    .replace(/(?:位|稳|跃|高)?(?<![宜安定旅新移])居(?!民|住|家|委)[一-龥]{2,10}$/u, '')
    .replace(
      /(?:(?:连续|已)?[\d一二三四五六七八九十]+年)?(?:位居|位列|排名|有望|继续|进一步|保持|稳居|跃居|进入|跻身|上升为|跃升为|升为|升至|升到|上升至|上升到|跃升至|跃升|列|居|排|均|分别|持续|稳定)*$/u,
      '',
    )
    .replace(/(?:位居|位列|稳居|跃居|名列|跻身|排名|排在|上升至|升至|升到)[一-龥]{2,12}、?$/u, '')
    .replace(/^(?:位居|位列|跃居|居(?!民)|列(?!车)|由|从(?!业)).*$/u, '')
    .replace(/^[一-龥]{0,8}城市$/u, '');
}

/** 惠及3400万人的工程, 惠及310多万户: those whom it reaches are counted, not what reaches them. */
function reachedBy({ report }: Context, { clause, name }: Lead, [{ unit, range }]: Series): string | null {
  if (!clause.endsWith('惠及') || (name !== '' && report.text.charAt(range.end) !== '的')) return null;
  return REACHED[unit] ?? null;
}

const REACHED: Readonly<Record<string, string>> = {
  人: '惠及人数',
  户: '惠及户数',
  人次: '惠及人次',
  户次: '惠及户次',
};

/** The noun behind a count (12家跨国公司), or behind any amount that no words before it name (9万平方米旧改). */
function nounFor(context: Context, lead: Lead, series: Series): string {
  const { vocabulary, report } = context;
  const last = series.at(-1) ?? series[0];
  const kind = vocabulary.units.byName(last.unit)?.kind;
  const nameless = lead.name === '';
  // 改善7000多所学校的条件: a thing that is bettered is no amount that rose.
  const isBettered = nameless && kind === 'count' && isThing(context, lead, last);
  if ((lead.cues.change && !isBettered) || lead.cues.stands || lead.cues.reach || isRank(last)) return '';
  if (last.unit === '人' && FREED.test(report.text.slice(last.range.end, last.range.end + 8))) return '脱贫';
  const ofNoun = report.text.charAt(last.range.end) === '的' && (nameless || lead.continues);
  const rate = kind === 'percent' || kind === 'points' || kind === 'times';
  const behind = report.text.slice(last.range.end, last.range.end + OF_THEM_LONGEST);
  if (kind === 'percent' && series.length === 1 && lead.clause === '') {
    const them = OF_THEM.exec(behind)?.[1];
    if (them !== undefined) return them;
  }
  const isSpent = kind === 'percent' && nameless && SPENT.test(behind.slice(0, 10));
  const takes = ofNoun || isSpent || (!rate && (nameless || kind === 'count' || last.unit === ''));
  if (!takes) return '';
  const own = nounAfter(report.text, last.range.end);
  return own === '' && kind === 'count' && (nameless || BATCH.test(lead.name)) ? nounBehindNext(context, last) : own;
}

/** 99%乡镇通三级公路, 超80%监测对象稳定消除返贫风险: of whom it is the share. */
const OF_THEM =
  /^(?!增长|增速|以上|的)([一-龥]{2,14}?)(?:通(?![信过知用])|稳定|实现|达到|完成|纳入|建成|开展|享受|具备|设立|配备|用上|接入|为)/u;
const OF_THEM_LONGEST = 18;
/** 八成以上财政资金用于民生 */
const SPENT = /^[一-龥]{2,8}(?:用于|投向)/u;
/** 提升39个县域帮扶质效; 提升2个位次 is another thing. */
function isThing({ report }: Context, { clause }: Lead, { range: { end } }: Quantity): boolean {
  return /(?:改善|提升)$/u.test(clause) && !/^(?:[位名]次|百分|点)/u.test(report.text.slice(end, end + 2));
}

/** 首批12项及第二批14项重点改革 */
const BATCH = /^(?:首|第[一二三四五])批$/u;
const NEXT_BATCH = /^(?:[、和及](?:首|第[一二三四五])批)?$/u;

/** 10大类55项民生实事项目: the noun of both stands behind the second number. */
function nounBehindNext({ report: { text }, sentence }: Context, { range: { end } }: Quantity): string {
  const next = sentence.quantities.find(({ range }) => range.start >= end);
  if (next === undefined || next.unit === '' || !NEXT_BATCH.test(text.slice(end, next.range.start))) return '';
  return nounAfter(text, next.range.end);
}

/** 5银 */
const MEDAL = /\d[金银铜]$|[一二两三四五六七八九十][金银铜]$/u;

function isMedal({ unit, quote }: Quantity): boolean {
  return unit === '枚' && MEDAL.test(quote);
}

/** 6.16万人实现脱贫 */
const FREED = /^[^，。；]{0,6}脱贫(?![攻摘])/u;

/** Peeling may have cut into a name that begins with a verb (新增就业): the words with their head decide. */
function withHead({ vocabulary, report }: Context, lead: Lead, named: (words: string) => Named): Named | null {
  const own = report.identity.region;
  if (lead.head === '') return null;
  const words = lead.head + lead.name;
  if (indicatorIn(words, vocabulary.indicators, own) === null) return null;
  const whole = named(words);
  return { ...whole, text: whole.alias ?? lead.name };
}

/** 占全市75%: the share is of what the sentence named before. */
function inheritShare(context: Context, share: Named): Named {
  const [before] = context.names;
  return before === undefined ? share : { ...before, whole: share.whole };
}
