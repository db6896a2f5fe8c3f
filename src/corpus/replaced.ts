/** Reads rows and facts to put in the place of others / gives the rows with them / promises: nothing is copied that nobody asks for. */
import type { Claim, Fact, FactViews, ReportFacts } from '../model/fact.ts';
import type { FactInReport } from '../rules/card.ts';
import { Small } from './small.ts';

/**
 * The group with facts replaced, also in the reports that rows of the group point to.
 * @param replacements differ from the facts of the same ids in what these are worth, not in what they are about
 */
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
class Changed extends Small implements ReportFacts {
  private readonly of: ReportFacts;
  private readonly replaced: (fact: Fact) => Fact;
  private made: readonly Fact[] | null = null;

  constructor(of: ReportFacts, replaced: (fact: Fact) => Fact) {
    super(of);
    this.of = of;
    this.replaced = replaced;
  }

  isOf(report: ReportFacts): boolean {
    return this.of === report;
  }

  get views(): FactViews | undefined {
    const { views } = this.of;
    if (views === undefined) return undefined;
    return {
      // What is put in the place of a fact is of the same time.
      reviewsSeveralYears: views.reviewsSeveralYears,
      besideShares: () => views.besideShares().map(this.replaced),
      ofSentence: (sentence) => views.ofSentence(sentence).map(this.replaced),
    };
  }
  get claims(): readonly Claim[] {
    return this.of.claims ?? [];
  }
  get facts(): readonly Fact[] {
    this.made ??= this.of.facts.map(this.replaced);
    return this.made;
  }
  get shingles(): Uint32Array {
    return this.of.shingles;
  }
  get numbers(): ReportFacts['numbers'] {
    return this.of.numbers;
  }
}
