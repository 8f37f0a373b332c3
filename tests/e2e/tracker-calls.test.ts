/** What a site calls itself: the command, its queue before loading, the veto, the ES module. */
import type { Page } from 'playwright-core';
import { useVisit } from './support/tracker-visit';

const visit = useVisit();

/** As a page would, without types. */
const call = (page: Page, ...details: unknown[]) =>
  page.evaluate((given) => {
    (window.cm as unknown as (...details: unknown[]) => void)(...given);
  }, details);

/** Everything stored besides the page view, once the page has had its say. */
const storedAfter = async (page: Page) => {
  await call(page, 'track', 'end');
  await visit.collector.event('end');
  return visit.collector.stored().filter(({ type }) => type !== 'end' && type !== 'pagevisit');
};
const typesAfter = async (page: Page) => (await storedAfter(page)).map(({ type }) => type);
const received = (path: string) =>
  visit.collector.until(
    () => visit.collector.requests.some((request) => request.path === path),
    `a request to ${path}`
  );

describe('track', () => {
  it('takes title, value, item, data and url', async () => {
    const page = await visit.open({ title: 'Cart' }, '/cart');
    const details = {
      title: 'Order 7',
      value: 99.5,
      item: { uid: 'api::order.order', documentId: 'abc' },
      data: { lines: [{ sku: 'red', count: 2 }] },
      url: 'https://shop.example/thanks',
    };
    await call(page, 'track', 'purchase', details);
    await call(page, 'track', 'wishlist');
    const [purchase, wishlist] = await storedAfter(page);
    expect(purchase).toMatchObject({ type: 'purchase', ...details });
    expect(wishlist).toMatchObject({ title: 'Cart', url: `${visit.site.url}/cart` });
  });
});

describe('identify', () => {
  it('posts traits, token and consent', async () => {
    const page = await visit.open();
    await visit.collector.event('pagevisit');
    const { visitor } = visit.collector.requests[0]?.body ?? {};
    const traits = { email: 'ada@example.org', firstName: 'Ada' };
    await call(page, 'identify', traits, { token: 'signed', consent: { email: true } });
    await received('/cm/identify');
    expect(visit.collector.requests.at(-1)?.body).toEqual({
      visitor,
      traits,
      token: 'signed',
      consent: { email: true },
    });
  });

  it('needs nothing but traits', async () => {
    const page = await visit.open();
    await call(page, 'identify', { email: 'ada@example.org' });
    await received('/cm/identify');
    expect(visit.collector.requests.at(-1)?.body).toMatchObject({
      traits: { email: 'ada@example.org' },
    });
  });
});

describe('calls', () => {
  it('made before the script has loaded are made up for, after the page view', async () => {
    const page = await visit.open({
      head: `<script>cm('track', 'first', { value: 1 }); cm('identify', { email: 'a@example.org' });
        cm('track', 'second')</script>`,
    });
    expect(await typesAfter(page)).toEqual(['first', 'second']);
    expect(visit.collector.stored()[0]?.type).toBe('pagevisit');
    await received('/cm/identify');
  });

  it.each<[string, string]>([
    ['data that refers to itself', '{ const a = {}; a.a = a; cm("track", "x", { data: a }) }'],
    ['data that JSON does not know', 'cm("track", "x", { data: { n: 1n } })'],
    ['data that throws', 'cm("track", "x", { data: { get a() { throw new Error("no") } } })'],
    ['an unknown command', 'cm("launch", 1)'],
    ['an inherited command', 'cm("constructor"); cm("toString"); cm("__proto__")'],
    ['no command', 'cm(); cm(null); cm({})'],
    ['nonsense', 'cm("consent"); cm("identify"); cm("track", "y", 7); cm("reset", 1, 2)'],
  ])('never throw: %s', async (_what, code) => {
    const page = await visit.open({ head: `<script>${code}</script>` });
    await page.addScriptTag({ content: code });
    expect(await typesAfter(page)).not.toContain('x');
  });

  it('do nothing and throw nothing when the script is blocked', async () => {
    await visit.context.route('**/t.js', (route) => route.abort());
    visit.site.show({ head: '<script>cm("track", "x"); cm("consent", {})</script>' });
    const page = await visit.context.newPage();
    await page.goto(visit.site.url);
    await call(page, 'track', 'y');
    expect(await page.evaluate(() => window.cm?.q?.length)).toBe(3);
    expect(visit.collector.requests).toEqual([]);
  });
});

