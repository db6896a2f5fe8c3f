/** Measures pages and charsets on real files against what a person saw in them. No file is read here. */
import { applyEdits } from '../../src/model/layer.ts';
import type { Rules } from '../../src/rules/card.ts';
import { decode } from '../../src/source/decode.ts';
import { readSource } from '../../src/source/read.ts';
import { unwrap } from '../../src/source/unwrap.ts';
import { metaOf } from '../support/pipeline.ts';

export interface Score {
  readonly name: string;
  readonly right: number;
  readonly total: number;
  /** What went wrong, in order; at most 20. */
  readonly wrong: readonly string[];
}

/** A page with words that belong to its article, and words of what stands around it. */
export interface PageLabel {
  readonly url: string;
  readonly html: string;
  readonly must: readonly string[];
  readonly mustNot: readonly string[];
}

/** Words of the article that are kept when a page is unwrapped, and words around it that are gone. */
export function scorePages(pages: readonly PageLabel[], rules: Rules): Score[] {
  const read = pages.map((page) => ({ page, text: textOf(page.html, rules) }));
  const kept = read.flatMap(({ page, text }) => page.must.map((words) => ({ words, isRight: text.includes(words) })));
  const gone = read.flatMap(({ page, text }) =>
    page.mustNot.map((words) => ({ words, isRight: !text.includes(words) })),
  );
  return [score('words of the article are kept', kept), score('words around the article are gone', gone)];
}

function textOf(html: string, rules: Rules): string {
  const { layer } = decode(new TextEncoder().encode(html));
  return applyEdits(layer, unwrap(layer, 'text/html', rules).edits, 'unwrapped').text;
}

/** What stands in the three files, by reading them: how many times the report is there, and the words that it ends with. */
const NATIONAL = [
  { year: 1994, times: 6, speaker: '李鹏', last: '夺取改革开放和现代化建设的新胜利！' },
  { year: 2004, times: 6, speaker: '温家宝', last: '不断把改革开放和社会主义现代化事业推向前进！' },
  { year: 2017, times: 1, speaker: '李克强', last: '实现中华民族伟大复兴的中国梦而不懈奋斗！' },
] as const;

/** @param read bytes of the file of a year */
export function scoreNational(read: (year: number) => Uint8Array, rules: Rules): Score[] {
  const found = NATIONAL.map((label) => {
    const result = readSource(read(label.year), metaOf(`${label.year}.txt`), rules);
    return { label, result };
  });
  const asked = (name: string, isRight: (one: (typeof found)[number]) => boolean): Score =>
    score(
      name,
      found.map((one) => ({ words: String(one.label.year), isRight: isRight(one) })),
    );
  return [
    asked('a national report in GBK: charset', ({ result }) => result.source.charset === 'gb18030'),
    asked(
      'a national report in GBK: no sign of damage',
      ({ result }) => !result.findings.some(({ rule }) => rule.startsWith('encoding/')),
    ),
    asked(
      'a national report in GBK: found as often as it is there',
      ({ result, label }) => result.reports.length === label.times,
    ),
    asked('a national report in GBK: ends with its last words', ({ result, label }) =>
      result.reports.every(({ text }) => text.trimEnd().endsWith(label.last)),
    ),
    asked('a national report in GBK: country, year, speaker', ({ result, label }) =>
      result.reports.every(
        ({ identity }) =>
          identity.level === 'country' &&
          identity.reportYear === label.year &&
          identity.speaker?.replace(/\s/g, '') === label.speaker,
      ),
    ),
  ];
}

function score(name: string, asked: readonly { readonly words: string; readonly isRight: boolean }[]): Score {
  const wrong = asked.filter(({ isRight }) => !isRight).map(({ words }) => words);
  return { name, right: asked.length - wrong.length, total: asked.length, wrong: wrong.slice(0, 20) };
}
