/** Time of each stage of reading a source, by calling the stages one after another as src/source/read.ts does. */
import { performance } from 'node:perf_hooks';
import { above, applyEdits } from '../../build/model/layer.js';
import { mendEdits, noiseEdits } from '../../build/source/clean.js';
import { complete } from '../../build/source/complete.js';
import { decode } from '../../build/source/decode.js';
import { identify } from '../../build/source/identify.js';
import { ledgerOf } from '../../build/source/ledger.js';
import { meaning } from '../../build/source/meaning.js';
import { outline } from '../../build/source/outline.js';
import { quantities } from '../../build/source/quantity.js';
import { ownText } from '../../build/source/report.js';
import { segment } from '../../build/source/segment.js';
import { sketch } from '../../build/source/sketch.js';
import { sniffMediaType, unwrap } from '../../build/source/unwrap.js';

/** Milliseconds by stage over all inputs. */
export function timeStages(inputs, rules) {
  const spent = new Map();
  const timed = (stage, work) => {
    const start = performance.now();
    const result = work();
    spent.set(stage, (spent.get(stage) ?? 0) + performance.now() - start);
    return result;
  };
  for (const input of inputs) readTimed(input, rules, timed);
  return spent;
}

function readTimed({ meta, bytes }, rules, timed) {
  const { vocabulary } = rules;
  const { layer: decoded } = timed('decode', () => decode(bytes));
  const unwrapped = timed('unwrap', () => {
    const { edits } = unwrap(decoded, sniffMediaType(meta.path, decoded.text), rules);
    return applyEdits(decoded, edits, 'unwrapped');
  });
  const { reports, promised } = timed('segment', () => segment(unwrapped.text, vocabulary));
  const view = { sourceId: meta.sourceId, text: unwrapped.text, reports, promised };
  const clean = timed('clean', () => {
    const kept = applyEdits(unwrapped, noiseEdits(view, rules), 'kept');
    return applyEdits(kept, mendEdits(kept.text, rules), 'clean');
  });
  timed('ledger', () => ledgerOf(meta.sourceId, clean));
  const weights = new Map(rules.rules.flatMap(({ run }) => (run.shape === 'signal' ? [[run.sign, run.weight]] : [])));
  for (const [ordinal, place] of reports.entries()) {
    const at = above(clean, above(clean.under, place));
    const text = ownText(clean.text, at.start, at.end);
    const reportId = `${meta.sourceId}#${ordinal + 1}`;
    const shape = timed('outline', () => outline(text, vocabulary));
    const hints = { title: meta.title, path: meta.path };
    const { identity } = timed('identify', () => identify(text, shape, vocabulary, hints));
    const { quantities: found } = timed('quantity', () => quantities(text, vocabulary));
    const figures = timed('meaning', () => meaning({ reportId, text, outline: shape, identity }, found, vocabulary));
    const whole = { reportId, text, outline: shape, identity, figures };
    const others = reports.filter((_, index) => index !== ordinal).map(({ start, end }) => end - start);
    timed('complete', () => complete(whole, { promised, ordinal, otherReportsChars: others }, vocabulary, weights));
    timed('rules', () => rules.rules.flatMap(({ run }) => (run.shape === 'report' ? run.hits(whole) : [])));
    timed('sketch', () => sketch(text, figures));
  }
}
