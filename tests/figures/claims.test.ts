/** What is claimed of figures in words is tied to the figure beside it, and to no other. */
import { describe, expect, test } from 'vitest';
import type { GoalsClaim } from '../../src/model/fact.ts';
import { readSource } from '../../src/source/read.ts';
import { metaOf, rulesFromDisk } from '../support/pipeline.ts';

const rules = rulesFromDisk();

function told({ isHedged, isLimited }: GoalsClaim): string[] {
  return [...(isHedged ? ['hedged'] : []), ...(isLimited ? ['limited'] : [])];
}

function claimsIn(review: string): string[] {
  const text = `2024年晋中市人民政府工作报告
——2024年1月10日在晋中市第五届人民代表大会第三次会议上
晋中市人民政府市长 常青
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议，并请各位政协委员和其他列席人员提出意见。
一、2023年工作回顾
全市上下齐心协力，经济运行总体平稳。${review}
二、2024年工作任务
加快重点项目建设，培育新的消费热点，推动城乡融合发展。
三、加强政府自身建设
坚持依法行政，严格执行重大行政决策程序，自觉接受人大监督和政协民主监督。
各位代表，奋斗创造未来。让我们更加紧密地团结在党中央周围，凝心聚力，真抓实干，为建设更加美好的晋中市而努力奋斗！
`;
  return readSource(new TextEncoder().encode(text), metaOf('a.txt'), rules).facts.flatMap(({ claims = [], facts }) =>
    claims.map((claim) => {
      if (claim.kind === 'goals') return [claim.quote, claim.of, claim.from, claim.to, ...told(claim)].join(' ');
      const { figureId, kind, years } = claim;
      return `${facts.find((fact) => fact.figureId === figureId)?.quote} ${kind}${years === null ? '' : ` ${years}`}`;
    }),
  );
}

describe('claims in words', () => {
  test.each([
    ['进出口总额达到312.6亿元，再创历史新高。', ['312.6亿元 record']],
    ['社会消费品零售总额首次突破500亿元。', ['突破500亿元 first']],
    ['粮食总产量达到56.2亿斤，实现连续十一年增产。', ['56.2亿斤 rise 11']],
    ['空气质量改善幅度连续3年居全省第二位。', ['第二位 rank 3']],
    ['进出口总额达到312.6亿元，机电产品出口创历史新高。', []],
    ['连续五年荣获全国双拥模范城称号，新增企业36家。', []],
    ['打造科技创新高地，地区生产总值达到2100亿元。', []],
  ])('%s', (review, claims) => {
    expect(claimsIn(review)).toEqual(claims);
  });
});

describe('all targets met', () => {
  test.each([
    [
      '我们攻坚克难，较好地完成了市四届人大三次会议确定的各项目标任务。',
      ['较好地完成了市四届人大三次会议确定的各项目标任务 year 2023 2023 hedged'],
    ],
    ['我们砥砺前行，年初人代会确定的目标任务圆满完成。', ['年初人代会确定的目标任务圆满完成 year 2023 2023']],
    [
      '省十三届人大一次会议确定的主要预期目标全面实现。',
      ['省十三届人大一次会议确定的主要预期目标全面实现 year 2023 2023 limited'],
    ],
    ['我们顺利完成“十三五”规划主要目标任务。', ['顺利完成“十三五”规划主要目标任务 plan 2016 2020 limited']],
    ['五年来，全市上下奋力拼搏，圆满完成本届政府目标任务。', ['圆满完成本届政府目标任务 term 2019 2023']],
    [
      '除固定资产投资外，市七届人大三次会议确定的预期目标顺利实现。',
      ['市七届人大三次会议确定的预期目标顺利实现 year 2023 2023 limited'],
    ],
  ])('%s', (review, claims) => {
    expect(claimsIn(review)).toEqual(claims);
  });

  test.each([
    ['of one thing', '引进市外资金1214亿元，增长25.2%，超额完成年度目标任务。'],
    ['of one field', '全面完成年度脱贫任务，圆满完成污染减排目标任务。'],
    ['of works', '20件民生实事年度任务全部完成。'],
    ['denied', '受疫情影响，市四届人大三次会议确定的部分指标没有完成。'],
    ['wished for', '确保全面完成市四届人大三次会议确定的各项目标任务。'],
    ['a year that is to come', '2023年是完成“十四五”规划目标任务的关键一年。'],
    ['a plan that goes on', '推动经济回升向好，高质量完成“十四五”规划目标任务。'],
  ])('%s: no claim', (_, review) => {
    expect(claimsIn(review)).toEqual([]);
  });
});
