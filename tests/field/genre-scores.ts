/** Measures whether work reports are told from what is collected with them. No file is read here; right and total come with each measure. */
import type { Vocabulary } from '../../src/rules/vocabulary.ts';
import { genreOf } from '../../src/source/genre.ts';
import { outline } from '../../src/source/outline.ts';
import type { GenreTexts } from './genre-texts.ts';
import { TUNING } from './genre-texts.ts';
import { HELD_OUT } from './genre-texts-held.ts';

export interface RealReport {
  readonly path: string;
  /** Clean text of the whole report. */
  readonly text: string;
}

export interface GenreScore {
  readonly name: string;
  readonly right: number;
  readonly total: number;
  readonly misses: readonly string[];
}

/** Kinds whose texts are a work report, whole or not. */
const REPORTS: ReadonlySet<string> = new Set(['work-report', 'abridged', 'other']);
const CUTS = [0.3, 0.5, 0.7, 0.9];

export function scoreGenres(reports: readonly RealReport[], vocabulary: Vocabulary): GenreScore[] {
  const genre = (text: string): string => genreOf(text, vocabulary.genres).genre;
  const kept = (name: string, pieceOf: (text: string) => string): GenreScore =>
    score(name, reports, ({ path, text }) => {
      const found = genre(pieceOf(text));
      return REPORTS.has(found) ? null : `${path}: ${found}`;
    });
  const named = score('a whole report is named work report or abridged', reports, ({ path, text }) => {
    const found = genre(text);
    return found === 'work-report' || found === 'abridged' ? null : `${path}: ${found}`;
  });
  return [
    named,
    ...CUTS.map((share) =>
      kept(`cut at ${share * 100} % it is still no other kind`, (text) => text.slice(0, text.length * share)),
    ),
    kept('without its first tenth it is no other kind', (text) => text.slice(text.length * 0.1)),
    kept('its last third alone is no other kind', (text) => text.slice(text.length * 0.67)),
    ...halfScores('tuning', textsOf(TUNING, reports, vocabulary, 0), genre),
    ...halfScores('held-out', textsOf(HELD_OUT, reports, vocabulary, 7), genre),
  ];
}

interface LabelledText {
  readonly kind: string;
  readonly text: string;
}

function halfScores(half: string, texts: readonly LabelledText[], genre: (text: string) => string): GenreScore[] {
  return [
    score(`${half}: not a report is recognised`, texts, ({ kind, text }) => {
      const found = genre(text);
      return REPORTS.has(found) ? `${kind}: ${found}: ${text.slice(0, 40)}` : null;
    }),
    score(`${half}: its kind is named`, texts, ({ kind, text }) => {
      const found = genre(text);
      return found === kind ? null : `${kind}: ${found}: ${text.slice(0, 40)}`;
    }),
  ];
}

/** The written texts filled with passages of real reports, and outlines and shells made from real reports. */
function textsOf(
  written: GenreTexts,
  reports: readonly RealReport[],
  vocabulary: Vocabulary,
  first: number,
): LabelledText[] {
  const texts = Object.entries(written).flatMap(([kind, list], row) =>
    list.map((text, index) => ({
      kind,
      text: text.replace('{body}', passageOf(reports, first + row * 31 + index * 17)),
    })),
  );
  const made = Array.from({ length: 6 }, (_, index) => reports[(first + 5 + index * 61) % reports.length]).flatMap(
    (report) => (report === undefined ? [] : [outlineOf(report, vocabulary), shellOf(report)]),
  );
  return [...texts, ...made];
}

/** Some paragraphs from the middle of a real report, without its addresses to the assembly. */
function passageOf(reports: readonly RealReport[], index: number): string {
  const text = reports[index % reports.length]?.text ?? '';
  const lines = text.split('\n').filter((line) => line.length > 80 && !line.includes('各位代表'));
  const from = Math.floor(lines.length / 5);
  return lines.slice(from, from + 6).join('\n');
}

/** Title and headings without a body. */
function outlineOf({ text }: RealReport, vocabulary: Vocabulary): LabelledText {
  const heads = outline(text, vocabulary).headings.map(({ label, title }) => label + title.slice(0, 24));
  return { kind: 'outline-only', text: ['政府工作报告', ...heads].join('\n') };
}

/** What a site leaves when the body did not load. */
function shellOf({ text }: RealReport): LabelledText {
  const title = text.split('\n')[0]?.slice(0, 40) ?? '';
  const chrome = ['首页 > 政务公开 > 政府工作报告', title, '发布时间：2024-01-20 浏览次数：131', '【打印】【关闭】'];
  return { kind: 'shell', text: [...chrome, '上一篇：没有了', '版权所有 市人民政府办公室'].join('\n') };
}

function score<T>(name: string, cases: readonly T[], wrong: (one: T) => string | null): GenreScore {
  const misses = cases.flatMap((one) => wrong(one) ?? []);
  return { name, right: cases.length - misses.length, total: cases.length, misses };
}
