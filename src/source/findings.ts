/** Reads hits and signals / gives findings / promises: severity and words come from the card, the place from the layers. */
import type { Place } from '../model/fact.ts';
import type { Finding, Json } from '../model/finding.ts';
import type { Range, Space } from '../model/offset.ts';
import type { Signal } from '../model/signal.ts';
import type { Rule, Rules } from '../rules/card.ts';

/** Where findings of one text come from: how to place a range, and the words at it. */
export interface Ground<S extends Space> {
  readonly sourceId: string;
  readonly reportId: string | null;
  readonly place: (range: Range<S>) => Place;
  readonly text: string;
}

/** A quote is cut to this many characters; the place still covers the whole range. */
const LONGEST_QUOTE = 120;

/** The finding of one rule at one range (null: about the whole). */
export function findingOf<S extends Space>(
  rule: Rule,
  ground: Ground<S>,
  range: Range<S> | null,
  data: Readonly<Record<string, Json>>,
): Finding {
  const quote = range === null ? '' : ground.text.slice(range.start, Math.min(range.end, range.start + LONGEST_QUOTE));
  return {
    rule: rule.card.id,
    severity: rule.card.severity,
    sourceId: ground.sourceId,
    reportId: ground.reportId,
    place: range === null ? null : ground.place(range),
    quote,
    data,
  };
}

/** Findings of the signals that a card answers to; a signal whose cards are all retired says nothing. */
export function findingsOfSignals<S extends Space>(
  signals: readonly Signal<S>[],
  rules: Rules,
  ground: Ground<S>,
): Finding[] {
  return signals.flatMap((signal) =>
    rules.rules
      .filter((rule) => rule.run.shape === 'signal' && rule.run.sign === signal.sign && rule.card.status !== 'retired')
      .map((rule) => findingOf(rule, ground, signal.range, signal.data)),
  );
}
