/** Who is recorded: consent, refusal, and the browser's own signals. */
import type { Page } from 'playwright-core';
import { useVisit } from './support/tracker-visit';

const visit = useVisit();

const call = (page: Page, ...details: [string, ...unknown[]]) =>
  page.evaluate((given) => {
    (window.cm as unknown as (...details: unknown[]) => void)(...given);
  }, details);

/** Longer than events gather before they are sent. */
const LONG_ENOUGH_MILLISECONDS = 900;
const sentWithin = async (page: Page) => {
  await page.waitForTimeout(LONG_ENOUGH_MILLISECONDS);
  return visit.collector.requests;
};
const storedTypes = () => visit.collector.stored().map(({ type }) => type);

describe('where consent is required', () => {
  const REQUIRED = { attributes: 'data-consent="required"' };

  it('nothing is sent or kept before it is given', async () => {
    const page = await visit.open(REQUIRED);
    await call(page, 'track', 'early');
    await call(page, 'identify', { email: 'ada@example.org' });
    expect(await sentWithin(page)).toEqual([]);
    await page.goto(`${visit.site.url}/b`);
    expect(await visit.kept(page)).toEqual({ storage: {}, cookies: [] });
    expect(visit.collector.requests).toEqual([]);
  });

  it('what happened on the page is sent once it is given, in order', async () => {
    const page = await visit.open(REQUIRED, '/?utm_source=mail');
    await call(page, 'track', 'early');
    await call(page, 'consent', { tracking: true, email: false });
    await visit.collector.until(() => visit.collector.requests.length === 2, 'both requests');
    const [events, consent] = visit.collector.requests;
    expect(events?.path).toBe('/cm/e');
    expect(events?.body.consent).toEqual({ tracking: true, email: false });
    expect(events?.body.events?.map(({ type }) => type)).toEqual(['pagevisit', 'early']);
    expect(events?.body.events?.[0]?.url).toContain('utm_source=mail');
    expect(consent).toMatchObject({
      path: '/cm/consent',
      body: { visitor: events?.body.visitor, purposes: { tracking: true, email: false } },
    });
    expect((await visit.kept(page)).cookies).toEqual(['cm_visitor']);
  });

  it('of what waits for it, only the newest is held', async () => {
    const page = await visit.open(REQUIRED);
    const written = await page.evaluate(() => {
      const { cm } = window as unknown as { cm: (...details: unknown[]) => void };
      const places: number[] = [];
      for (let place = 0; place < 150; place += 1) {
        // Written when it leaves what is held.
        const toJSON = () => ({ left: places.push(place) });
        cm('track', 'early', { data: { toJSON } });
      }
      cm('consent', { tracking: true });
      return places;
    });
    // 100 with the consent itself.
    expect(written).toEqual(Array.from({ length: 99 }, (_, at) => at + 51));
    await visit.collector.until(() => storedTypes().length === 99, 'the newest');
  });

  it('it is remembered on the next page', async () => {
    const page = await visit.open(REQUIRED);
    await call(page, 'consent', { tracking: true });
    await visit.collector.event('pagevisit');
    await page.goto(`${visit.site.url}/b`);
    await visit.collector.until(() => storedTypes().length === 2, 'the second page');
    const keys = visit.collector.requests.map(({ body }) => body.visitor);
    expect(new Set(keys).size).toBe(1);
  });

  it('consent to something else is not consent to tracking', async () => {
    const page = await visit.open(REQUIRED);
    await call(page, 'consent', { email: true });
    expect(await sentWithin(page)).toEqual([]);
    expect((await visit.kept(page)).cookies).toEqual([]);
  });

  it('a refusal discards what was waiting and sends nothing', async () => {
    const page = await visit.open(REQUIRED);
    await call(page, 'track', 'early');
    await call(page, 'consent', { tracking: false });
    await call(page, 'track', 'later');
    expect(await sentWithin(page)).toEqual([]);
    expect((await visit.kept(page)).cookies).toEqual([]);

    await call(page, 'consent', { tracking: true });
    await call(page, 'track', 'agreed');
    await visit.collector.event('agreed');
    expect(storedTypes()).toEqual(['agreed']);
  });
});

