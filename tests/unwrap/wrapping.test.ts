/** What programs and document libraries wrap a report in, on short pieces of real pages: it goes, and the report's words stay. */
import { describe, expect, it } from 'vitest';
import { audit, rulesFromDisk } from '../support/pipeline.ts';

const RULES = rulesFromDisk();

const PARAGRAPHS = [
  '武汉市2003年政府工作报告',
  '——2003年1月5日在武汉市第十一届人民代表大会第一次会议上',
  '市长 李宪生',
  '各位代表：',
  '现在，我代表市人民政府向大会报告工作，请予审议，并请市政协各位委员和其他列席人员提出意见。',
  '一、过去五年的工作回顾',
  '过去的五年，是武汉综合经济实力明显增强的五年。国内生产总值由1997年的912.33亿元增加到2002年的1493亿元，年均增长11.6%。',
  '二、2003年的工作任务',
  '今年是新一届政府的开局之年，国内生产总值预期增长10%，财政收入增长12%，城镇登记失业率控制在4.5%以内。',
  '各位代表，让我们更加紧密地团结起来，万众一心，为谱写武汉发展的新篇章而努力奋斗！',
];
const PLAIN = PARAGRAPHS.join('\n');

/** The text as a library of documents shows it: in pieces of equal size, each on a line behind its number. */
function pieces(text: string, size: number): string {
  const count = Math.ceil(text.length / size);
  return Array.from({ length: count }, (_, at) => `${at + 1}、${text.slice(at * size, (at + 1) * size)}`).join('\n');
}

function read(text: string) {
  const [source] = audit([{ name: 'page.txt', data: text }], RULES).sources;
  const { region, reportYear, deliveredOn, speaker } = source?.reports[0]?.identity ?? {};
  return {
    reports: source?.reports.length,
    verdict: source?.reports[0]?.completeness.verdict,
    who: [region, reportYear, deliveredOn, speaker],
    text: source?.reports[0]?.text.trim(),
    told: source?.findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule),
  };
}

const AS_IT_IS = read(PLAIN);

describe('a whole report', () => {
  it('is whole', () => {
    expect(AS_IT_IS).toMatchObject({
      reports: 1,
      verdict: 'complete',
      who: ['武汉市', 2003, '2003-01-05', '李宪生'],
      text: PLAIN,
      told: [],
    });
  });

  it.each([
    ['as JSON', JSON.stringify({ url: 'http://www.wuhan.gov.cn/1.html', content: PLAIN, time: '2016-11-10' })],
    ['as JSON, a paragraph a string', JSON.stringify({ id: 7, paragraphs: PARAGRAPHS }, null, 2)],
    ['as Python prints a list', `['${PARAGRAPHS.join("', '\\u3000\\u3000")}']`],
    ['as Python prints a record', `{'title': None, 'content': '${PARAGRAPHS.join('\\n')}', 'ok': True}`],
    ['with each paragraph twice', PARAGRAPHS.flatMap((one) => [one, one]).join('\n')],
    ['with each paragraph twice and blank lines', PARAGRAPHS.flatMap((one) => [`  ${one}`, one]).join('\r\n\r\n')],
    ['with letters behind each paragraph', PARAGRAPHS.map((one) => `${one}vfO`).join('\n')],
    ['with a digit and letters behind each paragraph', PARAGRAPHS.map((one) => `${one}7rw`).join('\n')],
    ['in one line, with a blank for each break', PARAGRAPHS.join(' ')],
    ['in one line, with a tab for each break', PARAGRAPHS.join('\t')],
    ['in one line of numbered pieces', pieces(PARAGRAPHS.join(' '), 130)],
    ['in numbered pieces with blank lines between', pieces(PARAGRAPHS.join(' '), 125).replaceAll('\n', '\n\n')],
  ])('%s is the same report', (_, text) => {
    expect(read(text)).toEqual(AS_IT_IS);
  });
});

describe('what is left alone', () => {
  it.each([
    [
      'a numbered list',
      '1、大力发展现代农业，农业增加值增长5%。\n2、加快工业园区建设，引进企业12家。\n3、繁荣城乡市场，新建农贸市场2个。',
    ],
    ['words in brackets that are no record', '[图片]全年经济保持增长。[图片]'],
    [
      'the same letters behind a few lines',
      '加快建设5G。\n推进政务服务APP\n发展跨境电商B2B\n增速居全省第三。GDP\n总量居全省第二。GDP',
    ],
    ['blanks in an ordinary paragraph', '过去一年，全县生产总值增长 5.6%。 财政收入增长 3.2%。 城镇新增就业 4200 人。'],
  ])('%s', (_, body) => {
    const text = PLAIN.replace('二、2003年的工作任务', `${body}\n二、2003年的工作任务`);
    const [source] = audit([{ name: 'page.txt', data: text }], RULES).sources;
    const rules = source?.edits.map(({ rule }) => rule) ?? [];
    for (const rule of ['numbered-seam', 'record-syntax', 'letter-tail', 'lost-break']) {
      expect(rules).not.toContain(`noise/${rule}`);
    }
  });
});

it('a record of very many quotation marks is read to its end', () => {
  const quoted = '“稳”字当头，"进"字为要，'.repeat(20_000);
  const [source] = audit([{ name: 'page.json', data: JSON.stringify({ content: quoted }) }], RULES).sources;
  expect(source?.edits.filter(({ rule }) => rule === 'noise/record-syntax').length).toBe(40_002);
});
