/** Reads two readings of one place / gives what kind of difference it is / promises: a difference in digits is never anything but a figure. */
import { squeezed, wordsOf } from './diff-tokens.ts';

/** figure: other digits; wording: other words; loss: characters that one side lacks; noise: what a page put in; form: punctuation, width, spaces. */
export type VariantKind = 'figure' | 'wording' | 'loss' | 'noise' | 'form';

/** What pages put between the words of a report. */
const NOISE =
  /[上下]?[转接]第?[0-9一二三四五六七八九十A-D]+版|第[0-9]+页|^[—–-]*[0-9]{1,3}[—–-]*$|[上下]一[页篇]|打印|字[体号]|分享|收藏|浏览|点击|来源|作者|编辑|发布|网站|首页|版权|ICP|关闭|二维码|附件|http|www/u;
/** Longer readings that one side lacks are passages, not lost characters. */
const LONGEST_LOSS = 12;

export function classify(a: { readonly text: string }, b: { readonly text: string }): VariantKind {
  const [left, right] = [squeezed(a.text), squeezed(b.text)];
  if (wordsOf(left) === wordsOf(right)) return 'form';
  const only = left === '' ? right : right === '' ? left : null;
  if (only !== null && NOISE.test(only)) return 'noise';
  if (/[0-9]/u.test(left + right) && digitsOf(left) !== digitsOf(right)) {
    return only === null || only.length <= LONGEST_LOSS ? 'figure' : 'wording';
  }
  return only !== null && only.length <= LONGEST_LOSS ? 'loss' : 'wording';
}

function digitsOf(text: string): string {
  return text.replace(/[^0-9.%‰]+/gu, ' ').trim();
}
