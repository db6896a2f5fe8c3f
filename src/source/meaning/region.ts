/** The place that a figure is about. */
import type { Identity } from '../../model/report.ts';
import type { Vocabulary } from '../../rules/vocabulary.ts';
import type { Named } from './name.ts';

const OWN = /(?:全[市省区县州]|[我本][市省区县州])/u;
const PLACE_SUFFIX = /[省市区县州]/u;
/** The clause opens with a part of the place: its figures are not the report's. */
const PART_FIRST =
  /(?:^|[，,；;])[“”一-龥]{0,10}?(?:新片区|片区|开发区|高新区|经开区|园区|示范区|自贸区|试验区|保税区|科学城|新城|度假区|商务区|港区|街道|集团|公司)(?:[^，,；;]{0,8})(?:完成|实现|达|新增|落地|，|,|[一-龥]{2,12}(?:总额|产值|收入|投资))/u;

/** The report's own region; another one when the name says so; null when it is a place without a code. */
export function regionOf(
  identity: Identity,
  vocabulary: Vocabulary,
  name: Named | undefined,
  before: string,
): string | null {
  const { regionCode, region } = identity;
  const words = name?.text ?? '';
  if (OWN.test(words)) return regionCode;
  if (name?.elsewhere === true) return null;
  if (PLACE_SUFFIX.test(words)) {
    const other = namedPlace(words, regionCode, vocabulary);
    if (other !== undefined) return other;
  }
  const heard = region === null ? before : before.replaceAll(region, '');
  return PART_FIRST.test(heard) && !OWN.test(heard.slice(-30)) ? null : regionCode;
}

/** Code of a place named in full; undefined when the name holds none. */
function namedPlace(words: string, own: string | null, vocabulary: Vocabulary): string | null | undefined {
  const hint = own === null ? {} : { within: own };
  const mention = vocabulary.divisions
    .find(words, hint)
    .filter(({ form }) => form === 'name')
    .at(-1);
  if (mention === undefined) return undefined;
  const [only, other] = mention.candidates;
  return only === undefined || other !== undefined ? null : only.code;
}
