/** Reads the text of a report / tells whether the names of its place were blanked out / promises: linear, and a text with bold marks is none. */

/** xx市委, ××县人民政府, **区第三届…, 某某镇: the word for a place with its name taken away. */
const BLANKED =
  /(?:[xXｘＸ×✕╳*＊]{2,8}|某某?|[○〇]{2})[省市县区旗州盟乡镇](?=[委第，。、]|人[民大]|政[府协]|经济|全体|各)/u;
/** A sample has its name in every other paragraph; one alone may be a slip. */
const FEWEST = 3;
/** Crosses between Chinese words stand for any name: of a park, a river, a firm. */
const CROSSES = /[xXｘＸ×✕╳]{2,8}(?=\p{Script=Han})(?<=\p{Script=Han}[xXｘＸ×✕╳]{2,8})/u;
const FEWEST_CROSSES = 8;

/** True when the report does not say whose it is because somebody took the name out: then no other place that it names is its own. */
export function isBlanked(text: string): boolean {
  return hasSo(text, BLANKED, FEWEST) || hasSo(text, CROSSES, FEWEST_CROSSES);
}

function hasSo(text: string, pattern: RegExp, many: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(new RegExp(pattern, 'gu'))) if (++count >= many) return true;
  return false;
}
