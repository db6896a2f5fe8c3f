/** Names of places as reports write them: shared, nested, former, short, and places without a code. */
import { describe, expect, test } from 'vitest';
import { identified, reportOf } from './support.ts';

const session = (where: string, year = 2024): string => `——${year}年1月8日在${where}第六届人民代表大会第三次会议上`;

describe('a place in the meeting line', () => {
  test.each([
    // A name inside another name.
    ['和县', '县', 2024, '340523'],
    ['泰和县', '县', 2024, '360826'],
    ['江西省吉安市泰和县', '县', 2024, '360826'],
    ['安徽省和县', '县', 2024, '340523'],
    ['成县', '县', 2024, '621221'],
    ['康县', '县', 2024, '621224'],
    // Districts of one name, told apart by what stands before.
    ['南京市鼓楼区', '区', 2024, '320106'],
    ['徐州市鼓楼区', '区', 2024, '320302'],
    ['福州市鼓楼区', '区', 2024, '350102'],
    ['开封市鼓楼区', '区', 2024, '410204'],
    ['兰州市城关区', '区', 2024, '620102'],
    ['拉萨市城关区', '区', 2024, '540102'],
    ['北京市朝阳区', '区', 2024, '110105'],
    ['长春市朝阳区', '区', 2024, '220104'],
    ['重庆市江北区', '区', 2024, '500105'],
    ['宁波市江北区', '区', 2024, '330205'],
    ['上海市宝山区', '区', 2024, '310113'],
    // One name at several levels.
    ['朝阳市', '市', 2024, '211300'],
    ['朝阳县', '县', 2024, '211321'],
    ['吉林市', '市', 2024, '220200'],
    ['吉林省', '省', 2024, '220000'],
    ['吉林省吉林市', '市', 2024, '220200'],
    ['海南省', '省', 2024, '460000'],
    ['海南藏族自治州', '州', 2024, '632500'],
    ['海南州', '州', 2024, '632500'],
    // Renamed and raised places, by the year of the report.
    ['襄樊市', '市', 2009, '420600'],
    ['襄阳市', '市', 2015, '420600'],
    ['思茅市', '市', 2006, '530800'],
    ['普洱市', '市', 2015, '530800'],
    ['巢湖市', '市', 2010, '341400'],
    ['巢湖市', '市', 2020, '340181'],
    ['莱芜市', '市', 2018, '371200'],
    ['济南市莱芜区', '区', 2020, '370116'],
    ['铜仁地区', '地区', 2010, '522200'],
    ['铜仁市', '市', 2015, '520600'],
    ['密云县', '县', 2014, '110228'],
    ['密云区', '区', 2018, '110118'],
    // Autonomous places, leagues and banners.
    ['内蒙古自治区', '自治区', 2024, '150000'],
    ['兴安盟', '盟', 2024, '152200'],
    ['阿拉善右旗', '旗', 2024, '152922'],
    ['莫力达瓦达斡尔族自治旗', '旗', 2024, '150722'],
    ['黔东南苗族侗族自治州', '州', 2024, '522600'],
    ['黔东南州', '州', 2024, '522600'],
    ['景宁畲族自治县', '县', 2024, '331127'],
    ['新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县', '县', 2024, '654022'],
    ['神农架林区', '区', 2024, '429021'],
    ['天津市滨海新区', '区', 2024, '120116'],
    // Cities of the corps have codes of their own.
    ['石河子市', '市', 2024, '659001'],
    ['新疆生产建设兵团第八师石河子市', '市', 2024, '659001'],
  ])('%s, %s government, %i', (where, kind, year, code) => {
    const text = reportOf({ head: ['政府工作报告', session(where, year)], government: `${kind}人民政府`, year });
    const { identity, signals } = identified(text);
    expect(identity.regionCode).toBe(code);
    expect(signals.filter(({ sign }) => sign.startsWith('region'))).toEqual([]);
    expect(identity.evidence.map(({ sign }) => sign)).toContain('meeting-line');
  });

  test.each(['鼓楼区', '城关区', '朝阳区', '江北区'])('%s alone stays open', (name) => {
    const { identity, signals } = identified(
      reportOf({ head: ['政府工作报告', session(name)], government: `${name}人民政府` }),
    );
    expect(identity.regionCode).toBeNull();
    expect(signals.map(({ sign }) => sign)).toContain('region-ambiguous');
  });

  test.each([
    ['鼓楼区', '闽江北岸、福州软件园、福州滨海新城共同发力。', '350102'],
    ['城关区', '兰州新区协同，兰州主城更新，兰州地铁延伸。', '620102'],
    ['朝阳区', '长春现代化都市圈、长春新区、长春地铁建设提速。', '220104'],
  ])('%s is settled by the city that the body names', (name, body, code) => {
    const text = reportOf({ head: ['政府工作报告', session(name)], government: `${name}人民政府`, body });
    const { identity } = identified(text);
    expect(identity.regionCode).toBe(code);
    expect(identity.evidence.map(({ sign }) => sign)).toContain('parent-in-body');
  });
});

describe('a place in a title', () => {
  test.each([
    ['2024年吉林省政府工作报告', '省', '220000'],
    ['2024年吉林市政府工作报告', '市', '220200'],
    ['黔东南州2024年政府工作报告', '州', '522600'],
    ['内蒙古自治区2024年政府工作报告', '自治区', '150000'],
    ['襄阳市2024年政府工作报告', '市', '420600'],
    ['江苏省徐州市鼓楼区2024年政府工作报告', '区', '320302'],
  ])('%s', (title, kind, code) => {
    expect(identified(reportOf({ head: [title], government: `${kind}人民政府` })).identity.regionCode).toBe(code);
  });

  test.each(['香港特别行政区', '澳门特别行政区', '台湾省'])('%s is a mere mention', (name) => {
    const body = `深化与${name}的交流合作，${name}企业新增投资，${name}青年来访，${name}专列开行。`;
    const head = ['政府工作报告', session('厦门市')];
    const { identity, signals } = identified(reportOf({ head, body }));
    expect(identity.regionCode).toBe('350200');
    expect(signals.filter(({ sign }) => sign.startsWith('region'))).toEqual([]);
  });
});

