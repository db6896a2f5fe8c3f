/** Everything that one run found: what every output is made from. Sources are in order of source id. */
import type { Finding, Json, Severity } from './finding.ts';
import type { CorpusResult, SourceResult } from './result.ts';

/** The public words of a rule card, for reports and outputs. */
export interface RuleWords {
  readonly id: string;
  readonly kind: string;
  readonly scope: string;
  readonly severity: Severity;
  readonly status: 'trial' | 'stable' | 'retired';
  readonly message: { readonly en: string; readonly zh: string };
  readonly why: string;
  /** The same in Chinese; absent where the card has none. */
  readonly whyZh?: string;
  readonly record?: RuleRecord;
  readonly examples?: readonly RuleExample[];
}

/** What was measured of a rule: of `labelled` cases `right` came out as they should. `of` says what the cases are. */
export interface RuleRecord {
  readonly labelled: number;
  readonly right: number;
  readonly of: { readonly en: string; readonly zh: string };
}

/** A text of a card. What the rule must find in it stands between ⟦ and ⟧. */
export interface RuleExample {
  readonly verdict: 'hit' | 'miss' | 'known-wrong';
  readonly sources: readonly { readonly name: string; readonly text: string }[];
}

/** A finding as published: with its fingerprint and whether a person has accepted it. */
export interface PublishedFinding extends Finding {
  /** Hash of rule, report or source, normalised quote and data, never of line or byte: stable when text moves. */
  readonly findingId: string;
  readonly state: 'new' | 'accepted';
}

export interface Audit {
  readonly tool: 'jiaokan';
  readonly version: string;
  readonly rulesDigest: string;
  /** SHA-256 over the sorted (source id, sha256) pairs. */
  readonly corpusDigest: string;
  readonly sources: readonly SourceResult[];
  readonly corpus: CorpusResult;
  /** Findings of all sources and of the corpus, in total order. */
  readonly findings: readonly PublishedFinding[];
  readonly rules: readonly RuleWords[];
}

export type Data = Readonly<Record<string, Json>>;
