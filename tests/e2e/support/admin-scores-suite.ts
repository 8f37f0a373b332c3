/** Scores as an editor meets them: made, given rules, and seen on the contact's card and in the list. */
import type { Page } from 'playwright-core';
import { excessWidth, NARROW, violationsIn } from './admin-looks-suite';
import { call, createContacts, type TheStage } from './admin-stage';

const PLUGIN = '/plugins/contact-management';

export const scoresSuite = (stage: TheStage) => {
  let page: Page;
  let contact: string;
  let score = '';
  const open = (address: string) => stage().admin.open(`${PLUGIN}${address}`);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const dialog = (name: string) => page.getByRole('dialog', { name });

  beforeAll(async () => {
    page = stage().admin.page;
    [contact = ''] = await createContacts(stage(), [
      { firstName: 'Wren', lastName: 'Scorer', email: 'wren@scorer.example', country: 'CZ' },
    ]);
  });

  it('makes a score, whose code follows its name', async () => {
    await open('/scores');
    await button('Create score').first().click();
    await dialog('Create score').getByLabel('Name').fill('Keen on us');
    expect(await dialog('Create score').getByLabel('Code').inputValue()).toBe('keen-on-us');
    await dialog('Create score').getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'Keen on us', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'No rules yet' }).waitFor();
    score = new URL(page.url()).pathname.split('/scores/')[1]?.split('/')[0] ?? '';
  });

  it('takes a rule for an activity, and one by a condition', async () => {
    await button('Add rule').click();
    await dialog('Add rule').getByLabel('What for').fill('Visits a page');
    await dialog('Add rule')
      .getByRole('checkbox', { name: /Every time/ })
      .click();
    await dialog('Add rule').getByRole('button', { name: 'Save' }).click();
    await page.getByText('Page visit · every time').waitFor();
    const answer = await call<{ data: { rules: object[] } }>(
      stage(),
      `/contact-management/scores/${score}`
    );
    const condition = { type: 'attribute', field: 'country', operator: 'in', value: ['CZ'] };
    const czech = { name: 'Is Czech', points: 40, on: { kind: 'condition', condition } };
    await call(stage(), `/contact-management/scores/${score}`, {
      method: 'PUT',
      body: { data: { rules: [...answer.body.data.rules, czech] } },
    });
    await page.reload();
    await page.getByText('Is Czech', { exact: true }).waitFor();
    await page.getByText(/as long as it holds/).waitFor();
  });

  it('moves a rule, deletes one, and takes that back', async () => {
    await button('Move “Is Czech” up').click();
    await page.getByText('Rule “Is Czech” is now number 1').waitFor();
    await button('Delete “Is Czech”').click();
    await page.getByText('Rule “Is Czech” deleted').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await page.getByText('Taken back').waitFor();
    await page.getByText('Is Czech', { exact: true }).waitFor();
  });

  it('shows on the card what a contact has, and why', async () => {
    await open(`/contacts/${contact}/scores`);
    const panel = page.getByRole('region', { name: 'Keen on us' });
    await panel.getByText('40 points').waitFor();
    await panel.getByRole('cell', { name: 'Is Czech' }).waitFor();
  });

  it('lists who has the most, and how many have how much', async () => {
    await open(`/scores/${score}/contacts`);
    await page.getByRole('heading', { name: /How many contacts/ }).waitFor();
    await page.getByText('As a table').click();
    await page.getByRole('table', { name: /How many contacts/ }).waitFor();
    await page.getByRole('table', { name: 'Contacts with the most points' }).waitFor();
  });

  it('takes a threshold that tells people', async () => {
    await open(`/scores/${score}/thresholds`);
    await button('Add threshold').click();
    await dialog('Threshold').getByLabel('Name').fill('Hot');
    await dialog('Threshold').getByLabel('Write to').fill('not an address');
    await dialog('Threshold').getByRole('button', { name: 'Save' }).click();
    await dialog('Threshold')
      .getByText(/must be an e-mail address/)
      .waitFor();
    await dialog('Threshold').getByLabel('Write to').fill('eva@firm.example');
    await dialog('Threshold').getByRole('button', { name: 'Save' }).click();
    await page.getByText('writes to eva@firm.example').waitFor();
  });

  it('narrows the list of contacts by a score', async () => {
    await open('/contacts?q=scorer&score=keen-on-us:40..');
    await page.getByRole('link', { name: 'Wren Scorer' }).waitFor();
  });

  it.each(['rules', 'contacts', 'thresholds', 'settings'])(
    'keeps its %s in a narrow window and accessible',
    async (tab) => {
      await open(`/scores/${score}/${tab}`);
      await page.getByRole('heading', { name: 'Keen on us', level: 1 }).waitFor();
      await page.getByRole('tabpanel').waitFor();
      expect(await violationsIn(page)).toEqual([]);
      const { width = 1_440, height = 900 } = page.viewportSize() ?? {};
      await page.setViewportSize(NARROW);
      expect(await excessWidth(page)).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width, height });
    }
  );

  it('lets a score go', async () => {
    await open(`/scores/${score}/settings`);
    await button('Delete score').click();
    await page
      .getByRole('alertdialog', { name: 'Delete this score?' })
      .getByRole('button', { name: 'Delete' })
      .click();
    await page.getByText('Score “Keen on us” deleted').waitFor();
  });
};
