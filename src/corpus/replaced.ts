/** Reads rows and facts to put in the place of others / gives the rows with them / promises: nothing is copied that nobody asks for. */
import type { Claim, Fact, ReportFacts } from '../model/fact.ts';
import type { FactInReport } from '../rules/card.ts';

/** The group with facts replaced, also in the reports that rows of the group point to. */
export function withFacts(group: readonly FactInReport[], replacements: readonly Fact[]): FactInReport[] {
  const replaced = (fact: Fact): Fact =>
    replacements.find(({ figureId, reportId }) => reportId === fact.reportId && figureId === fact.figureId) ?? fact;
  const changed: Changed[] = [];
  const reportWith = (report: ReportFacts): ReportFacts => {
    if (!replacements.some(({ reportId }) => reportId === report.reportId)) return report;
    const known = changed.find((one) => one.isOf(report));
    if (known) return known;
    const one = new Changed(report, replaced);
    changed.push(one);
    return one;
  };
  return group.map(({ fact, report }) => ({ fact: replaced(fact), report: reportWith(report) }));
}

/** A report with other facts. Only few kinds look beyond their group: the list is made when one asks for it. */
class Changed implements ReportFacts {
  readonly reportId: ReportFacts['reportId'];
  readonly sourceId: ReportFacts['sourceId'];
  readonly ordinal: ReportFacts['ordinal'];
  readonly identity: ReportFacts['identity'];
  readonly claims?: readonly Claim[];
  private readonly of: ReportFacts;
  private readonly replaced: (fact: Fact) => Fact;
  private made: readonly Fact[] | null = null;

  constructor(of: ReportFacts, replaced: (fact: Fact) => Fact) {
    this.of = of;
    this.replaced = replaced;
    this.reportId = of.reportId;
    this.sourceId = of.sourceId;
    this.ordinal = of.ordinal;
    this.identity = of.identity;
    if (of.claims !== undefined) this.claims = of.claims;
  }

  isOf(report: ReportFacts): boolean {
    return this.of === report;
  }

  get facts(): readonly Fact[] {
    this.made ??= this.of.facts.map(this.replaced);
    return this.made;
  }

  get completeness(): ReportFacts['completeness'] {
    return this.of.completeness;
  }
  get chars(): number {
    return this.of.chars;
  }
  get textSha256(): string {
    return this.of.textSha256;
  }
  get formSha256(): string {
    return this.of.formSha256;
  }
  get shingles(): Uint32Array {
    return this.of.shingles;
  }
  get numbers(): ReportFacts['numbers'] {
    return this.of.numbers;
  }
  get noiseShare(): number {
    return this.of.noiseShare;
  }
  get suspectedLosses(): number {
    return this.of.suspectedLosses;
  }
  get provenance(): number {
    return this.of.provenance;
  }
  get ends(): ReportFacts['ends'] {
    return this.of.ends;
  }
  get place(): ReportFacts['place'] {
    return this.of.place;
  }
}
