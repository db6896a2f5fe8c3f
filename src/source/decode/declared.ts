/** What a page says of its own charset, against what its bytes are. */

import { range } from '../../model/offset.ts';
import type { Charset } from '../../model/result.ts';
import type { Signal } from '../../model/signal.ts';

const LOOKED_AT = 4096;
/** Labels by the charset that they lead to (WHATWG Encoding, as far as Chinese pages use them). */
const LABELS: Readonly<Record<string, Charset>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  'gb_2312-80': 'gb18030',
  'x-gbk': 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
};

/**
 * A sign when a `meta` element or an XML declaration names another charset than the one that the bytes are in. The
 * bytes are believed; whoever saved the page from a browser may have believed the label.
 */
export function declarationSigns(text: string, charset: Charset): Signal<'decoded'>[] {
  const head = text.slice(0, LOOKED_AT);
  if (!/<meta|<\?xml/i.test(head) || !hasOtherThanAscii(text)) return [];
  const found =
    /(?:<meta\s[^<>]{0,300}?charset|<\?xml\s[^<>]{0,100}?encoding)\s{0,9}=\s{0,9}["']?([A-Za-z0-9_-]{2,20})/i.exec(
      head,
    );
  const label = found?.[1];
  if (found === null || label === undefined) return [];
  const meant = LABELS[label.toLowerCase()] ?? 'another';
  if (meant === charset || (meant.startsWith('utf-16') && charset.startsWith('utf-16'))) return [];
  const end = found.index + found[0].length;
  return [{ sign: 'declared-charset', range: range(end - label.length, end), data: { declared: label, charset } }];
}

/** ASCII is the same in all of them. */
function hasOtherThanAscii(text: string): boolean {
  return /[^\u0000-\u007f]/.test(text);
}
