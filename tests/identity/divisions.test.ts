import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CardError } from '../../src/rules/card.ts';
import { readDivisions } from '../../src/rules/vocabulary/divisions.ts';
import { divisions } from './support.ts';

const COLUMNS = 'code,name,level,parent_code,short_names,valid_from,valid_to,successor,recognise';

/** Names found with what they can mean: 鼓楼区=320106|320302. */
function found(text: string, hint: { within?: string; year?: number } = {}): string[] {
  return divisions
    .find(text, hint)
    .map((mention) => `${mention.text}=${mention.candidates.map((one) => one.code).join('|')}`);
}

describe('the table', () => {
  test('holds the country, every province and its whole tree', () => {
    expect(divisions.byCode('100000')?.name).toBe('中华人民共和国');
    expect(divisions.children('100000')).toHaveLength(34);
    expect(divisions.children('310000').map((one) => one.name)).toContain('崇明区');
    expect(divisions.children('310000')).toHaveLength(16);
    for (const division of divisions.all) {
      const top = divisions.ancestors(division.code).at(-1);
      expect(top?.code ?? division.code, division.name).toBe('100000');
    }
  });

  test.each([
    ['310101', '310000', '黄浦区'],
    ['330106', '330100', '西湖区'],
    ['429004', '420000', '仙桃市'],
    ['422801', '422800', '恩施市'],
    ['460400', '460000', '儋州市'],
    ['500101', '500000', '万州区'],
  ])('%s lies in %s', (code, parent, name) => {
    expect(divisions.byCode(code)).toMatchObject({ name, parentCode: parent });
  });

  test.each([
    ['襄樊市', '420600', 2010, '420600'],
    ['思茅市', '530800', 2007, '530800'],
    ['卢湾区', '310103', 2011, '310101'],
    ['闸北区', '310108', 2015, '310106'],
    ['南汇区', '310119', 2009, '310115'],
    ['崇明县', '310230', 2016, '310151'],
    ['莱芜市', '371200', 2019, '370100'],
    ['即墨市', '370282', 2017, '370215'],
    ['富阳市', '330183', 2014, '330111'],
    ['萧山市', '330181', 2001, '330109'],
    ['密云县', '110228', 2015, '110118'],
    ['章丘市', '370181', 2016, '370114'],
  ])('%s ended, and another code carries it on', (name, code, validTo, successor) => {
    expect(divisions.named(name)).toContainEqual(expect.objectContaining({ code, validTo, successor }));
  });

  test('keeps everyday words out of the short names', () => {
    for (const word of ['公安', '新建', '振兴', '合作', '资源', '惠民', '城关', '动力', '共和']) {
      expect(divisions.named(word), word).toEqual([]);
    }
  });
});

describe('find', () => {
  test.each([
    ['在泰和县人民政府', ['泰和县=360826']],
    ['代表和县人民政府', ['和县=340523']],
    ['各市和县级单位', []],
    ['浙江省杭州市西湖区', ['浙江省=330000', '杭州市=330100', '西湖区=330106']],
    ['徐州市鼓楼区', ['徐州市=320300', '鼓楼区=320302']],
    ['鼓楼区', ['鼓楼区=320106|320302|350102|410204']],
    ['南京的玄武、鼓楼区', ['南京=320100', '玄武=320102', '鼓楼区=320106']],
    ['长春市朝阳区与北京朝阳区', ['长春市=220100', '朝阳区=220104', '北京=110000', '朝阳区=110105']],
    ['吉林省吉林市', ['吉林省=220000', '吉林市=220200']],
    ['吉林', ['吉林=220000|220200']],
    ['合作市场主体', []],
    ['甘南州合作市', ['甘南州=623000', '合作市=623001']],
    ['新增城区绿地', []],
    ['广州市增城区', ['广州市=440100', '增城区=440118']],
    ['改善老城区、郊区面貌', []],
    ['铜陵市郊区', ['铜陵市=340700', '郊区=340711']],
    ['中国人民银行', []],
    ['浦东新区和内蒙古、恩施州', ['浦东新区=310115', '内蒙古=150000', '恩施州=422800']],
    ['伊犁哈萨克自治州', ['伊犁哈萨克自治州=654000']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('a year chooses among the holders of a name', () => {
    expect(found('巢湖市')).toEqual(['巢湖市=340181']);
    expect(found('巢湖市', { year: 2009 })).toEqual(['巢湖市=341400']);
  });

  test('a region narrows and never empties', () => {
    expect(found('鼓楼区', { within: '350000' })).toEqual(['鼓楼区=350102']);
    expect(found('鼓楼区', { within: '440000' })).toEqual(['鼓楼区=320106|320302|350102|410204']);
    expect(found('上海', { within: '440000' })).toEqual(['上海=310000']);
  });

  test('the places of mentions are those of their text, in order and apart', () => {
    const words = fc.constantFrom(
      '上海市',
      '鼓楼区',
      '和县',
      '的',
      '新',
      '、',
      '\n',
      '吉林',
      '市',
      '区',
      '2024年',
      '朝阳',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end, text: name, candidates } of divisions.find(text)) {
          expect(text.slice(start, end)).toBe(name);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(candidates.length).toBeGreaterThan(0);
          last = end;
        }
      }),
    );
  });

  test('takes time in proportion to the text', () => {
    const text = '上海市浦东新区和吉林省朝阳区'.repeat(100_000);
    expect(divisions.find(text)).toHaveLength(400_000);
  });
});

describe('innermost', () => {
  test.each([
    ['上海市黄浦区政府工作报告', '310101'],
    ['2024年德阳市政府工作报告', '510600'],
    ['安徽省/合肥市/2019.md', '340100'],
    ['浦东新区', '310115'],
    ['鼓楼区', null],
    ['南京市、苏州市', null],
    ['政府工作报告', null],
  ])('%s', (text, code) => {
    expect(divisions.innermost(text)?.code ?? null).toBe(code);
  });
});

describe('a broken table', () => {
  const country = '100000,中华人民共和国,country,,中国,,,,';
  test.each([
    ['no columns', `# note\n${country}`, 2],
    ['too few cells', `${COLUMNS}\n${country}\n110000,北京市,province,100000`, 3],
    ['a short code', `${COLUMNS}\n${country}\n1100,北京市,province,100000,北京,,,,`, 3],
    ['an unknown level', `${COLUMNS}\n${country}\n110000,北京市,city,100000,北京,,,,`, 3],
    ['a missing parent', `${COLUMNS}\n${country}\n110000,北京市,province,990000,北京,,,,`, 3],
    ['a code in force twice', `${COLUMNS}\n${country}\n${country}`, 3],
    ['no year', `${COLUMNS}\n${country}\n110000,北京市,province,100000,北京,,now,,`, 3],
    ['an unknown way to recognise', `${COLUMNS}\n${country}\n110000,北京市,province,100000,北京,,,,never`, 3],
  ])('%s is an error with its line', (_, text, line) => {
    let error: unknown = null;
    try {
      readDivisions({ path: 'vocabulary/divisions.csv', text });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(CardError);
    expect(error).toMatchObject({ file: 'vocabulary/divisions.csv', line });
  });
});
