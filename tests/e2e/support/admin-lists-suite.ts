/** What goes with a list: saved views, bulk changes and their undo, the export, the command bar. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { CONTACTS } from './admin-browser';
import { becomes, contactsOf, createContacts, searchOf, type TheStage } from './admin-stage';

const PEOPLE = ['Ada', 'Bea', 'Cyd'].map((firstName) => ({
  firstName,
  lastName: 'Viewfield',
  email: `${firstName.toLowerCase()}@viewfield.example`,
  state: firstName === 'Ada' ? 'client' : 'partner',
}));
const LIST = `${CONTACTS}?q=viewfield&sort=email:asc`;

export const listsSuite = (stage: TheStage) => {
  let page: Page;
  const names = () => page.locator('[data-row-link]').allTextContents();
  const shows = (expected: string[]) => becomes(page, names, expected);
  const views = () => page.getByRole('navigation', { name: 'Views' });
  const bar = () => page.getByRole('region', { name: 'Selected contacts' });
  const openTab = () => views().locator('[aria-current=true]').textContent();
  const states = async () =>
    (await contactsOf(stage(), 'q=viewfield&sort=email:asc')).map(({ state }) => state);
  const everybody = PEOPLE.map(({ firstName, lastName }) => `${firstName} ${lastName}`);

  beforeAll(async () => {
    page = stage().admin.page;
    await createContacts(stage(), PEOPLE);
  });

  it('saves a list as a view, and says when it is another since', async () => {
    await stage().admin.open(`${LIST}&state=partner`);
    await shows(['Bea Viewfield', 'Cyd Viewfield']);
    await page.getByRole('button', { name: 'Save view' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Viewfield partners');
    await dialog.getByRole('checkbox', { name: /Share/ }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await becomes(page, openTab, 'Viewfield partners');
    const changed = page.getByRole('img', { name: 'Changed since it was saved' });
    expect(await changed.count()).toBe(0);
    await page.getByRole('button', { name: 'Remove filter State' }).click();
    await shows(everybody);
    await changed.waitFor();
    await page.getByRole('button', { name: 'Actions for the view Viewfield partners' }).click();
    await page.getByRole('menuitem', { name: 'Discard changes' }).click();
    await shows(['Bea Viewfield', 'Cyd Viewfield']);
    await views().getByRole('button', { name: 'All' }).click();
    await becomes(page, () => searchOf(page), {});
    await stage().admin.open(CONTACTS);
    await views().getByRole('button', { name: 'Viewfield partners' }).click();
    await shows(['Bea Viewfield', 'Cyd Viewfield']);
    expect(searchOf(page)).toMatchObject({ state: 'partner', sort: 'email:asc' });
  });

  it('keeps a change of a view, renames it and deletes it', async () => {
    const actions = (name: string) =>
      page.getByRole('button', { name: `Actions for the view ${name}` }).click();
    await page.getByRole('button', { name: 'Remove filter State' }).click();
    await shows(everybody);
    await actions('Viewfield partners');
    await page.getByRole('menuitem', { name: 'Save changes' }).click();
    await page.getByText('Viewfield partners saved').first().waitFor();
    await actions('Viewfield partners');
    await page.getByRole('menuitem', { name: 'Rename or share' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Viewfield');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await becomes(page, openTab, 'Viewfield');
    await page.reload();
    await shows(everybody);
    await becomes(page, openTab, 'Viewfield');
    await actions('Viewfield');
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await becomes(page, openTab, 'All');
    expect(await views().getByRole('button').count()).toBe(1);
  });

  it('undoes a bulk change from the notice of its end', async () => {
    const before = await states();
    await stage().admin.open(LIST);
    await page.getByRole('checkbox', { name: 'Select all rows of this page' }).click();
    await bar().getByRole('button', { name: 'State' }).click();
    await page.getByRole('menuitem', { name: 'Other' }).click();
    await page.getByText('State changed for 3 contacts').waitFor();
    expect(await states()).toEqual(['other', 'other', 'other']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('3 put back.').waitFor();
    expect(await states()).toEqual(before);
  });

  it('undoes a deletion from the list of bulk changes, later', async () => {
    await stage().admin.open(LIST);
    await page.getByRole('checkbox', { name: 'Select all rows of this page' }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('It can be undone for 30 days').waitFor();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('heading', { name: 'No contact matches' }).waitFor();
    await stage().admin.open('/plugins/contact-management/bulk-changes');
    const row = page.locator('tbody [data-row]').first();
    await becomes(page, async () => (await row.locator('td').allTextContents()).slice(0, 3), [
      'Deleted',
      '3',
      'Done',
    ]);
    await row.getByRole('button', { name: 'Undo: Deleted' }).click();
    await page.getByText('3 put back.').waitFor();
    await row.getByText('3 put back').waitFor();
    expect(await row.getByRole('button').count()).toBe(0);
    await stage().admin.open(LIST);
    await shows(everybody);
  });

  it('exports the list with the columns it shows', async () => {
    await stage().admin.open(`${LIST}&columns=email,state`);
    await shows(everybody);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toMatch(/^contacts-\d{4}-\d\d-\d\d\.csv$/);
    const lines = (await readFile(await file.path(), 'utf8')).slice(1).trim().split('\r\n');
    expect(lines).toEqual([
      '"displayName","email","state"',
      '"Ada Viewfield","ada@viewfield.example","client"',
      '"Bea Viewfield","bea@viewfield.example","partner"',
      '"Cyd Viewfield","cyd@viewfield.example","partner"',
    ]);
  });

  it('finds a contact from anywhere by the keyboard alone', async () => {
    await stage().admin.open('/plugins/contact-management/live');
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Find anything' });
    await field.waitFor();
    await page.keyboard.type('viewfield');
    const options = page.getByRole('option');
    await becomes(page, () => options.count(), 3);
    await page.keyboard.press('ArrowDown');
    const second = options.nth(1);
    expect(await second.getAttribute('aria-selected')).toBe('true');
    expect(await field.getAttribute('aria-activedescendant')).toBe(await second.getAttribute('id'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Bea Viewfield', level: 1 }).waitFor();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    for (const words of ['Go to contacts', 'Find anything', 'Edit the contact']) {
      await help.getByText(words).waitFor();
    }
    await page.keyboard.press('Escape');
  });
};
