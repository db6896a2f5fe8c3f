import { parseFragment } from 'parse5';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { githubAnnotations } from '../../src/output/github.ts';
import { auditJson } from '../../src/output/json.ts';
import { auditJunit } from '../../src/output/junit.ts';
import { auditMarkdown } from '../../src/output/markdown.ts';
import { auditSarif } from '../../src/output/sarif.ts';
import { tablesOf } from '../../src/output/tables.ts';
import { sarifFaults } from '../support/sarif-schema.ts';
import { fixture } from './fixture.ts';

const audit = fixture();
const tables = tablesOf(audit);

describe('audit.json', () => {
  const value = JSON.parse(auditJson(audit, tables));

  it('has the published fields in their order', () => {
    expect(Object.keys(value)).toEqual([
      'tool',
      'version',
      'rules_digest',
      'corpus_digest',
      'summary',
      'sources',
      'reports',
      'checks',
      'coverage',
      'duplicates',
      'findings',
    ]);
  });

  it('uses the names of the tables, with data opened', () => {
    expect(Object.keys(value.reports[0])).toEqual(Object.keys(tables.reports[0] ?? {}));
    expect(
      value.findings.find((one: { rule: string }) => one.rule === 'truncation/promised-report-missing').data,
    ).toEqual({ name: '宁波市', page: 35 });
  });

  it('counts what a person asks first', () => {
    expect(value.summary).toMatchObject({
      sources: 4,
      reports: 3,
      canonical_reports: 2,
      completeness: { complete: 2, truncated: 1, excerpt: 0, 'not-a-report': 0 },
      findings: { error: 4, warning: 2, info: 1, accepted: 1 },
      checks: { holds: 1, broken: 1, cannot_tell: 1 },
      promised_reports: 2,
    });
  });
});

describe('audit.md', () => {
  it('answers first, in either language', () => {
    expect(auditMarkdown(audit, tables, 'en')).toContain(
      '**2 of 3 reports in 4 sources can be used as they are.** 4 errors, 2 warnings',
    );
    expect(auditMarkdown(audit, tables, 'zh')).toContain('**4 份来源、3 篇报告，其中 2 篇可直接使用。**');
  });

  it('names what is missing, the place of a finding and why a check is broken', () => {
    const page = auditMarkdown(audit, tables, 'zh');
    expect(page).toContain('hangzhou-2024-mirror (1/2): 宁波市');
    expect(page).toContain('hangzhou-2024-mirror:11:1 报告止于空标题“二、2024年工作安排”。');
    expect(page).toMatch(/不成立：同一事实有不同的数值；可能是两位数字颠倒/u);
  });

  it('stays short with many reports: only those that need a look are listed', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      tables.reports.map((row) => ({ ...row, report_id: `${row.report_id}-${index}`, source_id: `s${index}` })),
    ).flat();
    const page = auditMarkdown(audit, { ...tables, reports: many }, 'en');
    expect(page).toContain('140 more are not listed.');
    expect(page.match(/^\| 杭州市 2023 /gmu)).toBeNull();
  });

  it('takes no text of a source for markup', () => {
    const page = auditMarkdown(
      { ...audit },
      { ...tables, findings: tables.findings.map((row) => ({ ...row, severity: 'error', state: 'new' })) },
      'en',
    );
    expect(page).not.toMatch(/(?<!\\)</u);
    expect(page).toContain('\\<script\\>');
  });
});

describe('audit.sarif', () => {
  const log: Log = JSON.parse(auditSarif(audit, tables, 'en'));
  const [run] = log.runs;

  it('fits the published schema', () => {
    expect(sarifFaults(auditSarif(audit, tables, 'zh'))).toEqual([]);
  });

  it('points every result at its rule and its place', () => {
    expect(log.version).toBe('2.1.0');
    for (const result of run?.results ?? [])
      expect(run?.tool.driver.rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
    const stop = run?.results?.find((one) => one.ruleId === 'truncation/bare-heading-at-end');
    expect(stop).toMatchObject({
      level: 'error',
      message: { text: 'The report stops at the bare heading “二、2024年工作安排”.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'sources/hangzhou-2024-mirror.txt' },
            region: { startLine: 11, startColumn: 1 },
          },
        },
      ],
    });
    expect(stop?.partialFingerprints?.['jiaokanFinding/v1']).toMatch(/^[0-9a-f]{16}$/u);
  });

  it('suppresses what a person accepted, and nothing else', () => {
    const suppressed = run?.results?.filter((one) => (one.suppressions ?? []).length > 0).map((one) => one.ruleId);
    expect(suppressed).toEqual(['identity/no-session']);
  });

  it('gives every rule its help', () => {
    for (const rule of run?.tool.driver.rules ?? []) expect(rule.help?.text.length).toBeGreaterThan(20);
  });
});

describe('junit.xml', () => {
  const page = auditJunit(tables, 'en');

  it('fails for open errors and broken checks, and skips what cannot be told', () => {
    expect(page).toContain('<testsuites name="jiaokan" tests="10" failures="4" errors="0" skipped="1">');
    expect(page).toMatch(/<skipped message="[^"]*comparable prices/u);
  });

  it('is well formed with any text', () => {
    const odd = tables.findings.map((row) => ({
      ...row,
      severity: 'error' as const,
      message_en: '<b>&"\u0000\ud800</b>',
    }));
    const text = auditJunit({ ...tables, findings: odd }, 'en');
    expect(text).toContain('&lt;b&gt;&amp;&quot;\ufffd\ufffd&lt;/b&gt;');
    expect(text).not.toMatch(/[\u0000-\u0008\ud800-\udfff]/u);
    expect(parseFragment(text).childNodes.length).toBeGreaterThan(0);
  });
});

describe('annotations for GitHub', () => {
  it('are one line each, with place and title, without the accepted', () => {
    const lines = githubAnnotations(tables, 'en').trimEnd().split('\n');
    expect(lines).toHaveLength(7);
    expect(lines).toContain(
      '::error file=sources/hangzhou-2024-mirror.txt,line=11,col=1,title=truncation/bare-heading-at-end::The report stops at the bare heading “二、2024年工作安排”.',
    );
    expect(lines.join('\n')).toContain('::notice file=');
  });

  it('escape what would end a command', () => {
    const [row] = tables.findings;
    if (!row) throw new Error('the fixture has findings');
    const odd = {
      ...tables,
      findings: [{ ...row, state: 'new' as const, message_en: '100%\n::error::x' }],
      sources: tables.sources.map((one) => ({ ...one, path: 'a,b:c.txt' })),
    };
    expect(githubAnnotations(odd, 'en')).toMatch(/^::\w+ file=a%2Cb%3Ac\.txt,.*::100%25%0A::error::x\n$/u);
  });
});
