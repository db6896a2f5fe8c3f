/**
 * Reads reports that wait on disk / has threads compare them, each its share / promises: the checks and suspects of one thread, for any number of threads.
 */
import { checkingOf } from '../../corpus/checks.ts';
import type { GroupNumber } from '../../corpus/comparing.ts';
import { placeKey } from '../../corpus/digest.ts';
import { Groups } from '../../corpus/groups.ts';
import type { KeyGroups } from '../../corpus/key-groups.ts';
import { evenly } from '../../corpus/keys.ts';
import { otherReadings } from '../../corpus/readings.ts';
import type { Voices } from '../../corpus/reconcile.ts';
import { turnsOf, WAYS } from '../../corpus/turns.ts';
import { type Statement, subjectOf, wantedBy } from '../../corpus/witness.ts';
import type { Check } from '../../model/check.ts';
import type { Fact, ReportFacts } from '../../model/fact.ts';
import { compareText } from '../../model/finding.ts';
import type { Rules } from '../../rules/card.ts';
import { joinedParts, type Parts } from './check-rows.ts';
import type { BrokenCheck, Doubtful, Share, ShareDone } from './comparer.ts';
import type { Lists } from './fact-file.ts';
import type { FactShelf } from './shelf.ts';
import { allLists, type Stand, sharedLists, sharedTurns } from './stand.ts';
import type { Pool } from './workers.ts';

/** Reports of one share, and components of broken checks. */
const [REPORTS, COMPONENTS] = [512, 128];

/** Has all of some shares done; what came of them is in their order. */
export type Hands = (shares: readonly Share[]) => Promise<readonly ShareDone[]>;

/** The threads of a pool as hands. */
export function handsOf(pool: Pool): Hands {
  return async (shares) => {
    const all: ShareDone[] = [];
    await pool.run(
      shares.map((share) => ({ kind: 'share', share }) as const),
      2,
      (done, order) => {
        if (done.kind === 'share') all[order] = done.share;
      },
    );
    return all;
  };
}

/** What was compared. */
export interface Compared {
  /** Rows of all checks. */
  readonly rows: Parts;
  /** The broken ones with their suspects, in order of id. */
  readonly broken: readonly Check[];
}

/** Compares the facts of the reports that speak. @param stand what `standAmong` gave for them */
export async function compareOnThreads({ speaking, pairs }: Voices, stand: Stand, hands: Hands): Promise<Compared> {
  const compared = await hands(
    WAYS.flatMap((way) =>
      cut(stand.turns[way].reports, REPORTS).map((reports) => ({ kind: 'compare', stand, way, reports }) as const),
    ),
  );
  const broken = compared.flatMap((one) => (one.kind === 'compare' ? one.broken : []));
  const series = await seriesOfAll(broken, speaking, stand, hands);
  const localised = await hands(sharesOf(broken, stand, otherReadings(pairs), series));
  return {
    rows: joinedParts([...compared, ...localised].flatMap((one) => ('rows' in one ? [one.rows] : []))),
    broken: localised
      .flatMap((one) => (one.kind === 'localise' ? one.broken : []))
      .sort((a, b) => compareText(a.checkId, b.checkId)),
  };
}

/**
 * What all threads look at while they compare: only what is shared of it stays in memory.
 * @param lists where each report lies, by id
 */
export async function standAmong(
  { speaking }: Voices,
  lists: ReadonlyMap<string, Lists>,
  rules: Rules,
  shelf: FactShelf,
  hands: Hands,
): Promise<Stand> {
  const shared = sharedLists(
    speaking.map(({ reportId }) => {
      const place = lists.get(reportId);
      if (place === undefined) throw new RangeError(`${reportId} is not on disk`);
      return place;
    }),
  );
  const some = [...allLists({ lists: shared })].filter((_, number) => number % SAMPLED === 0);
  const portions = evenly(shelf.keys(some), checkingOf(rules).length, PORTIONS);
  const done = await hands(portions.map((checks) => ({ kind: 'group', lists: shared, checks })));
  const groups = done.flatMap((one) => (one.kind === 'group' ? one.groups : []));
  return { lists: shared, groups, turns: sharedTurns(turnsOf(groups, speaking)) };
}

/** Portions of the checks: for each of them all keys are read once. One report of so many tells which keys are the most. */
const [PORTIONS, SAMPLED] = [4, 128];

function cut<T>(list: { slice(from: number, to: number): T; readonly length: number }, size: number): T[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, nth) => list.slice(nth * size, (nth + 1) * size));
}

