/** The contact list: everything it shows is in its address, and the keyboard is enough. */
import type { Page } from 'playwright-core';
import { CONTACTS } from './admin-browser';
import { becomes, createContacts, searchOf, type TheStage } from './admin-stage';

const PEOPLE = [
  { firstName: 'Ada', email: 'ada@quillfeather.example', companyName: 'Gannet Works' },
  { firstName: 'Bea', email: 'bea@quillfeather.example', state: 'client' },
  { firstName: 'Cyd', email: 'cyd@quillfeather.example', state: 'partner' },
].map((person) => ({ ...person, lastName: 'Quillfeather' }));
const [ADA, BEA, CYD] = ['Ada Quillfeather', 'Bea Quillfeather', 'Cyd Quillfeather'];
const BY_EMAIL = 'sort=email:asc';

const namesIn = (page: Page) => page.locator('[data-row-link]').allTextContents();
const rowsIn = (page: Page) => page.locator('tbody [data-row]').count();
const headsIn = async (page: Page) =>
  (await page.locator('thead th').allTextContents()).filter(Boolean);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

export const listSuite = (stage: TheStage) => {
  let page: Page;
  const shows = (names: (string | undefined)[]) => becomes(page, () => namesIn(page), names);
  const addressIs = (search: Record<string, string>) => becomes(page, () => searchOf(page), search);
  beforeAll(async () => {
    await createContacts(stage(), PEOPLE);
    page = stage().admin.page;
  });

  it('finds by name, e-mail address and company, and still after a reload', async () => {
    await stage().admin.open(CONTACTS);
    const field = page.getByRole('searchbox');
    await field.waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('quillfeather ada');
    await shows([ADA]);
    await field.fill('bea@quillfeather');
    await shows([BEA]);
    await field.fill('gannet works');
    await shows([ADA]);
    await addressIs({ q: 'gannet works' });
    await page.reload();
    await shows([ADA]);
    expect(await field.inputValue()).toBe('gannet works');
  });

  it('filters, and Back takes the filter away again', async () => {
    await stage().admin.open(`${CONTACTS}?q=quillfeather&${BY_EMAIL}`);
    await shows([ADA, BEA, CYD]);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'State' }).click();
    await page.getByRole('checkbox', { name: 'Client' }).click();
    await shows([BEA]);
    await addressIs({ q: 'quillfeather', state: 'client', sort: 'email:asc' });
    await page.keyboard.press('Escape');
    await page.goBack();
    await shows([ADA, BEA, CYD]);
    await page.goForward();
    await shows([BEA]);
    await page.getByRole('button', { name: 'Remove filter State' }).click();
    await shows([ADA, BEA, CYD]);
  });

  it('sorts by a column’s head, one way and the other', async () => {
    await stage().admin.open(`${CONTACTS}?q=quillfeather`);
    await page.getByRole('button', { name: 'E-mail' }).click();
    await shows([ADA, BEA, CYD]);
    await addressIs({ q: 'quillfeather', sort: 'email:asc' });
    await page.getByRole('button', { name: 'E-mail' }).click();
    await shows([CYD, BEA, ADA]);
    await page.reload();
    await shows([CYD, BEA, ADA]);
    const head = page.getByRole('columnheader', { name: 'E-mail' });
    expect(await head.getAttribute('aria-sort')).toBe('descending');
  });

  it('shows the columns one chooses, also a site’s own attribute', async () => {
    await stage().admin.open(`${CONTACTS}?q=quillfeather`);
    const usual = await headsIn(page);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('roast');
    await page.getByRole('checkbox', { name: 'Favourite roast' }).click();
    await becomes(page, () => headsIn(page), [...usual, 'Favourite roast']);
    expect(searchOf(page).columns?.split(',')).toContain('favouriteRoast');
    await page.reload();
    await becomes(page, () => headsIn(page), [...usual, 'Favourite roast']);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('button', { name: 'Back to the usual columns' }).click();
    await becomes(page, () => headsIn(page), usual);
  });

  it('pages on and back, as many rows at a time as one wants', async () => {
    await stage().admin.open(CONTACTS);
    await page.getByRole('combobox', { name: 'Rows per page' }).click();
    await page.getByRole('option', { name: '20' }).click();
    await becomes(page, () => rowsIn(page), 20);
    await addressIs({ pageSize: '20' });
    const first = await namesIn(page);
    await page.getByRole('button', { name: 'Next page' }).click();
    await becomes(page, async () => first.includes((await namesIn(page))[0] ?? ''), false);
    const second = await namesIn(page);
    await page.reload();
    await shows(second);
    await page.goBack();
    await shows(first);
  });

  it('is moved through, selected in and opened by the keyboard', async () => {
    await stage().admin.open(`${CONTACTS}?q=quillfeather&${BY_EMAIL}`);
    await shows([ADA, BEA, CYD]);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await becomes(page, () => focused(page), BEA);
    await page.keyboard.press('k');
    await becomes(page, () => focused(page), ADA);
    await page.keyboard.press('x');
    await page.getByText('1 selected').waitFor();
    expect(await page.getByRole('checkbox', { name: `Select ${ADA}` }).isChecked()).toBe(true);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: BEA, level: 1 }).waitFor();
    await page.goBack();
    await becomes(page, () => focused(page), BEA);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('says that nothing matches, and clears what was asked for', async () => {
    await stage().admin.open(`${CONTACTS}?q=nobodyhasthisname&state=client`);
    await page.getByRole('heading', { name: 'No contact matches' }).waitFor();
    await page.getByRole('button', { name: 'Clear search and filters' }).click();
    await addressIs({});
    await becomes(page, () => rowsIn(page), 50);
  });

  it('says when the server does not answer, and tries again', async () => {
    const list = `${stage().demo.url}/contact-management/contacts?*`;
    await page.route(list, (route) => route.abort());
    await stage().admin.open(`${CONTACTS}?q=quillfeather&${BY_EMAIL}`);
    await page.getByRole('alert').getByText('The server does not answer').waitFor();
    await page.unroute(list);
    await page.getByRole('button', { name: 'Try again' }).click();
    await shows([ADA, BEA, CYD]);
  });
};
