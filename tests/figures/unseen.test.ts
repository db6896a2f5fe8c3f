/** Sentences of reports of counties, banners and towns that were read for the first time: what a careful reader says of their figures. */
import { expect, test } from 'vitest';
import { meaningsIn } from './support.ts';

// Figures that a row does not list are not asked for.
test.each([
  // Narrow punctuation: the years of one clause say nothing of the next.
  [
    null,
    '全县地区生产总值完成87.4亿元,五年跨越3个十亿级台阶,年均增速达到8%;固定资产投资完成51.5亿元,同比增长10%',
    [
      '8%, 地区生产总值, growth, up, comparable, [年均], 2019-01-01/2023-12-31, of 87.4亿元',
      '51.5亿元, 固定资产投资, level',
      '10%, 固定资产投资, growth, up, same-scope, of 51.5亿元',
    ],
  ],
  [
    '过去五年工作回顾',
    '全旗地区生产总值从2018年的671.1亿元增加到2023年的1107.8亿元,固定资产投资累计完成2867亿元',
    ['2867亿元, 固定资产投资, total, cumulative, 2019-01-01/2023-12-31'],
  ],
  // Months that open a sentence hold behind its semicolons, but not for what is expected of the year.
  [
    null,
    '1—11月，规模以上工业增加值增长15.9%；高新技术产业产值增长41.8%，增速居全省第一；预计全市生产总值3000亿元。',
    [
      '15.9%, 规模以上工业增加值, growth, up, comparable, [规模以上], 2023-01-01/2023-11-30',
      '41.8%, 高新技术产业产值, growth, up, nominal, 2023-01-01/2023-11-30',
    ],
  ],
  // The year before is one year, whatever years the section looks back on.
  [
    '过去五年工作回顾',
    '初步核算，全区地区生产总值2600亿元，同比增长17%以上；财政收入476亿元，增长20%。',
    ['17%以上, 地区生产总值, growth, up, comparable, of 2600亿元'],
  ],
  // So is the growth of a level of that year, unless it is large or told against another.
  [
    '过去五年工作回顾',
    '生产总值实现2.22万亿元，增长11.3%，实际利用外资29亿美元，增长119%，财政收入300亿元，五年增长39%。',
    [
      '11.3%, 地区生产总值 “生产总值”, growth, up, comparable, of 2.22万亿元',
      '119%, 实际使用外资 “利用外资”, growth, up, no time, of 29亿美元',
      '39%, 财政收入, growth, up, nominal, 2019-01-01/2023-12-31, of 300亿元',
    ],
  ],
  // Things are counted, not money.
  [
    null,
    '全年谋划实施项目382个，总投资1048亿元，开工248个，竣工投产141个。',
    ['248个, ? “谋划实施项目”, count, [开工]', '141个, ? “谋划实施项目”, count, [投产]'],
  ],
  [null, '生产总值过400亿元的5个、财政收入过30亿元的3个。', ['3个, ? “”, count']],
  // What a name is glossed with, or measured against, is no part of it.
  [null, '全镇实现国内生产总值(GDP)4亿元，同比增长30%。', ['4亿元, 地区生产总值 “国内生产总值”, level']],
  [null, '2005年财政总收入在2000年基础上实现翻一番。', ['翻一番, 财政收入 “财政总收入”, ratio, 2005-01-01/2005-12-31']],
  [null, '“十五”期末社会消费品零售总额达到6.17亿元。', ['6.17亿元, 社会消费品零售总额, level, 2005-12-31/2005-12-31']],
  [null, '完成投资2534亿元，较“十一五”增长164%。', ['164%, ? “投资”, growth, up, [比十一五], of 2534亿元']],
  [
    null,
    '粮食产量90亿斤(预计数,下同),增长2%。',
    ['2%, 粮食总产量 “粮食产量”, growth, estimate, up, nominal, of 90亿斤'],
  ],
  [null, '累计筹集建设资金468亿元，设立了总规模40亿元的产业基金。', ['40亿元, ? “总规模”, level']],
  [
    null,
    '规模以上工业增加值增加到68亿元，五年翻了一番多，年均增长16.3%。',
    ['16.3%, 规模以上工业增加值, growth, up, comparable, [年均 规模以上], 2019-01-01/2023-12-31, of 68亿元'],
  ],
  [
    null,
    '三次产业协调发展，结构比由2005年的14:68:18演进为11:64:25。',
    ['14, 三次产业结构, share, 2005-01-01/2005-12-31', '11, 三次产业结构, share'],
  ],
  [null, '私营企业户数增长15.6%，注册资本增长35.2%，分居全省第五、第三。', ['第三, ? “注册资本”, rank, [全省]']],
  // How long a thing held is no figure, and no part of the name.
  [
    null,
    '固定资产投资增长16%、连续12个月保持全省前二。',
    ['16%, 固定资产投资, growth, up, same-scope', '前二, 固定资产投资, rank, [全省]'],
  ],
  // A sector alone is its value added; with the head of a list it is what the head says.
  [
    null,
    '其中一产增长3.9%，二产增长14.1%、全市第二，三产增长1.6%。',
    [
      '3.9%, 第一产业增加值 “一产”, growth, up, comparable',
      '14.1%, 第二产业增加值 “二产”, growth, up, comparable',
      '1.6%, 第三产业增加值 “三产”, growth, up, comparable',
    ],
  ],
  [
    null,
    '第一产业、第二产业投资分别增长5%、9%。',
    ['5%, ? “第一产业投资”, growth, up', '9%, ? “第二产业投资”, growth, up'],
  ],
] as const)('under %s: %s', (heading, text, wanted) => {
  const told = meaningsIn(text, 'review', heading === null ? [] : [heading]);
  expect(told).toEqual(expect.arrayContaining([...wanted]));
});
