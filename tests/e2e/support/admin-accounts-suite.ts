/** Accounts as an editor meets them: the list, a card with its people and its tree, labels of the settings. */
import type { Page } from 'playwright-core';
import { CONTACTS } from './admin-browser';
import { becomes, call, createContacts, type TheStage } from './admin-stage';

const ACCOUNTS = '/plugins/contact-management/accounts';

interface Created {
  data: { documentId: string };
}

export const accountsSuite = (stage: TheStage) => {
  let page: Page;
  let holding: string;
  let ada: string;
  const post = async (address: string, body: object): Promise<string> => {
    const answer = await call<Created>(stage(), `/contact-management${address}`, {
      method: 'POST',
      body,
    });
    expect(answer.status).toBe(201);
    return answer.body.data.documentId;
  };
  beforeAll(async () => {
    page = stage().admin.page;
    [ada = ''] = await createContacts(stage(), [
      { firstName: 'Ada', lastName: 'Harbour', email: 'ada@harbour.example' },
      { firstName: 'Ben', lastName: 'Harbour', email: 'ben@harbour.example' },
      { firstName: 'Cleo', lastName: 'Harbour', email: 'cleo@harbour.example' },
    ]);
    await post('/contact-roles', { data: { name: 'skipper', displayName: 'Skipper' } });
    await post('/contact-roles', { data: { name: 'pilot', displayName: 'Pilot' } });
  });

  it('makes a status in the settings', async () => {
    await stage().admin.open('/settings/contact-management/account-statuses');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Moored here');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Moored here saved').waitFor();
    await page.getByText('moored-here', { exact: true }).waitFor();
  });

  it('creates an account in a dialog, and gives it a status in place', async () => {
    await stage().admin.open(ACCOUNTS);
    await page.getByRole('button', { name: 'Create account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create account' });
    await dialog.getByLabel('Name').fill('Harbour Holding');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'Harbour Holding', level: 1 }).waitFor();
    holding = new URL(page.url()).pathname.split('/accounts/')[1]?.split('/')[0] ?? '';
    await page.getByRole('button', { name: 'Status: No status' }).click();
    await page.getByRole('menuitem', { name: 'Moored here' }).click();
    await page.getByText('Status changed to Moored here').waitFor();
  });

  const add = async (person: string, role: string) => {
    await page.getByRole('button', { name: 'Add person' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add person' });
    await dialog.getByLabel('Search contacts').fill(person);
    await dialog.getByRole('button', { name: person }).first().click();
    await dialog.getByRole('combobox', { name: 'Role' }).click();
    await page.getByRole('option', { name: role }).click();
    await dialog.getByRole('button', { name: 'Add person' }).click();
    await page.getByText(`${person} added`).waitFor();
  };

  it('holds people in different roles, former ones folded away', async () => {
    await add('Ada Harbour', 'Skipper');
    await add('Ben Harbour', 'Pilot');
    await add('Cleo Harbour', 'Pilot');
    await page.getByRole('button', { name: 'Actions for Cleo Harbour' }).click();
    await page.getByRole('menuitem', { name: 'End membership' }).click();
    await page.getByText('Membership of Cleo Harbour ended').waitFor();
    const people = page.getByRole('table', { name: 'People' });
    await becomes(page, () => people.getByRole('link').allInnerTexts(), [
      'Ben Harbour',
      'Ada Harbour',
    ]);
    await page.getByRole('button', { name: 'Show former members' }).click();
    await page
      .getByRole('table', { name: 'Former members' })
      .getByRole('link', { name: 'Cleo Harbour' })
      .waitFor();
  });

  it('changes a role in place', async () => {
    await page.getByRole('button', { name: 'Role of Ben Harbour: Pilot' }).click();
    await page.getByRole('menuitem', { name: 'Skipper' }).click();
    await page.getByRole('button', { name: 'Role of Ben Harbour: Skipper' }).waitFor();
  });

  it('moves accounts in the tree, and refuses a ring in the server’s words', async () => {
    for (const name of ['Harbour North', 'Harbour South']) {
      await post('/accounts', { data: { name, parent: holding } });
    }
    await stage().admin.open(`${ACCOUNTS}/${holding}/structure`);
    await page.getByRole('link', { name: 'Harbour South' }).waitFor();
    const move = async (name: string, to: string) => {
      await page.getByRole('button', { name: `Move ${name} to …` }).click();
      const dialog = page.getByRole('dialog', { name: `Move ${name}` });
      await dialog.getByRole('searchbox').fill(to);
      await dialog.getByRole('button', { name: to }).click();
      await dialog.getByRole('button', { name: 'Move', exact: true }).click();
      return dialog;
    };
    const moved = await move('Harbour South', 'Harbour North');
    await page.getByText('Harbour South moved').waitFor();
    await moved.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Show what is below Harbour North' }).click();
    const refused = await move('Harbour Holding', 'Harbour South');
    await page.getByText(/cannot be its own subsidiary/).waitFor();
    await refused.getByRole('button', { name: 'Cancel' }).click();
    const { body } = await call<{ data: { parent: null } }>(
      stage(),
      `/contact-management/accounts/${holding}`
    );
    expect(body.data.parent).toBeNull();
  });

  it('counts people and subsidiaries at a glance', async () => {
    const glance = page.getByRole('region', { name: 'At a glance' });
    const figures = () => glance.locator('dd').allInnerTexts();
    await becomes(page, figures, ['2', '1', '1']);
    await glance.getByRole('checkbox', { name: 'With subsidiaries' }).click();
    await becomes(page, figures, ['2', '1', '2']);
  });

  it('tells what its people did, with who it was', async () => {
    const change = { method: 'PUT', body: { data: { state: 'partner' } } };
    await call(stage(), `/contact-management/contacts/${ada}`, change);
    await stage().admin.open(`${ACCOUNTS}/${holding}/activity`);
    const line = page.getByRole('listitem').filter({ hasText: 'Ada Harbour' }).first();
    await line.getByText(/partner/i).waitFor();
    const figures = page.getByRole('region', { name: 'Activity of its people' });
    const counted = async () => (await figures.locator('dd').allInnerTexts()).slice(0, 3);
    await becomes(page, counted, ['1', 'Up', '1']);
    // One switch for the whole card.
    const switches = page.getByRole('checkbox', { name: 'With subsidiaries' });
    await switches.first().click();
    await becomes(
      page,
      async () => [await switches.nth(0).isChecked(), await switches.nth(1).isChecked()],
      [true, true]
    );
    await line.getByRole('link', { name: 'Ada Harbour' }).click();
    await page.getByRole('heading', { name: 'Ada Harbour', level: 1 }).waitFor();
  });

  it('finds accounts by filter and keeps it in the address', async () => {
    await stage().admin.open(`${ACCOUNTS}?status=moored-here`);
    await page.getByRole('link', { name: 'Harbour Holding' }).waitFor();
    await page.getByRole('button', { name: 'Status: Moored here' }).waitFor();
    await page.getByText('1 account', { exact: true }).waitFor();
  });

  it('has fields of the site’s own: made in the settings, filled in on the card, filtered by', async () => {
    await stage().admin.open('/settings/contact-management/custom-fields');
    await page.getByRole('tab', { name: 'Accounts' }).click();
    await page.getByText(/Keep what matters to you about a company/).waitFor();
    await page.getByRole('button', { name: 'Add field' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Add field' });
    await dialog.getByLabel('Name').fill('Berth');
    await dialog.getByText('Required when somebody creates an account').waitFor();
    await dialog.getByLabel('Section').fill('Mooring');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row', { name: /Berth Text berth/ }).waitFor();
    await page.reload();
    await page.getByRole('row', { name: /Berth Text berth/ }).waitFor();

    await stage().admin.open(`${ACCOUNTS}/${holding}/profile`);
    const section = page.getByRole('region', { name: 'Mooring' });
    await section.getByLabel('Berth').fill('North 12');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Profile saved').waitFor();

    await stage().admin.open(`${ACCOUNTS}?q=harbour&columns=status,customFields.berth`);
    await page.getByRole('row', { name: /Harbour Holding .*North 12/ }).waitFor();
    await page.getByRole('row', { name: /Harbour South/ }).waitFor();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('button', { name: 'Berth' }).click();
    await page.getByLabel('Starts with').fill('north');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: /Harbour South/ }).waitFor({ state: 'detached' });
    await page.getByText('1 account', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('customFields.berth')).toBe('north');
    await page.getByRole('button', { name: 'Remove filter Berth' }).click();
    await page.getByRole('row', { name: /Harbour South/ }).waitFor();
  });

  it('says on a contact’s card where it belongs', async () => {
    await stage().admin.open(`${CONTACTS}/${ada}/accounts`);
    await page.getByRole('link', { name: 'Skipper at Harbour Holding' }).waitFor();
    await page.getByRole('table', { name: 'Accounts' }).waitFor();
  });

  it('asks what becomes of its people and subsidiaries before it deletes', async () => {
    await stage().admin.open(`${ACCOUNTS}/${holding}`);
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Delete account' });
    await dialog.getByRole('button', { name: 'Delete' }).click();
    // By keyboard: what is found to move them to may come meanwhile, and push the choice away.
    await dialog.getByRole('radio', { name: 'Clear it' }).press('Space');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Harbour Holding deleted').waitFor();
  });
};
