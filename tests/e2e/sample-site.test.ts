/** The sample site in a browser, as a customer walks through it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { startDemo, type RunningDemo } from '../support/demo';
import { freePort } from '../support/free-port';
import { BROWSER } from '../support/visits';
import { eventually } from '../support/eventually';

const BUILD_MILLISECONDS = 600_000;
jest.setTimeout(120_000);

let folder: string;
let demo: RunningDemo;
let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cm-site-'));
  const port = String(await freePort());
  demo = await startDemo(['--production', '--port', port, '--data-dir', folder], folder);
  browser = await launchBrowser();
}, BUILD_MILLISECONDS);

afterAll(async () => {
  await browser.close();
  await demo.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  problems = [];
  page = await browser.newPage({
    baseURL: demo.site,
    viewport: { width: 1440, height: 900 },
    // What calls itself headless is taken for a bot, and not counted.
    userAgent: BROWSER,
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
});

afterEach(async () => {
  await page.context().close();
  expect(problems).toEqual([]);
});

const register = async (email: string) => {
  await page.goto('/register');
  await page.getByLabel('E-mail').first().fill(email);
  await page.getByLabel('Password').fill('Kittiwake-1');
  await page.getByRole('button', { name: 'Register' }).click();
  await page.getByText(`You are logged in as ${email}.`).waitFor();
};

describe('the sample site', () => {
  it('shows products and articles of Strapi, and tells the articles of a subject apart', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Guji Uraga' }).waitFor();
    await page.getByRole('link', { name: 'Magazine' }).first().click();
    await page.getByRole('link', { name: 'Brewing', exact: true }).click();
    await page.getByRole('link', { name: 'Pour-over in three minutes' }).click();
    await page.getByRole('heading', { name: 'Wet the paper' }).waitFor();
    expect(await page.title()).toBe('Pour-over in three minutes – Kittiwake Coffee');
  });

  it('shows who reads about brewing other things first, and another banner', async () => {
    await page.goto('/');
    await page.getByRole('heading', { name: 'New to good coffee?' }).waitFor();
    await page.goto('/shop');
    expect(await firstProduct()).toBe('Café Box, 20 kg');
    for (const article of ['pour-over-in-three-minutes', 'choosing-a-grinder']) {
      await page.goto(`/magazine/brewing/${article}`, { waitUntil: 'networkidle' });
    }
    await eventually(async () => {
      await page.goto('/shop');
      expect(await firstProduct()).toBe('Gull Dripper');
    });
    await eventually(async () => {
      await page.goto('/', { waitUntil: 'networkidle' });
      expect(await page.locator('.banner h2').allTextContents()).toEqual(['You brew at home?']);
    });
  });

  it('finds what was searched for', async () => {
    await page.goto('/');
    await page.getByRole('searchbox', { name: 'Search' }).fill('blackcurrant');
    await page.keyboard.press('Enter');
    await page.getByText('1 result for “blackcurrant”').waitFor();
    await page.getByRole('link', { name: 'Kirinyaga AA' }).waitFor();
  });

  it('thanks for a subscription', async () => {
    await page.goto('/');
    await page.getByPlaceholder('you@example.com').fill('reader@mail.example');
    await page.getByLabel('Yes, write to me.').check();
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await page.getByText('The next letter is yours.').waitFor();
  });

  it('registers a customer, sells at the shop’s price and keeps the order in the account', async () => {
    await register('buyer@mail.example');
    await page.goto('/shop/guji-uraga');
    await page.getByLabel('Quantity').fill('2');
    await page.getByRole('button', { name: 'Add to basket' }).click();
    await page.getByRole('link', { name: 'Go to the basket' }).click();
    await page.getByRole('row', { name: 'Together €33.80' }).waitFor();
    await page.getByLabel('Name').fill('Bea Buyer');
    await page.getByLabel('Address').fill('1 Quay');
    await page.getByRole('button', { name: 'Buy' }).click();
    await page.getByText(/We have your order K-/).waitFor();
    await page.goto('/account');
    await page.getByText('2 × Guji Uraga').waitFor();
    await page.getByRole('cell', { name: '€33.80' }).waitFor();
  });

  it('logs in again, and says what is wrong with a login', async () => {
    await register('again@mail.example');
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.goto('/login');
    await page.getByLabel('E-mail').first().fill('again@mail.example');
    await page.getByLabel('Password').fill('not this one');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('Invalid identifier or password').waitFor();
    problems = problems.filter((text) => !text.includes('400 (Bad Request)'));
    await page.getByLabel('Password').fill('Kittiwake-1');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('You are logged in as again@mail.example.').waitFor();
  });

  it.each(['/', '/shop', '/shop/harbour-blend', '/magazine', '/wholesale', '/basket', '/contact'])(
    'fits a telephone: %s',
    async (address) => {
      await page.setViewportSize({ width: 390, height: 800 });
      await page.goto(address, { waitUntil: 'networkidle' });
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth
      );
      expect(tooWide).toBeLessThanOrEqual(0);
    }
  );

  it('does not take a browser’s word for a price', async () => {
    const order = {
      email: 'cheap@mail.example',
      name: 'Chip',
      total: 0.01,
      fulfilment: 'delivered',
      items: [{ product: await documentIdOf('harbour-blend'), quantity: 1, price: 0.01 }],
    };
    const response = await fetch(`${demo.url}/api/orders`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ data: order }),
    });
    const { data } = (await response.json()) as { data: Record<string, unknown> };
    expect(data).toMatchObject({ total: 11.5, fulfilment: 'new' });
  });
});

const firstProduct = async (): Promise<string | null> => {
  const name = page.locator('[data-products] h3').first();
  await name.waitFor();
  return name.textContent();
};

const documentIdOf = async (slug: string): Promise<string | undefined> => {
  const response = await fetch(`${demo.url}/api/products?filters[slug]=${slug}`);
  const { data } = (await response.json()) as { data: { documentId: string }[] };
  return data[0]?.documentId;
};
