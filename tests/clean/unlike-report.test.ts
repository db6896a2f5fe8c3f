import { describe, expect, test } from 'vitest';
import { range } from '../../src/model/offset.ts';
import { loadRules } from '../../src/rules/load.ts';
import { noiseEdits } from '../../src/source/clean.ts';
import { readyFilesOf } from '../rules/shipped.ts';

const rules = loadRules(readyFilesOf('noise'));

/** Paragraphs of a report, two hundred characters each and more; what a line is compared with. */
const BODY = [
  '过去一年，我们坚持稳中求进工作总基调，全县地区生产总值增长5.6%，一般公共预算收入增长4.1%，城乡居民收入稳步提高，主要目标任务较好完成，产业转型升级步伐加快，重大项目建设取得突破，开工亿元以上项目36个，竣工21个，工业投资增长11.2%，高新技术企业达到58家，发展质量和效益不断提升。',
  '城乡面貌持续改善，新建改建农村公路60公里，改造老旧小区18个，农村自来水普及率达到97%，县城生活污水处理厂提标改造全面完工，空气质量优良天数比例达到92%，森林覆盖率稳步提高，全国文明城市创建扎实推进，村庄清洁行动覆盖所有行政村，群众生活环境更加整洁、更加宜居、更加美丽。',
  '民生福祉不断增进，新建公办幼儿园3所，城镇新增就业4200人，县人民医院新院区投入运行，养老服务设施实现乡镇全覆盖，粮食产量达到41.3万吨，安全生产形势总体平稳，信访积案化解率达到96%，群众安全感和满意度继续位居全市前列，平安建设、双拥、统计、档案、地方志等工作取得新的成绩。',
  '今年是实施规划的关键一年，全县地区生产总值预期增长5.5%左右，一般公共预算收入增长4%以上，城乡居民收入与经济增长基本同步。我们要壮大实体经济，抓好招商引资，办好民生实事，严格落实过紧日子要求，打造务实清廉的政府，努力完成全年各项目标任务，奋力谱写高质量发展的崭新篇章。',
];

/** The lines put between the first and the second paragraph, and what is taken of them. */
function taken(...between: readonly string[]): string[] {
  const text = [BODY[0], ...between, ...BODY.slice(1), ...BODY].join('\n');
  const view = { sourceId: 's', text, reports: [range<'unwrapped'>(0, text.length)], promised: [] };
  return noiseEdits(view, rules)
    .filter(({ rule }) => rule === 'noise/unlike-report')
    .map((edit) => text.slice(edit.range.start, edit.range.end).trim());
}

describe('a short line between paragraphs', () => {
  test.each([['晚间天气 多云转晴 3℃'], ['供稿老周'], ['猜谜赢话费'], ['16:9'], ['簡體版 字級設定']])(
    'that is foreign goes: %s',
    (line) => {
      expect(taken(line)).toEqual([line]);
    },
  );

  test.each([
    ['产业转型升级'],
    ['城乡面貌'],
    ['城 乡 面 貌'],
    ['2023年工作回顾'],
    ['这一年，我们勠力同心、勇毅前行，以极限思维守牢底线'],
    ['（一）擘画蓝图谋新篇'],
    ['第二部分 蹄疾步稳启新程'],
    ['各位委员、同志们'],
    ['请予审议。'],
    ['跨境电商交易额突破6.3亿元'],
  ])('that may be the report’s own stays: %s', (line) => {
    expect(taken(line)).toEqual([]);
  });

  test('stays behind the title of a glossary, and as a row of a table', () => {
    expect(taken('名词解释', '猜谜赢话费')).toEqual([]);
    expect(
      taken(...Array.from({ length: 15 }, (_, row) => `${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰'.charAt(row)}镇骡马集`)),
    ).toEqual([]);
  });

  test('stays where a sentence was torn, and where all sentences were', () => {
    const [first = '', ...others] = BODY;
    const torn = [first.slice(0, 60), '猜谜赢话费', first.slice(60), ...others, ...BODY].join('\n');
    const clauses = [...BODY, ...BODY].map((line) => line.replaceAll('，', '\n')).join('\n');
    for (const text of [torn, clauses]) {
      const view = { sourceId: 's', text, reports: [range<'unwrapped'>(0, text.length)], promised: [] };
      expect(noiseEdits(view, rules).filter(({ rule }) => rule === 'noise/unlike-report')).toEqual([]);
    }
  });
});
