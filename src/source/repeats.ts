/** Reads the reports of one source / gives the reports that it holds more than once / promises: linear; reports that merely follow one pattern are not called one. */
import type { Json } from '../model/finding.ts';
import type { Range } from '../model/offset.ts';
import type { ReadReport } from '../model/result.ts';
import type { Signal } from '../model/signal.ts';

/** A report that a source holds several times: the ordinals of the copies, counted from 0, and what to tell of them. */
export interface Repeat {
  readonly ordinals: readonly number[];
  /** Counts and places, for the finding. */
  readonly data: Readonly<Record<string, Json>>;
}

type Copy = Pick<ReadReport, 'ordinal' | 'text' | 'outline' | 'completeness' | 'place'>;

/** Shorter paragraphs are headings and formulas that many reports share. */
const LONG = 40;
/** Share of a report's long paragraphs that must stand in the earlier copy. */
const SHARED = 0.6;
/** A report with fewer long paragraphs says too little. */
const LEAST = 3;

/**
 * Groups the reports of a source that share most of their long paragraphs, word for word. A copy that is cut short still belongs to
 * its group. One group a report, in order of the first copy.
 */
function repeatsOf(reports: readonly Copy[]): Repeat[] {
  if (reports.length < 2) return [];
  const groups: Copy[][] = [];
  const holder = new Map<string, number>();
  for (const report of reports) {
    const paragraphs = longParagraphs(report);
    const votes = new Map<number, number>();
    for (const words of paragraphs) {
      const group = holder.get(words);
      if (group !== undefined) votes.set(group, (votes.get(group) ?? 0) + 1);
    }
    const [best] = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const same = best !== undefined && paragraphs.length >= LEAST && best[1] >= SHARED * paragraphs.length;
    const at = same ? best[0] : groups.length;
    const group = groups[at];
    if (group) group.push(report);
    else groups.push([report]);
    for (const words of paragraphs) if (!holder.has(words)) holder.set(words, at);
  }
  return groups.filter((group) => group.length > 1).map(repeatOf);
}

function longParagraphs({ text, outline }: Copy): string[] {
  return outline.paragraphs
    .filter(({ range: place }) => place.end - place.start >= LONG)
    .map(({ range: place }) => squeezed(text, place));
}

function squeezed(text: string, { start, end }: Range<'report'>): string {
  return text.slice(start, end).replaceAll(/\s/gu, '');
}

/** `whole` counts the copies that are complete; `cut` tells where the others stop, as a share of the longest copy. */
function repeatOf(copies: readonly Copy[]): Repeat {
  const whole = copies.filter(({ completeness }) => completeness.verdict === 'complete').length;
  return {
    ordinals: copies.map(({ ordinal }) => ordinal),
    data: {
      times: copies.length,
      whole,
      cut: copies.length - whole,
      reports: copies.map(({ ordinal }) => ordinal + 1).join(', '),
      lines: copies.map(({ place }) => place.line).join(', '),
    },
  };
}

/** One signal a repeated report, at its second copy. `ranges` are the reports' places in the unwrapped text. */
export function repeatSignals(reports: readonly Copy[], ranges: readonly Range<'unwrapped'>[]): Signal<'unwrapped'>[] {
  return repeatsOf(reports).map(({ ordinals, data }) => ({
    sign: 'held-several-times',
    range: ranges[ordinals[1] ?? 0] ?? null,
    data,
  }));
}
