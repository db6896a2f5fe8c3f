/** How years and five-year plans are written, as parts of patterns. */

/** 2023, 一九七九, 二〇〇九. */
export const YEAR_WRITTEN = String.raw`(?:(?:19|20)\d{2}|[一二][九〇零][一二三四五六七八九〇零]{2})`;

/** 六五 to 九五, 十五 to 十五五. */
export const PLAN_WRITTEN = `(?:十[一二三四五]?|[六七八九])五`;
