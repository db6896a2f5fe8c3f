/** A source that was saved, wrapped, encoded or dressed otherwise holds the same reports, as whole as before, with the same figures. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Part } from '../../src/model/report.ts';
import { CHANGES } from './changes.ts';
import { given, read, SHORT, SOURCES, together } from './material.ts';
import { checksTold, sourceTold, type Told } from './verdicts.ts';

interface Verdict {
  readonly reports: readonly Told[];
  readonly checks: readonly string[];
}

const verdictOf = (one: Parameters<typeof read>[0]): Verdict => {
  const source = read(one);
  return { reports: sourceTold(source), checks: checksTold(together([source])) };
};

const plain = new Map<string, Verdict>();
beforeAll(() => {
  for (const one of [...SOURCES, ...SHORT]) plain.set(one.name, verdictOf(one));
});

describe('nothing that is said of a source changes with', () => {
  test.each(Object.entries(CHANGES))('%s', (_, change) => {
    for (const one of [...SOURCES, ...SHORT]) expect(verdictOf(change(one)), one.name).toEqual(plain.get(one.name));
  });
});

describe('a report that loses a part of itself is no longer whole', () => {
  const WHOLE = ['changning', 'huangpu', 'shanghai-2024', 'xuhui', 'dongying', 'hengyang', 'hunan', 'jiaxing'];
  const wholeness = (data: string) => read({ name: 'a.txt', data }).reports.map((one) => one.completeness);

  test.each<[string, Part]>([
    ...WHOLE.map((name): [string, Part] => [name, 'closing']),
    ...WHOLE.map((name): [string, Part] => [name, 'plan']),
    ...WHOLE.map((name): [string, Part] => [name, 'review']),
  ])('%s, without its %s', (name, part) => {
    const { data } = given(name);
    const [report] = read({ name: 'a.txt', data }).reports;
    const places = report?.outline.paragraphs.flatMap((one, at) =>
      one.part === part ? [report.paragraphBytes[at]] : [],
    );
    const [first, last] = [places?.at(0), places?.at(-1)];
    const bytes = Buffer.from(data);
    const rest = Buffer.concat([bytes.subarray(0, first?.start), bytes.subarray(last?.end)]);
    expect(rest.length).toBeLessThan(bytes.length);
    expect(wholeness(rest.toString('utf8'))[0]?.verdict).toBe('truncated');
  });

  test.each(WHOLE)('%s, without its second half', (name) => {
    const { data } = given(name);
    const [first] = wholeness(data.slice(0, data.length / 2));
    expect(first).toMatchObject({ verdict: 'truncated', missing: expect.arrayContaining(['tail']) });
  });

  test.each(WHOLE)('%s, without its first half', (name) => {
    const { data } = given(name);
    const rest = wholeness(data.slice(data.length / 2));
    expect(rest.map(({ verdict }) => verdict)).not.toContain('complete');
  });
});
