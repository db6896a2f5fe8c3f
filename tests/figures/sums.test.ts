/** Sums over years, brackets and marks in names, and what a figure is said of. */
import { expect, test } from 'vitest';
import { meaningsIn } from './support.ts';

// Figures that a row does not list are not asked for.
test.each([
  [
    'review',
    null,
    '地区生产总值跨过两万亿台阶，年均增长13.3%。',
    ['13.3%, 地区生产总值, growth, up, comparable, [年均], no time'],
  ],
  [
    'review',
    null,
    '累计完成固定资产投资5000亿元，年均增长20%以上。',
    [
      '5000亿元, 固定资产投资, total, cumulative, no time',
      '20%以上, 固定资产投资, growth, up, same-scope, [年均], no time, of 5000亿元',
    ],
  ],
  ['review', null, '新增本外币贷款2406亿元，增幅高于全国平均水平。', ['2406亿元, 金融机构贷款余额 “本外币贷款”, new']],
  [
    'review',
    '过去五年（2019年—2023年）工作回顾',
    '新建学校25所。',
    ['25所, ? “学校”, new, cumulative, 2019-01-01/2023-12-31'],
  ],
  ['review', '过去五年和2023年工作回顾', '新建学校25所。', ['25所, ? “学校”, new, cumulative, no time']],
  ['review', null, '五年完成投资1万亿元。', ['1万亿元, ? “投资”, total, cumulative, 2019-01-01/2023-12-31']],
  ['review', null, '过去五年，高速公路通车里程5493公里。', ['5493公里, 高速公路通车里程, level']],
  [
    'review',
    null,
    '2022年，财政收入90亿元；税收收入60亿元，增长5%。',
    ['60亿元, 税收收入, level, 2022-01-01/2022-12-31'],
  ],
  [
    'review',
    null,
    '累计引进市外资金330亿元，增长43亿元。',
    ['330亿元, 利用市外资金 “市外资金”, total, cumulative, no time'],
  ],
  ['review', null, '累计引进市外资金330亿元同比增长43.5%。', ['330亿元, 利用市外资金 “市外资金”, total']],
  [
    'review',
    null,
    '森林覆盖率达到40%，森林覆盖率提高2个百分点。',
    ['2个百分点, 森林覆盖率, change_points, up, of 40%'],
  ],
  ['review', null, '2022年财政收入90亿元。其他指标回升，进出口总额增长16%。', ['16%, 进出口总额, growth, up, nominal']],
  ['review', null, '2022年末，常住人口120万人；新建学校25所。', ['25所, ? “学校”, new']],
  [
    'review',
    null,
    '市级以及省级企业分别达到6家、7家。',
    ['6家, ? “市级企业”, count, [市级]', '7家, ? “省级企业”, count, [省级]'],
  ],
  [
    'review',
    null,
    '新能源（含风电、光伏）和煤炭产量分别增长5%、6%。',
    ['5%, ? “新能源（含风电、光伏）产量”, growth, up', '6%, ? “煤炭产量”, growth, up'],
  ],
  [
    'review',
    null,
    '“菜篮子、米袋子”工程和安居工程投资分别增长5%、6%。',
    ['5%, ? ““菜篮子、米袋子”工程投资”, growth, up'],
  ],
  ['review', null, '财政收入增长　5%。', ['5%, 财政收入, growth, up, nominal']],
  ['review', null, '财政收入增长**5%**。', ['5%, 财政收入, growth, up, nominal']],
  ['review', null, '财政收入增长 5%。', ['5%, 财政收入, growth, up, nominal']],
  ['review', null, '18、资助学生2.8万人。', ['2.8万人, ? “资助学生”, count']],
  ['review', null, '(12)新建学校25所。', ['25所, ? “学校”, new']],
  ['review', null, '旅客吞吐量创近年新高，达1612万人次。', ['1612万人次, 旅客吞吐量, count']],
  [
    'review',
    null,
    '农村饮水安全巩固提升工程惠及42.87万人。',
    ['42.87万人, ? “农村饮水安全巩固提升工程”, count, [农村]'],
  ],
  [
    'review',
    null,
    '居民人均可支配收入增长8%高于全国平均水平。',
    ['8%, 居民人均可支配收入, growth, up, against 全国平均水平'],
  ],
  [
    'review',
    null,
    '居民人均可支配收入增长8%，高于全国平均水平',
    ['8%, 居民人均可支配收入, growth, up, against 全国平均水平'],
  ],
  [
    'review',
    null,
    '财政收入90亿元（不含中央和省级转移支付以及各类政府性基金），增长5%。',
    ['5%, 财政收入, growth, up, nominal, of 90亿元'],
  ],
  ['review', null, '财政收入90亿元，城乡居民（含农户）存款20亿元。', ['20亿元, ? “城乡居民（含农户）存款”, level']],
  [
    'review',
    null,
    '招商引资、项目建设、外贸出口、财政收入、税收收入、工业投资、旅游收入分别增长1%、2%、3%、4%、5%、6%、7%。',
    ['4%, 财政收入, growth, up, nominal', '7%, 旅游总收入 “旅游收入”, growth, up, nominal'],
  ],
  [
    'review',
    null,
    '财政收入90亿元、税收收入60亿元、旅游收入30亿元、工业投资20亿元，分别增长4%、5%、6%、7%。',
    ['7%, 工业投资, growth, up, same-scope, of 20亿元', '4%, 财政收入, growth, up, nominal, of 90亿元'],
  ],
  ['review', null, '项目占地1200亩，投资90亿元。', ['1200亩, ? “项目占地”, level']],
  [
    'review',
    null,
    '研发投入占地区生产总值比重达到3%。',
    ['3%, 研发经费投入强度 “研发投入占地区生产总值比重”, share, out of 地区生产总值'],
  ],
  ['review', null, '工业投资90亿元，约占全市60%。', ['60%, 工业投资, share, of 90亿元, out of 全市']],
  ['review', null, '税收收入占比80%。', ['80%, 税收收入 “税收收入占比”, share']],
  ['review', null, '落户项目占30%。', ['30%, ? “落户项目占”, share']],
  ['review', null, '全年生产总值9250亿元，增长9.4%（预计数）；财政收入90亿元。', ['90亿元, 财政收入, level']],
  [
    'review',
    null,
    '新增就业3万人，农村居民人均可支配收入增长8%、快于城镇居民1.5个百分点。',
    ['1.5个百分点, 农村居民人均可支配收入, change_points, up, [农村], against 城镇居民'],
  ],
  ['review', null, '5银、3铜和2块地，获得奖牌3枚。', ['3枚, ? “奖牌”, count']],
  ['review', null, '乡村医疗卫生机构比重30%，其中甲等5%。', ['5%, ? “甲等”, share']],
  ['review', null, '利润由上年下降2.3%转为增长5%。', ['5%, ? “利润”, growth, up']],
  [
    'review',
    null,
    '前三季度，财政收入90亿元。同比增长5%。',
    ['5%, 财政收入, growth, up, nominal, 2023-01-01/2023-09-30, of 90亿元'],
  ],
] as const)('%s, under %s: %s', (part, heading, text, wanted) => {
  const told = meaningsIn(text, part, heading === null ? [] : [heading]);
  expect(told).toEqual(expect.arrayContaining([...wanted]));
});
