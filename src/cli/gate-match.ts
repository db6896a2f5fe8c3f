/** Reads the reports of before and of now / gives who is who / promises: a renamed file or a moved report is the same report. */
import type { BaselineReport } from './baseline.ts';

export interface Matched {
  readonly pairs: readonly (readonly [was: BaselineReport, is: BaselineReport])[];
  readonly lost: readonly BaselineReport[];
  readonly fresh: readonly BaselineReport[];
}

type Key = (one: BaselineReport) => string | null;

/**
 * From the surest sign to the weakest. A key that two reports of one side share tells nothing and is passed over,
 * so copies of one report never take each other's place unless their ids say so.
 */
const KEYS: readonly Key[] = [
  (one) => (one.about === null ? null : `${one.report} ${one.about}`),
  (one) => `${sourceOf(one)} ${one.text}`,
  (one) => one.text,
  (one) => (one.about === null ? null : `${sourceOf(one)} ${one.about}`),
  (one) => one.about,
  (one) => one.report,
];

export function matchReports(before: readonly BaselineReport[], after: readonly BaselineReport[]): Matched {
  let lost = [...before];
  let fresh = [...after];
  const pairs: [BaselineReport, BaselineReport][] = [];
  for (const key of KEYS) {
    const left = single(lost, key);
    const right = single(fresh, key);
    const found = [...left].flatMap(([name, was]): [BaselineReport, BaselineReport][] => {
      const is = right.get(name);
      return is ? [[was, is]] : [];
    });
    const taken = new Set(found.flat());
    pairs.push(...found);
    lost = lost.filter((one) => !taken.has(one));
    fresh = fresh.filter((one) => !taken.has(one));
  }
  return { pairs, lost, fresh };
}

function single(reports: readonly BaselineReport[], key: Key): Map<string, BaselineReport> {
  const found = new Map<string, BaselineReport>();
  const shared = new Set<string>();
  for (const one of reports) {
    const name = key(one);
    if (name === null) continue;
    if (found.has(name)) shared.add(name);
    found.set(name, one);
  }
  for (const name of shared) found.delete(name);
  return found;
}

export function sourceOf({ report }: BaselineReport): string {
  return report.slice(0, report.lastIndexOf('#'));
}
