/** Reads the page / gives open findings by family and severity / promises: every open finding is counted once. */
import { word } from '../words.ts';
import { anchor, both, count, h, type Markup, NOTHING, t } from './markup.ts';
import { familyOf, type Page } from './model.ts';

const SEVERITIES = ['error', 'warning', 'info'] as const;

export function families({ tables, audit }: Page): Markup {
  const open = tables.findings.filter((row) => row.state === 'new');
  if (open.length === 0) return h`<p class="empty">${t('Nothing is open.', '没有待处理的问题。')}</p>`;
  const names = [...new Set(audit.rules.map(({ id }) => familyOf(id)))].filter((family) =>
    open.some((row) => familyOf(row.rule) === family),
  );
  const rows = names.map((family) => {
    const own = open.filter((row) => familyOf(row.rule) === family);
    const cells = SEVERITIES.map((severity) => {
      const number = own.filter((row) => row.severity === severity).length;
      return h`<td class="number ${number > 0 ? severity : 'none'}">${number > 0 ? count(number) : h`<span aria-hidden="true">·</span>`}</td>`;
    });
    return h`<tr><th scope="row"><a href="#${anchor('family', family)}">${both((lang) => word('family', family, lang))}</a></th>${cells}</tr>`;
  });
  const heads = SEVERITIES.map(
    (severity) => h`<th scope="col" class="number">${both((lang) => word('severity', severity, lang))}</th>`,
  );
  return h`<table class="families"><thead><tr><td></td>${heads}</tr></thead><tbody>${rows}</tbody></table>${accepted(tables.findings.length - open.length)}`;
}

function accepted(number: number): Markup {
  if (number === 0) return NOTHING;
  return h`<p class="hint">${t(`${count(number)} more were accepted by a person.`, `另有 ${count(number)} 条已由人接受。`)}</p>`;
}
