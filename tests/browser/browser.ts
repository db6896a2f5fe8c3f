/** A browser with a fresh profile, and a page that remembers what went wrong in it. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

/** Where the browser lies; it is never downloaded. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const HAS_BROWSER = existsSync(CHROMIUM);

const SWITCHES = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Browsing {
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
}

export async function openBrowser(): Promise<Browsing> {
  const profile = mkdtempSync(join(tmpdir(), 'jiaokan-browser-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath: CHROMIUM, args: SWITCHES });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

export interface Watched {
  readonly page: Page;
  /** Errors on the console, exceptions, dialogs, and requests for anything but the files of the audit. */
  readonly trouble: string[];
  readonly goTo: (hash: string) => Promise<void>;
}

/** Opens the page that lies in `folder`. */
export async function watch({ context }: Browsing, folder: string): Promise<Watched> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const home = pathToFileURL(folder).href;
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('dialog', (dialog) => {
    trouble.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${home}/`)) trouble.push(`request ${request.url()}`);
  });
  await page.goto(`${home}/audit.html`);
  await page.waitForSelector('html[data-shown]');
  const goTo = async (hash: string): Promise<void> => {
    await page.evaluate(
      `delete document.documentElement.dataset.shown; const to = ${JSON.stringify(`#${hash}`)}; if (location.hash === to) dispatchEvent(new HashChangeEvent('hashchange')); else location.hash = to;`,
    );
    await page.waitForSelector('html[data-shown]', { state: 'attached' });
  };
  return { page, trouble, goTo };
}
