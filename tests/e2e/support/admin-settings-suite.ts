/** The plugin's pages in Strapi's settings. */
import type { Page } from 'playwright-core';
import { CONTACTS } from './admin-browser';
import { call, contactsOf, visit, type TheStage } from './admin-stage';

const GENERAL = '/settings/contact-management/general';
const TYPES = '/settings/contact-management/activity-types';

export const settingsSuite = (stage: TheStage) => {
  let page: Page;
  beforeAll(() => {
    page = stage().admin.page;
  });

  it('copies the script tag of this Strapi', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await stage().admin.open(GENERAL);
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `<script async src="${stage().demo.url}/cm/t.js"></script>`
    );
  });

  it('says which edition this is, and what was received last', async () => {
    await visit(stage(), { events: [{ path: '/received' }] });
    await stage().admin.open(GENERAL);
    await page.getByText('EMS edition').waitFor();
    await page.getByText(/^Received: \/received, /).waitFor();
  });

  it('saves what may be recorded', async () => {
    const choose = async (option: string) => {
      await page.getByRole('combobox', { name: 'Consent to tracking' }).click();
      await page.getByRole('option', { name: option }).click();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Settings saved').first().waitFor();
    };
    const consent = async () =>
      (await call<{ data: { consent: string } }>(stage(), '/contact-management/settings')).body.data
        .consent;
    await choose('Record only after a visitor has agreed');
    expect(await consent()).toBe('required');
    await page.reload();
    await page.getByText('Record only after a visitor has agreed').waitFor();
    await choose('Record unless a visitor objects');
    expect(await consent()).toBe('optional');
  });

  it('adds an activity type, which the tracker may then send', async () => {
    await stage().admin.open(TYPES);
    await page.getByRole('button', { name: 'Add activity type' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add activity type' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Give it a name').waitFor();
    await dialog.getByLabel('Name').fill('Stand visit');
    expect(await dialog.getByLabel('Code').inputValue()).toBe('stand-visit');
    await dialog.getByRole('radio', { name: 'Purple' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row', { name: /Stand visit stand-visit Custom/ }).waitFor();
    await visit(stage(), { events: [{ type: 'stand-visit', path: '/fair', title: 'Hall 4' }] });
    const [visitor] = await contactsOf(stage(), 'kind=anonymous&pageSize=20');
    await stage().admin.open(`${CONTACTS}/${visitor?.documentId}`);
    await page.getByText('Stand visit: “Hall 4”').waitFor();
  });

  it('deletes it again once that is confirmed', async () => {
    await stage().admin.open(TYPES);
    await page.getByRole('button', { name: 'Delete Stand visit' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Delete activity type' });
    await dialog.getByText(/stay on the timelines/).waitFor();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Stand visit deleted').waitFor();
    await page.getByRole('row', { name: /stand-visit/ }).waitFor({ state: 'detached' });
  });
};
