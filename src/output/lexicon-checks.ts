/** Words for checks: what kind they are, why they have their verdict, what probably went wrong, and how the comparison is told. */
import type { Entries } from './lexicon.ts';

export const check: Entries = {
  'same-fact': ['same fact', '同一事实'],
  growth: ['growth', '增速'],
  'sum-of-parts': ['sum of parts', '分项之和'],
  'part-of-whole': ['part of a whole', '部分与整体'],
  share: ['share', '占比'],
  comparison: ['comparison', '快慢高低'],
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
  'separate-accounts': [
    'places keep accounts of their own, which may add up to somewhat more than the whole',
    '各地分别核算，合计可能略大于总数',
  ],
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
  comparison: [
    '{indicator} is said to be {claim}: {own}, {other}, a difference of {difference}.',
    '{indicator}称“{claim}”：{own}，{other}，相差 {difference}。',
  ],
};
