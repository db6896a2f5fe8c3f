/** Ranks: 第一, 第2位, 首位, 前三. Everything else after 第 is a place in a series. */
import { exactly } from '../../model/interval.ts';
import { range } from '../../model/offset.ts';
import { chineseDigit, readChinese, scalePower } from './han.ts';
import { digitsEnd, isDigit, readArabic } from './numeral.ts';
import { designate, isBreak, type Scan } from './scan.ts';
import { exactValue, type Written } from './written.ts';

/** Words before a rank: a verb of placing, or the field in which one is ranked. */
const PLACED =
  /(?:居(?!民|住|家|委)[一-龥]{2,4}|居|列|排|排名|排位|排在|名列|位次|升至|升到|上升到|上升至|跃至|跃升至|跃升到|前移至|进至|进到|退至|退居|降至|为|由|从|获|是|[全世][国省市区州县旗盟球界]|全球|亚洲|[省国市县区]内|城区|心区|区县|县市|城市|地市|总量|增速|增幅|三角|经济圈|城市群|经济带|中部|西部|东部|沿海|地区|北方|南方|同类|同期|历史|均|双双|为|居于)(?:的|了|中|内|并列|稳居)?$|[\d一二三四五六七八九十]年[一-龥]{2,5}$/u;

const VALUED = /(?:放在|摆在|放到|摆到|置于|作为|当作|是)$/u;

/** Reads what stands after 第 at `start`; gives where to go on. */
export function readOrdinal(scan: Scan, start: number): number {
  const { text } = scan;
  const read = readRankNumber(scan, start + 1);
  if (read === null) return start + 1;
  const suffix = text.charAt(read.end);
  if ((suffix === '，' || suffix === ',') && opensClause(text, start))
    return designate(scan, start, read.end, 'enumerator');
  const placed = (suffix === '位' && text.charAt(read.end + 1) !== '次') || suffix === '名';
  const after = placed ? read.end + 1 : read.end;
  const before = text.slice(Math.max(0, start - 8), start);
  // 把安全放在第一位: what comes first is no rank.
  if (suffix === '位' && VALUED.test(before)) return designate(scan, start, after, 'ordinal');
  const closes = placed
    ? true
    : isBreak(text.charCodeAt(after)) || '和与及并的'.includes(text.charAt(after)) || text.startsWith('位次', after);
  if (closes && (placed ? !/倒数$/u.test(before) : PLACED.test(before) || followsRank(scan, start)))
    return pushRank(scan, start, after, read.number, false);
  if (suffix === '届') return designate(scan, start, read.end + 1, 'meeting');
  if (suffix === '次' && /^次[一-龥]{0,4}会/u.test(text.slice(read.end, read.end + 7))) {
    return designate(scan, start, read.end + 1, 'meeting');
  }
  return designate(scan, start, read.end, 'ordinal');
}

/** 分别居全省第一、第三、第二: a list of ranks is placed by its first one. */
function followsRank({ text, quantities }: Scan, start: number): boolean {
  const last = quantities.at(-1);
  return last?.unit === '位' && last.range.end === start - 1 && '、和与及'.includes(text.charAt(start - 1));
}

/** 第一，… 第二，… at the start of a sentence count the points of a list. */
function opensClause(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return before === '' || '\n。；\u3000'.includes(before);
}

const FIRST_OF = /^(?:产业|城市|作用|重要)/u;

/** 首位 after a verb of placing or a field: rank 1. */
export function readFirst(scan: Scan, start: number): number {
  const { text } = scan;
  if (text.charAt(start + 1) !== '位' || text.charAt(start + 2) === '度') return start + 1;
  // 首位产业, 首位城市: the first one, as a name.
  if (FIRST_OF.test(text.slice(start + 2, start + 4))) return designate(scan, start, start + 2, 'name');
  if (!PLACED.test(text.slice(Math.max(0, start - 8), start))) return start + 2;
  return pushRank(scan, start, start + 2, { digits: '1', exponent: 0, scaled: false }, false);
}

/** 前三, 前10位, 前6名: the interval from 1. 前三季度 and 前5个月 are periods. */
export function readFront(scan: Scan, start: number): number {
  const { text } = scan;
  const read = readRankNumber(scan, start + 1);
  if (read === null) return start + 1;
  const tail = text.slice(read.end, read.end + 3);
  if (/^(?:季度|个月|年|个季)/u.test(tail)) {
    const length = tail.startsWith('年') ? 1 : tail.startsWith('个季') ? 3 : 2;
    return designate(scan, start, read.end + length, 'period');
  }
  // 进入ESI全球前1%: a share of the field, no place in it.
  if (/^[%％‰]/u.test(tail)) return designate(scan, start, read.end + 1, 'ordinal');
  // 稳居全国前十强; without a verb of placing 前十强 names those that are.
  const strong =
    tail.startsWith('强') &&
    isBreak(text.charCodeAt(read.end + 1)) &&
    /(?:居|列|跻身|[进入])[^，,、。；]{0,14}$/u.test(text.slice(Math.max(0, start - 16), start));
  const placed = strong || tail.startsWith('位') || tail.startsWith('名');
  const after = placed ? read.end + 1 : read.end;
  const closes = placed || isBreak(text.charCodeAt(after)) || '和与及行的'.includes(text.charAt(after));
  const field = /(?:[全世][国省市区州县旗盟球界]|全球|居|列|[入进]|[省国市内]|排名)$/u.test(
    text.slice(Math.max(0, start - 4), start),
  );
  if (!closes || !field) return designate(scan, start + 1, read.end, 'ordinal');
  return pushRank(scan, start, after, read.number, true);
}

function readRankNumber(scan: Scan, at: number): { number: Written; end: number } | null {
  const { text } = scan;
  if (isDigit(text.charCodeAt(at))) {
    const read = readArabic(text, at, scan.vocabulary.units);
    return read === null || read.end !== digitsEnd(text, at) ? null : read;
  }
  const char = text.charAt(at);
  if (chineseDigit(char) < 0 && scalePower(char) === 0) return null;
  return readChinese(text, at);
}

function pushRank(scan: Scan, start: number, end: number, number: Written, front: boolean): number {
  const value = exactValue(number);
  scan.quantities.push({
    range: range<'report'>(start, end),
    quote: scan.text.slice(start, end),
    value,
    interval: front ? { low: '1', high: value } : exactly(value),
    unit: '位',
    hedge: front ? '前' : null,
  });
  return end;
}
