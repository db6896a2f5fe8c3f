/** Numbers that name no single value: 两三个, 七八百, 数十家, 几百万 / gives a range with its ends and no value. */
import type { Quantity } from '../../model/figure.ts';
import { range } from '../../model/offset.ts';
import { setOfUnits } from '../../rules/kinds/units-set.ts';
import type { Hedges } from '../../rules/vocabulary/hedges.ts';
import type { Unit } from '../../rules/vocabulary/units.ts';
import { chineseDigit, scalePower } from './han.ts';
import type { Scan } from './scan.ts';
import { readUnit } from './unit.ts';
import { exactValue } from './written.ts';

/** Words that end in 数 and may stand before a scale that is none of theirs: 指数百强, 总数百分之八十. */
const namesNumbers = setOfUnits('指总倍系少多无人次个户件位基参函读字代分岁复半大');
/** Several are two at least and fewer than ten. */
const FEWEST = 2;

/** 数十家 stands for 20 to 100, 几百亿元 for 200亿 to 1000亿; null when no such words stand at `start`. */
export function readVague(scan: Scan, start: number): number | null {
  const { text } = scan;
  if (namesNumbers(text.charCodeAt(start - 1))) return null;
  const scale = scaleAt(text, start + 1);
  if (scale.end === start + 1 || text.startsWith('分之', scale.end)) return null;
  const unit = readUnit(text, scale.end, scan.vocabulary.units);
  if (unit === null) return null;
  return add(scan, start, unit, FEWEST, 10, scale.power, text.charAt(start));
}

/** 两三个 is 2 to 3, 七八百 700 to 800, 三五家 3 to 5. `counts` tells whether the words before count something. */
export function readNeighbours(scan: Scan, start: number, counts: (unit: Unit) => boolean): number | null {
  const { text, vocabulary } = scan;
  const low = chineseDigit(text.charAt(start));
  const high = chineseDigit(text.charAt(start + 1));
  if (low < 1 || !(high === low + 1 || (low === 3 && high === 5))) return null;
  if (chineseDigit(text.charAt(start + 2)) >= 0 || chineseDigit(text.charAt(start - 1)) >= 0) return null;
  const scale = scaleAt(text, start + 2);
  const unit = readUnit(text, scale.end, vocabulary.units);
  if (unit === null || (scale.power === 0 && !counts(unit.unit))) return null;
  return add(scan, start, unit, low, high, scale.power, null);
}

/** The run of scales at `at`: 十, 百万, 千亿. */
function scaleAt(text: string, at: number): { readonly end: number; readonly power: number } {
  let end = at;
  let power = 0;
  for (let by = scalePower(text.charAt(end)); by > 0 && end - at < 3; by = scalePower(text.charAt(end))) {
    power += by;
    end += 1;
  }
  return { end, power };
}

interface UnitRead {
  readonly unit: Unit;
  readonly end: number;
}

function add(
  scan: Scan,
  start: number,
  { unit, end }: UnitRead,
  low: number,
  high: number,
  power: number,
  hedge: string | null,
): number {
  const { text, vocabulary } = scan;
  const stop = aroundEnd(text, end, vocabulary.hedges);
  const quantity: Quantity = {
    range: range<'report'>(start, stop),
    quote: text.slice(start, stop),
    value: null,
    interval: {
      low: exactValue({ digits: String(low), exponent: power, scaled: false }),
      high: exactValue({
        digits: high === 10 ? '1' : String(high),
        exponent: high === 10 ? power + 1 : power,
        scaled: false,
      }),
    },
    unit: unit.name,
    hedge,
  };
  scan.quantities.push(quantity);
  return stop;
}

function aroundEnd(text: string, end: number, hedges: Hedges): number {
  const hit = hedges.after(text, end);
  return hit !== null && hit.hedge.bound === 'around' ? hit.end : end;
}
