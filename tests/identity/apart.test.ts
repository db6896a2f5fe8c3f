/** Reports whose meeting, year or place stands outside their head, as portals and yearbooks give them; what each is was read by hand. */
import { describe, expect, it } from 'vitest';
import { audit, rulesFromDisk } from '../support/pipeline.ts';

const RULES = rulesFromDisk();

function identityOf(text: string) {
  const [source] = audit([{ name: 'page.txt', data: text }], RULES).sources;
  const { region, reportYear, session, deliveredOn, speaker } = source?.reports[0]?.identity ?? {};
  return { reports: source?.reports.length, region, reportYear, session, deliveredOn, speaker };
}

const QINGDAO = `各位代表:
现在,我代表市人民政府向大会做工作报告,请予审议,并请各位政协委员和其他列席会议人员提出意见。
一、政府工作的回顾
本届政府施政的第一年,在市人大、市政协的监督和支持下,我们紧紧依靠全市人民,较好地完成了各项任务。
`;
const BUTTONS = '字体大小: 打印\n年度期数 第四期\n总期刊数 总第六十七期\n成文日期 2004-03-01\n发布日期 2004-03-01\n';
const LINE = '政府工作报告——2004年2月17日在青岛市第十三届人民代表大会第二次会议上青岛市市长夏耕\n';

describe('a title block that the lines of the site cut off from its report', () => {
  it('says whose and when it is', () => {
    expect(identityOf(LINE + BUTTONS + QINGDAO)).toEqual({
      reports: 1,
      region: '青岛市',
      reportYear: 2004,
      session: '第十三届人民代表大会第二次会议',
      deliveredOn: '2004-02-17',
      speaker: '夏耕',
    });
  });

  it('says nothing where a list of several years stands above', () => {
    const other = '政府工作报告——2003年2月18日在青岛市第十三届人民代表大会第一次会议上\n';
    expect(identityOf(other + LINE + BUTTONS + QINGDAO)).toMatchObject({ region: null, deliveredOn: null });
  });

  it('says nothing behind a paragraph of another text', () => {
    const news = '会议听取了有关情况的说明,审议通过了各项决议,圆满完成了各项议程,今天上午在市人民会堂闭幕。\n';
    expect(identityOf(LINE + news + BUTTONS + QINGDAO)).toMatchObject({ region: null, deliveredOn: null });
  });

  it('is the report’s own where title and meeting share a line', () => {
    const text =
      '政府工作报告(摘要)--1999年2月25日在济南市第十二届人民代表大会第二次会议上\n济南市市长谢玉堂\n各位代表：\n我受市人民政府委托，向大会报告政府工作，请审议，并请各位政协委员和其他列席人员提出意见。\n一、本届政府开局之年的工作\n全市实现国内生产总值821.1亿元，比上年增长13.1%。\n';
    const [source] = audit([{ name: 'page.txt', data: text }], RULES).sources;
    expect(source?.reports[0]?.text.startsWith('政府工作报告(摘要)')).toBe(true);
    expect(identityOf(text)).toMatchObject({ region: '济南市', deliveredOn: '1999-02-25', speaker: '谢玉堂' });
  });
});

describe('a year that only sentences tell', () => {
  const OPENING = '各位代表：\n现在，我代表县人民政府向大会报告工作，请予审议。\n';

  it.each([
    ['the year just past', '各位代表，刚刚过去的2018年，是我县脱贫攻坚加速推进、发展基础不断夯实的一年。', 2019],
    [
      'a heading that lost its line',
      '过去五年和2021年工作回顾过去五年，市政府坚持稳中求进，奋发有为、攻坚克难。',
      2022,
    ],
    ['the year it begins with', '1955年，是我们国家的政治形势发生根本变化的一年。全国各地掀起了合作化的高潮。', 1956],
    ['a goal is no year', '到2035年，我县将基本实现现代化，人民生活更为宽裕。各项工作都要为此努力。', null],
    ['two that differ', '过去的2018年成绩显著。2021年工作回顾如下，各项工作都取得了新的进展和成效。', null],
  ])('%s', (_, words, year) => {
    expect(identityOf(OPENING + words).reportYear).toBe(year);
  });

  it('takes the session from the words to the assembly', () => {
    const text =
      '各位代表：我代表省人民委员会向山西省第一届人民代表大会第四次会议作政府工作报告。1955年，是我们国家的政治形势发生根本变化的一年。截至目前，我省已经有占农户总数的97%的农户加入了农业生产合作社。';
    expect(identityOf(text)).toMatchObject({
      region: '山西省',
      reportYear: 1956,
      session: '第一届人民代表大会第四次会议',
    });
  });
});

