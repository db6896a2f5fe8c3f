/** Reads two readings of one place / gives what kind of difference it is / promises: a difference in the digits of a figure is never anything but a figure. */
import { squeezed, wordsOf } from './diff-tokens.ts';

/** figure: other digits; wording: other words, or a passage that one side lacks; loss: characters that one side lacks; noise: what a page put in; form: punctuation, width, spaces. */
export const VARIANT_KINDS = ['figure', 'wording', 'loss', 'noise', 'form'] as const;
export type VariantKind = (typeof VARIANT_KINDS)[number];

/** A reading with what stands on both sides; a line break is a blank there. */
interface Placed {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** What pages put between the words of a report, without blanks. Words that reports use too count only as a label: 来源：. */
const NOISE =
  /[上下]?[转接]第?[0-9一二三四五六七八九十A-D]+版|^第[0-9]+页|共[0-9]+页|[上下]一[页篇]|打印|字[体号][:：【]|分享到|分享至|收藏|首页|网站地图|版权所有|ICP|关闭窗口|^[【[(]?关闭[】\])]?$|二维码|扫一扫|(?:来源|作者|编辑|发布时间|发布日期|发布机构|浏览次数|浏览量|点击次数|点击数|阅读|附件)[^,。，]{0,4}[:：]|http|www/u;
/** Page numbers, which stand on a line of their own. */
const PAGE_NUMBER = /^[—–-]*[0-9]{1,3}[—–-]*$/u;
/** Longer lines are no page's. */
const LONGEST_NOISE = 60;
/** Longer readings that one side lacks are passages, not lost characters. */
const LONGEST_LOSS = 12;
/** Years and dates with words beside them: a lost title line is no lost figure. */
const YEARS = /(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?/gu;

export function classify(a: Placed, b: Placed): VariantKind {
  const [left, right] = [squeezed(a.text), squeezed(b.text)];
  if (wordsOf(left) === wordsOf(right)) return 'form';
  if (left !== '' && right !== '') return digitsOf(left) === digitsOf(right) ? 'wording' : 'figure';
  const only = left === '' ? b : a;
  const text = left === '' ? right : left;
  if (isNoise(only)) return 'noise';
  if (text.length > LONGEST_LOSS) return 'wording';
  const beside = text.replace(YEARS, '');
  const isTitle = beside !== '' && beside !== text && !/[0-9]/u.test(beside);
  return /[0-9]/u.test(text) && !isTitle ? 'figure' : 'loss';
}

/** True when half or more of its lines are a page's and none is as long as a sentence of a report. */
function isNoise({ text, before, after }: Placed): boolean {
  const lines = text
    .split('\n')
    .map(squeezed)
    .filter((line) => line !== '');
  if (lines.length === 1 && PAGE_NUMBER.test(lines[0] ?? '')) return isEdge(before.at(-1)) && isEdge(after[0]);
  const known = lines.filter((line) => NOISE.test(line) || PAGE_NUMBER.test(line));
  return known.length * 2 >= lines.length && lines.every((line) => line.length <= LONGEST_NOISE);
}

function isEdge(sign: string | undefined): boolean {
  return sign === undefined || sign.trim() === '' || sign === '—' || sign === '-';
}

/** Its numbers; nothing where there are none. */
function digitsOf(text: string): string {
  return /[0-9]/u.test(text) ? text.replace(/[^0-9.%‰]+/gu, ' ').trim() : '';
}
