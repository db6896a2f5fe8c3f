/** Reads the verdict of the gate / gives its part of the SARIF log / promises: what is gone is there as absent, what was accepted as suppressed. */

import type { ReportingDescriptor, Result } from 'sarif';
import { sarifText } from './escape.ts';
import type { ChangeKind, GateView } from './gate-changes.ts';
import type { Lang } from './lexicon.ts';
import type { FindingRow } from './rows.ts';

/** Kinds of change that are no finding of a rule, with why each matters. */
const KINDS: Readonly<Partial<Record<ChangeKind, { readonly en: string; readonly zh: string }>>> = {
  'report-lost': { en: 'A report that was there is gone.', zh: '原有的报告已不在。' },
  completeness: { en: 'A report is less whole than it was.', zh: '报告不如原来完整。' },
  identity: { en: 'A report is no longer known for what it was.', zh: '报告的地区或年份与原来不同。' },
  text: { en: 'A report has lost text.', zh: '报告的文字减少。' },
  present: { en: 'Less of the body of a report is present.', zh: '报告现存部分减少。' },
  figures: { en: 'A report has lost figures.', zh: '报告中的数字减少。' },
  checks: { en: 'Fewer comparisons of figures hold.', zh: '成立的数字比对减少。' },
  removed: { en: 'Cleaning takes away more of a source.', zh: '清洗去除的内容增多。' },
  bytes: { en: 'The bytes of a source are not those of its manifest.', zh: '来源的字节与清单不符。' },
  'acceptance-expired': { en: 'An acceptance has expired.', zh: '一项接受已到期。' },
  'acceptance-unused': { en: 'An accepted finding no longer occurs.', zh: '已接受的问题不再出现。' },
};

/** Descriptors of what the gate itself finds. */
export function gateRules(lang: Lang): ReportingDescriptor[] {
  return Object.entries(KINDS).map(([kind, words]) => {
    const help = `${words[lang]} ${lang === 'zh' ? '与基线或比较版本相比。' : 'Compared with the baseline or the revision given.'}`;
    return {
      id: `gate/${kind}`,
      name: `Gate${kind
        .split('-')
        .map((one) => one.slice(0, 1).toUpperCase() + one.slice(1))
        .join('')}`,
      shortDescription: { text: words[lang] },
      fullDescription: { text: help },
      help: { text: help, markdown: `## gate/${kind}\n\n${help}\n` },
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['gate'] },
    };
  });
}

/** State of a finding against what was there before. An accepted one is new only where its source has changed. */
export function baselineState(row: FindingRow, view: GateView): 'new' | 'unchanged' {
  if (view.known.has(row.finding_id)) return 'unchanged';
  return row.state === 'accepted' && !view.changedSources.has(row.source_id) ? 'unchanged' : 'new';
}

interface Places {
  readonly lang: Lang;
  readonly indexes: ReadonlyMap<string, number>;
  readonly paths: ReadonlyMap<string, { readonly uri: string; readonly index: number }>;
  readonly uriOf: (path: string) => string;
}

/** What the gate says besides the findings, and the findings that are gone. */
export function gateResults(view: GateView, { lang, indexes, paths, uriOf }: Places): Result[] {
  const locations = (sourceId: string | null, place: { path: string; line: number } | null) => {
    const known = sourceId === null ? undefined : paths.get(sourceId);
    if (place) {
      const artifactLocation = { uri: uriOf(place.path) };
      return { locations: [{ physicalLocation: { artifactLocation, region: { startLine: place.line } } }] };
    }
    return known ? { locations: [{ physicalLocation: { artifactLocation: known } }] } : {};
  };
  const spoken = view.changes
    .filter((one) => one.kind in KINDS && (one.weight === 'worse' || one.weight === 'accepted' || one.place !== null))
    .map((one): Result => {
      const reason = view.accepted.get(one.fingerprint)?.reason;
      const suppressed = { kind: 'external', status: 'accepted', justification: reason ?? '' } as const;
      return {
        ruleId: one.rule,
        ruleIndex: indexes.get(one.rule) ?? -1,
        level: one.weight === 'worse' ? 'error' : 'note',
        message: { text: sarifText(one.said[lang]) },
        ...locations(one.sourceId, one.place),
        baselineState: 'new',
        partialFingerprints: { 'jiaokanFinding/v1': one.fingerprint },
        suppressions: one.weight === 'accepted' ? [suppressed] : [],
      };
    });
  const gone = view.gone.map(
    (one): Result => ({
      ruleId: one.rule,
      ruleIndex: indexes.get(one.rule) ?? -1,
      level: one.severity === 'info' ? 'note' : one.severity,
      message: { text: lang === 'zh' ? `${one.rule} 已消失。` : `${one.rule} is gone.` },
      ...locations(one.source, null),
      baselineState: 'absent',
      partialFingerprints: { 'jiaokanFinding/v1': one.finding },
      suppressions: [],
    }),
  );
  return [...spoken, ...gone];
}
