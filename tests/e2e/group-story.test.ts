/**
 * A group from the first condition to the page that reacts to it: an editor builds "bought twice in 30
 * days, from CZ or SK, not a partner"; somebody buys on the sample site, is in within seconds, with the
 * reason why, and sees another banner.
 */
import { createHmac } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { signEmail } from '../../server/src/modules/identity/identify-token';
import { launchBrowser } from '../support/browser';
import { startDemo, type RunningDemo } from '../support/demo';
import { freePort } from '../support/free-port';
import { BROWSER } from '../support/visits';
import { login, openAdmin, type AdminWindow } from './support/admin-browser';

const BUILD_MILLISECONDS = 600_000;
jest.setTimeout(180_000);

const EMAIL = 'zora.twice@mail.example';
const GROUP = 'Bought twice, CZ or SK';
const BANNER = 'Thank you for coming back';
const FRESH_MILLISECONDS = 5_000;

let folder: string;
let demo: RunningDemo;
let browser: Browser;
let shop: Page;
let admin: AdminWindow;
let page: Page;
let group: string;
let boughtAt: number;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cm-group-story-'));
  const port = String(await freePort());
  demo = await startDemo(['--production', '--port', port, '--data-dir', folder], folder);
  browser = await launchBrowser();
  shop = await browser.newPage({ baseURL: demo.site, userAgent: BROWSER });
  admin = await openAdmin(browser, { url: demo.url, account: demo.admin });
  page = admin.page;
}, BUILD_MILLISECONDS);

afterAll(async () => {
  await browser.close();
  await demo.stop();
  await rm(folder, { recursive: true, force: true });
});

const SHOTS = process.env.CM_SHOTS;
const shot = async (of: Page, name: string) => {
  if (!SHOTS) return;
  await mkdir(SHOTS, { recursive: true });
  await of.screenshot({ path: `${SHOTS}/${name}.png` });
};

const buy = async () => {
  await shop.goto('/shop/guji-uraga');
  await shop.getByRole('button', { name: 'Add to basket' }).click();
  await shop.getByRole('link', { name: 'Go to the basket' }).click();
  await shop.getByLabel('Name').fill('Zora Twice');
  await shop.getByLabel('Address').fill('1 Quay');
  await shop.getByRole('button', { name: 'Buy' }).click();
  await shop.getByText(/We have your order K-/).waitFor();
};

