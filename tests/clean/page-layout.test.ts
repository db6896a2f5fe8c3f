import { describe, expect, test } from 'vitest';
import { applyEdits, type DecodedLayer, undoEdits } from '../../src/model/layer.ts';
import { range } from '../../src/model/offset.ts';
import { pageLayoutKind } from '../../src/rules/kinds/page-layout.ts';
import { PlainView } from '../../src/rules/kinds/plain-view.ts';

function editsOf(sort: string, text: string) {
  const run = pageLayoutKind.compile({ sort }, { divisions: undefined } as never);
  if (run.shape !== 'residue') throw new Error('a residue rule is expected');
  return run.edits(new PlainView(text));
}

function without(sort: string, text: string): string {
  const decoded: DecodedLayer = { name: 'decoded', text, bytes: { bytesOf: () => range(0, 0) } };
  const edits = editsOf(sort, text).map(({ start, end, replacement }) => ({
    range: range<'decoded'>(start, end),
    replacement,
    rule: 'noise/x',
  }));
  const layer = applyEdits<'decoded'>(decoded, edits, 'unwrapped');
  expect(undoEdits(layer.text, layer.edits)).toBe(text);
  return layer.text;
}

const SENTENCES = [
  '全年地区生产总值增长5.6%，固定资产投资增长8.2%，城乡居民收入稳步提高，主要目标任务较好完成，实现了十四五良好开局。',
  '坚持把发展经济的着力点放在实体经济上，新增规模以上工业企业12家，高新技术企业达到36家，产业结构不断优化升级。',
  '坚持在发展中保障和改善民生，城镇新增就业4200人，改造老旧小区15个，建成养老服务中心4家，群众获得感不断增强。',
  '坚持绿水青山就是金山银山，空气优良天数比率达到95.2%，新增造林面积1.2万亩，农村人居环境得到明显改善。',
];
const PARAGRAPHS = Array.from({ length: 5 }, (_, k) => [
  `${'一二三四五'[k] ?? ''}、第${k + 1}方面工作`,
  ...SENTENCES.map((one, at) => `（${'一二三四'[at] ?? ''}）${one}${SENTENCES[(at + k) % 4] ?? ''}`),
]).flat();

/** Lines of a printed page: Latin letters and digits are half as wide, figures are not parted. */
function wrapped(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const token of paragraph.match(/[\d.%A-Za-z]{1,9}|./gu) ?? []) {
    const size = /^[\d.%A-Za-z]/u.test(token) ? token.length / 2 : 1;
    if (used + size > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += token;
    used += size;
  }
  return [...lines, line];
}

describe('lines that end at the margin', () => {
  test.each([24, 30, 36, 42])('at %i characters the paragraphs are whole again', (width) => {
    const text = PARAGRAPHS.flatMap((one) => wrapped(one, width)).join('\n');
    const mended = without('hard-breaks', text).split('\n');
    const right = PARAGRAPHS.filter((one) => mended.includes(one)).length;
    expect(right).toBeGreaterThanOrEqual(PARAGRAPHS.length - 2);
  });

  test('line ends of Windows go too, and an indented line begins a paragraph', () => {
    const text = PARAGRAPHS.flatMap((one) => wrapped(`　　${one}`, 30)).join('\r\n');
    expect(without('hard-breaks', text).split('\r\n')).toEqual(PARAGRAPHS.map((one) => `　　${one}`));
  });

  test.each([
    ['paragraphs of any length', PARAGRAPHS.join('\n')],
    [
      'paragraphs of one length',
      Array.from({ length: 40 }, () => '全年新增就业四千二百人，城镇登记失业率控制在百分之三点五。').join('\n'),
    ],
    ['a list of short lines', Array.from({ length: 60 }, (_, k) => `${k + 1}.民生实事项目`).join('\n')],
    ['one line', PARAGRAPHS.join('')],
    ['nothing', ''],
  ])('%s are left alone', (_name, text) => {
    expect(editsOf('hard-breaks', text)).toEqual([]);
  });
});

