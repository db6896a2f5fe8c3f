/** Forty updates of a corpus, each with what the gate must do: exit code, words, and words that must not be there. */
import { gb18030, JIEXIU, LINGSHI, PINGYAO, QIXIAN, rewrapped, utf16, YUSHE } from './tiny-reports.ts';
import type { Tree } from './tree.ts';

export interface Update {
  readonly name: string;
  readonly change: (tree: Tree) => void;
  readonly args?: readonly string[];
  readonly code: 0 | 1 | 2;
  /** In what is printed, on either stream. */
  readonly says: readonly (string | RegExp)[];
  readonly silent?: readonly (string | RegExp)[];
}

const CLEAN = 'nothing got worse';
const cut = (text: string, at: string): string => text.slice(0, text.indexOf(at));
const entry = (fingerprint: string, rule: string, more = ''): string =>
  `accepted:\n  - fingerprint: "${fingerprint}"\n    rule: ${rule}\n    reason: seen in the gazette\n${more}`;
const PORTAL = '来源：县人民政府网站 发布时间：2024-02-01 浏览次数：1024次 【打印本页】 【关闭窗口】\n';

/** Fingerprints are found by the test: a case names the rule whose finding it means. */
export const FINGERPRINT = '{{truncation/cut-short}}';

export const UPDATES: readonly Update[] = [
  // Nothing is worse.
  { name: 'an empty change', change: () => {}, code: 0, says: [CLEAN], silent: ['worse  ', 'better ', 'new '] },
  {
    name: 'a good source',
    change: (tree) => tree.source('yushe', YUSHE),
    code: 0,
    says: ['report yushe#1 is new', '榆社县', CLEAN],
  },
  {
    name: 'a truncated report made whole',
    change: (tree) => tree.source('jiexiu', JIEXIU),
    code: 0,
    says: ['jiexiu#1 was truncated and is complete', 'better', CLEAN],
  },
  {
    name: 'blank lines between paragraphs',
    change: (tree) => tree.source('lingshi', LINGSHI.replaceAll('\n', '\n\n')),
    code: 0,
    says: [CLEAN, '1 source changed'],
    silent: ['better'],
  },
  {
    name: 'lines shifted down',
    change: (tree) => tree.source('jiexiu', `\n\n\n${tree.text('corpus/sources/jiexiu.txt')}`),
    code: 0,
    says: [CLEAN],
    silent: ['better', 'new error'],
  },
  {
    name: 'paragraphs indented',
    change: (tree) => tree.source('jiexiu', tree.text('corpus/sources/jiexiu.txt').replaceAll('\n', '\n　　')),
    code: 0,
    says: [CLEAN],
    silent: ['better', 'new error'],
  },
  {
    name: 're-wrapped at 38 characters',
    change: (tree) => tree.source('pingyao', rewrapped(PINGYAO, 38)),
    code: 0,
    says: [CLEAN],
    silent: ['new error', 'is gone'],
  },
  {
    name: 're-wrapped where findings stand',
    change: (tree) => tree.source('jiexiu', rewrapped(tree.text('corpus/sources/jiexiu.txt'), 30)),
    code: 0,
    says: [CLEAN],
    silent: ['new error', 'is gone'],
  },
  {
    name: 're-encoded in GB 18030',
    change: (tree) => tree.source('pingyao', gb18030(PINGYAO)),
    code: 0,
    says: [CLEAN],
    silent: ['new error', 'is gone'],
  },
  {
    name: 're-encoded in UTF-16',
    change: (tree) => tree.source('jiexiu', utf16(tree.text('corpus/sources/jiexiu.txt'))),
    code: 0,
    says: [CLEAN],
    silent: ['new error', 'is gone'],
  },
  {
    name: 'line ends of Windows',
    change: (tree) => tree.source('qixian', QIXIAN.replaceAll('\n', '\r\n')),
    code: 0,
    says: [CLEAN],
  },
  {
    name: 'a real source shifted and with other line ends',
    change: (tree) =>
      tree.source('changning', `\r\n\r\n${tree.text('corpus/sources/changning.txt').replaceAll('\n', '\r\n')}`),
    code: 0,
    says: [CLEAN],
    silent: ['new error', 'is gone'],
  },
  {
    name: 'a renamed source',
    change: (tree) => {
      tree.remove('pingyao');
      tree.source('pingyao-county', PINGYAO);
    },
    code: 0,
    says: ['report pingyao#1 is now pingyao-county#1', CLEAN],
    silent: ['is gone'],
  },
  {
    name: 'a renamed source with findings',
    change: (tree) => {
      const text = tree.text('corpus/sources/jiexiu.txt');
      tree.remove('jiexiu');
      tree.source('jiexiu-cut', text);
    },
    code: 0,
    says: ['is now jiexiu-cut#1', CLEAN],
    silent: ['new error'],
  },
  {
    name: 'a moved file of the same id',
    change: (tree) => {
      tree.remove('lingshi');
      tree.source('lingshi', LINGSHI, 'sources/shanxi/lingshi.txt');
    },
    code: 0,
    says: [CLEAN],
  },
  {
    name: 'more noise that is cleaned away',
    change: (tree) => tree.source('lingshi', PORTAL + LINGSHI),
    code: 0,
    says: [CLEAN],
    silent: ['new error'],
  },
  {
    name: 'a removed copy',
    change: (tree) => tree.remove('lingshi-copy'),
    code: 0,
    says: ['report lingshi-copy#1 is gone (140729 灵石县 2024); its copy lingshi#1 is still there', CLEAN],
  },
  // Something is worse.
  {
    name: 'a truncated source',
    change: (tree) => tree.source('pingyao', cut(PINGYAO, '实施城墙修缮')),
    code: 1,
    says: [
      'pingyao#1 was complete and is truncated',
      /pingyao#1 had \d+ characters and has \d+/u,
      'new error in pingyao',
    ],
  },
  {
    name: 'a new source that is truncated',
    change: (tree) => tree.source('yushe', cut(YUSHE, '推进化石博物馆')),
    code: 1,
    says: ['new error in yushe', 'report yushe#1 is new'],
  },
  {
    name: 'a removed report',
    change: (tree) => tree.remove('qixian'),
    code: 1,
    says: ['report qixian#1 is gone (140727 祁县 2023)', '1 thing got worse'],
  },
  {
    name: 'half of the review lost in a report that still ends well',
    change: (tree) => tree.source('qixian', QIXIAN.replace(/（二）乡村振兴[^\n]*\n（三）生态[^\n]*\n/u, '')),
    code: 1,
    says: [/qixian#1 had \d+ characters and has \d+/u, /qixian#1 had \d+ figures and has \d+/u],
  },
  {
    name: 'figures lost',
    change: (tree) =>
      tree.source('lingshi', LINGSHI.replace('126.5亿元，增长5.2%；一般公共预算收入18.42亿元，增长7.1%', '目标')),
    code: 1,
    says: [/lingshi#1 had \d+ figures and has \d+/u],
  },
  {
    name: 'a figure altered in one of two copies',
    change: (tree) =>
      tree.source('lingshi-copy', tree.text('corpus/sources/lingshi-copy.txt').replace('18.42亿元', '81.42亿元')),
    code: 1,
    args: ['--fail-on', 'warning'],
    says: [/new (error|warning) in lingshi/u, '18.42亿元', '81.42亿元'],
  },
  {
    name: 'a duplicate, held to warnings',
    change: (tree) => tree.source('pingyao-again', PINGYAO),
    code: 0,
    says: ['pingyao-again#1 is new', CLEAN],
  },
  {
    name: 'bytes changed without the manifest',
    change: (tree) => tree.put('corpus/sources/lingshi.txt', LINGSHI.replace('126.5', '126.6')),
    code: 1,
    says: ['lingshi: the bytes of sources/lingshi.txt', 'jiaokan add'],
  },
  {
    name: 'a report that no longer says where it is from',
    change: (tree) => tree.source('qixian', QIXIAN.replaceAll('祁县', '我们这里')),
    code: 1,
    says: ['qixian#1 was about 140727 祁县 2023 and is about'],
  },
  {
    name: 'a recipe in place of a report',
    change: (tree) => tree.source('qixian', '把面粉和水和好，放一个小时。\n'.repeat(20)),
    code: 1,
    says: ['report qixian#1 is gone'],
  },
  {
    name: 'an empty file in place of a report',
    change: (tree) => tree.source('qixian', ''),
    code: 1,
    says: ['report qixian#1 is gone'],
  },
  {
    name: 'a loss that the lenient profile lets pass',
    args: ['--profile', 'lenient'],
    change: (tree) =>
      tree.source(
        'changning',
        tree.text('corpus/sources/changning.txt').replace(/(?<=\n)[^\n]*高质量[^\n]{200,}\n/u, '\n'),
      ),
    code: 0,
    says: [CLEAN],
  },
  {
    name: 'a small loss that the strict profile does not',
    args: ['--profile', 'strict'],
    change: (tree) => tree.source('lingshi', LINGSHI.replace('，改造老旧小区21个', '')),
    code: 1,
    says: [/lingshi#1 had \d+ figures and has \d+/u],
  },
  {
    name: 'the same small loss by a configuration of its own',
    change: (tree) => {
      tree.put('jiaokan.config.yaml', 'profile: standard\ntolerance:\n  text: 0.5\n  figures: 0.5\n');
      tree.source('lingshi', LINGSHI.replace('，改造老旧小区21个', ''));
    },
    code: 0,
    says: [CLEAN],
  },
  // Rules, baselines, acceptances.
  {
    name: 'a rule of ours added, sources as they were',
    args: ['--rules', 'mine'],
    change: (tree) => tree.put('mine/noise/county-word.yaml', OWN_RULE),
    code: 1,
    says: ['the rules have changed', 'the source is as it was'],
  },
  {
    name: 'the same under the lenient profile',
    args: ['--rules', 'mine', '--profile', 'lenient'],
    change: (tree) => tree.put('mine/noise/county-word.yaml', OWN_RULE),
    code: 0,
    says: ['the rules have changed', CLEAN],
  },
  {
    name: 'a stale baseline, with sources that were not there',
    change: (tree) =>
      tree.put(
        'reports/baseline.json',
        tree
          .text('reports/baseline.json')
          .replace(/"rules_digest": "[0-9a-f]+"/u, '"rules_digest": "0"')
          .replace(/"tool": "[^"]+"/u, '"tool": "jiaokan 0.0.1"'),
      ),
    code: 0,
    says: ['jiaokan 0.0.1 was used before', 'the rules have changed', CLEAN],
  },
  {
    name: 'an acceptance that counts',
    change: (tree) => {
      tree.source('qixian', cut(QIXIAN, '（三）生态'));
      tree.put('jiaokan.config.yaml', 'fail_on: never\ntolerance: {text: 1, figures: 1}\n');
      tree.put('corpus/accepted.yaml', entry('{{gate/completeness qixian}}', 'gate/completeness'));
    },
    code: 0,
    says: ['accepted', 'seen in the gazette', CLEAN],
  },
  {
    name: 'an acceptance that has expired',
    args: ['--today', '2026-06-01', '--profile', 'strict'],
    change: (tree) =>
      tree.put('corpus/accepted.yaml', entry(FINGERPRINT, 'truncation/cut-short', '    expires: "2026-05-31"\n')),
    code: 1,
    says: ['expired on 2026-05-31: look at it again'],
  },
  {
    name: 'an acceptance on its last day',
    args: ['--today', '2026-05-31', '--profile', 'strict'],
    change: (tree) =>
      tree.put('corpus/accepted.yaml', entry(FINGERPRINT, 'truncation/cut-short', '    expires: "2026-05-31"\n')),
    code: 0,
    says: ['(until 2026-05-31)', CLEAN],
  },
  {
    name: 'an acceptance of nothing',
    change: (tree) => tree.put('corpus/accepted.yaml', entry('0123456789abcdef', 'figures/share')),
    code: 0,
    says: ['accepted finding 0123456789abcdef (figures/share) no longer occurs', CLEAN],
  },
  {
    name: 'an acceptance of nothing, held to strictly',
    args: ['--profile', 'strict'],
    change: (tree) => tree.put('corpus/accepted.yaml', entry('0123456789abcdef', 'figures/share')),
    code: 1,
    says: ['no longer occurs'],
  },
  // The work could not be done.
  {
    name: 'a missing file',
    change: (tree) => tree.files.delete('corpus/sources/qixian.txt'),
    code: 2,
    says: ['sources/qixian.txt: cannot be read: no such file'],
    silent: [CLEAN],
  },
  {
    name: 'an unreadable file: a folder in its place',
    change: (tree) => {
      tree.files.delete('corpus/sources/qixian.txt');
      tree.put('corpus/sources/qixian.txt/inner.png', 'x');
    },
    code: 2,
    says: ['sources/qixian.txt: cannot be read: it is a folder'],
    silent: [CLEAN],
  },
  {
    name: 'a file that nobody entered',
    change: (tree) => tree.put('corpus/sources/stray.txt', YUSHE),
    code: 2,
    says: ['sources/stray.txt has no entry'],
    silent: [CLEAN],
  },
  {
    name: 'a missing path',
    args: ['--corpus', 'nowhere'],
    change: () => {},
    code: 2,
    says: ['nowhere: not a corpus'],
    silent: [CLEAN],
  },
  {
    name: 'no baseline',
    args: ['--baseline', 'reports/other.json'],
    change: () => {},
    code: 2,
    says: ['reports/other.json', '--update-baseline'],
    silent: [CLEAN],
  },
  {
    name: 'a broken baseline',
    change: (tree) => tree.put('reports/baseline.json', '{'),
    code: 2,
    says: ['baseline.json: not JSON'],
    silent: [CLEAN],
  },
  {
    name: 'a broken manifest',
    change: (tree) => tree.put('corpus/manifest.yaml', 'sources: []\ncolour: red\n'),
    code: 2,
    says: ["corpus/manifest.yaml:2:1: unknown key 'colour'"],
    silent: [CLEAN],
  },
  {
    name: 'a broken configuration',
    change: (tree) => tree.put('jiaokan.config.yaml', 'profile: strict\ntolerance:\n  figures: 5\n'),
    code: 2,
    says: ["jiaokan.config.yaml:3:12: 'tolerance.figures' must be <= 1"],
    silent: [CLEAN],
  },
  {
    name: 'a misspelt configuration',
    change: (tree) => tree.put('jiaokan.config.yaml', 'profil: strict\n'),
    code: 2,
    says: ["jiaokan.config.yaml:1:1: unknown key 'profil'"],
    silent: [CLEAN],
  },
  {
    name: 'an acceptance without a reason',
    change: (tree) =>
      tree.put('corpus/accepted.yaml', 'accepted:\n  - fingerprint: "0123456789abcdef"\n    rule: a/b\n'),
    code: 2,
    says: ["corpus/accepted.yaml:2:5: the key 'reason' is missing"],
    silent: [CLEAN],
  },
  {
    name: 'no sources at all',
    change: (tree) => {
      for (const { id } of tree.entries) tree.remove(id);
    },
    code: 2,
    says: ['no sources yet'],
    silent: [CLEAN],
  },
  {
    name: 'no report in any source',
    change: (tree) => {
      for (const { id } of tree.entries) tree.source(id, '把面粉和水和好，放一个小时。\n');
    },
    code: 2,
    says: ['nothing was checked'],
    silent: [CLEAN],
  },
];

const OWN_RULE = `kind: pattern
scope: paragraph
severity: error
status: stable
message:
  en: "“{quote}” is a word that we do not want."
  zh: "“{quote}”是我们不要的词。"
why: >-
  A rule of the house.
params:
  find:
    - '笨鸡|酥梨'
examples:
  - hit: |
      ⟦酥梨⟧喜获丰收，社会大局保持和谐稳定。
  - miss: |
      玻璃器皿产业逆势上扬。
`;
