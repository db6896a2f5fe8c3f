/** Vocabulary from disk, and reports made of a few lines. */
import type { Completeness, Outline } from '../../src/model/report.ts';
import { loadRules } from '../../src/rules/load.ts';
import type { Vocabulary } from '../../src/rules/vocabulary.ts';
import { complete } from '../../src/source/complete.ts';
import { outline } from '../../src/source/outline.ts';
import { type Segments, segment } from '../../src/source/segment.ts';
import { readyFiles } from '../support/pipeline.ts';

/** The whole vocabulary and the weights of the truncation cards; cards of other families are left out. */
export const RULES = loadRules(readyFiles().filter(({ path }) => /^(?:vocabulary|truncation)\//u.test(path)));
export const VOCABULARY: Vocabulary = RULES.vocabulary;
export const WEIGHTS: ReadonlyMap<string, number> = new Map(
  RULES.rules.flatMap(({ run }) => (run.shape === 'signal' ? [[run.sign, run.weight] as const] : [])),
);

export const HEAD = [
  '2024年政府工作报告',
  '——2024年1月8日在醴陵市第六届人民代表大会第四次会议上',
  '醴陵市人民政府市长 林向明',
  '各位代表：',
  '现在，我代表市人民政府，向大会报告工作，请予审议，并请各位政协委员和其他列席人员提出意见。',
];
export const REVIEW = [
  '一、2023年工作回顾',
  '过去一年，全市上下坚持稳中求进，地区生产总值增长5.6%，城乡居民收入稳步提高，主要目标任务较好完成。',
  '（一）产业发展提质增效。新增规模以上工业企业12家。',
  '（二）民生福祉持续增进。新建公办幼儿园3所。',
];
export const PLAN = [
  '二、2024年工作任务',
  '今年是实施“十四五”规划的关键一年，全市地区生产总值预期增长5.5%左右。',
  '（一）壮大实体经济。抓好招商引资，培育新的增长点。',
  '（二）办好民生实事。加强就业、教育和养老服务。',
];
export const SELF = ['三、加强政府自身建设', '坚持依法行政，自觉接受监督，打造务实清廉的政府。'];
export const CLOSING = [
  '各位代表，征程万里，唯有实干。让我们更加紧密地团结在党中央周围，开拓进取，为谱写醴陵高质量发展新篇章而努力奋斗！',
];
export const GLOSSARY = [
  '名词解释',
  '1、无废城市：指固体废物减量和循环利用的城市发展模式。',
  '2、河长制：指由各级负责人担任河长的制度。',
];
export const WHOLE = [...HEAD, ...REVIEW, ...PLAN, ...SELF, ...CLOSING];

export function lines(...parts: readonly (readonly string[])[]): string {
  return parts.flat().join('\n');
}

export function segmentOf(text: string): Segments {
  return segment(text, VOCABULARY);
}

export function found(text: string): string[] {
  return segmentOf(text).reports.map(({ start, end }) => text.slice(start, end));
}

export function outlineOf(text: string): Outline {
  return outline(text, VOCABULARY);
}

/** What cleaning does to layout, no more. */
export function cleanOf(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

export function judge(text: string): { readonly completeness: Completeness; readonly signs: readonly string[] } {
  const { completeness, signals } = complete(
    { text, outline: outlineOf(text) },
    { promised: [], ordinal: 0, otherReportsChars: [] },
    VOCABULARY,
    WEIGHTS,
  );
  return { completeness, signs: signals.map(({ sign }) => sign) };
}
