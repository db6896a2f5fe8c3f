/** Audits that the page is shown with: our corpus, and a source that means harm. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Audit } from '../../src/model/audit.ts';
import { auditPages } from '../../src/output/html.ts';
import { tablesOf } from '../../src/output/tables.ts';
import { auditSources, type SourceInput } from '../../src/run/inline.ts';
import { corpusInputs, metaOf, rulesFromDisk } from '../support/pipeline.ts';

const HARM = [
  '<script>alert(1)</script>',
  '</script><script>alert(2)</script>',
  '<img src=x onerror=alert(3)>',
  '<a href="javascript:alert(4)">打印</a>',
  'javascript:alert(5)',
  '--><!--',
  '&lt;b&gt; &amp;#60;',
  '\u202e反\u202c\u2066向\u2069',
  `"'\`$\{alert(6)}`,
];

/** A report in which every other paragraph is an attack, with one line of 100,000 characters. */
export const HOSTILE = [
  '首页 <script>alert(7)</script> 打印本页',
  '2024年杭州市政府工作报告',
  '——2024年1月23日在杭州市第十四届人民代表大会第四次会议上',
  '杭州市市长 <b onclick=alert(8)>某某</b>',
  '各位代表：',
  '现在，我代表市人民政府，向大会报告工作，请予审议。',
  '一、2023年工作回顾',
  ...HARM.map((harm) => `地区生产总值增长5.6%，达到20059亿元。${harm} 一般公共预算收入增长6.8%。`),
  `${'推进高质量发展，'.repeat(12_500)}完成投资123亿元。`,
  '三、2024年工作安排',
  '地区生产总值增长5.5%左右。新增就业20万人。<svg onload=alert(9)>',
  '版权所有：</style><script>alert(10)</script> 浙ICP备00000000号',
].join('\n\n');

export function corpusAudit(): Promise<Audit> {
  const inputs = corpusInputs().map(({ name, data }) => ({ meta: metaOf(name), bytes: data }));
  return auditSources(inputs, rulesFromDisk());
}

export function hostileAudit(): Promise<Audit> {
  const text = (body: string, id: string): SourceInput => ({ meta: metaOf(id), bytes: new TextEncoder().encode(body) });
  const ids = ['"><script>alert(11)</script>.txt', "it's #1 & 50%.txt"];
  return auditSources(
    ids.map((id) => text(HOSTILE, id)),
    rulesFromDisk(),
  );
}

/** Writes the page into a new folder. @param most longest single file; 0 forces the folder form */
export function written(audit: Audit, most?: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiaokan-page-'));
  for (const [path, text] of auditPages(audit, tablesOf(audit), 'zh', most)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
