/** A dynamic group as an editor makes one: by mouse, by keys and by JSON, saved, filled and explained. */
import type { Page } from 'playwright-core';
import { CONTACTS, openAdmin } from './admin-browser';
import { excessWidth, NARROW, violationsIn } from './admin-looks-suite';
import { becomes, call, createContacts, type TheStage } from './admin-stage';

const GROUPS = '/plugins/contact-management/groups';

export const conditionsSuite = (stage: TheStage) => {
  let page: Page;
  let brno: string;
  let group: string;
  const open = (address: string) => stage().admin.open(address);
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const row = (name: string | RegExp) => page.getByRole('button', { name, expanded: false });
  const rows = () => page.locator('li > div > div > [data-rule-focus]').allInnerTexts();
  const pick = async (search: string, name: string, at = 0) => {
    await button('Condition').nth(at).click();
    await page.getByRole('searchbox', { name: 'Search conditions' }).fill(search);
    await button(name).click();
  };
  const preview = () => page.getByRole('region', { name: 'Preview' });

  beforeAll(async () => {
    page = stage().admin.page;
    [brno = ''] = await createContacts(stage(), [
      { firstName: 'Brno', lastName: 'Condition', city: 'Brno', country: 'CZ' },
      { firstName: 'Kosice', lastName: 'Condition', city: 'Košice', country: 'SK' },
      { firstName: 'Graz', lastName: 'Condition', city: 'Graz', country: 'AT' },
    ]);
  });

  it('begins with a name and goes on to the condition', async () => {
    await open(GROUPS);
    await button('Create group').first().click();
    const dialog = page.getByRole('dialog', { name: 'Create group' });
    await dialog.getByRole('radio', { name: 'Dynamic' }).click();
    await dialog.getByLabel('Name').fill('Conditioned');
    await dialog.getByRole('button', { name: 'Continue to the condition' }).click();
    await page.getByRole('heading', { name: 'Conditioned', level: 1 }).waitFor();
    await page.getByText('Nothing is asked yet').waitFor();
  });

  it('is built by mouse, with a count that follows', async () => {
    await pick('last name', 'Last name');
    await page.getByText('Give it a value.').waitFor();
    await page.getByRole('textbox', { name: 'Value' }).fill('Condition');
    await preview().getByText('3 contacts').waitFor();
    await pick('country', 'Country');
    await button(/^Values/).click();
    await page.getByRole('searchbox').last().fill('Czechia');
    await page.getByRole('checkbox', { name: 'Czechia' }).click();
    await page.keyboard.press('Escape');
    await preview().getByText('1 contact', { exact: true }).waitFor();
    await preview().getByRole('link', { name: 'Brno Condition' }).waitFor();
  });

  it('takes back what was done, and does it again', async () => {
    await page.getByRole('heading', { name: 'Conditioned' }).click();
    const before = await rows();
    await button(/^Remove: Country/).click();
    await preview().getByText('3 contacts').waitFor();
    await page.keyboard.press('Control+z');
    await becomes(page, rows, before);
    await preview().getByText('1 contact', { exact: true }).waitFor();
    await button(/^Redo/).click();
    await preview().getByText('3 contacts').waitFor();
    await button(/^Undo/).click();
    await becomes(page, rows, before);
  });

  it('moves rows by keys, and says where they went', async () => {
    await page.getByRole('button', { name: /^Move with the arrow keys.*Country/ }).focus();
    await page.keyboard.press('ArrowUp');
    await page.getByText(/^Country is Czechia: 1 of 2 in All of$/).waitFor({ state: 'attached' });
    await becomes(page, async () => (await rows()).map((text) => text.split(' ')[0]), [
      'Country',
      'Last',
    ]);
    await button('Block').click();
    await page.getByRole('menuitem', { name: 'Any of' }).click();
    await page.getByRole('button', { name: /^Country is/ }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowRight');
    const block = page.getByRole('group', { name: 'Any of 1 row' });
    await block.getByRole('button', { name: /^Country is Czechia/ }).waitFor();
  });

  it('drags a row into a block', async () => {
    const handle = page.getByRole('button', { name: /^Move with the arrow keys.*Last name/ });
    const target = page
      .getByRole('group', { name: 'Any of 1 row' })
      .locator('[data-rule-focus]')
      .first();
    const [from, to] = [await handle.boundingBox(), await target.boundingBox()];
    if (!from || !to) throw new Error('not drawn');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y + 20, { steps: 4 });
    await page.mouse.move(from.x, to.y + to.height + 6, { steps: 8 });
    await page.mouse.up();
    await page.getByRole('group', { name: 'Any of 2 rows' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('group', { name: 'Any of 1 row' }).waitFor();
  });

  it('takes JSON, and says what is wrong with it', async () => {
    await button('JSON').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('{ "type": "all", "rules": [] }');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await dialog.getByText('A block needs a list of rules').waitFor();
    await dialog.getByRole('textbox').fill(JSON.stringify(CONDITION));
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await preview().getByText('2 contacts').waitFor();
  });

  it('is saved, and fills itself', async () => {
    await button('Create group').click();
    await page.getByRole('tab', { name: 'Condition' }).waitFor();
    await page.getByText(/Dynamic · 2 members/).waitFor();
    group = new URL(page.url()).pathname.split('/groups/')[1]?.split('/')[0] ?? '';
    await page.getByRole('tab', { name: 'Members' }).click();
    await becomes(
      page,
      async () => (await page.locator('[data-row-link]').allInnerTexts()).sort(),
      ['Brno Condition', 'Kosice Condition']
    );
    await page.getByRole('tab', { name: 'History' }).click();
    await page.locator('.recharts-surface').waitFor();
    await page.getByRole('cell', { name: 'Entered' }).first().waitFor();
    await button('Show as a table').click();
  });

  it('says before saving who would come and who would go', async () => {
    await open(`${GROUPS}/${group}/condition`);
    await page.getByRole('button', { name: /^Actions for: Country/ }).click();
    await page.getByRole('menuitem', { name: 'Negate' }).click();
    await preview().getByText('+1 would come in').waitFor();
    await preview().getByText('−2 would leave').waitFor();
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Stay' }).click();
    await button('Discard').click();
    await preview().getByText('The members stay as they are.').waitFor();
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByRole('textbox', { name: 'Code' }).waitFor();
  });

  it('shows at a row what the server does not take', async () => {
    await open(`${GROUPS}/${group}/condition`);
    await row(/^Country/).click();
    await page.getByRole('button', { name: /^Values/ }).click();
    await page.keyboard.press('Escape');
    await button('JSON').click();
    const wrong = {
      type: 'all',
      rules: [{ type: 'consent', purpose: 'nothing', operator: 'has' }],
    };
    await page.getByRole('dialog').getByRole('textbox').fill(JSON.stringify(wrong));
    await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
    await page
      .getByRole('listitem')
      .getByText(/purpose must be one of/)
      .waitFor();
    await button('Discard').click();
  });

  it('explains on a card why somebody is in, and why not in another', async () => {
    await open(`${CONTACTS}/${brno}/groups`);
    await button('Why is it in Conditioned?').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('The condition holds for this contact.').waitFor();
    await dialog.getByText('Yes').first().waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    const created = await call<{ data: object }>(stage(), '/contact-management/contact-groups', {
      method: 'POST',
      body: {
        data: {
          name: 'austrians',
          displayName: 'Austrians',
          kind: 'dynamic',
          condition: { type: 'attribute', field: 'country', operator: 'in', value: ['AT'] },
        },
      },
    });
    expect(created.status).toBe(201);
    await button('Why not in …?').click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Austrians/ })
      .click();
    await page.getByRole('dialog').getByText('The condition does not hold').waitFor();
    await page.keyboard.press('Escape');
  });

  it('narrows the list of contacts, from its address too', async () => {
    await open(`${CONTACTS}?q=condition`);
    await button('Filter').click();
    await button('Condition').click();
    await button('Edit condition').click();
    const dialog = page.getByRole('dialog', { name: 'Contacts who match' });
    await dialog.getByRole('button', { name: 'Condition', exact: true }).click();
    await page.getByRole('searchbox', { name: 'Search conditions' }).fill('city');
    await page.keyboard.press('Enter');
    await dialog.getByRole('textbox', { name: 'Value' }).fill('Graz');
    await dialog.getByText('1 contact', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('button', { name: 'Condition: City is Graz' }).waitFor();
    const names = () => page.locator('[data-row-link]').allInnerTexts();
    await becomes(page, names, ['Graz Condition']);
    await page.reload();
    await becomes(page, names, ['Graz Condition']);
  });

  describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
    it('every screen is accessible and fits', async () => {
      const { demo, browser } = stage();
      const window = await openAdmin(browser, { url: demo.url, account: demo.admin, theme });
      const addresses = [
        ...['condition', 'members', 'history', 'used-by'].map((tab) => `${GROUPS}/${group}/${tab}`),
        `${CONTACTS}/${brno}/groups`,
      ];
      for (const address of addresses) {
        await window.open(address);
        await window.page.getByRole('main').locator('h1').first().waitFor();
        const sentence = window.page.locator('[data-rule-focus][aria-expanded=false]').first();
        if (address.endsWith('condition')) await sentence.click();
        expect([address, await violationsIn(window.page)]).toEqual([address, []]);
        await window.page.setViewportSize(NARROW);
        expect([address, await excessWidth(window.page)]).toEqual([address, 0]);
        await window.page.setViewportSize({ width: 1_440, height: 900 });
      }
      await window.close();
    });
  });
};

const CONDITION = {
  type: 'all',
  rules: [
    { type: 'attribute', field: 'lastName', operator: 'eq', value: 'Condition' },
    { type: 'attribute', field: 'country', operator: 'in', value: ['CZ', 'SK'] },
    {
      type: 'not',
      rule: { type: 'attribute', field: 'state', operator: 'in', value: ['partner'] },
    },
  ],
};
