/** Reads the result of one source / gives it as few bytes, and it again / promises: exactly what was put in. Bytes are for this version and this platform alone. */
import { deserialize, serialize } from 'node:v8';
import type { Fact, ReportFacts } from '../../model/fact.ts';
import type { Figure } from '../../model/figure.ts';
import type { ReadReport, SourceResult } from '../../model/result.ts';
import { packedFacts } from './fact-row.ts';
import { PackedFacts } from './packed-facts.ts';

/** A report with its facts as bytes. */
type SmallFacts = Omit<ReportFacts, 'facts'> & { readonly packed: Uint8Array };

/** A report without what its facts tell. */
type SmallReport = Omit<ReadReport, 'figures' | 'figureBytes'>;

interface SmallResult extends Omit<SourceResult, 'reports' | 'facts'> {
  readonly reports: readonly SmallReport[];
  readonly facts: readonly SmallFacts[];
}

/** A result as bytes: figures as numbers, each text once. */
export function packResult(result: SourceResult): Uint8Array {
  const small: SmallResult = {
    ...result,
    reports: result.reports.map(({ figures, figureBytes, ...rest }) => rest),
    facts: result.facts.map(smallFacts),
  };
  return serialize(small);
}

/** The result behind bytes that `packResult` made. @throws RangeError when its parts do not belong together */
export function unpackResult(bytes: Uint8Array): SourceResult {
  const small: SmallResult = deserialize(bytes);
  const facts = small.facts.map(wholeFacts);
  return {
    ...small,
    reports: small.reports.map((report, index) => {
      const own = facts[index]?.facts;
      if (!own) throw new RangeError(`${report.reportId} has no facts`);
      return { ...report, figures: own.map(figureOf), figureBytes: own.map(({ place }) => place.bytes) };
    }),
    facts,
  };
}

/** The facts of reports as bytes. */
export function packFacts(facts: readonly ReportFacts[]): Uint8Array {
  return serialize(facts.map(smallFacts));
}

/** The facts behind bytes that `packFacts` made. */
export function unpackFacts(bytes: Uint8Array): ReportFacts[] {
  const small: readonly SmallFacts[] = deserialize(bytes);
  return small.map(wholeFacts);
}

function smallFacts({ facts, ...rest }: ReportFacts): SmallFacts {
  return { ...rest, packed: packedFacts(facts) };
}

/** Lists of hashes are copied: a view would keep the whole message alive. */
function wholeFacts({ packed, ...rest }: SmallFacts): ReportFacts {
  return {
    ...rest,
    shingles: rest.shingles.slice(),
    numbers: { before: rest.numbers.before.slice(), after: rest.numbers.after.slice() },
    facts: new PackedFacts(packed, rest.sourceId, rest.reportId).all(),
  };
}

/** The figure that a fact is of, without what the fact adds to it. */
function figureOf(fact: Fact): Figure {
  return {
    range: fact.range,
    quote: fact.quote,
    value: fact.value,
    interval: fact.interval,
    unit: fact.unit,
    hedge: fact.hedge,
    figureId: fact.figureId,
    reportId: fact.reportId,
    paragraph: fact.paragraph,
    sentence: fact.sentence,
    indicator: fact.indicator,
    indicatorText: fact.indicatorText,
    scope: fact.scope,
    regionCode: fact.regionCode,
    period: fact.period,
    measure: fact.measure,
    nature: fact.nature,
    direction: fact.direction,
    basis: fact.basis,
    parts: fact.parts,
    of: fact.of,
    whole: fact.whole,
    comparedWith: fact.comparedWith,
    comparedSense: fact.comparedSense,
    confidence: fact.confidence,
  };
}
