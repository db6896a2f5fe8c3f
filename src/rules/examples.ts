/** Reads the examples of all cards / gives what each card got right and wrong / promises: a card's examples are its tests. */
import type { Card, Example, Rules, Scope } from './card.ts';
import { type MarkedSpan, stripMarks } from './marks.ts';

export { stripMarks } from './marks.ts';

/** Something a rule found or took away in a source. Offsets count UTF-16 units of the text that was given; null: no place. */
export interface ExampleHit {
  readonly rule: string;
  readonly source: string;
  readonly start: number | null;
  readonly end: number | null;
}

/** Runs the whole pipeline over a few sources: findings of all rules, and the edits of rules that clean. */
export type ReadExample = (
  sources: readonly { readonly name: string; readonly text: string }[],
) => readonly ExampleHit[];

export type ExampleOutcome = 'right' | 'missed' | 'wrong-span' | 'fired' | 'known-wrong' | 'known-wrong-now-right';

/** One example that was run. `expected` and `found` are quotes, for a person to compare. */
export interface ExampleResult {
  readonly verdict: Example['verdict'];
  readonly outcome: ExampleOutcome;
  readonly line: number;
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/** How the examples of one card went. It passes when nothing was missed, nothing stood elsewhere, and no miss fired. */
export interface CardReport {
  readonly rule: string;
  readonly file: string;
  readonly passed: boolean;
  readonly hitsRight: number;
  readonly hitsMissed: number;
  readonly wrongSpan: number;
  readonly missesQuiet: number;
  readonly missesFired: number;
  readonly knownWrong: number;
  readonly results: readonly ExampleResult[];
}

/** Runs every example of every card that is not retired, in order of id. */
export function checkExamples(rules: Rules, read: ReadExample): CardReport[] {
  return rules.rules.filter(({ card }) => card.status !== 'retired').map(({ card }) => reportOf(card, read));
}

function reportOf(card: Card, read: ReadExample): CardReport {
  const results = card.examples.map((example) => runExample(card, example, read));
  const count = (verdict: Example['verdict'], outcome: ExampleOutcome): number =>
    results.filter((result) => result.verdict === verdict && result.outcome === outcome).length;
  return {
    rule: card.id,
    file: card.file,
    passed: results.every(({ outcome }) => outcome === 'right' || outcome.startsWith('known-wrong')),
    hitsRight: count('hit', 'right'),
    hitsMissed: count('hit', 'missed'),
    wrongSpan: count('hit', 'wrong-span'),
    missesQuiet: count('miss', 'right'),
    missesFired: count('miss', 'fired'),
    knownWrong: results.filter(({ verdict }) => verdict === 'known-wrong').length,
    results,
  };
}

/** A source of an example as it is read: the frame around a fragment, and where the fragment starts in it. */
interface Staged {
  readonly name: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly spans: readonly MarkedSpan[];
}

function runExample(card: Card, example: Example, read: ReadExample): ExampleResult {
  const staged = example.sources.map((source) => stage(card.scope, source));
  const hits = read(staged.map(({ name, text }) => ({ name, text }))).filter(({ rule }) => rule === card.id);
  const expected = staged.flatMap((source) => normal(source, source.spans));
  const found = staged.flatMap((source) => normal(source, placed(source, hits)));
  const somewhere = found.length > 0 || hits.some(({ start }) => start === null);
  return {
    verdict: example.verdict,
    outcome: outcomeOf(example.verdict, expected, found, somewhere),
    line: example.line,
    expected: expected.map(({ quote }) => quote),
    found: found.map(({ quote }) => quote),
  };
}

function outcomeOf(
  verdict: Example['verdict'],
  expected: readonly Quoted[],
  found: readonly Quoted[],
  somewhere: boolean,
): ExampleOutcome {
  if (verdict === 'miss') return somewhere ? 'fired' : 'right';
  const fits = expected.length === 0 ? somewhere : sameSpans(expected, found);
  if (verdict === 'known-wrong') {
    // Marked: what the rule should find and does not. Unmarked: where it should be quiet and is not.
    const right = expected.length === 0 ? !somewhere : fits;
    return right ? 'known-wrong-now-right' : 'known-wrong';
  }
  if (fits) return 'right';
  return somewhere ? 'wrong-span' : 'missed';
}

/** Spans of this card's hits in one source; a hit in the frame around a fragment is not the fragment's. */
function placed(source: Staged, hits: readonly ExampleHit[]): MarkedSpan[] {
  return hits.flatMap(({ source: name, start, end }) => {
    if (name !== source.name || start === null || end === null) return [];
    if (end <= source.from || start >= source.to) return [];
    return [{ start: Math.max(start, source.from) - source.from, end: Math.min(end, source.to) - source.from }];
  });
}

interface Quoted extends MarkedSpan {
  readonly source: string;
  readonly quote: string;
}

/** Spans as a person means them: joined where only blanks lie between, without blanks at their ends unless they are all blank. */
function normal(source: Staged, spans: readonly MarkedSpan[]): Quoted[] {
  const text = source.text.slice(source.from, source.to);
  const joined: MarkedSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined[joined.length - 1];
    if (last !== undefined && text.slice(last.end, span.start).trim() === '') {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else joined.push(span);
  }
  return joined.map((span) => {
    const quote = text.slice(span.start, span.end);
    const trimmed = quote.trim();
    if (trimmed === '') return { ...span, source: source.name, quote };
    const start = span.start + quote.indexOf(trimmed);
    return { start, end: start + trimmed.length, source: source.name, quote: trimmed };
  });
}

function sameSpans(a: readonly Quoted[], b: readonly Quoted[]): boolean {
  return (
    a.length === b.length &&
    a.every((span, index) => {
      const other = b[index];
      return (
        other !== undefined && other.source === span.source && other.start === span.start && other.end === span.end
      );
    })
  );
}

/** The source that an example is read as. A paragraph or a figure is put into the body of a small complete report. */
function stage(scope: Scope, source: { readonly name: string; readonly text: string }): Staged {
  const { text, spans } = stripMarks(source.text);
  if (scope !== 'paragraph' && scope !== 'figure') {
    return { name: source.name, text, from: 0, to: text.length, spans };
  }
  const fragment = text.replace(/\n{1,9}$/u, '');
  return {
    name: source.name,
    text: `${FRAME.before}${fragment}${FRAME.after}`,
    from: FRAME.before.length,
    to: FRAME.before.length + fragment.length,
    spans,
  };
}

/** A report that no rule has anything to say about, cut open where a fragment of the review goes. */
const FRAME = {
  before: `2024年灵石县人民政府工作报告
——2024年1月8日在灵石县第十七届人民代表大会第四次会议上
灵石县人民政府县长 林 远
各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议，并请各位政协委员和其他列席人员提出意见。
一、2023年工作回顾
过去一年，面对复杂严峻的外部环境，在市委、市政府和县委的坚强领导下，我们团结依靠全县人民，扎实推进各项工作，较好完成了年度目标任务。
（一）经济运行稳中有进。我们把稳增长放在突出位置，实体经济活力不断增强。
`,
  after: `
（二）民生保障持续改善。就业形势总体平稳，教育、医疗和养老服务水平稳步提高。
各位代表，成绩来之不易。在此，我代表县人民政府，向全县人民表示衷心的感谢！
我们也清醒地看到，发展中还存在不少困难和问题，需要在今后的工作中认真解决。
二、2024年工作任务
做好今年的工作，要坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，推动高质量发展。
（一）着力扩大有效需求。加快重点项目建设，培育新的消费热点。
（二）着力增进民生福祉。办好民生实事，让人民群众有更多获得感。
三、加强政府自身建设
坚持依法行政，严格执行重大行政决策程序，自觉接受人大监督和政协民主监督。
各位代表，奋斗创造未来。让我们更加紧密地团结在党中央周围，在县委的坚强领导下，凝心聚力，真抓实干，为建设更加美好的灵石而努力奋斗！
`,
} as const;
