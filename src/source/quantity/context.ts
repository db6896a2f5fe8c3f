/** Numbers that a noun after them turns into a threshold, a scope or the size of one project: neither figure nor error. */
import type { Designator, Quantity } from '../../model/figure.ts';
import { setOfUnits } from '../../rules/kinds/units-set.ts';
import type { Unit } from '../../rules/vocabulary/units.ts';
import { isPolicy } from './policy.ts';

const SIZED_NOUN =
  /^(?:的?(?:企业|项目|产业|龙头|园区|集群|楼|大企业|重点|重大|重特大|大项目|工业|制造|技改|技术改造|骨干|电商|产品|单位|单体|建筑|强镇|镇|乡|村|县|自然村|大村|家庭|农户|主体|机组|船舶|锅炉|学校|老人|老年|人口|婴幼儿|幼儿|儿童|青少年|未成年|妇女|居民|人员|群众|演出|场馆|国有|民营|农业|服务业|数字|科技|高端|优质|产业园|总部|大户|大型|小型|水库|桥|中小|农产品|战略|先进|新兴|内资|外资|招商|城市|燃煤|燃气|高标准|工程|电站|码头|航道|泊位|平台|经营|贷款|标志性|创新|支柱|市场|区域|商圈|生产|智能|营收|税收|产值|现象|群体|人群|地方|行政村|片区|地块|建设项目|好项目|限额|专业村|经济强村|固定资产)|的[村镇乡县]|级)/u;
/** Nouns that show a bare size of one thing: 12万吨粮库, 60万吨烯烃. */
const PROJECT =
  /^(?:级|[一-龥A-Za-z]{0,10}?(?:项目|粮库|烯烃|乙烯|生产线|机组|电站|码头|装置|泊位|轮|船|生产基地|储罐|焚烧|抽水|海上风电))/u;
/** 中电科48所 is an institute. */
const INSTITUTE = /(?:电科|航天|兵器|中船|中核|兵装|航空工业)$/u;
/** 24小时, 15分钟生活圈: a stretch of time in a name. */
const NAMED_SPAN =
  /^(?:24小时|(?:\d+(?:[-—–~～至到]))?\d+(?:分钟|小时)(?:[“”一-龥]{0,12}圈|[“”一-龥]{0,8}(?:交通|通勤|公里)|(?:过境)?免签))/u;
/** 65岁以上老人, 3-6岁儿童: whom it concerns. */
const OF_AN_AGE = /^的?(?!目标|水平)[一-龥]/u;
/** 50亿元项目5个, 10亿元企业12家: what is counted is told by its size. */
const COUNTED_BY_SIZE =
  /^(?:产业类?|工业|制造业|招商|签约|重大|大)?(?:项目|企业)(?:分别|达到?|增至|突破|超过?|有)?[\d一二两三四五六七八九十]+(?:个|家|户)/u;
const opensSized = setOfUnits('产工制招签重大项企');

function countedBySize(after: string): boolean {
  return opensSized(after.charCodeAt(0)) && COUNTED_BY_SIZE.test(after);
}

/** 女子100米栏, 10米气步枪. */
const SPORT = /^(?:栏|短跑|跑|接力|自由泳|蛙泳|蝶泳|仰泳|混合泳|跳台|跳板|手枪|步枪|气步枪|气手枪|移动靶)/u;
/** 1类创新药, Ⅱ类水. */
const SORT = /^(?:创新药|新药|水体|水质|医疗器械)/u;
const AMONG = /^[一-龥]{0,10}(?:中|里)(?![一-龥]{0,2}(?:心|小学|学|国|医|型|央|药))/u;

/** 过50亿元、过100亿元企业: the noun behind the last size is that of all. */
const NEXT_SIZE = /^[、和及或](?:超过|超|过)?[\d.一二两三四五六七八九十百千]+[百千万亿]*(?:美元|元)(?:以[上下])?/u;

function sizesNoun(after: string): boolean {
  const next = NEXT_SIZE.exec(after);
  return SIZED_NOUN.test(next === null ? after : after.slice(next[0].length));
}

