/** A finding wherever a pattern fits the text of a report or of a source. Named groups become data of the message. */
import type { Json } from '../../model/finding.ts';
import { range } from '../../model/offset.ts';
import type { Part, ReportView } from '../../model/report.ts';
import type { Hit, Kind } from '../card.ts';
import { textsOf } from './params.ts';
import { meetsAny, PIECES_SCHEMA, patternListSchema, patternsOf, type Span, spansOf } from './patterns.ts';

const PARTS: readonly Part[] = ['opening', 'review', 'plan', 'self-government', 'closing', 'glossary', 'annex'];

export const patternKind: Kind = {
  name: 'pattern',
  scopes: ['report', 'paragraph'],
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['find'],
    properties: {
      pieces: PIECES_SCHEMA,
      find: {
        anyOf: [
          { type: 'string', minLength: 1 },
          { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
        ],
        description: 'Pattern, or patterns, of what is found. A group named `place` narrows the finding to that group.',
      },
      except: patternListSchema('A find that meets one of these is no finding.'),
      parts: {
        type: 'array',
        minItems: 1,
        items: { enum: [...PARTS] },
        description: 'Only paragraphs of these parts of the report. Default: all.',
      },
    },
  },
  compile(params) {
    const find = patternsOf(params, 'find', 'anywhere').map((regex) => new RegExp(regex.source, `${regex.flags}d`));
    const except = patternsOf(params, 'except', 'anywhere');
    const parts = new Set(textsOf(params, 'parts'));
    return {
      shape: 'report',
      hits(view) {
        const found = matchesOf(view.text, find);
        if (found.length === 0) return [];
        const guarded = meetsAny(spansOf(view.text, except));
        const inPart = parts.size === 0 ? () => true : meetsAny(paragraphsOf(view, parts));
        return found.filter(({ range: { start, end } }) => inPart(start, end) && !guarded(start, end));
      },
    };
  },
};

interface PlacedHit extends Hit<'report'> {
  readonly range: NonNullable<Hit<'report'>['range']>;
}

/** All matches in order of place; where two overlap, the one that starts first is kept. */
function matchesOf(text: string, find: readonly RegExp[]): PlacedHit[] {
  const hits = find.flatMap((regex) => [...text.matchAll(regex)].flatMap(hitOf));
  hits.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let end = 0;
  return hits.filter(({ range: place }) => {
    if (place.start < end) return false;
    end = place.end;
    return true;
  });
}

function hitOf(match: RegExpExecArray): PlacedHit[] {
  if (match[0].length === 0) return [];
  const data: Record<string, Json> = {};
  for (const [name, value] of Object.entries(match.groups ?? {})) {
    if (name !== 'place' && value !== undefined) data[name] = value;
  }
  const [start, end] = match.indices?.groups?.place ?? [match.index, match.index + match[0].length];
  return [{ range: range(start, end), data }];
}

function paragraphsOf(view: ReportView, parts: ReadonlySet<string>): Span[] {
  return view.outline.paragraphs
    .filter(({ part }) => parts.has(part))
    .map(({ range: { start, end } }) => ({ start, end }));
}
