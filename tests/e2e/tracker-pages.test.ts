/** Page views and searches, as a browser makes them. */
import type { Page } from 'playwright-core';
import { useVisit } from './support/tracker-visit';

const visit = useVisit();

/** The types and addresses of everything stored once the page has had its say. */
const storedAfter = async (page: Page) => {
  await page.evaluate(() => window.cm?.('track', 'end'));
  await visit.collector.event('end');
  return visit.collector
    .stored()
    .filter(({ type }) => type !== 'end')
    .map(({ type, url, title }) => ({ type, path: url.replace(visit.site.url, ''), title }));
};
const pathsAfter = async (page: Page) => (await storedAfter(page)).map(({ path }) => path);

/** As a router does: the address first, the title a moment later. */
const navigate = (page: Page, path: string, title: string) =>
  page.evaluate(
    async ([to, name]) => {
      history.pushState(null, '', to);
      await Promise.resolve();
      document.title = name;
    },
    [path, title] as const
  );

describe('page views', () => {
  it('are recorded with address, title, referrer and time', async () => {
    const start = Date.now();
    await visit.open(
      { title: 'Pricing' },
      '/pricing?utm_source=mail&gclid=abc#plans',
      'https://partner.example/'
    );
    const event = await visit.collector.event('pagevisit');
    expect(event).toEqual({
      id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
      type: 'pagevisit',
      at: expect.any(Number),
      url: `${visit.site.url}/pricing?utm_source=mail&gclid=abc`,
      title: 'Pricing',
      referrer: 'https://partner.example/',
    });
    expect(event.at).toBeGreaterThanOrEqual(start);
    expect(event.at).toBeLessThanOrEqual(Date.now());
  });

  it('follow a single-page application through its history', async () => {
    const page = await visit.open({ title: 'Home' });
    await navigate(page, '/a', 'A');
    await page.waitForTimeout(20);
    await navigate(page, '/b?page=2', 'B');
    await page.waitForTimeout(20);
    await page.evaluate(() => history.replaceState(null, '', '/c'));
    await page.waitForTimeout(20);
    await page.goBack();
    expect(await storedAfter(page)).toEqual([
      { type: 'pagevisit', path: '/', title: 'Home' },
      { type: 'pagevisit', path: '/a', title: 'A' },
      { type: 'pagevisit', path: '/b?page=2', title: 'B' },
      { type: 'pagevisit', path: '/c', title: 'B' },
      { type: 'pagevisit', path: '/a', title: 'B' },
    ]);
  });

  it('name the page before as the referrer inside an application', async () => {
    const page = await visit.open();
    await navigate(page, '/a', 'A');
    await storedAfter(page);
    expect(visit.collector.stored()[1]).toMatchObject({ referrer: `${visit.site.url}/` });
  });

  it('are not repeated for the same page, whatever happens to its hash', async () => {
    const page = await visit.open({}, '/a#one');
    await page.evaluate(() => {
      location.hash = 'two';
      history.pushState(null, '', '/a#three');
      history.replaceState({ scroll: 10 }, '');
    });
    expect(await pathsAfter(page)).toEqual(['/a']);
  });

  it('keep the campaign when the application cleans the address before the script has loaded', async () => {
    const page = await visit.open(
      { head: '<script>history.replaceState(null, "", "/a?color=red")</script>' },
      '/a?utm_source=mail&color=red&fbclid=x'
    );
    expect(await pathsAfter(page)).toEqual(['/a?utm_source=mail&color=red&fbclid=x']);
  });

  it('count both pages when the application has moved on before the script has loaded', async () => {
    const page = await visit.open(
      { head: '<script>history.pushState(null, "", "/welcome")</script>' },
      '/?utm_source=mail'
    );
    expect(await pathsAfter(page)).toEqual(['/?utm_source=mail', '/welcome']);
  });

  it('are recorded again when a page comes back from the back-forward cache', async () => {
    const page = await visit.open({}, '/a');
    await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    expect(await pathsAfter(page)).toEqual(['/a', '/a']);
  });

  it('leave the application its own errors and results', async () => {
    const page = await visit.open();
    const name = await page.evaluate(() => {
      try {
        history.pushState(() => 0, '', '/a');
        return 'none';
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(name).toBe('DataCloneError');
    expect(await pathsAfter(page)).toEqual(['/']);
  });

  it.each([
    ['history', ['/']],
    ['pages', []],
    ['history, pages', []],
  ])('can be switched off: %s', async (off, expected) => {
    const page = await visit.open({ attributes: `data-off="${off}"` });
    await navigate(page, '/a', 'A');
    expect(await pathsAfter(page)).toEqual(expected);
  });

  it('are recorded once when the script is there twice', async () => {
    const page = await visit.open({
      body: `<script async src="${visit.collector.url}/t.js"></script>`,
    });
    expect(await pathsAfter(page)).toEqual(['/']);
  });
});

describe('searches', () => {
  const searchesAfter = async (page: Page) => {
    await storedAfter(page);
    return visit.collector
      .stored()
      .filter(({ type }) => type.endsWith('search'))
      .map(({ type, data }) => ({ type, ...data }));
  };

  it('of the site are read from the address', async () => {
    const page = await visit.open({}, '/find?page=1&q=red%20shoes+%26%20hats');
    expect(await searchesAfter(page)).toEqual([
      { type: 'internalsearch', query: 'red shoes & hats' },
    ]);
  });

  it('of the site are read from the parameter it names, and no other', async () => {
    const page = await visit.open({ attributes: 'data-search-param="term,find"' }, '/?q=a&find=b');
    expect(await searchesAfter(page)).toEqual([{ type: 'internalsearch', query: 'b' }]);
  });

  it('of the site are noticed in a single-page application', async () => {
    const page = await visit.open();
    await navigate(page, '/find?q=hats', 'Search');
    await page.waitForTimeout(20);
    expect(await searchesAfter(page)).toEqual([{ type: 'internalsearch', query: 'hats' }]);
  });

  it('elsewhere are recognised by the referrer', async () => {
    const page = await visit.open({}, '/', 'https://www.bing.com/search?q=red+shoes');
    expect(await searchesAfter(page)).toEqual([
      { type: 'externalsearch', engine: 'bing', query: 'red shoes' },
    ]);
  });

  it.each([['search'], ['external']])('can be switched off: %s', async (off) => {
    const page = await visit.open(
      { attributes: `data-off="${off}"` },
      '/?q=a',
      'https://duckduckgo.com/'
    );
    const types = (await searchesAfter(page)).map(({ type }) => type);
    expect(types).toEqual([off === 'search' ? 'externalsearch' : 'internalsearch']);
  });
});
