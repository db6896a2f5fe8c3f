import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { progressLine, watch } from '../../src/cli/progress.ts';
import { tableLines } from '../../src/cli/table.ts';
import { cut, padEnd, padStart, textWidth, wrapped } from '../../src/cli/width.ts';

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

  it.each([
    ['short', ['short']],
    ['黄浦区的报告缺少结束语，请另找完整文本。', ['黄浦区的报', '告缺少结…']],
    ['the report is cut', ['the report', 'is cut']],
    ['it is 7691.5亿元', ['it is', '7691.5亿元']],
    ['it is 769.55亿', ['it is', '769.55亿']],
    ['unbreakable-words-only', ['unbreakabl', 'e-words-o…']],
  ])('breaks %s into lines', (text, lines) => {
    expect(wrapped(text, 10, 2)).toEqual(lines);
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
  it.each([
    [0, 445, 2000, '0/445 · 0.0/s · a.txt'],
    [40, 445, 8000, '40/445 · 5.0/s · 81 s left · a.txt'],
    [100, 3000, 5000, '100/3000 · 20/s · 3 min left · a.txt'],
    [120, 100, 4000, '120 · 30/s · a.txt'],
  ])('tells %i of %i after %i ms with rate and time left', (done, total, elapsed, line) => {
    expect(progressLine(done, total, elapsed, 'a.txt')).toBe(line);
  });

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
