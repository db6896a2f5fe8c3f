/** Reads the result of one source / gives it as few bytes, and it again / promises: exactly what was put in. Bytes are for this version and this platform alone. */
import { deserialize, serialize } from 'node:v8';
import type { ReportFacts } from '../../model/fact.ts';
import type { ReadReport, SourceResult } from '../../model/result.ts';
import { columnsOf, type FigureColumns, factsOfColumns, figureOf } from './columns.ts';

/** A report's facts without what its columns tell. */
type SmallFacts = Omit<ReportFacts, 'facts'> & { readonly columns: FigureColumns };

/** A report without what its facts tell. */
type SmallReport = Omit<ReadReport, 'figures' | 'figureBytes'>;

interface SmallResult extends Omit<SourceResult, 'reports' | 'facts'> {
  readonly reports: readonly SmallReport[];
  readonly facts: readonly SmallFacts[];
}

/** A result as bytes: figures as columns, each value once. */
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
  return { ...rest, columns: columnsOf(facts) };
}

/** Lists of hashes are copied: a view would keep the whole message alive. */
function wholeFacts({ columns, ...rest }: SmallFacts): ReportFacts {
  return {
    ...rest,
    shingles: rest.shingles.slice(),
    numbers: { before: rest.numbers.before.slice(), after: rest.numbers.after.slice() },
    facts: factsOfColumns(columns, rest.sourceId, rest.reportId),
  };
}
