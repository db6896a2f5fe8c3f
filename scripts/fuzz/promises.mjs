/** What does not add up in a result: the promises that every source keeps, whatever its bytes. */
import { createHash } from 'node:crypto';
import { undoEdits } from '../../build/model/layer.js';

const sha256 = (data) => createHash('sha256').update(data).digest('hex');

/** Every broken promise in words; empty when all are kept. */
export function faultsOf(result, bytes) {
  return [
    ...rebuildFaults(result, bytes),
    ...editFaults(result, bytes),
    ...result.reports.flatMap((one) => reportFaults(one, bytes)),
    ...findingFaults(result, bytes),
  ];
}

function rebuildFaults({ source, reports, edits }, bytes) {
  const of = (layer) => edits.filter((edit) => edit.layer === layer);
  const clean = reports.map((report) => report.text).join('');
  const decoded = undoEdits(undoEdits(undoEdits(clean, of('kept')), of('unwrapped')), of('decoded'));
  const faults = [];
  if (sha256(decoded) !== source.decodedSha256) faults.push('the decoded source cannot be rebuilt');
  if (sha256(bytes) !== source.sha256) faults.push('the digest of the bytes is wrong');
  if (decoded.length !== source.decodedChars) faults.push('the count of decoded characters is wrong');
  return faults;
}

function editFaults({ edits }, bytes) {
  const faults = [];
  for (const { rule, bytes: at } of edits) {
    if (rule === '') faults.push('an edit names no rule');
    if (at.end <= at.start || at.start < 0 || at.end > bytes.length) faults.push(`edit ${rule}: no bytes of the file`);
  }
  return faults;
}

function reportFaults({ text, figures, figureBytes, outline, completeness }, bytes) {
  const faults = [];
  for (const [index, figure] of figures.entries()) {
    const { start, end } = figure.range;
    if (text.slice(start, end) !== figure.quote) faults.push(`quote of ${figure.figureId}`);
    const place = figureBytes[index];
    if (!place || place.end <= place.start || place.end > bytes.length) faults.push(`bytes of ${figure.figureId}`);
    faults.push(...valueFaults(figure));
  }
  let last = 0;
  for (const { range } of outline.paragraphs) {
    if (range.start < last || range.end < range.start || range.end > text.length)
      faults.push('paragraphs out of order');
    if (text.slice(range.start, range.end).includes('\n')) faults.push('a paragraph of two lines');
    last = range.end;
  }
  const share = completeness.sharePresent?.estimate ?? 0;
  if (!(share >= 0 && share <= 1)) faults.push(`share present is ${share}`);
  return faults;
}

const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Values are exact decimals, and lie in the interval that their written form stands for. */
function valueFaults({ figureId, value, interval }) {
  const numbers = [value, interval?.low, interval?.high].filter((one) => one !== null && one !== undefined);
  return numbers.filter((one) => !DECIMAL.test(one)).map((one) => `${figureId}: ${one} is no decimal`);
}

function findingFaults({ findings, source }, bytes) {
  return findings.flatMap(({ rule, sourceId, place }) => {
    if (sourceId !== source.sourceId) return [`finding ${rule} of another source`];
    if (place === null) return [];
    const { start, end } = place.bytes;
    return start >= 0 && start <= end && end <= bytes.length && place.line >= 1 && place.column >= 1
      ? []
      : [`finding ${rule}: no place of the file`];
  });
}
