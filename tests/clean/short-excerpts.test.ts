/** Excerpts of a few lines that were broken at a margin; and short texts whose lines are their own. */
import { expect, it } from 'vitest';
import { audit, rulesFromDisk } from '../support/pipeline.ts';

const RULES = rulesFromDisk();

function textOf(data: string): string {
  const [source] = audit([{ name: 'page.txt', data }], RULES).sources;
  return source?.reports[0]?.text ?? '';
}

const HEAD = [
  '政府工作报告(摘要)--1999年2月25日在济南市第十二届人民代表大会第二次会议上',
  '济南市市长谢玉堂',
  '各位代表:',
  '我受市人民政府委托,向大会报告政府工作,请审议,并请各位政协委员和其他',
  '列席人员提出意见。',
  '一、本届政府开局之年的工作',
  '综合经济实力进一步增强',
];

it('an excerpt of a few broken lines is put together', () => {
  const text = textOf(
    [
      ...HEAD,
      '全市实现国内生产总值821.1亿元,比上年增长13.1%。农业产业化和城乡一体',
      '化成效明显,粮食总产量再创历史最高水平,实现农业增加值98.2亿元,增长7.4%',
      '。工业的战略性调整和改革有新突破,扭亏增盈取得实效,第二产业增加值完成377',
      '.4亿元,增长11.8%。第三产业实现多领域大面积发展,增加值达到345.5亿元,增',
      '长16.2%,占国内生产总值的比重由上年的40.9%提高到42.1%。实现地域财政收入',
      '136.1亿元,其中地方财政收入38.44亿元,增长21.5%。',
    ].join('\n'),
  );
  expect(text).toContain('增长7.4%。工业的战略性调整');
  expect(text).toContain('第二产业增加值完成377.4亿元,增长11.8%');
  expect(text).toContain('并请各位政协委员和其他列席人员提出意见。\n一、本届政府开局之年的工作\n');
});

it('a list of titles of one length is left, though one line begins with a mark', () => {
  const titles = [
    '加快发展现代农业推动农村经济全面振兴取得新成效',
    '着力推进工业转型升级加快建设先进制造业集聚高地',
    '，加快城乡建设步伐统筹推进区域协调发展迈上台阶',
    '持续改善生态环境质量坚决打好污染防治攻坚战役。',
    '全面深化改革开放着力优化营商环境激发市场新活力',
  ];
  const text = textOf([...HEAD, ...titles.map((one, at) => `${at + 1}.${one}`)].join('\n'));
  for (const [at, one] of titles.entries()) expect(text).toContain(`\n${at + 1}.${one}`);
});
