/** Four sources of the fixture: a portal page, a cut mirror with a changed figure, the year before, and a file that is no text. */
import { exactly } from '../../src/model/interval.ts';
import { range } from '../../src/model/offset.ts';
import type { Completeness, Identity } from '../../src/model/report.ts';
import { money, percent, year } from './shape.ts';
import { buildSource, keep, mend, noise, residue } from './source.ts';

const HANGZHOU: Partial<Identity> = {
  regionCode: '330100',
  region: '杭州市',
  level: 'prefecture',
  parentCode: '330000',
};
const WHOLE: Completeness = {
  verdict: 'complete',
  missing: [],
  sharePresent: { estimate: 1, low: 0.95, high: 1 },
  evidence: [{ sign: 'has-closing', weight: 2, quote: '让我们更加紧密地团结', range: null }],
};
const CUT: Completeness = {
  verdict: 'truncated',
  missing: [],
  sharePresent: { estimate: 0.35, low: 0.2, high: 0.5 },
  evidence: [
    { sign: 'bare-heading-at-end', weight: 5, quote: '二、2024年工作安排', range: null },
    { sign: 'no-closing', weight: 3, quote: '', range: null },
  ],
};

const OPENING = '现在，我代表市人民政府向大会报告工作，请予审议，并请市政协委员和其他列席人员提出意见。';
const CLOSING =
  '各位代表！雄关漫道真如铁，而今迈步从头越。让我们更加紧密地团结在以习近平同志为核心的党中央周围，奋力打造世界一流的社会主义现代化国际大都市！';
const HEAD_2024 = `2024年杭州市政府工作报告\n（2024年1月29日在杭州市第十四届人民代表大会第四次会议上）\n杭州市人民政府市长 姚高员\n各位代表：\n${OPENING}\n一、2023年工作回顾\n（一）经济总量上新台阶。全市生产总值20059亿元、增长5.6%，一般公共预算收入`;

export const portal = buildSource({
  id: 'hangzhou-2024-portal',
  mark: true,
  pieces: [
    noise('首页 | 注册 | 登录\n字号：大 中 小\n', 'noise/site-navigation'),
    residue('\u200b'),
    keep(0, HEAD_2024),
    mend(0, '2616. 8', '2616.8'),
    keep(0, '亿元、增长6.8%，税收占一般公共预算收入比重达89.7%；进出口总额'),
    mend(0, '18.4 5', '18.45'),
    keep(0, '亿美元、吉字号𠮷门店12家。\n'),
    noise('　　【打印本页】\n', 'noise/site-navigation'),
    keep(
      0,
      '（二）亚运会成功举办。习近平总书记称赞亚运会是杭州的高光时刻，全年新增贸易型总部7家，可比增长5，数字科、生命健加快发展。\n二、2024年工作安排\n地区生产总值增长5.5%左右，服务业增加值增长5.5%以上。\n三、加强政府自身建设\n坚持清正廉洁守底线，持续深化纠治“四风”。\n',
    ),
    keep(0, CLOSING),
    noise('\n版权所有：<script>alert("杭州")</script> 浙ICP备00000000号\n', 'noise/legal-footer'),
  ],
  reports: [
    {
      identity: {
        ...HANGZHOU,
        reportYear: 2024,
        reviewedYear: 2023,
        session: '第十四届人民代表大会第四次会议',
        deliveredOn: '2024-01-29',
        speaker: '姚高员',
        title: '2024年杭州市政府工作报告',
      },
      completeness: WHOLE,
      figures: [
        money('20059亿元', '2005900000000', '50000000', '全市生产总值', 2023),
        { ...percent('5.6%', '5.6', '5.55', '5.65', 'growth', '全市生产总值', 2023), basis: 'comparable' },
        money('2616.8亿元', '261680000000', '5000000', '一般公共预算收入', 2023),
        percent('6.8%', '6.8', '6.75', '6.85', 'growth', '一般公共预算收入', 2023),
        { ...percent('89.7%', '89.7', '89.65', '89.75', 'share', '税收', 2023), whole: '一般公共预算收入' },
        { ...money('18.45亿美元', '1845000000', '500000', '进出口总额', 2023), unit: '美元' },
        {
          quote: '12家',
          measure: 'count',
          value: '12',
          interval: exactly('12'),
          unit: '家',
          indicatorText: '吉字号门店',
        },
        {
          quote: '7家',
          measure: 'new',
          value: '7',
          interval: exactly('7'),
          unit: '家',
          indicatorText: '贸易型总部',
          ...year(2023),
        },
        {
          ...percent('5.5%左右', '5.5', '5.45', '5.55', 'growth', '地区生产总值', 2024),
          hedge: '左右',
          nature: 'target',
        },
        {
          quote: '5.5%以上',
          measure: 'growth',
          value: '5.5',
          interval: { low: '5.5', high: null },
          unit: '%',
          indicatorText: '服务业增加值',
          hedge: '以上',
          nature: 'target',
          direction: 'up',
          ...year(2024),
        },
      ],
    },
  ],
  findings: [
    { rule: 'noise/lost-characters', severity: 'warning', report: 0, quote: '数字科、', data: { lost: 1 } },
    { rule: 'figures/no-unit', severity: 'warning', report: 0, quote: '可比增长5，', data: { number: '5' } },
    {
      rule: 'encoding/markup-in-text',
      severity: 'info',
      report: null,
      quote: '<script>alert("杭州")</script>',
      data: { tags: ['script'] },
    },
  ],
});

