/** What happens to a text between the government's site and our folder and says nothing about the report: each change keeps the verdicts. */
import { encoded } from '../model/arbitraries.ts';

/** A source as it would lie in a folder. */
export interface Given {
  readonly name: string;
  readonly data: string;
}

/** A change of one source: its new name and bytes. */
export type Change = (given: Given) => { readonly name: string; readonly data: string | Uint8Array };

const ofText =
  (change: (text: string) => string): Change =>
  ({ name, data }) => ({ name, data: change(data) });

const FULL = 0xfee0;
const toFull = (char: string): string => String.fromCharCode((char.codePointAt(0) ?? 0) + FULL);
const toHalf = (char: string): string => String.fromCharCode((char.codePointAt(0) ?? 0) - FULL);

/** Every line that holds something, changed; the others stay. */
const eachLine =
  (change: (line: string) => string): ((text: string) => string) =>
  (text) =>
    text
      .split('\n')
      .map((line) => (line.trim() === '' ? line : change(line)))
      .join('\n');

/** A column of so many characters, as mail, PDF and old terminals have it: lines are full, but no number and no word of letters is parted. */
export function wrapped(text: string, width: number): string {
  return eachLine((line) => {
    const rows: string[] = [];
    let row = '';
    for (const [piece] of line.matchAll(/[0-9A-Za-z.%]+|./gu)) {
      if (row.length + piece.length > width) {
        rows.push(row);
        row = '';
      }
      row += piece;
    }
    return [...rows, row].join('\n');
  })(text);
}

const HEAD = [
  '设为首页 | 加入收藏 | 网站地图',
  '首页  政务公开  政务服务  互动交流  走进我们',
  '当前位置：首页 > 政务公开 > 政府工作报告',
  '发布时间：2024-03-05 09:30　来源：政府办公室　浏览次数：1286　字体：[大 中 小]',
].join('\n');
const FOOT = [
  '打印本页 | 关闭窗口',
  '分享到：微信 微博 QQ空间',
  '主办：人民政府办公室　版权所有',
  '网站标识码：3300000001　备案号：浙ICP备00000001号',
].join('\n');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A page as a content management system makes it, each line a paragraph. */
function page(text: string): string {
  const paragraphs = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p style="text-indent: 2em">${escaped(line)}</p>`);
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>政府工作报告</title></head>\n<body><div class="content">\n${paragraphs.join('\n')}\n</div></body></html>\n`;
}

/** Changes by name. */
export const CHANGES: Readonly<Record<string, Change>> = {
  'line ends of Windows': ofText((text) => text.replaceAll('\n', '\r\n')),
  'line ends of an old Macintosh': ofText((text) => text.replaceAll('\n', '\r')),
  'a byte order mark': ofText((text) => `\ufeff${text}`),
  'GB 18030': ({ name, data }) => ({ name, data: encoded(data, 'gb18030') }),
  'UTF-16': ({ name, data }) => ({ name, data: encoded(data, 'utf-16le') }),
  'digits and letters of full width': ofText((text) => text.replace(/[0-9A-Za-z]/g, toFull)),
  'digits and letters of half width': ofText((text) => text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, toHalf)),
  'lines of 40': ofText((text) => wrapped(text, 40)),
  'lines of 27': ofText((text) => wrapped(text, 27)),
  'indented lines': ofText(eachLine((line) => `　　${line}`)),
  'blanks at the ends of lines': ofText(eachLine((line) => `${line}  \t`)),
  'blank lines between': ofText(eachLine((line) => `${line}\n`)),
  'no line end at the end': ofText((text) => text.trimEnd()),
  'blank lines around': ofText((text) => `\n\n\n${text}\n\n\n`),
  'the head of a portal': ofText((text) => `${HEAD}\n${text}`),
  'the foot of a portal': ofText((text) => `${text.trimEnd()}\n${FOOT}\n`),
  'a page of HTML': ({ name, data }) => ({ name: name.replace(/\.\w+$/, '.html'), data: page(data) }),
  'another name': ({ data }) => ({ name: 'scraped/0001.txt', data }),
  'no extension': ({ name, data }) => ({ name: name.replace(/\.\w+$/, ''), data }),
};
