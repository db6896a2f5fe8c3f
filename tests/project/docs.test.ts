import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { program } from '../../src/cli/main.ts';
import { pagesOf } from '../../src/cli/pages.ts';
import { rulesWith } from '../../src/node/rules.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const root = await program(
  {
    cwd: ROOT,
    out: () => {},
    err: () => {},
    stdin: async () => new Uint8Array(),
    columns: null,
    colors: pc.createColors(false),
    progress: null,
  },
  () => {},
);
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** A page without its code blocks: what looks like a link in an example or a pattern is none. */
function withoutCode(text: string): string {
  return text.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gmu, '').replace(/`[^`\n]*`/gu, '');
}

describe('documentation', () => {
  it('has a page for every rule, table and command', async () => {
    const rules = await rulesWith(null, ROOT);
    const pages = pagesOf(rules, root);
    for (const { card } of rules.rules) expect(pages.has(`rules/${card.id}.md`), card.id).toBe(true);
    for (const command of root.commands) {
      expect(pages.get('cli.md')).toContain(`\`jiaokan ${command.name()}`);
      expect(readme).toContain(`\`${command.name()}`);
      expect(command.description(), command.name()).not.toBe('');
    }
  });

  it('can be written as UTF-8: what no file can hold is spelled out', async () => {
    const pages = pagesOf(await rulesWith(null, ROOT), root);
    expect([...pages].filter(([, text]) => /\p{Cs}/u.test(text)).map(([path]) => path)).toEqual([]);
  });

  it('links from page to page only where there is one', async () => {
    const pages = pagesOf(await rulesWith(null, ROOT), root);
    const broken = [...pages].flatMap(([path, text]) =>
      [...withoutCode(text).matchAll(/\]\((?!https?:|#)([^)#]+)\)/gu)].flatMap(([, target = '']) => {
        const at = join(path, '..', target).replaceAll('\\', '/');
        return pages.has(at) || existsSync(join(ROOT, 'docs', at)) ? [] : [`${path} -> ${target}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it('cannot be broken by a pipe in a table cell', async () => {
    const pages = pagesOf(await rulesWith(null, ROOT), root);
    for (const path of ['rules.md', 'tables.md']) {
      const tables = (pages.get(path) ?? '').split('\n\n').filter((block) => block.startsWith('| '));
      for (const table of tables) {
        const widths = new Set(
          table
            .trimEnd()
            .split('\n')
            .map((row) => row.replaceAll('\\|', '').split('|').length),
        );
        expect(widths.size, table.slice(0, 80)).toBe(1);
      }
    }
  });
});
