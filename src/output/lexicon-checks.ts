/** Words for checks: what kind they are, why they have their verdict, what probably went wrong, and how the comparison is told. */
import type { Entries } from './lexicon.ts';

export const check: Entries = {
  'same-fact': ['same fact', '同一事实'],
  growth: ['growth', '增速'],
  'sum-of-parts': ['sum of parts', '分项之和'],
  'part-of-whole': ['part of a whole', '部分与整体'],
  share: ['share', '占比'],
  comparison: ['comparison', '快慢高低'],
  change: ['change within a sentence', '句内升降'],
  nested: ['part of an indicator', '指标与其中项'],
  composition: ['composition of a whole', '构成'],
  plausibility: ['plausibility', '合理性'],
  series: ['course over the years', '历年走势'],
  rank: ['rank', '位次'],
  record: ['record and streak', '新高与连续'],
  stock: ['stock and additions', '存量与新增'],
  target: ['target and outcome', '目标与实绩'],
  goals: ['all targets met', '目标任务完成'],
  'sub-period': ['part of a year', '年内分期'],
};

/** Keys may be joined by +: every one of them is put into words. */
export const reason: Entries = {
  agrees: ['all statements agree', '各处说法一致'],
  fits: ['they fit within what the written forms allow', '在写法所允许的范围内相符'],
  disagrees: ['no values that the written forms allow fit together', '写法所允许的任何取值都不能相符'],
  'may-mean-another': [
    'the two may count different things under one name, and nothing else speaks for a misprint',
    '两处名称相同而所指或有不同，又无其他迹象表明误植',
  ],
  'sense-of-comparison': ['the words do not say in which direction the two are compared', '文中未说明两者比较的方向'],
  differs: ['the same fact is given different values', '同一事实有不同的数值'],
  contradicted: ['the other report says the opposite', '与另一篇报告所述相反'],
  'implausible-gap': ['the gap is too wide for prices or scope to explain', '差距过大，价格或口径不足以解释'],
  'part-exceeds-whole': ['the part is larger than the whole', '部分大于整体'],
  'parts-exceed-whole': ['the parts together exceed the whole', '各部分之和大于整体'],
  'comparable-prices': [
    'the growth is at comparable prices and cannot be held against levels at current prices',
    '增速按可比价计算，不能与现价水平直接相比',
  ],
  'same-scope': ['the growth is on a same-scope basis: the base was adjusted', '增速为同口径，基期数已作调整'],
  'unknown-basis': ['the text does not say on what basis the growth was calculated', '未说明增速的计算口径'],
  'other-basis': ['the two growth rates stand on different bases', '两个增速口径不同'],
  'other-period': ['the figures cover different periods', '所指时期不同'],
  'base-stated-twice': ['the base is stated twice, with different values', '基期数有两种说法'],
  'unit-of-growth': ['the growth is given in a unit that cannot be applied to the level', '增速的单位无法套用于水平值'],
  'missing-part': ['not every part is stated', '各组成部分并未全部写出'],
  'part-stated-twice': ['a part is stated twice, with different values', '某一组成部分有两种说法'],
  'several-targets': ['they are targets, and there may be several', '均为目标数，可能不止一个'],
  cumulative: ['sums over several years may end in different years', '累计数的截止年份可能不同'],
  'unknown-indicator': [
    'the indicator is not in the vocabulary, so the same words may mean two things',
    '指标未收入词表，相同文字可能另有所指',
  ],
  'other-nature': ['one is an outcome, the other an estimate or a target', '一为实绩，一为预计或目标'],
  'other-scope': ['the figures have different scopes', '统计范围不同'],
  'may-be-revised': ['a later report may state a revised value', '后一年的报告可能采用修订数'],
  'may-be-cumulative': [
    'the report looks back on several years, and the figure may be their sum',
    '报告回顾多个年份，数字可能为多年合计',
  ],
  'other-wording': [
    'the two are worded differently and may be two measures of one thing',
    '两处用词不同，可能是同一事项的两种统计',
  ],
  'loosely-counted': [
    'such numbers are told of one year or of all years, of what was begun or of what was done',
    '此类数字有的指一年，有的指历年，有的指开工，有的指完成',
  ],
  'base-redrawn': [
    'several indicators are off by the same factor: the place was enlarged or divided, and growth is told on the new base',
    '多项指标同比例偏离：行政区划有变，增速按新的基数计算',
  ],
  'span-of-years': ['the number of years that the growth runs over is not certain', '增速所跨的年数不确定'],
  'sum-off': ['the shares do not add up to the whole', '各项比重之和不等于整体'],
  'far-from-neighbours': [
    'the value lies far from those of the years before and after, which agree',
    '与前后年份的数值相差悬殊，而前后年份彼此接近',
  ],
  'out-of-line': [
    'the years around it are closer to each other than any change that is known of this indicator allows',
    '超出该指标已知的任何年度变动',
  ],
  hedged: ['a figure is given with “about” or “more than”', '数字带有“约”“以上”等词'],
  'last-digit': ['they miss each other by the last digit of the share only', '只差比重的最后一位数字'],
  'separate-accounts': [
    'places keep accounts of their own, which may add up to somewhat more than the whole',
    '各地分别核算，合计可能略大于总数',
  ],
  'no-record': ['another year’s report states what the claim leaves no room for', '其他年份的报告所述与此说法不合'],
  'ranked-otherwise': ['the report of a year of the streak tells a lower rank', '所称连续年份中，另有报告写明位次较低'],
  'unknown-years': [
    'nothing contradicts it, but too few of the years that it speaks of are known',
    '未见矛盾，但所涉年份已知的太少',
  ],
  outranked: ['neighbours whose reports are known state more', '已知的同级地区中有更高者'],
  'unknown-peers': [
    'nothing contradicts it, but fewer than half of the neighbours state the figure',
    '未见矛盾，但写出该数的同级地区不足一半',
  ],
  'level-or-rate': ['the words do not tell whether the level or its growth is ranked', '未说明是总量还是增速的位次'],
  'ranked-lower': [
    'fewer neighbours are ahead than the rank says: it may count places that lie elsewhere',
    '领先的同级地区少于所称位次，或许另计其他地区',
  ],
  'target-met': ['the target was reached', '已达到目标'],
  'target-missed': ['the target was not reached, which makes no figure wrong', '未达到目标，但数字并不因此有误'],
  'targets-met': ['all targets whose outcome is known were reached', '已知结果的目标均已达到'],
  'few-targets-known': [
    'none was missed, but the outcome of too few targets is known',
    '未见未达到者，但已知结果的目标太少',
  ],
  'hedged-claim': ['some targets were missed, and the words leave room for it', '有目标未达到，而说法本留有余地'],
  'of-some-targets': [
    'targets were missed, but the claim is of the main ones only',
    '有目标未达到，但所说只是主要目标',
  ],
  'targets-missed': ['targets were missed, which makes no figure wrong', '有目标未达到，但数字并不因此有误'],
  'most-targets-missed': [
    'at least half of the targets whose outcome is known were missed',
    '已知结果的目标中有半数以上未达到',
  ],
  'stock-also-leaves': [
    'what left the stock, or came to it unnamed, may explain the difference',
    '退出或未写明的增加可以解释差额',
  ],
  'stock-redefined': ['the two totals seem to count different things', '两个总数所计范围似有不同'],
  'no-upper-end': ['the figure is open above', '数字没有上限'],
  'open-ended': ['a figure is open on one side', '数字一侧没有界限'],
  'part-year': ['the figures cover part of the year', '只涵盖部分年份'],
  'first-three-quarters': ['the figures cover the first three quarters', '只涵盖前三季度'],
  'first-half': ['the figures cover the first half of the year', '只涵盖上半年'],
  'first-quarter': ['the figures cover the first quarter', '只涵盖第一季度'],
};

