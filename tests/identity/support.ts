/** Vocabulary of this repository and a short way to identify a report that is given as clean text. */
import type { Identity } from '../../src/model/report.ts';
import type { Signal } from '../../src/model/signal.ts';
import { loadVocabulary } from '../../src/rules/load.ts';
import type { IdentityHints } from '../../src/source/identify.ts';
import { identify } from '../../src/source/identify.ts';
import { outline } from '../../src/source/outline.ts';
import { readyFilesOf } from '../rules/shipped.ts';

export const vocabulary = loadVocabulary(readyFilesOf());
export const { divisions } = vocabulary;

export const NO_HINTS: IdentityHints = { title: null, path: null };

export function identified(
  text: string,
  hints: IdentityHints = NO_HINTS,
): { identity: Identity; signals: Signal<'report'>[] } {
  return identify(text, outline(text, vocabulary), vocabulary, hints);
}

export interface ReportParts {
  readonly head?: readonly string[];
  readonly government?: string;
  readonly year?: number;
  readonly body?: string;
  readonly headings?: readonly [string, string];
}

/** A small whole report; `head` are the lines before the salutation. */
export function reportOf(parts: ReportParts): string {
  const { head = [], government = '市人民政府', year = 2024, body = '' } = parts;
  const [review, plan] = parts.headings ?? [`${year - 1}年工作回顾`, `${year}年工作任务`];
  return [
    ...head,
    '各位代表：',
    `现在，我代表${government}，向大会报告工作，请予审议，并请政协委员提出意见。`,
    `一、${review}`,
    `过去一年，经济运行稳中有进，地区生产总值增长5.6%，城乡面貌持续改善。${body}`,
    `二、${plan}`,
    '坚持稳中求进，地区生产总值增长5.5%左右，办好十件民生实事。',
    '三、加强政府自身建设',
    '严格依法行政，厉行勤俭节约，自觉接受监督。',
    '各位代表，让我们更加紧密地团结在党中央周围，同心协力，扎实苦干，为谱写现代化建设新篇章而努力奋斗！',
  ].join('\n');
}