describe('a place that only its party committee tells', () => {
  const OPENING =
    '各位代表：\n我代表省人民政府向大会作政府工作报告，请予审议，并请政协委员提出意见。\n过去五年工作回顾\n';

  it.each([
    [
      'of a province',
      '在中共中央、国务院和中共广东省委的正确领导下，国民经济实现大跨越，各项事业取得丰硕成果。',
      '广东省',
    ],
    ['of a city in it is not the province', '在中共深圳市委的领导下，特区建设取得丰硕成果，各项任务顺利完成。', null],
    [
      'of two provinces is none',
      '在中共广东省委的领导下开展协作，在中共广西省委、中共湖南省委的领导下共同推进。',
      null,
    ],
    ['that is only named', '我们与中共湖南省委党史研究室合作编写了史料，各项文化事业取得丰硕成果。', null],
  ])('%s', (_, words, region) => {
    expect(identityOf(OPENING + words).region).toBe(region);
  });
});

it('a bureau that speaks to its own meeting gives no government work report', () => {
  const text =
    '2022年城市管理和综合执法工作报告市城管局党组书记、局长  杜  宇\n同志们：\n今天，我们召开局系统工作会议，主要任务是：全面总结2021年工作，安排部署2022年度工作。下面，从四个方面向大会报告工作。\n一、回顾2021年，城管工作交出满意答卷\n一年来，局系统上下坚持稳中求进，推动实现了城市管理水平的新提升。126家市直公共机构全面实施生活垃圾分类。\n';
  const [source] = audit([{ name: 'page.txt', data: text }], RULES).sources;
  expect(source?.reports.filter(({ completeness }) => completeness.verdict !== 'not-a-report')).toEqual([]);
});

describe('a year that a library put for the true one', () => {
  const redated = (year: string, words: string): string =>
    `${year}年天津政府工作报告全文\n各位代表：\n现在，我代表市人民政府，向大会作政府工作报告，请予审议。\n一、${year}年工作的简要回顾\n${year}年，${words}，稳中求进，开拓创新，经济社会发展取得新成绩。全市生产总值增长10%。\n`;

  it.each([
    ['2023', '我们全面贯彻落实党的十八大和十八届三中、四中全会精神', null],
    ['2014', '我们全面贯彻落实党的十八大和十八届三中、四中全会精神', 2015],
    ['2023', '我们贯彻党的二十大精神，巩固党的十八大以来的成果', 2024],
    ['2023', '我们巩固党的十八大以来的成果', 2024],
  ])('%s with %s', (year, words, told) => {
    expect(identityOf(redated(year, words)).reportYear).toBe(told);
  });
});

it('a session whose count lost its 次 is one', () => {
  const text =
    '政府工作报告\n——在东乌珠穆沁旗第十六届人民代表大会第一会议上\n东乌旗人民政府代旗长 周玉龙\n（2022年1月5日）\n各位代表：\n现在，我代表旗人民政府向大会报告工作，请予审议，并请政协委员和列席会议的同志提出意见。\n一、过去四年工作回顾\n四年来，我们攻坚克难、砥砺奋进，预计全旗地区生产总值累计完成232.75亿元，年均增长3.56%。\n';
  expect(identityOf(text)).toMatchObject({ region: '东乌珠穆沁旗', deliveredOn: '2022-01-05', speaker: '周玉龙' });
});
