/** Links, marked elements and forms, clicked and filled in a browser. */
import type { Page } from 'playwright-core';
import { useVisit } from './support/tracker-visit';

const visit = useVisit();

/** Everything stored besides the page view, once the page has had its say. */
const storedAfter = async (page: Page) => {
  await page.evaluate(() => window.cm?.('track', 'end'));
  await visit.collector.event('end');
  return visit.collector
    .stored()
    .filter(({ type }) => type !== 'end' && type !== 'pagevisit')
    .map(({ type, title, value, data }) => ({ type, title, value, data }));
};
const typesAfter = async (page: Page) => (await storedAfter(page)).map(({ type }) => type);

/** Links and forms that lead nowhere, so that the page stays. */
const STAY = `<script>
  addEventListener('click', (event) => event.target.closest('a') && event.preventDefault());
  addEventListener('submit', (event) => event.preventDefault());
</script>`;

const LINKS = `${STAY}
  <a id="out" href="https://partner.example/offer?a=1#top">The <b>offer</b></a>
  <a id="in" href="/other">Other page</a>
  <a id="mail" href="mailto:shop@example.org">Mail</a>
  <a id="script" href="javascript:void 0">Script</a>
  <a id="pdf" href="/files/prices.PDF?v=2">Prices</a>
  <a id="remote" href="https://cdn.example/setup.exe">Setup</a>
  <a id="named" href="/export" download="data.bin">Export</a>
  <a id="page" href="/pdf">About our PDFs</a>
  <svg width="20" height="20"><a id="svg" href="https://partner.example/"><rect width="20" height="20"/></a></svg>
  <p id="none">No link</p>`;

describe('links', () => {
  it('to other sites are recorded, also from what is inside them', async () => {
    const page = await visit.open({ title: 'Home', body: LINKS });
    await page.click('#out b');
    expect(await storedAfter(page)).toEqual([
      {
        type: 'outboundlink',
        title: 'Home',
        data: { href: 'https://partner.example/offer?a=1#top' },
      },
    ]);
  });

  it('opened with the middle button or the keyboard are recorded, other buttons not', async () => {
    const page = await visit.open({ body: LINKS });
    await page.evaluate(() => {
      addEventListener('auxclick', (event) => event.preventDefault());
    });
    await page.click('#out', { button: 'middle' });
    await page.focus('#out');
    await page.keyboard.press('Enter');
    await page.click('#out', { button: 'right' });
    expect(await typesAfter(page)).toEqual(['outboundlink', 'outboundlink']);
  });

  it('to files are downloads, wherever the file is', async () => {
    const page = await visit.open({ body: LINKS });
    for (const id of ['pdf', 'remote', 'named']) await page.click(`#${id}`);
    expect((await storedAfter(page)).map(({ type, data }) => [type, data?.href])).toEqual([
      ['download', `${visit.site.url}/files/prices.PDF?v=2`],
      ['download', 'https://cdn.example/setup.exe'],
      ['download', `${visit.site.url}/export`],
    ]);
  });

  it('within the site, to mail programs and to scripts are not recorded', async () => {
    const page = await visit.open({ body: LINKS });
    for (const id of ['in', 'mail', 'script', 'page', 'svg', 'none']) await page.click(`#${id}`);
    expect(await typesAfter(page)).toEqual([]);
  });

  it('are found inside web components', async () => {
    const page = await visit.open({
      body: '<my-card onclick="event.preventDefault()"></my-card>',
    });
    await page.evaluate(() => {
      const root = document.querySelector('my-card')?.attachShadow({ mode: 'open' });
      if (root) root.innerHTML = '<a href="https://partner.example/"><b>Offer</b></a>';
    });
    await page.click('my-card b');
    expect(await typesAfter(page)).toEqual(['outboundlink']);
  });

  it('are recorded although the page stops their clicks', async () => {
    const page = await visit.open({
      body: `<div onclick="event.stopPropagation(); event.preventDefault()">${LINKS}</div>`,
    });
    await page.click('#out');
    expect(await typesAfter(page)).toEqual(['outboundlink']);
  });

  it('that leave the page at once are not lost', async () => {
    const page = await visit.open({ body: '<a href="http://127.0.0.1:9/">Out</a>' });
    await page.click('a', { noWaitAfter: true });
    await visit.collector.event('outboundlink');
  });

  it.each([
    ['outbound', ['download']],
    ['downloads', ['outboundlink']],
    ['outbound,downloads', []],
  ])('can be switched off: %s', async (off, expected) => {
    const page = await visit.open({ attributes: `data-off="${off}"`, body: LINKS });
    await page.click('#out');
    await page.click('#pdf');
    expect(await typesAfter(page)).toEqual(expected);
  });
});

