import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, bytesOf, type EditedLayer, undoEdits } from '../../src/model/layer.ts';
import { range } from '../../src/model/offset.ts';
import type { MediaType } from '../../src/model/result.ts';
import type { Card, Rules, TextEdit } from '../../src/rules/card.ts';
import { decode } from '../../src/source/decode.ts';
import { frontMatter, sniffMediaType, unwrap } from '../../src/source/unwrap.ts';
import { sourceBytes } from '../model/arbitraries.ts';
import { integrityFaults } from '../model/integrity.ts';
import { NO_RULES } from './no-rules.ts';

function unwrapped(text: string, mediaType: MediaType, rules: Rules = NO_RULES): EditedLayer<'unwrapped', 'decoded'> {
  const { layer } = decode(new TextEncoder().encode(text));
  return applyEdits<'decoded'>(layer, unwrap(layer, mediaType, rules).edits, 'unwrapped');
}

const ruleIds = (layer: EditedLayer<'unwrapped', 'decoded'>): string[] => layer.edits.map((edit) => edit.rule);

describe('plain text', () => {
  test.each<[string, string, string, string[]]>([
    ['a clean text is left alone', '各位代表：\n　　现在“开始”\n', '各位代表：\n　　现在“开始”\n', []],
    ['a byte order mark', '\ufeff各位代表', '各位代表', ['encoding/byte-order-mark']],
    [
      'line ends of other systems',
      '一\r\n二\r三\u2028四\f五\n',
      '一\n二\n三\n四\n五\n',
      Array(4).fill('noise/line-ends'),
    ],
    ['an empty line stays one', '一\r\n\r\n二', '一\n\n二', Array(2).fill('noise/line-ends')],
    ['invisible characters', '生\u200b产\u00ad总\ufeff值', '生产总值', Array(3).fill('encoding/invisible-control')],
    ['a joined emoji is not our text, its parts stay', '👨\u200d👩', '👨👩', ['encoding/invisible-control']],
    ['rare ideographs stay whole', '市长𬭚志远', '市长𬭚志远', []],
    [
      'references that were left behind',
      '增长&nbsp;5%&mdash;R&D;',
      '增长\u00a05%—R&D;',
      Array(2).fill('noise/html-entity'),
    ],
    [
      'line ends that were spelled out',
      '一\\r\\n二\\n\\n三\\t四',
      '一\n二\n\n三\t四',
      Array(3).fill('noise/escape-sequence'),
    ],
    [
      'words that were spelled out',
      '\\u653f\\u5e9c<U+5168>\\xe6\\x96\\x87',
      '政府全文',
      Array(4).fill('noise/escape-sequence'),
    ],
    [
      'spaces that were spelled out',
      '增长\\u30005%\\xa0\\u200b。',
      '增长\u30005%\u00a0。',
      Array(3).fill('noise/escape-sequence'),
    ],
    [
      'rare characters that were spelled out',
      '\\ud872\\udd5a\\ud800',
      '\u{2c95a}\ufffd',
      Array(2).fill('noise/escape-sequence'),
    ],
    ['paths and formulas stay', 'D:\\reports\\new \\times \\xff \\u12', 'D:\\reports\\new \\times \\xff \\u12', []],
    ['comments that were left behind', '一<!-- 二 -->三<!-- 四', '一三<!-- 四', ['noise/html-tag']],
  ])('%s', (_name, text, expected, rules) => {
    const layer = unwrapped(text, 'text/plain');
    expect(layer.text).toBe(expected);
    expect(ruleIds(layer)).toEqual(rules);
    expect(integrityFaults(layer)).toEqual([]);
  });

  test('a line end has the bytes of both its characters', () => {
    const layer = unwrapped('一\r\n二', 'text/plain');
    expect(bytesOf<'unwrapped'>(layer, range(1, 2))).toEqual({ start: 3, end: 5 });
  });

  test('a lone surrogate never gets through', () => {
    const { layer } = decode(Uint8Array.from(Buffer.from('\ufeff政府\ud800工\udc00作𬭚', 'utf16le')));
    const top = applyEdits<'decoded'>(layer, unwrap(layer, 'text/plain', NO_RULES).edits, 'unwrapped');
    expect(top.text).toBe('政府\ufffd工\ufffd作𬭚');
    expect(ruleIds(top)).toEqual(['encoding/byte-order-mark', 'encoding/lone-surrogate', 'encoding/lone-surrogate']);
  });
});

