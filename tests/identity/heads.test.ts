/** Dates, sessions and speakers as the heads of reports write them, from the fifties until now. */
import { describe, expect, test } from 'vitest';
import { identified, reportOf } from './support.ts';

const CITY = '荆州市';

describe('the year of delivery', () => {
  test.each([
    ['1979年3月20日', 1979, '1979-03-20'],
    ['一九七九年十二月二十七日', 1980, '1979-12-27'],
    ['一九八八年三月二日', 1988, '1988-03-02'],
    ['一九九九年二月十日', 1999, '1999-02-10'],
    ['二○○○年一月二十八日', 2000, '2000-01-28'],
    ['二〇〇五年元月十日', 2005, null],
    ['二OO八年一月廿二日', 2008, '2008-01-22'],
    ['２０１０年１月１９日', 2010, '2010-01-19'],
    ['2 0 1 2 年 1 月 6 日', 2012, '2012-01-06'],
    ['公历2015年2月3日', 2015, '2015-02-03'],
    ['2018年 1月 9日', 2018, '2018-01-09'],
    ['2026年1月27日', 2026, '2026-01-27'],
    ['2011年12月28日', 2012, '2011-12-28'],
    ['2020年11月30日', 2021, '2020-11-30'],
    ['2021年6月31日', 2021, null],
  ])('%s', (date, year, day) => {
    const head = ['政府工作报告', `——${date}在${CITY}第六届人民代表大会第三次会议上`];
    const { identity } = identified(reportOf({ head, headings: ['工作回顾', '工作任务'] }));
    expect(identity).toMatchObject({ reportYear: year, reviewedYear: year - 1, deliveredOn: day });
  });

  test.each([
    // Held in December for the year that ends: its headings say so.
    ['2011年12月28日', ['2011年工作回顾', '2012年工作任务'], 2012, []],
    ['2011年12月28日', ['2010年工作回顾', '2011年工作任务'], 2011, []],
    ['2012年1月5日', ['2011年工作回顾', '2012年工作任务'], 2012, []],
    // The headings are of another report than the head.
    ['2012年1月5日', ['2015年工作回顾', '2016年工作任务'], 2016, ['year-conflict']],
  ] as const)('%s with %j', (date, headings, year, signs) => {
    const head = ['政府工作报告', `——${date}在${CITY}第六届人民代表大会第三次会议上`, `${CITY}市长 王小明`];
    const { identity, signals } = identified(reportOf({ head, headings }));
    expect(identity.reportYear).toBe(year);
    expect(signals.map(({ sign }) => sign)).toEqual(signs);
  });
});

describe('a title with the year that is looked back on', () => {
  test.each([
    ['2019年', '2020年1月8日', '2019年工作回顾', 2020, '2020-01-08'],
    ['2019年', '2020年1月8日', '工作回顾', 2020, '2020-01-08'],
    ['2020年', '2020年1月8日', '2019年工作回顾', 2020, '2020-01-08'],
  ])('%s, given on %s, with %s', (year, date, heading, reportYear, deliveredOn) => {
    const head = [
      `${year}${CITY}人民政府工作报告`,
      `——在${CITY}第六届人民代表大会第三次会议上`,
      `${CITY}市长 王小明`,
      `(${date})`,
    ];
    const { identity } = identified(reportOf({ head, headings: [heading, '工作任务'] }));
    expect(identity).toMatchObject({ reportYear, deliveredOn });
  });
});

describe('the number of a session of the national congress', () => {
  const national = (date: string, session: string): ReturnType<typeof identified> =>
    identified(
      reportOf({
        head: ['政府工作报告', `——${date}在${session}上`, '国务院总理 李某'],
        government: '国务院',
        headings: ['工作回顾', '工作任务'],
      }),
    );

  test.each([
    ['1979年6月18日', '第五届全国人民代表大会第二次会议', 1979],
    ['1994年3月10日', '第八届全国人民代表大会第二次会议', 1994],
    ['2004年3月5日', '第十届全国人民代表大会第二次会议', 2004],
    ['2017年3月5日', '第十二届全国人民代表大会第五次会议', 2017],
    ['2024年3月5日', '第十四届全国人民代表大会第二次会议', 2024],
  ])('%s fits %s', (date, session, year) => {
    const { identity, signals } = national(date, session);
    expect(identity).toMatchObject({ regionCode: '100000', reportYear: year });
    expect(signals).toEqual([]);
  });

  test('gives the year where the date is lost', () => {
    const { identity } = national('', '第十三届全国人民代表大会第三次会议');
    expect(identity).toMatchObject({ reportYear: 2020, deliveredOn: null });
    expect(identity.evidence.map(({ sign }) => sign)).toContain('session-number');
  });

  test('of another year than the date is told', () => {
    const { identity, signals } = national('2021年3月5日', '第十四届全国人民代表大会第二次会议');
    expect(identity.reportYear).toBe(2021);
    expect(signals.map(({ sign }) => sign)).toEqual(['year-conflict']);
  });

  test('of a local congress says nothing of the year', () => {
    const head = ['政府工作报告', `${CITY}第十四届人民代表大会第二次会议`];
    const { identity } = identified(reportOf({ head, headings: ['工作回顾', '工作任务'] }));
    expect(identity.reportYear).toBeNull();
  });
});

describe('who spoke', () => {
  test.each([
    ['荆州市代市长 张明', '张明'],
    ['荆州市市长候选人 张明', '张明'],
    ['代市长、市长候选人 张明', '张明'],
    ['市长（代） 张明', '张明'],
    ['湖北省省长 张 明', '张明'],
    ['州人民政府州长 马某某', '马某某'],
    ['区长：张明', '张明'],
    ['盟长 宝音·额尔德尼', '宝音·额尔德尼'],
    ['自治区主席 艾尔肯·吐尼亚孜', '艾尔肯·吐尼亚孜'],
    ['国务院总理 张明', '张明'],
    ['地区行署专员 张明', '张明'],
    ['管委会主任 张明', '张明'],
    ['旗长 张明', '张明'],
    ['县长　张　明', '张明'],
    ['镇长 张明', '张明'],
    ['第八师师长、石河子市市长 张明', '张明'],
    ['欧阳明德', '欧阳明德'],
    ['（市长）', null],
    ['常务副市长', null],
  ])('%s', (line, name) => {
    const head = ['政府工作报告', `——2024年1月8日在${CITY}第六届人民代表大会第三次会议上`, line];
    expect(identified(reportOf({ head })).identity.speaker).toBe(name);
  });
});
