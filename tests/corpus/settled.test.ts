/** What a person has settled: findings that are accepted, and copies that were chosen by hand. */
import { describe, expect, test } from 'vitest';
import {
  type Accepted,
  inForce,
  isDay,
  NONE_ACCEPTED,
  parseAccepted,
  staleAcceptances,
} from '../../src/corpus/accept.ts';
import { parseChoices } from '../../src/corpus/override.ts';
import type { PublishedFinding } from '../../src/model/audit.ts';

const ID = '0123456789abcdef';
const one = (rule: string, id = ID): string =>
  `  - fingerprint: "${id}"\n    rule: ${rule}\n    reason: as printed in the gazette\n`;
const accepted = (...entries: string[]): string => `accepted:\n${entries.join('')}`;

function finding(state: 'new' | 'accepted', findingId: string): PublishedFinding {
  return {
    rule: 'figures/growth',
    severity: 'error',
    sourceId: 'a',
    reportId: null,
    place: null,
    quote: '',
    data: {},
    findingId,
    state,
  };
}

function why(entries: Accepted, findings: readonly PublishedFinding[], today = '2026-01-01'): [string, number][] {
  return staleAcceptances(entries, findings, today).map(({ acceptance, why }) => [why, acceptance.line]);
}

describe('accepted.yaml', () => {
  test('settles a finding of that rule only', () => {
    const known = parseAccepted('a.yaml', accepted(one('figures/growth')));
    expect(known.has('figures/growth', ID)).toBe(true);
    expect(known.has('figures/share', ID)).toBe(false);
    expect(known.has('figures/growth', 'ffffffffffffffff')).toBe(false);
    expect(NONE_ACCEPTED.entries).toEqual([]);
    expect(NONE_ACCEPTED.has('figures/growth', ID)).toBe(false);
  });

  test('tells which acceptances are of no use any more, each with its line', () => {
    const other = 'aaaaaaaaaaaaaaaa';
    const known = parseAccepted('a.yaml', accepted(one('figures/growth'), one('figures/growth', other)));
    expect(why(known, [finding('new', '1111111111111111')])).toEqual([
      ['unused', 2],
      ['unused', 5],
    ]);
    expect(why(known, [finding('accepted', ID)])).toEqual([['unused', 5]]);
    // A finding that is told all the same is not settled by it: its rule is another one.
    expect(why(known, [finding('new', ID), finding('accepted', other)])).toEqual([['unused', 2]]);
    expect(why(known, [finding('accepted', ID), finding('accepted', other)])).toEqual([]);
  });

  test.each([
    ['2026-03-30', true],
    ['2026-03-31', true],
    ['2026-04-01', false],
  ])('on %s, of one that counts to the end of March', (today, counts) => {
    const entry = `${one('figures/growth')}    expires: "2026-03-31"\n    note: seen by two\n`;
    const known = parseAccepted('a.yaml', accepted(entry, one('figures/share', 'aaaaaaaaaaaaaaaa')));
    const still = inForce(known, today);
    expect(still.has('figures/growth', ID)).toBe(counts);
    expect(still.has('figures/share', 'aaaaaaaaaaaaaaaa')).toBe(true);
    expect(still.entries).toHaveLength(counts ? 2 : 1);
    const used = [finding('accepted', ID), finding('accepted', 'aaaaaaaaaaaaaaaa')];
    expect(why(known, used, today)).toEqual(counts ? [] : [['expired', 2]]);
  });

  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2026-04-31', false],
    ['2026-12-31', true],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-10-00', false],
    // A month and a day too many come back to the same numbers a year later.
    ['2026-01-32', false],
    ['2026-1-1', false],
    ['on 2026-01-01', false],
    ['2026-01-01T00:00', false],
    ['', false],
  ])('%s is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  const line = (from: string, to: string): string => accepted(one('figures/growth')).replace(from, to);
  test.each([
    ['no reason', accepted(`  - fingerprint: "${ID}"\n    rule: a/b\n`), /^a\.yaml:2:5: .*reason/u],
    ['no rule', accepted(`  - fingerprint: "${ID}"\n    reason: so\n`), /^a\.yaml:2:5: .*rule/u],
    ['no id', accepted('  - rule: a/b\n    reason: so\n'), /^a\.yaml:2:5: .*fingerprint/u],
    ['a short id', line(ID, '12'), /^a\.yaml:2:18: .*fingerprint/u],
    ['a long id', line(ID, `${ID}0`), /^a\.yaml:2:18: /u],
    ['an id behind something', line(ID, `x${ID}`), /^a\.yaml:2:18: /u],
    ['an id that YAML takes for a number', line(`"${ID}"`, '1234567890123456'), /^a\.yaml:2:18: /u],
    ['a rule without a family', line('figures/growth', 'growth'), /^a\.yaml:3:11: /u],
    ['a rule of a name with blanks', line('figures/growth', 'figures/growth rate'), /^a\.yaml:3:11: /u],
    ['a rule in a folder', line('figures/growth', 'rules/figures/growth'), /^a\.yaml:3:11: /u],
    ['a finding twice', accepted(one('a/b'), one('a/c')), /^a\.yaml:5:18: 0123456789abcdef is accepted twice/u],
    [
      'a day that there is not',
      `${accepted(one('a/b'))}    expires: "2026-02-30"\n`,
      /^a\.yaml:5:14: there is no day 2026-02-30/u,
    ],
    ['a day in words', `${accepted(one('a/b'))}    expires: next March\n`, /^a\.yaml:5:14: /u],
    ['a moment', `${accepted(one('a/b'))}    expires: "2026-02-03 10:00"\n`, /^a\.yaml:5:14: /u],
    ['a day behind a word', `${accepted(one('a/b'))}    expires: "on 2026-02-03"\n`, /^a\.yaml:5:14: /u],
    ['a note that is a list', `${accepted(one('a/b'))}    note: [x]\n`, /^a\.yaml:5:11: /u],
    ['an empty reason', line('as printed in the gazette', '"  "'), /^a\.yaml:4:13: /u],
    ['a reason that is a number', line('as printed in the gazette', '7'), /^a\.yaml:4:13: /u],
    ['another key of an entry', `${accepted(one('a/b'))}    until: 2030\n`, /^a\.yaml:5:5: unknown key/u],
    ['another key beside the list', `${accepted(one('a/b'))}chosen: []\n`, /^a\.yaml:5:1: unknown key/u],
    ['no list', 'settled: []\n', /^a\.yaml:1:/u],
    ['nothing at all', '{}\n', /^a\.yaml:1:1: .*accepted/u],
    ['a list alone', `- fingerprint: "${ID}"\n`, /^a\.yaml:1:1: /u],
    ['a map for the list', 'accepted: {}\n', /^a\.yaml:1:11: /u],
    ['a word for an entry', 'accepted: [all]\n', /^a\.yaml:1:12: /u],
  ])('refuses %s, with its place', (_, text, says) => {
    expect(() => parseAccepted('a.yaml', text)).toThrow(says);
  });

  test('may be empty', () => {
    expect(parseAccepted('a.yaml', 'accepted: []\n').entries).toEqual([]);
  });
});

