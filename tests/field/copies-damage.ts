/** Makes copies of a report with the damage that scraping does. Made from a number, not from chance: two runs damage alike. */
import { numbersFrom } from '../../scripts/lib/numbers.mjs';

/** What a copy still is: the whole report, a piece of it, or the report with other figures. */
export type Kind = 'whole' | 'piece' | 'altered';

export interface Damage {
  readonly name: string;
  readonly kind: Kind;
  /** @param others other reports, for a copy that stands among them */
  readonly make: (text: string, seed: number, others: readonly string[]) => string;
}

export const DAMAGES: readonly Damage[] = [
  { name: 'width folded', kind: 'whole', make: foldWidth },
  { name: 'lines wrapped', kind: 'whole', make: wrap },
  { name: 'characters lost', kind: 'whole', make: lose },
  { name: 'chrome around', kind: 'whole', make: withChrome },
  { name: 'jump lines', kind: 'whole', make: withJumps },
  { name: 'in a compilation', kind: 'whole', make: inCompilation },
  { name: 'held twice', kind: 'whole', make: (text) => `${text}\n\n${text}` },
  { name: 'page of three', kind: 'piece', make: pageOfThree },
  { name: 'half', kind: 'piece', make: half },
  { name: 'digest in an article', kind: 'piece', make: digest },
  { name: 'figures altered', kind: 'altered', make: alter },
];

function foldWidth(text: string, seed: number): string {
  const ascii = text.replaceAll(/[，；：？！（）％]/gu, (sign) => sign.normalize('NFKC'));
  if (seed % 2 === 0) return ascii;
  return ascii.replaceAll(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function wrap(text: string, seed: number): string {
  const width = 28 + (seed % 23);
  return text
    .split('\n')
    .map((line) => line.replaceAll(new RegExp(`.{${width}}`, 'gu'), '$&\n'))
    .join('\n');
}

const LOSSES = [0.001, 0.005, 0.01, 0.02, 0.05];

function lose(text: string, seed: number): string {
  const next = numbersFrom(seed);
  const share = LOSSES[seed % LOSSES.length] ?? 0.01;
  return Array.from(text, (char) => (char !== '\n' && next() < share ? '' : char)).join('');
}

function withChrome(text: string): string {
  const above = ['首页', '政务公开', '互动交流', '您当前的位置：首页 > 政府工作报告', '字体：【大 中 小】', '打印', ''];
  const below = [
    '',
    '分享到：',
    '上一篇：没有了',
    '下一篇：部门预算公开',
    '主办：人民政府办公室',
    '网站地图 | 联系我们',
  ];
  return [...above, text, ...below].join('\n');
}

function withJumps(text: string, seed: number): string {
  const lines = text.split('\n');
  const at = Math.floor(lines.length * (0.3 + 0.1 * (seed % 4)));
  const page = 2 + (seed % 3);
  const line = lines[at] ?? '';
  const middle = Math.floor(line.length / 2);
  const jumped = `${line.slice(0, middle)}（下转第${page}版）\n（上接第1版）${line.slice(middle)}`;
  return [...lines.slice(0, at), jumped, ...lines.slice(at + 1)].join('\n');
}

function inCompilation(text: string, seed: number, others: readonly string[]): string {
  const at = seed % Math.max(1, others.length);
  const before = others[at] ?? '';
  const after = others[(at + 1) % Math.max(1, others.length)] ?? '';
  return [before, text, after].join('\n\n');
}

function pageOfThree(text: string, seed: number): string {
  const page = seed % 3;
  const from = page === 0 ? 0 : afterStop(text, (text.length * page) / 3);
  const to = page === 2 ? text.length : afterStop(text, (text.length * (page + 1)) / 3);
  return `${text.slice(from, to)}\n第 ${page + 1} 页 共 3 页\n下一页`;
}

function half(text: string, seed: number): string {
  const middle = afterStop(text, text.length / 2);
  return seed % 2 === 0 ? text.slice(0, middle) : text.slice(middle);
}

/** Every other sentence of the first two thirds, told by a newspaper. */
function digest(text: string, seed: number): string {
  const sentences = text.slice(0, Math.floor((text.length * 2) / 3)).split(/(?<=。)/u);
  const picked = sentences.filter((_, at) => (at + seed) % 2 === 0).join('');
  return `本报讯 人民代表大会昨日开幕，报告总结了一年来的成绩，部署了新一年的任务。记者摘要如下。\n${picked}\n代表们认为，报告求真务实、催人奋进。（记者 李明）`;
}

/** Three digits of figures become others. */
function alter(text: string, seed: number): string {
  const places = [...text.matchAll(/[0-9]+(?:\.[0-9]+)?(?=亿元|%|万吨|公里|万人)/gu)].map(({ index }) => index);
  const next = numbersFrom(seed);
  const chosen = new Set(Array.from({ length: 3 }, () => places[Math.floor(next() * places.length)]));
  return Array.from(text, (char, at) => (chosen.has(at) ? String((Number(char) % 9) + 1) : char)).join('');
}

function afterStop(text: string, at: number): number {
  const stop = text.indexOf('。', Math.floor(at));
  return stop < 0 ? text.length : stop + 1;
}
