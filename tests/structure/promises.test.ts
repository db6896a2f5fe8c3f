/** What a report promises of its own shape, and how far the list behind it counts. */
import { describe, expect, test } from 'vitest';
import { countedPromises } from '../../src/source/structure/promises.ts';
import { CLOSING, HEAD, lines, outlineOf, PLAN, REVIEW, SELF, VOCABULARY } from './support.ts';

/** [promised, found, words, whether the text ends within the list, level]. */
function promisesIn(text: string) {
  return countedPromises(text, outlineOf(text), VOCABULARY.phrases).map(
    ({ promised, found, quote, open, level, range }) => {
      expect(text.slice(range.start, range.end)).toContain(quote.slice(-2, -1));
      return [promised, found, quote, open ? 'open' : 'closed', level];
    },
  );
}
const TITLE = PLAN[0] ?? '';
const within = (...plan: string[]): string => lines(HEAD, REVIEW, [TITLE], plan, SELF, CLOSING);
const SECTIONS = [
  '（一）壮大实体经济。抓好招商引资。',
  '（二）办好民生实事。加强就业服务。',
  '（三）建设美丽乡村。整治村庄环境。',
];
const WORDS = ['一是抓投资。稳增长。', '二是抓消费。扩内需。', '三是抓出口。稳外贸。'];

describe('sections behind it', () => {
  test.each<[string, string, unknown[]]>([
    ['a count and a colon', '今年要重点做好三方面工作：', [3, 3, '做好三方面工作:', 'closed', 2]],
    ['a full stop', '今年要突出抓好三项任务。', [3, 3, '抓好三项任务。', 'closed', 2]],
    ['digits', '今年要重点做好以下3个方面的工作：', [3, 3, '做好以下3个方面的工作:', 'closed', 2]],
    ['more than there are', '今年要重点抓好六个方面重点任务：', [6, 3, '抓好六个方面重点任务:', 'closed', 2]],
    ['fewer than there are', '今年要着力推进两大任务：', [2, 3, '推进两大任务:', 'closed', 2]],
    ['十二 are more than ten', '今年要抓好十二项重点工作：', [12, 3, '抓好十二项重点工作:', 'closed', 2]],
    [
      'a long sentence before it',
      `${'面对新的形势和任务，'.repeat(12)}今年要做好三方面工作：`,
      [3, 3, '做好三方面工作:', 'closed', 2],
    ],
  ])('%s', (_, sentence, expected) => {
    expect(promisesIn(within(sentence, ...SECTIONS))).toEqual([expected]);
  });

  test.each<[string, string]>([
    ['one is no list', '今年要重点做好一方面工作：'],
    ['no count', '今年要重点做好以下方面工作：'],
    ['a count of something else', '今年要建成三所学校：'],
    ['no verb', '下面是三方面工作：'],
    ['words behind the count', '今年要做好三方面工作，确保完成：'],
    ['no mark at its end', '今年要重点做好三方面工作；'],
  ])('no promise: %s', (_, sentence) => {
    expect(promisesIn(within(sentence, ...SECTIONS))).toEqual([]);
  });

  test.each<[string, string[], unknown[]]>([
    ['a number is skipped', [SECTIONS[0] ?? '', SECTIONS[2] ?? ''], [3, 3, '做好三方面工作:', 'closed', 2]],
    [
      'paragraphs between them',
      SECTIONS.flatMap((one) => [one, '有关部门要抓好落实。']),
      [3, 3, '做好三方面工作:', 'closed', 2],
    ],
    [
      'lists within them',
      SECTIONS.flatMap((one) => [one, '1．抓项目。建一批。', '2．抓园区。扩一批。']),
      [3, 3, '做好三方面工作:', 'closed', 2],
    ],
    ['they begin again', [...SECTIONS.slice(0, 2), ...SECTIONS], [3, 2, '做好三方面工作:', 'closed', 2]],
  ])('%s', (_, sections, expected) => {
    expect(promisesIn(within('今年要做好三方面工作：', ...sections))[0]).toEqual(expected);
  });

  test('sections of the first level end where the outer numbers go on', () => {
    const text = within('今年要做好三方面工作：', '一、抓产业。稳增长。', '二、抓民生。办实事。');
    expect(promisesIn(text)).toEqual([[3, 3, '做好三方面工作:', 'open', 1]]);
    const jump = within('今年要做好三方面工作：', '一、抓产业。稳增长。').replace('三、加强政府', '四、加强政府');
    expect(promisesIn(jump)).toEqual([[3, 1, '做好三方面工作:', 'closed', 1]]);
  });

  test('the text ends within them', () => {
    const text = lines(HEAD, REVIEW, [TITLE, '今年要做好六方面工作：'], SECTIONS);
    expect(promisesIn(text)).toEqual([[6, 3, '做好六方面工作:', 'open', 2]]);
    expect(promisesIn(lines(HEAD, REVIEW, [TITLE, '今年要做好六方面工作：']))).toEqual([
      [6, 0, '做好六方面工作:', 'open', 4],
    ]);
  });
});