describe('lines that every page repeats', () => {
  const paged = (foot: (page: number) => string): string =>
    PARAGRAPHS.map((one, k) => (k % 5 === 4 ? `${one}\n${foot((k + 1) / 5)}` : one)).join('\n');

  test.each([
    ['a number between dashes', (page: number) => `— ${page} —`],
    ['a number alone', (page: number) => String(page + 11)],
    ['a number of how many', (page: number) => `第 ${page} 页 / 共 30 页`],
    ['a head and a number', (page: number) => `某某县第十七届人民代表大会文件\n${page}`],
  ])('%s is no line of the text', (_name, foot) => {
    expect(without('running-lines', paged(foot))).toBe(`${PARAGRAPHS.join('\n')}\n`);
  });

  test.each([
    ['numbers of a table', '1\n2\n3\n4\n5\n6'],
    ['numbers that do not count up', PARAGRAPHS.map((one, k) => `${one}\n${k * 7}`).join('\n')],
    ['the address to the house', PARAGRAPHS.map((one) => `各位代表：\n${one}`).join('\n')],
    [
      'the titles of a compilation',
      Array.from({ length: 5 }, () => `政府工作报告\n${PARAGRAPHS.join('\n').repeat(5)}`).join('\n'),
    ],
  ])('%s stay', (_name, text) => {
    expect(editsOf('running-lines', text)).toEqual([]);
  });

  test('a quarter of a million short lines keep what is no line of a page', () => {
    expect(without('running-lines', '1\n'.repeat(250_000))).toBe('1\n'.repeat(250_000));
    const lines = '政府工作报告全文如下请审议\n'.repeat(80_000);
    expect(without('hard-breaks', lines).replaceAll('\n', '')).toBe(lines.replaceAll('\n', ''));
  });
});

test('a list of numbered titles of one length is no broken paragraph', () => {
  const titles = Array.from(
    { length: 60 },
    (_, at) => `（${'一二三四五六七八九'[at % 9] ?? ''}）着力抓好今年的重点工作任务落实`,
  );
  expect(editsOf('hard-breaks', titles.join('\n'))).toEqual([]);
});

test('no line is put to the one above when it begins a section or addresses the assembly', () => {
  const lines = PARAGRAPHS.flatMap((paragraph) => wrapped(paragraph, 30));
  const head = '——2024年1月8日在清源市第七届人民代表大会第四次会议上周明';
  const joined = without('hard-breaks', [head, '各位代表：', ...lines].join('\n'));
  expect(joined.split('\n').slice(0, 2)).toEqual([head, '各位代表：']);
  for (const number of '一二三四') expect(joined).toContain(`\n（${number}）`);
});

test.each([
  ['a point of a number', '是2010年的1\n.5倍，城乡面貌明显改善'],
  ['a year', '2\n018年投入扶贫资金，城乡面貌明显改善'],
  ['a mark', '产业基地、示范县区、科技先进城区\n、文明城市称号，城乡面貌明显改善'],
  ['a narrow mark', '产业基地、示范县区、科技先进城区\n,文明城市称号，城乡面貌明显改善'],
])('of an excerpt that has %s torn apart the few lines are joined', (_name, torn) => {
  const [head = '', end = ''] = torn.split('\n');
  const full = (words: string): string =>
    `${'我们攻坚克难扎实推进各项工作取得新的成效'.repeat(2)}`.slice(0, 37 - words.length) + words;
  const body = [full(head), `${end}。`, ...Array.from({ length: 6 }, () => full('')), '全年任务完成。'];
  const title = '某旗2019年政府工作报告全文'.repeat(4);
  const lines = [title, '政府工作报告', '各位代表：', ...body];
  expect(without('hard-breaks', lines.join('\n'))).toContain(head + end);
  expect(editsOf('hard-breaks', lines.join('\n').replace(torn, torn.replace('\n', '是')))).toEqual([]);
});
