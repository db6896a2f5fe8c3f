import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { applyEdits, bytesOf, type EditedLayer, undoEdits } from '../../src/model/layer.ts';
import { range } from '../../src/model/offset.ts';
import type { MediaType } from '../../src/model/result.ts';
import { decode } from '../../src/source/decode.ts';
import { tagsOf } from '../../src/source/unwrap/tags.ts';
import { unwrap } from '../../src/source/unwrap.ts';
import { integrityFaults } from '../model/integrity.ts';
import { NO_RULES } from './no-rules.ts';

function unwrapped(text: string, mediaType: MediaType = 'text/html'): EditedLayer<'unwrapped', 'decoded'> {
  const { layer } = decode(new TextEncoder().encode(text));
  return applyEdits<'decoded'>(layer, unwrap(layer, mediaType, NO_RULES).edits, 'unwrapped');
}

describe('text of a page', () => {
  test.each<[string, string, string]>([
    ['paragraphs stay apart', '<p>一、回顾</p><p>二、任务</p>', '一、回顾\n二、任务\n'],
    ['also without end tags', '<p>一、回顾<p>二、任务', '一、回顾\n二、任务'],
    ['and lines', '各位代表：<br>现在，我代表<br/>市人民政府', '各位代表：\n现在，我代表\n市人民政府'],
    ['a figure in pieces is one figure', '增长<span>5.</span><font size=3>6</font>%', '增长5.6%'],
    ['text before a block ends its line', '标题<div>正文</div>', '标题\n正文\n'],
    [
      'cells are kept apart',
      '<table><tr><td>GDP</td><td>512亿元</td></tr><tr><td>财政</td></tr></table>',
      'GDP\t512亿元\t\n财政\t\n',
    ],
    ['scripts and styles are gone', '<style>p{}</style>一<script>if(a<b){"</p>"}</script>二', '一二'],
    ['comments are gone', '一<!-- <p>注释</p> -->二<!---->三<!-->四', '一二三四'],
    [
      'hidden words are gone',
      '增长<span style="color:red; display : none">水印</span>5%<i hidden>x</i><b style="font-size:0">y</b>',
      '增长5%',
    ],
    ['nested hidden elements too', '一<div style="display:none"><div>甲</div>乙</div>二', '一二'],
    ['what only looks hidden stays', '<p class="hidden" title="display:none" style="font-size:10px">一</p>', '一\n'],
    ['a hidden element that never ends hides nothing', '一<span hidden>二', '一二'],
    ['references', '&#x3000;&emsp;“A&amp;B”&mdash;&#8212;&quot;&lt;5℃', '\u3000\u2003“A&B”——"<5℃'],
    ['references without semicolon', '增长&nbsp5%', '增长\u00a05%'],
    ['references escaped twice', '增长&amp;nbsp;5%，&amp;amp;ldquo;', '增长\u00a05%，“'],
    ['invisible references', '生产&zwnj;&#8203;总值', '生产总值'],
    [
      'a menu',
      '<div><a href="/a">首页</a> <a href="/b">政务公开</a> <a href="/c">办事</a></div><p>各位代表：</p>',
      '各位代表：\n',
    ],
    [
      'a contents page of links within the page stays',
      '<ul><li><a href="#a">一</a></li><li><a href="#b">二</a></li><li><a href="#c">三</a></li></ul>',
      '一\n二\n三\n',
    ],
    [
      'a block that is called a bar and holds sentences stays',
      '<div class="share">各位代表。现在报告。请审议。</div>',
      '各位代表。现在报告。请审议。\n',
    ],
    ['a footer', '<p>各位代表：</p><div id="footer">主办：县政府办 <a href="/x">网站地图</a></div>', '各位代表：\n'],
    [
      'a page of nothing but links keeps them',
      '<ul><li><a href="/1">一</a></li><li><a href="/2">二</a></li><li><a href="/3">三</a></li></ul>',
      '一\n二\n三\n',
    ],
    ['an ampersand is an ampersand', 'R&D投入，A&B', 'R&D投入，A&B'],
    ['a sign of comparison is no tag', '气温<15℃，率>95%', '气温<15℃，率>95%'],
    ['a tag that is cut off is text', '增长5%<a href="x', '增长5%<a href="x'],
    ['a quote that never closes costs one tag', '<a href="x>一</a><p>二</p>', '一\n二\n'],
  ])('%s', (_name, html, text) => {
    const layer = unwrapped(html);
    expect(layer.text).toBe(text);
    expect(integrityFaults(layer)).toEqual([]);
  });

  test.each<[string, string, string]>([
    [
      'in a page line ends are blanks',
      '<html><body>\n<p>全市生产\n  总值\r\nup by\n5%</p>\n</body></html>\n',
      '全市生产总值up by 5%\n',
    ],
    [
      'verbatim text keeps them',
      '<html><body><pre>一\n二</pre><div style="white-space: pre-wrap">三\n四</div></body></html>',
      '一\n二\n三\n四\n',
    ],
    ['in a fragment they are meant', '各位代表：\n<b>一、回顾</b>\n过去一年', '各位代表：\n一、回顾\n过去一年'],
    ['but not in its paragraphs', '<p>全市生产\n总值</p>\n附件', '全市生产总值\n\n附件'],
    ['links of a menu are kept apart', '<html><body><a>首页</a>\n<a>新闻</a></body></html>', '首页 新闻\n'],
  ])('line ends: %s', (_name, html, text) => {
    expect(unwrapped(html).text).toBe(text);
  });

  test('a character that a reference stands for has the bytes of the reference', () => {
    const layer = unwrapped('<p>增长&mdash;5%</p>');
    expect(layer.text).toBe('增长—5%\n');
    expect(bytesOf<'unwrapped'>(layer, range(2, 3))).toEqual({ start: 9, end: 16 });
    expect(bytesOf<'unwrapped'>(layer, range(3, 5))).toEqual({ start: 16, end: 18 });
  });

  test('a page without words says so', () => {
    const { layer } = decode(
      new TextEncoder().encode('<html><body><div id="app">&nbsp;</div><script>x</script></body></html>'),
    );
    expect(unwrap(layer, 'text/html', NO_RULES).signals.map(({ sign }) => sign)).toEqual(['markup-without-text']);
  });
});