describe('canonical.yaml', () => {
  const chosen = (...ids: string[]): string =>
    `canonical:\n${ids.map((id) => `  - report: ${id}\n    reason: the clerk signed it\n`).join('')}`;

  test('gives each choice with its reason', () => {
    expect(parseChoices('c.yaml', chosen('a-2024#1', 'b#12'))).toEqual([
      { report: 'a-2024#1', reason: 'the clerk signed it' },
      { report: 'b#12', reason: 'the clerk signed it' },
    ]);
    expect(parseChoices('c.yaml', 'canonical: []\n')).toEqual([]);
  });

  test.each([
    ['a report twice', chosen('a#1', 'b#1', 'a#1'), /^c\.yaml:6:13: a#1 is chosen twice/u],
    ['a source without the number of its report', chosen('a'), /^c\.yaml:2:13: /u],
    ['a report without a source', chosen('"#1"'), /^c\.yaml:2:13: /u],
    ['a number that is none', chosen('a#1x'), /^c\.yaml:2:13: /u],
    ['no reason', 'canonical:\n  - report: a#1\n', /^c\.yaml:2:5: .*reason/u],
    ['no report', 'canonical:\n  - reason: so\n', /^c\.yaml:2:5: .*report/u],
    ['an empty reason', chosen('a#1').replace('the clerk signed it', '""'), /^c\.yaml:3:13: /u],
    ['a reason of blanks', chosen('a#1').replace('the clerk signed it', '"  "'), /^c\.yaml:3:13: /u],
    ['a reason that is a number', chosen('a#1').replace('the clerk signed it', '7'), /^c\.yaml:3:13: /u],
    ['a report that is a number', chosen('17'), /^c\.yaml:2:13: /u],
    ['another key of a choice', `${chosen('a#1')}    by: me\n`, /^c\.yaml:4:5: unknown key/u],
    ['another key beside the list', `${chosen('a#1')}accepted: []\n`, /^c\.yaml:4:1: unknown key/u],
    ['no list', 'choices: []\n', /^c\.yaml:1:/u],
    ['nothing at all', '{}\n', /^c\.yaml:1:1: .*canonical/u],
    ['a list alone', '- report: a#1\n', /^c\.yaml:1:1: /u],
    ['a map for the list', 'canonical: {}\n', /^c\.yaml:1:12: /u],
    ['a word for a choice', 'canonical: [a#1]\n', /^c\.yaml:1:13: /u],
  ])('refuses %s, with its place', (_, text, says) => {
    expect(() => parseChoices('c.yaml', text)).toThrow(says);
  });
});
