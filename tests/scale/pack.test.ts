import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rulesWith } from '../../src/node/rules.ts';
import { cacheKey, folderCache } from '../../src/node/scale/cache.ts';
import { openDesk } from '../../src/node/scale/desk.ts';
import { packFacts, packResult, unpackFacts, unpackResult } from '../../src/node/scale/pack.ts';
import { factsOfLine, indexLine } from '../../src/output/index-lines.ts';
import { readSource } from '../../src/source/read.ts';
import { inputs, ROOT } from './support.ts';

const rules = await rulesWith(null, ROOT);
const sources = inputs(12);
const folder = mkdtempSync(join(tmpdir(), 'jiaokan-pack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a packed result', () => {
  it.each(sources.map(({ meta, bytes }) => ({ name: meta.sourceId, meta, bytes })))(
    'of $name is what it was',
    (one) => {
      const result = readSource(one.bytes, one.meta, rules);
      expect(unpackResult(packResult(result))).toStrictEqual(result);
      expect(unpackFacts(packFacts(result.facts))).toStrictEqual(result.facts);
    },
  );
});

describe('what a report claims in words', () => {
  const text = `某市政府工作报告
——2023年1月10日在某市第十七届人民代表大会第二次会议上
各位代表：
现在，我代表市人民政府向大会报告工作，请予审议。
一、2022年工作回顾
全市地区生产总值达到1200.5亿元，创历史新高。粮食总产量达到30.5万吨，连续五年增长。
全市上下砥砺奋进，较好完成了市十七届人大一次会议确定的目标任务。`;
  const result = readSource(
    new TextEncoder().encode(text),
    { sourceId: 'a', path: 'a.txt', title: null, publisher: null, url: null, collectedOn: null },
    rules,
  );

  it('is read', () => {
    expect(result.facts.flatMap(({ claims = [] }) => claims.map(({ quote }) => quote))).toEqual([
      '创历史新高',
      '连续五年',
      '较好完成了市十七届人大一次会议确定的目标任务',
    ]);
  });

  it('outlives packing and a line of an index', () => {
    expect(unpackResult(packResult(result))).toStrictEqual(result);
    expect(unpackFacts(packFacts(result.facts))).toStrictEqual(result.facts);
    expect(result.facts.map((one) => factsOfLine(indexLine(one)))).toStrictEqual(result.facts);
  });
});

describe('the cache', () => {
  const bytes = new TextEncoder().encode('一、');
  const meta = { sourceId: 'a', path: 'a', title: null, publisher: null, url: null, collectedOn: null };

  it.each([
    { name: 'the bytes', key: cacheKey(new TextEncoder().encode('二、'), meta, 'r') },
    { name: 'the rules', key: cacheKey(bytes, meta, 'other') },
    { name: 'the id', key: cacheKey(bytes, { ...meta, sourceId: 'b' }, 'r') },
    { name: 'where it was taken from', key: cacheKey(bytes, { ...meta, unread: 'a locked file' }, 'r') },
  ])('tells $name apart', ({ key }) => {
    expect(key).not.toBe(cacheKey(bytes, meta, 'r'));
  });

  it.each([
    { name: 'cut', damage: 'short' },
    { name: 'empty', damage: '' },
    { name: 'another text', damage: 'x'.repeat(200) },
  ])('takes an entry that is $name for none', async ({ damage }) => {
    const cache = folderCache(join(folder, damage.slice(0, 1)));
    await cache.put('00ff', new Uint8Array([1, 2, 3]));
    expect(await cache.get('00ff')).toEqual(Buffer.from([1, 2, 3]));
    writeFileSync(join(folder, damage.slice(0, 1), '00', '00ff'), damage);
    expect(await cache.get('00ff')).toBeNull();
    expect(readdirSync(join(folder, damage.slice(0, 1), '00'))).toEqual(['00ff']);
  });

  it('is asked before a source is read', async () => {
    const [source] = sources;
    if (!source) throw new Error('no source');
    const kept = join(folder, 'kept');
    const told = readSource(source.bytes, source.meta, rules);
    const marked = packResult({ ...told, source: { ...told.source, publisher: 'from the cache' } });
    await folderCache(kept).put(cacheKey(source.bytes, source.meta, rules.digest), marked);
    const desk = await openDesk({ ownRules: null, cwd: ROOT, rulesDigest: rules.digest, cache: kept, spill: null });
    const done = await desk.work({ kind: 'read', task: { meta: source.meta, from: { bytes: source.bytes } } });
    expect(done.kind === 'read' && unpackResult(done.packed).source.publisher).toBe('from the cache');
  });

  it('is of no use with other rules', async () => {
    const setting = { ownRules: null, cwd: ROOT, rulesDigest: 'of yesterday', cache: null, spill: null };
    await expect(openDesk(setting)).rejects.toThrow('the rules were changed');
  });
});
