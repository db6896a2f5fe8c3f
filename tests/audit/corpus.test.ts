/** What a person must see when the published corpus is audited. Nothing here may be special-cased in src or rules. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Check } from '../../src/model/check.ts';
import type { ReadReport, SourceResult } from '../../src/model/result.ts';
import { audit, corpusInputs, type Read, rulesFromDisk } from '../support/pipeline.ts';

const COMPILATION = 'shanghai-and-districts-2024-compilation.txt';
const PORTAL = 'huangpu-2025-search-portal.txt';
const SINGLE = 'shanghai-2024.txt';
const COUNTY_PORTAL = 'xuhui-2023-county-portal.txt';
const FORUM = 'changning-2024-forum.txt';

let read: Read;
beforeAll(() => {
  read = audit(corpusInputs(), rulesFromDisk());
});

function source(name: string): SourceResult {
  const found = read.sources.find((one) => one.source.sourceId === name);
  if (!found) throw new Error(`no source ${name}`);
  return found;
}

function report(name: string, ordinal = 0): ReadReport {
  const found = source(name).reports[ordinal];
  if (!found) throw new Error(`no report ${ordinal} in ${name}`);
  return found;
}

function editOf(name: string, original: RegExp) {
  return source(name).edits.find((edit) => original.test(edit.original));
}

/** Quotes of the figures that a check compares, in order. */
function quotes(check: Check): string[] {
  const all = new Map(
    read.sources.flatMap((one) => one.reports.flatMap((r) => r.figures.map((f) => [f.figureId, f.quote] as const))),
  );
  return check.figureIds.map((id) => all.get(id) ?? id);
}

function checksWith(...wanted: string[]): Check[] {
  return read.corpus.checks.filter((check) => {
    const have = quotes(check);
    return wanted.every((quote) => have.some((one) => one.includes(quote)));
  });
}

