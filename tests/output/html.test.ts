import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { range } from '../../src/model/offset.ts';
import { skipsOf } from '../../src/output/html/gaps.ts';
import { marked, type Span } from '../../src/output/html/text.ts';
import { auditHtml, auditPages } from '../../src/output/html.ts';
import { tablesOf } from '../../src/output/tables.ts';
import { fixture } from './fixture.ts';
import { unpacked } from './html-parts.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const audit = fixture();
const tables = tablesOf(audit);
const page = auditHtml(audit, tables, 'zh');
const shown = unpacked(page);
const elements = all(parse(shown));

function all(node: Node): Element[] {
  const own = 'tagName' in node ? [node] : [];
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(all)] : own;
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Text of a paragraph without what was taken out of it. */
function keptText(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if ('attrs' in node && /^cut/u.test(attribute(node, 'class') ?? '')) return '';
  return 'childNodes' in node ? node.childNodes.map(keptText).join('') : '';
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function withAttribute(name: string): string[] {
  return elements.flatMap((element) => attribute(element, name) ?? []);
}

describe('audit.html', () => {
  it('runs only its own script and style, by their digests, and asks the network for nothing', () => {
    const digest = (tag: string) =>
      `'sha256-${createHash('sha256')
        .update(
          elements
            .filter((one) => one.tagName === tag)
            .map(textOf)
            .join(''),
        )
        .digest('base64')}'`;
    const policy = elements
      .map((one) => (attribute(one, 'http-equiv') === 'Content-Security-Policy' ? attribute(one, 'content') : ''))
      .join('');
    expect(policy).toBe(
      `default-src 'none'; style-src ${digest('style')}; script-src ${digest('script')}; base-uri 'none'; form-action 'none'`,
    );
    expect(elements.filter((one) => one.tagName === 'script')).toHaveLength(1);
    expect([...withAttribute('src'), ...withAttribute('style')]).toEqual([]);
    expect(elements.flatMap((one) => one.attrs.map((it) => it.name)).filter((name) => name.startsWith('on'))).toEqual(
      [],
    );
    expect(withAttribute('href').filter((href) => !href.startsWith('#'))).toEqual([]);
  });

  it('takes no text of a source for markup', () => {
    expect(shown).not.toContain('<script>alert');
    expect(shown).toContain('&lt;script&gt;alert(&quot;杭州&quot;)&lt;/script&gt;');
  });

  it('has every id once, and every link leads somewhere', () => {
    const ids = withAttribute('id');
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(withAttribute('href').filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
    expect(
      [...withAttribute('data-finding'), ...withAttribute('data-figure')].filter((id) => !ids.includes(id)),
    ).toEqual([]);
    for (const { findingId } of audit.findings) expect(ids).toContain(`finding-${findingId}`);
    for (const { report_id } of tables.reports) expect(ids).toContain(`report-${encodeURIComponent(report_id)}`);
  });

  it('shows every report whole: its paragraphs are its text', () => {
    for (const report of tables.reports) {
      const article = elements.find((one) => attribute(one, 'id') === `report-${encodeURIComponent(report.report_id)}`);
      const rows = article ? all(article).filter((one) => /^row /u.test(attribute(one, 'class') ?? '')) : [];
      expect(rows.map((row) => keptText(row.childNodes[0] ?? row)).join('\n')).toBe(report.text);
    }
  });

  it('shows what was taken away at its place, apart from the text', () => {
    const cuts = elements.filter((one) => /(^| )cut(-text)?( |$)/u.test(attribute(one, 'class') ?? ''));
    const said = cuts.map(textOf).join('\n');
    for (const noise of ['字号：大 中 小', '【打印本页】', '18.4 5']) expect(said).toContain(noise);
  });

  it('lays its parts beside it when they are too many for one file', () => {
    const files = auditPages(audit, tables, 'zh', 0);
    expect([...files.keys()]).toEqual(['audit.html', 'audit-parts/0.js']);
    expect(files.get('audit.html')).not.toContain('data-packed="0">');
    expect(files.get('audit-parts/0.js')).toMatch(/^(?:jiaokanPart\(\d+,"[A-Za-z0-9+/=]*"\);\n)+$/u);
    expect([...auditPages(audit, tables, 'zh')]).toEqual([['audit.html', page]]);
  });

  it('marks findings at their words', () => {
    const marks = elements.filter((one) => one.tagName === 'mark').map((one) => [attribute(one, 'class'), textOf(one)]);
    expect(marks).toContainEqual(['warning', '数字科、']);
    expect(marks).toContainEqual(['error', '二、2024年工作安排']);
  });

  it('shows how the checks of a figure came out', () => {
    const looks = elements
      .filter((one) => /^figure /u.test(attribute(one, 'class') ?? ''))
      .map((one) => `${textOf(one)} ${attribute(one, 'class')}`);
    expect(looks).toContain('2661.8亿元 figure broken');
    expect(looks).toContain('6.8% figure holds');
    expect(looks).toContain('12家 figure unchecked');
  });

  it('has landmarks, one level of headings below the other, and names for all that can be used', () => {
    const tags = elements.map((one) => one.tagName);
    expect(tags.filter((tag) => tag === 'main')).toHaveLength(1);
    const levels = tags.flatMap((tag) => (/^h[1-6]$/u.test(tag) ? [Number(tag[1])] : []));
    expect(levels.filter((level, index) => level - (levels[index - 1] ?? 0) > 1)).toEqual([]);
    for (const nav of elements.filter((one) => one.tagName === 'nav'))
      expect(attribute(nav, 'aria-label')).toBeTruthy();
    for (const button of elements.filter((one) => one.tagName === 'button')) {
      expect(attribute(button, 'aria-label') ?? textOf(button)).not.toBe('');
    }
  });

  it('says everything in both languages', () => {
    const said = elements.filter((one) => one.tagName === 'span' && attribute(one, 'lang') !== undefined);
    const english = said.filter((one) => attribute(one, 'lang') === 'en');
    expect(english.length).toBe(said.filter((one) => attribute(one, 'lang') === 'zh').length);
    expect(english.length).toBeGreaterThan(100);
    expect(auditHtml(audit, tables, 'en')).toContain('<html lang="en" data-lang="en">');
  });

  it('is the same each time', () => {
    expect(auditHtml(fixture(), tablesOf(fixture()), 'zh')).toBe(page);
  });

  it('can be made of nothing', () => {
    const nothing = {
      ...audit,
      sources: [],
      findings: [],
      rules: [],
      corpus: { pairs: [], canonical: [], checks: [], findings: [] },
    };
    expect(unpacked(auditHtml(nothing, tablesOf(nothing), 'zh'))).toContain('没有识别出报告');
  });
});

describe('gaps of an outline', () => {
  const heading = (level: 1 | 2, number: number, paragraph: number) => ({
    level,
    number,
    paragraph,
    label: '',
    title: '',
    part: 'review' as const,
    range: range<'report'>(0, 0),
  });

  it.each([
    ['nothing is skipped', [heading(1, 1, 0), heading(2, 1, 1), heading(1, 2, 2), heading(2, 1, 3)], []],
    ['a section', [heading(1, 1, 0), heading(1, 3, 4)], [{ paragraph: 4, from: 2, to: 2 }]],
    ['two of a list', [heading(1, 1, 0), heading(2, 1, 1), heading(2, 4, 2)], [{ paragraph: 2, from: 2, to: 3 }]],
  ])('tells when %s', (_, headings, skips) => {
    expect(skipsOf(headings)).toEqual(skips);
  });
});

describe('marked text', () => {
  const span = (start: number, end: number, kind: Span['kind']): Span => ({
    start,
    end,
    kind,
    look: 'x',
    key: `${kind}${start}`,
  });
  const show = (spans: readonly Span[]) =>
    marked('甲乙丙丁戊', 0, 5, spans)
      .map((one) => one.markup)
      .join('');

  it.each([
    ['nothing', [], '甲乙丙丁戊'],
    ['one figure', [span(1, 3, 'figure')], '甲<span class="figure x" data-figure="figure1">乙丙</span>丁戊'],
    [
      'a finding over a figure',
      [span(0, 3, 'finding'), span(2, 5, 'figure')],
      '<mark class="x" data-finding="finding0">甲乙</mark><mark class="x" data-finding="finding0"><span class="figure x" data-figure="figure2">丙</span></mark><span class="figure x" data-figure="figure2">丁戊</span>',
    ],
    [
      'a span that goes on behind the end',
      [span(4, 9, 'finding')],
      '甲乙丙丁<mark class="x" data-finding="finding4">戊</mark>',
    ],
  ])('keeps every character once with %s', (_, spans, expected) => {
    expect(show(spans)).toBe(expected);
    expect(show(spans).replace(/<[^>]*>/gu, '')).toBe('甲乙丙丁戊');
  });
});
