/** Bare words that tell a side of a thing named before: 总里程, 占比, 出口量 / finds that thing / gives its whole name, or null. */
import type { Indicators } from '../../rules/vocabulary/indicators.ts';
import type { Context } from './context.ts';
import type { Lead } from './lead.ts';
import type { Named } from './name.ts';
import { peel } from './peel.ts';

/** Words that say nothing without the thing that they are of. */
const SIDE =
  /^(?:投资|总量|总数|总户数|总规模|总里程|总长度|总装机(?:容量)?|占比|比重|增加值|产量|销量|销售量|出口量|出口额|对[一-龥]{2,8}贡献率)$/u;
const SHARE = /^(?:占比|比重)$/u;
const GOODS = /(?:产量|销量|销售量|出口量|出口额)$/u;
/** What a name ends with that 对…贡献率 is told of without: 服务业增加值. */
const AMOUNT = /(?:完成|实现)?(?:增加值|总?产值)$/u;

export interface Owned {
  readonly words: string;
  /** True when the words mean the very thing that was named before: 通车里程 and 总里程. */
  readonly same: boolean;
}

/** 新增通车里程1523公里、总里程8667公里; 新能源装机4091万千瓦、占比44.7%; 经营主体持续壮大，总量1000万户. */
export function ownedBy(context: Context, lead: Lead, words: string): Owned | null {
  if (!SIDE.test(words)) return null;
  const [before, other] = context.names;
  if (before === undefined && words === '投资') return null;
  if (before === undefined) return ofOwner(ownerBefore(context, lead, words), words);
  return other === undefined ? behindName(before, lead, words) : null;
}

function behindName({ text, whole }: Named, lead: Lead, words: string): Owned | null {
  if (text === '' || whole !== null) return null;
  if (SHARE.test(words))
    return text.endsWith(words) ? { words: text, same: true } : { words: text + words, same: false };
  if (words.startsWith('对')) return { words: text.replace(AMOUNT, '') + words, same: false };
  const head = words.slice(1);
  if (words.startsWith('总') && head.length > 1 && text.endsWith(head)) return { words: text, same: true };
  if (!lead.continues) return null;
  if (words === '投资') return /(?:项目|工程)$/u.test(text) ? { words: text + done(lead) + words, same: false } : null;
  if (words === '总规模') return { words: text + words, same: false };
  return GOODS.test(words) && GOODS.test(text) ? { words: text.replace(GOODS, words), same: false } : null;
}

/** 完成投资 is told as it is written. */
function done({ head }: Lead): string {
  return head.endsWith('完成') ? '完成' : '';
}

/** 经营主体 and 总量 are 经营主体; 服务业 and 增加值 are 服务业增加值. */
function ofOwner(owner: string | null, words: string): Owned | null {
  if (owner === null) return null;
  const isAll = words === '总量' || words === '总数' || words === '总户数';
  return { words: isAll ? owner : owner + words, same: false };
}

/** The thing that the clause before speaks of, or the sentence before where this one opens with the bare words. */
function ownerBefore(context: Context, { words: said }: Lead, words: string): string | null {
  const { sentence, report, vocabulary, end } = context;
  if (end !== sentence.start) return null;
  const clauses = said.split(/[，,]/u);
  const told = clauses.length > 1 ? clauses.at(-2) : sentenceBefore(report.text, sentence.start);
  return told === undefined ? null : ownerIn(told, words, vocabulary.indicators);
}

const LONGEST = 80;

/** The first clause of the sentence that ends at 。 right before `start`. */
function sentenceBefore(text: string, start: number): string | undefined {
  if (text.charAt(start - 1) !== '。') return undefined;
  return text
    .slice(Math.max(0, start - 1 - LONGEST), start - 1)
    .split(/[。；！\n]/u)
    .at(-1)
    ?.split(/[，,]/u)[0];
}

/** Longest beginning of a clause that is an indicator, by itself or with the bare words. */
const LONGEST_OWNER = 10;

function ownerIn(clause: string, words: string, indicators: Indicators): string | null {
  const said = clause.slice(peel(clause).start);
  for (let end = Math.min(said.length, LONGEST_OWNER); end > 1; end -= 1) {
    const owner = said.slice(0, end);
    const name = words.startsWith('总') ? owner : owner + words;
    if (indicators.match(name, name.length)?.start === 0) return owner;
  }
  return null;
}

/** 实施新一轮农村公路提升行动，新（改）建6000公里: what is built is what the programme is for. */
export function programmeBefore({ words, cues }: Lead): string | null {
  if (!cues.fresh) return null;
  const before = words.split(/[，,]/u).at(-2);
  return before === undefined ? null : (PROGRAMME.exec(before)?.[1] ?? null);
}

const PROGRAMME =
  /^(?:深入|继续|全面|扎实|大力)?(?:实施|开展|推进)(?:新一轮|新一期)?([一-龥]{2,8}?)(?:改造|建设|品质|质量)?(?:提升|改造|升级|攻坚)(?:三年|两年|五年)?(?:行动|工程|计划)$/u;

/** 新增黄石、咸宁等全国文明城市12个，总数达到22个: the whole has more than those listed. */
export function withoutList(name: string): string {
  return LISTED.exec(name)?.[1] ?? name;
}

const LISTED = /^[^、]{2,6}(?:、[^、]{2,6})+等([一-龥]{3,12})$/u;
