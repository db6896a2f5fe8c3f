/** Words of the terminal summary in both languages. Sentences of findings and checks are made in `output/words.ts`. */
import type { Verdict } from '../model/check.ts';
import type { Severity } from '../model/finding.ts';
import type { CompletenessVerdict } from '../model/report.ts';
import type { Lang } from './options.ts';

export interface Labels {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly completeness: Readonly<Record<CompletenessVerdict, string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly table: {
    readonly source: string;
    readonly report: string;
    readonly state: string;
    readonly present: string;
    readonly figures: string;
    readonly removed: string;
    readonly findings: string;
  };
  readonly noReport: string;
  readonly promised: (there: number, promised: number) => string;
  readonly unknown: string;
  readonly checks: string;
  readonly rules: string;
  readonly copy: string;
  readonly headline: (counts: Headline) => string;
  readonly more: (count: number) => string;
  readonly skipped: (count: number) => string;
  readonly written: (folder: string) => string;
  readonly usable: (usable: number, reports: number) => string;
  readonly next: string;
}

export interface Headline {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly accepted: number;
  readonly sources: number;
  readonly reports: number;
}

const EN: Labels = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  completeness: { complete: 'complete', truncated: 'truncated', excerpt: 'excerpt', 'not-a-report': 'not a report' },
  verdict: { holds: 'hold', broken: 'broken', 'cannot-tell': 'cannot tell' },
  table: {
    source: 'source',
    report: 'report',
    state: 'state',
    present: 'present',
    figures: 'figures',
    removed: 'cleaned',
    findings: 'E/W',
  },
  noReport: 'no report',
  promised: (there, promised) => `${there} of ${promised} promised`,
  unknown: 'unknown',
  checks: 'Checks of figures',
  rules: 'Findings by rule',
  copy: '(copy)',
  headline: ({ error, warning, info, accepted, sources }) =>
    `${count(error, 'error')}, ${count(warning, 'warning')}, ${info} info` +
    `${accepted === 0 ? '' : `, ${accepted} accepted`} in ${count(sources, 'source')}`,
  more: (more) => `… and ${more} more`,
  skipped: (skipped) => `${count(skipped, 'file')} of other types skipped`,
  written: (folder) => `Reports and tables: ${folder}/`,
  usable: (usable, reports) =>
    `${usable} of ${count(reports, 'report')} can be used as ${reports === 1 ? 'it is' : 'they are'}`,
  next: 'Next:',
};

const ZH: Labels = {
  severity: { error: '错误', warning: '警告', info: '提示' },
  completeness: { complete: '完整', truncated: '截断', excerpt: '节选', 'not-a-report': '非报告' },
  verdict: { holds: '成立', broken: '不成立', 'cannot-tell': '无法判断' },
  table: {
    source: '来源',
    report: '报告',
    state: '状态',
    present: '存留',
    figures: '数字',
    removed: '清理',
    findings: '错/警',
  },
  noReport: '无报告',
  promised: (there, promised) => `目录 ${promised} 份，存 ${there} 份`,
  unknown: '未知',
  checks: '数字核对',
  rules: '各规则发现',
  copy: '（副本）',
  headline: ({ error, warning, info, accepted, sources, reports }) =>
    `${sources} 个来源、${reports} 份报告：错误 ${error}，警告 ${warning}，提示 ${info}` +
    `${accepted === 0 ? '' : `，已接受 ${accepted}`}`,
  more: (more) => `…… 另有 ${more} 条`,
  skipped: (skipped) => `跳过 ${skipped} 个其他类型的文件`,
  written: (folder) => `报告与数据表：${folder}/`,
  usable: (usable, reports) => `${reports} 份报告中 ${usable} 份可直接使用`,
  next: '下一步：',
};

export function labelsOf(lang: Lang): Labels {
  return lang === 'zh' ? ZH : EN;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
