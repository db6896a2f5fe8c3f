/** What a rule card is, and what each stage does with one. The format is public: docs/rules.md is generated from its schema. */
import type { RuleExample, RuleRecord } from '../model/audit.ts';
import type { Check } from '../model/check.ts';
import type { Fact, ReportFacts } from '../model/fact.ts';
import type { Json, Severity } from '../model/finding.ts';
import type { Range } from '../model/offset.ts';
import type { ReportView, SourceView } from '../model/report.ts';
import type { FindNeeds, Needs } from './kinds/needs.ts';
import type { NoiseView } from './kinds/noise-view.ts';
import type { PlainView } from './kinds/plain-view.ts';
import type { Vocabulary } from './vocabulary.ts';

export const FAMILIES = ['truncation', 'duplicate', 'noise', 'figures', 'identity', 'encoding'] as const;
export type Family = (typeof FAMILIES)[number];
export type Scope = 'source' | 'report' | 'paragraph' | 'figure' | 'corpus';
export type Status = 'trial' | 'stable' | 'retired';

/** A file of rules/ as text: cards and vocabulary are read by the caller, so that loading is pure. `path` is relative to the rules folder. */
export interface RuleFile {
  readonly path: string;
  readonly text: string;
  /** What was read from this very text before, and found to fit. Without it the text is parsed and checked. */
  readonly ready?: ReadyFile;
}

/** A YAML file of rules as it was read and checked once: what `readyRules` makes. */
export interface ReadyFile {
  readonly value: unknown;
  /** Line, counted from 1, of the texts of a card's examples, by their path joined with `/`. */
  readonly lines: Readonly<Record<string, number>>;
}

/**
 * An example of a card. The span that the rule must find stands between ⟦ and ⟧ (removed before reading).
 * Scope source and report: the text is a whole source. Scope paragraph and figure: it is a fragment, put into the body of
 * a minimal complete report by the runner. Scope corpus: two or three tiny sources.
 */
export interface Example extends RuleExample {
  readonly line: number;
}

export interface Card {
  /** `<family>/<name>`, from its path. */
  readonly id: string;
  readonly family: Family;
  readonly kind: string;
  readonly scope: Scope;
  readonly severity: Severity;
  readonly status: Status;
  readonly message: { readonly en: string; readonly zh: string };
  readonly why: string;
  readonly whyZh?: string;
  readonly record?: RuleRecord;
  readonly params: Readonly<Record<string, Json>>;
  readonly examples: readonly Example[];
  readonly file: string;
}

/** Broken rule card, vocabulary, manifest or configuration. Shown in one line: `file:line:column: message. What to do.` */
export class CardError extends Error {
  override readonly name = 'CardError';
  readonly file: string;
  readonly line: number;
  readonly column: number;

  constructor(file: string, line: number, column: number, message: string) {
    super(`${file}:${line}:${column}: ${message}`);
    this.file = file;
    this.line = line;
    this.column = column;
  }
}

/** A hit of a rule that looks at text: where, and what the message needs. */
export interface Hit<S extends 'unwrapped' | 'report'> {
  readonly range: Range<S> | null;
  readonly data: Readonly<Record<string, Json>>;
}

/** A plain edit of a text, before it is bound to a layer: half-open offsets into the text that was given. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/**
 * What a kind compiles a card to. A closed set: stages run the shapes, never the ids.
 * - residue: edits of the decoded text (markup and invisible characters), made while unwrapping
 * - noise: edits of the unwrapped text, given where its reports stand
 * - mend: edits of the kept text (torn figures, spaces inside words)
 * - source, report: hits that become findings
 * - signal: turns a sign that a stage saw (`ill-formed-bytes`, `bare-heading-at-end`, `region-unknown` …) into a finding
 * - check: groups facts by key and compares them; sees no text
 */
export type Compiled =
  | { readonly shape: 'residue'; readonly edits: (view: PlainView) => readonly TextEdit[] }
  | {
      readonly shape: 'noise';
      /** Texts of which one stands in whatever the rule takes; all rules are asked for theirs, so that one pass finds them. */
      readonly needs?: Needs | null;
      readonly edits: (view: NoiseView) => readonly TextEdit[];
    }
  | { readonly shape: 'mend'; readonly edits: (text: string) => readonly TextEdit[] }
  | { readonly shape: 'source'; readonly hits: (view: SourceView) => readonly Hit<'unwrapped'>[] }
  | { readonly shape: 'report'; readonly hits: (view: ReportView) => readonly Hit<'report'>[] }
  | { readonly shape: 'signal'; readonly sign: string; readonly weight: number }
  | CompiledCheck;

/** A check over facts: a reducer. Rows of equal key are compared together; the order of rows never matters. */
export interface CompiledCheck {
  readonly shape: 'check';
  readonly family: string;
  /** False for a report none of whose facts the check has a use for: asked once a report, before its facts are. */
  readonly wants?: (report: ReportFacts) => boolean;
  /** Keys of the groups that a fact belongs to, of all reports together; none when the check has no use for it. */
  readonly keys?: (fact: Fact, report: ReportFacts) => readonly string[];
  /** Keys of the groups that a fact belongs to among those of its own report. */
  readonly within?: (fact: Fact, report: ReportFacts) => readonly string[];
  /** False for sorts of facts that have no keys: asked once a sort, so that such facts are passed by. */
  readonly takes?: (sort: FactSort) => boolean;
  /** True for the facts of which each group must have one: a group without makes no check, and is not made. */
  readonly anchors?: (fact: Fact) => boolean;
  /** False when what is broken is a claim in words: no figure of it is looked for as the wrong one. */
  readonly accuses?: boolean;
  readonly compare: (group: readonly FactInReport[]) => readonly Omit<Check, 'checkId' | 'rule'>[];
}

export interface FactSort extends Pick<Fact, 'measure' | 'nature'> {
  /** Whether the fact has a canonical name. */
  readonly isNamed: boolean;
}

export interface FactInReport {
  readonly fact: Fact;
  readonly report: ReportFacts;
}

/** A closed kind of rule. `params` is the JSON Schema (2020-12) of the card's params; unknown keys are refused. */
export interface Kind {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly params: Readonly<Record<string, Json>>;
  readonly compile: (params: Readonly<Record<string, Json>>, vocabulary: Vocabulary) => Compiled;
}

export interface Rule {
  readonly card: Card;
  readonly run: Compiled;
}

/** All rules, checked and compiled. `digest` is the SHA-256 of every rule file in order of path. */
export interface Rules {
  readonly rules: readonly Rule[];
  readonly vocabulary: Vocabulary;
  readonly digest: string;
  /** Looks for what all noise rules need, in one pass; without it each rule looks on its own. */
  readonly findNeeds?: FindNeeds;
}
