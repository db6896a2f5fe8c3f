/** Makes compilations that go wrong in one way each: reports cut short, other documents between them, wrapped lines, silent heads. No file is read here. */
import type { Compilation, Piece } from './segment-build.ts';
import { numbers } from './segment-scores.ts';

export const TROUBLES = [
  'title and body only',
  'place name for a title',
  'salutation only',
  'reports cut short',
  'other documents between',
  'page heads with the meeting line',
  'wrapped lines',
] as const;
export type Trouble = (typeof TROUBLES)[number];

const EACH = 6;
const SIZE = 6;

/** Six compilations of six reports, with one trouble. */
export function troubledOf(pieces: readonly Piece[], trouble: Trouble): Compilation[] {
  const next = numbers(TROUBLES.indexOf(trouble) + 77);
  return Array.from({ length: EACH }, (_, at) => {
    const chosen = Array.from({ length: SIZE }, () => pieces[Math.floor(next() * pieces.length)]).filter(
      (piece): piece is Piece => piece !== undefined,
    );
    return compiled(`${trouble} ${at}`, chosen, trouble, next);
  });
}

function compiled(name: string, pieces: readonly Piece[], trouble: Trouble, next: () => number): Compilation {
  const contents = ['目录', ...pieces.map(({ city }, at) => `${city}${'.'.repeat(20)}${at * 20 + 1}`), ''];
  let text = trouble === 'place name for a title' ? contents.join('\n') : '';
  const reports: { start: number; end: number }[] = [];
  for (const piece of pieces) {
    const report = reportOf(piece, trouble, next).join('\n');
    reports.push({ start: text.length, end: text.length + report.length });
    text += `${report}\n\n${trouble === 'other documents between' ? otherDocument(piece, next) : ''}`;
  }
  return { name, text, reports, kept: [] };
}

function reportOf(piece: Piece, trouble: Trouble, next: () => number): string[] {
  const { city, year, meeting, salutation, body } = piece;
  const title = `${city}${year}年政府工作报告`;
  const whole = ['政府工作报告', ...meeting, ...salutation, ...body];
  switch (trouble) {
    case 'title and body only':
      return [title, ...body];
    case 'place name for a title':
      return [city, ...body];
    case 'salutation only':
      return [...salutation, ...body];
    case 'reports cut short': {
      const end = Math.floor(body.length * (0.2 + 0.6 * next()));
      return ['政府工作报告', ...meeting, ...salutation, ...body.slice(0, lastSentence(body, end) + 1)];
    }
    case 'other documents between':
      return whole;
    case 'page heads with the meeting line':
      return whole.flatMap((line, at) =>
        at % 15 === 14 && at < whole.length - 1 ? [line, '政府工作报告', ...meeting.slice(0, 1)] : [line],
      );
    case 'wrapped lines':
      return ['政府工作报告', ...meeting, ...salutation, ...body.flatMap(wrapped)];
  }
}

/** The last line up to `end` that is a whole sentence, so that the cut is one between paragraphs. */
function lastSentence(body: readonly string[], end: number): number {
  for (let at = end; at > 3; at--) if ((body[at] ?? '').length >= 60 && body[at]?.endsWith('。')) return at;
  return end;
}

/** A paragraph as a page of 38 characters a line breaks it. */
function wrapped(line: string): string[] {
  const rows: string[] = [];
  for (let at = 0; at < line.length; at += 38) rows.push(line.slice(at, at + 38).trim());
  return rows.filter((row) => row !== '');
}

function otherDocument({ city, year, body }: Piece, next: () => number): string {
  const some = body.filter((line) => line.length > 60).slice(0, 8);
  const appeal = '各位代表，让我们更加紧密地团结在党中央周围，真抓实干，为完成全年任务而努力奋斗！';
  if (next() < 0.4) {
    const title = `${city}人民代表大会关于${city}人民政府工作报告的决议`;
    const decided = `会议听取和审议了市长所作的政府工作报告。会议认为，报告实事求是，部署得当。会议决定批准这个报告。`;
    return `${[title, `（${year}年1月20日${city}第十五届人民代表大会第三次会议通过）`, decided, appeal].join('\n')}\n\n`;
  }
  const title = `关于${city}${year - 1}年国民经济和社会发展计划执行情况与${year}年计划草案的报告`;
  const date = `——${year}年1月10日在${city}第十五届人民代表大会第三次会议上`;
  const lead = `受${city}人民政府委托，现将计划草案提请大会审查，并请列席人员提出意见。`;
  return `${[title, date, `${city}发展和改革委员会主任 王某`, '各位代表：', lead, ...some, appeal].join('\n')}\n\n`;
}