describe('the compilation', () => {
  test('holds four reports, each with its identity', () => {
    const seen = source(COMPILATION).reports.map(({ identity: i }) => [
      i.regionCode,
      i.level,
      i.reportYear,
      i.deliveredOn,
      i.session,
      i.speaker,
    ]);
    expect(seen).toEqual([
      ['310000', 'province', 2024, '2024-01-23', '第十六届人民代表大会第二次会议', '龚正'],
      ['310115', 'county', 2024, '2024-01-17', '第七届人民代表大会第四次会议', '吴金城'],
      ['310101', 'county', 2024, '2024-01-10', '第三届人民代表大会第四次会议', '沈山州'],
      ['310106', 'county', 2024, '2024-01-17', '第二届人民代表大会第四次会议', '王华'],
    ]);
  });

  test('misses thirteen of its seventeen promised reports, each named', () => {
    const missing = source(COMPILATION).findings.filter((f) => f.rule === 'truncation/promised-report-missing');
    expect(missing.map((f) => f.data.name)).toEqual([
      '徐汇区',
      '长宁区',
      '普陀区',
      '虹口区',
      '杨浦区',
      '宝山区',
      '闵行区',
      '嘉定区',
      '金山区',
      '松江区',
      '青浦区',
      '奉贤区',
      '崇明区',
    ]);
    expect(source(COMPILATION).source.promised).toHaveLength(17);
  });

  test('stops inside its last report, with the evidence and the share that is present', () => {
    const verdicts = source(COMPILATION).reports.map((r) => r.completeness.verdict);
    expect(verdicts).toEqual(['complete', 'complete', 'complete', 'truncated']);
    const { evidence, sharePresent } = report(COMPILATION, 3).completeness;
    const signs = evidence.map((e) => e.sign);
    expect(signs).toEqual(expect.arrayContaining(['bare-heading-at-end', 'no-plan-part', 'no-closing']));
    expect(evidence.find((e) => e.sign === 'bare-heading-at-end')?.quote).toContain(
      '(三)城市治理精细高效,彰显魅力品质',
    );
    // Six A4 pages of the printed 26 by the contents page and the length of its siblings.
    expect(sharePresent?.estimate).toBeGreaterThan(0.1);
    expect(sharePresent?.estimate).toBeLessThan(0.45);
  });

  test('keeps glossaries with their reports and leaves contents page and footer out', () => {
    expect(report(COMPILATION, 1).text).toContain('34、无废城市');
    expect(report(COMPILATION, 2).text).toContain('12、“零距离·吾童”计划');
    const kept = source(COMPILATION)
      .reports.map((r) => r.text)
      .join('\n');
    expect(kept).not.toMatch(/\.{6}|微信扫一扫|版权声明|bibiwenku|联系客服|下转7版|上接第4版|排名无任何意义/);
    expect(report(COMPILATION, 3).text.endsWith('(三)城市治理精细高效,彰显魅力品质')).toBe(true);
  });

  test('mends torn figures as edits with a rule', () => {
    expect(report(COMPILATION, 2).text).toContain('实到外资18.45亿美元,同比增长69.4%,');
    expect(editOf(COMPILATION, /下转7版/)?.rule).toMatch(/^noise\//);
    expect(editOf(COMPILATION, /上接第4版/)?.rule).toMatch(/^noise\//);
    expect(editOf(COMPILATION, /\.{20}/)?.rule).toMatch(/^noise\//);
    expect(editOf(SINGLE, /\[bookmark: _GoBack\]/)?.rule).toMatch(/^noise\//);
    // A digit from its digit, and a number from its per cent sign; the blank before 亿 is one inside words.
    const torn = source(COMPILATION).edits.filter((e) => e.rule === 'noise/torn-figure');
    expect(torn).toHaveLength(3);
    expect(torn.every((e) => e.original.trim() === '' && e.replacement === '')).toBe(true);
  });
});

describe('the single reports', () => {
  test.each([
    [SINGLE, '310000', 2024, '2024-01-23', '第十六届人民代表大会第二次会议', '龚正'],
    [PORTAL, '310101', 2025, '2025-01-08', '第三届人民代表大会第六次会议', null],
    [COUNTY_PORTAL, '310104', 2023, '2023-01-04', '第十七届人民代表大会第三次会议', '钟晓咏'],
    [FORUM, '310105', 2024, '2024-01-16', '第十七届人民代表大会第五次会议', '侯继军'],
  ])('%s is one complete report with its identity', (name, code, year, date, session, speaker) => {
    expect(source(name).reports).toHaveLength(1);
    const { identity, completeness } = report(name);
    expect([identity.regionCode, identity.reportYear, identity.reviewedYear]).toEqual([code, year, year - 1]);
    expect([identity.deliveredOn, identity.session, identity.speaker]).toEqual([date, session, speaker]);
    expect([completeness.verdict, completeness.sharePresent?.estimate]).toEqual(['complete', 1]);
  });

  test('the repeated abstract, the forum card and the portal chrome are gone, and nothing of the body is', () => {
    const text = (name: string) => report(name).text;
    expect(text(COUNTY_PORTAL)).not.toMatch(/内容摘要|WAP手机版|中国县域|阅读:1485/);
    expect(text(FORUM)).not.toMatch(/签到天数|积分|Rank|发表于|您需要登录|Powered by|010-63691786|返回顶部/);
    expect(text(PORTAL)).not.toMatch(/筛选地域|导出笔记|记笔记|写下来/);
    // Every visible character of the body, counted by reading off the first and last line of each report.
    for (const [name, first, last] of [
      [COUNTY_PORTAL, /^\s*各位代表:/mu, '整合为一张行业综合许可证。'],
      [FORUM, /^\s*各位代表:/mu, '为加快建设具有世界影响力的国际精品城区而不懈努力!'],
      [PORTAL, /^\s*各位代表:/mu, '提升专业水平和治理能力。'],
    ] as const) {
      const raw = new TextDecoder().decode(corpusInputs().find((one) => one.name === name)?.data);
      const body = raw.slice(raw.search(first), raw.lastIndexOf(last) + last.length);
      const bare = (s: string) => s.replace(/\s/gu, '');
      expect(raw.lastIndexOf(last), last).toBeGreaterThan(0);
      expect(bare(text(name))).toContain(bare(body));
    }
  });

  test('a figure that lost its unit is a finding, not a value', () => {
    const lost = source(PORTAL).findings.filter((f) => f.rule === 'figures/figure-without-unit');
    expect(lost.map((f) => f.quote)).toEqual([expect.stringContaining('5')]);
    expect(lost[0]?.place).toMatchObject({ line: 75 });
    const inSentence = report(PORTAL).figures.filter((f) => f.indicator === '地区生产总值' && f.nature === 'target');
    expect(inSentence).toEqual([]);
  });
});

describe('copies', () => {
  test('the city report stands in two copies; one is kept, with the reason', () => {
    const pairs = read.corpus.pairs.filter((p) =>
      ['same-text', 'same-report', 'contains', 'revised-figures'].includes(p.relation),
    );
    expect(pairs).toHaveLength(1);
    const [pair] = pairs;
    expect([pair?.reportA, pair?.reportB].sort()).toEqual([`${SINGLE}#1`, `${COMPILATION}#1`].sort());
    expect(pair?.relation).toBe('same-report');
    expect(Math.min(pair?.containmentAInB ?? 0, pair?.containmentBInA ?? 0)).toBeGreaterThanOrEqual(0.99);
    expect(pair?.kept).not.toBeNull();
    expect(pair?.reason).not.toBe('');
    const stands = new Map(read.corpus.canonical.map((c) => [c.reportId, c.canonicalReportId]));
    expect(new Set([stands.get(`${SINGLE}#1`), stands.get(`${COMPILATION}#1`)]).size).toBe(1);
  });
});

describe('figures that agree and disagree', () => {
  test('the parts of the three leading industries exceed the stated whole: broken, naming four figures', () => {
    const found = checksWith('7300亿元', '2464亿元', '3782亿元', '1447亿元');
    expect(found.map((c) => [c.family, c.verdict])).toContainEqual(['sum-of-parts', 'broken']);
    expect(read.corpus.findings.some((f) => f.rule === 'figures/sum-of-parts')).toBe(true);
  });

  test('the shares beside the parts imply the total of the city', () => {
    const found = checksWith('2464亿元', '75%', '3782亿元', '40%', '1447亿元', '1.6万亿元');
    expect(found.map((c) => [c.family, c.verdict])).toContainEqual(['share', 'holds']);
  });

  test('revenue 282.18 -> 299.40 with +6.1 % holds', () => {
    const found = checksWith('282.18亿元', '299.40亿元', '6.1%');
    expect(found.map((c) => [c.family, c.verdict])).toEqual([['growth', 'holds']]);
  });

  test('GDP 2288.93 -> 2379.80 with +5.5 % cannot be told: comparable prices, first three quarters', () => {
    const found = checksWith('2288.93亿元', '2379.80亿元', '5.5%');
    expect(found.map((c) => [c.family, c.verdict])).toEqual([['growth', 'cannot-tell']]);
    expect(found[0]?.reason).toContain('comparable-prices');
    expect(found[0]?.reason).toContain('first-three-quarters');
  });

  test('two tax shares imply one total', () => {
    const found = checksWith('370亿元', '67%', '306亿元', '55%');
    expect(found.map((c) => [c.family, c.verdict])).toContainEqual(['share', 'holds']);
  });

  test('retail growth of 14 % is above the city average of 12.6 %', () => {
    const found = checksWith('14%', '12.6%');
    expect(found.map((c) => c.verdict)).toContain('holds');
  });
});
