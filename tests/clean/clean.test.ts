import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, type DecodedLayer, undoEdits } from '../../src/model/layer.ts';
import { range } from '../../src/model/offset.ts';
import type { Rules } from '../../src/rules/card.ts';
import { loadRules } from '../../src/rules/load.ts';
import { mendEdits, noiseEdits } from '../../src/source/clean.ts';
import { readyFilesOf } from '../rules/shipped.ts';

const rules = loadRules(readyFilesOf('noise'));

interface Cleaned {
  readonly text: string;
  readonly byRule: Readonly<Record<string, readonly string[]>>;
}

/** Cleans a text whose reports stand between ⟪ and ⟫ (marks removed first); without them all of it is one report. */
function clean(marked: string, using: Rules = rules): Cleaned {
  const reports: { start: number; end: number }[] = [];
  let text = '';
  for (const piece of marked.split(/([⟪⟫])/u)) {
    if (piece === '⟪') reports.push({ start: text.length, end: text.length });
    else if (piece === '⟫') reports.push({ start: reports.pop()?.start ?? 0, end: text.length });
    else text += piece;
  }
  const whole = reports.length > 0 ? reports : [{ start: 0, end: text.length }];
  const decoded: DecodedLayer = { name: 'decoded', text, bytes: { bytesOf: () => range(0, 0) } };
  const unwrapped = applyEdits<'decoded'>(decoded, [], 'unwrapped');
  const view = {
    sourceId: 's',
    text,
    reports: whole.map(({ start, end }) => range<'unwrapped'>(start, end)),
    promised: [],
  };
  const kept = applyEdits<'unwrapped'>(unwrapped, noiseEdits(view, using), 'kept');
  const cleaned = applyEdits<'kept'>(kept, mendEdits(kept.text, using), 'clean');
  expect(undoEdits(cleaned.text, cleaned.edits)).toBe(kept.text);
  expect(undoEdits(kept.text, kept.edits)).toBe(text);
  const byRule: Record<string, string[]> = {};
  for (const { rule, original } of [...kept.edits, ...cleaned.edits]) {
    byRule[rule] ??= [];
    byRule[rule].push(original);
  }
  return { text: cleaned.text, byRule };
}

