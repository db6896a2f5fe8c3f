/** Rewrites labelled reports as scrapes and editors leave them, and scores the outline on what became of them. No file is read here. */
import type { Vocabulary } from '../../src/rules/vocabulary.ts';
import { outline } from '../../src/source/outline.ts';
import { fold } from '../../src/source/structure/lines.ts';
import type { HeadingLabel, Measured, ReportLabel } from './outline-scores.ts';

interface Variant {
  readonly name: string;
  readonly make: (paragraphs: readonly string[], headings: ReadonlyMap<number, HeadingLabel>) => string;
  /** Which headings are still headings afterwards. */
  readonly keeps: (label: HeadingLabel) => boolean;
}

const NUMBERED = /^(?:[一二三四五六七八九十]+、|（)/u;
const HALF_WIDTH: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '：': ':',
  '；': ';',
  '！': '!',
};

const VARIANTS: readonly Variant[] = [
  {
    name: 'half-width marks',
    make: (paragraphs) => paragraphs.join('\n').replace(/[（），：；！]/gu, (mark) => HALF_WIDTH[mark] ?? mark),
    keeps: () => true,
  },
  {
    name: 'marks of Markdown before titles that stand alone',
    make: (paragraphs, headings) =>
      paragraphs
        .map((text, at) => {
          const label = headings.get(at);
          return label?.form === 'alone' ? `${'#'.repeat(label.level + 1)} ${text}` : text;
        })
        .join('\n\n'),
    keeps: () => true,
  },
  {
    name: 'line breaks behind titles lost',
    make: (paragraphs, headings) =>
      paragraphs.map((text, at) => (headings.get(at)?.form === 'alone' ? `${text} ` : `${text}\n`)).join(''),
    keeps: ({ begin }) => NUMBERED.test(begin),
  },
  {
    name: 'line breaks before numbered titles lost',
    make: (paragraphs, headings) =>
      paragraphs.map((text, at) => (NUMBERED.test(headings.get(at + 1)?.begin ?? '') ? text : `${text}\n`)).join(''),
    keeps: ({ begin }) => NUMBERED.test(begin),
  },
  {
    name: 'all line breaks lost',
    make: (paragraphs) => paragraphs.join(''),
    keeps: ({ begin }) => NUMBERED.test(begin),
  },
];

/** F1 of the headings (level, number, beginning) in each variant of the reports of a half. */
export function scoreVariants(
  labels: readonly ReportLabel[],
  textOf: (report: string) => string,
  vocabulary: Vocabulary,
): Measured[] {
  const halves = [...new Set(labels.map(({ half }) => half))].sort();
  return halves.flatMap((half) =>
    VARIANTS.map((variant) => {
      const mine = labels.filter((label) => label.half === half);
      return added(
        `${half}: headings F1, ${variant.name}`,
        mine.map((label) => compared(label, variant, textOf(label.report).replaceAll('*', ''), vocabulary)),
      );
    }),
  );
}

type Compared = Pick<Measured, 'right' | 'total' | 'misses'>;

function compared(label: ReportLabel, variant: Variant, text: string, vocabulary: Vocabulary): Compared {
  const labelled = label.headings.filter(({ form }) => form !== 'bold');
  const made = variant.make(text.split('\n'), new Map(labelled.map((one) => [one.paragraph, one])));
  const seconds = new Set(label.secondLines);
  const found = outline(made, vocabulary).headings.map(({ level, number, label: numeral, title }) => ({
    level,
    number,
    begin: numeral + title,
  }));
  const counts = (one: { begin: string }): boolean => variant.keeps({ ...one, ...NO_PLACE });
  const left = found.filter(counts).map(keyOf);
  const misses: string[] = [];
  let right = 0;
  const wanted = labelled.filter((one) => variant.keeps(one) && !seconds.has(one.paragraph));
  const total = wanted.length + left.length;
  for (const one of wanted) {
    const at = left.indexOf(keyOf(one));
    if (at < 0) misses.push(`${label.report} ${one.paragraph}: ${keyOf(one)} not found`);
    else {
      left.splice(at, 1);
      right += 2;
    }
  }
  return { right, total, misses: [...misses, ...left.map((key) => `${label.report}: ${key} is none`)] };
}

const NO_PLACE = { paragraph: 0, level: 0, number: 0, end: 0, form: 'glued' } as const;

function keyOf({ level, number, begin }: { level: number; number: number; begin: string }): string {
  return `${level}.${number} ${fold(begin).replace(/[,，]/gu, '').slice(0, 7)}`;
}

function added(name: string, all: readonly Compared[]): Measured {
  return {
    name,
    right: all.reduce((sum, { right }) => sum + right, 0),
    total: all.reduce((sum, { total }) => sum + total, 0),
    misses: all.flatMap(({ misses }) => misses),
  };
}
