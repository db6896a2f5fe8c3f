/** Reads checks / gives their verdicts as one bar / promises: the counts in words stand beside it. */
import type { CheckRow } from '../rows.ts';
import { word } from '../words.ts';
import { both, h, type Markup, t } from './markup.ts';

/** Worst first. */
export const VERDICTS = ['broken', 'cannot-tell', 'holds'] as const;

/** The verdicts as one bar of three parts, with the counts in words. */
export function checkBar(checks: readonly CheckRow[]): Markup {
  if (checks.length === 0) return t('nothing to compare', '没有可比对的数字');
  const numbers = VERDICTS.map((verdict) => ({
    verdict,
    number: checks.filter((check) => check.verdict === verdict).length,
  }));
  let x = 0;
  const parts = numbers.map(({ verdict, number }) => {
    const width = Math.round((number / checks.length) * 10_000) / 100;
    const part = h`<rect class="${verdict}" x="${x}" y="0" width="${width}" height="6"/>`;
    x += width;
    return part;
  });
  const words = both((lang) =>
    numbers.map(({ verdict, number }) => `${word('verdict', verdict, lang)} ${number}`).join(' · '),
  );
  return h`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>${words}`;
}