describe('Markdown', () => {
  test.each<[string, string, string]>([
    ['headings with hashes', '## 一、工作回顾 ##\n正文', '一、工作回顾\n正文'],
    ['headings in bold', '**一、2013年工作回顾**\n\n2013年', '一、2013年工作回顾\n\n2013年'],
    [
      'bold at the start of a paragraph',
      '**（一）稳增长。**全年增长5.6%。__重点__',
      '（一）稳增长。全年增长5.6%。重点',
    ],
    ['italics and both', '*2014年*，***重中之重***', '2014年，重中之重'],
    [
      'an asterisk that is a footnote stays',
      '绿色发展指数*，带*号的为约束性指标',
      '绿色发展指数*，带*号的为约束性指标',
    ],
    ['multiplication stays', '“5*3”工程和6*2布局', '“5*3”工程和6*2布局'],
    ['a link leaves its words, a picture nothing', '见[附件1](a.doc)![图](b.png)', '见附件1'],
    ['quotes, bullets, rules', '> - 新增就业\n---\n* 财政', '新增就业\n\n财政'],
    ['a dash that is a dash stays', '——抓就业。\n－抓财政', '——抓就业。\n－抓财政'],
    ['escapes', '1\\. 抓就业 \\*', '1. 抓就业 *'],
    ['tags of running text', '一<br>二<!-- 注 --><u>三</u><增长>', '一\n二三<增长>'],
  ])('%s', (_name, text, expected) => {
    const layer = unwrapped(text, 'text/markdown');
    // Where a mark ends a line, the blank before it is left to the rules of noise.
    expect(layer.text.replace(/ +$/gm, '')).toBe(expected);
    expect(integrityFaults(layer)).toEqual([]);
  });

  const HEAD =
    '---\ntitle: "六安市政府工作报告 （2014年1月24日）"\nurl: http://example.gov.cn/12\ntags:\n  - 报告\n---\n';

  test('front matter goes, and tells title and source', () => {
    expect(unwrapped(`${HEAD}\n各位代表：`, 'text/markdown').text).toBe('\n各位代表：');
    expect(frontMatter(`\ufeff${HEAD}`)).toEqual({
      title: '六安市政府工作报告 （2014年1月24日）',
      source: 'http://example.gov.cn/12',
    });
    expect(frontMatter(HEAD.replaceAll('\n', '\r\n'))?.source).toBe('http://example.gov.cn/12');
  });

  test.each([
    ['no front matter', '各位代表：'],
    ['a text between two rules', '---\n各位代表：现在开始。\n---\n一、回顾'],
    ['a rule without end', '---\ntitle: x\n各位代表'],
  ])('%s', (_name, text) => {
    expect(frontMatter(text)).toBeNull();
  });
});

describe('media type', () => {
  test.each<[string, string, MediaType]>([
    ['a.txt', '各位代表：', 'text/plain'],
    ['a.txt', '\ufeff\n <!DOCTYPE html><p>', 'text/html'],
    ['a.txt', '<HTML lang=zh>', 'text/html'],
    ['a.md', '<!doctype html><html>', 'text/html'],
    ['a.txt', `标题\n${'<p class="a">一</p>\n'.repeat(8)}`, 'text/html'],
    ['a.txt', '气温<15℃，率>95%，<增长>', 'text/plain'],
    ['a.HTM', '各位代表', 'text/html'],
    ['a.md', '各位代表', 'text/markdown'],
    ['a.txt', '---\ntitle: x\n---\n', 'text/markdown'],
    ['a.txt', '# 报告\n## 一、回顾\n## 二、任务\n', 'text/markdown'],
    ['', '', 'text/plain'],
  ])('%s %j', (path, text, expected) => {
    expect(sniffMediaType(path, text)).toBe(expected);
  });
});

describe('rules of shape residue', () => {
  const card = (id: string, status: Card['status'] = 'stable'): Card => ({
    id,
    family: 'noise',
    kind: 'residue',
    scope: 'source',
    severity: 'info',
    status,
    message: { en: '', zh: '' },
    why: '',
    params: {},
    examples: [],
    file: '',
  });
  const rule = (id: string, edits: TextEdit[], status?: Card['status']): Rules['rules'][number] => ({
    card: card(id, status),
    run: { shape: 'residue', edits: () => edits },
  });

  test('first claim wins, markup before rules, rules before line ends', () => {
    const text = '<p>甲乙丙\r\n丁</p>';
    const rules: Rules = {
      ...NO_RULES,
      rules: [
        rule('noise/a', [{ start: 3, end: 4, replacement: '' }]),
        rule('noise/b', [
          { start: 3, end: 5, replacement: 'x' },
          { start: 1, end: 4, replacement: 'y' },
        ]),
        rule('noise/c', [{ start: 5, end: 7, replacement: 'z' }]),
        rule('noise/old', [{ start: 8, end: 9, replacement: '' }], 'retired'),
      ],
    };
    const layer = unwrapped(text, 'text/markdown', rules);
    expect(layer.text).toBe('乙z\n丁');
    expect(ruleIds(layer)).toEqual(['noise/html-tag', 'noise/a', 'noise/c', 'noise/html-tag']);
  });
});

describe('any source', () => {
  test.each<MediaType>(['text/plain', 'text/markdown', 'text/html'])(
    '%s: sound, without carriage returns or lone surrogates',
    (mediaType) => {
      const marks = fc.array(
        fc.constantFrom(
          '<p>',
          '</p>',
          '&nbsp;',
          '**',
          '# ',
          '[',
          '](',
          ')',
          '<!--',
          '-->',
          '\r',
          '\n',
          '<',
          '政府',
          '\\',
        ),
        { maxLength: 40 },
      );
      fc.assert(
        fc.property(
          fc.oneof(
            sourceBytes,
            marks.map((parts) => new TextEncoder().encode(parts.join(''))),
          ),
          (bytes) => {
            const { layer } = decode(bytes);
            const top = applyEdits<'decoded'>(layer, unwrap(layer, mediaType, NO_RULES).edits, 'unwrapped');
            expect(integrityFaults(top, bytes)).toEqual([]);
            expect(top.text).not.toMatch(/[\r\f\v\u2028\ufeff]/);
            expect(top.text).not.toMatch(/[\ud800-\udfff]/u);
          },
        ),
        { numRuns: 150 },
      );
    },
  );

  test.each<[string, string]>([
    ['brackets', '['.repeat(500_000)],
    ['asterisks', '*a'.repeat(500_000)],
    ['hashes', `#${' #'.repeat(500_000)}`],
    ['quotes', '>'.repeat(500_000)],
    ['blanks', ' '.repeat(1_000_000)],
    ['front matter without end', `---\n${'a: b\n'.repeat(200_000)}`],
  ])('a Markdown line of nothing but %s is read to its end', (_name, text) => {
    const layer = unwrapped(text, sniffMediaType('a.md', text));
    expect(undoEdits(layer.text, layer.edits)).toBe(text);
  });
});
