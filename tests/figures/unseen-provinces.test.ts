/** Sentences of reports of provinces, counties and towns that were read for the first time: what a careful reader says of their figures. */
import { expect, test } from 'vitest';
import { figuresOf, meaningsIn } from './support.ts';

// Figures that a row does not list are not asked for.
test.each([
  // How long something has held is no part of its name.
  [null, '粮食总产量连续9年稳定在1300亿斤以上。', ['1300亿斤以上, 粮食总产量, level']],
  [null, '国控断面优良水体比例连续5年保持100%。', ['100%, ? “国控断面优良水体比例”, share']],
  // A minus sign is told by the direction; what a growth leaves out is no part of its name.
  [null, '固定资产投资完成38.7亿元，增长-18.9%。', ['-18.9%, 固定资产投资, growth, down, same-scope, of 38.7亿元']],
  [null, '生产总值剔除矿井关闭等不可比因素增长7.8%。', ['7.8%, 地区生产总值 “生产总值”, growth, up, same-scope']],
  [null, '外贸进出口实现恢复性增长，增速达到3.8%。', ['3.8%, 进出口总额 “外贸进出口”, growth, up, nominal']],
  // Two numbers of one beginning; two growths of two levels; a change over all years of a section.
  [
    null,
    '全县贫困人口由13677户49479人减至887户1472人。',
    ['49479人, 农村贫困人口 “贫困人口”, count, no time', '1472人, 农村贫困人口 “贫困人口”, count'],
  ],
  [
    null,
    '金融机构年末存款余额939亿元、贷款余额623亿元，增加528亿元和306亿元。',
    ['528亿元, 金融机构存款余额 “金融机构年末存款余额”, growth, up, nominal, 2023-12-31/2023-12-31, of 939亿元'],
  ],
  [
    '“十三五”时期工作回顾',
    '地区生产总值由2015年的77亿元跃升到2020年的161亿元；单位GDP能耗累计下降10.7%。',
    ['10.7%, 单位生产总值能耗 “单位GDP能耗”, growth, down, 2016-01-01/2020-12-31'],
  ],
  [null, '生产总值由17亿元增长到34亿元，将近翻一番。', ['翻一番, 地区生产总值 “生产总值”, ratio']],
  // The noun of a count ends where it is said what the places have.
  [
    null,
    '16个市县一般预算收入增速超过全省平均水平，地方一般预算支出484.5亿元，比上年增支126.5亿元。',
    [
      '16个, ? “市县”, count',
      '126.5亿元, 一般公共预算支出 “地方一般预算支出”, growth, up, nominal, [地方], of 484.5亿元',
    ],
  ],
  [null, '人均 GDP约1.6万美元。', ['约1.6万美元, 人均地区生产总值 “人均 GDP”, level']],
  // Where a change began, told as what it was built on.
  [
    '“十三五”时期工作回顾',
    '生产总值在2015年6520亿元的基础上，2020年达到15806亿元，五年增长1.42倍。',
    [
      '6520亿元, 地区生产总值 “生产总值”, level, 2015-01-01/2015-12-31',
      '15806亿元, 地区生产总值 “生产总值”, level, 2020-01-01/2020-12-31',
    ],
  ],
  // The verb between two numbers names nothing.
  [null, '省属一级企业由66户整合至12户。', ['66户, ? “省属一级企业”, count, no time', '12户, ? “省属一级企业”, count']],
  [null, '市级行政许可事项由216项精简至173项。', ['173项, ? “市级行政许可事项”, count, [市级]']],
  [null, '市场主体从52.44万户发展到86.17万户。', ['86.17万户, 经营主体 “市场主体”, count']],
  // A verb before 的 is of the thing, and one of passing no rate.
  [null, '规模最大、技术领先的2座光热发电项目开工。', ['2座, ? “光热发电项目”, count']],
  [
    null,
    '全体居民人均可支配收入增速高于经济增速、突破3万元。',
    ['突破3万元, 居民人均可支配收入 “全体居民人均可支配收入增速”, level'],
  ],
  // Words that begin or end with a verb or with 和.
  [
    null,
    '建成和美乡村150个，拆除违法建设3.3万平方米。',
    ['150个, ? “和美乡村”, count', '3.3万平方米, ? “违法建设”, level'],
  ],
  [
    null,
    '建成区绿化覆盖率达44.4%，集中采购药品平均降价53%。',
    ['44.4%, 城市建成区绿化覆盖率 “建成区绿化覆盖率”, share', '53%, ? “集中采购药品”, growth, down'],
  ],
  [null, '认真办理省人大代表建议250件。', ['250件, 人大代表议案建议 “省人大代表建议”, count']],
  // Which years are told, in digits; the highest of years is told of one.
  [
    null,
    '粮食产量创近十年新高，农林牧渔业增加值增长4.7%。',
    ['4.7%, 第一产业增加值 “农林牧渔业增加值”, growth, up, comparable'],
  ],
  [
    null,
    '常住人口城镇化率达到67.5%，5年提高4.5个百分点。',
    ['4.5个百分点, 常住人口城镇化率, change_points, up, [城镇], 2019-01-01/2023-12-31, of 67.5%'],
  ],
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
  // Where a place stands is no name; what stands before it grows.
  [
    null,
    '地区生产总值达到5.53万亿元、稳居全国前十强、增长4.8%。',
    ['前十强, 地区生产总值, rank, [全国]', '4.8%, 地区生产总值, growth, up, comparable, of 5.53万亿元'],
  ],
  [
    null,
    '地区生产总值达到5.53万亿元、稳居全国前列、增长4.8%。',
    ['4.8%, 地区生产总值, growth, up, comparable, of 5.53万亿元'],
  ],
  [null, '居民人均可支配收入增速居全国第6位。', ['第6位, 居民人均可支配收入, rank, [全国]']],
  [
    '过去五年工作回顾',
    '经济总量超过6万亿元，实现历史性晋位，年均增速5.7%。',
    ['5.7%, 地区生产总值 “经济总量”, growth, up, comparable, [年均], 2019-01-01/2023-12-31, of 超过6万亿元'],
  ],
  [
    null,
    '一般公共预算收入3534亿元，增长1.7%（同口径增长2.5%以上）。',
    ['2.5%以上, 一般公共预算收入, growth, up, same-scope, [同口径], of 3534亿元'],
  ],
  // A year far ahead is the name of a goal, and 提出 the verb before what is aimed at.
  [
    null,
    '综合考虑实现2035年远景目标，提出地区生产总值增长5%—5.5%。',
    ['5%—5.5%, 地区生产总值, growth, up, comparable'],
  ],
  // What an addition has brought the whole to is no addition.
  [
    '过去五年工作回顾',
    '高速公路通车里程新增3000公里、突破1.1万公里。',
    ['3000公里, 高速公路通车里程, new, cumulative, 2019-01-01/2023-12-31', '突破1.1万公里, 高速公路通车里程, level'],
  ],
  [
    '过去五年工作回顾',
    '城镇新增就业每年超过90万人。',
    ['超过90万人, 城镇新增就业, new, [城镇 年均], 2019-01-01/2023-12-31'],
  ],
  [
    '过去五年工作回顾',
    '地区生产总值迈上5万亿台阶、五年增量超1.36万亿元。',
    [
      '迈上5万亿, 地区生产总值, level',
      '超1.36万亿元, 地区生产总值, growth, up, comparable, 2019-01-01/2023-12-31, of 迈上5万亿',
    ],
  ],
  [null, '小微企业贷款新增235.65亿元、增量是上年的1.9倍。', ['1.9倍, ? “小微企业贷款”, ratio']],
  // Persons are counted in 位; two numbers side by side are of one sum.
  [null, '两院院士增至93位。', ['93位, ? “两院院士”, count']],
  [null, '累计识别监测对象20.9万户69.3万人。', ['69.3万人, ? “识别监测对象”, total, cumulative, no time']],
  // The change is told behind the number, or by the verb that opens the clause.
  [null, '产业营收保持20%以上增长。', ['20%以上, ? “产业营收”, growth, up']],
  [
    null,
    '新上线事项办理平均减时间83%、减材料54%。',
    ['83%, ? “事项办理平均减时间”, growth, down', '54%, ? “减材料”, growth, down'],
  ],
  [
    null,
    '每万人口高价值发明专利拥有量达到9.3件、增长2倍多。',
    ['2倍多, 每万人口高价值发明专利拥有量, growth, up, of 9.3件'],
  ],
  [
    '过去五年工作回顾',
    '地区生产总值年均增长5.7%、高于全国0.3个百分点。',
    ['0.3个百分点, 地区生产总值, change_points, up, [年均], 2019-01-01/2023-12-31, against 全国'],
  ],
  [
    null,
    '规上民营工业增加值增速低于全部规上工业2.3个百分点。',
    ['2.3个百分点, ? “规上民营工业增加值增速”, change_points, down, [规模以上], against 全部规上工业'],
  ],
  // What a circle of places has is not the place's own; what the place does in one is.
  [
    null,
    '双城经济圈建设走深走实，经济总量超9万亿元，占全国比重升至6.5%左右。',
    [
      '超9万亿元, 地区生产总值 “经济总量”, level, in ?',
      '6.5%左右, 地区生产总值 “经济总量”, share, in ?, of 超9万亿元, out of 全国',
    ],
  ],
  [null, '深度融入都市圈建设，经济总量超900亿元。', ['超900亿元, 地区生产总值 “经济总量”, level']],
  // The second rank is of what the first one was of, and in its field.
  [
    null,
    '法治化营商环境指标从全国第20位升至第3位。',
    ['第20位, ? “法治化营商环境指标”, rank, [全国], no time', '第3位, ? “法治化营商环境指标”, rank, [全国]'],
  ],
  // What a level is held against is of that time, and the growth told behind it of the years between.
  [
    '过去五年工作回顾',
    '全区地区生产总值达到13697.5亿元，较“十三五”末的9323.1亿元增加4374.4亿元，增长33.6%。',
    [
      '13697.5亿元, 地区生产总值, level',
      '9323.1亿元, 地区生产总值, level, 2020-12-31/2020-12-31',
      '33.6%, 地区生产总值, growth, up, comparable, no time, of 13697.5亿元',
    ],
  ],
  [
    null,
    '社会消费品零售总额比上年的4329亿元增加100亿元。',
    ['4329亿元, 社会消费品零售总额, level, 2022-01-01/2022-12-31'],
  ],
  [
    null,
    '城镇居民人均可支配收入由2018年的30000元增加到2023年的40000元，增长33.3%。',
    ['33.3%, 城镇居民人均可支配收入, growth, up, [城镇], no time, of 40000元'],
  ],
  [
    '过去五年工作回顾',
    '规上工业企业从1832户增加到3382户、增长20%；进出口总额由300亿元增加到330亿元，同比增长10%。',
    [
      '20%, 规模以上工业企业 “规上工业企业”, growth, up, [规模以上], no time, of 3382户',
      '10%, 进出口总额, growth, up, nominal, of 330亿元',
    ],
  ],
  [
    null,
    '粮食产量由上年的100万吨增加到110万吨，增长10%。',
    ['10%, 粮食总产量 “粮食产量”, growth, up, nominal, of 110万吨'],
  ],
  [
    null,
    '2020年与2015年相比，全市生产总值增长79.1%，年均增长12.4%。',
    ['79.1%, 地区生产总值 “生产总值”, growth, up, comparable, [比2015年], 2020-01-01/2020-12-31, in 330100'],
  ],
  [
    null,
    '地方财政收入4.39亿元，按可比口径计算，是2000年的4.6倍；争取基本建设类补助资金9.66亿元；基本养老保险参保率98%。',
    ['4.6倍, 财政收入 “地方财政收入”, ratio, [地方 比2000年]', '9.66亿元, ? “基本建设类补助资金”, level'],
  ],
  [
    null,
    '综合科技创新水平指数达69.63%、提升幅度居全国第1；万亿产业、国家先进制造业集群从无到有，分别达2个、3个。',
    ['3个, ? “国家先进制造业集群”, count'],
  ],
  [
    null,
    '7家国家区域医疗中心基本建成，293项年度改革任务基本完成。',
    ['7家, ? “国家区域医疗中心”, count', '293项, ? “年度改革任务”, count'],
  ],
  [
    null,
    '计算机和其他电子设备制造业，电气机械和器材制造业，汽车制造业产值分别比上年增长4.3%、3.2%和6.3%。',
    [
      '4.3%, ? “计算机和其他电子设备制造业产值”, growth, up',
      '3.2%, ? “电气机械和器材制造业产值”, growth, up',
      '6.3%, ? “汽车制造业产值”, growth, up',
    ],
  ],
  [
    null,
    '利润总额296.33亿元，利税总额526.23亿元，分别比上年增长3.2%和下降8.3%。',
    ['3.2%, ? “利润总额”, growth, up, of 296.33亿元', '8.3%, ? “利税总额”, growth, down, of 526.23亿元'],
  ],
  // What stands so at the end of five years is of the last of them; what was spent is of all.
  [
    null,
    '五年来，地区生产总值突破100亿元，城镇居民收入突破4万元，社会民生投入达到366亿元，完成工业投资200亿元，规上工业企业达到300家。',
    [
      '突破100亿元, 地区生产总值, level',
      '突破4万元, 城镇居民人均可支配收入 “城镇居民收入”, level, [城镇]',
      '200亿元, 工业投资, total, cumulative, 2019-01-01/2023-12-31',
      '300家, 规模以上工业企业 “规上工业企业”, count, [规模以上]',
    ],
  ],
  [
    '过去五年工作回顾',
    '年均新增城镇就业30万人、输转富余劳动力500万人以上。',
    ['500万人以上, ? “输转富余劳动力”, new, [年均], 2019-01-01/2023-12-31'],
  ],
  // Those for whom something is done are counted; what is done for them is another thing.
  [
    null,
    '为5.01万名农民工追回欠薪6.83亿元，为6107名困难家庭高校新生发放资助金5637.2万元，免费为10010名困难家庭老年人实施白内障手术。',
    [
      '5.01万名, ? “农民工”, count',
      '6.83亿元, ? “欠薪”, level',
      '6107名, ? “困难家庭高校新生”, count',
      '5637.2万元, ? “资助金”, level',
      '10010名, ? “困难家庭老年人”, count',
    ],
  ],
  [null, '发放救助资金1.3亿元、惠及461万人次。', ['461万人次, ? “惠及人次”, count']],
  // A share of those behind it, not of what the clause before named.
  [
    null,
    '脱贫人口务工规模293.2万人，超80%监测对象稳定消除返贫风险；工程完工2746个，99%乡镇通三级公路。',
    ['超80%, ? “监测对象”, share', '99%, ? “乡镇”, share'],
  ],
  // An amount that passes a mark is all of it, in a list of what is new, too.
  [
    null,
    '新增自治区级智能工厂80家、人形机器人产量突破5000台。',
    ['80家, ? “自治区级智能工厂”, new, [自治区级]', '突破5000台, ? “人形机器人产量”, count'],
  ],
  [null, '外贸进出口增长8.4%，总额突破8000亿元、排西部第二。', ['第二, 进出口总额 “外贸进出口”, rank, [西部]']],
  [null, '融资平台退出213户、压降81.3%。', ['81.3%, ? “融资平台退出”, growth, down, of 213户']],
  [null, '将原20家市管企业集团整合为15家。', ['15家, ? “市管企业集团”, count']],
] as const)('under %s: %s', (heading, text, wanted) => {
  const told = meaningsIn(text, 'review', heading === null ? [] : [heading]);
  expect(told).toEqual(expect.arrayContaining([...wanted]));
});

test('the unit behind the last of a list is that of all', () => {
  const text = '电子信息、有色金属、装备制造业产值分别达1.28万亿、1.18万亿、8200亿元。';
  expect(figuresOf(text).map(({ indicatorText, unit }) => `${indicatorText} ${unit}`)).toEqual([
    '电子信息产值 元',
    '有色金属产值 元',
    '装备制造业产值 元',
  ]);
});

test('but people are not counted in the money that the last of a list is', () => {
  const text = '旅游人次、旅游收入分别达9300万、870亿元。';
  expect(figuresOf(text).map(({ indicatorText, unit }) => `${indicatorText} ${unit}`)).toEqual([
    '旅游人次 ',
    '旅游收入 元',
  ]);
});

test('of a number with blanked digits nothing is read', () => {
  const text = '财政收入9984万元，比上年增长xx6.8%；工业增加值xx.51亿元，农民人均纯收入xx458元，注册外资300万美元。';
  expect(figuresOf(text).map(({ quote }) => quote)).toEqual(['9984万元', '300万美元']);
});
