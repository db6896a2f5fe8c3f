/**
 * Reads findings as they were made / gives them as published / promises: a total order, and ids that do not move
 * when lines or bytes do.
 */
import { createHash } from 'node:crypto';
import type { Accepted } from '../corpus/accept.ts';
import type { PublishedFinding } from '../model/audit.ts';
import type { ReportFacts } from '../model/fact.ts';
import { canonicalJson, compareFindings, type Finding, type Json } from '../model/finding.ts';

/** Hex digits of a finding's id: 64 bits, far beyond the birthday bound of any corpus. */
const ID_DIGITS = 16;

/** Gives every finding its id and state, in total order. */
export function publish(
  findings: readonly Finding[],
  reports: readonly ReportFacts[],
  accepted: Accepted,
): PublishedFinding[] {
  const subjects = new Map(reports.map((report) => [report.reportId, subjectOf(report)]));
  const repeats = new Map<string, number>();
  return [...findings].sort(compareFindings).map((finding) => {
    const said = wordsOf(finding, subjects);
    const occurrence = repeats.get(said) ?? 0;
    repeats.set(said, occurrence + 1);
    const findingId = createHash('sha256').update(`${said}\n${occurrence}`).digest('hex').slice(0, ID_DIGITS);
    return { ...finding, findingId, state: accepted.has(finding.rule, findingId) ? 'accepted' : 'new' };
  });
}

/** What a finding is about: region and year where they are known, so that a renamed file keeps its findings. */
function subjectOf({ identity, sourceId }: ReportFacts): string {
  const { regionCode, reportYear } = identity;
  return regionCode !== null && reportYear !== null ? `${regionCode}/${reportYear}` : sourceId;
}

function wordsOf(finding: Finding, subjects: ReadonlyMap<string, string>): string {
  const subject = (finding.reportId === null ? undefined : subjects.get(finding.reportId)) ?? finding.sourceId;
  return [finding.rule, subject, normalForm(finding.quote), canonicalJson(content(finding.data, subjects))].join('\n');
}

/** Shares of a text are measured, and move a little whenever the text does; they are told as words, unlike other measures. */
const MEASURED = 'shared';

/**
 * What data says, without what was measured or counted: JSON numbers are counts, shares and pages (figures of a report are strings),
 * and another report is named by what it is about, so that renaming its file changes nothing.
 */
function content(value: Json, subjects: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return subjects.get(value) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: Json) => content(one, subjects));
  const kept = Object.entries(value).filter(([key, one]) => typeof one !== 'number' && key !== MEASURED);
  return Object.fromEntries(kept.map(([key, one]) => [key, content(one, subjects)]));
}

/** NFKC without white space, runs of one mark as one: the same words in another width or layout are the same quote. */
function normalForm(quote: string): string {
  return quote
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/([^\p{L}\p{N}])\1+/gu, '$1');
}