describe('marked elements', () => {
  it('give an event with value and data', async () => {
    const page = await visit.open({
      title: 'Shoes',
      body: `${STAY}<button data-cm-event="productadded" data-cm-value="49.90"
        data-cm-product-name="Red shoe" data-cm-size="42" data-other="x"><i>Add</i></button>`,
    });
    await page.click('i');
    expect(await storedAfter(page)).toEqual([
      {
        type: 'productadded',
        title: 'Shoes',
        value: 49.9,
        data: { 'product-name': 'Red shoe', size: '42' },
      },
    ]);
  });

  it('may have a title of their own', async () => {
    const page = await visit.open({
      body: '<button data-cm-event="wishlist" data-cm-title="Red shoe">Remember</button>',
    });
    await page.click('button');
    expect(await storedAfter(page)).toEqual([{ type: 'wishlist', title: 'Red shoe', data: {} }]);
  });

  it('need no value, and zero is one', async () => {
    const page = await visit.open({
      body: `<b data-cm-event="wishlist">A</b><i data-cm-event="wishlist" data-cm-value="0">B</i>`,
    });
    await page.click('b');
    await page.click('i');
    expect((await storedAfter(page)).map(({ value }) => value)).toEqual([undefined, 0]);
  });

  it('that are forms give it when they are submitted, not when they are clicked', async () => {
    const page = await visit.open({
      body: `${STAY}<form data-cm-event="vote" data-cm-poll="colours"><label>Red</label><button>Go</button></form>`,
    });
    await page.click('label');
    await page.click('button');
    expect(await storedAfter(page)).toEqual([
      { type: 'vote', title: 'Shop', data: { poll: 'colours' } },
    ]);
  });

  it('added later count, too', async () => {
    const page = await visit.open();
    await page.evaluate(() => {
      document.body.innerHTML = '<button data-cm-event="late">Late</button>';
    });
    await page.click('button');
    expect(await typesAfter(page)).toEqual(['late']);
  });

  it('can be switched off', async () => {
    const page = await visit.open({
      attributes: 'data-off="events"',
      body: '<button data-cm-event="x">X</button>',
    });
    await page.click('button');
    expect(await typesAfter(page)).toEqual([]);
  });
});

describe('forms', () => {
  const submit = async (body: string, attributes = ''): Promise<Page> => {
    const page = await visit.open({ attributes, body: STAY + body });
    await page.click('button');
    return page;
  };

  it('send the fields mapped on the form, and no others', async () => {
    const page =
      await submit(`<form data-cm-form="newsletter" data-cm-fields="email, first_name:firstName">
      <input name="email" value="ada@example.org"><input name="first_name" value="Ada">
      <input name="phone" value="123"><input name="constructor" value="x"><input value="nameless">
      <textarea name="message">Private</textarea><button name="email2" value="y">Go</button></form>`);
    expect(await storedAfter(page)).toEqual([
      {
        type: 'formsubmit',
        title: 'newsletter',
        data: {
          form: 'newsletter',
          fields: { email: 'ada@example.org', firstName: 'Ada' },
        },
      },
    ]);
  });

  it('send the fields mapped one by one, of every kind', async () => {
    const page = await submit(`<form data-cm-form="profile">
      <input name="mail" data-cm-field="email" value="ada@example.org">
      <select name="l" data-cm-field="country"><option value="cz">Czechia</option><option value="gb" selected>UK</option></select>
      <textarea data-cm-field="notes">Hello</textarea>
      <input type="radio" name="s" data-cm-field="salutation" value="Ms" checked><input type="radio" name="s" data-cm-field="salutation" value="Mr">
      <input type="checkbox" data-cm-field="vip" checked><input type="checkbox" data-cm-field="press">
      <input type="date" data-cm-field="birthday" value="1815-12-10"><button>Go</button></form>`);
    expect((await storedAfter(page))[0]?.data?.fields).toEqual({
      email: 'ada@example.org',
      country: 'gb',
      notes: 'Hello',
      salutation: 'Ms',
      vip: true,
      press: false,
      birthday: '1815-12-10',
    });
  });

  it('never send secrets, even when they are mapped', async () => {
    const page = await submit(`<form data-cm-form="order" data-cm-fields="a,b,c,d,e,f,email">
      <input type="password" name="a" value="s3cret"><input type="hidden" name="b" value="token">
      <input type="file" name="c"><input name="d" autocomplete="cc-number" value="4111111111111111">
      <input name="e" autocomplete="section-pay billing cc-csc" value="123">
      <input name="f" autocomplete="current-password" value="s3cret" >
      <input name="email" autocomplete="email" value="ada@example.org"><button>Go</button></form>`);
    expect((await storedAfter(page))[0]?.data?.fields).toEqual({ email: 'ada@example.org' });
  });

  it('send what was agreed to and what was not', async () => {
    const page = await submit(`<form data-cm-form="newsletter">
      <input type="checkbox" data-cm-consent="email" checked><input type="checkbox" data-cm-consent="phone">
      <button>Go</button></form>`);
    expect((await storedAfter(page))[0]?.data).toEqual({
      form: 'newsletter',
      fields: {},
      consent: { email: true, phone: false },
    });
  });

  it('that are not marked send nothing', async () => {
    const page = await submit(
      '<form data-cm-fields="email"><input name="email" value="a@example.org"><button>Go</button></form>'
    );
    expect(await typesAfter(page)).toEqual([]);
  });

  it('that do not pass the browser’s validation send nothing', async () => {
    const page = await submit(
      '<form data-cm-form="x" data-cm-fields="email"><input name="email" type="email" value="nobody"><button>Go</button></form>'
    );
    expect(await typesAfter(page)).toEqual([]);
  });

  it('that lead to another page are not lost', async () => {
    const page = await visit.open({
      body: '<form action="/thanks" data-cm-form="x" data-cm-fields="email"><input name="email" value="a@example.org"><button>Go</button></form>',
    });
    await page.click('button');
    const event = await visit.collector.event('formsubmit');
    expect(event.data?.fields).toEqual({ email: 'a@example.org' });
    expect(event.url).toBe(`${visit.site.url}/`);
  });

  it('can be switched off', async () => {
    const page = await submit(
      '<form data-cm-form="x" data-cm-fields="email"><input name="email" value="a@example.org"><button>Go</button></form>',
      'data-off="forms"'
    );
    expect(await typesAfter(page)).toEqual([]);
  });
});
