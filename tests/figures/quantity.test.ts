import { describe, expect, test } from 'vitest';
import { quantities } from '../../src/source/quantity.ts';
import { vocabulary } from './support.ts';

function only(text: string) {
  return quantities(text, vocabulary).quantities.map(({ quote, value, interval, unit, hedge }) => [
    quote,
    value,
    interval.low,
    interval.high,
    unit,
    hedge,
  ]);
}

describe('value, interval and unit of what is written', () => {
  test.each([
    ['总量达到4.72万亿元，', '4.72万亿元', '4720000000000', '4715000000000', '4725000000000', '元', null],
    ['完成2379.80亿元，', '2379.80亿元', '237980000000', '237979500000', '237980500000', '元', null],
    ['增长24.0%，', '24.0%', '24', '23.95', '24.05', '%', null],
    ['增长５．５％，', '５．５％', '5.5', '5.45', '5.55', '%', null],
    ['企业1,204家，', '1,204家', '1204', '1204', '1204', '家', null],
    ['企业1.2万家，', '1.2万家', '12000', '11500', '12500', '家', null],
    ['贷款3亿5千万元，', '3亿5千万元', '350000000', '345000000', '355000000', '元', null],
    ['贷款三亿五千万元，', '三亿五千万元', '350000000', '345000000', '355000000', '元', null],
    ['惠及两万三千人，', '两万三千人', '23000', '22500', '23500', '人', null],
    ['比重为百分之七点二，', '百分之七点二', '7.2', '7.15', '7.25', '%', null],
    ['占比达三成，', '三成', '30', '25', '35', '%', null],
    ['支出的八成以上，', '八成以上', '80', '80', null, '%', '以上'],
    ['占比过半，', '过半', '50', '50', null, '%', '过'],
    ['占三分之一，', '三分之一', '33.3333', '33.3333', '33.3333', '%', null],
    ['收入翻了一番，', '翻了一番', '2', '2', '2', '倍', null],
    ['利润翻两番，', '翻两番', '4', '4', '4', '倍', null],
    ['超过500家，', '超过500家', '500', '500', null, '家', '超过'],
    ['新增近47公里，', '近47公里', '47', null, '47', '公里', '近'],
    ['投资约12亿元，', '约12亿元', '1200000000', '1150000000', '1250000000', '元', '约'],
    ['投入2000多亿元，', '2000多亿元', '200000000000', '200000000000', '300000000000', '元', '多'],
    ['惠及1.1万余户，', '1.1万余户', '11000', '11000', '12000', '户', '余'],
    ['控制在5%以内，', '5%以内', '5', null, '5', '%', '以内'],
    ['增长20.7%左右，', '20.7%左右', '20.7', '20.65', '20.75', '%', '左右'],
    ['人均16万元/人以上，', '16万元/人以上', '160000', '160000', null, '元/人', '以上'],
    ['浓度26微克/立方米，', '26微克/立方米', '26', '25.5', '26.5', '微克/立方米', null],
    ['培训38.9万人（次），', '38.9万人（次）', '389000', '388500', '389500', '人次', null],
    ['提高0.6个百分点，', '0.6个百分点', '0.6', '0.55', '0.65', '百分点', null],
    ['总值突破万亿元，', '突破万亿元', '1000000000000', '1000000000000', null, '元', '突破'],
    ['总量居全省第2位，', '第2位', '2', '2', '2', '位', null],
    ['增速列全国前三。', '前三', '3', '1', '3', '位', '前'],
    ['数量居全省首位。', '首位', '1', '1', '1', '位', null],
    ['收入比缩小到1.81∶1，', '1.81∶1', '1.81', '1.805', '1.815', '', null],
    ['增长4.5-5%，', '4.5-5%', null, '4.5', '5', '%', null],
    ['增长5%至6%，', '5%至6%', null, '5', '6', '%', null],
    ['培育3到5个品牌。', '3到5个', null, '3', '5', '个', null],
    ['产值3000至5000亿元，', '3000至5000亿元', null, '300000000000', '500000000000', '元', null],
    ['新增两三个园区，', '两三个', null, '2', '3', '个', null],
    ['惠及七八百户左右。', '七八百户左右', null, '700', '800', '户', null],
    ['储备重大项目数百个，', '数百个', null, '200', '1000', '个', '数'],
    ['投入几十亿元，', '几十亿元', null, '2000000000', '10000000000', '元', '几'],
    ['捐款壹佰贰拾万元。', '壹佰贰拾万元', '1200000', '1150000', '1250000', '元', null],
    ['技改项目三百一十七项，', '三百一十七项', '317', '317', '317', '项', null],
    ['有七百多个生产队', '七百多个', '700', '700', '800', '个', '多'],
    ['占全省总数的1／6。', '1／6', '16.6667', '16.6667', '16.6667', '%', null],
    ['收入比由2.22 :1，', '2.22 :1', '2.22', '2.215', '2.225', '', null],
    ['改善国省道180公里，', '180公里', '180', '179.5', '180.5', '公里', null],
    ['算力达223PF，', '223PF', '223', '222.5', '223.5', 'P', null],
  ])('%s', (text, ...wanted) => {
    expect(only(text)).toEqual([wanted]);
  });

  test('from … to … are two figures, not a range', () => {
    expect(only('由12个月降至8个月，').map(([quote]) => quote)).toEqual(['12个月', '8个月']);
  });

  test('a unit written once holds for the numbers before it', () => {
    expect(only('分别提高1.7、3.7和3.8个百分点。').map(([quote, value, , , unit]) => [quote, value, unit])).toEqual([
      ['1.7', '1.7', '百分点'],
      ['3.7', '3.7', '百分点'],
      ['3.8个百分点', '3.8', '百分点'],
    ]);
  });

  test('the structure of industries is one share for each part', () => {
    expect(only('调整为8.6∶51.4∶40.0。').map(([, value, low, , unit]) => [value, low, unit])).toEqual([
      ['8.6', '8.55', '%'],
      ['51.4', '51.35', '%'],
      ['40', '39.95', '%'],
    ]);
  });

  test('blanks around the marks of a ratio', () => {
    expect(only('结构由14 ∶52.1 ∶33.9调整').map(([, value, , , unit]) => [value, unit])).toEqual([
      ['14', '%'],
      ['52.1', '%'],
      ['33.9', '%'],
    ]);
  });

  test('medals are counted by their colour', () => {
    expect(only('全运会获得2金12银、1铜，').map(([quote, value, , , unit]) => [quote, value, unit])).toEqual([
      ['2金', '2', '枚'],
      ['12银', '12', '枚'],
      ['1铜', '1', '枚'],
    ]);
    expect(only('与10金融机构、3银行')).toEqual([]);
  });

  test('places without a classifier count behind words that count', () => {
    expect(only('辐射18城市，').map(([quote, , , , unit]) => [quote, unit])).toEqual([['18城市', '城市']]);
    expect(only('山区26县生产总值')).toEqual([]);
  });

  test('a unit that begins another word is none', () => {
    expect(only('迈上2万亿台阶，').map(([quote, value, , , unit]) => [quote, value, unit])).toEqual([
      ['迈上2万亿', '2000000000000', ''],
    ]);
    expect(only('加快331片区更新，推进12345与110对接')).toEqual([]);
  });

  test('a hedge of a 分别 list covers numbers of a kind only', () => {
    expect(only('分别突破20万亿元和11万亿元').map(([, , low, high]) => [low, high])).toEqual([
      ['20000000000000', null],
      ['11000000000000', null],
    ]);
    expect(only('分别增长10%和18%左右').map(([, , , , , hedge]) => hedge)).toEqual(['左右', '左右']);
    expect(only('分别增长17.5%和8%以上').map(([, , , , , hedge]) => hedge)).toEqual([null, '以上']);
  });
});

