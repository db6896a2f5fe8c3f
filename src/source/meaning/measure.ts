/** What a figure says of its indicator: level, count, growth …; in which direction; at which prices. */
import type { Basis, Direction, Measure, Quantity } from '../../model/figure.ts';
import type { Indicator } from '../../rules/vocabulary/indicators.ts';
import type { Units } from '../../rules/vocabulary/units.ts';
import type { Cues } from './peel.ts';
import { PRICED } from './signs.ts';

/** Names of rates of change: their percentage is growth, not a share. 人口自然增长率 is a rate of births and deaths. */
const CHANGE_NAME = /(?:增速|增幅|涨幅|降幅|跌幅|增长率|平均涨幅)(?:恢复)?$/u;
const DOWN_NAME = /(?:降幅|跌幅)$/u;
/** 占计划的105%: how much of it is there. */
const PART_REACHED = /(?:计划|任务|目标|预期|预算)的?$/u;
/** An amount that is passed. */
const SURPASSED = /^(?:突破|迈上|站上|跨过)/u;
/** 完成省定目标的100%, whose name was peeled away as a verb */
const PART_DONE = /完成[^，,、；;]{0,10}(?:计划|任务|目标|预期|预算)的?$/u;
/** 恢复到2019年的75%, 恢复至疫情前九成: counted from what was there; 产能利用率恢复到78% is not. */
const RESTORED = /恢复[到至]了?[^，,、；;。]{0,12}(?:年[末底份]?|同期|水平|[前常])的?$/u;

/** 城乡居民收入倍差缩小到2.2 says what 2.2∶1 says. */
const RATIO_NAME = /(?:收入比|倍差|之比|比值)$/u;

/** Names of amounts of money: 工业总产值突破4000亿 lost its 元. */
const AMOUNT_NAME = /(?:产值|收入|总额|投资|增加值|余额|销售额|交易额|利润|税收|支出|营收|规模)$/u;

/** Names of persons, who are counted in 位. */
const PERSONS =
  /(?:院士|专家|人才|学者|教授|大师|传承人|劳模|模范|老人|老年人|教师|医生|医师|代表|委员|特派员|企业家|明星|冠军|烈士|英雄|好人|员|者|师|人)(?:人?数|总数|数量)?$/u;

/** What amounts, counts and shares are; changes, ratios and ranks are told of them. */
export const LEVELS: ReadonlySet<Measure> = new Set(['level', 'count', 'new', 'total', 'share']);

export function measureOf(
  quantity: Quantity,
  cues: Cues,
  name: string,
  indicator: Indicator | null,
  units: Units,
  clause: string,
): Measure {
  const { unit, quote } = quantity;
  if (unit === '百分点' || unit === '基点') return 'change_points';
  // 排名从75位上升到57位: ranks without 第. 两院院士增至93位 counts persons.
  if (isRank(quantity) || (unit === '位' && (cues.reach || cues.from) && !PERSONS.test(name))) return 'rank';
  const kind = units.byName(unit)?.kind;
  // 增速攀升至7%: what is reached is the rate of a change; 收入增速高于经济、突破3万元 tells no rate.
  const changed =
    cues.change &&
    (!cues.reach || (cues.rate && unit === '%')) &&
    !(cues.rate && SURPASSED.test(quote) && kind !== 'percent');
  if (kind === 'percent') {
    if (RESTORED.test(clause)) return 'ratio';
    if (changed || (CHANGE_NAME.test(name) && !name.endsWith('自然增长率'))) return 'growth';
    return PART_REACHED.test(name) || PART_DONE.test(clause) ? 'ratio' : 'share';
  }
  if (kind === 'times') return changed && !quote.startsWith('翻') ? 'growth' : 'ratio';
  if (unit === '' && (/[∶:：]/u.test(quote) || RATIO_NAME.test(name))) return changed ? 'growth' : 'ratio';
  if (changed) return 'growth';
  if (cues.total && indicator?.name.includes('新增')) return 'total';
  if (cues.fresh) return 'new';
  if (cues.total) return 'total';
  if (kind === 'count') return quote.includes('.') && !isScaled(quote) ? 'level' : 'count';
  // 注册用户180万 counts users; 地区生产总值1200亿 is an amount that lost its unit.
  if (unit !== '' || !isScaled(quote)) return 'level';
  if (indicator === null) return AMOUNT_NAME.test(name) ? 'level' : 'count';
  return units.byName(indicator.units[0] ?? '')?.kind === 'count' ? 'count' : 'level';
}

/** 第三, 前五, 首位. */
export function isRank({ unit, quote }: Quantity): boolean {
  return unit === '位' && '第首前'.includes(quote.charAt(0));
}

function isScaled(quote: string): boolean {
  return quote.includes('万') || quote.includes('亿');
}

/** 高出计划0.5个百分点, 低于城镇1个百分点. */
const ABOVE = /(?:超过|超出|高出|高于|快于|优于|好于|领先)[“”一-龥]{1,12}$|比[一-龥]{1,12}[高快]$/u;
const BELOW = /(?:低于|慢于)[“”一-龥]{1,12}$|比[一-龥]{1,12}[低慢]$/u;

export function directionOf({ quote }: Quantity, measure: Measure, cues: Cues, name: string): Direction | null {
  // 增长-18.9%, 自然增长率为-1.2‰: values have no sign of their own.
  if ('-－−'.includes(quote.charAt(0) || ' ')) return 'down';
  if (measure !== 'growth' && measure !== 'change_points') return null;
  // 增速回落2个百分点: the verb tells the change, the rate only what changed.
  if (DOWN_NAME.test(name) || (cues.down && (!cues.up || measure === 'change_points'))) return 'down';
  if (measure === 'change_points' && BELOW.test(name)) return 'down';
  if (measure === 'change_points' && ABOVE.test(name)) return 'up';
  return cues.up || CHANGE_NAME.test(name) ? 'up' : null;
}

/** Price basis of a growth rate: said by the words before it (with their signs), else what the vocabulary knows of its indicator. */
export function basisOf(measure: Measure, words: string, signs: number, indicator: Indicator | null): Basis {
  if (measure !== 'growth') return 'unknown';
  const known = indicator?.growthBasis ?? 'unknown';
  if ((signs & PRICED) === 0) return known;
  if (/同口径|同比口径|还原后|扣除|剔除|可比口径/u.test(words)) return 'same-scope';
  if (/可比|不变价|实际增长|扣除价格/u.test(words)) return 'comparable';
  if (/名义增长/u.test(words)) return 'nominal';
  return known;
}