const lists = setOfUnits('、和及或');

/** 收入过300亿元、100亿元的企业: the size behind a threshold in a list is one too. */
export function goesOnFromThreshold(text: string, last: Designator | undefined, start: number, end: number): boolean {
  if (last?.reason !== 'threshold' || last.range.end !== start - 1) return false;
  return lists(text.charCodeAt(start - 1)) && sizesNoun(text.slice(end, end + 16));
}

const STEPS = /^[十百千]*[万亿]*(?:美元|元|吨)?级?(?:大台阶|台阶|大关|关口)/u;

/** 山区26县, 三县县城: places told by their number are a name, unless words that count stand before them: 覆盖18城市. */
const PLACES: ReadonlySet<string> = new Set(['县', '城市', '省份']);
const COUNTS_PLACES =
  /(?:^|[^一-龥]|支持|推动|覆盖|惠及|涉及|辐射|遍及|通达|直达|联通|连接|链接|吸引|来自|涵盖|实现|新增|累计|完成|建成|增至|达到?|与|和|同|共|有|等|、)$/u;

/** The reason why this quantity is none, from the words right after it; null when it is one. */
export function standsForThreshold(text: string, quantity: Quantity, unit: Unit | null): Designator['reason'] | null {
  if (unit === null) return null;
  const hedge = quantity.hedge ?? '';
  const after = text.slice(quantity.range.end, quantity.range.end + 24);
  const bounded = quantity.value === null || (hedge !== '' && /以上|以下|过|超|及以|上$/u.test(hedge));
  if (bounded && (unit.sizes || hedge.includes('以下')) && sizesNoun(after)) return 'threshold';
  if (bounded && unit.name === '岁' && OF_AN_AGE.test(after)) return 'threshold';
  if (unit.kind === 'money' && (after.startsWith('级') || countedBySize(after))) return 'threshold';
  if (unit.name === '千伏' || unit.name === '英寸') return 'name';
  if (unit.name === '米' && SPORT.test(after)) return 'name';
  // 增速连续12个月居全省前三
  const isSpan = unit.kind === 'time' || unit.name === '次' || (unit.name === '个' && after.startsWith('季度'));
  if (isSpan && text.startsWith('连续', quantity.range.start - 2)) return 'streak';
  const before = text.slice(Math.max(0, quantity.range.start - 4), quantity.range.start);
  // 单笔50万元以下欠款, 满3岁即入园: which ones, not how much.
  if (bounded && /单[笔项体户个件]$/u.test(before)) return 'threshold';
  if (unit.name === '岁' && before.endsWith('满')) return 'threshold';
  if (unit.kind === 'time' && NAMED_SPAN.test(quantity.quote + after)) return 'name';
  if (unit.name === '类' && SORT.test(after)) return 'name';
  const physical = unit.kind === 'mass' || unit.kind === 'energy' || unit.kind === 'volume';
  if (physical && PROJECT.test(after)) return 'name';
  if (unit.name === '所' && (INSTITUTE.test(before) || /^[A-Za-z]/u.test(after))) return 'name';
  if (unit.name === '个' && after.startsWith('重点城市')) return 'scope';
  // 连续迈上4个百亿元台阶: the steps are a manner of speaking.
  if (unit.name === '个' && STEPS.test(after)) return 'threshold';
  if (unit.name === '条' && isPolicy(text, quantity.range.start, quantity.range.end)) return 'policy';
  if (PLACES.has(unit.name) && !COUNTS_PLACES.test(before)) return 'scope';
  if (unit.kind === 'count' && isAmong(text, quantity.range.start, after)) return 'scope';
  return null;
}

const endsField = setOfUnits('在国省市区州县球界内列居');

/** 在全国74个重点城市中: the field of a comparison. */
function isAmong(text: string, start: number, after: string): boolean {
  if (!endsField(text.charCodeAt(start - 1))) return false;
  const before = text.slice(Math.max(0, start - 6), start);
  return /(?:在|[全世][国省市区州县旗盟球界]|[省国市]内|列|居)$/u.test(before) && AMONG.test(after);
}
