/** `jiaokan explain`: the page of one rule. */
import { Command } from 'commander';
import { compareText } from '../model/finding.ts';
import { InputError } from '../node/errors.ts';
import { rulesWith } from '../node/rules.ts';
import type { Rules } from '../rules/card.ts';
import type { Finish } from './main.ts';
import { EXIT, type Lang, langOption, rulesOption } from './options.ts';
import { rulePage } from './rule-page.ts';
import type { Terminal } from './terminal.ts';

export function explainCommand(terminal: Terminal, finish: Finish): Command {
  return new Command('explain')
    .description('print the page of a rule: what it means, why it matters, examples')
    .argument('<rule>', 'id of the rule, for example truncation/stops-mid-section; its last part will do')
    .addOption(rulesOption())
    .addOption(langOption())
    .action(async (rule: string, flags: { readonly rules?: string; readonly lang: Lang }) => {
      const rules = await rulesWith(flags.rules ?? null, terminal.cwd);
      terminal.out(rulePage(cardNamed(rule, rules), flags.lang));
      finish(EXIT.clean);
    });
}

function cardNamed(name: string, rules: Rules) {
  const cards = rules.rules.map((rule) => rule.card);
  const exact = cards.filter((card) => card.id === name);
  const [found, ...others] = exact.length > 0 ? exact : cards.filter((card) => card.id.endsWith(`/${name}`));
  if (found && others.length === 0) return found;
  if (found)
    throw new InputError(`${name}: several rules end so: ${[found, ...others].map((card) => card.id).join(', ')}`);
  const near = nearest(
    name,
    cards.map((card) => card.id),
  );
  throw new InputError(
    `${name}: no such rule. ${near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '`jiaokan rules` lists them'}`,
  );
}

/** Ids that share most of their words with what was typed. */
function nearest(name: string, ids: readonly string[]): string[] {
  const words = new Set(name.toLowerCase().split(/[^a-z0-9]+/u));
  const scored = ids.map((id) => ({ id, score: id.split(/[/-]/u).filter((word) => words.has(word)).length }));
  const best = Math.max(0, ...scored.map((one) => one.score));
  if (best === 0) return [];
  return scored
    .filter((one) => one.score === best)
    .map((one) => one.id)
    .sort(compareText)
    .slice(0, 3);
}
