import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Change, GateView } from '../../src/output/gate-changes.ts';
import { gateComment, gateJson } from '../../src/output/gate-comment.ts';
import { gateAnnotations } from '../../src/output/github.ts';
import { gitlabQuality } from '../../src/output/gitlab.ts';
import { auditJunit } from '../../src/output/junit.ts';
import { auditSarif } from '../../src/output/sarif.ts';
import { tablesOf } from '../../src/output/tables.ts';
import { sarifFaults } from '../support/sarif-schema.ts';
import { fixture } from './fixture.ts';

const audit = fixture();
const tables = tablesOf(audit);
const errors = tables.findings.filter((one) => one.severity === 'error' && one.state === 'new');
const [fresh, old] = errors;
const accepted = tables.findings.find((one) => one.state === 'accepted');
if (!fresh || !old || !accepted) throw new Error('the fixture has two errors and an accepted finding');

const change = (over: Partial<Change>): Change => ({
  kind: 'report-lost',
  weight: 'worse',
  severity: 'error',
  rule: 'gate/report-lost',
  fingerprint: 'aaaaaaaaaaaaaaaa',
  sourceId: null,
  reportId: null,
  said: { en: 'report b#1 is gone', zh: '报告 b#1 已不在' },
  place: null,
  ...over,
});
const view: GateView = {
  since: 'reports/baseline.json',
  changes: [
    change({
      kind: 'finding',
      rule: fresh.rule,
      fingerprint: fresh.finding_id,
      sourceId: fresh.source_id,
      said: { en: 'new error @all <b>', zh: '新增错误' },
    }),
    change({}),
    change({
      kind: 'acceptance-expired',
      rule: 'gate/acceptance-expired',
      fingerprint: 'bbbbbbbbbbbbbbbb',
      said: { en: 'expired', zh: '到期' },
      place: { path: 'corpus/accepted.yaml', line: 7 },
    }),
    change({
      weight: 'accepted',
      fingerprint: 'cccccccccccccccc',
      said: { en: 'figures lost', zh: '数字减少' },
      kind: 'figures',
      rule: 'gate/figures',
    }),
    change({
      weight: 'better',
      kind: 'finding-gone',
      rule: 'figures/share',
      fingerprint: 'dddddddddddddddd',
      said: { en: 'gone', zh: '消失' },
    }),
  ],
  known: new Set([old.finding_id]),
  failing: new Set([fresh.finding_id, 'aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb']),
  gone: [{ finding: 'dddddddddddddddd', rule: 'figures/same-fact', severity: 'error', source: fresh.source_id }],
  accepted: new Map([
    [accepted.finding_id, { reason: 'so printed', expires: '2030-01-01' }],
    ['cccccccccccccccc', { reason: 'a table was left out' }],
  ]),
  changedSources: new Set([fresh.source_id]),
  rows: [
    { table: 'reports', rows: { a: 2, b: 3 }, onlyA: [], onlyB: ['x#1'], changed: [] },
    { table: 'figures', rows: { a: 9, b: 9 }, onlyA: [], onlyB: [], changed: [{ key: 'k', columns: [] }] },
    { table: 'edits', rows: { a: 4, b: 4 }, onlyA: [], onlyB: [], changed: [] },
  ],
};

/** What the schema cannot say: indexes that point somewhere, an id once, addresses that parse, suppressions of all results or none. */
function schemaFaults(log: Log): string[] {
  const faults: string[] = [];
  const need = (holds: boolean, what: string) => {
    if (!holds) faults.push(what);
  };
  for (const run of log.runs) {
    const { rules = [] } = run.tool.driver;
    need(new Set(rules.map((rule) => rule.id)).size === rules.length, 'rules: an id twice');
    const states = new Set((run.results ?? []).map((one) => one.suppressions === undefined));
    need(states.size <= 1, 'suppressions: all results or none');
    for (const result of run.results ?? [])
      faults.push(...resultFaults(result, rules.length, run.artifacts?.length ?? 0));
  }
  return faults;
}

function resultFaults(result: Result, rules: number, artifacts: number): string[] {
  const faults: string[] = [];
  const need = (holds: boolean, what: string) => {
    if (!holds) faults.push(`${result.ruleId}: ${what}`);
  };
  need((result.message.text ?? '') !== '', 'message');
  need((result.ruleIndex ?? -1) >= 0 && (result.ruleIndex ?? -1) < rules, 'ruleIndex');
  for (const { physicalLocation } of result.locations ?? []) {
    const { artifactLocation } = physicalLocation ?? {};
    need(URL.canParse(artifactLocation?.uri ?? ' ', 'file:///'), 'uri');
    need((artifactLocation?.index ?? 0) >= -1 && (artifactLocation?.index ?? 0) < artifacts, 'index');
  }
  for (const [key, value] of Object.entries(result.partialFingerprints ?? {}))
    need(/^[A-Za-z]+\/v\d+$/u.test(key) && /^[0-9a-f]{16}$/u.test(value), 'fingerprint');
  return faults;
}

describe.each(['en', 'zh'] as const)('the SARIF log in %s', (lang) => {
  const texts = [auditSarif(audit, tables, lang), auditSarif(audit, tables, lang, view)];

  it('fits the published schema of SARIF 2.1.0, with and without the gate', () => {
    for (const text of texts) {
      expect(sarifFaults(text)).toEqual([]);
      expect(schemaFaults(JSON.parse(text))).toEqual([]);
    }
  });
});

