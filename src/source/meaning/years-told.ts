/** Reads headings and the openings of sentences / gives what years a sentence is told of / promises: in a section on several years, those, unless its sentences turn to one year of them. */
import { halfWidth } from '../half-width.ts';

/** 做好“十四五”开局工作 is of its first year alone, and 三年提升行动 the name of a thing to do. */
const SEVERAL_YEARS =
  /(?:[三四五]年(?!.{0,2}行动|计划|规划|倍增)|十[一二三四五]五|“[六七八九十]五”|本届(?!.{0,4}(?:第一年|首年)))(?![^为]{0,12}开好?局)/u;
/** Neither end of 2019年—2023年, nor the far one of 2035年远景目标. */
const ONE_YEAR =
  /(?<![—–\-~～至到])(?:(?:19|20)\d{2}|[一二][九〇零][〇零一二三四五六七八九]{2})年(?![—–\-~～至到]|.{0,4}远景)|[今去上]年|一年/u;

/** What a heading says that it tells of a year. */
const TELLS = /工作|回顾|情况|成就|成绩|任务|安排|目标|要求/u;

/** 2025年和“十四五”时期工作回顾: first the year is told of, then the five. 过去五年和2023年工作回顾: of which first, its sentences say. */
type Told = 'one-year' | 'several-years' | 'either';

/** What may stand before the words that tell of years. */
const BULLET = String.raw`^[\s—–\-·]{0,4}(?:[（(]?[一二三四五六七八九十]{1,3}(?:[）)]|是|、))?`;
const SEVERAL_OPEN = new RegExp(
  `${BULLET}(?:回[首顾望]|总结|纵观|经过)?(?:(?:刚刚|刚)?过去|这|近)?的?(?:[三四五]年(?:来|间|里|，|,|是|[极很]|的?(?:持续|不懈|奋斗|努力|发展|工作))|“?十[一二三四五]五”?(?:时期|期间|以来|的?[三四五]年)|本届政府)`,
  'u',
);
const ONE_OPENS = new RegExp(
  `${BULLET}(?:回[首顾望]|总结|做好)?(?:一年来|(?:过去|这)的?一年|(?:刚刚|刚|即将)?过去的(?:(?:19|20)\\d{2}|一)年|[今明]年)`,
  'u',
);
const YEAR_OPENS = new RegExp(`${BULLET}(?:回[首顾望])?(?:(?:19|20)\\d{2}年|去年)(?![、到至和及—–\\-~～]|以?来)`, 'u');
/** 这是民生持续改善的五年: what follows is told of them. */
const SEVERAL_END = /的[三四五]年$/u;
/** 2015年，是蚌埠经济社会发展取得显著成效的一年 */
const A_YEAR_WAS = /^[\s—–\-·]{0,4}(?:19|20)\d{2}年[，,]?是[^。]{2,60}?的一年/u;
/** So far into a sentence its opening goes, and so much of its end is looked at. */
const [OPENING, ENDING] = [24, 4];

export interface Section {
  /** The innermost heading that speaks of several years; null without one. */
  readonly heading: string | null;
  /** The same where the sentence is not told of the one year that the heading names too. */
  readonly span: string | null;
  /** True where nothing says whether the sentence is told of those years or of the one. */
  readonly isEither: boolean;
}

const NO_SECTION: Section = { heading: null, span: null, isEither: false };

/** Follows the sentences of a report in their order. */
export class YearsTold {
  private headings: readonly string[] = [];
  private heading: string | null = null;
  private told: Told = 'several-years';
  private isMixed = false;
  private isPassing = false;
  /** Where no heading names years: the words by which a sentence turned to several, until its paragraph ends. */
  private spoken: string | null = null;
  private paragraph = -1;

  /**
   * The section that a sentence from `start` to `end` stands in.
   * @param paragraph where its paragraph begins
   */
  at(headings: readonly string[], text: string, start: number, end: number, paragraph: number): Section {
    if (headings !== this.headings) this.enter(headings);
    const opening = text.slice(start, Math.min(end, start + OPENING));
    const several = severalIn(opening, text.slice(Math.max(start, end - ENDING), end));
    if (this.heading === null) return this.spokenAt(opening, several, paragraph);
    if (several !== null) this.told = 'several-years';
    else if (ONE_OPENS.test(opening) || (start === paragraph && this.opensYear(text, start, end)))
      this.told = 'one-year';
    const span = this.told === 'one-year' ? null : this.heading;
    return { heading: this.heading, span, isEither: this.told === 'either' };
  }

  /** Without a heading that names years: 这五年，…。…。 */
  private spokenAt(opening: string, several: string | null, paragraph: number): Section {
    if (paragraph !== this.paragraph) this.spoken = null;
    this.paragraph = paragraph;
    if (several !== null) this.spoken = several;
    else if (ONE_OPENS.test(opening) || YEAR_OPENS.test(opening)) this.spoken = null;
    return this.spoken === null ? NO_SECTION : { heading: this.spoken, span: this.spoken, isEither: false };
  }

  /** Under a heading that names the one year, too, a year opens it; under others only what is said of that whole year. */
  private opensYear(text: string, start: number, end: number): boolean {
    const opening = text.slice(start, Math.min(end, start + OPENING));
    if (!YEAR_OPENS.test(opening)) return false;
    return this.isMixed || A_YEAR_WAS.test(text.slice(start, end));
  }

  private enter(headings: readonly string[]): void {
    this.headings = headings;
    const plain = headings.map(halfWidth);
    const at = plain.findLastIndex((one) => SEVERAL_YEARS.test(one));
    const inner = plain.slice(at + 1).filter((one) => ONE_YEAR.test(one));
    // “十三五”时期工作回顾, and below it 2020年主要工作.
    const heading = inner.some((one) => TELLS.test(one)) ? null : (plain[at] ?? null);
    // 2018年：打基础 below it goes through the five year by year.
    const isPassing = heading !== null && inner.length > 0;
    if (heading === this.heading && isPassing === this.isPassing) return;
    this.heading = heading;
    this.isPassing = isPassing;
    const [several, one] = [SEVERAL_YEARS, ONE_YEAR].map((years) => years.exec(heading ?? '')?.index ?? -1);
    this.isMixed = several !== undefined && one !== undefined && several >= 0 && one >= 0;
    const oneFirst = (one ?? 0) < (several ?? 0);
    if (isPassing) this.told = 'either';
    else if (!this.isMixed) this.told = 'several-years';
    else this.told = oneFirst ? 'one-year' : 'either';
  }
}

/** The words at either end of a sentence that tell of several years. */
function severalIn(opening: string, ending: string): string | null {
  if (SEVERAL_OPEN.test(opening)) return opening;
  return SEVERAL_END.test(ending) ? ending : null;
}