describe('withdrawing consent', () => {
  it('stops recording at once, tells the server and forgets the visitor', async () => {
    const page = await visit.open();
    await visit.collector.event('pagevisit');
    const { visitor } = visit.collector.requests[0]?.body ?? {};
    visit.collector.requests.length = 0;

    await call(page, 'track', 'pending');
    await call(page, 'consent', { tracking: false });
    await call(page, 'track', 'later');
    await visit.collector.until(() => visit.collector.requests.length > 0, 'the refusal');
    await page.goto(`${visit.site.url}/b`);
    expect((await sentWithin(page)).map(({ path, body }) => [path, body])).toEqual([
      ['/cm/consent', { visitor, consent: { tracking: false }, purposes: { tracking: false } }],
    ]);
    const { storage, cookies } = await visit.kept(page);
    expect(cookies).toEqual([]);
    expect(Object.values(storage).join()).not.toContain(visitor);
  });

  it('in one tab stops the others', async () => {
    const page = await visit.open();
    const other = await visit.openTab('/b');
    await visit.collector.until(() => storedTypes().length === 2, 'both pages');
    await call(page, 'consent', { tracking: false });
    await visit.collector.until(
      () => visit.collector.requests.some(({ path }) => path === '/cm/consent'),
      'the refusal'
    );
    visit.collector.requests.length = 0;
    await call(other, 'track', 'later');
    expect(await sentWithin(other)).toEqual([]);
  });

  it('is itself withdrawn by agreeing again, as a new visitor', async () => {
    const page = await visit.open();
    await visit.collector.event('pagevisit');
    await call(page, 'consent', { tracking: false });
    await call(page, 'consent', { tracking: true });
    await call(page, 'track', 'again');
    await visit.collector.event('again');
    const keys = visit.collector.requests
      .filter(({ path }) => path === '/cm/e')
      .map(({ body }) => body.visitor);
    expect(new Set(keys).size).toBe(2);
  });
});

describe('a visitor is left alone', () => {
  const signal = (name: string, value: unknown) =>
    visit.context.addInitScript(
      ([property, given]) => Object.defineProperty(navigator, property, { value: given }),
      [name, value] as const
    );

  it.each([
    ['the site says never', 'data-consent="never"', undefined],
    ['the browser sends Do Not Track', '', ['doNotTrack', '1'] as const],
    ['the browser sends Global Privacy Control', '', ['globalPrivacyControl', true] as const],
    [
      'the browser sends Global Privacy Control and the page says it has consent',
      'data-consent="granted"',
      ['globalPrivacyControl', true] as const,
    ],
  ])('when %s', async (_when, attributes, given) => {
    if (given) await signal(given[0], given[1]);
    const page = await visit.open({
      attributes,
      body: '<a href="#" data-cm-event="x">X</a>',
    });
    await page.click('a');
    await call(page, 'track', 'x');
    await call(page, 'identify', { email: 'ada@example.org' });
    await call(page, 'consent', { tracking: true });
    await call(page, 'reset');
    expect(await sentWithin(page)).toEqual([]);
    expect(await visit.kept(page)).toEqual({ storage: {}, cookies: [] });
  });

  it.each([
    ['doNotTrack', '1', 'data-ignore-dnt'],
    ['globalPrivacyControl', true, 'data-ignore-dnt'],
    ['doNotTrack', 'unspecified', ''],
    ['globalPrivacyControl', false, ''],
  ])('but not when %s is %s and the tag says "%s"', async (name, value, attributes) => {
    await signal(name, value);
    await visit.open({ attributes });
    await visit.collector.event('pagevisit');
  });
});
