/** What the gate found to be otherwise than before: the data that all its outputs are made from. */
import type { Severity } from '../model/finding.ts';
import type { TableDiff } from './diff-tables.ts';

export type ChangeKind =
  | 'finding'
  | 'finding-gone'
  | 'completeness'
  | 'identity'
  | 'report-lost'
  | 'report-new'
  | 'report-moved'
  | 'text'
  | 'present'
  | 'figures'
  | 'removed'
  | 'checks'
  | 'bytes'
  | 'acceptance-expired'
  | 'acceptance-unused'
  | 'milder'
  | 'state';

/** `worse` fails the gate, `better` and `note` are told, `accepted` would fail if a person had not accepted it. */
export type Weight = 'worse' | 'better' | 'note' | 'accepted';

/** One thing that is otherwise than before. */
export interface Change {
  readonly kind: ChangeKind;
  readonly weight: Weight;
  readonly severity: Severity;
  /** Rule of the finding, or `gate/<kind>` for what is no finding of a rule. */
  readonly rule: string;
  /** Id of the finding; for everything else a hash of what the change says. What `gate --accept` takes. */
  readonly fingerprint: string;
  readonly sourceId: string | null;
  readonly reportId: string | null;
  readonly said: { readonly en: string; readonly zh: string };
  /** Where it is to be seen when not in the source: a file of the corpus folder. */
  readonly place: { readonly path: string; readonly line: number } | null;
}

/** A finding of before that is not there any more. */
export interface GoneFinding {
  readonly finding: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly source: string;
}

/** The verdict of the gate with what outputs need besides the tables. */
export interface GateView {
  /** What it compared with: the path of a baseline, or a revision. */
  readonly since: string;
  /** Worse first, changed sources before the others. */
  readonly changes: readonly Change[];
  /** Ids of the findings that were there before. */
  readonly known: ReadonlySet<string>;
  /** Ids of the findings that fail. */
  readonly failing: ReadonlySet<string>;
  readonly gone: readonly GoneFinding[];
  readonly accepted: ReadonlyMap<string, { readonly reason: string; readonly expires?: string }>;
  /** Sources whose bytes are others than before, or that were not there. */
  readonly changedSources: ReadonlySet<string>;
  /** What differs in the dataset; null when there is none to compare with. */
  readonly rows: readonly TableDiff[] | null;
}

/** The changes of one weight, in their order. */
export function changesOf({ changes }: Pick<GateView, 'changes'>, weight: Weight): readonly Change[] {
  return changes.filter((one) => one.weight === weight);
}

/** One line that answers: did anything get worse? */
export function gateVerdict(view: Pick<GateView, 'changes' | 'since'>, lang: 'en' | 'zh'): string {
  const worse = changesOf(view, 'worse').length;
  if (lang === 'zh') return worse === 0 ? `与 ${view.since} 相比没有变差` : `与 ${view.since} 相比有 ${worse} 处变差`;
  if (worse === 0) return `nothing got worse since ${view.since}`;
  return `${worse} ${worse === 1 ? 'thing' : 'things'} got worse since ${view.since}`;
}
