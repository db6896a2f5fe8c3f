/** Reads an audit and its tables / gives SARIF 2.1.0 / promises: fingerprints that survive moved lines, and accepted findings as suppressed. */
import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { Audit, RuleWords } from '../model/audit.ts';
import { uriPart } from './escape.ts';
import type { Lang } from './lexicon.ts';
import type { FindingRow, SourceRow } from './rows.ts';
import type { Tables } from './schema.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** The audit as a SARIF log. Columns count UTF-16 code units; messages are in `lang`, the other language is in the properties. */
export function auditSarif(audit: Audit, tables: Tables, lang: Lang): string {
  const rules = audit.rules.filter((rule) => rule.status !== 'retired');
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
            rules: rules.map((rule) => descriptor(rule, lang)),
            properties: { rulesDigest: audit.rulesDigest },
          },
        },
        columnKind: 'utf16CodeUnits',
        language: lang === 'zh' ? 'zh-CN' : 'en-US',
        artifacts: tables.sources.map(artifact),
        results: tables.findings.map((row) => result(row, { lang, indexes, paths })),
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
    fullDescription: { text: rule.why },
    help: { text: rule.why },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { tags: [rule.id.split('/')[0] ?? rule.id, rule.scope], status: rule.status },
  };
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
}

function result(row: FindingRow, { lang, indexes, paths }: Ground): Result {
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
    message: { text: said },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri, index }, ...region },
        ...(row.report_id === null ? {} : { logicalLocations: [{ name: row.report_id, kind: 'report' }] }),
      },
    ],
    partialFingerprints: { 'jiaokanFinding/v1': row.finding_id },
    ...(row.state === 'accepted' ? { suppressions: [{ kind: 'external', status: 'accepted' } as const] } : {}),
    properties: { message: other, data: JSON.parse(row.data) },
  };
}

/** A path as a relative URI reference. */
function uriOf(path: string): string {
  return path.replaceAll('\\', '/').split('/').map(uriPart).join('/');
}
