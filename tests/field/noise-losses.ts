/** Damages real reports in known ways and counts how often the cards of suspected loss say so. No file is read here. */
import type { SourceMeta } from '../../src/model/result.ts';
import type { Rules } from '../../src/rules/card.ts';
import { readSource } from '../../src/source/read.ts';
import type { NoiseScore } from './noise-scores.ts';

/** A way to lose something. It gives null where a report has nothing that could be lost so. */
interface Damage {
  readonly name: string;
  readonly card: string;
  readonly done: (text: string) => string | null;
}

const DAMAGES: readonly Damage[] = [
  {
    name: 'the first number of a list taken away',
    card: 'truncation/list-item-lost',
    done: (text) => replacedFirst(text, /(?<=[。；，：])一是(?=[^\n]{4,400}[。；，：]二是)/u, ''),
  },
  {
    name: 'the last character of a known word before a list mark taken away',
    card: 'truncation/lost-word-end',
    done: (text) =>
      replacedFirst(
        text,
        /(?<=数字经|人工智|生物医|集成电|乡村振|营商环|公共服|社会保|基础设)\p{Script=Han}(?=、)/u,
        '',
      ),
  },
  {
    name: 'one character of a set phrase taken away',
    card: 'truncation/formula-slip',
    done: (text) =>
      replacedFirst(
        text,
        /(?<=习近平新时代中国特)色(?=社会主义思想)|(?<=一般公共预)算(?=收入)|(?<=供给侧结)构(?=性改革)/u,
        '',
      ),
  },
  {
    name: 'all commas and full stops taken away',
    card: 'truncation/punctuation-lost',
    done: (text) => text.replaceAll(/[，。、；：！]/gu, ''),
  },
  {
    name: 'all commas taken away',
    card: 'truncation/character-dropped',
    done: (text) => (text.length < 4000 ? null : text.replaceAll(/[，,]/gu, '')),
  },
  {
    name: 'sounds spelled out between the characters of a sentence',
    card: 'truncation/interleaved-letters',
    done: (text) =>
      replacedFirst(
        text,
        /(?<=[，。])坚持(?=\p{Script=Han})|(?<=[，。])推进(?=\p{Script=Han})/u,
        'tui推jin进fa发zhan展',
      ),
  },
  {
    name: 'the digits of a year blanked',
    card: 'truncation/blanked-words',
    done: (text) => replacedFirst(text, /20[12]\d(?=年)/u, '20××'),
  },
];

/** One score a way of damage: reports that were damaged so, and those in which its card spoke up where it had been silent. */
export function lossScores(
  reports: readonly { readonly path: string; readonly text: string }[],
  rules: Rules,
): NoiseScore[] {
  return DAMAGES.map(({ name, card, done }) => {
    const damaged = reports.flatMap(({ path, text }) => {
      const worse = done(text);
      return worse === null || worse === text ? [] : [{ path, text, worse }];
    });
    const missed = damaged.filter(
      ({ path, text, worse }) => count(path, worse, card, rules) <= count(path, text, card, rules),
    );
    return {
      name: `losses told: ${name}`,
      right: damaged.length - missed.length,
      total: damaged.length,
      wrong: missed.map((one) => one.path).slice(0, 20),
    };
  });
}

function replacedFirst(text: string, pattern: RegExp, replacement: string): string | null {
  return pattern.test(text) ? text.replace(pattern, replacement) : null;
}

function count(path: string, text: string, card: string, rules: Rules): number {
  const meta: SourceMeta = {
    sourceId: path,
    path: `${path}.txt`,
    title: null,
    publisher: null,
    url: null,
    collectedOn: null,
  };
  return readSource(new TextEncoder().encode(text), meta, rules).findings.filter(({ rule }) => rule === card).length;
}
