/** Who may edit which characters: the first claim wins, and no two edits ever overlap. */
import type { Edit } from '../../model/layer.ts';
import { range } from '../../model/offset.ts';

/** An edit with its rule, before it is bound to a layer. */
export interface Claim {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly rule: string;
}

export interface Claims {
  /** Takes the claim when none of its characters is taken yet. */
  readonly take: (claim: Claim) => void;
  /** Takes each claim that still can be taken. */
  readonly takeAll: (claims: Iterable<Claim>) => void;
  readonly isFree: (at: number) => boolean;
  /** What was taken, in order of place. */
  readonly edits: () => Edit<'decoded'>[];
}

/** Claims on a text of `length` units. Taking costs the length of the claim. */
export function claimsOn(length: number): Claims {
  const taken = new Uint8Array(length);
  const held: Claim[] = [];
  const isFree = (at: number): boolean => taken[at] === 0;
  const take = (claim: Claim): void => {
    for (let at = claim.start; at < claim.end; at++) if (taken[at] === 1) return;
    taken.fill(1, claim.start, claim.end);
    held.push(claim);
  };
  return {
    take,
    takeAll: (claims) => {
      for (const claim of claims) take(claim);
    },
    isFree,
    edits: () =>
      held
        .sort((a, b) => a.start - b.start)
        .map(({ start, end, replacement, rule }) => ({ range: range(start, end), replacement, rule })),
  };
}

/** Claims of one rule that touch become one: `</p>`, a line end and `<p>` are one paragraph break. Takes claims in order of place. */
export function joinTouching(claims: readonly Claim[]): Claim[] {
  const out: Claim[] = [];
  for (const claim of claims) {
    const last = out.at(-1);
    if (last !== undefined && last.end === claim.start && last.rule === claim.rule) {
      out[out.length - 1] = { ...last, end: claim.end, replacement: last.replacement + claim.replacement };
    } else {
      out.push(claim);
    }
  }
  return out;
}
