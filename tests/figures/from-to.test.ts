/** From one year to another, times of a year, and what was restored of it: which year each figure is of. */
import { expect, test } from 'vitest';
import { meaningsIn } from './support.ts';

// Figures that a row does not list are not asked for.
test.each([
  [
    null,
    '地区生产总值从2016年的5125亿元提高到2021年的7585亿元，年均增长7%，总量排名居全省第三。',
    [
      '5125亿元, 地区生产总值, level, 2016-01-01/2016-12-31',
      '7585亿元, 地区生产总值, level, 2021-01-01/2021-12-31',
      '7%, 地区生产总值, growth, up, comparable, [年均], 2017-01-01/2021-12-31, of 7585亿元',
    ],
  ],
  [
    null,
    '人均GDP从2015年的3.5万元增加到2020年的4.4万元，增长26.8%。',
    [
      '4.4万元, 人均地区生产总值 “人均GDP”, level, 2020-01-01/2020-12-31',
      '26.8%, 人均地区生产总值 “人均GDP”, growth, up, comparable, no time, of 4.4万元',
    ],
  ],
  [
    null,
    '三次产业结构由“十二五”期末的6.9:53.4:39.7调整为8.2:46.3:45.5。',
    ['6.9, 三次产业结构, share, 2015-12-31/2015-12-31', '8.2, 三次产业结构, share'],
  ],
  [null, '贫困人口从前年的190万人减少到去年的177万人。', ['177万人, 农村贫困人口 “贫困人口”, count']],
  [
    null,
    '生产总值2008年迈上3000亿元台阶，2010年达到4358.5亿元，是2005年的2倍。',
    [
      '4358.5亿元, 地区生产总值 “生产总值”, level, 2010-01-01/2010-12-31',
      '2倍, 地区生产总值 “生产总值”, ratio, [比2005年], 2010-01-01/2010-12-31',
    ],
  ],
  // The section is on five years; what is told of its last year grew over all five.
  [
    '过去五年工作回顾',
    '2023年生产总值达到6536.1亿元，年均增长8.8%。',
    [
      '6536.1亿元, 地区生产总值 “生产总值”, level',
      '8.8%, 地区生产总值 “生产总值”, growth, up, comparable, [年均], 2019-01-01/2023-12-31, of 6536.1亿元',
    ],
  ],
  // It ends with a year that is not the last of the section: over which years is not said.
  [
    '过去五年工作回顾',
    '农民人均纯收入由7786元增加到2022年的13055元，年均增长12%。',
    [
      '13055元, 农民人均纯收入, level, [农村], 2022-01-01/2022-12-31',
      '12%, 农民人均纯收入, growth, up, [农村 年均], no time, of 13055元',
    ],
  ],
  [
    null,
    '地区生产总值达到2005年的2.4倍，财政收入是2010年的2.2倍，服务业增加值是2010年的1.88倍。',
    [
      '2.4倍, 地区生产总值, ratio, [比2005年]',
      '2.2倍, 财政收入, ratio, [比2010年]',
      '1.88倍, 第三产业增加值 “服务业增加值”, ratio, [比2010年]',
    ],
  ],
  [
    null,
    '接待游客6316万人次、旅游收入536.8亿元，恢复至2019年的85%。游客接待量恢复至上年同期六成。',
    ['85%, 旅游总收入 “旅游收入”, ratio, [比2019年]', '六成, 接待游客 “游客接待量恢复”, ratio'],
  ],
  [
    null,
    '规上工业企业产能利用率恢复到78%，社会消费品零售总额增速恢复到5%，客流量恢复到疫情前的九成，用水量恢复到正常年份的96.5%。',
    [
      '78%, ? “规上工业企业产能利用率恢复”, share, [规模以上]',
      '5%, ? “社会消费品零售总额增速恢复”, growth, up',
      '九成, ? “客流量恢复到疫情前”, ratio',
      '96.5%, ? “用水量恢复到正常年份”, ratio',
    ],
  ],
  [
    null,
    '旅游人次和旅游收入分别增长15%、18%。',
    ['15%, ? “旅游人次”, growth, up', '18%, 旅游总收入 “旅游收入”, growth, up, nominal'],
  ],
  [
    null,
    '城、乡居民人均可支配收入分别增长7.5%、9%，外贸进出口总额跃居全国第3。',
    [
      '7.5%, 城镇居民人均可支配收入, growth, up, [城镇]',
      '9%, 农村居民人均可支配收入, growth, up, [农村]',
      '第3, 进出口总额 “外贸进出口总额”, rank, [全国]',
    ],
  ],
  // A page that hides its years: which one is meant is not known.
  [
    null,
    '全年完成投资90亿元。全社会固定资产投资20xx年完成2010亿元，XX年社会消费品零售总额由XX年的644亿元增加到1100亿元。',
    ['2010亿元, 固定资产投资 “全社会固定资产投资”, level, no time', '1100亿元, 社会消费品零售总额, level, no time'],
  ],
])('under %s: %s', (heading, text, wanted) => {
  expect(meaningsIn(text, 'review', heading === null ? [] : [heading])).toEqual(expect.arrayContaining(wanted));
});
