/** Pages of reports without their heads, and texts of other kinds that read alike; what each is was read by hand. */
import { describe, expect, it } from 'vitest';
import { audit, rulesFromDisk } from '../support/pipeline.ts';

const RULES = rulesFromDisk();

function reportsIn(text: string): number {
  const [source] = audit([{ name: 'page.txt', data: text }], RULES).sources;
  return source?.reports.filter(({ completeness }) => completeness.verdict !== 'not-a-report').length ?? 0;
}

const WORKS =
  '（一）经济平稳健康发展\n预计全年实现地区生产总值突破2000亿元，同比增长11%左右，总量全市第三；固定资产投资568亿元，增长13%。\n（二）产业转型扎实推进\n出台构建现代产业体系文件，完善产业空间资源保障、招商引资、人才引进、科技创新奖励等政策。\n';
const THANKS =
  '各位代表，过去的四年中，我们不断深化对镇情的认识，准确把握所面临的形势，克服了宏观调控对部分工业项目造成的影响，顺利完成苏木镇合并，实现了全镇物质文明、政治文明、精神文明的协调发展。在此，我代表镇人民政府，向所有关心和支持本镇发展的同志们，表示衷心的感谢。\n';

it.each([
  [
    'with a full stop behind the salutation',
    '区人民政府年度工作报告材料各位代表。现在，我代表区人民政府，向大会作工作报告，请予审议，并请各位政协委员和其他列席会议的同志提出意见。一、“十一五”及2010年工作回顾“十一五”时期是我区发展进程中极不寻常的五年。全区完成生产总值249.1亿元，是“十五”期末的1.9倍。',
  ],
  [
    'in traditional script, with English between',
    '2013政府工作報告全文(英漢對照) ——2013年3月5日在第十二屆全國人民代表大會第一次會議上 國務院總理 溫家寶 REPORT ON THE WORK OF THE GOVERNMENT Wen Jiabao, Premier of the State Council 各位代表： 現在，我代表國務院，向大會報告過去五年的政府工作，并對今年工作提出建議，請各位代表審議，并請全國政協委員提出意見。 Fellow Deputies, On behalf of the State Council, I now present to you the report on the government’s work of the past five years. 一、過去五年工作回顧 I. Review of Work in the Past Five Years 國內生產總值從26.6萬億元增加到51.9萬億元，躍升到世界第二位；公共財政收入從5.1萬億元增加到11.7萬億元。',
  ],
])('a report in one line is found %s', (_, text) => {
  expect(reportsIn(text)).toBe(1);
});

describe('a page of a report', () => {
  it.each([
    [
      'that answers for what an assembly set',
      `一、2013年工作回顾\n2013年，我们在市委、市政府和区委的正确领导下，团结带领全区人民迎难而上，圆满完成了区五届人大二次会议确定的年度工作任务。\n${WORKS}`,
      1,
    ],
    [
      'that thanks for a government, under its title',
      `乡镇人代会换届选举工作报告\n——社会各项事业协调发展。积极开展创建全市科技示范镇工作，科技在经济社会发展中的作用不断增强，人口与计划生育工作不断加强，普法、依法治理工作成效明显。\n${THANKS}${THANKS.replace('四年', '五年')}`,
      1,
    ],
    [
      'a year of an office',
      `一、2013年工作回顾\n2013年，我们在局党组的正确领导下，团结带领全局干部职工迎难而上，圆满完成了各项年度工作任务。\n${WORKS}`,
      0,
    ],
    [
      'a speech in a novel',
      '第789章 忐忑不安的吴连畅\n忐忑归忐忑，期待归期待，夏梦云作报告时依旧有条不紊。\n“各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议，并请市委员提出意见。\n过去一年，是西江发展进程中极不平凡的一年。我们砥砺奋进，在多个领域取得历史性突破，为实现赶超进位奠定坚实基础。\n经济发展态势强劲。我市经济总量稳居全省第一，增速高达9.5%，远超全省及国内平均水平。\n',
      0,
    ],
    [
      'news of an assembly',
      '会议听取了区长所作的政府工作报告，审议批准了区五届人大二次会议以来的各项报告，代表们踊跃发言。\n代表们一致认为，报告总结成绩客观实在，部署工作重点突出，是一个求真务实、催人奋进的好报告。\n会议号召全区人民团结一心，开拓进取，为完成各项任务而努力奋斗，为谱写发展新篇章作出贡献。\n',
      0,
    ],
  ])('%s', (_, text, count) => {
    expect(reportsIn(text)).toBe(count);
  });
});
