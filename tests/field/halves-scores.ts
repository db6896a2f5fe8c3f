/** Measures on real reports, each cut in two, whether the halves find each other and no other. No file is read here. */
import { halves } from '../../src/corpus/halves.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import type { Rules } from '../../src/rules/card.ts';
import { readSource } from '../../src/source/read.ts';
import { metaOf } from '../support/pipeline.ts';
import type { FieldReport, Score } from './copies-scores.ts';

interface Cut {
  readonly path: string;
  readonly first: readonly ReportFacts[];
  readonly second: readonly ReportFacts[];
  readonly heldOut: boolean;
}

/** Scores of the half that was tuned on and of the half that was not: pairs alone, all pairs together, halves without their other half. */
export function scoreHalves(reports: readonly FieldReport[], rules: Rules): Score[] {
  const cuts = reports.map((report, at) => cutOf(report, at, rules));
  return [false, true].flatMap((heldOut) => {
    const name = heldOut ? 'held-out' : 'tuning';
    return scoresOf(
      name,
      cuts.filter((cut) => cut.heldOut === heldOut),
      rules,
    );
  });
}

/** Cut at the end of a paragraph between 35 and 65 of a hundred characters. The names of the files say nothing. */
function cutOf({ path, text }: FieldReport, at: number, rules: Rules): Cut {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/u, '').replaceAll('**', '');
  const wanted = Math.floor(body.length * (0.35 + 0.003 * ((at * 7919) % 100)));
  const line = body.indexOf('\n', wanted);
  const place = line < 0 ? wanted : line;
  const read = (part: string, half: string): readonly ReportFacts[] =>
    readSource(new TextEncoder().encode(part), metaOf(`cut/${String(at).padStart(4, '0')}${half}.txt`), rules).facts;
  const [first, second] = [read(body.slice(0, place), 'a'), read(body.slice(place), 'b')];
  return { path, first, second, heldOut: at % 2 === 1 };
}

function scoresOf(name: string, cuts: readonly Cut[], rules: Rules): Score[] {
  const told = (among: readonly ReportFacts[]): string[] =>
    halves(
      [...among].sort((a, b) => (a.reportId < b.reportId ? -1 : 1)),
      [],
      rules.vocabulary.positions.lengths,
    ).map(({ first, second }) => `${first.reportId} ${second.reportId}`);
  const wanted = new Set(
    cuts.flatMap(({ first, second }) => first.flatMap((a) => second.map((b) => `${a.reportId} ${b.reportId}`))),
  );
  const alone = cuts.filter(({ first, second }) => told([...first, ...second]).length === 0);
  const together = told(cuts.flatMap(({ first, second }) => [...first, ...second]));
  const wrong = together.filter((pair) => !wanted.has(pair));
  // Each first half meets the second half of the next report and of the one after the next, by turns.
  const strangers = cuts.flatMap(({ first }, at) =>
    [1, 2, 5].map((step) => [...first, ...(cuts[(at + step) % cuts.length]?.second ?? [])]),
  );
  const joined = strangers.flatMap((pair) => told(pair));
  const score = (about: string, right: number, total: number, bad: readonly string[]): Score => ({
    name: `${name}: ${about}`,
    right,
    total,
    wrong: bad.slice(0, 20),
  });
  return [
    score(
      'the two halves of one report, alone, find each other',
      cuts.length - alone.length,
      cuts.length,
      alone.map(({ path }) => path),
    ),
    score('among all halves they find each other', together.length - wrong.length, cuts.length, []),
    score('halves told among all are of one report', together.length - wrong.length, together.length, wrong),
    score('halves of two reports, alone, stay apart', strangers.length - joined.length, strangers.length, joined),
  ];
}
