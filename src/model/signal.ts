/** What a stage noticed. A card of kind `signal` gives it severity and words; a sign without a card is a bug that a test catches. */
import type { Json } from './finding.ts';
import type { Range, Space } from './offset.ts';

export interface Signal<S extends Space> {
  readonly sign: string;
  /** null: about the whole text. */
  readonly range: Range<S> | null;
  readonly data: Readonly<Record<string, Json>>;
}
