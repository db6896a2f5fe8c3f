/** Heads as county portals and document libraries write them; what each says was read by hand. */
import { describe, expect, it } from 'vitest';
import { audit, rulesFromDisk } from '../support/pipeline.ts';

const RULES = rulesFromDisk();

function body(government: string): string {
  return `各位代表：
现在，我代表${government}人民政府向大会报告工作，请予审议，并请各位政协委员和其他列席人员提出意见。
一、2018年工作回顾
过去一年，面对复杂多变的经济形势，全面完成各项目标任务，经济社会保持平稳健康发展，地区生产总值增长8.1%。
二、2019年工作安排
地区生产总值预期增长8%左右。加强各项工作，推动高质量发展，做好各方面的工作。
各位代表，让我们更加紧密地团结起来，为谱写新篇章而努力奋斗！
`;
}

function who(text: string) {
  const [source] = audit([{ name: 'page.txt', data: text }], RULES).sources;
  const { region, regionCode, deliveredOn, speaker } = source?.reports[0]?.identity ?? {};
  return [source?.reports.length, region, regionCode, deliveredOn, speaker];
}

describe('who reports', () => {
  it.each([
    [
      'a region with its nation left out',
      '政府工作报告\n——2019年1月8日在新疆自治区第十三届人民代表大会第二次会议上\n自治区主席 雪克来提·扎克尔\n',
      '自治区',
      [1, '新疆维吾尔自治区', '650000', '2019-01-08', '雪克来提·扎克尔'],
    ],
    ['the same in a title', '宁夏自治区2019年政府工作报告\n', '自治区', [1, '宁夏回族自治区', '640000', null, null]],
    ['a county of a nation', '2019年麻阳自治县政府工作报告\n', '县', [1, '麻阳苗族自治县', '431226', null, null]],
    [
      'a date below the speaker',
      '政府工作报告\n——在尉犁县第十八届人民代表大会第五次会议上\n县委副书记、县长 木合塔尔·丝迪克\n(2019年1月6日)\n',
      '县',
      [1, '尉犁县', '652823', '2019-01-06', '木合塔尔·丝迪克'],
    ],
    [
      'a long name',
      '鄂托克前旗人民政府工作报告\n——2019年1月8日在鄂托克前旗第十五届人民代表大会第三次会议上\n鄂托克前旗人民政府旗长 布仁其其格\n',
      '旗',
      [1, '鄂托克前旗', '150623', '2019-01-08', '布仁其其格'],
    ],
    [
      'a label of the library, and an acting head of the county',
      '文档介绍:——2009年5月16日在昔阳县第十五届人民代表大会\n   第三次会议上\n代县长   丁雪钦\n',
      '县',
      [1, '昔阳县', '140724', '2009-05-16', '丁雪钦'],
    ],
    [
      'a dash that the site could not write',
      '??2019年1月8日在昔阳县第十五届人民代表大会第三次会议上\n县长 丁雪钦\n',
      '县',
      [1, '昔阳县', '140724', '2019-01-08', '丁雪钦'],
    ],
    [
      'a heavy dash',
      '━━2019年1月8日在昔阳县第十五届人民代表大会第三次会议上\n县长 丁雪钦\n',
      '县',
      [1, '昔阳县', '140724', '2019-01-08', '丁雪钦'],
    ],
    [
      'a date that is whole in the page’s title alone',
      '政 府 工 作 报 告——2019年2月20日在昔阳县第十五届人民代表大会第三次会议上\n发布者：办公室    发布时间：2019-02-20    来源：人大办\n\n——2019220日在昔阳县第十五届\n人民代表大会第三次会议上\n县长 丁雪钦\n',
      '县',
      [1, '昔阳县', '140724', '2019-02-20', '丁雪钦'],
    ],
    ['an acting head of some county', '政府工作报告\n代县长 丁雪钦\n', '县', [1, null, null, null, '丁雪钦']],
    [
      'the acting head of the county that is called so',
      '政府工作报告\n——2019年1月8日在代县第十七届人民代表大会第四次会议上\n代县人民政府代县长 王建国\n',
      '县',
      [1, '代县', '140923', '2019-01-08', '王建国'],
    ],
    [
      'a town whose name is the short one of a county elsewhere',
      '2021年政府工作报告\n——2021年8月27日在小龙门乡第十八届人民代表大会第一次会议上\n小龙门乡乡长  张年才\n',
      '小龙门乡',
      [1, null, null, '2021-08-27', '张年才'],
    ],
    [
      'no province for a county of it that is not named',
      '政府工作报告\n——2019年1月8日在安徽省某县第十七届人民代表大会第四次会议上\n',
      '县',
      [1, null, null, '2019-01-08', null],
    ],
    [
      'the first deputy of a county that its meeting line leaves out',
      '政府工作报告\n——2011年1月13日在县第十五届人民代表大会第五次会议上\n静宁县常务副县长杨晓勇\n',
      '县',
      [1, '静宁县', '620826', '2011-01-13', '杨晓勇'],
    ],
    ['no province under crosses', '2019年湖南省××县政府工作报告\n', '县', [1, null, null, null, null]],
    [
      'no province for a district of a city in it',
      '浙江省**市**区2019年政府工作报告\n',
      '区',
      [1, null, null, null, null],
    ],
    [
      'an office and more behind a title is no name',
      '政府工作报告\n——2019年1月8日在榆中县第十七届人民代表大会第四次会议上\n县长主持大会并报告工作\n',
      '县',
      [1, '榆中县', '620123', '2019-01-08', null],
    ],
    [
      'a part of a county stays one',
      '义乌市佛堂镇政府工作报告\n——2019年1月8日在佛堂镇第十九届人民代表大会第四次会议上\n镇长 李明\n',
      '镇',
      [1, '义乌市佛堂镇', null, '2019-01-08', '李明'],
    ],
  ])('%s', (_, head, government, expected) => {
    expect(who(head + body(government))).toEqual(expected);
  });
});

