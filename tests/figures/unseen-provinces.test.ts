/** Sentences of reports of provinces, counties and towns that were read for the first time: what a careful reader says of their figures. */
import { expect, test } from 'vitest';
import { meaningsIn } from './support.ts';

// Figures that a row does not list are not asked for.
test.each([
  // How long something has held is no part of its name.
  [null, '粮食总产量连续9年稳定在1300亿斤以上。', ['1300亿斤以上, 粮食总产量, level']],
  [null, '国控断面优良水体比例连续5年保持100%。', ['100%, ? “国控断面优良水体比例”, share']],
  // The verb between two numbers names nothing.
  [
    null,
    '农产品加工产值与农业总产值之比从1.68∶1提升至2.5∶1。',
    ['1.68∶1, ? “农产品加工产值与农业总产值之比”, ratio, no time', '2.5∶1, ? “农产品加工产值与农业总产值之比”, ratio'],
  ],
  [
    null,
    '每万人有效发明专利拥有量由35.8件提升至77.3件。',
    ['77.3件, 每万人口发明专利拥有量 “每万人有效发明专利拥有量”, level'],
  ],
  // A number of things is followed by their name, and that ends where it is said what they are a share of.
  [null, '新增公办幼儿园学位49万个，改善7000多所义务教育学校办学条件。', ['7000多所, ? “义务教育学校办学条件”, count']],
  [null, '14个重点产业产值占农林牧渔业总产值的80%以上。', ['14个, ? “重点产业产值”, count']],
  [null, '完成88项耕地占补平衡和土地综合整治项目。', ['88项, ? “耕地占补平衡和土地综合整治项目”, count']],
  // 人数 is a word.
  [
    null,
    '安全生产事故起数、死亡人数分别下降16.8%、15.7%，2023年旅居人数超550万。',
    ['15.7%, 生产安全事故死亡人数 “安全生产事故死亡人数”, growth, down', '超550万, ? “旅居人数”, count'],
  ],
  [null, '基本养老、基本医疗保险参保人数分别达到403万人和382万人。', ['382万人, ? “基本医疗保险参保人数”, count']],
  // What was done in several years is of no one year, unless it is held against that of another year.
  [
    '过去五年工作回顾',
    '完成水利投资102亿元，完成固定资产投资1131亿元，增长12.7%，实现进出口总额1.4万亿元，生产总值突破3万亿元。',
    [
      '102亿元, 水利投资, level, no time',
      '1131亿元, 固定资产投资, level',
      '1.4万亿元, 进出口总额, level, no time',
      '突破3万亿元, 地区生产总值 “生产总值”, level',
    ],
  ],
  [
    '过去五年工作回顾',
    '完成工业投资580亿元、出口总额70亿美元，年均分别增长17.7%和5.3%。',
    ['580亿元, 工业投资, level', '70亿美元, 出口总额, level'],
  ],
  // At what prices is told in brackets, or before the head of the name.
  [
    null,
    '全县实现地区生产总值(现行价)300364万元,比上年增长(可比价)9.8%;其中一、二、三产业现价增加值分别达到9.98亿元、4.2亿元、10.72亿元。',
    [
      '300364万元, 地区生产总值, level',
      '9.8%, 地区生产总值, growth, up, comparable, of 300364万元',
      '4.2亿元, 第二产业增加值 “第二产业现价增加值”, level',
    ],
  ],
  // The plan in which a change began is no part of the name.
  [
    '过去五年工作回顾',
    '招商引资由“十一五”时期的0.8亿元增长到了2亿元。',
    ['0.8亿元, ? “招商引资”, level, 2006-01-01/2010-12-31', '2亿元, ? “招商引资”, level, no time'],
  ],
  // How large each of the investments is at least is no figure.
  [
    null,
    '50万元以上固定资产累计投资16.1亿元。',
    ['16.1亿元, ? “50万元以上固定资产累计投资”, total, cumulative, no time'],
  ],
  [null, '财政收入超300万元的乡镇有8个,超500万元的有3个。', ['3个, ? “财政收入超300万元的乡镇”, count']],
] as const)('under %s: %s', (heading, text, wanted) => {
  const told = meaningsIn(text, 'review', heading === null ? [] : [heading]);
  expect(told).toEqual(expect.arrayContaining([...wanted]));
});
