/** Cuts of real reports, each at a place that its number decides: the same on every machine, another one for every report. No file is read here. */
import type { Rules } from '../../src/rules/card.ts';
import { outline } from '../../src/source/outline.ts';

/** A number from 0 to 1 that looks drawn at random: the golden ratio spreads the reports' places evenly. */
export function drawn(index: number, salt: number): number {
  return (index * 0.618034 + salt * 0.381966) % 1;
}

/** A report as cleaning leaves it: a paragraph a line. `body` ends where its attachments begin. */
export interface Whole {
  readonly path: string;
  readonly text: string;
  readonly body: number;
}

/** What is left of a report, and which share of its body that is; null where the cut does not fit this report. */
export type Cut = (
  report: Whole,
  index: number,
  rules: Rules,
) => { readonly text: string; readonly share: number } | null;

function upTo(report: Whole, end: number): { text: string; share: number } | null {
  const share = end / report.body;
  return share < 0.05 || share > 0.95 ? null : { text: report.text.slice(0, end), share };
}

function drawnEnd({ body }: Whole, index: number, salt: number): number {
  return Math.floor(body * (0.08 + 0.86 * drawn(index, salt)));
}

export const atCharacter: Cut = (report, index) => upTo(report, drawnEnd(report, index, 1));

export const afterSentence: Cut = (report, index) =>
  upTo(report, report.text.lastIndexOf('。', drawnEnd(report, index, 2)) + 1);

export const afterParagraph: Cut = (report, index) =>
  upTo(report, report.text.lastIndexOf('\n', drawnEnd(report, index, 3)));

/** Before the last heading ahead of the drawn place. */
export const beforeHeading: Cut = (report, index, rules) => {
  const end = drawnEnd(report, index, 4);
  const starts = outline(report.text, rules.vocabulary).headings.map(({ range }) => Number(range.start));
  return upTo(report, starts.findLast((start) => start <= end) ?? 0);
};

/** The first of two to six pages, each a whole number of paragraphs. */
export const firstPage: Cut = (report, index) =>
  upTo(report, report.text.lastIndexOf('\n', Math.floor(report.body / (2 + (index % 5)))));

/** In the middle of a sentence, with 0.2 to 5 % of the body gone. */
export const lastWords: Cut = (report, index) => {
  let end = Math.floor(report.body * (1 - 0.002 - 0.047 * drawn(index, 5)));
  while (/[。！？!?；;：:\n”）]/u.test(report.text.charAt(end - 1))) end -= 1;
  return { text: report.text.slice(0, end), share: end / report.body };
};

/** One numbered section of the first two levels, not the last of its list, with at least 5 % of the body. */
export const middleSection: Cut = (report, index, rules) => {
  const { headings } = outline(report.text, rules.vocabulary);
  const sections = headings.flatMap((heading, at) => {
    const next = headings.slice(at + 1).find(({ level }) => level <= heading.level);
    const size = (next?.range.start ?? report.body) - heading.range.start;
    const goesOn = next?.level === heading.level && next.number === heading.number + 1;
    const fits = heading.level <= 2 && heading.number > 1 && goesOn && size >= report.body * 0.05;
    return fits ? [{ from: Number(heading.range.start), to: Number(next.range.start) }] : [];
  });
  const gone = sections[index % Math.max(1, sections.length)];
  if (gone === undefined) return null;
  const text = report.text.slice(0, gone.from) + report.text.slice(gone.to);
  return { text, share: 1 - (gone.to - gone.from) / report.body };
};

/** Without its first 5 to 60 %, from the start of a paragraph on. */
export const withoutHead: Cut = (report, index) => {
  const from = report.text.indexOf('\n', Math.floor(report.body * (0.05 + 0.55 * drawn(index, 6)))) + 1;
  return { text: report.text.slice(from), share: 1 - from / report.body };
};

export const withoutAttachments: Cut = (report) =>
  report.body === report.text.length ? null : { text: report.text.slice(0, report.body), share: 1 };

/** All line breaks lost, as copies from a page without its markup are. */
export const flattened: Cut = ({ text }) => ({ text: text.replaceAll('\n', ''), share: 1 });

export const doubled: Cut = ({ text }) => ({ text: `${text}\n${text}`, share: 1 });
