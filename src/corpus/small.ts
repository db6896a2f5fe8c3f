/** Reads a report / gives what of it is small: all but its lists / promises: nothing is opened or copied that nobody asks for. */
import type { ReportFacts } from '../model/fact.ts';

/** A report without its lists. */
export type SmallReport = Omit<ReportFacts, 'facts' | 'rows' | 'shingles' | 'numbers' | 'digest' | 'claims'>;

/** What reports have in common whose lists are somewhere else. */
export class Small implements SmallReport {
  readonly reportId: string;
  readonly sourceId: string;
  readonly ordinal: number;
  readonly identity: SmallReport['identity'];
  readonly completeness: SmallReport['completeness'];
  readonly chars: number;
  readonly textSha256: string;
  readonly formSha256: string;
  readonly noiseShare: number;
  readonly suspectedLosses: number;
  readonly provenance: number;
  readonly ends: SmallReport['ends'];
  readonly place: SmallReport['place'];

  constructor(of: SmallReport) {
    this.reportId = of.reportId;
    this.sourceId = of.sourceId;
    this.ordinal = of.ordinal;
    this.identity = of.identity;
    this.completeness = of.completeness;
    this.chars = of.chars;
    this.textSha256 = of.textSha256;
    this.formSha256 = of.formSha256;
    this.noiseShare = of.noiseShare;
    this.suspectedLosses = of.suspectedLosses;
    this.provenance = of.provenance;
    this.ends = of.ends;
    this.place = of.place;
  }
}
