import { describe, expect, test } from 'vitest';
import { figureOf, figuresOf } from './support.ts';

describe('what a figure is of', () => {
  test('growth after a level is growth of that level', () => {
    const figures = figuresOf('全区生产总值达到1842.6亿元，增长5.2%。');
    const level = figureOf(figures, '1842.6亿元');
    expect(level).toMatchObject({
      indicator: '地区生产总值',
      measure: 'level',
      nature: 'actual',
      regionCode: '330106',
    });
    expect(figureOf(figures, '5.2%')).toMatchObject({
      indicator: '地区生产总值',
      measure: 'growth',
      direction: 'up',
      basis: 'comparable',
      of: level.figureId,
    });
  });

  test('ranks between a level and its growth do not break the link', () => {
    const figures = figuresOf('前三季度实现地区生产总值1379.80亿元,总量保持全市第二,中心城区第一,可比增长5.5%。');
    const level = figureOf(figures, '1379.80亿元');
    expect(level.period).toEqual({ start: '2023-01-01', end: '2023-09-30' });
    expect(figureOf(figures, '5.5%')).toMatchObject({ of: level.figureId, basis: 'comparable', period: level.period });
    expect(figureOf(figures, '第二')).toMatchObject({ measure: 'rank', scope: ['全市'], indicator: '地区生产总值' });
  });

  test('growth with a name of its own is of no level before it', () => {
    const figures = figuresOf('地区生产总值900亿元，一般公共预算收入下降3.3%。');
    expect(figureOf(figures, '3.3%')).toMatchObject({
      indicator: '一般公共预算收入',
      of: null,
      direction: 'down',
      value: '3.3',
    });
  });

  test('a modifier makes another indicator of a known name', () => {
    expect(figureOf(figuresOf('高新技术产业工业增加值增长8%。'), '8%').indicator).toBeNull();
    expect(figureOf(figuresOf('区级一般公共预算收入82.18亿元。'), '82.18亿元')).toMatchObject({
      indicator: '一般公共预算收入',
      scope: ['区级'],
      indicatorText: '区级一般公共预算收入',
    });
  });

  test('the taxes of some companies are not the taxes of the place', () => {
    const figures = figuresOf('6100余家数字经济企业实现综合税收306亿元，同比增长18%，占全区税收比重达55%。');
    const tax = figureOf(figures, '306亿元');
    expect(tax.indicator).toBeNull();
    expect(figureOf(figures, '55%')).toMatchObject({ measure: 'share', whole: '全区税收', of: tax.figureId });
  });

  test('a share without a name is of the amount before it', () => {
    const figures = figuresOf('光伏组件销售收入达到246亿元、约占全市75%。');
    expect(figureOf(figures, '75%')).toMatchObject({
      measure: 'share',
      whole: '全市',
      indicatorText: '光伏组件销售收入',
      of: figureOf(figures, '246亿元').figureId,
    });
  });

  test('parts that a name lists', () => {
    expect(figureOf(figuresOf('光伏、风电、储能三大新能源产业规模达到730亿元。'), '730亿元')).toMatchObject({
      parts: ['光伏', '风电', '储能'],
      indicator: null,
      indicatorText: '光伏、风电、储能三大新能源产业规模',
    });
    expect(figureOf(figuresOf('光伏、风电、储能两大产业规模达到730亿元。'), '730亿元').parts).toEqual([]);
  });

  test('change of points is of the rate before it', () => {
    const figures = figuresOf('空气质量优良率达到87.7%、提高0.6个百分点。');
    expect(figureOf(figures, '0.6个百分点')).toMatchObject({
      measure: 'change_points',
      direction: 'up',
      of: figureOf(figures, '87.7%').figureId,
      unit: '百分点',
    });
  });
});

describe('what the sentence before said', () => {
  test('a growth without a name is of the thing named last', () => {
    const figures = figuresOf('实现财政收入228亿元。同比增长9.5%。');
    expect(figureOf(figures, '9.5%')).toMatchObject({
      indicator: '财政收入',
      measure: 'growth',
      of: figureOf(figures, '228亿元').figureId,
    });
  });

  test('其中 takes up name and time', () => {
    const figures = figuresOf('“十三五”期间完成固定资产投资12000亿元。其中：工业投资5000亿元。', 'review');
    expect(figureOf(figures, '5000亿元')).toMatchObject({
      indicator: '工业投资',
      period: { start: '2016-01-01', end: '2020-12-31' },
    });
  });

  test('a sentence with a name of its own takes nothing', () => {
    const figures = figuresOf('实现财政收入228亿元。高新技术企业120家。');
    expect(figureOf(figures, '120家').indicator).toBe('高新技术企业');
  });

  test('a year named before ； holds behind it, a span of years does not', () => {
    const plan = figuresOf('到2025年，地区生产总值达到4300亿元；规模工业增加值达到1500亿元。财政收入90亿元。', 'plan');
    expect(figureOf(plan, '1500亿元').period).toEqual({ start: '2025-01-01', end: '2025-12-31' });
    expect(figureOf(plan, '90亿元').period).toEqual({ start: '2024-01-01', end: '2024-12-31' });
    const review = figuresOf('“十三五”期间建成绿道900公里；城镇化率达到70%。');
    expect(figureOf(review, '70%').period).toEqual({ start: '2023-01-01', end: '2023-12-31' });
  });
});

