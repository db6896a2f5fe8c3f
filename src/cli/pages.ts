/** Pages of docs/ that are made from the code: rules, tables, commands, schemas. `scripts/docs.mjs` writes them. */
import type { Command, Option } from 'commander';
import { ACCEPTED_SCHEMA } from '../corpus/accept.ts';
import { CONFIG_SCHEMA } from '../node/config.ts';
import { MANIFEST_SCHEMA } from '../node/manifest.ts';
import { SCHEMAS, TABLE_NAMES, type TableSchema } from '../output/schema.ts';
import { type Card, FAMILIES, type Rules } from '../rules/card.ts';
import { KINDS } from '../rules/kinds/index.ts';
import { cardSchema } from '../rules/schema.ts';
import { rulePage } from './rule-page.ts';

const NOTE = '<!-- Made by `npm run docs`: edit what it is made from, not this page. -->\n\n';

/** All pages by path below docs/. */
export function pagesOf(rules: Rules, root: Command): Map<string, string> {
  const cards = rules.rules.map((rule) => rule.card);
  return new Map([
    ['rules.md', NOTE + rulesPage(cards)],
    ...cards.map((card): [string, string] => [`rules/${card.id}.md`, NOTE + rulePage(card, 'en')]),
    ['tables.md', NOTE + tablesPage()],
    ['cli.md', NOTE + cliPage(root)],
    ['generated/accepted.schema.json', json(ACCEPTED_SCHEMA)],
    ['generated/config.schema.json', json(CONFIG_SCHEMA)],
    ['generated/manifest.schema.json', json(MANIFEST_SCHEMA)],
    ['generated/rule-card.schema.json', json(cardSchema(KINDS))],
  ]);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function rulesPage(cards: readonly Card[]): string {
  const sections = FAMILIES.map((family) => {
    const rows = cards
      .filter((card) => card.family === family)
      .map(
        (card) =>
          `| [${card.id}](rules/${card.id}.md) | ${card.severity} | ${card.status} | ${cell(card.message.en)} |`,
      );
    return rows.length === 0
      ? ''
      : `## ${family}\n\n| rule | severity | status | message |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Rules

${cards.length} rules. An \`error\` is meant to be right at least 19 times in 20; a \`trial\` rule is reported and never fails a
gate; a \`retired\` rule no longer runs. A rule is a card \`rules/<family>/<name>.yaml\`, and its examples are its tests
(\`jiaokan rules test\`). Cards of your own are loaded with \`--rules DIR\`; their
[JSON Schema](generated/rule-card.schema.json) helps an editor to complete them.

${sections.filter((one) => one !== '').join('\n')}`;
}

function tablesPage(): string {
  return `# Tables

The dataset and \`audit --out\` hold the same tables as Parquet files in \`data/\`. Text offsets count UTF-16 code units,
byte offsets count bytes of the source file; ranges are half-open. Exact numbers are decimal strings, \`value_number\` is a
convenience.

${TABLE_NAMES.map((name) => tableSection(name, SCHEMAS[name])).join('\n')}`;
}

function tableSection(name: string, schema: TableSchema): string {
  const keys = new Map(schema['x-foreign-keys'].map((key) => [key.column, `${key.table}.${key.references}`]));
  const rows = Object.entries(schema.properties).map(([column, about]) => {
    const type = about['x-parquet'];
    const link = keys.get(column);
    const unit = about['x-unit'] === undefined ? '' : ` (${about['x-unit']})`;
    return (
      `| \`${column}\` | ${cell(type.type)}${type.required ? '' : ', null'} | ` +
      `${cell(about.description)}${unit}${link === undefined ? '' : ` → \`${link}\``} | ${cell(about['x-description-zh'])} |`
    );
  });
  return `## ${name}

${schema.description} ${schema['x-description-zh']} Key: ${schema['x-key'].map((key) => `\`${key}\``).join(', ')}.

| column | type | meaning | 含义 |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function cliPage(root: Command): string {
  const exits = root.commands.map((command) => commandSection(command, `${root.name()} ${command.name()}`));
  return `# Commands

${root.description()} In a checkout: \`npm run -s jiaokan -- COMMAND\`.

Exit codes: 0 done and nothing at or above the failing severity; 1 findings at or above it, or something got worse; 2 the
work could not be done (no such path, nothing to read, a broken rule card or manifest).

${exits.join('\n')}`;
}

function commandSection(command: Command, name: string): string {
  const usage = [
    name,
    ...command.registeredArguments.map((one) =>
      one.required ? `<${one.name()}>` : `[${one.name()}${one.variadic ? '...' : ''}]`,
    ),
  ];
  const rows = [
    ...command.registeredArguments.map((one) => `| \`${one.name()}\` | ${cell(one.description)} |`),
    ...command.options.map((one) => `| \`${cell(one.flags)}\` | ${cell(optionWords(one))} |`),
  ];
  const table = rows.length === 0 ? '' : `\n| | |\n| --- | --- |\n${rows.join('\n')}\n`;
  const inner = command.commands.map((child) => commandSection(child, `${name} ${child.name()}`));
  return `## \`${usage.join(' ')}\`\n\n${sentence(command.description())}\n${table}${inner.map((one) => `\n${one}`).join('')}`;
}

function optionWords(option: Option): string {
  const choices = option.argChoices === undefined ? '' : `: ${option.argChoices.join(', ')}`;
  const start: unknown = option.defaultValue;
  return `${option.description}${choices}${typeof start === 'string' ? ` (default: ${start})` : ''}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Text that cannot break out of a table cell. */
function cell(text: string): string {
  return text.replace(/\s+/gu, ' ').replaceAll('|', '\\|').trim();
}