describe('inside a report', () => {
  test.each([
    // Pages of newspapers.
    [
      '淘汰1.5万辆黄标车，（下转第三版）（上接第二版）更新550辆新能源公交车。',
      '淘汰1.5万辆黄标车，更新550辆新能源公交车。',
    ],
    ['新增贷款121亿元。 （下转第二版） （上接第一版）严格落实重点项目', '新增贷款121亿元。严格落实重点项目'],
    [
      '对口工作有序推进。（下转第二版）\n\n（上接第一版）\n\n（五）聚力城乡统筹',
      '对口工作有序推进。\n（五）聚力城乡统筹',
    ],
    ['“六五普法”全面完成。 上接第1版 立体化治安防控体系', '“六五普法”全面完成。立体化治安防控体系'],
    ['加快绿色转型\n(下转7版)\n(上接第4版)\n协同推进', '加快绿色转型\n协同推进'],
    // Torn figures.
    ['实到外资18.4 5 亿美元,同比增长 6 9.4 %, 总量全市第二', '实到外资18.45亿美元,同比增长69.4%,总量全市第二'],
    [
      '人均可支配收入34 065元，农村居民15 245元，分别增长13.1%。',
      '人均可支配收入34065元，农村居民15245元，分别增长13.1%。',
    ],
    ['房地产投资增长18 .4%，煤炭运量增加到3. 61亿吨。', '房地产投资增长18.4%，煤炭运量增加到3.61亿吨。'],
    ['新增企业2 1个，发放创业贷款8 .5亿元。', '新增企业21个，发放创业贷款8.5亿元。'],
    // Stray spaces.
    [
      '经济韧性持续增强。 前三季度实现生产总值2000 亿元 ，增长5%。',
      '经济韧性持续增强。前三季度实现生产总值2000亿元，增长5%。',
    ],
    // Titles set wide.
    ['政 府 工 作 报 告\n——2023年1月4日在大会上', '政府工作报告\n——2023年1月4日在大会上'],
    // White space.
    ['\n　　各位代表：  \n \n\u00a0　现在，我报告工作。\n\n', '各位代表：\n现在，我报告工作。'],
    ['县长　李建国', '县长 李建国'],
    // Furniture of pages.
    ['第一段。\n— 12 —\n第二段。', '第一段。\n第二段。'],
    ['第一段。\n1月9日，大会开幕。新华社记者 张 磊 摄\n第二段。', '第一段。\n第二段。'],
    ['标题\n时间:2023-03-20   作者:某网   来源:官网   阅读:1485   评论:0\n第一段。', '标题\n第一段。'],
  ])('%j becomes %j', (before, after) => {
    expect(clean(before).text).toBe(after);
  });

  test.each([
    '城市轨道交通“下转上”258家，完善省对下转移支付制度，“规下转规上”229家。',
    '各类“上接天线、下接地气”的群众文化活动。',
    '对比2022 2023两年，1 2 3产业占比为5 40 55。',
    '7. 3条城际干线：长株潭城际。',
    '24. 4+5+N：“4”即四大产业。',
    '合同能源管理 指节能服务公司与用能单位约定目标，共享收益。',
    '打响“好品山东 商行天下”品牌，推进《国家 标准》制定。',
    '搜索\n第二段。',
    '12\n34\n56',
    '三次产业比例为12:45:43。',
    '联系群众更加紧密。',
    '市长 龚 正',
    '发布时间更加及时，来源：财产性收入增长。',
    '版权登记3.2万件。',
  ])('%j stays as it is', (text) => {
    expect(clean(text)).toEqual({ text, byRule: {} });
  });
});

describe('around reports', () => {
  const REPORT = '⟪政府工作报告\n各位代表：\n一、工作回顾\n全县生产总值增长5%。⟫';
  const TEXT = '政府工作报告\n各位代表：\n一、工作回顾\n全县生产总值增长5%。';

  test.each([
    ['portal-navigation', '设为首页收藏本站\n', ''],
    ['portal-navigation', '您当前的位置：首页 > 政务公开 > 工作报告\n', ''],
    ['share-bar', '官网原文 导出笔记 打印 分享\n', ''],
    ['share-bar', '【字体：大 中 小】\n', ''],
    ['search-filters', '筛选地域\n一级目录\n报告年份\n', ''],
    ['meta-line', '发布时间：2024-02-21 09:30　来源：县政府办　浏览次数：1286\n', ''],
    ['repeated-abstract', '内容摘要:政 府 工 作 报 告——2023年1月4日在大会上，请予审议......\n', ''],
    ['forum-user-card', '查看: 69|回复: 0\n  • 签到天数: 721 天\n    [LV.9]以坛为家II\n    1万\n    积分\n', ''],
    ['contents-leaders', '浦东新区.........................35\n', ''],
    ['forum-reply-box', '', '\n您需要登录后才可以回帖 登录 | 立即注册\n本版积分规则\n'],
    ['document-library', '', '\n微信扫一扫在手机阅读、分享本文\n链接地址:http://www.example.com/1.html\n版权声明\n'],
    ['reading-gate', '', '\n剩余12页未读，登录后阅读\n'],
    ['site-footer', '', '\n主办单位:某某网 技术支持:某某网\n  皖ICP备2023017023号\nCopyright © 2008-2018 某某 Inc.\n'],
    ['customer-service', '', '\n在线时间:\n周一~周五\n9:00-18:00\n010-12345678\n'],
    ['note-widgets', '', '\n笔记\n复制\n问答\n搜索\n'],
    ['outside-report', '今天是个好天气\n', ''],
  ])('%s', (name, before, after) => {
    const { text, byRule } = clean(`${before}${REPORT}${after}`);
    expect(text).toBe(TEXT);
    expect(Object.keys(byRule).filter((rule) => rule !== 'noise/blank-lines')).toEqual([`noise/${name}`]);
    expect(byRule[`noise/${name}`]?.join('').trim()).toBe(`${before}${after}`.trim());
  });

  test('nothing of a source without a report is kept', () => {
    const view = { sourceId: 's', text: '设为首页\n\n天气晴\n', reports: [], promised: [] };
    const edits = noiseEdits(view, rules);
    expect(edits.map(({ range: { start, end }, rule }) => [start, end, rule])).toEqual([
      [0, 5, 'noise/portal-navigation'],
      [5, 10, 'noise/outside-report'],
    ]);
  });

  test('two reports keep their own lines', () => {
    expect(clean('目录\n⟪甲报告\n\n甲文。\n⟫\n广告语\n⟪  乙报告\n乙文。⟫\n').text).toBe('甲报告\n甲文。乙报告\n乙文。');
  });

  test('a retired rule takes nothing', () => {
    const retired = rules.rules.map((rule) => ({ ...rule, card: { ...rule.card, status: 'retired' as const } }));
    expect(clean('　　第一段。\n\n第二段。', { ...rules, rules: retired }).byRule).toEqual({});
  });
});

