/** A terminal that keeps what was said, and small reports to say things about. */
import pc from 'picocolors';
import { main } from '../../src/cli/main.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line in a folder. */
export async function run(cwd: string, args: readonly string[], stdin = ''): Promise<Said> {
  const said = { out: '', err: '' };
  const terminal: Terminal = {
    cwd,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    stdin: async () => new TextEncoder().encode(stdin),
    columns: null,
    colors: pc.createColors(false),
    progress: null,
  };
  const code = await main(args, terminal);
  return { code, ...said };
}

/** A small complete report. */
export function report(place: string, year: number): string {
  return `${year}年${place}人民政府工作报告
——${year}年1月8日在${place}第十七届人民代表大会第四次会议上
${place}人民政府县长 林 远
各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议，并请各位政协委员和其他列席人员提出意见。
一、${year - 1}年工作回顾
过去一年，面对复杂严峻的外部环境，我们团结依靠全县人民，扎实推进各项工作，较好完成了年度目标任务。
（一）经济运行稳中有进。地区生产总值完成126.5亿元，增长5.2%。
（二）民生保障持续改善。城镇新增就业3200人，建成养老服务中心4家。
我们也清醒地看到，发展中还存在不少困难和问题，需要在今后的工作中认真解决。
二、${year}年工作任务
做好今年的工作，要坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，推动高质量发展。
（一）着力扩大有效需求。加快重点项目建设，培育新的消费热点。
（二）着力增进民生福祉。办好民生实事，让人民群众有更多获得感。
三、加强政府自身建设
坚持依法行政，严格执行重大行政决策程序，自觉接受人大监督和政协民主监督。
各位代表，奋斗创造未来。让我们更加紧密地团结在党中央周围，凝心聚力，真抓实干，为建设更加美好的家乡而努力奋斗！
`;
}

/** The same report, cut in the middle of a sentence of its plan. */
export function cutReport(place: string, year: number): string {
  const text = report(place, year);
  return text.slice(0, text.indexOf('培育新的消费'));
}
