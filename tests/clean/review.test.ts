import { describe, expect, test } from 'vitest';
import { range } from '../../src/model/offset.ts';
import { removalSigns } from '../../src/source/review.ts';

const BODY = '全县上下坚持稳中求进，着力推动高质量发展，各项工作取得新的成效，较好完成了年度目标任务。\n'.repeat(80);
const OTHER =
  '（一）产业发展提质增效，全年引进重点项目120个，完成投资35.6亿元，同比增长12%，工业技改投资占比继续提高。\n' +
  '（二）民生福祉持续增进，新增城镇就业4200人，改造老旧小区1.2万户，群众获得感进一步提升，社会大局保持稳定。\n';

/** Signs of a source whose report is BODY and whose removals are the texts before and behind it. */
function signsOf(before: string, behind: string) {
  const text = `${before}${BODY}${behind}`;
  const report = range<'unwrapped'>(before.length, before.length + BODY.length);
  const edits = [range<'unwrapped'>(0, before.length), range<'unwrapped'>(report.end, text.length)]
    .filter(({ start, end }) => end > start)
    .map((place) => ({ range: place, replacement: '', rule: 'noise/outside-report' }));
  return removalSigns({ sourceId: 's', text, reports: [report], promised: [] }, edits).map(({ sign }) => sign);
}

describe('removals that a person should look at', () => {
  test.each([
    ['a bar and a footer', '首页 > 政务公开\n', '主办单位：县人民政府办公室\n', []],
    ['a part of a report', OTHER, '', ['removed-looks-like-body']],
    ['an abstract', BODY.slice(0, 300), '', []],
    [
      'a disclaimer',
      '',
      '本站声明：转载内容仅供参考，版权归原作者所有，如有侵权请及时联系我们删除，感谢您的理解与支持。\n',
      [],
    ],
    ['most of the file', '乡镇动态 查看详情\n'.repeat(500), '', ['removed-share']],
  ])('%s', (_name, before, behind, signs) => {
    expect(signsOf(before, behind)).toEqual(signs);
  });

  test('inside a report a share of more than a twentieth is told', () => {
    const edits = [{ range: range<'unwrapped'>(100, 600), replacement: '', rule: 'noise/x' }];
    const view = { sourceId: 's', text: BODY, reports: [range<'unwrapped'>(0, BODY.length)], promised: [] };
    expect(removalSigns(view, edits).map(({ sign }) => sign)).toContain('removed-share');
  });
});