describe('for any text', () => {
  const pieces = fc.constantFrom(
    ...[
      '　',
      ' ',
      '\n',
      '\u00a0',
      '。',
      '，',
      '1',
      '2',
      '.',
      '%',
      '亿',
      '政',
      '府',
      '“',
      '”',
      '（下转3版）',
      '（上接2版）',
    ],
    ...['设为首页', '版权声明', '笔记', '搜索', '复制', '— 3 —', '来源：某网', '⟪', '⟫', '🙂'],
  );
  const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('').replaceAll(/⟪⟪|⟫⟫/gu, ''));
  const wellMarked = texts.filter((text) => /^[^⟪⟫]*(?:⟪[^⟪⟫]*⟫[^⟪⟫]*)*$/u.test(text));

  test('text and edits rebuild the source, and paragraphs stand one a line', () => {
    fc.assert(
      fc.property(wellMarked, (marked) => {
        const { text } = clean(marked);
        expect(text).not.toMatch(/[\u00a0\u3000\r]|\n\n|^[ \n]|[ \n]$| \n|\n /u);
      }),
    );
  });

  test('only white space, and what a rule names, is taken from a body', () => {
    const body = fc.array(fc.constantFrom('全县', '增长', '5.6', '%', '，', '。', '　', '\n', ' ', '12', '家'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(body, (parts) => {
        const text = parts.join('');
        const visible = (some: string): string => some.replaceAll(/\s/gu, '');
        expect(visible(clean(text).text)).toBe(visible(text));
      }),
    );
  });

  test.each([
    '全县 12',
    '城镇新增就业 12000 人',
    '工业用电量 38.2 亿千瓦时',
    '重点项目目录',
    '民生实事专栏',
    '招商引资公告',
  ])('a row of a table or a title without a number stays: %s', (row) => {
    expect(clean(`一年来，各项工作稳步推进。\n${row}\n群众满意度持续提高。`).text).toContain(row);
  });

  test.each([' ', '\n', '　1', '政 ', '1 ', '（下转', '<!--', '“', '时间:', '.'])(
    'a quarter of a million characters of %j: every edit stands in its place',
    (unit) => {
      const text = unit.repeat(250_000 / unit.length);
      const noise = noiseEdits({ sourceId: 's', text, reports: [range(0, text.length)], promised: [] }, rules);
      for (const edits of [noise, mendEdits(text, rules)]) {
        const before = [0, ...edits.map((edit) => edit.range.end)];
        expect(edits.every((edit, at) => edit.range.start >= (before[at] ?? 0))).toBe(true);
      }
    },
  );
});
