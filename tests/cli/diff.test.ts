/** What `jiaokan diff` says of two copies, two reports and two datasets. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diffTexts } from '../../src/output/diff.ts';
import { report, run } from './support.ts';

let folder = '';
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const whole = report('灵石县', 2024);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaokan-diff-'));
  put('a.txt', whole);
  put('same.txt', whole);
  put('revised.txt', whole.replace('126.5亿元', '162.5亿元').replace('新的消费热点', '新的热点').replaceAll('，', ','));
  put('third.txt', whole.replace('服务中心4家', '服务中心4所'));
  put('two.txt', `${report('灵石县', 2024)}\n${report('平遥县', 2024)}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('jiaokan diff', () => {
  test('equal files: nothing to tell, exit 0', async () => {
    const said = await run(folder, ['diff', 'a.txt', 'same.txt']);
    expect(said.code).toBe(0);
    expect(said.out).toContain('no differences');
  });

  test('figures come first, lost characters after them, and widths are counted', async () => {
    const said = await run(folder, ['diff', 'a.txt', 'revised.txt']);
    expect(said.code).toBe(1);
    expect(said.out).toContain('[126.5]');
    expect(said.out).toContain('[162.5]');
    expect(said.out.indexOf('[126.5]')).toBeLessThan(said.out.indexOf('[消费]'));
    expect(said.out).toContain('the same report with other figures');
    expect(said.out).toMatch(/， → , ×\d+/u);
  });

  test('a third copy tells which reading stands alone', async () => {
    const said = await run(folder, ['diff', 'a.txt', 'revised.txt', 'third.txt', '--format', 'json']);
    const { pairs } = JSON.parse(said.out);
    expect(pairs[0].variants[0]).toMatchObject({
      kind: 'figure',
      odd: 'b',
      a: { text: '126.5' },
      b: { text: '162.5' },
    });
  });

  test('one report of a file with two; without a number each finds its copy', async () => {
    expect((await run(folder, ['diff', 'a.txt', 'two.txt#1'])).code).toBe(0);
    expect((await run(folder, ['diff', 'a.txt', 'two.txt'])).out).toContain('two.txt#1');
  });

  test('the page holds both readings and no markup of the text', async () => {
    put('markup.txt', whole.replace('新的消费热点', '新的<b>热点</b>'));
    const said = await run(folder, ['diff', 'a.txt', 'markup.txt', '--format', 'html']);
    expect(said.out).toContain('<del>消费</del>');
    expect(said.out).not.toContain('<ins><b>');
  });

  test('what is not there is an error', async () => {
    const said = await run(folder, ['diff', 'a.txt', 'nowhere.txt']);
    expect(said.code).toBe(2);
    expect(said.err).toContain('nowhere.txt');
  });
});

describe('comparison of texts', () => {
  const kinds = (a: string, b: string) => diffTexts(a, b).variants.map((one) => [one.kind, one.a.text, one.b.text]);

  test.each([
    ['a figure', '全年生产总值612.5亿元，增长5%。', '全年生产总值621.5亿元，增长5%。', [['figure', '612.5', '621.5']]],
    ['a lost unit', '可比增长5%，好于预期。', '可比增长5，好于预期。', [['figure', '5%', '5']]],
    [
      'lost characters',
      '加快城市更新步伐，推进数字科技。',
      '快城市更新步伐，推进数字科。',
      [
        ['loss', '加', ''],
        ['loss', '技', ''],
      ],
    ],
    ['a jump line', '推进数字科技创新发展。', '推进数字（下转第7版）科技创新发展。', [['noise', '', '（下转第7版）']]],
    [
      'a lost digit',
      '实现5G网络覆盖，确定8个重点。',
      '实现G网络覆盖，确定个重点。',
      [
        ['figure', '5', ''],
        ['figure', '8', ''],
      ],
    ],
    ['a page number', '推进数字科技。\n—12—\n加快创新。', '推进数字科技。\n加快创新。', [['noise', '—12—', '']]],
    ['a lost title', '2024年上海市政府工作报告', '政府工作报告', [['loss', '2024年上海市', '']]],
    [
      'a passage with a word that pages use too',
      '发布合肥行动方案，关闭落后产能，优化资源来源。推进数字科技。',
      '推进数字科技。',
      [['wording', '发布合肥行动方案，关闭落后产能，优化资源来源。', '']],
    ],
    [
      'lines of a page',
      '推进数字科技。',
      '推进数字科技。\n打印本页\n来源：市政府办公室\n关闭窗口',
      [['noise', '', '打印本页\n来源：市政府办公室\n关闭窗口']],
    ],
    ['another word', '着力扩大有效需求。', '着力扩大国内需求。', [['wording', '有效', '国内']]],
    ['punctuation', '教育、科技、人才。', '教育，科技、人才。', [['form', '、', '，']]],
    ['a line break in a number', '新增就业76\n4人。', '新增就业764人。', [['form', '76\n4', '764']]],
  ])('%s', (_, a, b, expected) => {
    expect(kinds(a, b)).toEqual(expected);
  });

  test('every character of an unlike passage is accounted for', () => {
    const diff = diffTexts('甲乙丙丁戊。相同的一句话。', '子丑寅卯辰。相同的一句话。');
    expect(diff.unaligned).toEqual({ a: 6, b: 6 });
    expect(diff.variants.map((one) => one.a.text + one.b.text)).toEqual(['甲乙丙丁戊。', '子丑寅卯辰。']);
  });

  test('texts of millions of characters without a stop are compared, not refused', () => {
    const long = (sign: string) => sign.repeat(9_000_000);
    expect(diffTexts(long('甲'), long('乙')).unaligned).toEqual({ a: 9_000_000, b: 9_000_000 });
  });

  test('two long texts that share nothing are given up, and it is said', () => {
    const text = (first: number) =>
      Array.from({ length: 20_000 }, (_, at) => `${String.fromCharCode(first + (at % 900))}${at}号文。`).join('');
    const diff = diffTexts(text(0x4e00), text(0x6e00));
    expect(diff.sentences.alike).toBe(0);
    expect(diff.unaligned.a).toBeGreaterThan(100_000);
  });
});