/** What a site's back end does after a login that it trusts: it signs the e-mail for this browser. */
const prove = async (email: string) => {
  const { appKeys } = JSON.parse(await readFile(path.join(folder, 'secrets.json'), 'utf8')) as {
    appKeys: string[];
  };
  const secret = createHmac('sha256', appKeys[0] ?? '')
    .update('contact-management identify')
    .digest('hex');
  const token = signEmail(email, Math.floor(Date.now() / 1_000) + 60, secret);
  const visitor = (await shop.context().cookies()).find(({ name }) => name === 'cm_visitor')?.value;
  const answer = await fetch(`${demo.url}/cm/identify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': BROWSER },
    body: JSON.stringify({ visitor, traits: { email }, token }),
  });
  expect(answer.status).toBe(202);
};

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const pick = async (search: string, name: string) => {
  await button('Condition').first().click();
  await page.getByRole('searchbox', { name: 'Search conditions' }).fill(search);
  await button(name).click();
};
const choose = async (label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).last().click();
  await page.getByRole('option', { name: option, exact: true }).click();
};
const preview = () => page.getByRole('region', { name: 'Preview' });

const contentApi = async (address: string, method: string, body: object) => {
  const answer = await fetch(`${demo.url}${address}`, {
    method,
    headers: { authorization: `Bearer ${demo.apiToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect([address, answer.status]).toEqual([address, 200]);
};

describe('a group that fills itself', () => {
  it('is built by an editor, who sees who would be in it', async () => {
    await shop.goto('/register');
    await shop.getByLabel('E-mail').first().fill(EMAIL);
    await shop.getByLabel('Password').fill('Kittiwake-1');
    await shop.getByRole('button', { name: 'Register' }).click();
    await shop.getByText(`You are logged in as ${EMAIL}.`).waitFor();
    await buy();
    const upsert = { match: 'email', data: { email: EMAIL, country: 'SK' }, policy: 'overwrite' };
    await contentApi('/api/contact-management/contacts/upsert', 'POST', { contacts: [upsert] });

    await admin.open('/plugins/contact-management/groups');
    await button('Create group').first().click();
    const dialog = page.getByRole('dialog', { name: 'Create group' });
    await dialog.getByRole('radio', { name: 'Dynamic' }).click();
    await dialog.getByLabel('Name').fill(GROUP);
    await dialog.getByRole('checkbox', { name: /Visible to the site/ }).click();
    await dialog.getByRole('button', { name: 'Continue to the condition' }).click();

    await pick('purchase', 'Purchase');
    await page.getByRole('textbox', { name: 'Number' }).fill('2');
    await choose('When', 'In the last 30 days');
    await pick('country', 'Country');
    await button(/^Values/).click();
    for (const country of ['Czechia', 'Slovakia']) {
      await page.getByRole('searchbox').last().fill(country);
      await page.getByRole('checkbox', { name: country }).click();
    }
    await page.keyboard.press('Escape');
    await pick('state', 'State');
    await button(/^Values/).click();
    await page.getByRole('checkbox', { name: 'Partner' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Actions for: State/ }).click();
    await page.getByRole('menuitem', { name: 'Negate' }).click();
    await preview()
      .getByText(/^\d+ contacts?$/)
      .waitFor();
    await shot(page, 'story-built');
    await button('Create group').click();
    await page.getByText(/Dynamic · \d+ members?/).waitFor();
    group = new URL(page.url()).pathname.split('/groups/')[1]?.split('/')[0] ?? '';
    await shot(page, 'story-saved');
  });

  it('has a banner of its own on the home page', async () => {
    const token = await login(demo.url, demo.admin);
    const HOME = `${demo.url}/content-manager/single-types/api::home.home`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const home = (await (await fetch(HOME, { headers })).json()) as {
      data: { sections: object[] };
    };
    const { data: found } = (await (
      await fetch(`${demo.url}/contact-management/contact-groups/${group}`, { headers })
    ).json()) as { data: { name: string } };
    const banner = {
      __component: 'site.banner',
      title: BANNER,
      audience: { groups: [found.name] },
    };
    const sections = [banner, ...home.data.sections];
    const saved = await fetch(`${HOME}/actions/publish`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ ...home.data, sections }),
    });
    expect(saved.status).toBe(200);
    await shop.goto('/');
    await shop.getByRole('heading', { name: 'New to good coffee?' }).waitFor();
    expect(await shop.getByRole('heading', { name: BANNER }).count()).toBe(0);
    await shot(shop, 'story-banner-before');
  });

  it('takes who buys again in within five seconds, and says why', async () => {
    await buy();
    boughtAt = Date.now();
    const headers = { authorization: `Bearer ${await login(demo.url, demo.admin)}` };
    const members = async () => {
      const answer = await fetch(
        `${demo.url}/contact-management/contact-groups/${group}/members?q=zora`,
        { headers }
      );
      return (await answer.json()) as { data: { contact: { email: string } }[] };
    };
    let seen = await members();
    while (
      !seen.data.some(({ contact }) => contact.email === EMAIL) &&
      Date.now() - boughtAt < FRESH_MILLISECONDS
    ) {
      await shop.waitForTimeout(100);
      seen = await members();
    }
    expect(seen.data.map(({ contact }) => contact.email)).toContain(EMAIL);

    await admin.open(`/plugins/contact-management/groups/${group}/members`);
    await page
      .getByRole('link', { name: 'Zora Twice' })
      .or(page.getByText(EMAIL))
      .first()
      .waitFor();
    await shot(page, 'story-member');
    await page
      .getByRole('link', { name: /Zora Twice|zora\.twice/ })
      .first()
      .click();
    await page.getByRole('tab', { name: 'Groups' }).click();
    await button(`Why is it in ${GROUP}?`).click();
    const why = page.getByRole('dialog');
    await why.getByText('The condition holds for this contact.').waitFor();
    await why
      .getByText(/2 times/)
      .first()
      .waitFor();
    await shot(page, 'story-why');
  });

  it('changes the home page for them, once the site has proven who they are', async () => {
    await shop.goto('/');
    await shop.getByRole('heading', { name: 'New to good coffee?' }).waitFor();
    await prove(EMAIL);
    // The browser keeps what it was shown for up to five seconds.
    const proven = Date.now();
    const isGreeted = async () => {
      await shop.goto('/', { waitUntil: 'networkidle' });
      return (await shop.getByRole('heading', { name: BANNER }).count()) > 0;
    };
    while (!(await isGreeted()) && Date.now() - proven < 2 * FRESH_MILLISECONDS) {
      await shop.waitForTimeout(500);
    }
    await shop.getByRole('heading', { name: BANNER }).waitFor();
    await shot(shop, 'story-banner-after');
    const stranger = await browser.newPage({ baseURL: demo.site, userAgent: BROWSER });
    await stranger.goto('/');
    await stranger.getByRole('heading', { name: 'New to good coffee?' }).waitFor();
    expect(await stranger.getByRole('heading', { name: BANNER }).count()).toBe(0);
  });
});
