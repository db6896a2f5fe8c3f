/** Reads reports of before and of now / gives what is otherwise with them / promises: only a loss beyond the tolerance is worse. */
import type { Severity } from '../model/finding.ts';
import type { CompletenessVerdict } from '../model/report.ts';
import type { Settings } from '../node/config.ts';
import type { Change, ChangeKind, Weight } from '../output/gate-changes.ts';
import { word } from '../output/words.ts';
import { type BaselineReport, fingerprint } from './baseline.ts';
import { matchReports, sourceOf } from './gate-match.ts';

const RANK: Readonly<Record<CompletenessVerdict, number>> = {
  complete: 0,
  truncated: 1,
  excerpt: 2,
  'not-a-report': 3,
};

/** A copy stands for a report that is gone when it is as whole and has this share of its characters. */
const AS_LONG = 0.95;

/** What is otherwise with the reports. */
export function reportChanges(
  before: readonly BaselineReport[],
  after: readonly BaselineReport[],
  { tolerance }: Settings,
): Change[] {
  const { pairs, lost, fresh } = matchReports(before, after);
  const told = new Set<string>();
  return [
    ...lost.map((was) => lostReport(was, after)),
    ...pairs.flatMap(([was, is]) => [
      ...moved(was, is),
      ...identity(was, is),
      ...completeness(was, is),
      ...losses(was, is, tolerance),
      ...removed(was, is, tolerance.removed, told),
    ]),
    ...fresh.map((is) =>
      change(
        'report-new',
        'note',
        is,
        [],
        `report ${is.report} is new${aboutIt(is)}`,
        `新增报告 ${is.report}${aboutIt(is)}`,
      ),
    ),
  ];
}

function lostReport(was: BaselineReport, after: readonly BaselineReport[]): Change {
  const copy = after.find(
    (one) =>
      was.about !== null &&
      one.about === was.about &&
      RANK[one.completeness] <= RANK[was.completeness] &&
      one.chars >= was.chars * AS_LONG,
  );
  const about = aboutIt(was);
  const name = was.report;
  if (copy) {
    const en = `report ${name} is gone${about}; its copy ${copy.report} is still there`;
    return change(
      'report-lost',
      'note',
      was,
      [was.report],
      en,
      `报告 ${name} 已不在${about}，副本 ${copy.report} 仍在`,
    );
  }
  const weight = was.completeness === 'not-a-report' ? 'note' : 'worse';
  return change(
    'report-lost',
    weight,
    was,
    [was.report],
    `report ${name} is gone${about}`,
    `报告 ${name} 已不在${about}`,
  );
}

function moved(was: BaselineReport, is: BaselineReport): Change[] {
  if (was.report === is.report) return [];
  const en = `report ${was.report} is now ${is.report}`;
  return [change('report-moved', 'note', is, [was.report], en, `报告 ${was.report} 现为 ${is.report}`)];
}

function identity(was: BaselineReport, is: BaselineReport): Change[] {
  if (was.about === is.about) return [];
  const [old, now] = [was.about ?? 'unknown', is.about ?? 'unknown'];
  const weight = was.about === null ? 'better' : 'worse';
  const en = `${is.report} was about ${old} and is about ${now}`;
  const zh = `${is.report} 的地区和年份由 ${was.about ?? '不明'} 变为 ${is.about ?? '不明'}`;
  return [change('identity', weight, is, [was.about, is.about], en, zh)];
}

function completeness(was: BaselineReport, is: BaselineReport): Change[] {
  const step = RANK[is.completeness] - RANK[was.completeness];
  if (step === 0) return [];
  const [old, now] = [was.completeness, is.completeness];
  const en = `${is.report} was ${old} and is ${now}`;
  const zh = `${is.report} 由“${word('completeness', old, 'zh')}”变为“${word('completeness', now, 'zh')}”`;
  return [change('completeness', step > 0 ? 'worse' : 'better', is, [now], en, zh)];
}

type Tolerance = Settings['tolerance'];

function losses(was: BaselineReport, is: BaselineReport, tolerance: Tolerance): Change[] {
  const rows = [
    { kind: 'text', en: 'characters', zh: '字', old: was.chars, now: is.chars, most: tolerance.text },
    { kind: 'figures', en: 'figures', zh: '个数字', old: was.figures, now: is.figures, most: tolerance.figures },
    {
      kind: 'checks',
      en: 'checks that hold',
      zh: '项成立的比对',
      old: was.checks.holds,
      now: is.checks.holds,
      most: tolerance.checks,
    },
  ] as const;
  const present = presence(was, is, tolerance.text);
  return [
    ...present,
    ...rows.flatMap(({ kind, en, zh, old, now, most }) => {
      const isLess = now < old * (1 - most);
      // Characters come and go with noise: more of them is no gain by itself.
      const isMore = now > old && kind !== 'text';
      if (!isLess && !isMore && (now >= old || kind === 'text')) return [];
      const weight = isLess ? 'worse' : isMore ? 'better' : 'note';
      return [
        change(
          kind,
          weight,
          is,
          [now],
          `${is.report} had ${old} ${en} and has ${now}`,
          `${is.report} 原有 ${old} ${zh}，现有 ${now}`,
        ),
      ];
    }),
  ];
}

/** The estimate of what is present counts only where the verdict stays: else the verdict says it. */
function presence(was: BaselineReport, is: BaselineReport, most: number): Change[] {
  if (was.present === null || is.present === null || was.completeness !== is.completeness) return [];
  if (is.present >= was.present - Math.max(most, 0.01)) return [];
  const en = `${is.report}: ${percent(was.present)} of its body was present and ${percent(is.present)} is`;
  const zh = `${is.report} 现存部分由 ${percent(was.present)} 降为 ${percent(is.present)}`;
  return [change('present', 'worse', is, [percent(is.present)], en, zh)];
}

/**
 * Once for each source. A page with more around its report is no worse than before: cleaning that takes more counts only where
 * the report has less.
 */
function removed(was: BaselineReport, is: BaselineReport, most: number, told: Set<string>): Change[] {
  const source = sourceOf(is);
  if (is.removed <= was.removed + most || told.has(source)) return [];
  told.add(source);
  const en = `cleaning took ${percent(was.removed)} of ${source} and takes ${percent(is.removed)}`;
  const zh = `${source} 的清洗比例由 ${percent(was.removed)} 升为 ${percent(is.removed)}`;
  return [change('removed', is.chars < was.chars ? 'worse' : 'note', is, [percent(is.removed)], en, zh)];
}

function change(
  kind: ChangeKind,
  weight: Weight,
  about: BaselineReport,
  content: readonly (string | number | null)[],
  en: string,
  zh: string,
): Change {
  return {
    kind,
    weight,
    severity: SEVERITY[weight],
    rule: `gate/${kind}`,
    fingerprint: fingerprint(`gate/${kind}`, about.about ?? about.report, ...content),
    sourceId: sourceOf(about),
    reportId: about.report,
    said: { en, zh },
    place: null,
  };
}

const SEVERITY: Readonly<Record<Weight, Severity>> = { worse: 'error', better: 'info', note: 'info', accepted: 'info' };

function aboutIt({ about }: BaselineReport): string {
  return about === null ? '' : ` (${about})`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