describe('beforeSend', () => {
  const open = (veto: string) =>
    visit.open({ head: `<script>window.cm.beforeSend = ${veto}</script>` });

  it('vetoes events by answering false', async () => {
    const page = await open('(event) => event.type !== "secret" && event');
    await call(page, 'track', 'secret');
    await call(page, 'track', 'fine');
    expect(await typesAfter(page)).toEqual(['fine']);
    expect(Object.values((await visit.kept(page)).storage).join()).not.toContain('secret');
  });

  it('may change an event', async () => {
    const page = await open('(event) => ({ ...event, url: event.url.split("?")[0] })');
    await page.evaluate(() => history.pushState(null, '', '/a?token=secret'));
    await page.waitForTimeout(20);
    await storedAfter(page);
    expect(visit.collector.stored()).toHaveLength(3);
    expect(
      visit.collector
        .stored()
        .map(({ url }) => url)
        .join()
    ).not.toContain('token');
  });

  it('vetoes by throwing, without an error on the page', async () => {
    const page = await open(
      '(event) => { if (event.type === "x") throw new Error("no"); return event }'
    );
    await call(page, 'track', 'x');
    expect(await typesAfter(page)).toEqual([]);
  });

  it('can be set after the script has loaded', async () => {
    const page = await visit.open();
    await page.evaluate(() => {
      if (window.cm) window.cm.beforeSend = (event) => event.type === 'end' && event;
    });
    await call(page, 'track', 'x');
    expect(await typesAfter(page)).toEqual([]);
  });
});

describe('the visitor key', () => {
  const keys = () => [...new Set(visit.collector.requests.map(({ body }) => body.visitor))];

  it('is a random UUID in a cookie that the site’s server sees, for a year', async () => {
    // What Chromium takes for granted, other browsers have to be told.
    await visit.context.addInitScript(() => {
      const { set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie') ?? {};
      Object.defineProperty(document, 'cookie', {
        get: () => '',
        set: (cookie: string) => {
          Object.assign(window, { written: cookie });
          set?.call(document, cookie);
        },
      });
    });
    const page = await visit.open();
    await visit.collector.event('pagevisit');
    expect(await page.evaluate(() => (window as unknown as { written: string }).written)).toContain(
      ';path=/;samesite=lax;max-age=31536000'
    );
    const [cookie] = await visit.context.cookies();
    expect(cookie).toMatchObject({
      name: 'cm_visitor',
      value: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/),
      path: '/',
      sameSite: 'Lax',
      secure: false,
      httpOnly: false,
    });
    expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(364 * 86_400);
    expect(keys()).toEqual([cookie?.value]);
    await page.goto(`${visit.site.url}/b`);
    expect(visit.site.cookies.at(-1)).toBe(`cm_visitor=${cookie?.value}`);
  });

  it('is the same on every page and in every tab', async () => {
    const page = await visit.open();
    await visit.collector.event('pagevisit');
    await page.goto(`${visit.site.url}/b`);
    await call(await visit.openTab('/c'), 'track', 'x');
    await visit.collector.event('x');
    expect(keys()).toHaveLength(1);
  });

  it.each([
    ['localStorage is cleared', (page: Page) => page.evaluate(() => localStorage.clear())],
    ['cookies are cleared', () => visit.context.clearCookies()],
  ])('survives when %s', async (_what, clear) => {
    const page = await visit.open();
    await visit.collector.event('pagevisit');
    await clear(page);
    await call(page, 'track', 'x');
    await visit.collector.event('x');
    expect(keys()).toHaveLength(1);
    expect((await visit.kept(page)).storage.cm_visitor).toBe(keys()[0]);
    expect((await visit.context.cookies())[0]?.value).toBe(keys()[0]);
  });

  it('is forgotten by reset', async () => {
    const page = await visit.open();
    await visit.collector.event('pagevisit');
    await call(page, 'reset');
    const { storage, cookies } = await visit.kept(page);
    expect(cookies).toEqual([]);
    expect(storage.cm_visitor).toBe('');
    await call(page, 'track', 'after');
    await visit.collector.event('after');
    expect(keys()).toHaveLength(2);
  });

  it('of before a reset is that of what was waiting then', async () => {
    await visit.open({
      head: '<script>cm("track", "before"); cm("reset"); cm("track", "after")</script>',
    });
    await visit.collector.event('after');
    const sent = visit.collector.requests.map(({ body }) => body.events?.map(({ type }) => type));
    expect(sent).toEqual([['pagevisit', 'before'], ['after']]);
    expect(keys()).toHaveLength(2);
  });

  it('is made where the browser has no crypto.randomUUID, as on plain http', async () => {
    await visit.context.addInitScript(() =>
      Object.defineProperty(crypto, 'randomUUID', { value: undefined })
    );
    await visit.open();
    await visit.collector.event('pagevisit');
  });

  it('is in a secure cookie on https', async () => {
    const answer = (body: string, contentType: string) => ({ body, contentType });
    const script = await (await fetch(`${visit.collector.url}/t.js`)).text();
    await visit.context.route('https://shop.test/**', (route) =>
      route.fulfill(
        route.request().url().endsWith('.js')
          ? answer(script, 'text/javascript')
          : answer('<script async src="/cm/t.js"></script>', 'text/html')
      )
    );
    const page = await visit.context.newPage();
    const sent = page.waitForRequest('https://shop.test/cm/e');
    await page.goto('https://shop.test/');
    await sent;
    expect((await visit.context.cookies())[0]).toMatchObject({ name: 'cm_visitor', secure: true });
  });
});