export const cause: Entries = {
  'other-copy-fits': ['another copy of the report has a value that fits', '同一报告的另一副本中的数值相符'],
  'wrong-unit': ['万 and 亿 were mixed up', '万、亿混淆'],
  'decimal-point': ['the decimal point was lost', '小数点丢失'],
  'doubled-digit': ['a digit was written twice', '某位数字重复'],
  'lost-digit': ['a digit was lost', '漏了一位数字'],
  'wrong-sign': ['growth and fall were mixed up', '增、降混淆'],
  'wrong-digit': ['one digit is wrong', '某位数字有误'],
  exchanged: ['it was exchanged with another figure of its sentence', '与同句另一数字互换'],
  'value-of-another-year': ['it is the value of another year', '误用了另一年的数值'],
  'swapped-digits': ['two digits were swapped', '两位数字颠倒'],
};

/** How the comparison of each family is told from the check's data. One whose names are not all given is told from its figures. */
export const derivations: Entries = {
  growth: [
    '{indicator}: {before} in the period before and growth of {growth} lead to {expected}; written is {now}, which implies growth of {implied}.',
    '{indicator}：上期 {before}，增减 {growth}，推得 {expected}；原文为 {now}，隐含增速 {implied}。',
  ],
  'same-fact': ['{indicator} ({period}) is given as {quotes}.', '{indicator}（{period}）写作 {quotes}。'],
  share: [
    '{parts}: these imply a whole of {implied}; stated: {whole}.',
    '{parts}：由此推得整体为 {implied}；所述整体：{whole}。',
  ],
  'sum-of-parts': ['{parts} = {sum}; stated: {whole} {stated}.', '{parts} = {sum}；原文：{whole} {stated}。'],
  'part-of-whole': [
    '{indicator}: {parts}, against {whole} of the place that they lie in.',
    '{indicator}：{parts}；所在的上级地区：{whole}。',
  ],
  change: [
    '{indicator}: from {from} with a change of {change} follows {expected}; written is {to}.',
    '{indicator}：由 {from} 起，变动 {change}，应为 {expected}；原文为 {to}。',
  ],
  nested: ['{part} {stated} is part of {whole} {total}.', '{part} {stated}，属于{whole} {total}。'],
  composition: [
    '{indicator}: {parts} add up to {sum}, not to {whole}.',
    '{indicator}：{parts}，合计 {sum}，应为 {whole}。',
  ],
  plausibility: [
    '{indicator}: {stated} in {year}, but {before} the year before and {after} the year after.',
    '{indicator}：{year}年 {stated}，而上年 {before}，下年 {after}。',
  ],
  record: [
    '{indicator} {own}: {claim}; the reports of other years ({known}) state {others}.',
    '{indicator} {own}，称“{claim}”；其他年份（{known}）的报告为 {others}。',
  ],
  series: [
    '{indicator} in {year}: {stated}; in the years around it {others}.',
    '{indicator}：{year}年 {stated}；前后年份 {others}。',
  ],
  rank: [
    '{indicator} {own} is said to rank {claim}; of {of} neighbours {known} state theirs and {ahead} are ahead: {peers}.',
    '{indicator} {own}，称居{claim}；{of}个同级地区中{known}个有此数，领先者{ahead}个：{peers}。',
  ],
  stock: [
    '{indicator}: {before} in the report of the year before and {added} more make {expected}; written is {stated}.',
    '{indicator}：上年报告 {before}，新增 {added}，应为 {expected}；原文为 {stated}。',
  ],
  target: ['{indicator}: aimed at {target}, reached {reached}.', '{indicator}：目标 {target}，实绩 {reached}。'],
  goals: [
    '“{claim}” ({years}): {met} of {known} targets whose outcome is known were reached: {shown}.',
    '“{claim}”（{years}年）：已知结果的{known}项目标中达到{met}项：{shown}。',
  ],
  'sub-period': [
    '{indicator}: {part} in {months} is part of {whole} in the year.',
    '{indicator}：{months} 为 {part}，属于全年的 {whole}。',
  ],
  comparison: [
    '{indicator} is said to be {claim}: {own}, {other}, a difference of {difference}.',
    '{indicator}称“{claim}”：{own}，{other}，相差 {difference}。',
  ],
};
