import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../src/output/tables.ts';
import { trusted } from '../../src/output/trust.ts';
import { fixture } from './fixture.ts';

const tables = tablesOf(fixture());
const answers = (of: typeof tables): string[] => trusted(of).map(({ report, trust }) => `${report.source_id} ${trust}`);

describe('whether one may count on a report', () => {
  it('is answered for each, and a suspect figure in a copy casts no doubt on the other', () => {
    expect(answers(tables)).toEqual(['hangzhou-2023 use', 'hangzhou-2024-mirror copy', 'hangzhou-2024-portal use']);
  });

  it('depends on broken checks that suspect no single figure', () => {
    const checks = tables.checks.map((check) => ({ ...check, suspect_figure_id: null }));
    expect(answers({ ...tables, checks })).toContain('hangzhou-2024-portal check');
  });

  it('depends on open errors, not on accepted ones', () => {
    const findings = tables.findings.map((row) => ({ ...row, severity: 'error' as const }));
    expect(answers({ ...tables, findings })).toEqual([
      'hangzhou-2023 use',
      'hangzhou-2024-mirror copy',
      'hangzhou-2024-portal check',
    ]);
  });

  it.each([
    ['truncated', 'partial'],
    ['excerpt', 'partial'],
    ['not-a-report', 'leave'],
  ] as const)('%s is %s', (completeness, trust) => {
    const reports = tables.reports.map((row) => ({ ...row, completeness }));
    expect(answers({ ...tables, reports })).toContain(`hangzhou-2023 ${trust}`);
  });
});
