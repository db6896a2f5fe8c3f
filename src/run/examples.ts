/** Reads the sources of an example through the whole pipeline / gives what each rule found or took away / promises: nothing is searched for. */
import { reconcile } from '../corpus/reconcile.ts';
import type { SourceMeta } from '../model/result.ts';
import type { Rules } from '../rules/card.ts';
import { exampleBytes, exampleUnit } from '../rules/example-bytes.ts';
import type { ExampleHit, ReadExample } from '../rules/examples.ts';
import { readSource } from '../source/read.ts';

/** A reader for `checkExamples`: findings of every rule, and the edits of rules that clean. */
export function exampleReader(rules: Rules): ReadExample {
  return (sources) => {
    const inputs = sources.map(({ name, text }) => ({ name, text, bytes: exampleBytes(text) }));
    const results = inputs.map(({ name, bytes }) => readSource(bytes, metaOf(name), rules));
    const corpus = reconcile(
      results.flatMap((one) => one.facts),
      rules,
    );
    const unitsOf = new Map(inputs.map(({ name, text }) => [name, (at: number) => exampleUnit(text, at)]));
    const hit = (rule: string, source: string, bytes: { start: number; end: number } | null): ExampleHit => {
      const units = unitsOf.get(source);
      if (bytes === null || !units) return { rule, source, start: null, end: null };
      return { rule, source, start: units(bytes.start), end: units(bytes.end) };
    };
    return [
      ...results.flatMap((one) => one.edits.map((edit) => hit(edit.rule, edit.sourceId, edit.bytes))),
      ...[...results.flatMap((one) => one.findings), ...corpus.findings].map((finding) =>
        hit(finding.rule, finding.sourceId, finding.place?.bytes ?? null),
      ),
    ];
  };
}

function metaOf(name: string): SourceMeta {
  return { sourceId: name, path: name, title: null, publisher: null, url: null, collectedOn: null };
}
