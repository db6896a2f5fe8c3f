/** Takes the words around a name away: adverbs and verbs at its end, openers at its beginning / gives the name and what the words said. */
import { words } from '../../rules/vocabulary/trie.ts';

/** What a peeled word says; several may hold at once. */
export interface Cues {
  readonly up: boolean;
  readonly down: boolean;
  /** The change itself is told: 增长5%. */
  readonly change: boolean;
  /** A level is told after a change: 提高到, 增至. */
  readonly reach: boolean;
  readonly fresh: boolean;
  readonly total: boolean;
  readonly yearly: boolean;
  readonly from: boolean;
  /** A rate of change is named: 增速, 涨幅. */
  readonly rate: boolean;
  /** A state is told: 达到, 为, 总数. */
  readonly stands: boolean;
}

type Cue = keyof Cues;

/** One bit for each cue: a peeled word says any number of them. */
const BITS: Readonly<Record<Cue, number>> = {
  up: 1,
  down: 2,
  change: 4,
  reach: 8,
  fresh: 16,
  total: 32,
  yearly: 64,
  from: 128,
  stands: 256,
  rate: 512,
};
/** Words, and what they say. */
type Row = readonly [words: string, ...cues: Cue[]];

const BOTH: readonly Row[] = [
  [
    '新增 新增到 净增 新建 新建成 新开工 新引进 新设 新设立 新认定 认定 新建和改造提升 新建和改造 新增和优化 新增、更新 新建及改造提升 新培育 新签约 新签 新发展 新登记 新注册 新聘 新审批 新开办 新启动 新推出 新开通 新改建 新改扩建 新建改建 新建改扩建 新建、改建 新（改、扩）建 新改（扩）建 新（改）建 新开 新造 新打造 新评 新上 新入库 新创建 新获批 新获 新投产 新立项 新纳统 新入规 新升规 新扩建 新进入 新落地 新纳入 新入选 新铺设 新组建 新认证 新上线 新上岗 新上规 新上市 再添 新添',
    'fresh',
  ],
  ['累计 总计 累计达到 累计完成 累计实现 累计新增', 'total'],
  ['分别 依次 相继 各自'],
  ['分别为 分别达 分别达到', 'stands'],
  ['年均 平均每年 年平均 每年', 'yearly'],
  [
    '比上年均 较上年均 比去年均 较去年均 扣除价格因素 扣除物价因素 扣除物价上涨因素 剔除价格因素 扣除价格因素后 同比 比上年 较上年 比去年 较去年 比上年同期 较上年同期 比年初 较年初 环比 可比 按可比价格计算 按可比价计算 按可比价 按可比价格 可比价 可比口径 同口径 按同口径 实际 名义 按可比口径 按可比口径计算 按同口径计算 按现价计算 按现行价格计算 按当年价计算 按当年价格计算 按不变价计算 按不变价格计算 同期 同比均 比上届 较上届',
  ],
  [
    '将近 预计 可望 有望 预计可 预期 力争 确保 争取 努力 已 均 共计 合计 总共 一共 全年 年内 当年 全部 超额 首次 再次 率先 提前 顺利 成功 平均 左右 再 先后 较快增长 快速增长 稳步增长 持续增长 平稳增长 稳定增长 全面 基本 稳步 逐步 持续 继续 全国 圆满 稳定 大幅 快速 强劲 逆势 连续 目标 其中 其中，',
  ],
  [
    '实现 完成 建成 达成 获得 取得 落实 到位 筹集 筹措 投入 落地 引进 引入 招引 建设 推进 实施 打造 培育 启动 组织 举办 开展 发放 安排 争取 发行 惠及 改造 改建 扩建 新改 建设或改造 修订或废止 精准识别 专门安排 追回 追讨 兑付 集聚 铺设 埋设 敷设 创建 成立 设立 推出 制定 处置 消化 整治 拆除 关停 淘汰 提供 开工 竣工 完工 投产 带动 吸引 推动 帮助 解决 支持 办理 化解 查处 选派 选聘 评选 出台 梳理 压减 盘活 供应 建立 配备 布设 开通 开行 兑现 拨付 签约 签订 入选 列入 覆盖 拥有 共有 做到',
  ],
];
const TAIL_ONLY: readonly Row[] = [
  [
    '达到 到达 达 为 是 总数 总数达 总数达到 总数为 数达到 共达 高达 多达 仍达 已达 将达 均达 均达到 约达 可达',
    'stands',
  ],
  [
    '将 可 都 共 就 仅 仅用 又 还 也 并 首 使 让 免费 免费为 有 超 至 到 在 以 于 的 和 与 及 、 ： : ， , 了 数 数达 控制在 控制 稳定在 保持在 保持 维持在 稳定 位居 位列 跃居 稳居 高居 居 列 排 排名 排在 名列',
  ],
  [
    '增长 增加 增 上涨 上升 提升 提高 攀升 涨 升 同比增长 增长了 增加了 提高了 提升了 上升了 扩大 扩大了 增幅达 涨幅达 增速达 增速为 涨幅控制在 净增长 递增 增收 增支 高于 快于 高出 超过 超出 领先 优于 改善 多增 增产 前移 前进 上移 晋升 跃升 增幅高 增速高',
    'up',
    'change',
  ],
  [
    '下降 减少 降低 回落 下跌 缩小 减 降 收窄 压减 压缩 压降 下降了 减少了 降低了 降幅达 低于 慢于 缩减 精简 缩短 削减 少增 节约 减至 后移 下滑 递减 降价',
    'down',
    'change',
  ],
  ['增幅 涨幅 增速 增长率', 'up', 'change', 'rate'],
  ['降幅 跌幅', 'down', 'change', 'rate'],
  [
    '提高到人均 提高至人均 增加到人均 达到人均 前移到 前移至 前进到 上移到 提高到 提高至 提升到 提升至 提至 增加到 增加至 增至 从无到有 从无到有分别达 增长到 增长至 上升到 上升至 升至 升到 进至 进到 攀升至 扩大到 扩大至 达到了 发展到 扩展到 增到 跃升到 跃升至 攀升到 跃至 拓展到 拓展至 调整到 跃上',
    'up',
    'reach',
  ],
  [
    '下降到 下降至 降至 降到 减少到 减少至 降低到 降低至 缩小到 缩小至 减至 压缩至 压缩到 缩短至 缩减至 压减至 压减到 回落到 回落至 缩短到 压降至 精简到 精简至',
    'down',
    'reach',
  ],
  [
    '调整为 整合为 整合至 整合到 合并为 合并至 归并为 归并至 撤并为 撤并至 精简为 整合优化为 演进为 演变为 变为 转为 优化为 优化调整为 上升为 提升为 跃升为 提高为 压缩为 缩短为 缩减为 减少为 降低为',
    'reach',
  ],
  ['从每人每年 由每人每年 由每人每月 由人均 从人均', 'from'],
  ['年人均 接连跨越 跨越 连续跨越 每人每年 每人每月 每月每人 每年每人 人均每年 人均每月 每人'],
  ['由 从', 'from'],
  ['加快', 'up'],
  ['实现恢复性 恢复性 实现较快 实现稳定 实现正'],
  ['新建设', 'fresh'],
];
const HEAD_ONLY: readonly Row[] = [
  [
    '全市 全省 全区 全县 全州 全旗 全盟 全镇 全乡 全师 我镇 我乡 我市 我省 我区 我县 我州 我旗 我盟 本市 本区 本省 去年 今年 上半年 下半年 前三季度 一季度 二季度 三季度 四季度 截至目前 目前 截至年底 年末 年底 五年来 一年来 过去五年 五年间 期间 同时 此外 另外 与 和 及 、 以及 ， , ： : ； ; ) ） 主要 过去一年 的 推进 加强 加快 深入 要 要再 再 今年要 提出 明确 抓好 做好 办好 用好 务实 认真 依法 依法依规 及时 退出 筹建 高标准打造 高标准建设 高标准推进 高质量建设 高质量推进 高质量打造 高水平打造 高水平建设 提升 改造提升 优化 全面完成 力争完成 预计完成 预计实现 预计全年 完成各类 各类 以上 左右 保持 力保 守住 稳住 ① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫ ⑬ ⑭ ⑮ ⑯ ⑰ ⑱ ⑲ ⑳',
  ],
  ['扣除 剔除'],
];

