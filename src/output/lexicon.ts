/** Words for the stable keys that findings, checks and reports carry. A key without an entry falls back to itself, made readable. */
import { cause, check, reason } from './lexicon-checks.ts';
import { sign } from './lexicon-signs.ts';

/** Languages of the outputs. */
export type Lang = 'en' | 'zh';

/** One saying in both languages. */
export type Words = Readonly<Record<Lang, string>>;

/** Kinds of keys. A placeholder of the same name in a message is put into words. */
export type KeyFamily =
  | 'verdict'
  | 'reason'
  | 'cause'
  | 'relation'
  | 'kept'
  | 'sign'
  | 'completeness'
  | 'missing'
  | 'severity'
  | 'state'
  | 'part'
  | 'level'
  | 'measure'
  | 'nature'
  | 'basis'
  | 'check'
  | 'family';

/** Words by key: English, Chinese. */
export type Entries = Readonly<Record<string, readonly [en: string, zh: string]>>;

const verdict: Entries = {
  holds: ['holds', '成立'],
  broken: ['broken', '不成立'],
  'cannot-tell': ['cannot tell', '无法判断'],
};

const relation: Entries = {
  'same-text': ['the same text', '文字相同'],
  'same-report': ['the same report', '同一报告'],
  contains: ['one contains the other', '一篇包含另一篇'],
  overlaps: ['a part of each stands in the other', '两篇部分重合'],
  'revised-figures': ['the same report with other figures', '同一报告而数字有改动'],
  'other-year': ['another year of the same place', '同一地区的不同年份'],
  mislabelled: ['one text under two names', '同一文本而标签不同'],
};

/** Why one of two reports is kept, or why both are. */
const kept: Entries = {
  chosen: ['a person chose it, in canonical.yaml', '人工指定，见 canonical.yaml'],
  complete: ['it is the more complete of the two', '更完整'],
  'fewer-losses': ['fewer characters were lost in it', '缺字更少'],
  agreed: ['other copies agree with its words', '其他副本与其文字一致'],
  cleaner: ['less noise surrounded it', '杂质更少'],
  provenance: ['more is known of where it comes from', '来源信息更全'],
  dated: ['it carries its date of delivery', '有作报告的日期'],
  id: ['nothing tells the two apart; the first by id stands for both', '两者无从区分，按编号取前者'],
  'figures-differ': ['the two differ in their figures', '两者数字不同'],
  'other-place': ['the two are about different places', '两者所述地区不同'],
  'other-year': ['the two are about different years', '两者所述年份不同'],
  equal: ['both name the same place and year', '两者地区与年份相同'],
  compatible: ['place or year of one of them is unknown', '其中一篇的地区或年份不明'],
};

const completeness: Entries = {
  complete: ['complete', '完整'],
  truncated: ['truncated', '截断'],
  excerpt: ['excerpt', '节选'],
  'not-a-report': ['not a report', '不是报告'],
};

/** Which stretch of a report is gone. */
const missing: Entries = {
  head: ['its beginning is gone', '缺开头'],
  middle: ['a part of its middle is gone', '缺中间'],
  tail: ['its end is gone', '缺结尾'],
};

const severity: Entries = { error: ['error', '错误'], warning: ['warning', '警告'], info: ['info', '提示'] };
const state: Entries = { new: ['open', '待处理'], accepted: ['accepted', '已接受'] };
const part: Entries = {
  opening: ['opening', '开头'],
  review: ['review', '回顾'],
  plan: ['plan', '安排'],
  'self-government': ['self-government', '政府自身建设'],
  closing: ['closing', '结尾'],
  glossary: ['glossary', '名词解释'],
  annex: ['annex', '附件'],
};
const level: Entries = {
  country: ['country', '国家'],
  province: ['province', '省级'],
  prefecture: ['prefecture', '地级'],
  county: ['county', '县级'],
};
const measure: Entries = {
  level: ['level', '水平'],
  count: ['count', '个数'],
  growth: ['growth', '增速'],
  share: ['share', '占比'],
  change_points: ['change in points', '百分点变化'],
  new: ['new', '新增'],
  total: ['total', '累计'],
  rank: ['rank', '位次'],
  ratio: ['ratio', '倍数'],
};
const nature: Entries = {
  actual: ['actual', '实际'],
  estimate: ['estimate', '预计'],
  target: ['target', '目标'],
  cumulative: ['cumulative', '累计'],
};
const basis: Entries = {
  nominal: ['current prices', '现价'],
  comparable: ['comparable prices', '可比价'],
  'same-scope': ['same scope', '同口径'],
  unknown: ['not stated', '未说明'],
};
const family: Entries = {
  truncation: ['truncation', '截断'],
  duplicate: ['duplicates', '重复'],
  noise: ['noise', '杂质'],
  figures: ['figures', '数字'],
  identity: ['identity', '身份'],
  encoding: ['encoding', '编码'],
};

/** All words, by kind of key. */
export const LEXICON: Readonly<Record<KeyFamily, Entries>> = {
  verdict,
  reason,
  cause,
  relation,
  kept,
  sign,
  completeness,
  missing,
  severity,
  state,
  part,
  level,
  measure,
  nature,
  basis,
  check,
  family,
};
