/** The verdict of the gate as lines for a terminal: worse first, then what improved, what was accepted, and notes. */
import type { Audit } from '../model/audit.ts';
import { type Change, changesOf, type GateView, gateVerdict } from '../output/gate-changes.ts';
import { findingLines } from './findings.ts';
import type { Lang } from './options.ts';
import type { Terminal } from './terminal.ts';

/** As many notes are told; the rest are counted. */
const NOTES = 30;

const WORDS = {
  en: { worse: 'worse', better: 'better', accepted: 'accepted', note: 'note', more: 'more notes' },
  zh: { worse: '变差', better: '变好', accepted: '已接受', note: '说明', more: '条说明未列出' },
} as const;

export function gateLines(view: GateView, audit: Audit, lang: Lang, terminal: Terminal): string {
  const { colors } = terminal;
  const words = WORDS[lang];
  const line = (word: string, paint: (text: string) => string) => (one: Change) =>
    `${paint(word.padEnd(8))} ${one.said[lang]} ${colors.dim(`[${one.rule} ${one.fingerprint}]`)}`;
  const note = (one: Change) => `${colors.dim(words.note.padEnd(8))} ${one.said[lang]}`;
  const worse = changesOf(view, 'worse');
  const notes = changesOf(view, 'note');
  const lines = [
    ...worse.map(line(words.worse, colors.red)),
    ...changesOf(view, 'better').map(line(words.better, colors.green)),
    ...changesOf(view, 'accepted').map(line(words.accepted, colors.yellow)),
    ...acceptedFindings(view, audit, lang).map((said) => `${colors.yellow(words.accepted.padEnd(8))} ${said}`),
    ...notes.slice(0, NOTES).map(note),
    ...(notes.length > NOTES ? [`${notes.length - NOTES} ${words.more}`] : []),
  ];
  const fresh = audit.findings.filter((one) => view.failing.has(one.findingId));
  const style = { lang, colors, columns: terminal.columns ?? 100 };
  const places = fresh.length === 0 ? [] : ['', ...findingLines(fresh, audit, style)];
  const verdict = `${worse.length === 0 ? colors.green('✓') : colors.red('✗')} ${gateVerdict(view, lang)}`;
  return `${[...lines, ...places, verdict].join('\n')}\n`;
}

/** Findings that a person accepted, with the reason: they stay to be seen. */
function acceptedFindings(view: GateView, audit: Audit, lang: Lang): string[] {
  return audit.findings
    .filter((one) => one.state === 'accepted')
    .map(({ findingId, rule, sourceId }) => {
      const { reason = '', expires } = view.accepted.get(findingId) ?? {};
      const until = expires === undefined ? '' : lang === 'zh' ? `（至 ${expires}）` : ` (until ${expires})`;
      return `${sourceId}: ${reason}${until} [${rule} ${findingId}]`;
    });
}