const TAIL = words(entries([...BOTH, ...TAIL_ONLY]));
const HEAD = words(entries([...BOTH, ...HEAD_ONLY]));

function entries(rows: readonly Row[]): (readonly [string, number])[] {
  return rows.flatMap(([list, ...cues]) => {
    const bits = cues.reduce((sum, cue) => sum | BITS[cue], 0);
    return list.split(' ').map((word): readonly [string, number] => [word, bits]);
  });
}

export interface Peeled {
  /** Where the name stands in the clause; equal ends when there is none. */
  readonly start: number;
  readonly end: number;
  readonly cues: Cues;
}

/** What every sum of bits says: peeling makes no object for its cues. */
const CUES: readonly Cues[] = Array.from({ length: 1024 }, (_, found) => cuesOf(found));

function cuesSaid(found: number): Cues {
  return CUES[found] ?? cuesOf(found);
}

/** Peels `clause`: one that is all verbs has no name. */
export function peel(clause: string): Peeled {
  let found = 0;
  let end = clause.length;
  while (end > 0) {
    while (isSpace(clause.charCodeAt(end - 1))) end -= 1;
    const hit = TAIL.endingAt(clause, end);
    if (hit === null) break;
    const from: number = end - hit.word.length;
    if (hit.word.length === 1 && !standsAlone(clause, from, hit.word)) break;
    // 指数达到120: 数 belongs to the name, what stands behind it does not.
    if (hit.word.startsWith('数达') && !standsAlone(clause, from, '数')) {
      found |= hit.value;
      end = from + 1;
      continue;
    }
    // 人口自然增长率 is a name.
    if (hit.word === '增长率' && clause.startsWith('自然', from - 2)) break;
    // 占全国的50%: what it is a share of.
    if (hit.word === '全国' && clause.charAt(from - 1) === '占') break;
    // 违法建设 is what was built against the law.
    if (hit.word === '建设' && clause.startsWith('违法', from - 2)) break;
    // So is 专业合作组织.
    if (hit.word === '组织' && '作会党业济'.includes(clause.charAt(from - 1) || '-')) break;
    // 转为增长, 压减后达到: the verb nearest to the number says what the number is.
    // 为1500名残疾人提供服务: for them, not so many.
    if (hit.word === '为' && from === 0) return { start: 0, end: 0, cues: cuesSaid(found) };
    // 技术领先的2座: a verb before 的 tells of the thing, not of the number.
    if (hit.value & BITS.change && clause.charAt(end) === '的') break;
    found |= found & BITS.change ? hit.value & ~BITS.reach : hit.value;
    end = from;
  }
  let start = 0;
  while (start < end) {
    while (isSpace(clause.charCodeAt(start))) start += 1;
    const hit = HEAD.startingAt(clause, start);
    if (hit === null || start + hit.word.length > end) break;
    // 全国重点实验室, 全国文明城市 are titles.
    if (hit.word === '全国' && TITLED.test(clause.slice(start + 2, start + 6))) break;
    // 和美乡村, 和谐社区 are words.
    if (hit.word === '和' && '美谐'.includes(clause.charAt(start + 1) || '-')) break;
    // 建成区 is a part of a city.
    if (hit.word.endsWith('建成') && clause.charAt(start + hit.word.length) === '区') break;
    // 基本建设, 基本医疗保险 are words.
    if (hit.word === '基本' && BASIC.test(clause.slice(start + 2, start + 4))) break;
    // 开工率, 覆盖率 are names; 全省率先 is none.
    if (clause.startsWith('率', start + hit.word.length) && !clause.startsWith('率先', start + hit.word.length)) break;
    found |= hit.value;
    start += hit.word.length;
    // 设立了总规模40亿元的基金: 了解 and 了结 are words.
    if (clause.charAt(start) === '了' && start + 1 < end && !'解结如望'.includes(clause.charAt(start + 1))) start += 1;
  }
  return { start, end: Math.max(start, end), cues: cuesSaid(found) };
}

