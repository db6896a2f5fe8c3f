/** Measures copies on real reports: damaged copies must be found, unlike reports must stay apart. No file is read here. */
import { reconcile } from '../../src/corpus/reconcile.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import type { CorpusResult } from '../../src/model/result.ts';
import type { Rules } from '../../src/rules/card.ts';
import { readSource } from '../../src/source/read.ts';
import { metaOf } from '../support/pipeline.ts';
import { DAMAGES, type Kind } from './copies-damage.ts';

export interface FieldReport {
  readonly path: string;
  readonly text: string;
}

export interface Score {
  readonly name: string;
  readonly right: number;
  readonly total: number;
  /** What went wrong, in order; at most 20. */
  readonly wrong: readonly string[];
}

/** Damage that takes characters out of words or figures. */
const CORRUPTING = ['characters lost', 'lines wrapped', 'page of three', 'half', 'digest in an article'];
/** Every so many reports of the field one is damaged; the damaged ones are tuned on and kept aside by turns. */
const EVERY = 9;

/** One damaged copy, read; what it holds besides the report that it was made from is not asked about. */
interface Copy {
  readonly origin: string;
  readonly damage: string;
  readonly kind: Kind;
  readonly facts: readonly ReportFacts[];
  readonly heldOut: boolean;
}

/** One score a question, of the half that was tuned on and of the half that was not. */
export function scoreCopies(reports: readonly FieldReport[], rules: Rules): Score[] {
  const originals = reports.map((report) => ({ ...report, facts: factsOf(report.path, report.text, rules) }));
  const copies = originals.flatMap(({ path, text }, at) =>
    at % EVERY === 0 ? copiesOf({ path, text }, at, reports, rules) : [],
  );
  const result = reconcile(
    [...originals, ...copies].flatMap(({ facts }) => facts),
    { ...rules, rules: [] },
  );
  const judged = new Judged(result);
  const scores = [false, true].flatMap((heldOut) =>
    scoresOf(
      heldOut ? 'held-out' : 'tuning',
      copies.filter((copy) => copy.heldOut === heldOut),
      judged,
    ),
  );
  return [
    ...scores,
    kept(copies, judged),
    negatives(
      originals.flatMap(({ facts }) => facts.map((one) => one.reportId)),
      judged,
    ),
  ];
}

function factsOf(name: string, text: string, rules: Rules): readonly ReportFacts[] {
  return readSource(new TextEncoder().encode(text), metaOf(name), rules).facts;
}

function copiesOf({ path, text }: FieldReport, at: number, all: readonly FieldReport[], rules: Rules): Copy[] {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/u, '').replaceAll('**', '');
  const others = [1, 2].map((step) => all[(at + 100 * step) % all.length]?.text ?? '');
  const order = Math.floor(at / EVERY);
  return DAMAGES.map(({ name, kind, make }) => ({
    origin: path,
    damage: name,
    kind,
    facts: factsOf(`copy/${order}/${name}`, make(body, order, others), rules),
    heldOut: order % 2 === 1,
  }));
}

/** Answers about pairs of reports. A pair is told once for all copies of its reports: what is said of one of them holds for the others. */
class Judged {
  private readonly standsFor: ReadonlyMap<string, string>;
  private readonly relations = new Map<string, Set<string>>();

  constructor({ canonical, pairs }: CorpusResult) {
    this.standsFor = new Map(canonical.map((one) => [one.reportId, one.canonicalReportId]));
    for (const { reportA, reportB, relation } of pairs) {
      this.note(reportA, reportB, relation);
      this.note(reportB, reportA, relation);
    }
  }

  isOne(a: string, b: string): boolean {
    return this.standsFor.has(a) && this.standsFor.get(a) === this.standsFor.get(b);
  }

  canonical(id: string): string {
    return this.standsFor.get(id) ?? id;
  }

  /** Relations of a report to any copy of another. */
  relationsOf(a: string, b: string): readonly string[] {
    return [...(this.relations.get(`${a}\n${this.standsFor.get(b)}`) ?? [])];
  }

  private note(a: string, b: string, relation: string): void {
    const key = `${a}\n${this.standsFor.get(b)}`;
    const known = this.relations.get(key);
    if (known) known.add(relation);
    else this.relations.set(key, new Set([relation]));
  }
}

