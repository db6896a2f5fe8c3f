import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { readSource } from '../../src/source/read.ts';
import { metaOf, ROOT, rulesFromDisk } from '../support/pipeline.ts';

const rules = rulesFromDisk();
const NAMES = [
  'changning-2024-forum.txt',
  'huangpu-2025-search-portal.txt',
  'shanghai-and-districts-2024-compilation.txt',
  'xuhui-2023-county-portal.txt',
];

/** Breaks every line at a number of characters, or at a width of which letters and digits take half a character. */
function wrapped(text: string, columns: number, half: 0.5 | 1): string {
  const broken = text.split('\n').map((line) => {
    let used = 0;
    return [...line]
      .map((character) => {
        const wide = character.charCodeAt(0) < 0x2010 ? half : 1;
        used += wide;
        if (used <= columns) return character;
        used = wide;
        return `\n${character}`;
      })
      .join('');
  });
  return broken.join('\n');
}

/** Findings by rule and quote, without breaks: where a line ends must not matter. */
function told(text: string, name: string): string[] {
  const { findings } = readSource(new TextEncoder().encode(text), metaOf(name), rules);
  return findings
    .map(({ rule, quote }: Finding) => `${rule} ${(quote ?? '').replaceAll(/\s/gu, '').slice(0, 40)}`)
    .sort();
}

/** What each source tells as it is, read once. */
const plain = new Map<string, string[]>();
beforeAll(() => {
  for (const name of NAMES) plain.set(name, told(textOf(name), name));
});

const textOf = (name: string): string => readFileSync(join(ROOT, 'corpus', 'sources', name), 'utf8');

describe('a source whose lines were broken anew tells nothing new', () => {
  test.each(
    NAMES.flatMap((name) => [24, 38, 60].flatMap((width) => [[name, width, 0.5] as const, [name, width, 1] as const])),
  )('%s at %i, letters %f wide', (name, width, half) => {
    const before = plain.get(name) ?? [];
    const fresh = told(wrapped(textOf(name), width, half), name).filter((one) => !before.includes(one));
    expect(fresh).toEqual([]);
  });
});
