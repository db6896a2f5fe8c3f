import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identified, reportOf } from './support.ts';

const JINGZHOU = ['政府工作报告', '——2024年1月8日在荆州市第六届人民代表大会第三次会议上', '荆州市市长 王小明'];

function signsOf(text: string): string[] {
  return identified(text).signals.map((signal) => signal.sign);
}

describe('the head of a report', () => {
  test('gives everything, with evidence that stands in the text', () => {
    const text = reportOf({ head: JINGZHOU });
    const { identity, signals } = identified(text);
    expect(identity).toMatchObject({
      regionCode: '421000',
      region: '荆州市',
      level: 'prefecture',
      parentCode: '420000',
      reportYear: 2024,
      reviewedYear: 2023,
      session: '第六届人民代表大会第三次会议',
      deliveredOn: '2024-01-08',
      speaker: '王小明',
      title: '政府工作报告',
    });
    expect(signals).toEqual([]);
    for (const { sign, quote, range } of identity.evidence) {
      expect(range, sign).not.toBeNull();
      if (range !== null && sign !== 'body-places') {
        expect(text.slice(range.start, range.end).replace(/\s/g, '')).toContain(quote.replace(/\s/g, ''));
      }
    }
  });

  test.each([
    [
      ['——2024年1月8日在恩施土家族苗族自治州第九届人民代表大会第四次会议上', '州长 夏某'],
      '州人民政府',
      '422800',
      'prefecture',
    ],
    [
      ['2024年1月19日在广西壮族自治区第十四届人民代表大会第二次会议上', '自治区主席 蓝某'],
      '自治区人民政府',
      '450000',
      'province',
    ],
    [['——2024年1月8日在鄂温克族自治旗第十三届人民代表大会第三次会议上'], '旗人民政府', '150724', 'county'],
    [['——2024年3月5日在第十四届全国人民代表大会第二次会议上', '国务院总理 李某'], '国务院', '100000', 'country'],
    [['——2024年1月8日在南京市鼓楼区第十九届人民代表大会第三次会议上'], '区人民政府', '320106', 'county'],
    [['浙江省杭州市西湖区政府工作报告'], '区人民政府', '330106', 'county'],
    [['——2024年1月8日在泰和县第十八届人民代表大会第三次会议上'], '县人民政府', '360826', 'county'],
    [['——2024年1月8日在和县第十八届人民代表大会第三次会议上'], '县人民政府', '340523', 'county'],
    [['——2024年1月8日在天津市滨海新区第三届人民代表大会第五次会议上'], '滨海新区人民政府', '120116', 'county'],
    [[], '仙桃市人民政府', '429004', 'county'],
    [['2024年宜昌市', '政府工作报告'], '市人民政府', '420500', 'prefecture'],
  ])('%j', (head, government, code, level) => {
    expect(identified(reportOf({ head, government })).identity).toMatchObject({ regionCode: code, level });
  });

  test.each([
    ['襄樊市', 2008, '420600', '襄樊市'],
    ['巢湖市', 2009, '341400', '巢湖市'],
    ['巢湖市', 2015, '340181', '巢湖市'],
    ['莱芜市', 2014, '371200', '莱芜市'],
    ['卢湾区', 2010, '310103', '卢湾区'],
  ])('%s of %i', (name, year, code, region) => {
    const head = [`——${year}年1月8日在${name}第三届人民代表大会第二次会议上`];
    expect(identified(reportOf({ head, year })).identity).toMatchObject({ regionCode: code, region, reportYear: year });
  });
});

describe('the speaker', () => {
  test.each([
    ['上海市市长 龚 正', '龚正'],
    ['市人民政府代理市长　张泉', '张泉'],
    ['市长瞿海', '瞿海'],
    ['代市长? 朱洪武', '朱洪武'],
    ['自治区主席 艾尔肯·吐尼亚孜', '艾尔肯·吐尼亚孜'],
    ['陈 竞', '陈竞'],
    ['欧阳明德', '欧阳明德'],
    ['俞志宏在大会上作政府工作报告', '俞志宏'],
    ['济南市市长', null],
    ['省人民政府省长', null],
    ['（摘要）', null],
    ['来源：本网', null],
  ])('%s', (line, name) => {
    expect(identified(reportOf({ head: [...JINGZHOU.slice(0, 2), line] })).identity.speaker).toBe(name);
  });

  test('may stand on the line after the office', () => {
    const text = reportOf({ head: [...JINGZHOU.slice(0, 2), '荆州市市长', '王小明'] });
    expect(identified(text).identity.speaker).toBe('王小明');
  });
});

describe('the title', () => {
  test.each([
    [['政 府 工 作 报 告'], '政府工作报告'],
    [['政府工作报告（2024年）'], '政府工作报告（2024年）'],
    [['政府工作报告', '荆州市2024年政府工作报告'], '荆州市2024年政府工作报告'],
    [['荆州市人民政府', '工作报告'], '荆州市人民政府工作报告'],
    [[], null],
  ])('%j', (head, title) => {
    expect(identified(reportOf({ head: [...head, ...JINGZHOU.slice(1)] })).identity.title).toBe(title);
  });
});

