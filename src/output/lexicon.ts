/** Words for the stable keys that findings, checks and reports carry. A key without an entry falls back to itself, made readable. */

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
  | 'severity'
  | 'state'
  | 'part'
  | 'level'
  | 'measure'
  | 'nature'
  | 'basis'
  | 'check'
  | 'family';

type Entries = Readonly<Record<string, readonly [en: string, zh: string]>>;

const verdict: Entries = {
  holds: ['holds', '成立'],
  broken: ['broken', '不成立'],
  'cannot-tell': ['cannot tell', '无法判断'],
};

/** Why a check has its verdict. */
const reason: Entries = {
  agrees: ['the figures agree', '数字相符'],
  fits: ['the figures fit within what their written forms allow', '在各自写法所允许的范围内相符'],
  disagrees: ['no values that the written forms allow fit together', '写法所允许的任何取值都不能相符'],
  differs: ['the same fact is given two different values', '同一事实有两个不同的数值'],
  'outside-interval': ['no values that the written forms allow fit together', '写法所允许的任何取值都不能相符'],
  'comparable-prices': ['the growth rate is at comparable prices', '增速按可比价计算，不能与现价水平直接相比'],
  'same-scope': ['the growth rate is on a same-scope basis', '增速为同口径，基期数已调整'],
  'revised-base': ['the base may have been revised since', '基期数可能已经修订'],
  'other-period': ['the figures cover different periods', '所指时期不同'],
  'part-year': ['one of the figures covers only part of the year', '其中一个数字只涵盖部分年份'],
  'other-scope': ['the figures have different scopes', '统计范围不同'],
  'other-nature': ['one is an actual figure, the other a target or an estimate', '一为实际数，一为目标或预计数'],
  'other-basis': ['the figures stand on different price bases', '价格口径不同'],
  'other-unit': ['the figures have different units', '单位不同'],
  'unknown-basis': ['the price basis of the growth rate is not stated', '未说明增速的价格口径'],
  'basis-unknown': ['the price basis of the growth rate is not stated', '未说明增速的价格口径'],
  hedged: ['a hedge such as 约 or 左右 leaves the figure open', '含“约”“左右”等词，数值不确定'],
  'low-confidence': ['the meaning of a figure is not certain enough', '数字含义不够确定'],
  'missing-part': ['not every part is stated', '各组成部分并未全部列出'],
  'parts-overlap': ['the parts may overlap', '各组成部分可能重叠'],
  'not-additive': ['figures of this kind cannot be added up', '此类数字不能相加'],
};

/** What probably went wrong where a check is broken. */
const cause: Entries = {
  'lost-digit': ['a digit was lost', '漏了一位数字'],
  'swapped-digits': ['two digits were swapped', '两位数字颠倒'],
  'changed-digit': ['one digit was changed', '一位数字有误'],
  'decimal-point': ['the decimal point was lost or moved', '小数点丢失或错位'],
  'wrong-unit': ['万 and 亿 were mixed up', '万、亿单位混淆'],
  unit: ['万 and 亿 were mixed up', '万、亿单位混淆'],
  'part-is-wrong': ['one of the parts is wrong', '某一分项有误'],
  'total-is-wrong': ['the total is wrong', '合计有误'],
  'wrong-year': ['the figure belongs to another year', '数字属于另一年份'],
  'torn-figure': ['the figure was torn apart by spaces', '数字被空格拆断'],
  'different-scope': ['the figures may have different scopes', '统计范围可能不同'],
};

const relation: Entries = {
  'same-text': ['the same text', '文字相同'],
  'same-report': ['the same report', '同一报告'],
  contains: ['one contains the other', '一篇包含另一篇'],
  'revised-figures': ['the same report with other figures', '同一报告而数字有改动'],
  'other-year': ['another year of the same place', '同一地区的不同年份'],
};

/** Why a copy is the one that is kept. */
const kept: Entries = {
  complete: ['it is the more complete of the two', '更完整'],
  'fewer-losses': ['fewer characters were lost in it', '缺字更少'],
  cleaner: ['less noise surrounded it', '杂质更少'],
  provenance: ['more is known of where it comes from', '来源信息更全'],
  dated: ['it carries its date of delivery', '有作报告的日期'],
  id: ['nothing tells the two apart; the first by id stands for both', '两者无从区分，按编号取前者'],
  'both-kept': ['both are kept', '两篇都保留'],
  both: ['both are kept', '两篇都保留'],
};

/** What speaks for or against a report being whole, and for its identity. */
const sign: Entries = {
  'no-plan-part': ['the part on the year ahead is missing', '缺少对今年工作的安排'],
  'no-review-part': ['the review of the past year is missing', '缺少对过去一年的回顾'],
  'no-closing': ['the closing words are missing', '缺少结束语'],
  'no-opening': ['the opening is missing', '缺少开头'],
  'no-salutation': ['the salutation is missing', '缺少称呼'],
  'no-title': ['no title was found', '没有标题'],
  'no-speaker': ['the speaker is not named', '未写明报告人'],
  'no-date': ['the date of delivery is not given', '未写明作报告的日期'],
  'no-headings': ['no headings were found', '没有标题层次'],
  'heading-gap': ['the numbering of headings jumps', '标题编号有跳跃'],
  'bare-heading-at-end': ['the text stops at a bare heading', '正文止于一个空标题'],
  'stops-mid-sentence': ['the text stops in the middle of a sentence', '正文在句中中断'],
  'stops-mid-section': ['the text stops in the middle of a section', '正文在小节中中断'],
  'shorter-than-others': ['it is far shorter than the reports beside it', '比同一来源的其他报告短得多'],
  'promised-count': ['fewer items follow than are announced', '后文条目少于所列数目'],
  'has-closing': ['the closing words are there', '有结束语'],
  'has-salutation': ['the salutation is there', '有称呼'],
  'has-plan-part': ['the part on the year ahead is there', '有对今年工作的安排'],
  'has-review-part': ['the review of the past year is there', '有对过去一年的回顾'],
  'region-unknown': ['the place could not be told', '未能识别地区'],
  'year-unknown': ['the year could not be told', '未能识别年份'],
};

const completeness: Entries = {
  complete: ['complete', '完整'],
  truncated: ['truncated', '截断'],
  excerpt: ['excerpt', '节选'],
  'not-a-report': ['not a report', '不是报告'],
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
const check: Entries = {
  'same-fact': ['same fact', '同一数字'],
  growth: ['growth', '增速'],
  'sum-of-parts': ['sum of parts', '分项之和'],
  'part-of-whole': ['part of a whole', '部分与整体'],
  share: ['share', '占比'],
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
