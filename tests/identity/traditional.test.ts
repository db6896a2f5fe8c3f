/** A page in traditional script says what the report says: it is read like the simplified one, and kept as it was written. */
import { describe, expect, it } from 'vitest';
import { simplified } from '../../src/source/script.ts';
import { audit, rulesFromDisk } from '../support/pipeline.ts';

const RULES = rulesFromDisk();

const WRITTEN = `政府工作報告
——2017年12月5日在土默特左旗第十七屆人民代表大會第一次會議上
土默特左旗人民政府旗長 成紅亮
各位代表:
現在,我代表旗人民政府向大會報告工作,請予審議,并請旗政協委員和其他列席會議的同志們提出意見。
一、本屆政府工作回顧
過去五年,是我旗發展充滿挑戰、極不平凡的五年。到2017年底,預計全旗地區生產總值達到259億元,年均增長6%;一般公共財政預算收入達到19.69億元;社會消費品零售總額達到44億元。
二、2018年政府工作任務
我們將著力穩增長、惠民生,為後年建成小康社會打好基礎。
各位代表,讓我們更加緊密地團結起來,為建設美麗富裕的土默特左旗而努力奮鬥!
`;

const SIMPLE = `政府工作报告
——2017年12月5日在土默特左旗第十七届人民代表大会第一次会议上
土默特左旗人民政府旗长 成红亮
各位代表:
现在,我代表旗人民政府向大会报告工作,请予审议,并请旗政协委员和其他列席会议的同志们提出意见。
一、本届政府工作回顾
过去五年,是我旗发展充满挑战、极不平凡的五年。到2017年底,预计全旗地区生产总值达到259亿元,年均增长6%;一般公共财政预算收入达到19.69亿元;社会消费品零售总额达到44亿元。
二、2018年政府工作任务
我们将著力稳增长、惠民生,为后年建成小康社会打好基础。
各位代表,让我们更加紧密地团结起来,为建设美丽富裕的土默特左旗而努力奋斗!
`;

const { sources, corpus } = audit(
  [
    { name: 'traditional.txt', data: WRITTEN },
    { name: 'simplified.txt', data: SIMPLE },
  ],
  RULES,
);
const [traditional, simple] = sources.map(({ reports }) => reports[0]);

describe('a report in traditional script', () => {
  it('has its place, year, session, day and speaker', () => {
    expect(traditional?.identity).toMatchObject({
      region: '土默特左旗',
      level: 'county',
      reportYear: 2018,
      session: '第十七届人民代表大会第一次会议',
      deliveredOn: '2017-12-05',
      speaker: '成红亮',
    });
  });

  it('is as whole as the simplified one, with the same figures', () => {
    expect(traditional?.completeness.verdict).toBe(simple?.completeness.verdict);
    const read = (one: typeof simple) => one?.figures.map(({ indicator, value, unit }) => [indicator, value, unit]);
    expect(read(traditional)).toEqual(read(simple));
    expect(read(traditional)?.map(([indicator]) => indicator)).toContain('地区生产总值');
  });

  it('is kept, and quoted, as it was written', () => {
    expect(traditional?.text).toContain('預計全旗地區生產總值達到259億元');
    expect(traditional?.figures.map(({ quote }) => quote)).toContain('259億元');
    expect(traditional?.outline.headings[0]?.title).toBe('本屆政府工作回顧');
  });

  it('is known as a copy of the simplified one', () => {
    expect(corpus.pairs.map(({ relation }) => relation)).toEqual(['same-text']);
  });
});

describe('simplified', () => {
  it.each([
    ['一個片段', '個人消費品零售總額達到四十四億圓', '个人消费品零售总额达到四十四亿圆'],
    ['what Taiwan writes', '臺灣啟動峰會,佔領製高點,群眾為此歡呼', '台湾启动峰会,占领制高点,群众为此欢呼'],
    [
      'a name in traditional characters in a simplified report',
      '县长陳乾向大会报告工作，'.repeat(1) +
        '全县生产总值增长百分之六，农民人均纯收入增长百分之八，财政收入增长百分之十，社会事业全面进步，人民生活不断改善。',
      null,
    ],
    ['no Chinese', 'GDP 5.2 %', null],
    ['nothing', '', null],
  ])('%s', (_, written, read) => {
    expect(simplified(written)).toBe(read ?? written);
    expect(simplified(written)).toHaveLength(written.length);
  });
});