describe('the year', () => {
  test.each([
    [
      'a session of December hears the report of the next year',
      '2023年12月27日',
      ['2023年工作回顾', '2024年工作任务'],
      2024,
    ],
    ['unless its headings say otherwise', '2023年12月27日', ['2022年工作回顾', '2023年工作任务'], 2023],
    ['five years looked back on', '2022年1月10日', ['过去五年工作回顾', '今后五年和2022年工作任务'], 2022],
    ['Chinese numerals', '二○一○年一月十九日', ['二○○九年工作回顾', '二○一○年工作任务'], 2010],
    ['a neutral heading', '2014年2月18日', ['2013年主要工作', '2014年主要任务'], 2014],
  ] as const)('%s', (_, date, headings, year) => {
    const head = ['政府工作报告', `——${date}在荆州市第六届人民代表大会第三次会议上`];
    const { identity, signals } = identified(reportOf({ head, headings }));
    expect(identity).toMatchObject({ reportYear: year, reviewedYear: year - 1 });
    expect(signals.map((signal) => signal.sign)).not.toContain('year-conflict');
  });

  test('comes from headings or body when no date is given', () => {
    expect(identified(reportOf({})).identity).toMatchObject({ reportYear: 2024, deliveredOn: null });
    const headings = ['工作回顾', '工作任务'] as const;
    const body = '2023年，全市新增就业3万人。2023年末常住人口稳定。到2030年建成现代化城市。';
    expect(identified(reportOf({ headings, body })).identity.reportYear).toBe(2024);
    expect(identified(reportOf({ headings })).identity.reportYear).toBeNull();
  });

  test('of a month without a day is kept, the day is not made up', () => {
    const head = ['政府工作报告', '2024年1月在荆州市第六届人民代表大会第三次会议上'];
    expect(identified(reportOf({ head })).identity).toMatchObject({ deliveredOn: null, reportYear: 2024 });
  });
});

describe('a report whose head says only 市', () => {
  test('is of the place that its body names most', () => {
    const body = '宜昌港建成，宜昌东站改造，宜昌入选试点，宜昌综保区封关。武汉都市圈发展加快。';
    expect(identified(reportOf({ body })).identity).toMatchObject({ regionCode: '420500' });
  });

  test('stays unknown when two places are named alike', () => {
    const body = '宜昌、荆州同城发展，宜昌、荆州共建港口，宜昌、荆州互通高铁，宜昌、荆州联防联控。';
    const { identity, signals } = identified(reportOf({ body }));
    expect(identity.regionCode).toBeNull();
    expect(signals).toContainEqual(
      expect.objectContaining({ sign: 'region-ambiguous', data: { candidates: '湖北省宜昌市、湖北省荆州市' } }),
    );
  });
});

describe('hints', () => {
  const shared = reportOf({
    head: ['政府工作报告', '——2024年1月8日在鼓楼区第十九届人民代表大会第三次会议上'],
    government: '鼓楼区人民政府',
  });

  test('settle a shared name', () => {
    expect(identified(shared).identity.regionCode).toBeNull();
    expect(identified(shared, { title: null, path: '福建省/福州市/2024.md' }).identity.regionCode).toBe('350102');
    expect(identified(shared, { title: '开封市鼓楼区政府工作报告', path: null }).identity.regionCode).toBe('410204');
  });

  test('never beat the text, and a contradiction is told', () => {
    const { identity, signals } = identified(reportOf({ head: JINGZHOU }), {
      title: '2021年宜昌市政府工作报告',
      path: null,
    });
    expect(identity).toMatchObject({ regionCode: '421000', reportYear: 2024 });
    expect(signals.map((signal) => signal.sign).sort()).toEqual(['region-conflict', 'year-conflict']);
  });

  test('of the province or the year of delivery contradict nothing', () => {
    const late = reportOf({
      head: ['政府工作报告', '2023年12月27日在荆州市第六届人民代表大会第三次会议上', '市长 王小明'],
    });
    expect(identified(late, { title: '2023年政府工作报告', path: '湖北省/2024.txt' }).signals).toEqual([]);
  });
});

describe('what is missing is told', () => {
  test.each([
    ['', ['region-unknown', 'report-year-unknown', 'session-missing', 'date-missing', 'speaker-missing']],
    [
      reportOf({ headings: ['工作回顾', '工作任务'] }),
      ['region-unknown', 'report-year-unknown', 'session-missing', 'date-missing', 'speaker-missing'],
    ],
    [reportOf({ head: JINGZHOU.slice(0, 2) }), ['speaker-missing']],
    [reportOf({ head: ['2024年荆州市政府工作报告', '荆州市市长 王小明'] }), ['session-missing', 'date-missing']],
  ])('%#', (text, signs) => {
    expect(signsOf(text)).toEqual(signs);
  });

  test('a body full of another city contradicts the head', () => {
    const body = '宜昌港口、宜昌新区、宜昌产业蓬勃发展。'.repeat(6);
    expect(signsOf(reportOf({ head: JINGZHOU, body }))).toEqual(['region-conflict']);
  });
});

test('any text is read: evidence lies inside it and no field is made up', () => {
  const piece = fc.constantFrom(
    '政府工作报告',
    '2024年1月8日',
    '二○一○年',
    '在',
    '荆州市',
    '鼓楼区',
    '第六届人民代表大会第三次会议',
    '市长',
    '王小明',
    '\n',
    '各位代表：',
    '我代表',
    '市人民政府',
    '一、2023年工作回顾',
    '。',
    ' ',
    '　',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces
        .join('')
        .replace(/^\s+|\s+$/g, '')
        .replace(/\n+/g, '\n');
      const { identity, signals } = identified(text);
      for (const { range } of [...identity.evidence, ...signals]) {
        if (range === null) continue;
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(range.end).toBeLessThanOrEqual(text.length);
      }
      if (identity.speaker !== null) expect(text.replace(/\s/g, '')).toContain(identity.speaker);
      if (identity.session !== null) expect(text.replace(/\s/g, '')).toContain(identity.session);
    }),
  );
});
