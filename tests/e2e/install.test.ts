/** The package as a site gets it: packed by npm, installed into a fresh app, built for production. */
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { freshApp, type FreshApp } from '../support/fresh-app';
import { startInVain, startProduction, type ProductionSite } from '../support/production-site';

const MINUTE = 60_000;
jest.setTimeout(10 * MINUTE);

const USER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['package', 'folder'] as const)('installed as a %s', (installation) => {
  let app: FreshApp;
  let site: ProductionSite;
  beforeAll(async () => {
    app = await freshApp(installation);
    site = await startProduction(app);
  });
  afterAll(() => site.stop());

  it('guards its content API', async () => {
    const answer = await fetch(`${site.url}/api/contact-management/contacts/nobody/activities`);
    expect(answer.status).toBe(403);
  });

  it('serves the tracker', async () => {
    const answer = await fetch(`${site.url}/cm/t.js`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/javascript/);
  });

  it('takes a visit in', async () => {
    const answer = await fetch(`${site.url}/cm/e`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': USER_AGENT },
      body: JSON.stringify({
        events: [{ id: randomUUID(), type: 'pagevisit', url: 'https://site.example/' }],
      }),
    });
    expect(answer.status).toBe(202);
    expect(await answer.json()).toMatchObject({ accepted: 1 });
  });

  it('shows its screens to an editor', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${site.url}/admin`);
    await page.getByLabel('Email').fill(site.admin.email);
    await page.getByLabel('Password', { exact: false }).first().fill(site.admin.password);
    await page.getByRole('button', { name: 'Login' }).click();
    await page.getByRole('link', { name: 'Contacts', exact: true }).click();
    await page.getByRole('heading', { name: 'Contacts', level: 1 }).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('stops the boot with a sentence that names a misspelt option', async () => {
    const { exitCode, output } = await startInVain(app, { config: { editon: 'cms' } });
    expect(exitCode).not.toBe(0);
    expect(output).toContain('unknown option "editon"');
  });
});