describe('a report whose own name was blanked out', () => {
  const named = '与上海市对接合作，上海市民来游，上海市场份额提高，学习上海市经验，引进上海市企业。';

  it.each([
    ['with crosses', 'xx市政府工作报告\n', 'xx市', `在xx市委的领导下，xx市经济平稳发展。${named}`],
    ['with stars', '**市政府工作报告\n', '**市', `在**市委、**市政府的领导下，全市经济平稳发展。${named}`],
    ['with 某', '某某市政府工作报告\n', '某市', `在某市委、某市政府的领导下，全市经济平稳发展。${named}`],
  ])('%s is not the report of the city it names', (_, head, government, more) => {
    const text = head + body(government).replace('过去一年，', `过去一年，${more}`);
    expect(who(text).slice(0, 3)).toEqual([1, null, null]);
  });
});

describe('a preview of a document, broken at a fixed width, with the buttons of its library', () => {
  const lines = [
    '某某文库 实用文档 报告/总结 工作报告 报告 政府工作报告 DOCX 52页 下载3 2023-05-23 浏览609 收藏0 点赞0',
    '温馨提示:当前文档最多只能预览 3 页,若文档总页数超出了 2 页,请下载原文档以浏览全部内容。',
    '2023年新疆自治区政府工作报告',
    '各位代表:',
    '现在,我代表自治区人民政府,向大会报告工作,请予',
    '审议,并请各位政协委员和其他列席人员提出意见。',
    '一、过去五年及2022年工作回顾',
    '本届政府任期的五年,是新疆发展史上极不平凡的五年。',
    '面对严峻复杂的形势和艰巨繁重的任务,在党中央坚强领',
    '导下,深入贯彻落实党的十九大和十九届历次全会精神,',
    '认真学习贯彻党的二十大精神,深入贯彻落实第二次、第',
    '三次中央新疆工作座谈会精神,贯彻落实自治区党委决策',
    '部署,完整准确贯彻新时代党的治疆方略,牢牢扭住社会',
    '稳定和长治久安总目标,坚持稳中求进工作总基调,统筹',
    '疫情防控和经济社会发展、统筹发展和安全,攻坚克难、',
    '砥砺奋进,有效应对各种风险挑战,如期打赢脱贫攻坚战,',
    '圆满完成十三届政府工作目标任务,全区经济社会发展和',
    '民生改善取得了显著成绩,呈现出社会稳定、民族团结、',
    '宗教和谐、人民安居乐业的良好局面,为迈向长治久安奠',
    '定了坚实基础。',
    '预计地区生产总值年均增长5.1%,一般公共预算收入年均',
    '增长4.8%,城镇居民人均可支配收入年均增长4.5%,农村',
    '居民人均可支配收入年均增长8.4%,粮食连续七年实现丰',
    '产增产,棉花总产在全国占比超过90%,果品产量超过130',
  ];

  it('keeps the lines of the report and nothing above it', () => {
    const [source] = audit([{ name: 'page.txt', data: lines.join('\n') }], RULES).sources;
    const text = source?.reports[0]?.text ?? '';
    expect(source?.reports[0]?.identity).toMatchObject({ region: '新疆维吾尔自治区', reportYear: 2023 });
    expect(text.startsWith('2023年新疆自治区政府工作报告\n')).toBe(true);
    expect(text.replaceAll('\n', '')).toContain('果品产量超过130');
    expect(source?.reports[0]?.completeness).toMatchObject({ verdict: 'truncated', missing: ['tail'] });
  });
});