describe('a part without a code', () => {
  test.each([
    ['义乌市佛堂镇', '镇', '330782', '义乌市佛堂镇'],
    ['湖南省长沙县黄花镇', '镇', '430121', '长沙县黄花镇'],
    ['北京市海淀区中关村街道', '街道办事处', '110108', '海淀区中关村街道'],
    ['苏州市苏州工业园区', '园区', '320500', null],
    ['合肥市高新技术产业开发区', '管委会', '340100', '合肥市高新技术产业开发区'],
    ['兰州市兰州新区', '新区', '620100', null],
    ['新疆生产建设兵团', '兵团', '650000', null],
  ])('%s keeps its name and what it lies in', (where, kind, parent, region) => {
    const text = reportOf({ head: ['政府工作报告', session(where)], government: `${kind}人民政府` });
    const { identity, signals } = identified(text);
    expect(identity).toMatchObject({ regionCode: null, parentCode: parent, level: null });
    if (region !== null) expect(identity.region).toBe(region);
    expect(signals.map(({ sign }) => sign)).toContain('part-of-region');
    expect(signals.map(({ sign }) => sign)).not.toContain('region-unknown');
  });
});

describe('labels', () => {
  const jingzhou = reportOf({ head: ['政府工作报告', session('荆州市'), '荆州市市长 王小明'] });
  const signsOf = (title: string | null, path: string | null): string[] =>
    identified(jingzhou, { title, path }).signals.map(({ sign }) => sign);

  test.each([
    ['湖北省荆州市2024年政府工作报告', null],
    ['荆州市人民政府关于印发2024年政府工作报告的通知', null],
    ['荆州2024年政府工作报告_荆州日报', null],
    ['湖北省各市州政府工作报告汇编（2024年）', null],
    ['二〇二四年政府工作报告', null],
    [null, '湖北省/荆州市/2024.md'],
    [null, '湖北省/2024.md'],
    [null, '2024/湖北_荆州.txt'],
    [null, 'jingzhou_2024.txt'],
    [null, '荆州_20250618.html'],
    [null, '2025-06-18 荆州市.html'],
    [null, '荆州市政府工作报告（2020-2025年）.txt'],
  ])('%s %s fits', (title, path) => {
    expect(signsOf(title, path)).toEqual([]);
  });

  test.each([
    ['宜昌市2024年政府工作报告', null, 'region-conflict'],
    ['湖北省2024年政府工作报告', null, 'region-conflict'],
    ['荆州市沙市区2024年政府工作报告', null, 'region-conflict'],
    ['南京市鼓楼区政府工作报告', null, 'region-conflict'],
    ['鼓楼区政府工作报告', null, 'region-conflict'],
    [null, '湖北省/宜昌市/2024.md', 'region-conflict'],
    [null, '湖北省/湖北省/2024.md', 'region-conflict'],
    [null, '宜昌_2024.txt', 'region-conflict'],
    ['荆州市2021年政府工作报告', null, 'year-conflict'],
    [null, '荆州市/2025.md', 'year-conflict'],
    [null, '2019/荆州市.md', 'year-conflict'],
    ['二〇二〇年政府工作报告', null, 'year-conflict'],
    ['荆州市2023年政府工作报告', null, 'labelled-with-reviewed-year'],
    [null, '荆州市/2023.md', 'labelled-with-reviewed-year'],
  ])('%s %s does not', (title, path, sign) => {
    expect(signsOf(title, path)).toEqual([sign]);
  });

  test('of a source with several reports name what they lie in, and no year', () => {
    const hints = { title: '2023年湖北省政府工作报告', path: '湖北省.txt', shared: true };
    expect(identified(jingzhou, hints).signals).toEqual([]);
  });
});

describe('a body under another head', () => {
  const head = ['政府工作报告', session('荆州市'), '荆州市市长 王小明'];

  test('of another city is told', () => {
    const body = '宜昌港口扩容，宜昌新区开建，宜昌东站改造，夷陵区、兴山县、秭归县同步发展。'.repeat(2);
    expect(identified(reportOf({ head, body })).signals.map(({ sign }) => sign)).toEqual(['region-conflict']);
  });

  test('of its province is told by the words for its own', () => {
    const body = '全省经济稳中有进，全省上下同心。'.repeat(8);
    const { signals } = identified(reportOf({ head, body }));
    expect(signals).toEqual([
      expect.objectContaining({ sign: 'region-conflict', data: expect.objectContaining({ source: 'own-words' }) }),
    ]);
  });

  test('that only praises the province is its own', () => {
    const body = '全省排名前列，全省先进，全市上下同心，全市经济稳中有进，全市民生改善，我市。'.repeat(6);
    expect(identified(reportOf({ head, body })).signals).toEqual([]);
  });

  test('of another year is told where no heading gives the year', () => {
    const body =
      '2018年，全市生产总值增长7%。2018年末常住人口稳定。2019年将持续用力。' +
      '推进项目建设，改善城乡面貌。'.repeat(40);
    const { signals } = identified(reportOf({ head, body, headings: ['工作回顾', '工作任务'] }));
    expect(signals.map(({ sign }) => sign)).toEqual(['year-conflict']);
  });
});
