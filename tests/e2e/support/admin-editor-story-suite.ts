/** An editor's morning: a company with its people, a view of it, and a change of all of it taken back. */
import type { Locator, Page } from 'playwright-core';
import { CONTACTS } from './admin-browser';
import { becomes, call, createContacts, type TheStage } from './admin-stage';

const ACCOUNTS = '/plugins/contact-management/accounts';

interface Created {
  data: { documentId: string };
}

export const editorStorySuite = (stage: TheStage) => {
  let page: Page;
  const post = async (address: string, body: object) =>
    call<Created>(stage(), `/contact-management${address}`, { method: 'POST', body });
  const label = (set: string, name: string, displayName: string) =>
    post(`/${set}`, { data: { name, displayName, color: '#328048' } });
  const createAccount = async (name: string): Promise<string> => {
    await stage().admin.open(ACCOUNTS);
    await page.getByRole('button', { name: 'Create account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create account' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    return new URL(page.url()).pathname.split('/accounts/')[1]?.split('/')[0] ?? '';
  };
  const moveBelow = async (name: string, parent: string) => {
    await page.getByRole('tab', { name: 'Structure' }).click();
    await page.getByRole('button', { name: `Move ${name} to …` }).click();
    const dialog = page.getByRole('dialog', { name: `Move ${name}` });
    await dialog.getByRole('searchbox').fill(parent);
    await dialog.getByRole('button', { name: parent, exact: true }).click();
    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: `Subsidiary of ${parent}` }).waitFor();
  };
  const addPerson = async (person: string, role: string) => {
    await page.getByRole('button', { name: 'Add person' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add person' });
    await dialog.getByLabel('Search contacts').fill(person);
    await dialog.getByRole('button', { name: person }).first().click();
    await dialog.getByRole('combobox', { name: 'Role' }).click();
    await page.getByRole('option', { name: role }).click();
    await dialog.getByRole('button', { name: 'Add person' }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  const choose = async (button: Locator, item: string) => {
    await button.click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };
  const statuses = async (): Promise<(string | undefined)[]> => {
    const { body } = await call<{ data: { status: { name: string } | null }[] }>(
      stage(),
      '/contact-management/accounts?q=ternstone'
    );
    return body.data.map(({ status }) => status?.name);
  };
  beforeAll(async () => {
    page = stage().admin.page;
    await createContacts(
      stage(),
      ['Ida', 'Jon', 'Kai'].map((firstName) => ({
        ...{ firstName, lastName: 'Ternstone' },
        email: `${firstName.toLowerCase()}@ternstone.example`,
      }))
    );
    await label('account-statuses', 'tern-key', 'Tern key');
    await label('account-statuses', 'tern-cold', 'Tern cold');
    await label('contact-statuses', 'tern-guest', 'Tern guest');
    await label('contact-roles', 'tern-chair', 'Tern chair');
    await label('contact-roles', 'tern-clerk', 'Tern clerk');
  });

  it('makes a company with two subsidiaries and three people, a group, a view, and takes a change back', async () => {
    const holding = await createAccount('Ternstone');
    await choose(page.getByRole('button', { name: 'Status: No status' }), 'Tern key');
    await page.getByText('Status changed to Tern key').waitFor();
    for (const [person, role] of [
      ['Ida Ternstone', 'Tern chair'],
      ['Jon Ternstone', 'Tern clerk'],
      ['Kai Ternstone', 'Tern clerk'],
    ] as const) {
      await addPerson(person, role);
    }
    await choose(page.getByRole('button', { name: 'Actions for Kai Ternstone' }), 'End membership');
    await page.getByText('Membership of Kai Ternstone ended').waitFor();
    await choose(page.getByRole('button', { name: 'Primary contact: Nobody' }), 'Ida Ternstone');
    await page.getByRole('link', { name: 'Ida Ternstone' }).first().waitFor();
    await page.getByRole('button', { name: 'Primary contact: Ida Ternstone' }).waitFor();
    for (const name of ['Ternstone North', 'Ternstone South']) {
      await createAccount(name);
      await moveBelow(name, 'Ternstone');
    }

    await stage().admin.open(`${CONTACTS}?q=ternstone&sort=name:asc`);
    const cell = page.getByRole('row', { name: /Ida Ternstone/ });
    await cell.getByRole('link', { name: 'Ternstone (Tern chair)' }).waitFor();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('button', { name: 'Account', exact: true }).click();
    await page.getByLabel('Search accounts').fill('ternstone');
    await page
      .getByRole('group', { name: 'Results' })
      .getByRole('button', { name: 'Ternstone', exact: true })
      .click();
    await page.getByRole('button', { name: 'Account: Ternstone' }).waitFor();
    await becomes(page, () => page.locator('tbody [data-row-link]').allInnerTexts(), [
      'Ida Ternstone',
      'Jon Ternstone',
    ]);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Jon Ternstone' }).click();
    await page.getByRole('link', { name: 'Tern clerk at Ternstone' }).waitFor();
    await choose(page.getByRole('button', { name: 'Status: No status' }), 'Tern guest');
    await page.getByText('Status changed to Tern guest').waitFor();
    const jon = new URL(page.url()).pathname.split('/contacts/')[1]?.split('/')[0] ?? '';

    const group = await post('/contact-groups', {
      data: { name: 'ternstone', displayName: 'Ternstone friends' },
    });
    const { documentId } = group.body.data;
    const members = { accounts: [holding], contacts: [jon] };
    expect((await post(`/contact-groups/${documentId}/members`, members)).status).toBe(200);
    await stage().admin.open(`/plugins/contact-management/groups/${documentId}`);
    for (const name of ['Ida Ternstone', 'Jon Ternstone']) {
      await page.getByRole('link', { name }).first().waitFor();
    }

    await stage().admin.open(`${ACCOUNTS}?q=ternstone&columns=status,parent`);
    await page.getByRole('button', { name: 'Save view' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Terns');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Terns', exact: true }).waitFor();
    await page.getByRole('checkbox', { name: 'Select all rows of this page' }).click();
    const bar = page.getByRole('region', { name: 'Selected accounts' });
    await choose(bar.getByRole('button', { name: 'Status' }), 'Tern cold');
    await page.getByText('Status changed for 3 accounts').waitFor();
    expect(await statuses()).toEqual(['tern-cold', 'tern-cold', 'tern-cold']);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('3 put back.').waitFor();
    expect(await statuses()).toEqual(['tern-key', undefined, undefined]);
  });
};
