/** `jiaokan gate --accept`: writes what a person accepts into accepted.yaml. */

import path from 'node:path';
import { type Acceptance, isDay } from '../corpus/accept.ts';
import type { Audit } from '../model/audit.ts';
import { EMPTY_ACCEPTED, withAccepted } from '../node/accepted-file.ts';
import { InputError } from '../node/errors.ts';
import { alone, CHANGE_MARK } from '../node/lock.ts';
import { readText } from '../node/read.ts';
import { writeFiles } from '../node/write.ts';
import type { GateView } from '../output/gate-changes.ts';
import { exists } from './work.ts';

/** What a person said with `--accept`. */
export interface Accepting {
  readonly accept: readonly string[];
  readonly reason?: string;
  readonly expires?: string;
  readonly note?: string;
}

/** As few digits of a fingerprint as tell it apart. */
const FEWEST_DIGITS = 6;

/** @throws InputError without a reason, or for a day that does not exist: before anything is read */
export function checkAccepting({ accept, reason, expires, note }: Accepting): void {
  if (accept.length === 0) {
    const stray = [reason, expires, note].some((one) => one !== undefined);
    if (stray) throw new InputError('--reason, --expires and --note go with --accept FINGERPRINT');
    return;
  }
  if (reason === undefined || reason.trim() === '')
    throw new InputError('--accept needs --reason "why it is right to leave it as it is"');
  if (expires !== undefined && !isDay(expires)) throw new InputError(`--expires ${expires}: give a day, YYYY-MM-DD`);
}

/**
 * The entries for the fingerprints given.
 * @param view what the gate said, where there is a baseline: things that are no findings can be accepted too
 * @throws InputError for a fingerprint that nothing has, or that is the beginning of several
 */
export function entriesOf(
  { accept, reason = '', expires, note }: Accepting,
  audit: Audit,
  view: GateView | null,
): Acceptance[] {
  const subjects = new Map<string, string>();
  for (const one of audit.findings) subjects.set(one.findingId, one.rule);
  for (const one of view?.changes ?? [])
    if (['worse', 'accepted'].includes(one.weight) && !one.rule.startsWith('gate/acceptance'))
      subjects.set(one.fingerprint, one.rule);
  return accept.map((given) => {
    const fingerprint = whole(given, [...subjects.keys()]);
    const rule = subjects.get(fingerprint) ?? '';
    return {
      fingerprint,
      rule,
      reason: reason.trim(),
      ...(expires === undefined ? {} : { expires }),
      ...(note === undefined ? {} : { note }),
    };
  });
}

function whole(given: string, all: readonly string[]): string {
  if (all.includes(given)) return given;
  const found = given.length < FEWEST_DIGITS ? [] : all.filter((one) => one.startsWith(given));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (found.length > 1) throw new InputError(`${given}: ${found.length} fingerprints begin with it. Give more digits`);
  throw new InputError(`${given}: no finding has this fingerprint. jiaokan gate lists them in brackets`);
}

/** Writes the entries; comments and everything else of the file stay. */
export async function writeAccepted(corpus: string, shown: string, entries: readonly Acceptance[]): Promise<void> {
  const file = path.join(corpus, 'accepted.yaml');
  await alone(path.join(corpus, CHANGE_MARK), async () => {
    const text = (await exists(file)) ? await readText(file, shown) : EMPTY_ACCEPTED;
    await writeFiles(corpus, [['accepted.yaml', withAccepted(shown, text, entries)]]);
  });
}