const BASIC = /^(?:建设|养老|医疗|医保|公共|农田|生活|药物)/u;
const TITLED = /^(?:重点实验|文明|性)/u;

/** One-character verbs are taken only where they are no part of a word: 数 in 指数, 长 words, 为 in 行为. */
function standsAlone(clause: string, at: number, word: string): boolean {
  const before = clause.charAt(at - 1);
  if (word === '数') return before !== '' && '家户业项量'.includes(before);
  return before === '' || !(ENDS_A_WORD[word] ?? '').includes(before);
}

/** What makes a word of the verb behind it: 行为, 表达, 倍增, 人均, 陈列. */
const ENDS_A_WORD: Readonly<Record<string, string>> = {
  为: '行作认',
  达: '发到通表抵雷',
  增: '新倍递',
  均: '人',
  列: '系陈班开',
  到: '得',
  首: '为榜部元',
};

function isSpace(code: number): boolean {
  return code === 32 || code === 0x3000 || code === 0xa0 || code === 42;
}

function cuesOf(found: number): Cues {
  return {
    up: (found & BITS.up) !== 0,
    down: (found & BITS.down) !== 0,
    change: (found & BITS.change) !== 0,
    reach: (found & BITS.reach) !== 0,
    fresh: (found & BITS.fresh) !== 0,
    total: (found & BITS.total) !== 0,
    yearly: (found & BITS.yearly) !== 0,
    from: (found & BITS.from) !== 0,
    rate: (found & BITS.rate) !== 0,
    stands: (found & BITS.stands) !== 0,
  };
}
