/** Measures whether wrong labels and bodies under another head are told, and right ones are left alone. No file is read here. */
import type { Identity, Outline } from '../../src/model/report.ts';
import type { Division, Divisions } from '../../src/rules/vocabulary/divisions.ts';
import type { Vocabulary } from '../../src/rules/vocabulary.ts';
import type { IdentityHints } from '../../src/source/identify.ts';
import { identify } from '../../src/source/identify.ts';
import { outline } from '../../src/source/outline.ts';

/** A report with what it is: read from its text by the measures of who and when, and checked against its path. */
export interface KnownReport {
  readonly path: string;
  readonly text: string;
  readonly province: string;
  readonly region: string;
  readonly year: number;
}

export interface LabelScore {
  readonly name: string;
  readonly right: number;
  readonly total: number;
  readonly misses: readonly string[];
}

interface Label {
  readonly province: string;
  readonly region: string;
  readonly year: number;
}

/** Ways in which the label of a report is written. */
const FORMS: readonly (readonly [string, (label: Label) => IdentityHints])[] = [
  ['title with year', (l) => title(`${l.region}${l.year}年政府工作报告`)],
  ['title, year first', (l) => title(`${l.year}年${l.region}人民政府工作报告`)],
  [
    'title with its province',
    (l) => title(`${l.province === l.region ? '' : l.province}${l.region}政府工作报告（${l.year}年）`),
  ],
  ['title of a site', (l) => title(`${l.year}年${l.region}政府工作报告_${l.region}人民政府门户网站`)],
  ['notice', (l) => title(`${l.region}人民政府关于印发${l.year}年政府工作报告的通知`)],
  ['folders', (l) => path(`${l.province}/${l.region}/${l.year}.md`)],
  ['file of a place', (l) => path(`reports/${l.region}${l.year}年政府工作报告.txt`)],
  ['short file', (l) => path(`${l.year}-${short(l.region)}.txt`)],
  ['short file, place first', (l) => path(`data/${short(l.region)}_${l.year}.txt`)],
  ['folder of a year', (l) => path(`${l.year}/${l.region}.html`)],
];

/** Labels that are right and say less, or something besides. */
const LOOSE: readonly (readonly [string, (label: Label) => IdentityHints])[] = [
  ['only the kind', () => title('政府工作报告')],
  ['the year looked back on', (l) => title(`${l.year - 1}年政府工作报告`)],
  ['Latin letters', (l) => path(`gov_report_${l.year}.txt`)],
  ['day of a download', (l) => path(`${l.region}_20270511.txt`)],
  ['day with dashes', (l) => path(`2027-05-11_${l.region}.html`)],
  ['a collection', (l) => title(`${l.province}各市政府工作报告汇编`)],
  ['a span of years', (l) => title(`${l.region}政府工作报告（${l.year - 2}-${l.year + 2}年）`)],
  ['folder of the province', (l) => path(`${l.province}/${l.year}.txt`)],
];

function title(words: string): IdentityHints {
  return { title: words, path: null };
}

function path(words: string): IdentityHints {
  return { title: null, path: words };
}

function short(region: string): string {
  return region.replace(/(?:土家族苗族自治州|[省市])$/u, '');
}

export function scoreLabels(reports: readonly KnownReport[], vocabulary: Vocabulary): LabelScore[] {
  const read = reader(vocabulary);
  const cases = reports.map((report, index) => ({ report, index }));
  const told = (report: KnownReport, hints: IdentityHints, signs: ReadonlySet<string>): string | null =>
    read(report.text, hints).signs.some((sign) => signs.has(sign)) ? null : `${report.path}: ${JSON.stringify(hints)}`;
  const right = [...FORMS, ...LOOSE].map(([name, write]) =>
    score(`right label raises no conflict: ${name}`, cases, ({ report }) => {
      const { signs, data } = read(report.text, write(report));
      return CONFLICTS.some((sign) => signs.includes(sign)) ? `${report.path}: ${data}` : null;
    }),
  );
  const wrong = Object.entries(OTHERS).map(([name, { other, signs }]) =>
    score(`wrong label is told: ${name}`, cases, ({ report, index }) => {
      const label = other(report, index, reports, vocabulary.divisions);
      const write = FORMS[index % FORMS.length]?.[1];
      return label === null || write === undefined ? null : told(report, write(label), signs);
    }),
  );
  return [...right, ...wrong];
}

const CONFLICTS: readonly string[] = ['region-conflict', 'year-conflict'];
const PLACE: ReadonlySet<string> = new Set(['region-conflict']);
const YEAR: ReadonlySet<string> = new Set(['year-conflict']);
const REVIEWED: ReadonlySet<string> = new Set(['labelled-with-reviewed-year']);

type Other = (report: KnownReport, index: number, all: readonly KnownReport[], divisions: Divisions) => Label | null;

