/** How years and five-year plans are written, as parts of patterns. */

/** 20xx年, XX年: a year that was blanked out. */
export const BLANK_YEAR = '(?:19|20)?[Xx×]{2,4}(?=年)';

/** 2023, 一九七九, 二〇〇九, and one that was blanked out. */
export const YEAR_WRITTEN = String.raw`(?:(?:19|20)\d{2}|[一二][九〇零][一二三四五六七八九〇零]{2}|${BLANK_YEAR})`;

/** 六五 to 九五, 十五 to 十五五. */
export const PLAN_WRITTEN = `(?:十[一二三四五]?|[六七八九])五`;
