/** Reads the bytes of one source / gives a SourceResult / promises: pure, nothing lost, bad input becomes findings. */
import { createHash } from 'node:crypto';
import { applyEdits } from '../model/layer.ts';
import type { SourceView } from '../model/report.ts';
import type { SourceMeta, SourceResult } from '../model/result.ts';
import type { Rules } from '../rules/card.ts';
import { mendEdits, noiseEdits } from './clean.ts';
import { decode } from './decode.ts';
import { findingOf, findingsOfSignals, type Ground } from './findings.ts';
import { withGenre } from './genre/verdict.ts';
import { halfWidth } from './half-width.ts';
import { ledgerOf } from './ledger.ts';
import { placesOf } from './places.ts';
import { repeatSignals } from './repeats.ts';
import { readReport, weightsOf } from './report.ts';
import { removalSigns } from './review.ts';
import { simplified } from './script.ts';
import { segment } from './segment.ts';
import { frontMatter, sniffMediaType, unwrap } from './unwrap.ts';

/**
 * Reads one source from bytes to reports, figures, edits and findings.
 * @param bytes the source exactly as collected
 * @throws only for a bug in a stage: no bytes make it fail
 */
export function readSource(bytes: Uint8Array, meta: SourceMeta, rules: Rules): SourceResult {
  const { sourceId } = meta;
  const { layer: decoded, charset, wellFormed, signals: decodeSignals } = decode(bytes, meta.unread);
  const mediaType = sniffMediaType(nameOf(meta), decoded.text);
  const { edits: residue, signals: unwrapSignals } = unwrap(decoded, mediaType, rules);
  const unwrapped = applyEdits(decoded, residue, 'unwrapped');
  // What is read is in simplified script; what is kept is as it was written.
  const plain = simplified(unwrapped.text);
  const { reports: ranges, promised, signals: segmentSignals, partials } = segment(plain, rules.vocabulary);
  const view: SourceView = { sourceId, text: plain, reports: ranges, promised };
  const kept = applyEdits(unwrapped, noiseEdits(view, rules), 'kept');
  const clean = applyEdits(kept, mendEdits(halfWidth(simplified(kept.text)), rules), 'clean');

  const places = placesOf(sourceId, decoded);
  const hints = {
    title: meta.title ?? frontMatter(decoded.text)?.title ?? null,
    path: meta.path,
    shared: ranges.length > 1,
  };
  const provenance = [meta.publisher, meta.url, meta.collectedOn].filter((known) => known !== null).length;
  const shared = { clean, places, hints, provenance, view, rules, weights: weightsOf(rules) };
  const read = ranges.map((place, ordinal) =>
    readReport({ ...shared, place, ordinal, partials: partials[ordinal] ?? [] }),
  );

  const repeats = repeatSignals(
    read.map((one) => one.report),
    ranges,
  );

  const onDecoded: Ground<'decoded'> = {
    sourceId,
    reportId: null,
    text: decoded.text,
    place: (at) => places.of(decoded, at, null),
  };
  const onUnwrapped: Ground<'unwrapped'> = {
    sourceId,
    reportId: null,
    text: unwrapped.text,
    place: (at) => places.of(unwrapped, at, null),
  };
  const sourceRules = rules.rules.flatMap((rule) => {
    if (rule.run.shape !== 'source' || rule.card.status === 'retired') return [];
    return rule.run.hits(view).map((hit) => findingOf(rule, onUnwrapped, hit.range, hit.data));
  });

  const digest = sha256(bytes);
  // Well-formed UTF-8 is its own encoding: the text has the digest of the bytes.
  const isOwnEncoding = charset === 'utf-8' && wellFormed;
  return {
    source: {
      ...meta,
      sha256: digest,
      bytes: bytes.length,
      charset,
      mediaType,
      decodedSha256: isOwnEncoding ? digest : sha256(decoded.text),
      decodedChars: decoded.text.length,
      keptChars: clean.text.length,
      removedChars: decoded.text.length - clean.text.length,
      promised,
    },
    reports: read.map((one) => one.report),
    edits: ledgerOf(sourceId, clean),
    findings: [
      ...findingsOfSignals([...decodeSignals, ...unwrapSignals], rules, onDecoded),
      ...findingsOfSignals(
        [...withGenre(segmentSignals, plain, rules.vocabulary.genres), ...repeats, ...removalSigns(view, kept.edits)],
        rules,
        onUnwrapped,
      ),
      ...sourceRules,
      ...read.flatMap((one) => one.findings),
    ],
    facts: read.map((one) => one.facts),
  };
}

/** The name that tells what a text is written in; the id of a record tells nothing of it. */
function nameOf({ path, takenFrom }: SourceMeta): string {
  return takenFrom !== undefined && /(?:jsonl|csv|parquet)$/.test(takenFrom.kind) ? '' : path;
}

function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
