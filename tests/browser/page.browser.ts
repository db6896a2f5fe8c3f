import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Audit } from '../../src/model/audit.ts';
import { corpusAudit, hostileAudit, written } from './audits.ts';
import { type Browsing, HAS_BROWSER, openBrowser, type Watched, watch } from './browser.ts';

const VIEWS = ['overview', 'sources', 'reports', 'copies', 'figures', 'rules', 'data'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/**
 * Serious and critical violations on what is shown, told with an example. Views that are not shown are left out: another step looks at them.
 * The look of dark is told from light by its colours alone.
 */
async function violations({ page }: Watched, theme: 'light' | 'dark'): Promise<string[]> {
  await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
  const only = theme === 'dark' ? ", runOnly: ['color-contrast']" : '';
  const { violations: found } = await page.evaluate<AxeResults>(
    `axe.run({ exclude: [['.view:not(.current)']] }, { resultTypes: ['violations']${only} })`,
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${theme} ${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

describe.runIf(HAS_BROWSER)('the page in a browser', () => {
  let browser: Browsing;
  let audit: Audit;
  beforeAll(async () => {
    browser = await openBrowser();
    audit = await corpusAudit();
  });
  afterAll(() => browser.close());

  describe('our corpus', () => {
    let shown: Watched;
    let folder: string;
    beforeAll(async () => {
      folder = written(audit);
      shown = await watch(browser, folder);
    });

    const visible = (selector: string) => shown.page.locator(selector).first().isVisible();
    const anchorOf = (kind: string, id: string) => `${kind}-${encodeURIComponent(id)}`;

    it.each(VIEWS)('shows the view %s, and no other', async (view) => {
      await shown.goTo(view);
      expect(await visible(`#${view} :is(h1, h2)`)).toBe(true);
      expect(await shown.page.locator('.view:visible').count()).toBe(1);
      expect(await shown.page.locator(`#${view} [data-load=view]:not([data-filled])`).count()).toBe(0);
      expect(shown.trouble).toEqual([]);
    });

    it('leads to every finding, report, source, check and rule', async () => {
      const links = [
        ...audit.findings.map(({ findingId }) => anchorOf('finding', findingId)),
        ...audit.corpus.checks.map(({ checkId }) => anchorOf('check', checkId)),
        ...audit.sources.map(({ source }) => anchorOf('source', source.sourceId)),
        ...audit.sources.flatMap(({ reports }) => reports.map(({ reportId }) => anchorOf('report', reportId))),
        ...audit.sources.flatMap(({ reports }) => reports.map(({ reportId }) => `${anchorOf('report', reportId)}-p7`)),
        anchorOf('rule', 'truncation/cut-short'),
        'f1',
        'f1000',
      ];
      const hidden: string[] = [];
      for (const link of links) {
        await shown.goTo(link);
        if (!(await visible(`[id="${link}"]`))) hidden.push(link);
      }
      expect(hidden).toEqual([]);
      expect(shown.trouble).toEqual([]);
    });

    it('opens at a link from outside', async () => {
      const [first] = audit.corpus.checks;
      const link = anchorOf('check', first?.checkId ?? '');
      const page = await browser.context.newPage();
      await page.goto(`${shown.page.url().replace(/#.*$/u, '')}#${link}`);
      await page.waitForSelector('html[data-shown]');
      expect(await page.locator(`[id="${link}"]`).isVisible()).toBe(true);
      await page.close();
    });

    it('finds and sorts sources', async () => {
      await shown.goTo('sources');
      const names = () => shown.page.locator('#all-sources tbody tr:visible th').allTextContents();
      await shown.page.fill('#sources input[type=search]', 'HUANGPU');
      expect(await names()).toEqual(['huangpu-2025-search-portal.txt']);
      await shown.page.fill('#sources input[type=search]', '');
      await shown.page.selectOption('#sources .filters select', 'short');
      expect(await names()).toEqual(['shanghai-and-districts-2024-compilation.txt']);
      await shown.page.selectOption('#sources .filters select', '');
      await shown.page.click('#all-sources th:nth-child(3) button');
      expect((await names())[0]).toBe('changning-2024-forum.txt');
      await shown.page.click('#all-sources th:nth-child(3) button');
      expect((await names())[0]).toBe('shanghai-and-districts-2024-compilation.txt');
    });

    it('shows only the comparisons that are asked for, and the figures of another year', async () => {
      await shown.goTo('figures');
      await shown.page.check('#figures input[value=broken]');
      expect(await shown.page.locator('.check:visible').count()).toBe(
        audit.corpus.checks.filter(({ verdict }) => verdict === 'broken').length,
      );
      await shown.page.check('#figures input[value=all]');
      await shown.page.selectOption('#figures select.years', '2024');
      await shown.page.waitForSelector('.year[data-year="2024"] table.matrix');
      expect(await shown.page.locator('.matrix:visible').count()).toBe(1);
    });

    it('leads from an operand of a broken check to its words in the text', async () => {
      await shown.goTo('figures');
      await shown.page.click('.check.broken .steps-of a.operand');
      await shown.page.waitForSelector('.report.current .figure.lit');
      expect(await shown.page.locator('.figure.lit').first().textContent()).toBe('7300亿元');
    });

    it('unfolds what was taken away, and shows where the end is missing', async () => {
      await shown.goTo(anchorOf('report', 'huangpu-2025-search-portal.txt#1'));
      await shown.page.check('.report.current .all-cuts');
      expect(await shown.page.locator('.report.current details.cut p').first().isVisible()).toBe(true);
      await shown.goTo(anchorOf('report', 'shanghai-and-districts-2024-compilation.txt#4'));
      expect(await visible('.report.current .gap')).toBe(true);
    });

    it('lays two copies side by side', async () => {
      await shown.goTo('copies');
      await shown.page.click('.beside summary');
      await shown.page.waitForSelector('.collation td del');
      expect(await shown.page.locator('.collation tbody tr').count()).toBeGreaterThan(0);
    });

    it('shows what a rule must find and leave alone', async () => {
      const rule = anchorOf('rule', 'truncation/cut-short');
      await shown.goTo(rule);
      await shown.page.click(`[id="${rule}"] .examples summary`);
      await shown.page.waitForSelector(`[id="${rule}"] .examples pre mark`);
      expect(await shown.page.locator(`[id="${rule}"] .examples pre`).count()).toBeGreaterThan(1);
    });

    it('prints dark words on white in either theme', async () => {
      const brightness = (colour: string): number =>
        (colour.match(/\d+/gu) ?? []).slice(0, 3).reduce((sum, one) => sum + Number(one), 0);
      const ink = () => shown.page.evaluate<string>('getComputedStyle(document.body).color');
      await shown.page.evaluate("document.documentElement.dataset.theme = 'dark'");
      expect(brightness(await ink())).toBeGreaterThan(500);
      await shown.page.emulateMedia({ media: 'print' });
      expect(brightness(await ink())).toBeLessThan(150);
      await shown.page.emulateMedia({ media: null });
      await shown.page.evaluate('delete document.documentElement.dataset.theme');
    });

    it('speaks the other language at once', async () => {
      await shown.goTo('sources');
      await shown.page.evaluate(
        "if (document.documentElement.dataset.lang === 'en') document.getElementById('lang').click()",
      );
      expect(await shown.page.locator('#sources h1 span:visible').textContent()).toBe('来源');
      await shown.page.click('#lang');
      expect(await shown.page.locator('#sources h1 span:visible').textContent()).toBe('Sources');
      expect(await shown.page.getAttribute('html', 'lang')).toBe('en');
    });

    it('can be walked with the keyboard', async () => {
      const page = await browser.context.newPage();
      await page.goto(shown.page.url().replace(/#.*$/u, ''));
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('main');
      await page.close();
    });

    it.each([380, 768, 1440])('fits a window of %i pixels', async (width) => {
      await shown.page.setViewportSize({ width, height: 900 });
      const wide: string[] = [];
      for (const view of [...VIEWS, anchorOf('report', 'shanghai-2024.txt#1')]) {
        await shown.goTo(view);
        const room = await shown.page.evaluate<number>('document.documentElement.scrollWidth');
        if (room > width) wide.push(`${view} ${room}`);
      }
      await shown.page.setViewportSize({ width: 1280, height: 900 });
      expect(wide).toEqual([]);
    });

    it('is accessible, light and dark', { timeout: 600_000 }, async () => {
      const fresh = await watch(browser, folder);
      fresh.page.setDefaultTimeout(300_000);
      await fresh.page.evaluate(AXE);
      await fresh.page.evaluate(
        "if (document.documentElement.dataset.lang !== 'en') document.getElementById('lang').click()",
      );
      const found: string[] = [];
      for (const view of [
        ...VIEWS,
        anchorOf('report', 'shanghai-and-districts-2024-compilation.txt#4'),
        anchorOf('report', 'huangpu-2025-search-portal.txt#1'),
        anchorOf('source', 'shanghai-and-districts-2024-compilation.txt'),
      ]) {
        await fresh.goTo(view);
        for (const theme of ['light', 'dark'] as const)
          found.push(...(await violations(fresh, theme)).map((one) => `${view} ${one}`));
      }
      await fresh.page.close();
      expect(found).toEqual([]);
    });

    it('had nothing to say on the console, and asked the network for nothing', () => {
      expect(shown.trouble).toEqual([]);
    });
  });

  describe('the folder form', () => {
    it('works from a disk', async () => {
      const shown = await watch(browser, written(audit, 0));
      for (const view of VIEWS) {
        await shown.goTo(view);
        expect(await shown.page.locator(`#${view} [data-load=view]:not([data-filled])`).count()).toBe(0);
      }
      const [finding] = audit.findings;
      await shown.goTo(`finding-${finding?.findingId}`);
      expect(await shown.page.locator(`#finding-${finding?.findingId}`).isVisible()).toBe(true);
      expect(shown.trouble).toEqual([]);
      await shown.page.close();
    });
  });

  describe('a source that means harm', () => {
    it('is text', async () => {
      const harmful = await hostileAudit();
      const shown = await watch(browser, written(harmful));
      const ids = harmful.sources.flatMap(({ reports }) => reports.map(({ reportId }) => reportId));
      expect(ids.length).toBeGreaterThan(1);
      for (const view of [
        ...VIEWS,
        ...ids.map((id) => `report-${encodeURIComponent(id)}`),
        ...harmful.sources.map(({ source }) => `source-${encodeURIComponent(source.sourceId)}`),
      ]) {
        await shown.goTo(view);
        await shown.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      }
      await shown.page.check('.report .all-cuts', { force: true }).catch(() => undefined);
      const text = await shown.page.evaluate<string>('document.body.textContent');
      for (const harm of ['</script><script>alert(2)</script>', '<img src=x onerror=alert(3)>', '\u202e反\u202c']) {
        expect(text).toContain(harm);
      }
      expect(await shown.page.locator('main :is(script, img, style, iframe, object, b[onclick])').count()).toBe(0);
      expect(await shown.page.locator('a:not([href^="#"])').count()).toBe(0);
      expect(await shown.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(shown.trouble).toEqual([]);
      await shown.page.close();
    });
  });
});

if (!HAS_BROWSER) {
  it('is not tried: there is no chromium here (CHROMIUM names another place)', () => {
    expect(HAS_BROWSER).toBe(false);
  });
}