function scoresOf(half: string, copies: readonly Copy[], judged: Judged): Score[] {
  const whole = copies.filter(({ kind }) => kind === 'whole');
  const kinds = [...new Set(copies.map(({ damage }) => damage))];
  const related = (copy: Copy, wanted: readonly string[]): boolean =>
    copy.facts.some(({ reportId }) =>
      judged.relationsOf(reportId, `${copy.origin}#1`).some((relation) => wanted.includes(relation)),
    );
  const told = (copy: Copy): string =>
    `${copy.origin} ${copy.damage}: ${copy.facts.map(({ reportId }) => judged.relationsOf(reportId, `${copy.origin}#1`).join('+')).join(', ')}`;
  const ask = (name: string, asked: readonly Copy[], isRight: (copy: Copy) => boolean): Score => {
    const wrong = asked.filter((copy) => !isRight(copy)).map(told);
    return {
      name: `${half}: ${name}`,
      right: asked.length - wrong.length,
      total: asked.length,
      wrong: wrong.slice(0, 20),
    };
  };
  const one = (copy: Copy): boolean => copy.facts.some(({ reportId }) => judged.isOne(reportId, `${copy.origin}#1`));
  return [
    pairScore(half, whole, judged),
    ...kinds.map((damage) => {
      const asked = copies.filter((copy) => copy.damage === damage);
      const [first] = asked;
      if (first?.kind === 'whole') return ask(`${damage}: one report with the original`, asked, one);
      if (first?.kind === 'piece') {
        const read = asked.filter(({ facts }) => facts.length > 0);
        return ask(`${damage}, read as a report: contained in the original`, read, (copy) =>
          related(copy, ['contains']),
        );
      }
      return ask(
        `${damage}: told as revised figures, not one report`,
        asked,
        (copy) => related(copy, ['revised-figures']) && !one(copy),
      );
    }),
    ask(
      'pieces are read as a report at all',
      copies.filter(({ kind }) => kind === 'piece'),
      ({ facts }) => facts.length > 0,
    ),
    ask(
      'altered figures are never the same text',
      copies.filter(({ kind }) => kind === 'altered'),
      (copy) => !related(copy, ['same-text']),
    ),
  ];
}

/** F1 over pairs of a copy with any original: twice the pairs rightly joined, of these and all that are wrong or missing. */
function pairScore(half: string, copies: readonly Copy[], judged: Judged): Score {
  const origins = [...new Set(copies.map(({ origin }) => origin))];
  let [both, missed, wrongly] = [0, 0, 0];
  const wrong: string[] = [];
  for (const copy of copies) {
    const found = origins.filter((origin) => copy.facts.some(({ reportId }) => judged.isOne(reportId, `${origin}#1`)));
    // A compilation holds other reports too, rightly.
    const strangers = copy.damage === 'in a compilation' ? [] : found.filter((origin) => origin !== copy.origin);
    wrongly += strangers.length;
    if (found.includes(copy.origin)) both++;
    else missed++;
    if (strangers.length > 0) wrong.push(`${copy.origin} ${copy.damage} joined with ${strangers.join(', ')}`);
  }
  return { name: `${half}: same report, pair F1`, right: 2 * both, total: 2 * both + missed + wrongly, wrong };
}

/** Of a report with all its copies, one is kept that lost nothing. */
function kept(copies: readonly Copy[], judged: Judged): Score {
  const corrupted = new Set(
    copies.filter(({ damage }) => CORRUPTING.includes(damage)).flatMap(({ facts }) => facts.map((one) => one.reportId)),
  );
  const origins = [...new Set(copies.map(({ origin }) => origin))];
  const wrong = origins.filter((origin) => corrupted.has(judged.canonical(`${origin}#1`)));
  return {
    name: 'the copy that is kept lost nothing',
    right: origins.length - wrong.length,
    total: origins.length,
    wrong: wrong.map((origin) => `${origin}: ${judged.canonical(`${origin}#1`)}`),
  };
}

/** All pairs of the field: other places, other years, a province and its cities. */
function negatives(reports: readonly string[], judged: Judged): Score {
  const wrong: string[] = [];
  let total = 0;
  for (const [at, a] of reports.entries()) {
    for (const b of reports.slice(at + 1)) {
      total++;
      const relations = judged.relationsOf(a, b).join('+');
      if (judged.isOne(a, b) || relations !== '') wrong.push(`${a} ${b} ${relations}`);
    }
  }
  return { name: 'unlike reports stay apart', right: total - wrong.length, total, wrong };
}