describe('a text that breaks off before its first heading', () => {
  it.each([
    [
      'of a county that told of five years without one',
      '政府工作报告\n──2006年2月26日在株洲县第九届人民代表大会第五次会议上\n县长 张汉华\n各位代表:\n现在,我代表县九届人民政府向大会报告工作,请予审议,并请各位政协委员和列席同志提出意见。\n高举邓小平理论伟大旗帜,抢抓机遇,2005年工作圆满完成,“十五”目标顺利实现。\n五年来,全县GDP年均增长10%,标志我县已步入工业引领的发展新阶段。\n',
    ],
    [
      'in one line',
      '市长在X市人民代表大会第一次会议上的政府工作报告(2022年政府工作报告)各位代表:现在,我代表市人民政府,向大会报告工作,请予审议,并请各位政协委员和其他列席人员提出意见。过去五年和2021年工作回顾过去五年,面对复杂多变的国内外形势,顺利完成各项目标任务。预计地区生产总值突破X亿元,年均增长x.x%。',
    ],
  ])('lost its tail and nothing else: %s', (_, text) => {
    const [source] = audit([{ name: 'page.txt', data: text }], RULES).sources;
    expect(source?.reports[0]?.completeness).toMatchObject({ verdict: 'truncated', missing: ['tail'] });
  });
});

describe('a page whose own lines stand around the head', () => {
  const page = (titles: string) =>
    `政府信息公开\n\n${titles}\n\n2011-03-21 00:00 来源:本站原创\n字号:【\n\n——2011223在桃源县第十五届人民代表大会第五次会议上\n\n龚德汉\n\n各位代表:\n\n现在,我代表县人民政府,向大会报告政府工作,请予审议,请各位政协委员和其他列席人员提出意见。\n\n一、 十一五 工作回顾\n\n十一五 时期的五年,是桃源综合实力提升最快的五年。共计兑付资金 1412 万元。\n`;
  it.each([
    ['桃源县人民政府2011年政府工作报告', 2011],
    // Links to the reports of several years tell of none.
    ['桃源县人民政府2011年政府工作报告\n桃源县人民政府2010年政府工作报告', null],
  ])('takes the year from %s', (titles, year) => {
    const [source] = audit([{ name: 'page.txt', data: page(titles) }], RULES).sources;
    expect(source?.reports[0]?.identity).toMatchObject({ region: '桃源县', reportYear: year });
  });
});

it('a line of a sentence that a margin cut is no title of the part ahead', () => {
  const text =
    '2025年东洲区政府工作报告\n各位代表:\n现在,我代表区人民政府向大会报告工作,请予审议,并请区政协委员和列席人员提出意见。\n一、2024年工作回顾\n2024 年,是实现“十四五”规划目标任务的关键之年,是\n实施全面振兴新突破三年行动的攻坚之年。一年来,全区经济运行总体平稳、稳中有进、进中提质。预计全年,地区生产总值增长 6%。\n';
  const [source] = audit([{ name: 'page.txt', data: text }], RULES).sources;
  expect(source?.reports[0]?.figures.map(({ quote, nature }) => [quote, nature])).toEqual([['6%', 'estimate']]);
});