describe('the check of SARIF', () => {
  it.each([
    { name: 'an unknown key', from: '"version": "2.1.0"', to: '"version": "2.1.0", "colour": "red"' },
    { name: 'another version', from: '"version": "2.1.0"', to: '"version": "2.2.0"' },
    { name: 'a level that does not exist', from: '"level": "error"', to: '"level": "fatal"' },
    { name: 'a state that does not exist', from: '"baselineState": "new"', to: '"baselineState": "fresh"' },
    { name: 'a missing message', from: /"message": \{\s+"text": "[^"]*"\s+\},/u, to: '' },
  ])('is alive: $name', ({ from, to }) => {
    const text = auditSarif(audit, tables, 'en', view);
    const broken = text.replace(from, to);
    expect(broken).not.toBe(text);
    expect(sarifFaults(broken)).not.toEqual([]);
  });
});

describe('the SARIF log of the gate', () => {
  const log: Log = JSON.parse(auditSarif(audit, tables, 'en', view));
  const results = log.runs[0]?.results ?? [];
  const by = (id: string) => results.find((one) => one.partialFingerprints?.['jiaokanFinding/v1'] === id);

  it('says what is new, unchanged, gone and accepted', () => {
    expect(by(fresh.finding_id)).toMatchObject({ baselineState: 'new', suppressions: [] });
    expect(by(old.finding_id)).toMatchObject({ baselineState: 'unchanged' });
    expect(by('dddddddddddddddd')).toMatchObject({ baselineState: 'absent' });
    expect(by(accepted.finding_id)?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'so printed' },
    ]);
    expect(by('bbbbbbbbbbbbbbbb')?.locations?.[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'corpus/accepted.yaml' },
      region: { startLine: 7 },
    });
    expect(by('cccccccccccccccc')).toMatchObject({
      level: 'note',
      suppressions: [{ justification: 'a table was left out' }],
    });
  });

  it('gives the help of every rule in Markdown', () => {
    for (const rule of log.runs[0]?.tool.driver.rules ?? [])
      expect(rule.help?.markdown).toMatch(new RegExp(`^## ${rule.id}\\n\\n.{10}`, 'u'));
  });
});

describe('the other outputs of the gate', () => {
  it('JUnit fails for what got worse and for nothing that stood before', () => {
    const page = auditJunit(tables, 'en', view);
    expect(page).toMatch(/<testsuites name="jiaokan" tests="\d+" failures="3"/u);
    expect(page.match(/<failure [^>]*>/gu)?.join('\n')).not.toContain(old.finding_id);
    expect(page).toContain('<testsuite name="gate" tests="3" failures="2"');
    expect(page).toMatch(/accepted [^<]*\[identity\/no-session/u);
  });

  it('annotations are on what is new only', () => {
    const page = gateAnnotations(tables, view, 'en');
    expect(page.trimEnd().split('\n')).toHaveLength(3);
    expect(page).toContain('::error file=corpus/accepted.yaml,line=7,title=gate/acceptance-expired::expired\n');
    expect(page).toContain('::error title=gate/report-lost::report b#1 is gone\n');
  });

  it('GitLab gets a list with a fingerprint, a path and a line for each', () => {
    const issues = JSON.parse(gitlabQuality(tables, 'en', view)) as {
      fingerprint: string;
      severity: string;
      description: string;
      check_name: string;
      location: { path: string; lines: { begin: number } };
    }[];
    expect(new Set(issues.map((one) => one.fingerprint)).size).toBe(issues.length);
    for (const one of issues) {
      expect(Object.keys(one)).toEqual(['description', 'check_name', 'fingerprint', 'severity', 'location']);
      expect(['info', 'minor', 'major', 'critical']).toContain(one.severity);
      expect(one.location.path).not.toBe('');
      expect(one.location.lines.begin).toBeGreaterThan(0);
    }
    expect(issues.find((one) => one.fingerprint === fresh.finding_id)?.severity).toBe('critical');
    expect(issues.find((one) => one.fingerprint === old.finding_id)?.severity).toBe('major');
    expect(issues.find((one) => one.fingerprint === accepted.finding_id)?.description).toMatch(/^accepted: /u);
  });

  it('the comment answers first, shows the rows that differ, and takes nothing for markup', () => {
    const page = gateComment(tables, view, 'en');
    expect(page).toMatch(/^<!-- jiaokan gate -->\n## ❌ jiaokan: 3 things got worse since reports\/baseline\.json\n/u);
    expect(page).toContain('| reports | 2 → 3 | 1 | 0 | 0 |\n| figures | 9 | 0 | 0 | 1 |\n');
    expect(page).not.toContain('| edits');
    expect(page).toContain('new error @\u200ball \\<b\\>');
    expect(page).toContain('so printed (until 2030-01-01)');
    expect(gateComment(tables, { ...view, changes: [], rows: null }, 'zh')).toContain('✅');
    expect(gateComment(tables, { ...view, changes: [], rows: null }, 'zh')).toContain('没有变差');
  });

  it('stays short with a thousand changes', () => {
    const many = Array.from({ length: 1000 }, (_, index) => change({ fingerprint: String(index).padStart(16, '0') }));
    const page = gateComment(tables, { ...view, changes: many }, 'en');
    expect(page).toContain('and 980 more');
    expect(page.length).toBeLessThan(60_000);
  });

  it('JSON holds the verdict and every change', () => {
    expect(JSON.parse(gateJson(tables, view))).toMatchObject({
      verdict: 'worse',
      worse: [{ fingerprint: fresh.finding_id, line: fresh.line }, {}, { path: 'corpus/accepted.yaml', line: 7 }],
      accepted: [{ rule: 'gate/figures' }],
      rows: [{ table: 'reports', before: 2, now: 3, added: 1 }, {}, {}],
    });
  });
});
