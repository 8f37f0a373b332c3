/** Groups as an editor meets them: made, filled by hand, by search and by account, and asked for in lists. */
import type { Page } from 'playwright-core';
import { CONTACTS, openAdmin } from './admin-browser';
import { excessWidth, NARROW, violationsIn } from './admin-looks-suite';
import { becomes, call, createContacts, type TheStage } from './admin-stage';

const PLUGIN = '/plugins/contact-management';
const GROUPS = `${PLUGIN}/groups`;
const ACCOUNTS = `${PLUGIN}/accounts`;
const MANY = 4;

interface Created {
  data: { documentId: string };
}

export const groupsSuite = (stage: TheStage) => {
  let page: Page;
  let group: string;
  let account: string;
  let gull: string;
  const open = (address: string) => stage().admin.open(address);
  const post = async (address: string, body: object): Promise<string> => {
    const answer = await call<Created>(stage(), `/contact-management${address}`, {
      method: 'POST',
      body,
    });
    expect(answer.status).toBeLessThan(300);
    return answer.body.data.documentId;
  };
  const namesIn = (table: string) => () =>
    page.getByRole('table', { name: table }).locator('[data-row-link]').allInnerTexts();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const undo = async () => {
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText(/^\d+ put back\.$/).waitFor();
  };

  beforeAll(async () => {
    page = stage().admin.page;
    [gull = ''] = await createContacts(stage(), [
      { firstName: 'Gull', lastName: 'Grouper', email: 'gull@grouper.example' },
      ...Array.from({ length: MANY - 1 }, (_nothing, at) => ({
        firstName: `Tern ${at}`,
        lastName: 'Grouper',
        email: `tern-${at}@grouper.example`,
      })),
    ]);
    account = await post('/accounts', { data: { name: 'Grouper & Sons' } });
    await post('/contact-roles', { data: { name: 'grouper', displayName: 'Netmaker' } });
  });

  it('makes a group, whose code follows its name', async () => {
    await open(GROUPS);
    await button('Create group').first().click();
    const dialog = page.getByRole('dialog', { name: 'Create group' });
    await dialog.getByLabel('Name').fill('Friends of the Café');
    expect(await dialog.getByLabel('Code').inputValue()).toBe('friends-of-the-cafe');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'Friends of the Café', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Nobody is in this group yet' }).waitFor();
    group = new URL(page.url()).pathname.split('/groups/')[1]?.split('/')[0] ?? '';
  });

  it('takes in contacts found one by one', async () => {
    await button('Add contacts').click();
    const dialog = page.getByRole('dialog', { name: 'Add contacts' });
    await dialog.getByRole('searchbox').fill('gull grouper');
    await dialog.getByRole('checkbox', { name: /Gull Grouper/ }).click();
    await dialog.getByRole('button', { name: 'Add 1' }).click();
    await page.getByText('1 contact added').waitFor();
    await becomes(page, namesIn('Members'), ['Gull Grouper']);
    await page.getByText('By hand').waitFor();
  });

  it('takes in all that a search finds, and gives them back', async () => {
    await button('Add contacts').click();
    const dialog = page.getByRole('dialog', { name: 'Add contacts' });
    await dialog.getByRole('searchbox').fill('grouper');
    await dialog.getByRole('button', { name: `Add all ${MANY} that match` }).click();
    await page.getByText(`${MANY} contacts are in the group`).waitFor();
    await becomes(page, async () => (await namesIn('Members')()).length, MANY);
    await undo();
    await becomes(page, namesIn('Members'), ['Gull Grouper']);
  });

  it('keeps a contact out until it is let in again', async () => {
    await button('Exclude Gull Grouper').click();
    await page.getByRole('heading', { name: 'Nobody is in this group yet' }).waitFor();
    await button('Excluded').click();
    await page.getByText('An excluded contact stays out').waitFor();
    await becomes(page, namesIn('Excluded'), ['Gull Grouper']);
    await button('Take the exclusion of Gull Grouper back').click();
    await page.getByRole('heading', { name: 'Nobody is excluded' }).waitFor();
    await button('Members').click();
    await becomes(page, namesIn('Members'), ['Gull Grouper']);
  });

  it('makes many contacts members of an account in the list of contacts', async () => {
    await open(`${CONTACTS}?q=tern+grouper`);
    await page.getByRole('checkbox', { name: 'Select all rows of this page' }).click();
    await button('Add to account').click();
    const dialog = page.getByRole('dialog', { name: 'Add to account' });
    await dialog.getByLabel('Search accounts').fill('grouper');
    await dialog.getByRole('button', { name: 'Grouper & Sons' }).click();
    await dialog.getByRole('combobox', { name: 'Role' }).click();
    await page.getByRole('option', { name: 'Netmaker' }).click();
    await dialog.getByRole('button', { name: 'Add to account' }).click();
    await page.getByText(`${MANY - 1} contacts belong to the account`).waitFor();
    await open(`${ACCOUNTS}/${account}/people`);
    await becomes(page, () => page.getByText('Netmaker').count(), MANY - 1);
  });

  it('is joined by an account and everybody in it', async () => {
    await open(`${ACCOUNTS}/${account}/groups`);
    await page.getByText('This account is in no group').waitFor();
    await button('Add to group').click();
    await page.getByRole('dialog').getByLabel('Search groups').fill('friends');
    await page.getByRole('dialog').getByRole('button', { name: 'Friends of the Café' }).click();
    await page.getByText('Added to “Friends of the Café”').waitFor();
    await becomes(page, namesIn('Groups'), ['Friends of the Café']);
    await open(`${GROUPS}/${group}/members?q=tern`);
    await becomes(page, () => page.getByText('By Grouper & Sons').count(), MANY - 1);
    await open(`${GROUPS}/${group}/accounts`);
    await becomes(page, namesIn('Accounts'), ['Grouper & Sons']);
  });

  it('says on a contact’s card why it is in', async () => {
    await open(`${CONTACTS}/${gull}/groups`);
    await becomes(page, namesIn('Groups'), ['Friends of the Café']);
    await page.getByText('By hand').waitFor();
    await button('Remove Friends of the Café').click();
    await page.getByText('This contact is in no group.').waitFor();
    await button('Add to group').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Friends of the Café' }).click();
    await becomes(page, namesIn('Groups'), ['Friends of the Café']);
  });

  it('narrows the list of contacts, by a chip that carries its name', async () => {
    await open(`${CONTACTS}?q=grouper`);
    await button('Filter').click();
    await button('Group').click();
    await page.getByRole('searchbox', { name: 'Search groups' }).fill('friends');
    await page.getByRole('checkbox', { name: 'Friends of the Café' }).click();
    await page.getByRole('button', { name: 'Group: Friends of the Café' }).waitFor();
    await page.keyboard.press('Escape');
    await becomes(page, async () => (await page.locator('[data-row]').all()).length, MANY);
    expect(new URL(page.url()).searchParams.get('group')).toBe('friends-of-the-cafe');
  });

  it('loses who was put in by hand in bulk, and has them back by undo', async () => {
    await page.getByRole('checkbox', { name: 'Select all rows of this page' }).click();
    await button('Remove from group').click();
    await page.getByLabel('Search groups').fill('friends');
    await page.getByRole('dialog').getByRole('button', { name: 'Friends of the Café' }).click();
    await page.getByText(`${MANY} contacts are no longer in the group by hand`).waitFor();
    const rows = async () => (await page.locator('[data-row]').all()).length;
    await becomes(page, rows, MANY - 1);
    await undo();
    await becomes(page, rows, MANY);
  });

  it('is found in the command bar', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('friends of');
    await page.getByRole('option', { name: /Friends of the Café/ }).click();
    await page.getByRole('heading', { name: 'Friends of the Café', level: 1 }).waitFor();
  });

  it('tells which views ask for it before it is deleted', async () => {
    const query = { group: 'friends-of-the-cafe' };
    await post('/views', { kind: 'contacts', name: 'Café friends', shared: false, query });
    await open(`${GROUPS}/${group}/used-by`);
    await page.getByRole('link', { name: 'Café friends' }).click();
    await page.getByRole('button', { name: 'Group: Friends of the Café' }).waitFor();
    await open(`${GROUPS}/${group}/settings`);
    await button('Delete group').click();
    await page.getByRole('alertdialog').getByText('1 saved view filters by it').waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  });

  describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
    it('every screen is accessible and fits', async () => {
      const { demo, browser } = stage();
      const window = await openAdmin(browser, { url: demo.url, account: demo.admin, theme });
      const addresses = [
        ...[GROUPS, `${GROUPS}?q=nothing-like-it`],
        ...['members', 'members?state=excluded', 'accounts', 'settings', 'used-by'].map(
          (tab) => `${GROUPS}/${group}/${tab}`
        ),
        ...[`${CONTACTS}/${gull}/groups`, `${ACCOUNTS}/${account}/groups`],
        `${CONTACTS}?group=friends-of-the-cafe`,
      ];
      for (const address of addresses) {
        await window.open(address);
        await window.page.getByRole('main').locator('h1').first().waitFor();
        expect([address, await violationsIn(window.page)]).toEqual([address, []]);
        await window.page.setViewportSize(NARROW);
        expect([address, await excessWidth(window.page)]).toEqual([address, 0]);
        await window.page.setViewportSize({ width: 1_440, height: 900 });
      }
      await window.close();
    });
  });

  it('is deleted, and its members stay contacts', async () => {
    await open(`${GROUPS}/${group}/settings`);
    await button('Delete group').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Group “Friends of the Café” deleted').waitFor();
    const contact = await call(stage(), `/contact-management/contacts/${gull}`);
    expect(contact.status).toBe(200);
  });
};
