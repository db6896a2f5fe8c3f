/** Reads an audit and the record of before / gives what is otherwise / promises: what stood before never fails. */
import { inForce, type PlacedAcceptance, staleAcceptances } from '../corpus/accept.ts';
import type { Audit, PublishedFinding } from '../model/audit.ts';
import { atLeast, compareText, type Severity } from '../model/finding.ts';
import type { Settings } from '../node/config.ts';
import type { Change, GateView, Weight } from '../output/gate-changes.ts';
import { findingMessage, ruleIndex, word } from '../output/words.ts';
import { type Baseline, baselineOf, bytesId, staleLine } from './baseline.ts';
import { bytesChange, goneChange, staleChange, stateNotes, toolOf } from './gate-notes.ts';
import { reportChanges } from './gate-reports.ts';
import type { Gathered } from './work.ts';

/** The state of now: an audit made with the acceptances that count today, and what it was made from. */
export interface Present {
  readonly audit: Audit;
  readonly gathered: Pick<Gathered, 'accepted' | 'changed'>;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Paths of manifest.yaml and accepted.yaml as a person would open them. */
  readonly files: { readonly manifest: string; readonly accepted: string };
}

/** Compares the state of now with a baseline. @param since what the baseline is called */
export function compare(baseline: Baseline, present: Present, settings: Settings, since: string): GateView {
  const { audit, gathered, today, files } = present;
  const known = new Set(baseline.findings.map((one) => one.finding));
  const changedSources = changed(baseline, audit);
  const entries = inForce(gathered.accepted, today).entries;
  const ground: Ground = { audit, settings, known, changedSources, baseline };
  const plain = [
    ...gathered.changed.map((said) => bytesChange(said, files.manifest, known.has(bytesId(said)) ? 'note' : 'worse')),
    ...reportChanges(baseline.reports, baselineOf(audit).reports, settings),
    ...freshFindings(ground),
  ];
  const settled = plain.map((one) => settle(one, entries));
  const used = new Set(settled.flatMap((one) => (one.weight === 'accepted' ? [one.fingerprint] : [])));
  const stale = staleAcceptances(gathered.accepted, audit.findings, today).filter(
    ({ acceptance, why }) => why === 'expired' || !used.has(acceptance.fingerprint),
  );
  const now = new Set([
    ...baselineOf(audit, stale).findings.map((one) => one.finding),
    ...gathered.changed.map(bytesId),
  ]);
  const gone = baseline.findings.filter((one) => !now.has(one.finding));
  const changes = [
    ...settled,
    ...stale.map((one) => {
      const line = staleLine(one);
      const isWorse = !known.has(line.finding) && fails(line.severity, settings);
      return staleChange(one, { audit, isWorse }, files.accepted);
    }),
    ...gone.map(goneChange),
    ...stateNotes(baseline, audit, changedSources),
  ].sort(byUrgency(changedSources));
  return {
    since,
    changes,
    known,
    failing: new Set(changes.flatMap((one) => (one.weight === 'worse' ? [one.fingerprint] : []))),
    gone,
    accepted: new Map(entries.map((one) => [one.fingerprint, one])),
    changedSources,
    rows: null,
  };
}

interface Ground {
  readonly audit: Audit;
  readonly settings: Settings;
  readonly known: ReadonlySet<string>;
  readonly changedSources: ReadonlySet<string>;
  readonly baseline: Baseline;
}

/** Sources whose bytes are others than before, or that were not there. */
function changed(baseline: Baseline, audit: Audit): Set<string> {
  const before = new Map(baseline.sources.map((one) => [one.source, one.sha256]));
  return new Set(
    baselineOf(audit).sources.flatMap((one) => (before.get(one.source) === one.sha256 ? [] : [one.source])),
  );
}

/** New findings of stable rules; those too mild to fail are told one by one as notes. */
function freshFindings(ground: Ground): Change[] {
  const { audit, known } = ground;
  const rules = ruleIndex(audit.rules);
  return audit.findings
    .filter((one) => one.state === 'new' && !known.has(one.findingId) && rules.get(one.rule)?.status === 'stable')
    .map((finding): Change => {
      const [weight, why] = weightOf(finding, ground);
      const name = (lang: 'en' | 'zh') => word('severity', finding.severity, lang);
      const said = (lang: 'en' | 'zh') => findingMessage(finding, rules, lang).replace(/\s+/gu, ' ').trim();
      return {
        kind: weight === 'worse' ? 'finding' : 'milder',
        weight,
        severity: finding.severity,
        rule: finding.rule,
        fingerprint: finding.findingId,
        sourceId: finding.sourceId,
        reportId: finding.reportId,
        said: {
          en: `new ${finding.severity} in ${finding.sourceId}: ${said('en')}${why.en}`,
          zh: `${finding.sourceId} 新增${name('zh')}：${said('zh')}${why.zh}`,
        },
        place: null,
      };
    });
}

const NO_REASON = { en: '', zh: '' } as const;
const BY_RULES = {
  en: ' (the source is as it was, the rules or the tool have changed)',
  zh: '（来源未变，规则或工具已变）',
} as const;

function weightOf(finding: PublishedFinding, ground: Ground): [Weight, { readonly en: string; readonly zh: string }] {
  const { settings } = ground;
  const reason = isByRules(finding, ground) ? BY_RULES : NO_REASON;
  if (!fails(finding.severity, settings)) return ['note', reason];
  return [reason === BY_RULES && settings.changedRules === 'tell' ? 'note' : 'worse', reason];
}

function fails(severity: Severity, { failOn }: Settings): boolean {
  return failOn !== 'never' && atLeast(severity, failOn);
}

/** True when nothing but the rules or the tool can have brought the finding about. */
function isByRules(finding: PublishedFinding, { audit, baseline, changedSources }: Ground): boolean {
  if (baseline.rules_digest === audit.rulesDigest && baseline.tool === toolOf(audit)) return false;
  const isOfCorpus = audit.rules.find((rule) => rule.id === finding.rule)?.scope === 'corpus';
  return isOfCorpus ? changedSources.size === 0 : !changedSources.has(finding.sourceId);
}

/** What a person accepted does not fail: a finding of a rule is marked by the audit, everything else here. */
function settle(one: Change, entries: readonly PlacedAcceptance[]): Change {
  if (one.weight !== 'worse') return one;
  const entry = entries.find(({ fingerprint: id, rule }) => id === one.fingerprint && rule === one.rule);
  if (!entry) return one;
  const said = { en: `${one.said.en} (accepted: ${entry.reason})`, zh: `${one.said.zh}（已接受：${entry.reason}）` };
  return { ...one, weight: 'accepted', said };
}

const WEIGHTS: readonly Weight[] = ['worse', 'accepted', 'better', 'note'];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Worse first; of these, what is on changed sources first. */
function byUrgency(changedSources: ReadonlySet<string>): (a: Change, b: Change) => number {
  const rank = (one: Change) => (one.sourceId !== null && changedSources.has(one.sourceId) ? 0 : 1);
  return (a, b) =>
    WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) ||
    rank(a) - rank(b) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareText(a.sourceId ?? '', b.sourceId ?? '') ||
    compareText(a.said.en, b.said.en);
}
