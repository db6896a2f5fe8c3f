/** Which kinds of words a text can hold at all, by its characters: one look at each spares the patterns that cannot match. */

/** 预计, 有望 */
export const ESTIMATED = 1;
/** 力争, 目标, 确保, 将达 */
export const AIMED = 2;
/** 已 */
export const FINISHED = 4;
/** 年 */
export const YEAR = 8;
/** 季, 月, 五, 目 */
export const SEASON = 16;
/** 省, 市, 区, 县, 州, 旗, 盟 */
export const PLACE = 32;
/** What a part of a place, a circle of places or a company is called: 区, 城, 街道, 集团, 公司, 产业带, 都市圈 */
export const SUBPLACE = 64;
/** 新增, 净增 */
export const FRESH = 128;
/** 高于, 领先, 超过 */
export const COMPARES = 256;
/** 同口径, 可比, 扣除 */
export const PRICED = 512;
/** 规模以上, 城镇, 区级 */
export const QUALIFIES = 1024;
/** What parts of a whole are counted by: 大, 个, 类 */
export const PARTED = 2048;
/** 比, 较, 是 before a year to compare with */
export const AGAINST = 4096;
/** 占 */
export const SHARED = 8192;

const SIGNS = signTable();

function signTable(): Uint16Array {
  const table = new Uint16Array(65_536);
  const set = (sign: number, characters: string): void => {
    for (const char of characters) table[char.charCodeAt(0)] = (table[char.charCodeAt(0)] ?? 0) | sign;
  };
  set(ESTIMATED, '预望');
  set(AIMED, '争目确将');
  set(FINISHED, '已');
  set(YEAR, '年');
  set(SEASON, '季月五目');
  set(PLACE, '省市区县州旗盟');
  set(SUBPLACE, '区城街集公带圈群');
  set(FRESH, '新净');
  set(COMPARES, '于领超高');
  set(PRICED, '口还扣剔可价实名');
  set(QUALIFIES, '规限级口城农地');
  set(PARTED, '大个类项家条种座位支所');
  set(AGAINST, '比较是');
  set(SHARED, '占');
  return table;
}

/** The signs of all characters of a text, joined. */
export function signsOf(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) signs |= SIGNS[text.charCodeAt(at)] ?? 0;
  return signs;
}
