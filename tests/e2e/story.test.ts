/**
 * The whole story on the production build: somebody browses the sample shop, subscribes, registers and
 * buys; an editor opens the admin and sees that person as a client with everything they did.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { startDemo, type RunningDemo } from '../support/demo';
import { freePort } from '../support/free-port';
import { BROWSER } from '../support/visits';
import { CONTACTS, openAdmin } from './support/admin-browser';

const BUILD_MILLISECONDS = 600_000;
jest.setTimeout(180_000);

const EMAIL = 'nora.story@mail.example';

let folder: string;
let demo: RunningDemo;
let browser: Browser;
let shop: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cm-story-'));
  const port = String(await freePort());
  demo = await startDemo(['--production', '--port', port, '--data-dir', folder], folder);
  browser = await launchBrowser();
  shop = await browser.newPage({ baseURL: demo.site, userAgent: BROWSER });
}, BUILD_MILLISECONDS);

afterAll(async () => {
  await browser.close();
  await demo.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Contact {
  documentId: string;
  kind: string;
  state: string;
  email: string | null;
}

const api = async <Answer>(address: string): Promise<Answer> => {
  const answer = await fetch(`${demo.url}/api/contact-management${address}`, {
    headers: { authorization: `Bearer ${demo.apiToken}` },
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
};

const contactByEmail = async (email: string): Promise<Contact | undefined> => {
  const { data } = await api<{ data: Contact[] }>(
    `/contacts?filters[email][$eq]=${encodeURIComponent(email)}`
  );
  return data[0];
};

const typesOf = async ({ documentId }: Contact): Promise<string[]> => {
  const { data } = await api<{ data: { type: string }[] }>(
    `/contacts/${documentId}/activities?limit=100`
  );
  return data.map(({ type }) => type);
};

/** Waits for what the tracker sends in the background. */
const eventually = async <Value>(
  read: () => Promise<Value>,
  isRight: (value: Value) => boolean
): Promise<Value> => {
  const end = Date.now() + 20_000;
  for (;;) {
    const value = await read();
    if (isRight(value) || Date.now() > end) return value;
    await shop.waitForTimeout(250);
  }
};

const collected = () =>
  shop.waitForResponse((answer) => answer.url().endsWith('/cm/e') && answer.status() === 202);

describe('a visit becomes a contact', () => {
  it('as an anonymous visitor first', async () => {
    const sent = collected();
    await shop.goto('/');
    const body = (await (await sent).json()) as { accepted: number };
    expect(body.accepted).toBeGreaterThan(0);
    expect(await contactByEmail(EMAIL)).toBeUndefined();
    const next = collected();
    await shop.getByRole('link', { name: 'Magazine' }).first().click();
    await next;
  });

  it('becomes a known prospect by a form, with what was seen before', async () => {
    await shop.goto('/');
    await shop.getByPlaceholder('you@example.com').fill(EMAIL);
    await shop.getByLabel('Yes, write to me.').check();
    await shop.getByRole('button', { name: 'Subscribe' }).click();
    const contact = await eventually(() => contactByEmail(EMAIL), Boolean);
    expect(contact).toMatchObject({ kind: 'known', state: 'prospect', subscription: 'subscribed' });
    if (!contact) throw new Error('no contact');
    const types = await typesOf(contact);
    expect(types).toContain('formsubmit');
    expect(types.filter((type) => type === 'pagevisit').length).toBeGreaterThanOrEqual(2);
  });

  it('registers, buys, and is a client', async () => {
    await shop.goto('/register');
    await shop.getByLabel('E-mail').first().fill(EMAIL);
    await shop.getByLabel('Password').fill('Kittiwake-1');
    await shop.getByRole('button', { name: 'Register' }).click();
    await shop.getByText(`You are logged in as ${EMAIL}.`).waitFor();
    await shop.goto('/shop/guji-uraga');
    await shop.getByRole('button', { name: 'Add to basket' }).click();
    await shop.getByRole('link', { name: 'Go to the basket' }).click();
    await shop.getByLabel('Name').fill('Nora Story');
    await shop.getByLabel('Address').fill('1 Quay');
    await shop.getByRole('button', { name: 'Buy' }).click();
    await shop.getByText(/We have your order K-/).waitFor();
    const contact = await eventually(
      () => contactByEmail(EMAIL),
      (found) => found?.state === 'client'
    );
    expect(contact).toMatchObject({ state: 'client' });
    if (!contact) throw new Error('no contact');
    const expected = ['registration', 'productadded', 'purchase', 'statechange'];
    const types = await eventually(
      () => typesOf(contact),
      (found) => expected.every((type) => found.includes(type))
    );
    expect(types).toEqual(expect.arrayContaining(expected));
    expect(types.filter((type) => type === 'purchase')).toHaveLength(1);
  });

  it('is there for the editor, with everything they did', async () => {
    const contact = await contactByEmail(EMAIL);
    const admin = await openAdmin(browser, { url: demo.url, account: demo.admin });
    await admin.open(`${CONTACTS}/${contact?.documentId}`);
    const { page } = admin;
    await page.getByText(EMAIL).first().waitFor();
    await page.getByText('Client').first().waitFor();
    for (const sentence of [
      /^Visited/,
      'Registered',
      /^Purchased/,
      /^Submitted/,
      /^State changed/,
    ]) {
      await page.getByText(sentence).first().waitFor();
    }
    await admin.close();
  });
});
