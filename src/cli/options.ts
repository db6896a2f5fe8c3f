/** Options that several commands share: one wording, one check. */
import { InvalidArgumentError, Option } from 'commander';
import type { PublishedFinding, RuleWords } from '../model/audit.ts';
import { atLeast } from '../model/finding.ts';

export type Lang = 'en' | 'zh';
export type FailOn = 'error' | 'warning' | 'never';

export const EXIT = { clean: 0, found: 1, failed: 2 } as const;

export function langOption(): Option {
  return new Option('--lang <lang>', 'language of the words').choices(['en', 'zh']).default('en');
}

export function failOnOption(): Option {
  return new Option('--fail-on <severity>', 'lowest severity that makes the exit code 1')
    .choices(['error', 'warning', 'never'])
    .default('error');
}

export function rulesOption(): Option {
  return new Option('--rules <dir>', 'folder of your own rule cards, on top of ours');
}

/** A non-empty path. */
export function folder(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('Give a path.');
  return value;
}

/** Findings that decide the exit code: new, of a stable rule, at or above the failing severity. */
export function failing(
  findings: readonly PublishedFinding[],
  rules: readonly RuleWords[],
  failOn: FailOn,
): PublishedFinding[] {
  if (failOn === 'never') return [];
  const stable = new Set(rules.filter((rule) => rule.status === 'stable').map((rule) => rule.id));
  return findings.filter((one) => one.state === 'new' && stable.has(one.rule) && atLeast(one.severity, failOn));
}
