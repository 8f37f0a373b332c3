/** How events travel: what is on the wire, and that none is lost or stored twice. */
import type { Page } from 'playwright-core';
import { useVisit } from './support/tracker-visit';
import type { Request } from './support/tracker-collector';

const visit = useVisit();

const track = (page: Page, ...types: string[]) =>
  page.evaluate((given) => {
    for (const type of given) window.cm?.('track', type);
  }, types);
const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

const types = (request?: Request) => request?.body.events?.map(({ type }) => type);
const ids = (request?: Request) => request?.body.events?.map(({ id }) => id) ?? [];
const storedTypes = () => visit.collector.stored().map(({ type }) => type);
const storedAll = (count: number) =>
  visit.collector.until(() => visit.collector.stored().length >= count, `${count} stored events`);
const requested = (count: number) =>
  visit.collector.until(() => visit.collector.requests.length >= count, `${count} requests`);

/** Resolves when nothing is waiting in the browser any more. */
const isSettled = () => !Object.keys(localStorage).some((key) => key.startsWith('cm_q'));
const settled = (page: Page) => page.waitForFunction(isSettled);

describe('on the wire', () => {
  it('is one plain-text request without preflight, credentials or custom headers', async () => {
    const page = await visit.open({ head: '<script>cm("track", "a"); cm("track", "b")</script>' });
    await settled(page);
    await track(page, 'c');
    await settled(page);
    expect(visit.collector.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /cm/e',
      'POST /cm/e',
    ]);
    expect(visit.collector.requests.map(types)).toEqual([['pagevisit', 'a', 'b'], ['c']]);
    for (const { headers } of visit.collector.requests) {
      expect(headers['content-type']).toBe('text/plain;charset=UTF-8');
      // Cookies know no ports: one with credentials would carry the visitor's cookie here.
      expect(headers.cookie).toBeUndefined();
    }
  });

  it('are at most 20 events a request', async () => {
    const page = await visit.open();
    await track(page, ...names('x', 50));
    await storedAll(51);
    expect(
      visit.collector.requests.map((request) => ids(request).length).every((n) => n <= 20)
    ).toBe(true);
    expect(storedTypes()).toEqual(['pagevisit', ...names('x', 50)]);
  });

  it('are at most 60 KB a request, in any script', async () => {
    const page = await visit.open();
    await page.evaluate(() => {
      for (let index = 0; index < 12; index++)
        window.cm?.('track', 'long', { data: { text: '漢'.repeat(6_000) } });
    });
    await storedAll(13);
    for (const { bytes } of visit.collector.requests) expect(bytes).toBeLessThanOrEqual(60_000);
  });

  it('is an event too large for the server, alone, and given up when refused', async () => {
    visit.collector.behave(({ bytes }) => ({ status: bytes > 65_536 ? 413 : 202 }));
    const page = await visit.open();
    await page.evaluate(() => {
      window.cm?.('track', 'huge', { data: { text: 'x'.repeat(200_000) } });
      window.cm?.('track', 'small');
    });
    await settled(page);
    expect(storedTypes()).toEqual(['pagevisit', 'small']);
    expect(
      visit.collector.requests.filter((request) => types(request)?.includes('huge'))
    ).toHaveLength(1);
  });
});

describe('a page that goes away', () => {
  it('sends what it has by beacon, and the next page sends it again under the same ids', async () => {
    await visit.stopTime();
    const page = await visit.open();
    await track(page, 'last');
    await page.goto('about:blank');
    await storedAll(2);
    const [beacon] = visit.collector.requests;
    expect(beacon?.headers['sec-fetch-mode']).toBe('no-cors');
    expect(types(beacon)).toEqual(['pagevisit', 'last']);

    await visit.context.clock.resume();
    const next = await visit.openTab('/b');
    await settled(next);
    expect(storedTypes()).toEqual(['pagevisit', 'last', 'pagevisit']);
    expect(ids(visit.collector.requests.at(-1))).toEqual(expect.arrayContaining(ids(beacon)));
    await track(next, 'more');
    await settled(next);
    expect(types(visit.collector.requests.at(-1))).toEqual(['more']);
  });

  it('in the middle of a request loses nothing and doubles nothing', async () => {
    visit.collector.behave('hang');
    const page = await visit.open();
    await track(page, 'a');
    await requested(1);
    await track(page, 'b');
    await page.close();

    visit.collector.behave({ status: 202 });
    await settled(await visit.openTab('/b'));
    expect(storedTypes()).toEqual(['pagevisit', 'a', 'b', 'pagevisit']);
    expect(ids(visit.collector.requests.at(-1))).toEqual(
      expect.arrayContaining(ids(visit.collector.requests[0]))
    );
  });

  it('by a crash before anything was sent loses nothing', async () => {
    await visit.stopTime();
    const page = await visit.open();
    await track(page, 'a');
    const session = await visit.context.newCDPSession(page);
    await Promise.race([
      session.send('Page.crash').catch(() => undefined),
      new Promise((resolve) => page.once('crash', resolve)),
    ]);
    expect(visit.collector.requests).toEqual([]);

    await page.close();
    await visit.context.clock.resume();
    await settled(await visit.openTab('/b'));
    expect(storedTypes()).toEqual(['pagevisit', 'a', 'pagevisit']);
  });

  it('in a browser without sendBeacon leaves the rest to the next page', async () => {
    await visit.context.addInitScript(() =>
      Object.defineProperty(navigator, 'sendBeacon', { value: undefined })
    );
    const page = await visit.open();
    await track(page, 'last');
    await page.goto('about:blank');
    await settled(await visit.openTab('/b'));
    expect(storedTypes()).toEqual(['pagevisit', 'last', 'pagevisit']);
  });
});