describe('words beside a name', () => {
  test.each([
    ['18、资助家庭贫困学生2.8万人。', '2.8万人', '资助家庭贫困学生'],
    ['经济总量连续迈上4个百亿元台阶、达950亿元。', '950亿元', '经济总量'],
    ['文件和会议比上年均减少5%。', '5%', '文件和会议'],
    ['全运会获得2金1银的好成绩。', '1银', '银牌'],
  ])('%s', (text, quote, name) => {
    expect(figureOf(figuresOf(text), quote).indicatorText).toBe(name);
  });

  test.each([
    ['一九七九年，粮食总产量达到六千亿斤。', '六千亿斤', '1979-01-01', '1979-12-31'],
    ['“八五”期间，完成固定资产投资90亿元。', '90亿元', '1991-01-01', '1995-12-31'],
    ['钢产量由一九四九年的十五万吨增加到三十万吨。', '十五万吨', '1949-01-01', '1949-12-31'],
  ])('%s', (text, quote, start, end) => {
    expect(figureOf(figuresOf(text), quote).period).toEqual({ start, end });
  });

  test('a gap to a plan or to another place is of the growth before it', () => {
    const figures = figuresOf('规模以上工业增加值增长7.5%，高出年初计划0.5个百分点。');
    expect(figureOf(figures, '0.5个百分点')).toMatchObject({
      indicator: '规模以上工业增加值',
      measure: 'change_points',
      direction: 'up',
    });
  });

  test('the rate that a growth reaches is a growth', () => {
    const figures = figuresOf(
      '规上工业增加值增速攀升至7%，生产总值90亿元，成为全国第十个总量超万亿元城市，比上年增长10%。',
    );
    expect(figureOf(figures, '7%')).toMatchObject({ measure: 'growth', direction: 'up' });
    expect(figureOf(figures, '10%')).toMatchObject({ measure: 'growth', indicator: '地区生产总值' });
  });

  test('quarters are periods', () => {
    const figures = figuresOf('地区生产总值一季度增长6.3%，三季度增长7.3%。');
    expect(figureOf(figures, '7.3%')).toMatchObject({
      indicator: '地区生产总值',
      period: { start: '2023-07-01', end: '2023-09-30' },
    });
  });

  test('places won in a ranking are no rank, a gap of incomes is a ratio', () => {
    expect(figureOf(figuresOf('开发区排名前移21位。'), '21位').measure).toBe('growth');
    expect(figureOf(figuresOf('城乡居民收入倍差缩小到2.2以下。'), '2.2以下').measure).toBe('ratio');
  });
});

describe('lists', () => {
  test('分别 gives each name its number, also in the clause after', () => {
    const figures = figuresOf('城镇、农村常住居民人均可支配收入分别达29156元和11720元，增长8.2%和8.3%。');
    expect(figures.map(({ indicator, measure, value }) => [indicator, measure, value])).toEqual([
      ['城镇居民人均可支配收入', 'level', '29156'],
      ['农村居民人均可支配收入', 'level', '11720'],
      ['城镇居民人均可支配收入', 'growth', '8.2'],
      ['农村居民人均可支配收入', 'growth', '8.3'],
    ]);
    expect(figures.slice(2).map(({ of }) => of)).toEqual(figures.slice(0, 2).map(({ figureId }) => figureId));
  });

  test('new ones and totals', () => {
    const figures = figuresOf('跨国公司地区总部、外资研发中心分别新增65家和30家，累计分别达到956家和561家。');
    expect(figures.map(({ indicator, measure, value, unit }) => [indicator, measure, value, unit])).toEqual([
      ['跨国公司地区总部', 'new', '65', '家'],
      ['外资研发中心', 'new', '30', '家'],
      ['跨国公司地区总部', 'total', '956', '家'],
      ['外资研发中心', 'total', '561', '家'],
    ]);
  });

  test('the head of the last name is shared', () => {
    const figures = figuresOf('全区存款、贷款余额分别突破200亿元和110亿元。');
    expect(figures.map(({ indicator, interval }) => [indicator, interval.high])).toEqual([
      ['金融机构存款余额', null],
      ['金融机构贷款余额', null],
    ]);
  });

  test('both sides of a list are compared with what is said after it', () => {
    const figures = figuresOf('商品销售总额、社会消费品零售总额分别同比增长1%、14%,均高于全市平均水平。');
    expect(figures.map(({ indicator, comparedWith }) => [indicator, comparedWith])).toEqual([
      ['商品销售总额', '全市平均水平'],
      ['社会消费品零售总额', '全市平均水平'],
    ]);
  });

  test.each([
    ['地区生产总值增长7%，高于全省平均水平。', '7%', '全省平均水平', 'above'],
    ['地区生产总值增长7%，增幅慢于全国。', '7%', '全国', 'below'],
    ['规模以上工业增加值增长9%，超全省2个百分点。', '2个百分点', '全省', 'above'],
    ['规模以上工业增加值增长9%，低于全省0.4个百分点。', '0.4个百分点', '全省', 'below'],
    ['进出口总额增长3.5%，比全国高4.4个百分点。', '4.4个百分点', '全国', 'above'],
    ['资产负债率54%，比全国平均水平低1.8个百分点。', '1.8个百分点', '全国平均水平', 'below'],
    ['农民人均纯收入年均增长9.2%，较全省快1个百分点。', '1个百分点', '全省', 'above'],
    ['城镇调查失业率4.6%，好于全省平均水平。', '4.6%', '全省平均水平', null],
    ['单位生产总值能耗比上年低2个百分点。', '2个百分点', null, null],
  ])('%s: %s is set against %s', (text, quote, comparedWith, comparedSense) => {
    expect(figureOf(figuresOf(text), quote)).toMatchObject({ comparedWith, comparedSense });
  });

  test('newness runs on through a list, not over a comma', () => {
    const measures = figuresOf('新增口袋公园21个、停车位2万个，改造道路30条。').map(({ measure }) => measure);
    expect(measures).toEqual(['new', 'new', 'count']);
  });
});

