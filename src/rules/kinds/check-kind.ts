/** Reads what one family of comparisons has of its own / gives its kind / promises: a comparison sees its group in one order, and every outcome carries the family. */
import type { Json } from '../../model/finding.ts';
import type { CompiledCheck, FactInReport, Kind } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { inOrder, type Outcome } from './facts.ts';
import type { Params } from './params.ts';

/** What a family of comparisons is made of. */
export interface Comparison {
  /** Name of the kind and of the family that its checks are counted under. */
  readonly family: string;
  /** JSON Schema of each param of a card; others are refused. */
  readonly params: Readonly<Record<string, Json>>;
  /** Params that every card must give. */
  readonly required?: readonly string[];
  /** Params that a card gives together or not at all. */
  readonly together?: readonly string[];
  readonly compile: (params: Params, vocabulary: Vocabulary) => Compared;
}

interface Compared extends Pick<CompiledCheck, 'wants' | 'keys' | 'within' | 'takes' | 'anchors' | 'accuses'> {
  /** @param group rows of one key, by report and in a report as in its text */
  readonly compare: (group: readonly FactInReport[]) => readonly Outcome[];
}

/** The kind of a family of comparisons over the facts of a corpus. */
export function checkKind({ family, params, required = [], together = [], compile }: Comparison): Kind {
  return {
    name: family,
    scopes: ['corpus'],
    params: {
      type: 'object',
      additionalProperties: false,
      ...(required.length === 0 ? {} : { required: [...required] }),
      ...(together.length === 0 ? {} : { dependentRequired: dependent(together) }),
      properties: params,
    },
    compile: (given, vocabulary) => {
      const { compare, ...compared } = compile(given, vocabulary);
      return {
        shape: 'check',
        family,
        ...compared,
        compare: (group) => compare(inOrder(group)).map((outcome) => ofFamily(family, outcome)),
      };
    },
  };
}

/** Field by field: a spread of an object takes longer than most comparisons. */
function ofFamily(family: string, one: Outcome): ReturnType<CompiledCheck['compare']>[number] {
  return {
    family,
    verdict: one.verdict,
    reason: one.reason,
    reportIds: one.reportIds,
    figureIds: one.figureIds,
    expected: one.expected,
    actual: one.actual,
    suspectFigureId: one.suspectFigureId,
    likelyCause: one.likelyCause,
    data: one.data,
  };
}

function dependent(together: readonly string[]): Readonly<Record<string, Json>> {
  return Object.fromEntries(together.map((name) => [name, together.filter((other) => other !== name)]));
}
