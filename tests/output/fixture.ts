/** A small audit with something of every kind: real sentences of one city's reports, in four sources. */
import type { Audit, PublishedFinding, RuleWords } from '../../src/model/audit.ts';
import type { Check } from '../../src/model/check.ts';
import type { Figure } from '../../src/model/figure.ts';
import { compareFindings, type Finding } from '../../src/model/finding.ts';
import { before, empty, mirror, portal } from './fixture-sources.ts';
import { sha256 } from './source.ts';

function figureId(report: { figures: readonly Figure[] } | undefined, quote: string): string {
  return report?.figures.find((one) => one.quote === quote)?.figureId ?? quote;
}

const [a, b, c] = [portal.reports[0], mirror.reports[0], before.reports[0]];
const A = 'hangzhou-2024-portal#1';
const B = 'hangzhou-2024-mirror#1';
const C = 'hangzhou-2023#1';

const checks: Check[] = [
  {
    checkId: 'growth-2023-revenue',
    rule: 'figures/growth-fits-levels',
    family: 'growth',
    verdict: 'holds',
    reason: 'fits',
    reportIds: [C, A],
    figureIds: [figureId(c, '2451亿元'), figureId(a, '6.8%'), figureId(a, '2616.8亿元')],
    expected: { low: '261590875000', high: '261942775000' },
    actual: { low: '261675000000', high: '261685000000' },
    suspectFigureId: null,
    likelyCause: null,
    data: { base: '2451亿元', growth: '6.8%', level: '2616.8亿元' },
  },
  {
    checkId: 'same-2023-revenue',
    rule: 'figures/same-fact',
    family: 'same-fact',
    verdict: 'broken',
    reason: 'differs',
    reportIds: [A, B],
    figureIds: [figureId(a, '2616.8亿元'), figureId(b, '2661.8亿元')],
    expected: { low: '261675000000', high: '261685000000' },
    actual: { low: '266175000000', high: '266185000000' },
    suspectFigureId: figureId(b, '2661.8亿元'),
    likelyCause: 'swapped-digits',
    data: { a: '2616.8亿元', b: '2661.8亿元' },
  },
  {
    checkId: 'growth-2023-gdp',
    rule: 'figures/growth-fits-levels',
    family: 'growth',
    verdict: 'cannot-tell',
    reason: 'comparable-prices',
    reportIds: [A],
    figureIds: [figureId(a, '5.6%'), figureId(a, '20059亿元')],
    expected: { low: null, high: null },
    actual: { low: '2005850000000', high: '2005950000000' },
    suspectFigureId: null,
    likelyCause: null,
    data: {},
  },
];

const rule = (id: string, severity: RuleWords['severity'], scope: string, en: string, zh: string): RuleWords => ({
  id,
  kind: 'signal',
  scope,
  severity,
  status: 'stable',
  message: { en, zh },
  why: 'Whoever counts on the text without knowing this counts wrong. Open the source at the place named and compare.',
});

export const RULES: readonly RuleWords[] = [
  ...['contents-page', 'library-footer', 'legal-footer', 'site-navigation', 'torn-figure', 'residue'].map((name) =>
    rule(`noise/${name}`, 'info', 'source', 'Words of the site around the report.', '报告周围的网站文字。'),
  ),
  rule(
    'noise/lost-characters',
    'warning',
    'report',
    'Characters seem to be missing at “{quote}”.',
    '“{quote}”处似有缺字。',
  ),
  rule('figures/no-unit', 'warning', 'report', 'The figure {number} has no unit.', '数字{number}没有单位。'),
  rule('encoding/markup-in-text', 'info', 'source', 'Markup ({tags}) is left in the text.', '正文残留标记（{tags}）。'),
  rule(
    'truncation/bare-heading-at-end',
    'error',
    'report',
    'The report stops at the bare heading “{heading}”.',
    '报告止于空标题“{heading}”。',
  ),
  rule(
    'truncation/promised-report-missing',
    'error',
    'source',
    'The contents page promises {name} (page {page}); it is not there.',
    '目录列有{name}（第{page}页），文中没有。',
  ),
  rule('identity/no-session', 'info', 'report', 'The session is not given.', '未写明届次。'),
  rule('encoding/binary', 'error', 'source', 'The file is not text.', '文件不是文本。'),
  rule(
    'figures/same-fact',
    'error',
    'corpus',
    'The same fact is given as {a} and as {b}.',
    '同一事实分别写作{a}和{b}。',
  ),
  rule('figures/growth-fits-levels', 'warning', 'corpus', 'Growth and levels do not fit.', '增速与水平不符。'),
];

const corpusFindings: Finding[] = [
  {
    rule: 'figures/same-fact',
    severity: 'error',
    sourceId: mirror.source.sourceId,
    reportId: B,
    place: placeOfFigure('2661.8亿元'),
    quote: '2661.8亿元',
    data: { a: '2616.8亿元', b: '2661.8亿元', check: 'same-2023-revenue' },
  },
];

function placeOfFigure(quote: string): Finding['place'] {
  const index = b?.figures.findIndex((one) => one.quote === quote) ?? -1;
  const bytes = b?.figureBytes[index];
  if (!b || !bytes) return null;
  const lines = '目录\n杭州市……1\n宁波市……35\n'.split('\n').length - 1;
  const figure = b.figures[index];
  const paragraph = b.outline.paragraphs[figure?.paragraph ?? 0];
  return {
    sourceId: mirror.source.sourceId,
    reportId: B,
    bytes,
    line: lines + (paragraph?.ordinal ?? 0) + 1,
    column: (figure?.range.start ?? 0) - (paragraph?.range.start ?? 0) + 1,
  };
}

/** The audit that all output tests are made from. */
export function fixture(): Audit {
  const sources = [before, mirror, portal, empty];
  const findings = [...sources.flatMap((one) => one.findings), ...corpusFindings].sort(compareFindings).map(
    (finding): PublishedFinding => ({
      ...finding,
      findingId: sha256(`${finding.rule} ${finding.quote}`).slice(0, 16),
      state: finding.rule === 'identity/no-session' ? 'accepted' : 'new',
    }),
  );
  return {
    tool: 'jiaokan',
    version: '0.1.0',
    rulesDigest: sha256('rules'),
    corpusDigest: sha256(sources.map(({ source }) => `${source.sourceId}\0${source.sha256}\n`).join('')),
    sources,
    corpus: {
      pairs: [
        {
          reportA: B,
          reportB: A,
          relation: 'revised-figures',
          jaccard: 0.41,
          containmentAInB: 0.97,
          containmentBInA: 0.42,
          kept: A,
          reason: 'complete',
          note: null,
        },
        {
          reportA: C,
          reportB: A,
          relation: 'other-year',
          jaccard: 0.12,
          containmentAInB: 0.2,
          containmentBInA: 0.18,
          kept: null,
          reason: 'other-year',
          note: null,
        },
      ],
      canonical: [
        { reportId: A, canonicalReportId: A },
        { reportId: B, canonicalReportId: A },
        { reportId: C, canonicalReportId: C },
      ],
      checks,
      findings: corpusFindings,
    },
    findings,
    rules: RULES,
  };
}
