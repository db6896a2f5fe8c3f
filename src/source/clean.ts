/** Reads the unwrapped text with the ranges of its reports / gives edits / promises: each character goes once, by a rule that says why. */
import type { Edit } from '../model/layer.ts';
import type { LayerName } from '../model/offset.ts';
import { range } from '../model/offset.ts';
import type { SourceView } from '../model/report.ts';
import type { Rule, Rules, TextEdit } from '../rules/card.ts';
import { NoiseView } from '../rules/kinds/noise-view.ts';
import { TAKEN } from '../rules/kinds/spaces.ts';

const LATE: ReadonlySet<string> = new Set(['unlike-report', 'outside-report']);

/** Rules that name what they take come first; then what is foreign inside and all that is left outside; white space is put in order last. */
const TURNS: readonly ((kind: string) => boolean)[] = [
  (kind) => !LATE.has(kind) && kind !== 'whitespace',
  (kind) => LATE.has(kind),
  (kind) => kind === 'whitespace',
];

/**
 * Edits that leave the paragraphs of the reports, one a line, and nothing else.
 * Rules run in order of id within their turn; a character belongs to the first rule that claims it.
 */
export function noiseEdits(view: SourceView, rules: Rules): Edit<'unwrapped'>[] {
  const claims = new Claims(view.text.length);
  const live = rules.rules.filter((rule) => rule.run.shape === 'noise' && rule.card.status !== 'retired').sort(byId);
  const whole = new NoiseView(view, view.text, rules.findNeeds);
  for (const inTurn of TURNS) {
    const left = inTurn === TURNS[0] ? whole : whole.masked(claims.masked(view.text));
    for (const { card, run } of live) {
      if (run.shape === 'noise' && inTurn(card.kind)) claims.take(card.id, run.edits(left));
    }
  }
  return claims.edits();
}

/** Edits that repair the kept text. Rules run in order of id; a character belongs to the first rule that claims it. */
export function mendEdits(text: string, rules: Rules): Edit<'kept'>[] {
  const claims = new Claims(text.length);
  const live = rules.rules.filter((rule) => rule.run.shape === 'mend' && rule.card.status !== 'retired').sort(byId);
  for (const { card, run } of live) {
    if (run.shape === 'mend') claims.take(card.id, run.edits(text));
  }
  return claims.edits();
}

function byId(a: Rule, b: Rule): number {
  return a.card.id < b.card.id ? -1 : a.card.id > b.card.id ? 1 : 0;
}

interface ClaimedEdit extends TextEdit {
  readonly rule: string;
}

/** Who takes which character. A removal gives way piece by piece; a replacement that meets a claimed character is dropped whole. */
class Claims {
  readonly #taken: Uint8Array;
  readonly #edits: ClaimedEdit[] = [];

  constructor(length: number) {
    this.#taken = new Uint8Array(length);
  }

  take(rule: string, edits: readonly TextEdit[]): void {
    for (const { start, end, replacement } of edits) {
      if (replacement !== '') this.#replace(rule, { start, end, replacement });
      else this.#remove(rule, start, end);
    }
  }

  #replace(rule: string, edit: TextEdit): void {
    if (this.#runEnd(edit.start, edit.end, 0) < edit.end) return;
    this.#taken.fill(1, edit.start, edit.end);
    this.#edits.push({ ...edit, rule });
  }

  #remove(rule: string, start: number, end: number): void {
    for (let at = start; at < end; ) {
      const from = this.#runEnd(at, end, 1);
      const to = this.#runEnd(from, end, 0);
      if (to > from) {
        this.#taken.fill(1, from, to);
        this.#edits.push({ start: from, end: to, replacement: '', rule });
      }
      at = to;
    }
  }

  /** End of the stretch from `at` in which every character is free (0) or taken (1). */
  #runEnd(at: number, end: number, state: 0 | 1): number {
    let to = at;
    while (to < end && this.#taken[to] === state) to++;
    return to;
  }

  /** The text with every claimed character masked: same length, same offsets. */
  masked(text: string): string {
    if (this.#edits.length === 0) return text;
    const out: string[] = [];
    let read = 0;
    for (const { start, end } of this.#sorted()) {
      out.push(text.slice(read, start), TAKEN.repeat(end - start));
      read = end;
    }
    out.push(text.slice(read));
    return out.join('');
  }

  edits<S extends LayerName>(): Edit<S>[] {
    return this.#sorted().map(({ start, end, replacement, rule }) => ({
      range: range<S>(start, end),
      replacement,
      rule,
    }));
  }

  #sorted(): ClaimedEdit[] {
    return [...this.#edits].sort((a, b) => a.start - b.start);
  }
}
