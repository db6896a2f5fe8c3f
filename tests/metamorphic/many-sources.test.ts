/** Sources that are put together, taken apart, repeated or joined by strangers say the same of each report, and what must be said of the new state is. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { SourceResult } from '../../src/model/result.ts';
import type { Read } from '../support/pipeline.ts';
import { given, read, SHORT, SOURCES, together } from './material.ts';
import { checksTold, reportTold, sourceTold } from './verdicts.ts';

let sources: readonly SourceResult[] = [];
let all: Read;
beforeAll(() => {
  sources = SOURCES.map(read);
  all = together(sources);
});

const named = (name: string): SourceResult => {
  const found = sources.find((one) => one.source.path.startsWith(name));
  if (found === undefined) throw new Error(`no source ${name}`);
  return found;
};

test('sources in another order give the same, to the letter', () => {
  expect(JSON.stringify(together([...sources].reverse()).corpus)).toBe(JSON.stringify(all.corpus));
});

test('a compilation that is split into files gives the same reports', () => {
  const whole = named('shanghai-and-districts');
  const bytes = new TextEncoder().encode(given('shanghai-and-districts').data);
  const parts = whole.reports.map(({ place }, at) =>
    read({ name: `${at + 1}.txt`, data: bytes.subarray(place.bytes.start, place.bytes.end) }),
  );
  expect(parts.flatMap(sourceTold)).toEqual(whole.reports.map(reportTold));
});

test.each([
  [['shanghai-2024', 'xuhui']],
  [['xuhui', 'shanghai-2024']],
  [['changning', 'huangpu']],
  [['huangpu', 'shanghai-2024', 'xuhui', 'changning']],
])('files that are joined into one hold the same reports: %j', (names) => {
  const joined = read({ name: 'all.txt', data: names.map((name) => given(name).data.trim()).join('\n') });
  expect(sourceTold(joined)).toEqual(names.flatMap((name) => sourceTold(named(name))));
});

describe('a source more', () => {
  test('of another place leaves all that was said', () => {
    for (const stranger of SHORT.map(read)) {
      const now = together([...sources, stranger]);
      const alone = checksTold(together([stranger]));
      expect(now.corpus.pairs, stranger.source.path).toEqual(all.corpus.pairs);
      expect(checksTold(now), stranger.source.path).toEqual([...checksTold(all), ...alone].sort());
    }
  });

  test.each(['changning', 'huangpu', 'xuhui'])('that is %s again is a copy, and no check is made twice', (name) => {
    const again = read({ name: 'again.txt', data: given(name).data });
    const now = together([...sources, again]);
    const one = named(name).reports[0]?.reportId;
    expect(now.corpus.pairs).toHaveLength(all.corpus.pairs.length + 1);
    expect(now.corpus.pairs).toContainEqual(
      expect.objectContaining({ reportA: 'again.txt#1', reportB: one, relation: 'same-text' }),
    );
    expect(now.corpus.findings.map(({ rule }) => rule)).toContain('duplicate/same-text-twice');
    expect(checksTold(now)).toEqual(checksTold(all));
  });
});

describe('a digit that is another breaks the check that holds', () => {
  test.each([
    ['figures/growth', 'huangpu', '299.40亿元', '699.40亿元'],
    ['figures/growth', 'shanghai-and', '282.18亿元', '682.18亿元'],
    ['figures/growth', 'huangpu', '18.24亿美元', '58.24亿美元'],
    ['figures/share', 'changning', '370亿元', '770亿元'],
    ['figures/share', 'changning', '67%', '27%'],
    ['figures/share', 'changning', '306亿元', '706亿元'],
    ['figures/share-of-parent', 'shanghai-and', '2464亿元', '6464亿元'],
    ['figures/share-of-parent', 'shanghai-and', '75%', '35%'],
    ['figures/part-of-whole', 'shanghai-and', '25759.04亿元', '65759.04亿元'],
  ])('%s of %s: %s as %s', (rule, name, right, wrong) => {
    const touched = all.corpus.checks.find((check) => check.rule === rule && quotesOf(check.figureIds).includes(right));
    expect(touched?.verdict).toBe('holds');
    const source = named(name);
    const ids = new Set(touched?.figureIds);
    const at = source.reports.flatMap((one) =>
      one.figures.flatMap((figure, index) =>
        ids.has(figure.figureId) && figure.quote === right ? [one.figureBytes[index]?.start ?? 0] : [],
      ),
    )[0];
    const bytes = Buffer.from(given(name).data);
    bytes.write(wrong, at ?? 0);
    const now = together([...sources.filter((one) => one !== source), read({ name: source.source.path, data: bytes })]);
    const [check] = now.corpus.checks.filter(
      (one) => one.rule === rule && one.figureIds.join() === touched?.figureIds.join(),
    );
    expect(check?.verdict).toBe('broken');
    const before = all.corpus.findings.filter((one) => one.severity === 'error').length;
    expect(now.corpus.findings.filter((one) => one.severity === 'error').length).toBeGreaterThanOrEqual(before);
  });

  const quotesOf = (ids: readonly string[]): string[] =>
    sources.flatMap((source) =>
      source.reports.flatMap(({ figures }) =>
        figures.filter(({ figureId }) => ids.includes(figureId)).map(({ quote }) => quote),
      ),
    );
});
