import { describe, expect, it } from 'vitest';
import { type Baseline, baselineOf } from '../../src/cli/baseline.ts';
import { baselineText, parseBaseline } from '../../src/cli/baseline-file.ts';
import { compare as compareWith } from '../../src/cli/gate-compare.ts';
import { type FailOn, failing } from '../../src/cli/options.ts';
import { NONE_ACCEPTED } from '../../src/corpus/accept.ts';
import type { Audit, PublishedFinding, RuleWords } from '../../src/model/audit.ts';
import { settingsOf } from '../../src/node/config.ts';

const WORDS = { kind: 'signal', scope: 'report', message: { en: '', zh: '' }, why: '' } as const;
const rule = (id: string, severity: RuleWords['severity'], status: RuleWords['status'] = 'stable'): RuleWords => ({
  id,
  severity,
  status,
  ...WORDS,
});
const RULES = [
  rule('figures/growth', 'error'),
  rule('identity/no-speaker', 'warning'),
  rule('noise/new', 'error', 'trial'),
  rule('noise/old', 'error', 'retired'),
];

const finding = (findingId: string, id = 'figures/growth', state: 'new' | 'accepted' = 'new'): PublishedFinding => ({
  rule: id,
  severity: RULES.find((one) => one.id === id)?.severity ?? 'info',
  sourceId: 'a',
  reportId: 'a#1',
  place: null,
  quote: '',
  data: {},
  findingId,
  state,
});

/** An audit with findings and nothing else. */
const auditOf = (...findings: PublishedFinding[]): Audit => ({
  tool: 'jiaokan',
  version: '0.0.0',
  rulesDigest: 'r',
  corpusDigest: 'c',
  sources: [],
  corpus: { pairs: [], canonical: [], checks: [], findings: [] },
  findings,
  rules: RULES,
});

const REPORT = {
  report: 'a#1',
  about: '140729 灵石县 2024',
  text: '0123456789abcdef',
  completeness: 'complete',
  present: 1,
  chars: 5000,
  removed: 0.1,
  figures: 100,
  checks: { holds: 3, broken: 0, 'cannot-tell': 1 },
} as const;
const baseline = (report: Partial<Baseline['reports'][number]> = {}): Baseline => ({
  tool: 'jiaokan 0.0.0',
  rules_digest: 'r',
  corpus_digest: 'c',
  sources: [],
  reports: [{ ...REPORT, ...report }],
  findings: [],
});

/** What the gate says, by weight. */
function compare(before: Baseline, audit: Audit, failOn: FailOn) {
  const files = { manifest: 'corpus/manifest.yaml', accepted: 'corpus/accepted.yaml' };
  const present = { audit, gathered: { accepted: NONE_ACCEPTED, changed: [] }, today: '2026-01-01', files };
  const view = compareWith(before, present, settingsOf({}, { fail_on: failOn }), 'b.json');
  const told = (weight: string) => view.changes.filter((one) => one.weight === weight).map((one) => one.said.en);
  return { worse: told('worse'), better: told('better'), notes: told('note'), failing: view.failing };
}

describe('findings that fail', () => {
  it.each([
    { failOn: 'error', ids: ['1'] },
    { failOn: 'warning', ids: ['1', '2'] },
    { failOn: 'never', ids: [] },
  ] as const)('at $failOn: only new ones, only of stable rules', ({ failOn, ids }) => {
    const findings = [
      finding('1'),
      finding('2', 'identity/no-speaker'),
      finding('3', 'noise/new'),
      finding('4', 'noise/old'),
      finding('5', 'figures/growth', 'accepted'),
      finding('6', 'nobody/knows'),
    ];
    expect(failing(findings, RULES, failOn).map((one) => one.findingId)).toEqual(ids);
  });
});

describe('the gate', () => {
  it('knows what was there before', () => {
    const before = baselineOf(auditOf(finding('1'), finding('2')));
    expect(compare(before, auditOf(finding('2'), finding('1')), 'error')).toMatchObject({ worse: [], better: [] });
  });

  it('fails for a new finding and names it', () => {
    const { worse, failing: fresh } = compare(
      baselineOf(auditOf(finding('1'))),
      auditOf(finding('1'), finding('2')),
      'error',
    );
    expect(worse).toEqual(['new error in a: growth']);
    expect([...fresh]).toEqual(['2']);
  });

  it('tells of a finding that is gone', () => {
    expect(compare(baselineOf(auditOf(finding('1'))), auditOf(), 'error')).toMatchObject({
      worse: [],
      better: ['error figures/growth in a is gone (1)'],
    });
  });

  it.each([
    { name: 'a milder finding', now: finding('2', 'identity/no-speaker'), notes: ['new warning in a: no speaker'] },
    { name: 'a finding of a trial rule', now: finding('2', 'noise/new'), notes: [] },
    { name: 'an accepted finding', now: finding('2', 'figures/growth', 'accepted'), notes: [] },
  ])('lets $name pass', ({ now, notes }) => {
    expect(compare(baselineOf(auditOf()), auditOf(now), 'error')).toMatchObject({ worse: [], notes });
  });

  it('fails for a report that is gone', () => {
    expect(compare(baseline(), auditOf(), 'error').worse).toEqual(['report a#1 is gone (140729 灵石县 2024)']);
  });

  it('tells when the rules are others than before', () => {
    const other = { ...auditOf(), rulesDigest: 'r2' };
    expect(compare(baselineOf(auditOf()), other, 'error').notes).toEqual(['the rules have changed']);
  });
});

describe('baseline.json', () => {
  it('comes back as it was written, one line a row', () => {
    const made: Baseline = { ...baseline(), findings: baselineOf(auditOf(finding('1'), finding('2'))).findings };
    const text = baselineText(made);
    expect(parseBaseline('b.json', text)).toEqual(made);
    expect(text.split('\n').filter((line) => line.includes('"finding"'))).toHaveLength(2);
  });

  it('is in an order of its own: findings may come in any', () => {
    const one = baselineText(baselineOf(auditOf(finding('1'), finding('2', 'identity/no-speaker'), finding('3'))));
    const two = baselineText(baselineOf(auditOf(finding('3'), finding('2', 'identity/no-speaker'), finding('1'))));
    expect(one).toBe(two);
  });

  it.each([
    { name: 'no JSON', text: '{', says: 'b.json: not JSON' },
    { name: 'other JSON', text: '{"findings": []}', says: 'b.json: not a baseline' },
    {
      name: 'a verdict that does not exist',
      text: baselineText(baseline()).replace('complete"', 'fine"'),
      says: '/reports/0/completeness',
    },
  ])('refuses $name', ({ text, says }) => {
    expect(() => parseBaseline('b.json', text)).toThrow(says);
  });
});