describe('a report whose line breaks are all gone', () => {
  const items = (words: string, count: number) =>
    Array.from(
      { length: count },
      (_, nth) =>
        `${words}第${nth + 1}项改革，深化国有企业改革，完善社会保障体系，加快基础设施建设，人民生活水平继续提高。`,
    ).join('');
  const text =
    '武汉市2005年政府工作报告一、2004年工作回顾2004年，是全面贯彻科学发展观的一年。预计全年实现生产总值1956亿元，增长14.5%。' +
    `${items('推进', 30)}二、2005年工作目标和任务2005年，是全面完成“十五”计划的最后一年。主要预期目标是：生产总值增长12%以上。` +
    `${items('要抓好', 30)}各位代表，让我们更加紧密地团结在党中央周围，为实现武汉的振兴而努力奋斗！`;

  it('has its title, its parts and its end', () => {
    const [source] = audit([{ name: 'page.txt', data: text }], RULES).sources;
    const [report] = source?.reports ?? [];
    expect(report?.identity).toMatchObject({ region: '武汉市', reportYear: 2005, reviewedYear: 2004 });
    expect(report?.completeness.verdict).toBe('complete');
    expect(report?.outline.headings.map(({ title }) => title)).toEqual(['2004年工作回顾', '2005年工作目标和任务']);
    expect(report?.figures.map(({ quote, nature }) => `${quote} ${nature}`).slice(0, 2)).toEqual([
      '1956亿元 estimate',
      '14.5% estimate',
    ]);
  });
});

it('lines of a translation between those of the head part nothing', () => {
  const text =
    "――2004年3月5日在第十届全国人民代表大会第二次会议上\n(Delivered at the Second Session of the Tenth National People's Congress on March 5, 2004)\n国务院总理温家宝\nWen JiabaoPremier of the State Council\n现在,我代表国务院,向大会作政府工作报告,请予审议,并请全国政协各位委员提出意见。\nI now submit a report on its work on behalf of the State Council for your examination and approval.\n一、一年来工作回顾\nI.\nReview of the Past Year's Work\n过去的一年,是我国发展进程中重要而非同寻常的一年。国内生产总值比上年增长9.1%。\n";
  const [source] = audit([{ name: 'page.txt', data: text }], RULES).sources;
  expect(source?.reports[0]?.identity).toMatchObject({
    regionCode: '100000',
    deliveredOn: '2004-03-05',
    reportYear: 2004,
    speaker: '温家宝',
  });
});

// The piece that finds the head and the card that takes the label away must know the same labels.
it.each(['文档介绍：', '文章内容:', '资料简介: ', '正文内容：', '正文：', '信息内容:'])(
  'what a library writes before the head is neither in the way nor left: %s',
  (label) => {
    const head = '——2009年5月16日在和顺县第十五届人民代表大会第三次会议上\n代县长 王建国\n';
    const [source] = audit([{ name: 'page.txt', data: label + head + body('县') }], RULES).sources;
    const [report] = source?.reports ?? [];
    expect(report?.identity).toMatchObject({ region: '和顺县', deliveredOn: '2009-05-16' });
    expect(report?.text.startsWith('——')).toBe(true);
  },
);

it('a title in two lines is the head of its report', () => {
  const [source] = audit(
    [{ name: 'page.txt', data: `昔阳县人民政府\n2019年政府工作报告\n${body('县')}` }],
    RULES,
  ).sources;
  expect(source?.reports).toHaveLength(1);
  expect(source?.reports[0]?.text.startsWith('昔阳县人民政府\n2019年政府工作报告')).toBe(true);
  expect(source?.reports[0]?.identity.region).toBe('昔阳县');
});

it.each([
  ['what a cut has left of a paragraph', '五年来，我们坚持以习近平新时代中国特色社会主义思想为指导，深入', true],
  ['what a cut has left of a sentence that goes on', '完成固定资产投资120亿元，增长8%，其中工业投资', true],
  ['a clause of the site', '本文来源于网络，版权归原作者所有，仅供学习参考', false],
])('%s behind the last sentence', (_, line, stays) => {
  const head = '昔阳县人民政府工作报告\n——2019年1月8日在昔阳县第十五届人民代表大会第三次会议上\n县长 丁雪钦\n';
  const begun = body('县').split('二、')[0] ?? '';
  const [source] = audit([{ name: 'page.txt', data: `${head}${begun}${line}\n` }], RULES).sources;
  expect(source?.reports[0]?.text.includes(line)).toBe(stays);
});
