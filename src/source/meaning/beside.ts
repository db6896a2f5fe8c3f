/** What the words around a run of figures say besides its name: that it is a change, new, or a sum. */
import type { Quantity } from '../../model/figure.ts';
import type { UnitKind } from '../../rules/vocabulary/units.ts';
import type { Context, Series } from './context.ts';
import type { Lead } from './lead.ts';
import type { Cues } from './peel.ts';
import { FRESH } from './signs.ts';

const CHANGE_BEHIND =
  /^的(?:年均|平均)?(?:速度|幅度|增速|增幅|降幅)?(增长|递增|上涨|增幅|增速|下降|压减|减少|削减|递减|压缩|降幅)/u;
/** A clause that opens with one of these and ends in a percentage tells by how much. */
const CUTS = /^(?:压缩|压减|精简|削减|缩短|下调|核减)/u;

/** 改善135万居民饮水条件, 农村公路等级提升180公里: what gets better is not how many. */
const BETTER = /(?:改善|提升)(?:了|改造)?\s?$/u;

/** 总量在全省提升1个位次 tells by how much. */
const RANKS = /[位名]次/u;

const MATTER: ReadonlySet<UnitKind> = new Set(['count', 'area', 'length', 'mass']);

function isMatter({ vocabulary }: Context, { unit }: Quantity): boolean {
  if (unit === '' || unit === '位') return unit === '';
  return MATTER.has(vocabulary.units.byName(unit)?.kind ?? 'other');
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
  if (last.unit !== '%' || cues.change || cues.stands || cues.reach) return cues;
  if (CUTS.test(lead.name)) return { ...cues, change: true, down: true };
  const verb =
    text.charAt(last.range.end) === '的'
      ? CHANGE_BEHIND.exec(text.slice(last.range.end, last.range.end + 10))?.[1]
      : undefined;
  if (verb === undefined) return cues;
  const down = /[降减缩]/u.test(verb);
  return { ...cues, change: true, up: !down, down };
}

/** 务工劳动力稳定在600万人 is no addition, whatever stands before it in the list. */
const KEPT = /(?:稳定|保持|控制|维持)在$/u;

/** 园区累计签约项目54个 */
const ADDED_UP = /累计(?!完成率|净值|涨幅|增幅|增速)/u;

/** 新增公园21个、停车位2万个, 累计改造棚户区47万户、小区68万户: what the first item says holds for the items joined to it. */
export function cuesFor(context: Context, lead: Lead): Cues {
  const isState = lead.cues.stands || lead.cues.reach || KEPT.test(lead.clause);
  const fresh = lead.cues.fresh || (!isState && (lead.signs & FRESH) !== 0 && /新增|净增|新开工/u.test(lead.clause));
  const total =
    lead.cues.total || (!lead.cues.change && !lead.cues.reach && !lead.cues.fresh && ADDED_UP.test(lead.name));
  const told = fresh === lead.cues.fresh && total === lead.cues.total;
  const own = told ? lead.cues : { ...lead.cues, fresh, total };
  const before = context.cues;
  if (!lead.continues || before === null || own.change || own.reach || own.total || own.stands) return own;
  if (isState) return own;
  return { ...own, fresh: own.fresh || before.fresh, total: before.total && !before.reach && !own.fresh };
}