describe('paragraphs that count in words behind it', () => {
  test.each<[string, string[], unknown[][]]>([
    ['three', WORDS, [[3, 3, '抓好三方面工作:', 'closed', 4]]],
    ['two of three', WORDS.slice(0, 2), [[3, 2, '抓好三方面工作:', 'closed', 4]]],
    ['one is skipped: how far they count', [WORDS[0] ?? '', WORDS[2] ?? ''], [[3, 3, '抓好三方面工作:', 'closed', 4]]],
    [
      'paragraphs between them',
      WORDS.flatMap((one) => [one, '有关部门要抓好落实。']),
      [[3, 3, '抓好三方面工作:', 'closed', 4]],
    ],
    ['第一，第二，', ['第一，抓投资，稳增长。', '第二，抓消费，扩内需。'], [[3, 2, '抓好三方面工作:', 'closed', 4]]],
    ['no list', ['有关部门要抓好落实。', ...WORDS], []],
    ['a title before them', ['（一）抓项目', ...WORDS], [[3, 1, '抓好三方面工作:', 'closed', 2]]],
    [
      'a section behind them',
      [...WORDS.slice(0, 2), '（一）抓项目', ...WORDS.slice(2)],
      [[3, 2, '抓好三方面工作:', 'closed', 4]],
    ],
  ])('%s', (_, paragraphs, expected) => {
    expect(promisesIn(within('今年要抓好三方面工作：', ...paragraphs))).toEqual(expected);
  });
});

describe('paragraphs that count with a comma behind it', () => {
  const COMMAS = ['一，抓投资，稳增长。', '二，抓消费，扩内需。', '三，抓出口，稳外贸。'];
  const counted = (promised: number, found: number, state = 'closed') => [
    [promised, found, `抓好${promised === 3 ? '三' : '六'}方面工作:`, state, 4],
  ];
  test.each<[string, string[], unknown[][]]>([
    ['three', COMMAS, counted(3, 3)],
    ['with western commas', COMMAS.map((one) => one.replace('，', ',')), counted(3, 3)],
    ['two of three', COMMAS.slice(0, 2), counted(3, 2)],
    ['one is skipped', [COMMAS[0] ?? '', COMMAS[2] ?? ''], counted(3, 1)],
    ['paragraphs between them', COMMAS.flatMap((one) => [one, '有关部门要抓好落实。']), counted(3, 3)],
    ['a title between them', [...COMMAS.slice(0, 2), '（一）抓好落实', ...COMMAS.slice(2)], counted(3, 2)],
    ['they do not begin at once', ['有关部门要抓好落实。', ...COMMAS], []],
    ['they begin at the second', COMMAS.slice(1), []],
    ['a number in the sentence', ['要抓好一，二，三项工作。', ...COMMAS], []],
  ])('%s', (_, paragraphs, expected) => {
    expect(promisesIn(within('今年要抓好三方面工作：', ...paragraphs))).toEqual(expected);
  });

  test('the text ends within them', () => {
    const text = lines(HEAD, REVIEW, [TITLE, '今年要抓好六方面工作：'], COMMAS);
    expect(promisesIn(text)).toEqual(counted(6, 3, 'open'));
  });
});

test('eleven things, in words', () => {
  const words = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一'].map(
    (one) => `${one}是抓项目。建一批。`,
  );
  expect(promisesIn(within('今年要抓好十一项工作：', ...words))).toEqual([[11, 11, '抓好十一项工作:', 'closed', 4]]);
});

test('a list that begins anew is another one', () => {
  const anew = within('今年要抓好三方面工作：', ...SECTIONS.slice(0, 1), '同时，要抓好以下重点。', ...SECTIONS);
  expect(promisesIn(anew)).toEqual([[3, 1, '抓好三方面工作:', 'closed', 2]]);
});

test.each([
  ['an annex', ['附件', '各部门要重点抓好三方面工作：', '一是抓投资。稳增长。', '二是抓消费。扩内需。']],
  ['a closing', ['各位代表，新的一年，让我们团结一心、真抓实干，为建设现代化新某市而努力奋斗，做好三方面工作：']],
])('%s promises nothing of the report', (_, lastly) => {
  expect(promisesIn(lines(HEAD, REVIEW, PLAN, SELF, CLOSING, lastly))).toEqual([]);
});

test('several promises, each with its own list; none in closing and glossary', () => {
  const text = lines(
    HEAD,
    ['一、2023年工作回顾', '一年来，我们做了两方面工作：', '（一）抓产业。稳增长。', '（二）抓民生。办实事。'],
    [TITLE, '今年要抓好三方面工作：'],
    SECTIONS,
    SELF,
    CLOSING,
    ['名词解释', '1、三抓：指抓好三方面工作：', '2、两抓：指抓好两方面工作：'],
  );
  expect(promisesIn(text)).toEqual([
    [2, 2, '做了两方面工作:', 'closed', 2],
    [3, 3, '抓好三方面工作:', 'closed', 2],
  ]);
});