describe('when, where, and whether it was', () => {
  test.each([
    ['plan', '地区生产总值增长5%左右。', 'target', '2024-01-01', '2024-12-31'],
    ['plan', '2023年，地区生产总值增长5%左右。', 'actual', '2023-01-01', '2023-12-31'],
    ['review', '预计地区生产总值增长5%左右。', 'estimate', '2023-01-01', '2023-12-31'],
    ['review', '1-11月，固定资产投资增长5%左右。', 'actual', '2023-01-01', '2023-11-30'],
    ['review', '上半年，固定资产投资增长5%左右。', 'actual', '2023-01-01', '2023-06-30'],
    ['review', '到2027年，森林覆盖率达到5%左右。', 'target', '2027-01-01', '2027-12-31'],
  ] as const)('%s: %s', (part, text, nature, start, end) => {
    expect(figureOf(figuresOf(text, part), '5%左右')).toMatchObject({ nature, period: { start, end } });
  });

  test('an estimate runs on past ； and ends at 。', () => {
    const natures = figuresOf('预计财政收入增长6%；工业投资增长7%。民间投资增长8%。').map(({ nature }) => nature);
    expect(natures).toEqual(['estimate', 'estimate', 'actual']);
  });

  test('what is said of an unknown stretch of years has no period', () => {
    expect(figureOf(figuresOf('地区生产总值年均增长7%。'), '7%')).toMatchObject({ period: null, scope: ['年均'] });
    const headings = ['一、过去五年工作回顾'];
    // The heading names the years that its sums are of; one that names a single year beside them does not.
    expect(figureOf(figuresOf('新建学校25所。', 'review', headings), '25所')).toMatchObject({
      period: { start: '2019-01-01', end: '2023-12-31' },
      nature: 'cumulative',
    });
    const both = ['一、过去五年和2023年工作回顾'];
    expect(figureOf(figuresOf('新建学校25所。', 'review', both), '25所').period).toBeNull();
    expect(figureOf(figuresOf('五年来，新建学校25所。', 'review', headings), '25所').period).toEqual({
      start: '2019-01-01',
      end: '2023-12-31',
    });
  });

  test('the first of 由 … 提高到 … is of another time', () => {
    const figures = figuresOf('森林覆盖率由2018年的40.1%提高到42.3%。');
    expect(figureOf(figures, '40.1%').period).toEqual({ start: '2018-01-01', end: '2018-12-31' });
    expect(figureOf(figures, '42.3%').period).toEqual({ start: '2023-01-01', end: '2023-12-31' });
    expect(figureOf(figuresOf('森林覆盖率由40.1%提高到42.3%。'), '40.1%').period).toBeNull();
  });

  test('figures of a part of the place, or of the place above, are not the report’s own', () => {
    expect(figureOf(figuresOf('经济开发区完成工业总产值30亿元。'), '30亿元').regionCode).toBeNull();
    expect(figureOf(figuresOf('全市生产总值达到2万亿元。'), '2万亿元').regionCode).toBe('330100');
    expect(figureOf(figuresOf('生产总值过400亿元的5个。'), '过400亿元').regionCode).toBeNull();
    expect(figureOf(figuresOf('全区生产总值达到2000亿元。'), '2000亿元').regionCode).toBe('330106');
  });
});