export const mirror = buildSource({
  id: 'hangzhou-2024-mirror',
  charset: 'gb18030',
  pieces: [
    noise('目录\n杭州市……1\n宁波市……35\n', 'noise/contents-page'),
    keep(0, HEAD_2024),
    keep(0, '2661.8亿元、增长6.8%。\n二、2024年工作安排'),
    noise('\n文档库 第1页 共1页', 'noise/library-footer'),
  ],
  reports: [
    {
      identity: {
        ...HANGZHOU,
        reportYear: 2024,
        reviewedYear: 2023,
        deliveredOn: '2024-01-29',
        speaker: '姚高员',
        title: '2024年杭州市政府工作报告',
      },
      completeness: CUT,
      figures: [
        money('20059亿元', '2005900000000', '50000000', '全市生产总值', 2023),
        money('2661.8亿元', '266180000000', '5000000', '一般公共预算收入', 2023),
        percent('6.8%', '6.8', '6.75', '6.85', 'growth', '一般公共预算收入', 2023),
      ],
    },
  ],
  promised: [
    { name: '杭州市', page: 1, range: range(3, 10), regionCode: '330100', kept: 0 },
    { name: '宁波市', page: 35, range: range(11, 19), regionCode: '330200', kept: null },
  ],
  findings: [
    {
      rule: 'truncation/bare-heading-at-end',
      severity: 'error',
      report: 0,
      quote: '二、2024年工作安排',
      data: { heading: '二、2024年工作安排' },
    },
    {
      rule: 'truncation/promised-report-missing',
      severity: 'error',
      report: null,
      quote: '宁波市……35',
      data: { name: '宁波市', page: 35 },
    },
  ],
});

export const before = buildSource({
  id: 'hangzhou-2023',
  pieces: [
    keep(
      0,
      `2023年杭州市政府工作报告\n（2023年2月10日在杭州市第十四届人民代表大会第三次会议上）\n杭州市人民政府市长 姚高员\n各位代表：\n${OPENING}\n一、2022年工作回顾\n一般公共预算收入2451亿元、增长2.7%；城乡居民人均可支配收入分别为77043元和45183元。\n二、2023年工作安排\n地区生产总值增长5%以上。\n${CLOSING}`,
    ),
  ],
  reports: [
    {
      identity: {
        ...HANGZHOU,
        reportYear: 2023,
        reviewedYear: 2022,
        deliveredOn: '2023-02-10',
        speaker: '姚高员',
        title: '2023年杭州市政府工作报告',
      },
      completeness: WHOLE,
      figures: [
        money('2451亿元', '245100000000', '50000000', '一般公共预算收入', 2022),
        percent('2.7%', '2.7', '2.65', '2.75', 'growth', '一般公共预算收入', 2022),
        money('77043元', '77043', '0', '城镇居民人均可支配收入', 2022),
        money('45183元', '45183', '0', '农村居民人均可支配收入', 2022),
        {
          quote: '5%以上',
          measure: 'growth',
          value: '5',
          interval: { low: '5', high: null },
          unit: '%',
          indicatorText: '地区生产总值',
          hedge: '以上',
          nature: 'target',
          direction: 'up',
          ...year(2023),
        },
      ],
    },
  ],
  findings: [{ rule: 'identity/no-session', severity: 'info', report: 0, quote: '', data: {} }],
});

export const empty = buildSource({
  id: 'scan',
  pieces: [],
  reports: [],
  charset: 'binary',
  findings: [{ rule: 'encoding/binary', severity: 'error', report: null, quote: '', data: { bytes: 0 } }],
});
