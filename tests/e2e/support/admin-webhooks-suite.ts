/** Webhooks in Strapi's settings, against a real endpoint that may only be reached when it is public. */
import type { Page } from 'playwright-core';
import type { TheStage } from './admin-stage';

const WEBHOOKS = '/settings/contact-management/webhooks';

export const webhooksSuite = (stage: TheStage) => {
  let page: Page;
  beforeAll(() => {
    page = stage().admin.page;
  });

  const fill = async (name: string, url: string) => {
    await page.getByRole('button', { name: 'Add webhook' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add webhook' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Address').fill(url);
    await dialog.getByRole('checkbox', { name: 'Contact created' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    return dialog;
  };

  it('refuses an address that leads back to this server', async () => {
    await stage().admin.open(WEBHOOKS);
    const dialog = await fill('Inside', stage().demo.url);
    await dialog.getByText(/leads to a private network/).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  it('shows the secret of a new webhook once', async () => {
    await stage().admin.open(WEBHOOKS);
    await fill('Shop', 'https://hooks.invalid/contacts');
    const secret = page.getByRole('dialog', { name: 'Secret' });
    await secret.getByText(/^whsec_/).waitFor();
    await secret.getByRole('button', { name: 'I have copied it' }).click();
    await page.getByRole('row', { name: /Shop.*1 event.*On/ }).waitFor();
    expect(await page.getByText(/^whsec_/).count()).toBe(0);
  });

  it('says what became of a test', async () => {
    await page.getByRole('button', { name: 'Send a test to Shop' }).click();
    await page
      .getByText(/hooks\.invalid/)
      .nth(1)
      .waitFor();
    await page.getByRole('button', { name: 'Deliveries to Shop' }).click();
    const dialog = page.getByRole('dialog', { name: 'Deliveries to Shop' });
    await dialog.getByRole('row', { name: /test Failed · 1 attempt/ }).waitFor();
    await dialog.getByRole('button', { name: 'Send again' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('deletes it once that is confirmed', async () => {
    await page.getByRole('button', { name: 'Delete Shop' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Shop deleted').waitFor();
    await page.getByText(/No webhook yet/).waitFor();
  });
};
