/** Measures the outline against reports that a person took apart, heading by heading. No file is read here. */
import type { Heading, Outline, Part } from '../../src/model/report.ts';
import type { Vocabulary } from '../../src/rules/vocabulary.ts';
import { outline } from '../../src/source/outline.ts';

/** One heading as a person read it. `end` counts the characters of label and title, bold marks left out. */
export interface HeadingLabel {
  readonly paragraph: number;
  readonly level: number;
  readonly number: number;
  /** `bold` is a title without numeral that only its bold type marks. */
  readonly form: 'alone' | 'glued' | 'bold';
  readonly end: number;
  /** How it begins, at most twelve characters. */
  readonly begin: string;
}

export interface ReportLabel {
  readonly half: string;
  readonly report: string;
  /** How many paragraphs it has, and where each part begins. */
  readonly paragraphs: number;
  readonly parts: readonly { readonly part: Part; readonly from: number }[];
  /** Second lines of titles that run over two: neither right nor wrong. */
  readonly secondLines: readonly number[];
  readonly headings: readonly HeadingLabel[];
}

export interface Measured {
  readonly name: string;
  readonly right: number;
  readonly total: number;
  readonly misses: readonly string[];
}

/** Reads the rows of tests/field/labels/outline/*.tsv; its README says what they mean. */
export function readOutlineLabels(half: string, rows: string): ReportLabel[] {
  const reports: (Omit<ReportLabel, 'headings' | 'secondLines'> & {
    secondLines: number[];
    headings: HeadingLabel[];
  })[] = [];
  for (const row of rows.split('\n')) {
    const [first = '', second = '', third = '', fourth = '', fifth = '', sixth = ''] = row.split('\t');
    if (first === 'report') {
      const parts = fourth.split(' ').map((one) => {
        const [name, from] = one.split('@');
        return { part: partNamed(name ?? ''), from: Number(from) };
      });
      reports.push({ half, report: second, paragraphs: Number(third), parts, secondLines: [], headings: [] });
    } else if (first === 'second-lines') reports.at(-1)?.secondLines.push(...second.split(' ').map(Number));
    else if (first !== '' && !first.startsWith('#')) {
      const form = fourth === 'bold' || fourth === 'alone' ? fourth : 'glued';
      const [paragraph, level, number, end] = [first, second, third, fifth].map(Number);
      if (paragraph === undefined || level === undefined || number === undefined || end === undefined) continue;
      reports.at(-1)?.headings.push({ paragraph, level, number, form, end, begin: sixth });
    }
  }
  return reports;
}

const PARTS: readonly Part[] = ['opening', 'review', 'plan', 'self-government', 'closing', 'glossary', 'annex'];

function partNamed(name: string): Part {
  const part = PARTS.find((one) => one === name);
  if (part === undefined) throw new Error(`no part is called ${name}`);
  return part;
}

/**
 * Scores of each half. A heading is right when its paragraph, level and number are; F1 is 2 right / (found + labelled).
 * Numbered headings and titles alone on their line are looked for in the plain text, bold titles in the text with its marks.
 */
export function scoreOutline(
  labels: readonly ReportLabel[],
  textOf: (report: string) => string,
  vocabulary: Vocabulary,
): Measured[] {
  const halves = [...new Set(labels.map(({ half }) => half))].sort();
  return halves.flatMap((half) => {
    const mine = labels.filter((label) => label.half === half);
    const plain = mine.map((label) => taken(label, plainOf(textOf(label.report)), vocabulary));
    const marked = mine
      .filter(({ headings }) => headings.some(({ form }) => form === 'bold'))
      .map((label) => taken(label, textOf(label.report), vocabulary));
    return [
      ...scoresOf(half, plain, ({ form }) => form !== 'bold'),
      f1(`${half}: headings F1 with bold marks kept`, marked, () => true),
    ];
  });
}

interface Taken {
  readonly label: ReportLabel;
  readonly text: string;
  readonly outline: Outline;
}

function taken(label: ReportLabel, text: string, vocabulary: Vocabulary): Taken {
  const shape = outline(text, vocabulary);
  const first = label.headings.find(({ form }) => form !== 'bold');
  const place = shape.paragraphs[first?.paragraph ?? 0]?.range;
  const begin = plainOf(text.slice(place?.start, place?.end)).slice(0, first?.begin.length);
  if (shape.paragraphs.length !== label.paragraphs || begin !== first?.begin)
    throw new Error(`${label.report} is not the text that was labelled`);
  return { label, text, outline: shape };
}

