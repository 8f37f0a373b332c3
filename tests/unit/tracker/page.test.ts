/** What counts as coming to another page. */
import * as page from '../../../tracker/src/page';

const HOST = 'https://shop.example';

/** A page that was loaded at `from`, where the address then becomes `to`. */
const visitFrom = (from: string, to: string, back?: boolean) => {
  Object.assign(globalThis, {
    location: { href: HOST + from },
    document: { referrer: 'https://search.example/' },
  });
  page.openPage();
  let visits = -1;
  const stop = page.onVisit(() => visits++);
  page.visit(HOST + to, back);
  stop?.();
  return { visits, address: page.address.replace(HOST, ''), cameFrom: page.cameFrom };
};

afterAll(() => {
  Reflect.deleteProperty(globalThis, 'location');
  Reflect.deleteProperty(globalThis, 'document');
});

describe('a visit', () => {
  it.each([
    ['/a', '/b', '/b'],
    ['/a', '/a?page=2', '/a?page=2'],
    ['/a?page=2', '/a', '/a'],
    ['/a?page=1', '/a?page=2#top', '/a?page=2'],
    ['/a?utm_source=x', '/b?utm_source=x', '/b?utm_source=x'],
    ['/a?utm_source=x&page=1', '/a?page=2', '/a?page=2'],
    ['/a?product_id=1', '/a?product_id=2', '/a?product_id=2'],
  ])('from %s to %s is one', (from, to, address) => {
    expect(visitFrom(from, to)).toEqual({ visits: 1, address, cameFrom: HOST + from });
  });

  it.each([
    ['/a', '/a'],
    ['/a', '/a#top'],
    ['/a?utm_source=x&utm_medium=y', '/a'],
    ['/a?utm_source=x&page=1', '/a?page=1'],
    ['/a?page=1&gclid=x', '/a?page=1'],
    ['/a?page=1&fbclid=x&size=2', '/a?page=1&size=2'],
    ['/a?msclkid=x', '/a#done'],
  ])('from %s to %s is none, and the first address stays', (from, to) => {
    expect(visitFrom(from, to)).toEqual({
      visits: 0,
      address: from,
      cameFrom: 'https://search.example/',
    });
  });

  it('is one when the visitor comes back to the same page', () => {
    expect(visitFrom('/a?utm_source=x', '/a', true)).toMatchObject({ visits: 1, address: '/a' });
  });
});
