import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { watch } from '../../src/cli/progress.ts';
import { tableLines } from '../../src/cli/table.ts';
import { cut, padEnd, padStart, textWidth } from '../../src/cli/width.ts';

describe('text width', () => {
  it.each([
    ['abc', 3],
    ['政府工作', 8],
    ['“五个中心”', 10],
    ['（一）', 6],
    ['𠮷', 2],
    ['e\u0301', 1],
    ['a\u200bb', 2],
    ['', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  it('cuts before a character that would not fit whole', () => {
    expect(cut('上海市长宁区', 12)).toBe('上海市长宁区');
    expect(cut('上海市长宁区', 8)).toBe('上海市…');
    expect(textWidth(cut('上海市长宁区', 8))).toBeLessThanOrEqual(8);
  });

  it('pads to columns, not to characters', () => {
    expect(padEnd('上海', 6)).toBe('上海  ');
    expect(padStart('上海', 6)).toBe('  上海');
    expect(padEnd('too long', 3)).toBe('too long');
  });

  it('lines columns up under Chinese text', () => {
    const lines = tableLines(
      [
        { head: 'region', align: 'left', most: 10 },
        { head: 'n', align: 'right', most: 5 },
      ],
      [
        ['上海', '7'],
        ['a', '120'],
        ['新疆维吾尔自治区', '1'],
      ],
    );
    expect(lines).toEqual(['region        n', '上海          7', 'a           120', '新疆维吾…     1']);
    expect(new Set(lines.map(textWidth)).size).toBe(1);
  });
});

describe('progress', () => {
  it('says nothing about quick work, and nothing when nobody watches', () => {
    const drawn: string[] = [];
    const terminal = {
      cwd: '',
      out: () => {},
      err: () => {},
      stdin: async () => new Uint8Array(),
      columns: null,
      colors: pc.createColors(false),
    };
    const watched = watch({ ...terminal, progress: (line: string) => drawn.push(line) }, 2, 'show');
    watched.progress(0, 'a');
    watched.done();
    const nobody = watch({ ...terminal, progress: null }, 2, 'show');
    nobody.progress(0, 'a');
    nobody.done();
    expect(drawn).toEqual([]);
  });
});