/** The series of all figures in doubt: each thread looks through some of the reports that may have a statement. */
async function seriesOfAll(
  broken: readonly BrokenCheck[],
  speaking: readonly ReportFacts[],
  stand: Stand,
  hands: Hands,
): Promise<Map<string, Statement[]>> {
  const byKey = new Map<string, Fact[]>();
  for (const { fact } of broken.flatMap(({ figures }) => figures)) {
    const known = byKey.get(placeKey(fact));
    if (known) known.push(fact);
    else byKey.set(placeKey(fact), [fact]);
  }
  const placesOf = (number: number): readonly string[] => speaking[number]?.digest?.places ?? [];
  const asked = Uint32Array.from(speaking.keys()).filter((number) => placesOf(number).some((key) => byKey.has(key)));
  const found = await hands(
    cut(asked, REPORTS).map((reports) => {
      const keys = new Set([...reports].flatMap(placesOf));
      return {
        kind: 'series',
        stand,
        reports,
        wanted: wantedBy([...keys].flatMap((key) => byKey.get(key) ?? [])),
      } as const;
    }),
  );
  const series = new Map<string, Statement[]>();
  for (const one of found) {
    if (one.kind !== 'series') continue;
    for (const [subject, statements] of one.series) {
      const known = series.get(subject);
      if (known) for (const statement of statements) known.push(statement);
      else series.set(subject, [...statements]);
    }
  }
  return series;
}

/** Broken checks that hang together through their figures, some such sets at a time, with all that has a say in whom they accuse. */
function sharesOf(
  broken: readonly BrokenCheck[],
  stand: Stand,
  others: ReadonlyMap<string, readonly Fact[]>,
  series: ReadonlyMap<string, readonly Statement[]>,
): Share[] {
  const doubtful = new Map<number, Map<string, Doubtful>>();
  for (const figure of broken.flatMap(({ figures }) => figures)) {
    const own = doubtful.get(figure.report) ?? new Map<string, Doubtful>();
    doubtful.set(figure.report, own.set(figure.fact.figureId, figure));
  }
  const touching = groupsWith(stand.groups, doubtful);
  const turn = turnsIn(stand.turns.places.reports);
  const turnOf = ([first]: readonly BrokenCheck[]): number => turn[first?.figures[0]?.report ?? 0] ?? 0;
  // Those of one place together: they are held against the same reports.
  const components = componentsOf(broken).sort((a, b) => turnOf(a) - turnOf(b));
  return cut(components, COMPONENTS).map((some): Share => {
    const checks = some.flat();
    const facts = checks.flatMap(({ figures }) => figures.map(({ fact }) => fact));
    // A figure may have changed places with any other of its sentence: the doubtful ones of the same reports are looked at too.
    const reports = [...new Set(checks.flatMap(({ figures }) => figures.map(({ report }) => report)))].sort(
      (a, b) => a - b,
    );
    const near = reports.flatMap((report) => [...(doubtful.get(report)?.values() ?? [])]);
    const groups = new Map<string, GroupNumber>();
    for (const { report, row } of near) {
      for (const one of touching.get(keyOf(report, row)) ?? []) groups.set(`${one.nth} ${one.group}`, one);
    }
    return {
      kind: 'localise',
      stand,
      figureIds: new Set(near.map(({ fact }) => fact.figureId)),
      groups: [...groups.values()],
      reports: Uint32Array.from(reports),
      checkIds: new Set(checks.map(({ checkId }) => checkId)),
      others: picked(
        others,
        near.map(({ fact }) => fact.figureId),
      ),
      series: picked(
        series,
        facts.flatMap((fact) => subjectOf(fact) ?? []),
      ),
    };
  });
}

/** For each report its place in an order. */
function turnsIn(reports: Uint32Array): Uint32Array {
  const turns = new Uint32Array(reports.length);
  for (const [turn, report] of reports.entries()) turns[report] = turn;
  return turns;
}

function picked<T>(all: ReadonlyMap<string, T>, keys: readonly string[]): ReadonlyMap<string, T> {
  const some = new Map<string, T>();
  for (const key of keys) {
    const one = all.get(key);
    if (one !== undefined) some.set(key, one);
  }
  return some;
}

/** Sets of broken checks that share figures, in the order of the first of each. */
function componentsOf(broken: readonly BrokenCheck[]): BrokenCheck[][] {
  const joined = new Groups();
  for (const { figures } of broken) {
    const [first] = figures;
    for (const { fact } of figures) joined.join(first?.fact.figureId ?? '', fact.figureId);
  }
  const sets = new Map<string, BrokenCheck[]>();
  for (const one of broken) {
    const set = joined.find(one.figures[0]?.fact.figureId ?? '');
    const known = sets.get(set);
    if (known) known.push(one);
    else sets.set(set, [one]);
  }
  return [...sets.values()];
}

/** Facts of a report are fewer (see key-groups.ts). */
const MOST_ROWS = 2 ** 21;

function keyOf(report: number, row: number): number {
  return report * MOST_ROWS + row;
}

/** For each figure in doubt the groups among all reports that have it. */
function groupsWith(
  groups: readonly KeyGroups[],
  doubtful: ReadonlyMap<number, ReadonlyMap<string, Doubtful>>,
): ReadonlyMap<number, readonly GroupNumber[]> {
  const found = new Map<number, GroupNumber[]>();
  for (const [report, figures] of doubtful) for (const { row } of figures.values()) found.set(keyOf(report, row), []);
  for (const [nth, { offsets, reports, facts }] of groups.entries()) {
    for (let group = 0; group + 1 < offsets.length; group++) {
      for (let at = offsets[group] ?? 0; at < (offsets[group + 1] ?? 0); at++) {
        const report = reports[at] ?? 0;
        if (doubtful.has(report)) found.get(keyOf(report, facts[at] ?? 0))?.push({ nth, group });
      }
    }
  }
  return found;
}
