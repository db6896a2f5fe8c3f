/** Reads the text of jiaokan.config.yaml / gives the settings of the gate / promises: anything odd is an error with file, line and column. */
import type { Severity } from '../model/finding.ts';
import { readYaml, validatorOf } from '../rules/yaml.ts';

export const PROFILES = ['strict', 'standard', 'lenient'] as const;
export type Profile = (typeof PROFILES)[number];

/** What a report may lose before it counts as worse; shares from 0 to 1. */
export interface Tolerance {
  /** Share of its figures. */
  readonly figures: number;
  /** Share of its characters, and of the body that is estimated to be present. */
  readonly text: number;
  /** How much more of its source cleaning may take: 0.05 means from 3 % to 8 %. */
  readonly removed: number;
  /** Share of its checks that held. */
  readonly checks: number;
}

/** What the gate holds a corpus to. */
export interface Settings {
  readonly failOn: Exclude<Severity, 'info'> | 'never';
  readonly tolerance: Tolerance;
  /** Whether a finding that only changed rules or a newer tool bring about, in a source that is as it was, fails. */
  readonly changedRules: 'fail' | 'tell';
}

/** jiaokan.config.yaml as written; what is left out comes from the profile. */
export interface Config {
  readonly profile?: Profile;
  readonly fail_on?: Settings['failOn'];
  readonly tolerance?: Partial<Tolerance>;
  readonly changed_rules?: Settings['changedRules'];
  readonly baseline?: string;
  readonly rules?: string;
  readonly lang?: 'en' | 'zh';
}

const PRESETS: Readonly<Record<Profile, Settings>> = {
  strict: {
    failOn: 'warning',
    tolerance: { figures: 0, text: 0.005, removed: 0.005, checks: 0 },
    changedRules: 'fail',
  },
  standard: {
    failOn: 'error',
    tolerance: { figures: 0.05, text: 0.05, removed: 0.05, checks: 1 },
    changedRules: 'fail',
  },
  lenient: { failOn: 'error', tolerance: { figures: 0.2, text: 0.2, removed: 0.2, checks: 1 }, changedRules: 'tell' },
};

const share = (description: string) => ({ type: 'number', minimum: 0, maximum: 1, description });

/** JSON Schema of jiaokan.config.yaml, for editors and for the check below. */
export const CONFIG_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'jiaokan configuration',
  type: 'object',
  additionalProperties: false,
  properties: {
    profile: {
      enum: [...PROFILES],
      description: 'Where the settings start from. strict: warnings fail too, and hardly anything may be lost.',
    },
    fail_on: { enum: ['error', 'warning', 'never'], description: 'Lowest severity of a new finding that fails.' },
    tolerance: {
      type: 'object',
      additionalProperties: false,
      description: 'What a report may lose before it counts as worse.',
      properties: {
        figures: share('Share of its figures.'),
        text: share('Share of its characters.'),
        removed: share('How much more of its source cleaning may take.'),
        checks: share('Share of its checks that held. 1: never fails.'),
      },
    },
    changed_rules: {
      enum: ['fail', 'tell'],
      description: 'Findings that only changed rules bring about, in sources that are as they were.',
    },
    baseline: { type: 'string', minLength: 1, description: 'The baseline, relative to this file.' },
    rules: { type: 'string', minLength: 1, description: 'Folder of your own rule cards, relative to this file.' },
    lang: { enum: ['en', 'zh'], description: 'Language of the words.' },
  },
} as const;

/**
 * Parses and checks a configuration.
 * @param file its path as errors should name it
 * @throws CardError for broken YAML, an unknown key or a wrong value
 */
export function parseConfig(file: string, text: string): Config {
  return readYaml<Config>({ path: file, text }, () => validatorOf(CONFIG_SCHEMA));
}

/** The settings of a configuration: the command line goes before the file, the file before the profile. */
export function settingsOf(config: Config, said: Pick<Config, 'profile' | 'fail_on'>): Settings {
  const preset = PRESETS[said.profile ?? config.profile ?? 'standard'];
  // A profile asked for on the command line is meant as a whole.
  const own: Config = said.profile === undefined ? config : {};
  return {
    failOn: said.fail_on ?? own.fail_on ?? preset.failOn,
    tolerance: { ...preset.tolerance, ...own.tolerance },
    changedRules: own.changed_rules ?? preset.changedRules,
  };
}
