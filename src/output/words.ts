/** Reads keys, templates and data / gives sentences in English and Chinese / promises: the one place where they are made. */
import type { Audit, RuleRecord, RuleWords } from '../model/audit.ts';
import type { Check } from '../model/check.ts';
import type { Figure } from '../model/figure.ts';
import type { Finding, Json } from '../model/finding.ts';
import { compareText } from '../model/finding.ts';
import type { Interval } from '../model/interval.ts';
import { span } from './amount.ts';
import { type KeyFamily, type Lang, LEXICON } from './lexicon.ts';
import { derivations } from './lexicon-checks.ts';

export type RuleIndex = ReadonlyMap<string, RuleWords>;

/** A figure with what is needed to name it in a sentence. */
export interface NamedFigure {
  readonly figure: Pick<Figure, 'quote' | 'indicatorText' | 'period' | 'interval' | 'unit'>;
  readonly region: string | null;
  readonly year: number | null;
}

export type FigureIndex = Pick<ReadonlyMap<string, NamedFigure>, 'get'>;

export function ruleIndex(rules: readonly RuleWords[]): RuleIndex {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

/** All figures of an audit by id. */
export function figureIndex(audit: Audit): FigureIndex {
  const reports = audit.sources.flatMap((one) => one.reports);
  return new Map(
    reports.flatMap(({ identity, figures }) =>
      figures.map((figure) => [figure.figureId, { figure, region: identity.region, year: identity.reportYear }]),
    ),
  );
}

/** Why a rule matters and how a finding of it is settled; in English where its card has no other words. */
export function whyIn({ why, whyZh }: Pick<RuleWords, 'why' | 'whyZh'>, lang: Lang): string {
  return lang === 'zh' ? (whyZh ?? why) : why;
}

/** What was measured of a rule: `427 of 427: reports cut at any place`. */
export function recordTold({ labelled, right, of }: RuleRecord, lang: Lang): string {
  return lang === 'zh' ? `${labelled} 例中 ${right} 例正确：${of.zh}` : `${right} of ${labelled} right: ${of.en}`;
}

/** Words for a key; keys joined by + are told one after another. One without an entry is made readable: `no-such-key` is `no such key`. */
export function word(family: KeyFamily, key: string, lang: Lang): string {
  if (!key.includes('+')) return wordOf(family, key, lang);
  return key
    .split('+')
    .map((one) => wordOf(family, one, lang))
    .join(lang === 'zh' ? '；' : '; ');
}

function wordOf(family: KeyFamily, key: string, lang: Lang): string {
  const entry = LEXICON[family][key];
  if (!entry) return key.replaceAll('-', ' ');
  return lang === 'en' ? entry[0] : entry[1];
}

function hasWords(family: KeyFamily, key: string): boolean {
  return key.split('+').every((one) => LEXICON[family][one] !== undefined);
}

/** The sentence of a finding: its rule's message with the finding's data put in. */
export function findingMessage(finding: Finding, rules: RuleIndex, lang: Lang): string {
  const template = rules.get(finding.rule)?.message[lang];
  if (template === undefined || template === '') return fallback(finding, lang);
  return fillIn(template, { ...finding.data, quote: finding.quote }, lang);
}

function fallback(finding: Finding, lang: Lang): string {
  const name = (finding.rule.split('/')[1] ?? finding.rule).replaceAll('-', ' ');
  if (finding.quote === '') return name;
  return lang === 'zh' ? `${name}：“${finding.quote}”` : `${name}: “${finding.quote}”`;
}

/** Puts data into the {names} of a template. A name without data is left in words, so that the sentence can still be read. */
export function fillIn(template: string, data: Readonly<Record<string, Json>>, lang: Lang): string {
  return filled(templateOf(template), data, lang);
}

/** Words and names by turns: the first are words. */
type Template = readonly string[];

function templateOf(text: string): Template {
  return text.split(/\{([a-zA-Z][\w-]*)\}/u);
}

function filled(template: Template, data: Readonly<Record<string, Json>>, lang: Lang): string {
  let told = '';
  for (let at = 0; at < template.length; at++) {
    const part = template[at] ?? '';
    const value = at % 2 === 0 ? undefined : data[part];
    told += value === undefined ? part : said(part, value, lang);
  }
  return told;
}

/** How each family of checks is told. */
const DERIVATIONS: ReadonlyMap<string, Readonly<Record<Lang, Template>>> = new Map(
  Object.entries(derivations).map(([family, [en, zh]]) => [family, { en: templateOf(en), zh: templateOf(zh) }]),
);

const KEYS_BY_NAME: Readonly<Record<string, KeyFamily>> = {
  verdict: 'verdict',
  reason: 'reason',
  cause: 'cause',
  likelyCause: 'cause',
  relation: 'relation',
  sign: 'sign',
  signs: 'sign',
  reasons: 'sign',
  genre: 'sign',
  completeness: 'completeness',
  missing: 'missing',
  part: 'part',
  parts: 'part',
  level: 'level',
  measure: 'measure',
  nature: 'nature',
  basis: 'basis',
};

function said(name: string, value: Json, lang: Lang): string {
  if (value === null) return lang === 'zh' ? '未知' : 'unknown';
  if (typeof value === 'string') {
    const family = KEYS_BY_NAME[name];
    return family ? keysSaid(family, value, lang) : value;
  }
  if (typeof value !== 'object') return String(value);
  const items = Array.isArray(value) ? value : Object.values(value);
  return items.map((item: Json) => said(name, item, lang)).join(lang === 'zh' ? '、' : ', ');
}

/** Keys of one family, parted by commas, in words; what is no key stays as it is. */
function keysSaid(family: KeyFamily, value: string, lang: Lang): string {
  const keys = value.split(', ');
  if (!keys.every((key) => hasWords(family, key))) return value;
  return keys.map((key) => word(family, key, lang)).join(lang === 'zh' ? '、' : ', ');
}

/** A check told in one sentence: what was read, what follows from it, what is written, the verdict and why. */
export function derivation(check: Check, figures: FigureIndex, lang: Lang): string {
  const verdict = word('verdict', check.verdict, lang);
  const why = word('reason', check.reason, lang);
  const cause = check.likelyCause === null ? null : word('cause', check.likelyCause, lang);
  const told = fromData(check, figures, lang) ?? fromFigures(check, figures, lang);
  if (lang === 'zh') return `${told}${verdict}：${why}${cause === null ? '' : `；可能是${cause}`}。`;
  return `${told} ${capital(verdict)}: ${why}${cause === null ? '' : `; likely ${cause}`}.`;
}

/** The comparison as its family is told; null when the check does not name all that it takes. */
function fromData(check: Check, figures: FigureIndex, lang: Lang): string | null {
  const template = DERIVATIONS.get(check.family)?.[lang];
  if (template?.every((part, at) => at % 2 === 0 || check.data[part] !== undefined) !== true) return null;
  const told = filled(template, check.data, lang);
  for (let at = check.figureIds.length - 1; at >= 0; at--) {
    const named = figures.get(check.figureIds[at] ?? '');
    if (named === undefined || named.region === null || told.includes(named.region)) continue;
    return `${subjectName(named)} ${told}`;
  }
  return told;
}

/** `杭州市 2024`: place and year of the report that a figure stands in. */
function subjectName({ region, year }: NamedFigure): string {
  return [region, year].filter((one) => one !== null).join(' ');
}

/** The comparison told from the figures and the two intervals alone. */
function fromFigures(check: Check, figures: FigureIndex, lang: Lang): string {
  const known = check.figureIds.flatMap((id) => figures.get(id) ?? []);
  const read = known.map((one) => figureName(one, lang)).join(lang === 'zh' ? '；' : '; ');
  const unit = unitOf(check, known);
  const [expected, actual] = [span(check.expected, unit, lang), span(check.actual, unit, lang)];
  const compares = check.verdict !== 'cannot-tell' || isKnown(check.expected);
  if (lang === 'zh') return `${read}。${compares ? `由此推得 ${expected}，原文为 ${actual}。` : ''}`;
  return `${read}.${compares ? ` From these follows ${expected}; written is ${actual}.` : ''}`;
}

/** `和县2025 区级一般公共预算收入“9.40亿元”`. */
export function figureName(named: NamedFigure, lang: Lang): string {
  const { figure } = named;
  const where = subjectName(named);
  const about = figure.period === null ? '' : periodName(figure.period);
  const words = [where, about === '' ? '' : `[${about}]`, figure.indicatorText].filter((one) => one !== '').join(' ');
  return lang === 'zh' ? `${words}“${figure.quote}”` : `${words} “${figure.quote}”`;
}

/** `2024`, `2024-12-31` or `2024-01..2024-09`. */
export function periodName({ start, end }: { start: string; end: string }): string {
  const year = start.slice(0, 4);
  if (start === `${year}-01-01` && end === `${year}-12-31`) return year;
  return start === end ? start : `${start.slice(0, 7)}..${end.slice(0, 7)}`;
}

function unitOf(check: Check, known: readonly NamedFigure[]): string {
  const rows = known.map(({ figure }) => ({ ...figure.interval, unit: figure.unit }));
  return comparedUnit(rows, check.actual);
}

/**
 * Unit of the values that a check compares: that of the figure whose interval is the one written, else the one unit that all
 * figures but percentages share; empty when they share none.
 */
export function comparedUnit(figures: readonly (Interval & { readonly unit: string })[], actual: Interval): string {
  const written = figures.find(({ low, high }) => low === actual.low && high === actual.high);
  if (written) return written.unit;
  const units = new Set(figures.map(({ unit }) => unit));
  if (units.size > 1) units.delete('%');
  const [unit] = units;
  return units.size === 1 && unit !== undefined ? unit : '';
}

function isKnown({ low, high }: Interval): boolean {
  return low !== null || high !== null;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/**
 * Keys and names in an audit that have no words yet: `reason some-key`, `noise/page-jump en {name}`, `noise/page-jump no card`.
 * Empty when every sentence can be made in full. Sorted, each once.
 */
export function missingWords(audit: Audit): string[] {
  const rules = ruleIndex(audit.rules);
  const keys: (readonly [KeyFamily, string])[] = [
    ...audit.corpus.checks.flatMap((check): (readonly [KeyFamily, string])[] => [
      ['reason', check.reason],
      ['check', check.family],
      ...(check.likelyCause === null ? [] : [['cause', check.likelyCause] as const]),
    ]),
    ...audit.corpus.pairs.map((pair) => ['kept', pair.reason] as const),
    ...audit.sources
      .flatMap((one) => one.reports)
      .flatMap((report) => [...report.completeness.evidence, ...report.identity.evidence])
      .map((one) => ['sign', one.sign] as const),
  ];
  const gaps = keys.filter(([family, key]) => !hasWords(family, key)).map(([family, key]) => `${family} ${key}`);
  const unfilled = audit.findings.flatMap((finding) => {
    const message = rules.get(finding.rule)?.message;
    if (!message) return [`${finding.rule} no card`];
    return [...namesIn(message.en, 'en'), ...namesIn(message.zh, 'zh')]
      .filter(([, name]) => name !== 'quote' && finding.data[name] === undefined)
      .map(([lang, name]) => `${finding.rule} ${lang} {${name}}`);
  });
  return [...new Set([...gaps, ...unfilled])].sort(compareText);
}

function namesIn(template: string, lang: Lang): (readonly [Lang, string])[] {
  return templateOf(template).flatMap((part, at) => (at % 2 === 0 ? [] : [[lang, part] as const]));
}
