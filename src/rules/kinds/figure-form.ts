/** Checks of how one figure is written: a number that lost its unit, an amount without one, a value that no place can have. */
import type { Figure } from '../../model/figure.ts';
import { big, type Interval } from '../../model/interval.ts';
import { range } from '../../model/offset.ts';
import type { ReportView } from '../../model/report.ts';
import type { Hit, Kind } from '../card.ts';
import type { Indicator } from '../vocabulary/indicators.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { mapOf, textOf } from './params.ts';

const FORMS = [
  'change-without-unit',
  'amount-without-unit',
  'implausible-value',
  'implausible-growth',
  'share-above-whole',
] as const;

export const figureFormKind: Kind = {
  name: 'figure-form',
  scopes: ['report', 'figure'],
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['form'],
    properties: {
      form: {
        enum: [...FORMS],
        description:
          'What is looked for: a bare number after a word of change; a level of a known indicator without its unit; ' +
          'a level outside the range that the vocabulary allows; growth of one year beyond `rates`; a share of a named whole above 100 %.',
      },
      rates: {
        type: 'object',
        additionalProperties: { type: 'number', exclusiveMinimum: 0 },
        description:
          'Canonical indicators, each with the percentage that no place has it rise or fall by in one year: for `implausible-growth`.',
      },
    },
  },
  compile(params, vocabulary) {
    const form = textOf(params, 'form');
    const rates = new Map(Object.entries(mapOf(params, 'rates')).map(([name, most]) => [name, Number(most)]));
    return {
      shape: 'report',
      hits: (view) => {
        if (form === 'change-without-unit') return changesWithoutUnit(view.text);
        const hits: Hit<'report'>[] = [];
        for (const figure of view.figures) {
          const hit = form === 'implausible-growth' ? leapOf(figure, rates) : hitOf(form, figure, view, vocabulary);
          if (hit !== null) hits.push(hit);
        }
        return hits;
      },
    };
  },
};

function hitOf(form: string, figure: Figure, view: ReportView, vocabulary: Vocabulary): Hit<'report'> | null {
  if (form === 'share-above-whole')
    return isAboveWhole(figure) ? { range: figure.range, data: { whole: figure.whole } } : null;
  // 突破2000亿 and 人口40万 are ways of speaking; an amount of money told plainly has its currency.
  if (form === 'amount-without-unit' && (figure.unit !== '' || figure.hedge !== null)) return null;
  const indicator = figure.indicator === null ? null : vocabulary.indicators.byName(figure.indicator);
  if (indicator === null || figure.measure !== (isRate(indicator) ? 'share' : 'level')) return null;
  if (form === 'amount-without-unit') {
    const lacks = isMoney(indicator, vocabulary) && endsPhrase(view.text, figure.range.end);
    return lacks
      ? { range: figure.range, data: { indicator: indicator.name, units: indicator.units.join(' / ') } }
      : null;
  }
  return isImplausible(figure, indicator)
    ? { range: figure.range, data: { indicator: indicator.name, ...plausibleData(indicator) } }
    : null;
}

/** Growth that no place has in one year: 增长77% has lost its point. What is told of several years, or against another place, is none. */
function leapOf(figure: Figure, rates: ReadonlyMap<string, number>): Hit<'report'> | null {
  const { indicator, measure, unit, period, scope, regionCode, comparedWith, interval } = figure;
  const most = rates.get(indicator ?? '');
  if (most === undefined || measure !== 'growth' || unit !== '%' || regionCode === null || comparedWith !== null) {
    return null;
  }
  if (period === null || period.start.slice(0, 4) !== period.end.slice(0, 4)) return null;
  if (scope.some((word) => word === '年均' || word.startsWith('比'))) return null;
  if (interval.low === null || Number(interval.low) <= most) return null;
  return { range: figure.range, data: { indicator: indicator ?? '', most: `${most}%` } };
}

/** A bare number after a word of change, at the end of its clause: 可比增长5, has lost a percent sign or a unit. */
function changesWithoutUnit(text: string): Hit<'report'>[] {
  // Digits are rare in a report, and so are digits before the end of a clause: what stands before them is looked at last.
  const bare =
    /(?<![\d.])\d{1,6}(?:\.\d{1,3})?(?= ?(?:[，,。；;、！!](?! ?\d)|$))(?<=(?:增长|上涨|下降|提高|增加|减少|上升|回落|降低|提升|下跌)(?:了|约|近|超|超过|突破)? ?\d{1,6}(?:\.\d{1,3})?)/gm;
  return Array.from(text.matchAll(bare), ({ index, 0: number }) => ({
    range: range<'report'>(index, index + number.length),
    data: { number },
  }));
}

function isMoney({ units }: Indicator, vocabulary: Vocabulary): boolean {
  return vocabulary.units.byName(units[0] ?? '')?.kind === 'money';
}

function endsPhrase(text: string, end: number): boolean {
  return end >= text.length || '，,。；;！!： \n'.includes(text.charAt(end));
}

function isRate(indicator: Indicator): boolean {
  return indicator.nature === 'rate' && indicator.units[0] === '%';
}

/** True when no value that the figure stands for lies in the plausible range; only figures in the first unit are judged. */
function isImplausible(figure: Figure, { units, plausible }: Indicator): boolean {
  if (figure.unit !== units[0] || figure.regionCode === null || figure.scope.length > 1) return false;
  const { low, high } = figure.interval;
  const below = plausible.low !== null && high !== null && isLess(high, plausible.low);
  const above = plausible.high !== null && low !== null && isLess(plausible.high, low);
  return below || above;
}

/** Compares exactly; most values lie so far apart that a double tells them. */
function isLess(a: string, b: string): boolean {
  const [near, far] = [Number(a), Number(b)];
  if (near > far * 1.000001 && far >= 0) return false;
  return big(a).lt(b);
}

function plausibleData({ plausible, units }: Indicator): Record<string, string> {
  const unit = units[0] ?? '';
  return { low: `${plausible.low ?? '0'}${unit}`, high: plausible.high === null ? '∞' : `${plausible.high}${unit}` };
}

function isAboveWhole(figure: Figure): boolean {
  return figure.measure === 'share' && figure.whole !== null && figure.unit === '%' && lowEnd(figure.interval);
}

function lowEnd({ low }: Interval): boolean {
  return low !== null && big(low).gt(100);
}
