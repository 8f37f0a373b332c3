/** Fields of one's own: made in the settings, filled in on the card, found in the list, taken away again. */
import type { Page } from 'playwright-core';
import { CONTACTS } from './admin-browser';
import { becomes, call, createContacts, type TheStage } from './admin-stage';

const FIELDS = '/settings/contact-management/custom-fields';
const PRODUCT = 'api::product.product';

interface Detail {
  data: { customFields: Record<string, unknown> };
}

export const fieldsSuite = (stage: TheStage) => {
  let page: Page;
  let ida: string;
  beforeAll(async () => {
    page = stage().admin.page;
    [ida = ''] = await createContacts(stage(), [
      { firstName: 'Ida', lastName: 'Fielding', email: 'ida@fields.example' },
      { firstName: 'Ned', lastName: 'Fielding', email: 'ned@fields.example' },
    ]);
  });
  const stored = async () =>
    (await call<Detail>(stage(), `/contact-management/contacts/${ida}`)).body.data.customFields;
  const rows = () =>
    page.locator('table[aria-label="Custom fields"] tbody tr td:first-child').allInnerTexts();

  it('are made in the settings, with options and a section', async () => {
    await stage().admin.open(FIELDS);
    await page.getByRole('heading', { name: 'No fields of your own yet' }).waitFor();
    await page.getByRole('button', { name: 'Add field' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Add field' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Give it a name').waitFor();
    await dialog.getByLabel('Name').fill('Loyalty tier');
    expect(await dialog.getByLabel('Code').inputValue()).toBe('loyalty_tier');
    await dialog.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'Choice', exact: true }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Give it at least one option').waitFor();
    await dialog.getByRole('textbox', { name: 'Option 1' }).fill('Gold');
    await dialog.getByRole('button', { name: 'Add option' }).click();
    await page.keyboard.type('Silver');
    await dialog.getByLabel('Section').fill('Loyalty');
    await dialog.getByLabel('Help text').fill('What they pay for');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row', { name: /Loyalty tier Choice loyalty_tier/ }).waitFor();
  });

  it('are refused where they would shadow one of ours, at the field that is wrong', async () => {
    await page.getByRole('button', { name: 'Add field' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add field' });
    await dialog.getByLabel('Name').fill('First name');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog
      .getByText('A contact has the field firstName already: choose another code')
      .waitFor();
    await dialog.getByLabel('Name').fill('Shoe size');
    await dialog.getByLabel('Code').fill('shoe_size');
    await dialog.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'Number' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await becomes(page, rows, ['Loyalty tier', 'Shoe size']);
  });

  it('are put in another order with the keyboard', async () => {
    await page.getByRole('button', { name: 'Move Shoe size up' }).focus();
    await page.keyboard.press('Enter');
    await becomes(page, rows, ['Shoe size', 'Loyalty tier']);
    await page.reload();
    await becomes(page, rows, ['Shoe size', 'Loyalty tier']);
  });

  it('are filled in on the card, under their section, and say what is wrong', async () => {
    await stage().admin.open(`${CONTACTS}/${ida}/profile`);
    const section = page.getByRole('region', { name: 'Loyalty' });
    await section.getByText('What they pay for').waitFor();
    await section.getByRole('combobox', { name: 'Loyalty tier' }).click();
    await page.getByRole('option', { name: 'Gold' }).click();
    await page.getByLabel('Shoe size').fill('41.5');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Profile saved').waitFor();
    expect(await stored()).toEqual({ loyalty_tier: 'gold', shoe_size: 41.5 });
    await page.reload();
    await page.getByRole('combobox', { name: 'Loyalty tier' }).getByText('Gold').waitFor();
  });

  it('are columns of the list, and filters of it', async () => {
    await stage().admin.open(`${CONTACTS}?q=fielding&columns=email,customFields.loyalty_tier`);
    await page.getByRole('columnheader', { name: 'Loyalty tier' }).waitFor();
    await page.getByRole('row', { name: /Ida Fielding .* Gold/ }).waitFor();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('button', { name: 'Loyalty tier' }).click();
    await page.getByRole('checkbox', { name: 'Gold' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Loyalty tier: Gold' }).waitFor();
    await page.getByRole('row', { name: /Ned Fielding/ }).waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /Ida Fielding/ }).waitFor();
    await page.getByRole('button', { name: 'Remove filter Loyalty tier' }).click();
    await page.getByRole('row', { name: /Ned Fielding/ }).waitFor();
  });

  it('are deleted once it is said how many values go, and come back with them', async () => {
    await stage().admin.open(FIELDS);
    await page.getByRole('button', { name: 'Delete Loyalty tier' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Delete field' });
    await dialog
      .getByText(/with the value of 1 contact. You can restore it within 30 days/)
      .waitFor();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Loyalty tier deleted').waitFor();
    await becomes(page, rows, ['Shoe size']);
    expect(await stored()).toEqual({ shoe_size: 41.5 });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Loyalty tier is back with its values').waitFor();
    expect(await stored()).toEqual({ loyalty_tier: 'gold', shoe_size: 41.5 });
    await page.getByRole('button', { name: 'Delete Loyalty tier' }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Restore Loyalty tier' }).click();
    await becomes(page, rows, ['Shoe size', 'Loyalty tier']);
  });

  it('of the kind “Contact” pick one in any content type, and show that it is gone', async () => {
    const products = await call<{ results: { documentId: string }[] }>(
      stage(),
      `/content-manager/collection-types/${PRODUCT}?pageSize=1`
    );
    const product = products.body.results[0]?.documentId ?? '';
    const address = `/content-manager/collection-types/${PRODUCT}/${product}`;
    await stage().admin.open(address);
    await page.getByRole('button', { name: 'Choose a contact' }).click();
    await page.getByRole('searchbox', { name: 'Search name, e-mail, company' }).fill('ned field');
    const found = page.getByRole('group', { name: 'Contacts found' }).getByRole('button');
    await becomes(page, () => found.allInnerTexts(), ['Ned Fielding\nned@fields.example']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Ned Fielding' }).waitFor();
    await page.getByText('ned@fields.example').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved document').first().waitFor();
    await page.reload();
    const link = page.getByRole('link', { name: 'Ned Fielding' });
    const ned = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
    await call(stage(), `/contact-management/contacts/${ned}`, { method: 'DELETE' });
    await page.reload();
    await page.getByText('Deleted contact').waitFor();
  });
};
