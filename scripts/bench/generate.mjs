/**
 * Work reports made from a number, not from chance: places and years of the real list of divisions, figures that obey their growth
 * from year to year, with breaks planted among them; copies, cut copies and pages around the text. Two runs make the same bytes.
 */
import { readFileSync } from 'node:fs';
import { numbersFrom } from '../lib/numbers.mjs';

/** Every so many-th report is a copy of an earlier one, is cut, or has a figure that does not fit. */
const COPY = 11;
const CUT = 23;
const BREAK = 17;
/** So many that no place and year is told twice, copies aside, in 100,000 reports: nobody's corpus is half contradictions. */
const YEARS = 37;
const FIRST_YEAR = 1989;

const TOPICS = [
  ['现代产业体系', '实施重点技术改造项目', '培育专精特新企业', '新增规模以上工业企业'],
  ['乡村全面振兴', '建成高标准农田', '改造农村户厕', '粮食总产量稳定在'],
  ['城市更新', '改造老旧小区', '新增公共停车泊位', '建成口袋公园'],
  ['生态环境保护', '完成造林绿化', '关停整治散乱污企业', '整治入河排污口'],
  ['民生保障', '城镇新增就业', '新建养老服务站点', '发放各类救助资金惠及'],
  ['改革开放', '新增市场主体', '办理政务服务事项', '引进亿元以上项目'],
];
const UNITS = ['个', '家', '万亩', '户', '处', '人次'];

/** Counties of a list of divisions (rules/vocabulary/divisions.csv), each behind what it lies in. */
export function placesOf(file) {
  const [head, ...rows] = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(','));
  const at = (name) => head.indexOf(name);
  const names = new Map(rows.map((row) => [row[at('code')], row[at('name')]]));
  return rows
    .filter((row) => row[at('level')] === 'county' && row[at('valid_to')] === '' && row[at('name')].length > 2)
    .map((row) => `${names.get(row[at('parent_code')]) ?? ''}${row[at('name')]}`);
}

/** Source number `index`: its id and its text, of about `paragraphs` paragraphs. */
export function generated(index, places, paragraphs = 24) {
  const id = `${String(index % 100).padStart(2, '0')}/${String(index).padStart(7, '0')}.txt`;
  const isCopy = index > COPY && index % COPY === 0;
  const of = isCopy ? index - Math.ceil(index / 3) : index;
  const text = reportText(of, places, paragraphs);
  const kept = index % CUT === 0 ? text.slice(0, Math.floor(text.length * 0.6)) : text;
  return { id, text: isCopy || index % 4 === 1 ? framed(kept, index) : kept };
}

function framed(text, index) {
  return `首页 > 政务公开 > 政府工作报告\n发布时间：2024-0${1 + (index % 9)}-11 浏览次数：${100 + index}\n\n${text}\n【打印本页】 【关闭窗口】\n版权所有 网站地图\n`;
}

function reportText(index, places, paragraphs) {
  const place = places[Math.floor(index / YEARS) % places.length];
  const round = Math.floor(index / YEARS / places.length);
  const year = FIRST_YEAR + (index % YEARS);
  const economy = economyOf(Math.floor(index / YEARS), year);
  const next = numbersFrom(index);
  const whole = (most) => 1 + Math.floor(next() * most);
  const growth = index % BREAK === 5 ? economy.growth + 31 : economy.growth;
  const lines = [
    `${year}年${place}人民政府工作报告`,
    `——${year}年1月${5 + (index % 20)}日在${place}第${'十一 十二 十三 十四 十五 十六 十七 十八'.split(' ')[index % 8]}届人民代表大会第${'一二三四五'[index % 5]}次会议上`,
    `${place}人民政府 ${'张王李赵陈林周吴'[index % 8]} ${['志明', '建华', '文', '国强', '海燕', '远'][index % 6]}`,
    '各位代表：',
    '现在，我代表人民政府，向大会报告工作，请予审议，并请各位政协委员和其他列席人员提出意见。',
    `一、${year - 1}年工作回顾`,
    `过去一年，全${place.at(-1)}上下迎难而上。地区生产总值完成${economy.gdp.toFixed(2)}亿元，增长${growth.toFixed(1)}%；一般公共预算收入${economy.revenue.toFixed(2)}亿元，上年为${economy.before.toFixed(2)}亿元，增长${economy.revenueGrowth.toFixed(1)}%。`,
    `三次产业结构比为${economy.first}:${economy.second}:${100 - economy.first - economy.second}。城镇居民人均可支配收入${economy.income}元。`,
  ];
  for (let at = 0; at < paragraphs / 2; at++) lines.push(told(at, '持续加强', next, whole, round));
  lines.push('我们也清醒地看到，发展中还存在不少困难和问题，需要在今后的工作中认真解决。');
  lines.push(`二、${year}年工作任务`);
  lines.push(
    `今年经济社会发展的主要预期目标是：地区生产总值增长${(4 + (index % 5)).toFixed(0)}%左右，一般公共预算收入增长${3 + (index % 6)}%。`,
  );
  for (let at = 0; at < paragraphs / 2; at++) lines.push(told(at, '着力推进', next, whole, round));
  lines.push('三、加强政府自身建设', '坚持依法行政，严格执行重大行政决策程序，自觉接受人大监督和政协民主监督。');
  lines.push('各位代表，奋斗创造未来。让我们更加紧密地团结起来，凝心聚力，真抓实干，为建设更加美好的家乡而努力奋斗！');
  return `${lines.join('\n')}\n`;
}

function told(at, verb, next, whole, round) {
  const [topic, ...things] = TOPICS[Math.floor(next() * TOPICS.length)];
  // Names that no other report has: texts of one pattern share their set phrases and little more.
  const name = (length) => Array.from({ length }, () => String.fromCharCode(0x4e00 + whole(6000))).join('');
  const said = things.map(
    (thing) => `围绕${name(5)}${thing}${whole(4000) + round}${UNITS[Math.floor(next() * UNITS.length)]}`,
  );
  const places = Array.from({ length: 3 }, () => `${name(4)}镇`);
  return `（${'一二三四五六七八九十'[at % 10]}）${verb}${topic}。${said.join('，')}，${places.join('、')}等地走在前列，群众满意度达到${(80 + next() * 19).toFixed(1)}%。`;
}

/** What a place's economy is in a year: levels that follow from the growth that is told. */
function economyOf(place, year) {
  const next = numbersFrom(place * 7 + 3);
  let [gdp, revenue, before] = [60 + next() * 900, 4 + next() * 60, 0];
  let [growth, revenueGrowth] = [0, 0];
  for (let at = FIRST_YEAR; at <= year; at++) {
    growth = Math.round((2 + next() * 8) * 10) / 10;
    revenueGrowth = Math.round((1 + next() * 11) * 10) / 10;
    before = revenue;
    gdp *= 1 + growth / 100;
    revenue *= 1 + revenueGrowth / 100;
  }
  const first = 4 + (place % 12);
  return {
    gdp,
    growth,
    revenue,
    revenueGrowth,
    before,
    first,
    second: 30 + (place % 15),
    income: 21_000 + ((place * 37 + year * 1801) % 30_000),
  };
}
