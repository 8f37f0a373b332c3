/** One browser, site and collector per test file, and a fresh visitor per test. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser';
import { startCollector, type Collector } from './tracker-collector';
import { startSite, type Content, type Site } from './tracker-site';

export interface Visit {
  readonly collector: Collector;
  readonly site: Site;
  readonly context: BrowserContext;
  /** Shows `content` and opens it; resolves when the script has run. */
  open: (content?: Content, path?: string, referer?: string) => Promise<Page>;
  /** From the next page on time stands still, so that only leaving a page sends anything. */
  stopTime: () => Promise<void>;
  /** Another tab of the same visitor. */
  openTab: (path?: string) => Promise<Page>;
  /** Everything this visitor's browser keeps for the site. */
  kept: (page: Page) => Promise<{ storage: Record<string, string>; cookies: string[] }>;
}

const isLoaded = (): boolean => !!window.cm?.loaded;

/** Registers the hooks; what it answers is usable inside tests. Fails a test whose page had an error. */
export const useVisit = (): Visit => {
  let browser: Browser;
  let collector: Collector;
  let site: Site;
  let context: BrowserContext;
  let errors: string[];

  // The two cores are shared with whatever else is running.
  jest.setTimeout(30_000);
  beforeAll(async () => {
    collector = await startCollector();
    site = await startSite(`${collector.url}/t.js`);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    await collector.close();
  });
  beforeEach(async () => {
    collector.reset();
    site.cookies.length = 0;
    errors = [];
    context = await browser.newContext();
    context.on('weberror', (error) => errors.push(String(error.error())));
  });
  afterEach(async () => {
    await context.close();
    expect(errors).toEqual([]);
  });

  const openTab = async (path = '/', referer?: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(site.url + path, { ...(referer && { referer }) });
    await page.waitForFunction(isLoaded);
    return page;
  };

  return {
    get collector() {
      return collector;
    },
    get site() {
      return site;
    },
    get context() {
      return context;
    },
    openTab,
    stopTime: async () => {
      const now = Date.now();
      await context.clock.install({ time: now });
      await context.clock.pauseAt(now + 1_000);
    },
    open: async (content = {}, path = '/', referer) => {
      site.show(content);
      return openTab(path, referer);
    },
    kept: async (page) => ({
      storage: await page.evaluate(() => Object.fromEntries(Object.entries(localStorage))),
      cookies: (await context.cookies()).map(({ name }) => name),
    }),
  };
};
