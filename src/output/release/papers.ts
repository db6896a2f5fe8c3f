/** Reads what is said of a release / gives CITATION.cff and CHANGELOG.md / promises: the same release gives the same papers. */
import type { SourceRow } from '../rows.ts';
import { type DataChange, KEYWORDS, type Origin, type ReleaseNotes, RIGHTS, SUMMARY } from './facts.ts';

/** How to cite the dataset, and the files that it was made from, in the Citation File Format 1.2.0. */
export function citation(sources: readonly SourceRow[], origin: Origin, notes: ReleaseNotes): string {
  const [latest] = notes.releases;
  const lines = [
    'cff-version: 1.2.0',
    `message: ${quoted('If you use this dataset, please cite it, and the sources that you rely on.')}`,
    'type: dataset',
    `title: ${quoted(notes.title)}`,
    'authors:',
    ...notes.creators.map((name) => `  - name: ${quoted(name)}`),
    `version: ${quoted(latest?.version ?? origin.version)}`,
    ...(latest ? [`date-released: ${quoted(latest.date)}`] : []),
    ...(notes.url === null ? [] : [`url: ${quoted(notes.url)}`]),
    'identifiers:',
    '  - type: other',
    `    value: ${quoted(`sha256:${origin.corpusDigest}`)}`,
    '    description: digest of the corpus',
    `abstract: ${quoted(`${SUMMARY} ${RIGHTS}`)}`,
    'keywords:',
    ...KEYWORDS.map((word) => `  - ${quoted(word)}`),
    ...(sources.length > 0 ? ['references:', ...sources.flatMap(reference)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same in one line, as BibTeX. */
export function citedAs(origin: Origin, notes: ReleaseNotes): string {
  const [latest] = notes.releases;
  const fields = [
    `title = {${notes.title}}`,
    `author = {${notes.creators.map((name) => `{${name}}`).join(' and ')}}`,
    `version = {${latest?.version ?? origin.version}}`,
    ...(latest ? [`year = {${latest.date.slice(0, 4)}}`] : []),
    ...(notes.url === null ? [] : [`url = {${notes.url}}`]),
    `note = {corpus sha256:${origin.corpusDigest}}`,
  ];
  return `@misc{government-work-reports-audited, ${fields.join(', ')}}`;
}

function reference(row: SourceRow): string[] {
  return [
    '  - type: generic',
    `    title: ${quoted(row.title ?? row.path)}`,
    '    authors:',
    `      - name: ${quoted(row.publisher ?? 'not known')}`,
    ...(row.url === null ? [] : [`    url: ${quoted(row.url)}`]),
    ...(row.collected_on === null ? [] : [`    date-accessed: ${quoted(row.collected_on)}`]),
    `    notes: ${quoted(`sha256:${row.sha256}`)}`,
  ];
}

/** A string of JSON is one of YAML. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

/** What changed in the data from release to release, each with the rule or source behind it. */
export function changelog(notes: ReleaseNotes): string {
  const releases = notes.releases.map(
    ({ version, date, changes }) => `## ${version} (${date})\n\n${changes.map(changeLine).join('\n')}`,
  );
  const text = releases.length > 0 ? releases : ['No release has been recorded.'];
  return `${['# Changes of the data', ...text].join('\n\n')}\n`;
}

function changeLine({ text, sources, rules }: DataChange): string {
  const behind = [...rules.map((one) => `rule \`${one}\``), ...sources.map((one) => `source \`${one}\``)];
  return `- ${text}${behind.length > 0 ? ` (${behind.join(', ')})` : ''}`;
}
