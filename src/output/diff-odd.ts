/** Reads how a third copy differs from the first / gives which of two readings stands alone / promises: only what a witness holds counts. */
import type { TextDiff, Variant } from './diff.ts';
import { squeezed } from './diff-tokens.ts';

/**
 * The side whose reading the other copies do not share; null when they are divided or none of them holds the place.
 * @param witnesses how each further copy differs from the text of side a
 */
export function oddOne({ a, b }: Variant, witnesses: readonly TextDiff[]): 'a' | 'b' | null {
  let votes = 0;
  for (const { variants } of witnesses) {
    const there = variants.filter((one) => one.a.start <= a.end && one.a.end >= a.start);
    if (there.length === 0) votes++;
    else if (
      there.some((one) => squeezed(one.b.text) === squeezed(b.text) && squeezed(one.a.text) === squeezed(a.text))
    )
      votes--;
  }
  return votes > 0 ? 'b' : votes < 0 ? 'a' : null;
}
