import { describe, expect, it } from 'vitest';
import { rulePage } from '../../src/cli/rule-page.ts';
import { CardError } from '../../src/rules/card.ts';
import { loadRules } from '../../src/rules/load.ts';
import { readyFiles, rulesFromDisk } from '../support/pipeline.ts';

const cards = rulesFromDisk().rules.map(({ card }) => card);

describe('what a card tells', () => {
  it('says in Chinese too why each of our rules matters', () => {
    const without = cards.filter(({ whyZh }) => !/\p{Script=Han}{4}/u.test(whyZh ?? ''));
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('puts the language of the reader first on its page', () => {
    const card = cards.find(({ id }) => id === 'truncation/cut-short');
    if (card === undefined) throw new Error('the card is gone');
    const [en, zh] = [rulePage(card, 'en'), rulePage(card, 'zh')];
    expect(en.indexOf(card.why)).toBeLessThan(en.indexOf(card.whyZh ?? ''));
    expect(zh.indexOf(card.whyZh ?? '')).toBeLessThan(zh.indexOf(card.why));
    expect(zh).toContain('应当找到');
    expect(en).toMatch(/## Measured\n\n\d+ of \d+ right: /u);
  });

  it('takes no record with more right than there were', () => {
    const files = readyFiles().map((file) =>
      file.path === 'truncation/cut-short.yaml'
        ? { path: file.path, text: file.text.replace(/labelled: \d+/u, 'labelled: 3') }
        : file,
    );
    const message = expect.stringMatching(/cut-short\.yaml:\d+:\d+: more right than the 3 labelled/u);
    const load = () => loadRules(files);
    expect(load).toThrow(expect.objectContaining({ constructor: CardError, message }));
  });
});
