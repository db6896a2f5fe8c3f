/** Reads two copies of a report and what is known beside them / gives the better one and why / promises: a total order, the same everywhere. */
import type { ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import type { CompletenessVerdict } from '../model/report.ts';
import { countOfShingles } from './digest.ts';

/** What speaks for a copy besides its own facts. */
export interface Evidence {
  /** Reports that a person chose, by canonical.yaml, each with the reason in that person's words. */
  readonly chosen: ReadonlyMap<string, string>;
  /** Figures that a report states with fewer characters than a copy of it does, by report id. */
  readonly figuresLost: ReadonlyMap<string, number>;
  /** Places where a report reads unlike every copy of it, by report id; 0 where too few copies can tell. */
  readonly alone: ReadonlyMap<string, number>;
}

export const NO_EVIDENCE: Evidence = { chosen: new Map(), figuresLost: new Map(), alone: new Map() };

export interface Better {
  readonly reportId: string;
  /** Key of the rung that decided; its words are the family `kept`. */
  readonly reason: string;
}

/** A cut report and an excerpt are told apart by how much they hold: a verdict on one of its pages sets no page above the whole. */
const WHOLE: Readonly<Record<CompletenessVerdict, number>> = {
  complete: 2,
  truncated: 1,
  excerpt: 1,
  'not-a-report': 0,
};

/** Steps of length in a doubling, of four to five in a hundred: damage adds or takes shingles too, and is for later rungs. */
const STEPS = 16;

/** A rung of the ladder: the report with the larger number is the better copy. */
interface Rung {
  readonly reason: string;
  readonly worth: (report: ReportFacts, evidence: Evidence) => number;
}

const LADDER: readonly Rung[] = [
  { reason: 'chosen', worth: ({ reportId }, { chosen }) => Number(chosen.has(reportId)) },
  { reason: 'complete', worth: ({ completeness }) => WHOLE[completeness.verdict] },
  // Of two cut copies the one with more of the text is the more complete.
  {
    reason: 'complete',
    worth: (report) =>
      report.completeness.verdict === 'complete' ? 0 : Math.floor(Math.log2(countOfShingles(report) + 1) * STEPS),
  },
  {
    reason: 'fewer-losses',
    worth: ({ reportId, suspectedLosses }, { figuresLost }) => -suspectedLosses - (figuresLost.get(reportId) ?? 0),
  },
  { reason: 'agreed', worth: ({ reportId }, { alone }) => -(alone.get(reportId) ?? 0) },
  { reason: 'cleaner', worth: ({ noiseShare }) => -noiseShare },
  { reason: 'provenance', worth: ({ provenance }) => provenance },
  { reason: 'dated', worth: ({ identity }) => Number(identity.deliveredOn !== null) },
];

/** The better of two copies and the rung that decided; equal ones are decided by id. */
export function better(a: ReportFacts, b: ReportFacts, evidence: Evidence = NO_EVIDENCE): Better {
  for (const { reason, worth } of LADDER) {
    const difference = worth(a, evidence) - worth(b, evidence);
    if (difference !== 0) return { reportId: difference > 0 ? a.reportId : b.reportId, reason };
  }
  return { reportId: compareText(a.reportId, b.reportId) <= 0 ? a.reportId : b.reportId, reason: 'id' };
}

/** Negative when `a` is the better copy. */
export function compareWorth(a: ReportFacts, b: ReportFacts): number {
  if (a.reportId === b.reportId) return 0;
  return better(a, b).reportId === a.reportId ? -1 : 1;
}