function scoresOf(half: string, all: readonly Taken[], counts: (label: HeadingLabel) => boolean): Measured[] {
  const pairs = all.flatMap((one) => pairsOf(one, counts));
  const both = pairs.filter(({ wanted, got }) => wanted !== null && got !== null);
  const paragraphs = all.flatMap(({ label, outline: { paragraphs } }) =>
    paragraphs.map((got) => ({ label, got, wanted: label.parts.findLast(({ from }) => from <= got.ordinal)?.part })),
  );
  return [
    f1(`${half}: headings F1 (place, level, number)`, all, counts),
    measured(
      `${half}: headings precision`,
      pairs.filter(({ got }) => got !== null),
      isRight,
      missed,
    ),
    measured(
      `${half}: headings recall`,
      pairs.filter(({ wanted }) => wanted !== null),
      isRight,
      missed,
    ),
    measured(`${half}: title ends where it was read to end`, both, sameEnd, missed),
    measured(
      `${half}: alone or glued`,
      both,
      ({ wanted, one, got }) =>
        (wanted?.form === 'alone') === (one.outline.paragraphs[got?.paragraph ?? -1]?.role === 'heading'),
      missed,
    ),
    measured(
      `${half}: part of each paragraph`,
      paragraphs,
      ({ got, wanted }) => got.part === wanted,
      ({ label, got, wanted }) => `${label.report} ${got.ordinal}: ${wanted}, taken for ${got.part}`,
    ),
  ];
}

interface Pair {
  readonly one: Taken;
  readonly wanted: HeadingLabel | null;
  readonly got: Heading | null;
}

function pairsOf(one: Taken, counts: (label: HeadingLabel) => boolean): Pair[] {
  const { label, outline: shape } = one;
  const wanted = label.headings.filter(counts);
  const found = shape.headings.filter(({ paragraph }) => !label.secondLines.includes(paragraph));
  const pairs = wanted.map((heading): Pair => {
    const got = found.find(({ paragraph }) => paragraph === heading.paragraph) ?? null;
    return { one, wanted: heading, got };
  });
  const extra = found.filter((got) => !pairs.some((pair) => pair.got === got));
  return [...pairs, ...extra.map((got): Pair => ({ one, wanted: null, got }))];
}

function isRight({ wanted, got }: Pair): boolean {
  return wanted !== null && got !== null && wanted.level === got.level && wanted.number === got.number;
}

function sameEnd({ one, wanted, got }: Pair): boolean {
  if (wanted === null || got === null) return false;
  const written = plainOf(one.text.slice(got.range.start, got.range.end));
  // The stop after a title that stands alone may count as its end or not.
  return written.length === wanted.end || (wanted.form === 'alone' && written.length === wanted.end + 1);
}

function f1(name: string, all: readonly Taken[], counts: (label: HeadingLabel) => boolean): Measured {
  const pairs = all.flatMap((one) => pairsOf(one, counts));
  const right = pairs.filter(isRight).length * 2;
  const wanted = pairs.filter((pair) => pair.wanted !== null).length;
  const got = pairs.filter((pair) => pair.got !== null).length;
  return { name, right, total: wanted + got, misses: pairs.filter((pair) => !isRight(pair)).map(missed) };
}

function missed({ one, wanted, got }: Pair): string {
  const said = wanted === null ? 'no heading' : `${wanted.level}.${wanted.number} ${wanted.begin} (${wanted.end})`;
  const found = got === null ? 'nothing' : `${got.level}.${got.number} ${got.label}${got.title}`;
  return `${one.label.report} ${wanted?.paragraph ?? got?.paragraph}: ${said}, found ${found}`;
}

function measured<T>(name: string, all: readonly T[], right: (one: T) => boolean, miss: (one: T) => string): Measured {
  const wrong = all.filter((one) => !right(one));
  return { name, right: all.length - wrong.length, total: all.length, misses: wrong.map(miss) };
}

function plainOf(text: string): string {
  return text.replaceAll('*', '');
}
