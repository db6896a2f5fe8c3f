import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { report, run } from './support.ts';

const place = { folder: '' };

beforeAll(async () => {
  place.folder = await mkdtemp(join(tmpdir(), 'jiaokan-show-'));
  const page = `首页 > 政务公开\n${report('灵石县', 2024).replace('培育新的', '培育（下转第2版）新的')}上一篇：没有了\n`;
  await writeFile(join(place.folder, 'a.txt'), page);
});
afterAll(async () => {
  await rm(place.folder, { recursive: true, force: true });
});

test('--removed lists each removal with its rule, its bytes and what stands around it', async () => {
  const { code, out } = await run(place.folder, ['show', 'a.txt', '--removed']);
  expect(code).toBe(0);
  expect(out).toMatch(/noise\/page-jump {2}bytes \d+-\d+\n.*培育⟦（下转第2版）⟧新的消费热点/u);
  expect(out).toMatch(/⟦首页 > 政务公开↵⟧2024年灵石县/u);
  expect(out).toMatch(/noise\/page-jump +1 +7\n/u);
});

test('--text gives the clean text and nothing else', async () => {
  const { out } = await run(place.folder, ['show', 'a.txt', '--text']);
  expect(out).toBe(report('灵石县', 2024));
});

test('--map tells the bytes of each paragraph', async () => {
  const { out } = await run(place.folder, ['show', 'a.txt', '--map']);
  expect(out.split('\n')[0]).toMatch(/^a\.txt#1 +1 +22-\d+ +2024年灵石县人民政府工作报告/u);
});

test('--checks counts comparisons by family and locates every operand', async () => {
  const line = '经济运行平稳。三次产业结构调整为3.2∶43.9∶25.9。社会消费品零售总额24.5亿元。';
  await writeFile(join(place.folder, 'b.txt'), report('灵石县', 2024).replace('培育新的', `${line}培育新的`));
  const { code, out } = await run(place.folder, ['show', 'b.txt', '--checks']);
  expect(code).toBe(0);
  expect(out).toMatch(/composition of a whole +0 +1 +0/u);
  expect(out).toMatch(/b\.txt:\d+:\d+ +三次产业结构「3\.2」/u);
});