describe('tags stand where the parser of the standard finds them', () => {
  const soup = fc
    .array(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<b>',
        '</b>',
        '<br/>',
        '<a href="x>y">',
        "<a title='1\"2'>",
        '<i a=b c = "d">',
        '</a >',
        '<!-- c -->',
        '<!-->',
        '<!--a--!>',
        '<?php ?>',
        '</3>',
        '<em/x=1>',
        '<SPAN =x>',
        '一',
        '<',
        '>',
        '&',
        '"',
        "'",
        '=',
        ' ',
        '\n',
        '5<6',
        '<script>a<b</script>',
        '<style><p></style>',
        '<u\n>',
        '<!x>',
      ),
      { maxLength: 25 },
    )
    .map((parts) => `${parts.join('')}>">'>`);

  test('on any soup of tags', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const own = tagsOf(html)
          .filter((tag) => tag.kind === 'start')
          .map((tag) => `${tag.name} ${tag.start} ${tag.end}`);
        // The parser leaves out what a tree has no room for; whatever it has must be ours.
        for (const tag of startTags(html)) expect(own).toContain(tag);
      }),
      { numRuns: 1000 },
    );
  });

  function startTags(html: string): string[] {
    const found: string[] = [];
    const visit = (node: DefaultTreeAdapterTypes.Node): void => {
      if ('tagName' in node) {
        const place = node.sourceCodeLocation?.startTag;
        if (place) found.push(`${node.tagName} ${place.startOffset} ${place.endOffset}`);
      }
      if ('childNodes' in node) node.childNodes.forEach(visit);
    };
    visit(parse(html, { sourceCodeLocationInfo: true }));
    return found;
  }
});

describe('broken pages of some size are read to their end', () => {
  test.each<[string, string]>([
    ['tags nested without end', '<div>'.repeat(200_000)],
    ['tags that never close', '<a '.repeat(400_000)],
    ['one tag of a million attributes', `<a ${'x1 '.repeat(300_000)}>`],
    ['quotes that never close', '<a b="'.repeat(150_000)],
    ['quotes across tags', '<a b=">" c='.repeat(100_000)],
    ['comments that never close', '<!-- '.repeat(200_000)],
    ['raw elements that never close', '<script>'.repeat(150_000)],
    ['hidden elements that never close', '<i hidden>'.repeat(100_000)],
    ['nothing but ampersands', '&amp;'.repeat(300_000)],
    ['nothing but open brackets', '<'.repeat(1_000_000)],
    ['blank lines', `<html><p>${' \n'.repeat(500_000)}`],
    ['blanks', `<html><p>${' '.repeat(1_000_000)}`],
  ])('%s', (_name, html) => {
    const { text, edits } = unwrapped(html);
    expect(undoEdits(text, edits)).toBe(html);
  });
});