describe('numbers in form only', () => {
  test.each([
    ['2024年1月5日', 'date'],
    ['到2035年', 'date'],
    ['2016-2020年', 'period'],
    ['1-11月，', 'period'],
    ['前三季度', 'period'],
    ['实施“十四五”规划', 'plan'],
    ['“五个中心”建设', 'slogan'],
    ['出台促消费“15条”', 'policy'],
    ['第七届', 'meeting'],
    ['C919', 'name'],
    ['13号线', 'name'],
    ['G60', 'name'],
    ['“12345”热线', 'name'],
    ['1+6文件', 'name'],
    ['8.0版', 'name'],
    ['500千伏线路', 'name'],
    ['第3轮', 'ordinal'],
    ['连续6年', 'streak'],
    ['10亿元以上项目', 'threshold'],
    ['在全国74个重点城市中', 'scope'],
    ['（一）', 'enumerator'],
    ['三年行动', 'plan'],
    ['把安全放在第一位，', 'ordinal'],
    ['培育首位产业', 'name'],
    ['实行65岁以上老人免费', 'threshold'],
    ['支持幼儿园招收2-3岁幼儿', 'threshold'],
    ['用好240小时过境免签政策', 'name'],
    ['8英寸芯片', 'name'],
    ['女子100米栏金牌', 'name'],
    ['进入全球前1%，', 'ordinal'],
    ['1类创新药获批', 'name'],
    ['优化营商环境28条，', 'policy'],
    ['每一个百分点', 'name'],
    ['实施六翻番工程', 'slogan'],
    ['推深做实“1%工作法”', 'name'],
    ['做到“三个100%”', 'name'],
    ['以百倍努力', 'slogan'],
    ['完成二轮土地延包', 'ordinal'],
    ['实施十百千工程', 'slogan'],
  ])('%s is a %s', (text, reason) => {
    const read = quantities(text, vocabulary);
    expect(read.quantities).toEqual([]);
    expect(read.designators.map((one) => one.reason)).toEqual([reason]);
  });

  test('a list of sizes before one noun is a list of thresholds', () => {
    const read = quantities('培育过50亿元、100亿元的企业', vocabulary);
    expect(read.quantities).toEqual([]);
    expect(read.designators.map(({ quote, reason }) => [quote, reason])).toEqual([
      ['过50亿元', 'threshold'],
      ['100亿元', 'threshold'],
    ]);
  });

  test('what is counted by its size is counted by the number behind it', () => {
    expect(only('新引进50亿元项目5个。').map(([quote]) => quote)).toEqual(['5个']);
    expect(only('经济总量连续迈上4个百亿元台阶、达950亿元。').map(([quote]) => quote)).toEqual(['950亿元']);
  });

  test('articles of a policy in a list, but not measures or roads', () => {
    expect(only('出台惠企业17条、促消费15条、稳就业26条等一系列政策措施。')).toEqual([]);
    expect(only('出台52条措施，支持13条产业链，打通12条道路。').map(([quote]) => quote)).toEqual([
      '52条',
      '13条',
      '12条',
    ]);
  });

  test('verbs that end in a hedge word hedge nothing', () => {
    const read = only('节约20万吨标煤，签约514台，通过3项');
    expect(read.map(([quote, , , , , hedge]) => [quote, hedge])).toEqual([
      ['20万吨标煤', null],
      ['514台', null],
      ['3项', null],
    ]);
  });

  test('growth that lost its percent sign is no figure of value 5', () => {
    expect(only('可比增长5,一般公共预算收入同比增长2%。').map(([quote]) => quote)).toEqual(['2%']);
  });
});
