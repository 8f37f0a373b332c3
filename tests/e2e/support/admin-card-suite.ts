/** One contact: made, changed where it is read, edited in a form and deleted. */
import type { Page } from 'playwright-core';
import { CONTACTS } from './admin-browser';
import { call, contactsOf, createContacts, type TheStage } from './admin-stage';

const KIM = 'kim.oyster@card.example';

export const cardSuite = (stage: TheStage) => {
  let page: Page;
  let jo: string;
  beforeAll(async () => {
    page = stage().admin.page;
    [jo = ''] = await createContacts(stage(), [
      { firstName: 'Jo', lastName: 'Cardew', email: 'jo@card.example' },
    ]);
  });
  const stored = async () => (await contactsOf(stage(), 'q=jo@card.example'))[0];

  it('is created in a dialog, which says what is wrong with an address', async () => {
    await stage().admin.open(CONTACTS);
    await page.getByRole('button', { name: 'Create contact' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create contact' });
    await dialog.getByLabel('E-mail').fill('kim at home');
    await dialog.getByLabel('First name').fill('Kim');
    await dialog.getByLabel('Last name').fill('Oyster');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByText(/e-mail address/).waitFor();
    await dialog.getByLabel('E-mail').fill(KIM);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'Kim Oyster', level: 1 }).waitFor();
    await page.getByText('Kim Oyster created').waitFor();
    expect(await contactsOf(stage(), `q=${KIM}`)).toMatchObject([{ displayName: 'Kim Oyster' }]);
  });

  it('changes its state in place, and takes it back', async () => {
    await stage().admin.open(`${CONTACTS}/${jo}`);
    await page.getByRole('button', { name: 'State: Prospect' }).click();
    await page.getByRole('menuitem', { name: 'Client' }).click();
    await page.getByText('State changed to Client').waitFor();
    expect(await stored()).toMatchObject({ state: 'client' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Change undone').waitFor();
    await page.getByRole('button', { name: 'State: Prospect' }).waitFor();
    expect(await stored()).toMatchObject({ state: 'prospect' });
  });

  it('keeps what was there when the server refuses a change', async () => {
    const route = `**/contact-management/contacts/${jo}`;
    await page.route(route, (request) =>
      request.request().method() === 'PUT' ? request.abort() : request.fallback()
    );
    await page.getByRole('button', { name: 'State: Prospect' }).click();
    await page.getByRole('menuitem', { name: 'Partner' }).click();
    await page.getByText('That did not work').waitFor();
    await page.getByRole('button', { name: 'State: Prospect' }).waitFor();
    await page.unroute(route);
  });

  it('has a form of the content type’s fields, the site’s own among them', async () => {
    await page.keyboard.press('e');
    await page.getByLabel('Job title').fill('Harbour master');
    await page.getByLabel('Favourite roast').fill('Dark as the pier');
    await page.getByRole('combobox', { name: 'Country' }).click();
    await page.getByRole('option', { name: 'Sweden' }).click();
    await page.getByText('There are unsaved changes').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Profile saved').waitFor();
    await page.reload();
    await page.getByLabel('Job title').waitFor();
    expect(await page.getByLabel('Job title').inputValue()).toBe('Harbour master');
    expect(await page.getByLabel('Favourite roast').inputValue()).toBe('Dark as the pier');
    await page.getByRole('combobox', { name: 'Country' }).getByText('Sweden').waitFor();
  });

  it('leads to the Content Manager for what a form cannot hold', async () => {
    const fields = page.getByRole('region', { name: 'More fields' });
    await fields.getByText('Portrait').waitFor();
    await fields.getByRole('link', { name: 'Open in the Content Manager' }).click();
    await page.waitForURL(`**/content-manager/collection-types/*/${jo}*`);
    await page.getByRole('heading', { name: 'jo@card.example', level: 1 }).waitFor();
    await page.getByText('portrait', { exact: false }).first().waitFor();
  });

  it('is deleted only once that is confirmed', async () => {
    await stage().admin.open(`${CONTACTS}/${jo}`);
    const ask = async () => {
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Delete' }).click();
    };
    await ask();
    const dialog = page.getByRole('alertdialog', { name: 'Delete contact' });
    await dialog.getByText('Jo Cardew and everything they did will be erased').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await stored()).toMatchObject({ documentId: jo });
    await ask();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Jo Cardew deleted').waitFor();
    await page.getByRole('heading', { name: 'Contacts', level: 1 }).waitFor();
    const { status } = await call(stage(), `/contact-management/contacts/${jo}`);
    expect(status).toBe(404);
    await stage().admin.open(`${CONTACTS}/${jo}`);
    await page.getByRole('heading', { name: 'Not found' }).waitFor();
  });
};
