/** Reads the folded lines of a report's head / gives the person who spoke / promises: null where no line names one. */

export interface HeadLine {
  /** Folded, without blanks. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Speaker {
  readonly name: string;
  readonly line: number;
  /** Words before the name: 上海市市长. Empty for a bare name. */
  readonly office: string;
}

/** Family names of one and two characters, the common ones; a line that is nothing but a name is believed only with one of them. */
const FAMILY =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎薄印宿白怀蒲从鄂索咸籍赖卓蔺屠蒙池乔阴能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰雍桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎闫充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾沙养鞠须丰关蒯相查荆红游竺权盖益桓公岳帅缑亢况后有琴商牟佘伯赏墨年佟言福操付肖覃阳练代仝苟冼庹隋尧佳栗楼揭么占粟闭涂奉谌邸呙佴逯卿来巨种幺蹇楚闪才';
const DOUBLE = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '令狐',
  '慕容',
  '司徒',
  '夏侯',
  '呼延',
  '端木',
];

/**
 * Finds the speaker. A line of office and name (市人民政府代市长 张三), an office with the name on the next line,
 * a name with 作政府工作报告, or a bare name that stands alone at the end of the head.
 * @param lines lines of the head, in order; the meeting line cut to what follows the session
 * @param titles 市长, 区长, 主席 …
 */
export function speakerOf(lines: readonly HeadLine[], titles: readonly string[]): Speaker | null {
  for (const [index, line] of lines.entries()) {
    const office = officeOf(line.text, titles);
    if (office === null) continue;
    const rest = line.text
      .slice(office.length)
      .replace(/^(?:.{0,12}(?:候选人|提名人选)|[(]代[)])/, '')
      .replace(/^[?:、·—-]+/, '');
    const named = nameOf(rest);
    if (named !== null) return { name: named, line: index, office };
    const next = lines[index + 1];
    const below = rest === '' && next ? bareName(next.text) : null;
    if (below !== null) return { name: below, line: index + 1, office };
  }
  for (const [index, line] of lines.entries()) {
    const speaks = /^([\p{Script=Han}·]{2,15}?)(?:同志)?(?:在(?:大会|会)上|代表[^，。]{1,12})作/u.exec(line.text)?.[1];
    const name = speaks === undefined ? null : bareName(speaks);
    if (name !== null) return { name, line: index, office: '' };
  }
  const last = lines[lines.length - 1];
  const name = last ? bareName(last.text.replace(/^[(—-]+|[)]+$/g, '')) : null;
  return name === null ? null : { name, line: lines.length - 1, office: '' };
}

/** The office that a line begins with, up to and with its title: 池州市人民政府代市长. Deputies do not report, but the first of them may. */
function officeOf(line: string, titles: readonly string[]): string | null {
  if (line.length > 40) return null;
  let best: string | null = null;
  for (const title of titles) {
    const at = line.indexOf(title);
    if (at < 0 || at > 30 || /[,，。;；]/.test(line.slice(0, at))) continue;
    const office = line.slice(0, at + title.length).replace(/^[(—-]+/, '');
    const isDeputy = office.endsWith(`副${title}`) && !office.endsWith(`常务副${title}`);
    if (!isDeputy && (best === null || office.length < best.length)) best = line.slice(0, at + title.length);
  }
  return best;
}

/** A name after an office: anything that can be one, with what may follow it cut off. */
function nameOf(rest: string): string | null {
  const name = /^([\p{Script=Han}]{1,7}(?:·[\p{Script=Han}]{1,8})+|[\p{Script=Han}]{2,4})(?:同志)?[)]?$/u.exec(
    rest,
  )?.[1];
  return name ?? longName(rest);
}

/** 布仁其其格, 孟克德力格尔: names of Mongols and Tibetans have no mark between their parts. */
function longName(rest: string): string | null {
  const name = /^(\p{Script=Han}{5,7})(?:同志)?[)]?$/u.exec(rest)?.[1] ?? null;
  return name === null || /[的在作向大会政府报告工年月日人民代表委员长任区县市州盟旗]/u.test(name) ? null : name;
}

/** A line that is a name and nothing else. */
function bareName(text: string): string | null {
  if (/^[\p{Script=Han}]{1,7}(?:·[\p{Script=Han}]{1,8})+$/u.test(text)) return text;
  if (!/^[\p{Script=Han}]{2,4}$/u.test(text)) return null;
  if (DOUBLE.some((family) => text.startsWith(family)) && text.length >= 3) return text;
  return FAMILY.includes(text.charAt(0)) && text.length <= 3 && !NOT_NAMES.includes(text) ? text : null;
}

/** Lines of a head that would pass for names. */
const NOT_NAMES =
  '全文 应有 项目 公报 文件 文字 家园 时间 公开 相关 关于 明细 方案 经济 国家 平安 安全 全国 时评 正文 黄页 石油 房产 汽车 文章 文旅 古镇 党建 容错 包容 安置'.split(
    ' ',
  );
