/** What the words around a run of figures say besides its name: that it is a change, new, or a sum. */
import type { Quantity } from '../../model/figure.ts';
import type { UnitKind } from '../../rules/vocabulary/units.ts';
import type { Context, Series } from './context.ts';
import type { Lead } from './lead.ts';
import type { Cues } from './peel.ts';
import { FRESH, YEAR } from './signs.ts';

const CHANGE_BEHIND =
  /^的(?:年均|平均|预期|高速?)?(?:速度|幅度|增速|增幅|降幅)?(增长|递增|上涨|增幅|增速|下降|压减|减少|削减|递减|压缩|降幅)/u;
/** A clause that opens with one of these and ends in a percentage tells by how much. */
const CUTS =
  /^(?:压缩|压减|精简|削减|缩短|下调|核减)|(?:^|平均|累计)减(?:少)?(?:办理|审批|申报|申请)?(?:时间|时限|时长|材料|环节|跑动|跑动次数|要件|证明|流程|表单|次数)$/u;
/** 保持20%以上增长: the change is told right behind the number. */
const KEEPS = /(?:保持|实现|维持|取得|确保|连续)[^，,、；;]{0,6}$/u;
const GROWTH_NEXT = /^(?:增长|增速|增幅)(?![\d]|[至到了率点])/u;

/** 改善135万居民饮水条件, 农村公路等级提升180公里: what gets better is not how many. */
const BETTER = /(?:改善|提升)(?:了|改造)?\s?$/u;

/** 总量在全省提升1个位次 tells by how much. */
const RANKS = /[位名]次/u;

const MATTER: ReadonlySet<UnitKind> = new Set(['count', 'area', 'length', 'mass']);

function isMatter({ vocabulary }: Context, { unit }: Quantity): boolean {
  if (unit === '' || unit === '位') return unit === '';
  return MATTER.has(vocabulary.units.byName(unit)?.kind ?? 'other');
}

/** 五年增量超1.36万亿元: by how much the thing named before has grown. 社会融资规模增量 is a name. */
const INCREASE = /^(?:[三四五]年)?(?:总|净)?增量$/u;

function isMoney({ vocabulary }: Context, { unit }: Quantity): boolean {
  return vocabulary.units.byName(unit)?.kind === 'money';
}

/** 按5%的幅度压减, 保持8%的增长, 压缩审批时限三分之一: the change is told behind the number, or opens the clause. */
export function changeBeside(context: Context, series: Series, lead: Lead, cues: Cues): Cues {
  const { text } = context.report;
  const last = series.at(-1) ?? series[0];
  if (
    cues.change &&
    isMatter(context, last) &&
    BETTER.test(lead.clause) &&
    !RANKS.test(text.slice(last.range.end, last.range.end + 2))
  )
    return { ...cues, change: false, up: false };
  if (cues.change === false && INCREASE.test(lead.name) && isMoney(context, last))
    return { ...cues, change: true, up: true };
  if (last.unit !== '%' || cues.change || cues.stands || cues.reach) return cues;
  if (CUTS.test(lead.name)) return { ...cues, change: true, down: true };
  const verb = changeBehind(text.slice(last.range.end, last.range.end + 12), lead);
  if (verb === undefined) return cues;
  const down = /[降减缩]/u.test(verb);
  return { ...cues, change: true, up: !down, down };
}

function changeBehind(after: string, { clause }: Lead): string | undefined {
  if (after.startsWith('的')) return CHANGE_BEHIND.exec(after)?.[1];
  return GROWTH_NEXT.test(after) && KEEPS.test(clause) ? '增长' : undefined;
}

/** 务工劳动力稳定在600万人 is no addition, whatever stands before it in the list. */
const KEPT = /(?:稳定|保持|控制|维持)在$/u;

/** 新增企业100家、总量突破1万家. The 总投资 of projects newly signed is as new as they are. */
const ALL_OF_IT = /^(?:总(?:量|数|数量|户数|家数)|存量)$/u;
/** 新增通车里程1523公里、总里程8667公里, 新增装机4178万千瓦、总装机9157万千瓦 */
const WHOLE_LENGTH = /^总(里程|装机|装机容量|产能|规模|面积|人数|长度)$/u;

/** Whether a name tells the whole of what the name before it told an addition to. */
function isWhole({ names: [before] }: Context, name: string): boolean {
  if (ALL_OF_IT.test(name)) return true;
  const head = WHOLE_LENGTH.exec(name)?.[1];
  return head !== undefined && before?.text.endsWith(head) === true;
}
/** 新增3000公里、突破1.1万公里: the addition has brought the whole so far. */
const TOPS = /^(?:突破|超过?|跨过|迈[上过]|[跨跃站登]上)/u;

/** 新增智能工厂80家、机器人产量突破5000台: an amount that passes a mark is all of it. */
const WHOLE_AMOUNT = /(?:产量|产值|收入|总额|总量|规模|存量)$/u;

export function topsOut({ quote }: Quantity): boolean {
  return TOPS.test(quote);
}

const AGAINST_OTHERS = /^(?:增速|增幅|均|分别|明显)*(?:高于|低于|快于|慢于|优于|好于|高出|领先|超过|[比较]全)/u;

/** 年均增长5.7%、高于全国0.3个百分点: the distance is of the years that the rate is of. */
function isOfYears({ cues }: Context, { clause, signs }: Lead, [{ unit }]: Series): boolean {
  if (cues?.yearly !== true || !cues.change || unit !== '百分点' || (signs & YEAR) !== 0) return false;
  return AGAINST_OTHERS.test(clause.replace(/^[、，]/u, ''));
}

/** 园区累计签约项目54个 */
const ADDED_UP = /累计(?!完成率|净值|涨幅|增幅|增速)/u;

/** 新增公园21个、停车位2万个, 累计改造棚户区47万户、小区68万户: what the first item says holds for the items joined to it. */
export function cuesFor(context: Context, lead: Lead, series: Series): Cues {
  const isState =
    lead.cues.stands ||
    lead.cues.reach ||
    KEPT.test(lead.clause) ||
    isWhole(context, lead.name) ||
    (lead.continues && topsOut(series[0]) && (lead.name === '' || WHOLE_AMOUNT.test(lead.name)));
  const fresh = lead.cues.fresh || (!isState && (lead.signs & FRESH) !== 0 && /新增|净增|新开工/u.test(lead.clause));
  const total =
    lead.cues.total || (!lead.cues.change && !lead.cues.reach && !lead.cues.fresh && ADDED_UP.test(lead.name));
  const before = context.cues;
  const yearly = lead.cues.yearly || isOfYears(context, lead, series);
  const told = fresh === lead.cues.fresh && total === lead.cues.total && yearly === lead.cues.yearly;
  const own = told ? lead.cues : { ...lead.cues, fresh, total, yearly };
  if (!lead.continues || before === null || own.change || own.reach || own.total || own.stands) return own;
  if (isState) return own;
  return {
    ...own,
    fresh: own.fresh || before.fresh,
    // 由13677户49479人减至887户1472人: two numbers of one beginning.
    from: own.from || (before.from && lead.words === ''),
    // 年均新增城镇就业30万人、转移劳动力500万人: a year each.
    yearly: own.yearly || (before.yearly && before.fresh && !own.fresh),
    total: before.total && !before.reach && !own.fresh,
  };
}