/** What a label may wrongly say, and the sign that must tell it. */
const OTHERS: Readonly<Record<string, { readonly other: Other; readonly signs: ReadonlySet<string> }>> = {
  'another place': {
    signs: PLACE,
    other: (report, index, all) => {
      const found = after(all, index * 37 + 11, (one) => one.region !== report.region);
      return found === null ? null : { ...found, year: report.year };
    },
  },
  'another place and year': {
    signs: PLACE,
    other: (report, index, all) =>
      after(all, index * 53 + 29, (one) => one.region !== report.region && one.year !== report.year),
  },
  'a later year': { signs: YEAR, other: (report, index) => ({ ...report, year: report.year + 1 + (index % 4) }) },
  'an earlier year': { signs: YEAR, other: (report, index) => ({ ...report, year: report.year - 2 - (index % 4) }) },
  'the year looked back on': {
    signs: REVIEWED,
    other: (report) => (metBefore(report) ? null : { ...report, year: report.year - 1 }),
  },
  'a city for its province': {
    signs: PLACE,
    other: (report, index, all) =>
      report.region !== report.province
        ? null
        : after(all, index, (one) => one.province === report.province && one.region !== report.region),
  },
  'the province for its city': {
    signs: PLACE,
    other: (report) => (report.region === report.province ? null : { ...report, region: report.province }),
  },
  'a district for its city': {
    signs: PLACE,
    other: (report, index, _, divisions) => {
      const region = inside(report, divisions);
      const below = region === null ? [] : divisions.children(region.code).filter(({ level }) => level === 'county');
      const one = below[index % Math.max(1, below.length)];
      return one === undefined || region === null ? null : { ...report, region: region.name + one.name };
    },
  },
};

/** True for a session of the last weeks of the year before: that year is the year of delivery, and no wrong label. */
function metBefore({ text, year }: KnownReport): boolean {
  return new RegExp(`${year - 1}\\s*年\\s*1[12]\\s*月`, 'u').test(text.slice(0, 600));
}

function inside(report: KnownReport, divisions: Divisions): Division | null {
  return divisions.named(report.region).find(({ level }) => level === 'prefecture') ?? null;
}

function after(all: readonly KnownReport[], from: number, fits: (one: KnownReport) => boolean): KnownReport | null {
  for (let step = 0; step < all.length; step++) {
    const one = all[(from + step) % all.length];
    if (one !== undefined && fits(one)) return one;
  }
  return null;
}

/** Head of one report on the body of another. */
export function scoreSplices(reports: readonly KnownReport[], vocabulary: Vocabulary): LabelScore[] {
  const read = reader(vocabulary);
  const cases = reports.map((report, index) => ({ report, index, ...parts(report.text) }));
  // A head that was lost with its page names no place and no year: nothing in it can contradict a body.
  const placed = cases.filter(({ report, head }) => head.replace(/\s/g, '').includes(short(report.region)));
  const dated = cases.filter(({ head }) => read(head, { title: null, path: null }).identity.reportYear !== null);
  const spliced = (
    name: string,
    bodyOf: (report: KnownReport, index: number) => KnownReport | null,
    signs: readonly string[],
  ): LabelScore =>
    score(
      name,
      (signs.includes('region-conflict') ? placed : dated).filter(
        ({ report, index }) => bodyOf(report, index) !== null,
      ),
      ({ report, index, head }) => {
        const other = bodyOf(report, index);
        if (other === null) return null;
        const found = read(head + parts(other.text).body, { title: null, path: null });
        return signs.some((sign) => found.signs.includes(sign)) ? null : `${report.path} < ${other.path}`;
      },
    );
  return [
    score('a whole report contradicts itself in nothing', cases, ({ report }) => {
      const { signs, data } = read(report.text, { title: null, path: null });
      return CONFLICTS.some((sign) => signs.includes(sign)) ? `${report.path}: ${data}` : null;
    }),
    spliced(
      'body of another place is told',
      (report, index) => after(reports, index * 71 + 5, (one) => one.region !== report.region),
      CONFLICTS,
    ),
    spliced(
      'body of another place of the same year is told by its place',
      (report, index) =>
        after(reports, index * 71 + 5, (one) => one.region !== report.region && one.year === report.year),
      ['region-conflict'],
    ),
    spliced(
      'body of another year is told',
      (report, index) =>
        after(reports, index * 7 + 3, (one) => one.region === report.region && one.year !== report.year),
      ['year-conflict'],
    ),
    spliced(
      'body of the year before or after is told',
      (report) => after(reports, 0, (one) => one.region === report.region && Math.abs(one.year - report.year) === 1),
      ['year-conflict'],
    ),
  ];
}

/** The text up to the end of its opening formula, and the rest. */
function parts(text: string): { readonly head: string; readonly body: string } {
  const formula = text.search(/我代表|我受|受.{2,20}委托/u);
  const at = text.indexOf('\n', formula < 0 || formula > 1500 ? 300 : formula) + 1;
  return { head: text.slice(0, at), body: text.slice(at) };
}

interface Read {
  readonly identity: Identity;
  readonly signs: readonly string[];
  readonly data: string;
}

function reader(vocabulary: Vocabulary): (text: string, hints: IdentityHints) => Read {
  const shapes = new Map<string, Outline>();
  return (text, hints) => {
    const shape = shapes.get(text) ?? outline(text, vocabulary);
    shapes.set(text, shape);
    const { identity, signals } = identify(text, shape, vocabulary, hints);
    const said = signals.filter(({ sign }) => CONFLICTS.includes(sign)).map(({ data }) => JSON.stringify(data));
    return { identity, signs: signals.map(({ sign }) => sign), data: said.join(' ') };
  };
}

function score<T>(name: string, cases: readonly T[], wrong: (one: T) => string | null): LabelScore {
  const misses = cases.flatMap((one) => wrong(one) ?? []);
  return { name, right: cases.length - misses.length, total: cases.length, misses };
}
