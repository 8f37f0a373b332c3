/** Which addresses are a search, on the site and elsewhere. */
import { trackExternalSearch } from '../../../tracker/src/features/external';
import { trackInternalSearch } from '../../../tracker/src/features/search';
import type { StartFeature } from '../../../tracker/src/feature';
import { openPage } from '../../../tracker/src/page';
import type { EventDetails } from '../../../tracker/src/types';

/** What the feature records on a page at `href` that was reached from `referrer`. */
const recordedBy = (start: StartFeature, href: string, referrer = '', searchParam?: string) => {
  Object.assign(globalThis, { location: { href }, document: { referrer } });
  openPage();
  const recorded: unknown[] = [];
  const track = (type: string, details?: EventDetails) => recorded.push([type, details?.data]);
  start(track, { host: '', searchParam })?.();
  return recorded;
};

afterAll(() => {
  Reflect.deleteProperty(globalThis, 'location');
  Reflect.deleteProperty(globalThis, 'document');
});

describe('a search on the site', () => {
  it.each([
    ['?q=hats', undefined, 'hats'],
    ['?page=2&s=hats', undefined, 'hats'],
    ['?search=hats', undefined, 'hats'],
    ['?query=red%20hats+%26%20shoes', undefined, 'red hats & shoes'],
    ['?q=&query=hats', undefined, 'hats'],
    ['?q=a&find=hats', 'term,find', 'hats'],
  ])('at %s, the parameter being %s, is for %s', (query, parameter, phrase) => {
    expect(recordedBy(trackInternalSearch, `https://a.example/${query}`, '', parameter)).toEqual([
      ['internalsearch', { query: phrase }],
    ]);
  });

  it.each([
    ['', undefined],
    ['?q=', undefined],
    ['?faq=hats', undefined],
    ['?q=hats', 'term'],
  ])('is none at %s, the parameter being %s', (query, parameter) => {
    expect(recordedBy(trackInternalSearch, `https://a.example/${query}`, '', parameter)).toEqual(
      []
    );
  });
});

describe('a search elsewhere', () => {
  it.each([
    ['https://www.google.com/', 'google', undefined],
    ['https://www.google.co.uk/search?q=shop', 'google', 'shop'],
    ['https://google.com.br/', 'google', undefined],
    ['https://www.bing.com/search?q=shop', 'bing', 'shop'],
    ['https://duckduckgo.com/', 'duckduckgo', undefined],
    ['https://uk.search.yahoo.com/search?p=shop', 'yahoo', 'shop'],
    ['https://www.ecosia.org/', 'ecosia', undefined],
    ['https://search.seznam.cz/?q=shop', 'seznam', 'shop'],
    ['https://yandex.ru/', 'yandex', undefined],
    ['https://www.baidu.com/', 'baidu', undefined],
    ['https://www.qwant.com/', 'qwant', undefined],
    ['https://www.startpage.com/', 'startpage', undefined],
  ])('at %s is one of %s for %s', (referrer, engine, query) => {
    expect(recordedBy(trackExternalSearch, 'https://a.example/', referrer)).toEqual([
      ['externalsearch', { engine, query }],
    ]);
  });

  it.each([
    '',
    'https://mail.google.com/',
    'https://google.evil.example/',
    'https://notgoogle.com/',
    'https://partner.example/?q=google.com',
    'android-app://com.google.android.gm/',
  ])('is none at "%s"', (referrer) => {
    expect(recordedBy(trackExternalSearch, 'https://a.example/', referrer)).toEqual([]);
  });
});
