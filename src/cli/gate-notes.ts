/** Reads what is otherwise besides findings and reports / gives it in words: acceptances, bytes, tool, rules, sources. */
import type { StaleAcceptance } from '../corpus/accept.ts';
import type { Audit } from '../model/audit.ts';
import type { Change, GoneFinding, Weight } from '../output/gate-changes.ts';
import { word } from '../output/words.ts';
import { ACCEPTED_SOURCE, type Baseline, bytesId, fingerprint, staleLine } from './baseline.ts';

/** A source whose bytes are not those of its manifest. */
export function bytesChange(said: string, path: string, weight: Weight): Change {
  const sourceId = said.slice(0, said.indexOf(':'));
  return {
    kind: 'bytes',
    weight,
    severity: 'error',
    rule: 'gate/bytes',
    fingerprint: bytesId(said),
    sourceId,
    reportId: null,
    said: {
      en: `${said}. jiaokan add FILE enters them again`,
      zh: `${sourceId}：文件字节与清单（manifest.yaml）不符，请用 jiaokan add 重新登记`,
    },
    place: { path, line: 1 },
  };
}

/** What is otherwise with accepted.yaml. */
export function staleChange(
  one: StaleAcceptance,
  { audit, isWorse }: { readonly audit: Audit; readonly isWorse: boolean },
  path: string,
): Change {
  const { acceptance, why } = one;
  const line = staleLine(one);
  const isOpen = audit.findings.some((each) => each.findingId === acceptance.fingerprint);
  const { fingerprint: id, rule, expires = '' } = acceptance;
  const said =
    why === 'expired'
      ? {
          en: `the acceptance of ${id} (${rule}) expired on ${expires}${isOpen ? ': look at it again' : ', and it no longer occurs: take it out'}`,
          zh: `对 ${id}（${rule}）的接受已于 ${expires} 到期${isOpen ? '，请重新核对' : '，且已不再出现，请删除'}`,
        }
      : {
          en: `accepted finding ${id} (${rule}) no longer occurs: take it out of accepted.yaml`,
          zh: `已接受的 ${id}（${rule}）不再出现，请从 accepted.yaml 删除`,
        };
  return {
    kind: `acceptance-${why}`,
    weight: isWorse ? 'worse' : 'note',
    severity: line.severity,
    rule: line.rule,
    fingerprint: line.finding,
    sourceId: null,
    reportId: null,
    said,
    place: { path, line: acceptance.line },
  };
}

/** A finding of before that is not there any more. */
export function goneChange({ finding, rule, severity, source }: GoneFinding): Change {
  return {
    kind: 'finding-gone',
    weight: 'better',
    severity,
    rule,
    fingerprint: finding,
    sourceId: source === ACCEPTED_SOURCE ? null : source,
    reportId: null,
    said: {
      en: `${severity} ${rule} in ${source} is gone (${finding})`,
      zh: `${source} 的${word('severity', severity, 'zh')} ${rule} 已消失（${finding}）`,
    },
    place: null,
  };
}

/** What else is not as it was: tool, rules, sources. */
export function stateNotes(baseline: Baseline, audit: Audit, changedSources: ReadonlySet<string>): Change[] {
  const notes: [en: string, zh: string][] = [];
  if (baseline.tool !== toolOf(audit))
    notes.push([
      `${baseline.tool} was used before, ${toolOf(audit)} is now`,
      `工具由 ${baseline.tool} 变为 ${toolOf(audit)}`,
    ]);
  if (baseline.rules_digest !== audit.rulesDigest) notes.push(['the rules have changed', '规则已变']);
  if (changedSources.size > 0) {
    const names = [...changedSources].slice(0, 5).join(', ') + (changedSources.size > 5 ? ' …' : '');
    notes.push([
      `${changedSources.size} ${changedSources.size === 1 ? 'source' : 'sources'} changed or new: ${names}`,
      `有 ${changedSources.size} 个来源变动或新增：${names}`,
    ]);
  }
  return notes.map(([en, zh]) => ({
    kind: 'state',
    weight: 'note',
    severity: 'info',
    rule: 'gate/state',
    fingerprint: fingerprint('gate/state', en),
    sourceId: null,
    reportId: null,
    said: { en, zh },
    place: null,
  }));
}

export function toolOf({ tool, version }: Audit): string {
  return `${tool} ${version}`;
}
