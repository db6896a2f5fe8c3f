/** The cards of rules/identity on their own examples, with outline and identity alone: the examples are clean reports. */
import { describe, expect, test } from 'vitest';
import type { ReadExample } from '../../src/rules/examples.ts';
import { checkExamples } from '../../src/rules/examples.ts';
import { loadRules } from '../../src/rules/load.ts';
import { readyFilesOf } from '../rules/shipped.ts';
import { identified } from './support.ts';

const rules = loadRules(readyFilesOf('identity'));

const read: ReadExample = (sources) =>
  sources.flatMap(({ name, text }) =>
    identified(text.trimEnd()).signals.map(({ sign, range }) => ({
      rule: `identity/${sign}`,
      source: name,
      start: range?.start ?? null,
      end: range?.end ?? null,
    })),
  );

describe('identity cards', () => {
  test.each(checkExamples(rules, read).map((report) => [report.rule, report] as const))('%s', (_, report) => {
    const wrong = report.results.filter(({ outcome }) => outcome !== 'right');
    expect(wrong).toEqual([]);
  });

  test('there is a card for every sign that identity gives', () => {
    const signs = [
      'date-missing',
      'labelled-with-reviewed-year',
      'part-of-region',
      'region-ambiguous',
      'region-conflict',
      'region-unknown',
      'report-year-unknown',
      'session-missing',
      'speaker-missing',
      'year-conflict',
    ];
    expect(rules.rules.map(({ card }) => card.params.sign).sort()).toEqual(signs);
  });
});
