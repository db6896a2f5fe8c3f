/** Reads an audit and its tables / gives SARIF 2.1.0 / promises: fingerprints that survive moved lines, and accepted findings as suppressed. */
import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { Audit, RuleWords } from '../model/audit.ts';
import { sarifText, uriPart } from './escape.ts';
import type { GateView } from './gate-changes.ts';
import type { Lang } from './lexicon.ts';
import type { FindingRow, SourceRow } from './rows.ts';
import { baselineState, gateResults, gateRules } from './sarif-gate.ts';
import type { Tables } from './schema.ts';
import { whyIn } from './words.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * The audit as a SARIF log. Columns count UTF-16 code units; messages are in `lang`, the other language is in the properties.
 * @param view the verdict of the gate: results then say whether they are new, and what is gone is there as absent
 */
export function auditSarif(audit: Audit, tables: Tables, lang: Lang, view: GateView | null = null): string {
  const rules = [
    ...audit.rules.filter((rule) => rule.status !== 'retired').map((rule) => descriptor(rule, lang)),
    ...(view ? gateRules(lang) : []),
  ];
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
  const paths = new Map(tables.sources.map((row, index) => [row.source_id, { uri: uriOf(row.path), index }]));
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: audit.tool,
            version: audit.version,
            semanticVersion: audit.version,
            rules,
            properties: { rulesDigest: audit.rulesDigest },
          },
        },
        columnKind: 'utf16CodeUnits',
        language: lang === 'zh' ? 'zh-CN' : 'en-US',
        artifacts: tables.sources.map(artifact),
        results: [
          ...tables.findings.map((row) => result(row, { lang, indexes, paths, view })),
          ...(view ? gateResults(view, { lang, indexes, paths, uriOf }) : []),
        ],
        properties: { corpusDigest: audit.corpusDigest },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor(rule: RuleWords, lang: Lang): ReportingDescriptor {
  const name = (rule.id.split('/')[1] ?? rule.id)
    .split('-')
    .map((one) => one.slice(0, 1).toUpperCase() + one.slice(1))
    .join('');
  return {
    id: rule.id,
    name,
    shortDescription: { text: rule.message[lang] },
    fullDescription: { text: whyIn(rule, lang) },
    help: { text: whyIn(rule, lang), markdown: helpPage(rule, lang) },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { tags: [rule.id.split('/')[0] ?? rule.id, rule.scope], status: rule.status },
  };
}

/** The rule's help as viewers show it beside a result. */
function helpPage(rule: RuleWords, lang: Lang): string {
  const { id, severity, status, message } = rule;
  const [said, other] = lang === 'zh' ? [message.zh, message.en] : [message.en, message.zh];
  const accept = 'jiaokan gate --accept FINGERPRINT --reason "…"';
  const after =
    lang === 'zh'
      ? `核对后认为无误：\`${accept}\`。规则全文：\`jiaokan explain ${id}\`。`
      : `Right as it is? \`${accept}\`. The rule in full: \`jiaokan explain ${id}\`.`;
  return [`## ${id}`, `**${code(said)}**\n${code(other)}`, whyIn(rule, lang).trim(), `*${severity}, ${status}*`, after]
    .join('\n\n')
    .concat('\n');
}

/** A message with its placeholders, which are no Markdown. */
function code(message: string): string {
  return message.replace(/[<>*_`]/gu, '\\$&');
}

function artifact(row: SourceRow): NonNullable<Log['runs'][number]['artifacts']>[number] {
  return {
    location: { uri: uriOf(row.path) },
    length: row.bytes,
    hashes: { 'sha-256': row.sha256 },
    mimeType: row.media_type,
    encoding: row.charset,
  };
}

interface Ground {
  readonly lang: Lang;
  readonly indexes: ReadonlyMap<string, number>;
  readonly paths: ReadonlyMap<string, { readonly uri: string; readonly index: number }>;
  readonly view: GateView | null;
}

function result(row: FindingRow, { lang, indexes, paths, view }: Ground): Result {
  const [said, other] = lang === 'zh' ? [row.message_zh, row.message_en] : [row.message_en, row.message_zh];
  const { uri, index } = paths.get(row.source_id) ?? { uri: row.source_id, index: -1 };
  const region =
    row.line === null || row.column === null || row.byte_start === null || row.byte_end === null
      ? {}
      : {
          region: {
            startLine: row.line,
            startColumn: row.column,
            byteOffset: row.byte_start,
            byteLength: row.byte_end - row.byte_start,
            snippet: { text: row.quote },
          },
        };
  return {
    ruleId: row.rule,
    ruleIndex: indexes.get(row.rule) ?? -1,
    level: LEVELS[row.severity],
    message: { text: sarifText(said) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri, index }, ...region },
        ...(row.report_id === null ? {} : { logicalLocations: [{ name: row.report_id, kind: 'report' }] }),
      },
    ],
    partialFingerprints: { 'jiaokanFinding/v1': row.finding_id },
    ...(view ? { baselineState: baselineState(row, view) } : {}),
    // All results of a log have suppressions or none has (SARIF 2.1.0, 3.27.23).
    suppressions: row.state === 'accepted' ? [suppression(view?.accepted.get(row.finding_id)?.reason)] : [],
    properties: { message: other, data: JSON.parse(row.data) },
  };
}

function suppression(reason: string | undefined) {
  return { kind: 'external', status: 'accepted', ...(reason === undefined ? {} : { justification: reason }) } as const;
}

/** A path as a relative URI reference. */
function uriOf(path: string): string {
  return path.replaceAll('\\', '/').split('/').map(uriPart).join('/');
}
