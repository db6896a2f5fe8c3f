/**
 * Reads accepted.yaml / gives the findings that a person has settled / promises: each names its rule and a reason,
 * and one that no longer occurs, or whose time is over, can be told.
 */
import type { PublishedFinding } from '../model/audit.ts';
import { parseYaml, readYaml, validatorOf } from '../rules/yaml.ts';

/** One finding that a person looked at and accepts, with the reason for whoever reads it next. */
export interface Acceptance {
  /** Id of the finding, as the findings table gives it. */
  readonly fingerprint: string;
  readonly rule: string;
  readonly reason: string;
  /** Last day on which it counts, `YYYY-MM-DD`; without one it counts for good. */
  readonly expires?: string;
  readonly note?: string;
}

/** An acceptance with the line of accepted.yaml that it starts on. */
export interface PlacedAcceptance extends Acceptance {
  readonly line: number;
}

export interface Accepted {
  readonly entries: readonly PlacedAcceptance[];
  readonly has: (rule: string, findingId: string) => boolean;
}

/** An acceptance that does nothing any more, and why. */
export interface StaleAcceptance {
  readonly acceptance: PlacedAcceptance;
  readonly why: 'unused' | 'expired';
}

interface AcceptedFile {
  readonly accepted: readonly Acceptance[];
}

/** JSON Schema of accepted.yaml, for editors and for the check below. */
export const ACCEPTED_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'jiaokan accepted findings',
  type: 'object',
  additionalProperties: false,
  required: ['accepted'],
  properties: {
    accepted: {
      type: 'array',
      description: 'Findings that a person has looked at and accepts.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['fingerprint', 'rule', 'reason'],
        properties: {
          fingerprint: {
            type: 'string',
            pattern: '^[0-9a-f]{16}$',
            description: 'finding_id of the findings table. Quote it: it may be all digits.',
          },
          rule: { type: 'string', pattern: '^[a-z]+/[a-z0-9-]+$', description: 'The rule that found it.' },
          reason: { type: 'string', pattern: '\\S', description: 'Why it is right to leave it as it is.' },
          expires: {
            type: 'string',
            pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
            description: 'Last day on which it counts, YYYY-MM-DD. After it the gate asks again.',
          },
          note: { type: 'string', description: 'Anything else: who looked, where it is discussed.' },
        },
      },
    },
  },
} as const;

/** For sources that come without acceptances. */
export const NONE_ACCEPTED: Accepted = accept([]);

/**
 * Parses the text of accepted.yaml.
 * @param file its path as errors should name it
 * @throws CardError with file, line and column when it is broken, accepts a finding twice or names a day that does not exist
 */
export function parseAccepted(file: string, text: string): Accepted {
  const ruleFile = { path: file, text };
  const { accepted } = readYaml<AcceptedFile>(ruleFile, () => validatorOf(ACCEPTED_SCHEMA));
  const yaml = parseYaml(ruleFile);
  const seen = new Set<string>();
  const placed = accepted.map((entry, index) => {
    const { fingerprint, expires } = entry;
    if (seen.has(fingerprint))
      throw yaml.errorAt(['accepted', index, 'fingerprint'], `${fingerprint} is accepted twice.`);
    if (expires !== undefined && !isDay(expires))
      throw yaml.errorAt(['accepted', index, 'expires'], `there is no day ${expires}.`);
    seen.add(fingerprint);
    return { ...entry, line: yaml.lineOf(['accepted', index]) };
  });
  return accept(placed);
}

/** True for a day that the calendar has, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/u.exec(text) ?? [];
  // A day that the month has not is one of the next month.
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCMonth() === Number(month) - 1;
}

/** The acceptances that still count. @param today `YYYY-MM-DD`; an entry counts on its last day */
export function inForce(accepted: Accepted, today: string): Accepted {
  return accept(accepted.entries.filter((entry) => !isOver(entry, today)));
}

/**
 * Acceptances that do nothing any more: their time is over, or they match no finding, because what they were about is gone
 * or its words have changed.
 * @param findings of an audit that was given `inForce(accepted, today)`
 */
export function staleAcceptances(
  accepted: Accepted,
  findings: readonly PublishedFinding[],
  today: string,
): StaleAcceptance[] {
  const used = new Set(findings.filter((one) => one.state === 'accepted').map((one) => one.findingId));
  return accepted.entries.flatMap((acceptance): StaleAcceptance[] => {
    if (isOver(acceptance, today)) return [{ acceptance, why: 'expired' }];
    return used.has(acceptance.fingerprint) ? [] : [{ acceptance, why: 'unused' }];
  });
}

function isOver({ expires }: Acceptance, today: string): boolean {
  return expires !== undefined && expires < today;
}

function accept(entries: readonly PlacedAcceptance[]): Accepted {
  const rules = new Map(entries.map((entry) => [entry.fingerprint, entry.rule]));
  return { entries, has: (rule, findingId) => rules.get(findingId) === rule };
}