describe('a server in trouble', () => {
  it('that is down for a while gets everything once it is back, under the same ids', async () => {
    visit.collector.behave('refuse');
    const page = await visit.open();
    await track(page, 'a');
    await requested(1);
    await track(page, 'b');
    await requested(2);
    visit.collector.behave({ status: 202 });
    await settled(page);
    expect(storedTypes()).toEqual(['pagevisit', 'a', 'b']);
    const [first, , last] = visit.collector.requests;
    expect(ids(last)).toEqual(expect.arrayContaining(ids(first)));
  });

  it('is asked less and less often', async () => {
    visit.collector.behave('refuse');
    await visit.stopTime();
    const page = await visit.open();
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt++) {
      let waited = 0;
      for (; visit.collector.requests.length < attempt; waited += 500) {
        await page.clock.runFor(500);
        // The request leaves the browser, and its failure comes back.
        await page.waitForTimeout(20);
      }
      pauses.push(waited / 1_000);
    }
    const expected = [0.5, 1, 2, 4, 8, 16, 32, 60];
    // On a busy machine a failure is noticed a step or two later.
    for (const [index, pause] of pauses.entries())
      expect(pause - (expected[index] ?? 0)).toBeLessThanOrEqual(2);
    expect(pauses.map((pause, index) => pause >= (expected[index] ?? 0))).not.toContain(false);
  });

  it.each([429, 503])(
    'that answers %s with Retry-After is left alone until then',
    async (status) => {
      visit.collector.behave({ status, headers: { 'retry-after': '3' } });
      const page = await visit.open();
      await requested(1);
      visit.collector.behave({ status: 202 });
      await track(page, 'later');
      await page.evaluate(() => {
        Object.defineProperty(document, 'hidden', { value: true });
        document.dispatchEvent(new Event('visibilitychange'));
      });
      await storedAll(2);
      const [first, second] = visit.collector.requests;
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(2_900);
      expect(types(second)).toEqual(['pagevisit', 'later']);
    }
  );

  it.each([500, 502, 503])('that answers %s gets it again on the next page', async (status) => {
    visit.collector.behave({ status });
    const page = await visit.open();
    await requested(1);
    visit.collector.behave({ status: 202 });
    await page.goto(`${visit.site.url}/b`);
    await settled(page);
    expect(storedTypes()).toEqual(['pagevisit', 'pagevisit']);
  });

  it.each([400, 403, 404, 413])('that answers %s is not asked again', async (status) => {
    visit.collector.behave({ status });
    const page = await visit.open();
    await settled(page);
    visit.collector.behave({ status: 202 });
    await track(page, 'next');
    await settled(page);
    expect(visit.collector.requests.map(types)).toEqual([['pagevisit'], ['next']]);
  });

  it('gets identify and consent again, too, in their order', async () => {
    visit.collector.behave('refuse');
    const page = await visit.open();
    await page.evaluate(() => {
      window.cm?.('identify', { email: 'ada@example.org' });
      window.cm?.('consent', { email: true });
      window.cm?.('consent', { email: false });
    });
    await requested(1);
    visit.collector.behave({ status: 202 });
    await settled(page);
    const acknowledged = visit.collector.requests.filter((request) => request.acknowledged);
    expect(acknowledged.map(({ path, body }) => [path, body.purposes?.email])).toEqual([
      ['/cm/e', undefined],
      ['/cm/identify', undefined],
      ['/cm/consent', true],
      ['/cm/consent', false],
    ]);
  });

  it('gets the events of each visitor under their own key', async () => {
    visit.collector.behave('refuse');
    const page = await visit.open();
    await page.evaluate(() => {
      window.cm?.('track', 'first');
      window.cm?.('reset');
      window.cm?.('track', 'second');
    });
    await requested(1);
    visit.collector.behave({ status: 202 });
    await settled(page);
    const [one, two] = visit.collector.requests.filter((request) => request.acknowledged);
    expect([types(one), types(two)]).toEqual([['pagevisit', 'first'], ['second']]);
    expect(one?.body.visitor).not.toBe(two?.body.visitor);
  });
});

