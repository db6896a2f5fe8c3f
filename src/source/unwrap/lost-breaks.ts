/** Line breaks that a copy lost: 某县政府工作报告 各位代表: 现在,我代表… in one line, with a blank for each break or with nothing. */
import type { Line } from '../../rules/kinds/lines.ts';
import { simplified } from '../script.ts';
import type { Claim } from './claims.ts';

const RULE = 'noise/lost-break';
/** The salutation and the opening formula behind other words of their line, with no sentence before them. */
const HEAD =
  /^[^。！？\n]{0,398}?[^\s“”—–。！？](?=[ \t\u3000\u00a0]{0,6}(各位代表(?:[、,，] ?同志们)?[:：,，!！。])[ \t\u3000\u00a0]{0,6}(?:现在|下面|我(?:代表|受)))/u;
/** A salutation that begins its line: what stands before another one is a summary, not a title block. */
const OWN_LINE =
  /(?:^|[\n\v\f\r\u0085\u2028\u2029])[ \t\u3000\u00a0]{0,20}各位代表[:：,，!！。]?[ \t\u3000\u00a0]{0,20}(?:[\n\v\f\r\u0085\u2028\u2029]|现在|下面|我)/u;
/** No paragraph is as long. */
const LONGEST_PARAGRAPH = 2500;
/** A line that holds the title block with the opening formula is not shorter. */
const SHORTEST = 60;
/** Text that is set with blanks between its characters tells nothing by them. */
const MOST_BLANKS = 0.06;
/** A blank that stands for a break: behind a sentence, before a numbered title, or behind one. */
const BREAKS =
  /(?<=[。！？；;：:][”’）)]?)[ \t\u3000\u00a0]+(?=[^\s\d.,，。])|[ \t\u3000\u00a0]+(?=(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|各位代表[,，:：!！]))|(?<=[\s。：:](?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^\s。！？]{2,40})[ \t\u3000\u00a0]+/u;
/** What the title of a part ends with: 工作回顾, 目标和任务. */
const OF_PART =
  '(?:回顾|总结|目标|任务|工作安排|工作部署|重点工作|工作要点|总体要求|工作思路|自身建设)(?:[及和与、]?(?:目标|任务|安排|部署|措施|要求|重点|建议|思路)){0,3}';
/** Where nothing stands for the break: 某市2005年政府工作报告一、2004年工作回顾2004年，是… */
const GLUED = new RegExp(
  `(?<=^[^。！？]{2,40}政府工作报告)(?=一、)|(?<=[。！？])(?=[一二三四五六]、[^，,。！？；;：:]{0,24}?${OF_PART})|(?<=(?:^[^。！？]{2,40}政府工作报告|[。！？])[一二三四五六]、[^，,。！？；;：:]{0,24}?${OF_PART})(?=(?:19|20)\\d{2}年|过去|回顾|今年|去年|各位代表|[一-龥]{0,4}是)|(?<=[。！？])(?=各位代表[，,！!：:])`,
  'u',
);
/** In a title block: behind its title, before its meeting line or date. */
const TITLE_BREAKS =
  /(?<=工作报告(?:\*\*)?|会议上)[ \t\u3000\u00a0]+|[ \t\u3000\u00a0]+(?=[—–]{1,2}[^—–]|[（(]?(?:19|20)\d{2}年\d{1,2}月)|[ \t\u3000\u00a0]{2,}|\t|(?<=\S{4})[ \t\u3000\u00a0](?=\S{4})/u;

/** The breaks of the lines that lost theirs; none in a text that has its paragraphs. */
export function lostBreaks(written: string, lines: readonly Line[]): Claim[] {
  const claims: Claim[] = [];
  const text = simplified(written);
  const mayHoldHead = text.includes('各位代表') && !OWN_LINE.test(text);
  let lost = false;
  for (const { start, end } of lines) {
    const mayBeHead = mayHoldHead && end - start >= SHORTEST;
    const head = mayBeHead ? HEAD.exec(text.slice(start, Math.min(end, start + 480))) : null;
    lost ||= head !== null || end - start > LONGEST_PARAGRAPH;
    if (lost) for (const claim of breaksOf(text.slice(start, end), start, head)) claims.push(claim);
  }
  return text === written ? claims : claims.map((claim) => asWritten(claim, written));
}

/** The claim on a text whose characters are others: the one that it keeps stays as it was. */
function asWritten(claim: Claim, written: string): Claim {
  return claim.replacement === '\n' ? claim : { ...claim, replacement: `${written.charAt(claim.start)}\n` };
}

function breaksOf(line: string, start: number, head: RegExpExecArray | null): Claim[] {
  if (blanksIn(line) > line.length * MOST_BLANKS) return [];
  const [title = '', salutation = ''] = head ?? [];
  const titles = [...title.matchAll(new RegExp(TITLE_BREAKS, 'gu'))]
    .filter(({ 0: blanks, index }) => !isBetweenWords(title, index, index + blanks.length))
    .map((match) => broken(start, match));
  const rest = line.slice(title.length);
  const body = [...rest.matchAll(new RegExp(BREAKS, 'gu'))].map((match) => broken(start + title.length, match));
  const glued = line.length > LONGEST_PARAGRAPH ? [...rest.matchAll(new RegExp(GLUED, 'gu'))] : [];
  const all = [...body, ...glued.map(({ index }) => behind(line, start, title.length + index))];
  return head === null ? all : [...titles, ...aroundSalutation(line, start, title.length, salutation), ...all];
}

function broken(start: number, { 0: blanks, index }: RegExpExecArray): Claim {
  return { start: start + index, end: start + index + blanks.length, replacement: '\n', rule: RULE };
}

/** Where no blank stands before or behind the salutation, the break goes behind the last character there. */
function aroundSalutation(line: string, start: number, at: number, salutation: string): Claim[] {
  const from = line.indexOf(salutation, at);
  return [from, from + salutation.length].flatMap((place) => {
    if (line.charAt(place - 1).trim() === '' || line.charAt(place).trim() === '') return [];
    return [behind(line, start, place)];
  });
}

/** A break behind the character before `place`. */
function behind(line: string, start: number, place: number): Claim {
  return {
    start: start + place - 1,
    end: start + place,
    replacement: `${line.charAt(place - 1)}\n`,
    rule: RULE,
  };
}

function blanksIn(line: string): number {
  let blanks = 0;
  for (let at = 0; at < line.length; at++) {
    if (' \t\u3000\u00a0'.includes(line.charAt(at)) && !isBetweenWords(line, at, at + 1)) blanks++;
  }
  return blanks;
}

/** True for the blank between two words of English. */
function isBetweenWords(line: string, start: number, end: number): boolean {
  return start > 0 && end < line.length && line.charCodeAt(start - 1) < 0x80 && line.charCodeAt(end) < 0x80;
}