describe('the ES module', () => {
  const MODULE = (options: string) => `<script type="module">
    import { createTracker } from '${visit.collector.url}/index.mjs';
    window.tracker = createTracker({ host: '${visit.collector.url}', ${options} });
    window.cm.loaded = true;
  </script>`;
  const open = (options = '') =>
    visit.open({ attributes: 'data-consent="never" type="text/plain"', head: MODULE(options) });
  const track = (page: Page, type: string) =>
    page.evaluate((given) => {
      (window as unknown as { tracker: { track: (type: string) => void } }).tracker.track(given);
    }, type);

  it('does what the script does', async () => {
    const page = await open();
    await track(page, 'x');
    await visit.collector.event('x');
    expect(visit.collector.stored().map(({ type }) => type)).toEqual(['pagevisit', 'x']);
  });

  it('takes its options from code', async () => {
    const page = await open('off: ["pages"], beforeSend: (event) => ({ ...event, title: "T" })');
    await track(page, 'x');
    await visit.collector.event('x');
    expect(visit.collector.stored()).toMatchObject([{ type: 'x', title: 'T' }]);
  });

  it('leaves alone who sends Do Not Track, unless told otherwise with true', async () => {
    await visit.context.addInitScript(() =>
      Object.defineProperty(navigator, 'doNotTrack', { value: '1' })
    );
    await track(await open('ignoreDnt: false'), 'x');
    await track(await open('ignoreDnt: true'), 'y');
    await visit.collector.event('y');
    expect(visit.collector.stored().map(({ type }) => type)).toEqual(['pagevisit', 'y']);
  });

  it('takes everything down when it is stopped', async () => {
    const page = await open();
    await visit.collector.event('pagevisit');
    const isRestored = await page.evaluate(() => {
      const { tracker } = window as unknown as { tracker: { stop: () => void } };
      const wrapped = String(history.pushState);
      tracker.stop();
      return (
        !wrapped.includes('[native code]') && String(history.pushState).includes('[native code]')
      );
    });
    expect(isRestored).toBe(true);
    await page.evaluate(() => {
      document.body.innerHTML = '<a href="#" data-cm-event="x">X</a>';
      history.pushState(null, '', '/b');
    });
    await page.click('a');
    visit.collector.requests.length = 0;
    await page.waitForTimeout(900);
    await page.goto('about:blank');
    expect(visit.collector.requests).toEqual([]);
  });
});