describe('what waits in the browser', () => {
  it('is the newest 100', async () => {
    visit.collector.behave('refuse');
    const page = await visit.open();
    await track(page, ...names('x', 130));
    await requested(1);
    visit.collector.behave({ status: 202 });
    await settled(page);
    expect(storedTypes()).toEqual(names('x', 130).slice(30));
  });

  it('is given up after seven days', async () => {
    visit.collector.behave('refuse');
    const page = await visit.open();
    await requested(1);
    visit.collector.behave({ status: 202 });
    await visit.context.clock.install({ time: Date.now() + 8 * 86_400_000 });
    await page.goto(`${visit.site.url}/b`);
    await page.clock.runFor(1_000);
    await settled(page);
    expect(visit.collector.stored().map(({ url }) => url)).toEqual([`${visit.site.url}/b`]);
  });

  it('does not get stuck behind an entry that is damaged', async () => {
    const page = await visit.open({
      head: `<script>
        localStorage['cm_q.' + Date.now() + 'a'] = 'rubbish';
        localStorage['cm_q.' + Date.now() + 'b'] = '';
        localStorage['cm_q.' + Date.now() + 'c'] = 'e\\n{"visitor":"x","events":[oops';
      </script>`,
    });
    await track(page, 'x');
    await settled(page);
    expect(storedTypes()).toEqual(['pagevisit', 'x']);
  });

  it('is sent once when four tabs share it', async () => {
    visit.collector.behave('refuse');
    const tabs = [await visit.open()];
    for (let index = 1; index < 4; index++) tabs.push(await visit.openTab(`/tab${index}`));
    await Promise.all(tabs.map((tab, index) => track(tab, ...names(`tab${index}-`, 15))));
    await requested(4);
    visit.collector.behave({ status: 202 });
    await Promise.all(tabs.map(settled));
    expect(storedTypes().sort()).toEqual(
      [
        ...Array.from({ length: 4 }, () => 'pagevisit'),
        ...[0, 1, 2, 3].flatMap((index) => names(`tab${index}-`, 15)),
      ].sort()
    );

    // What is still on its way may arrive; after that there is silence.
    await tabs[0]?.waitForTimeout(1_500);
    visit.collector.requests.length = 0;
    await tabs[0]?.waitForTimeout(1_500);
    expect(visit.collector.requests).toEqual([]);
  });
});

describe('a browser that does not let the tracker keep anything', () => {
  const storage = (getter: () => unknown) =>
    visit.context.addInitScript(
      `Object.defineProperty(window, 'localStorage', { get: ${String(getter)} })`
    );

  it.each([
    [
      'refuses storage',
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
    ],
    ['has none', () => null],
  ])('because it %s still sends, as one visitor', async (_why, getter) => {
    await storage(getter);
    const page = await visit.open();
    await track(page, 'x');
    await storedAll(2);
    await page.goto(`${visit.site.url}/b`);
    await storedAll(3);
    expect(new Set(visit.collector.requests.map(({ body }) => body.visitor)).size).toBe(1);
    await track(page, 'y');
    await storedAll(4);
    expect(types(visit.collector.requests.at(-1))).toEqual(['y']);
  });

  it('because storage is full still sends', async () => {
    const page = await visit.open({
      head: `<script>
        for (let size = 5 << 20; size; size >>= 1)
          try { localStorage['fill' + size] = 'x'.repeat(size) } catch {}
      </script>`,
    });
    await track(page, 'x');
    await storedAll(2);
    expect(storedTypes()).toEqual(['pagevisit', 'x']);
  });

  it('because it refuses cookies and storage still sends', async () => {
    await storage(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    await visit.context.addInitScript(() =>
      Object.defineProperty(document, 'cookie', { get: () => '', set: () => undefined })
    );
    const page = await visit.open();
    await track(page, 'x');
    await storedAll(2);
    expect(new Set(visit.collector.requests.map(({ body }) => body.visitor)).size).toBe(1);
  });
});

describe('a page that breaks the browser', () => {
  it.each([
    ['fetch throws', 'window.fetch = () => { throw new Error("no") }'],
    ['fetch answers nothing', 'window.fetch = () => undefined'],
    ['sendBeacon throws', 'navigator.sendBeacon = () => { throw new Error("no") }'],
    ['timing is missing', 'performance.getEntriesByType = () => []'],
  ])('because %s gets no error from the tracker', async (_what, code) => {
    const page = await visit.open({ head: `<script>${code}</script>` });
    await track(page, 'x');
    await page.waitForTimeout(700);
    await page.goto(`${visit.site.url}/b`);
  });
});
