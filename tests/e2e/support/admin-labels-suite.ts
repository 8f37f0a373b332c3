/** Statuses and roles in the settings: put in order, by mouse and by keyboard, and deleted without losing who has them. */
import type { Page } from 'playwright-core';
import { becomes, call, contactsOf, createContacts, type TheStage } from './admin-stage';

const ROLES = '/contact-management/contact-roles';
const STATUSES = '/contact-management/contact-statuses';

interface Label {
  documentId: string;
  displayName: string;
}

export const labelsSuite = (stage: TheStage) => {
  let page: Page;
  beforeAll(() => {
    page = stage().admin.page;
  });
  const make = async (address: string, displayName: string): Promise<string> => {
    const data = { name: displayName.toLowerCase(), displayName, order: 1_000 };
    const made = await call<{ data: Label }>(stage(), address, { method: 'POST', body: { data } });
    return made.body.data.documentId;
  };
  const orderOnServer = async () => {
    const { body } = await call<{ data: Label[] }>(stage(), ROLES);
    return body.data.map(({ displayName }) => displayName).slice(-3);
  };
  const shown = () =>
    page
      .locator('main li')
      .filter({ has: page.getByRole('button', { name: /^Move / }) })
      .evaluateAll((rows) => rows.map((row) => row.textContent.match(/Ash|Birch|Cedar/)?.[0]));
  const handle = (name: string) => page.getByRole('button', { name: `Move ${name}` });
  const middleOf = async (name: string) => {
    const box = await handle(name).boundingBox();
    if (!box) throw new Error(`There is no handle of ${name} on the screen`);
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  };

  /** To who cannot see it. */
  const says = (words: RegExp) => page.getByText(words).waitFor({ state: 'attached' });

  it('are put in order with the mouse', async () => {
    for (const name of ['Ash', 'Birch', 'Cedar']) await make(ROLES, name);
    await stage().admin.open('/settings/contact-management/contact-roles');
    await handle('Cedar').waitFor();
    const [x, y] = await middleOf('Cedar');
    const [, above] = await middleOf('Ash');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, above - 4, { steps: 12 });
    await page.mouse.up();
    await becomes(page, orderOnServer, ['Cedar', 'Ash', 'Birch']);
    await becomes(page, async () => (await shown()).slice(-3), ['Cedar', 'Ash', 'Birch']);
  });

  it('are put in order with the keyboard, which Escape takes back', async () => {
    await handle('Cedar').focus();
    await page.keyboard.press('Space');
    await says(/^Cedar picked up: \d+ of \d+$/);
    await page.keyboard.press('ArrowDown');
    await says(/^Cedar: \d+ of \d+$/);
    await page.keyboard.press('Escape');
    await says(/^Cedar is where it was$/);
    await becomes(page, async () => (await shown()).slice(-3), ['Cedar', 'Ash', 'Birch']);
    await page.keyboard.press('Space');
    await says(/^Cedar picked up/);
    await page.keyboard.press('ArrowDown');
    await says(/^Cedar: /);
    await page.keyboard.press('Space');
    await becomes(page, orderOnServer, ['Ash', 'Cedar', 'Birch']);
    await page.reload();
    await handle('Cedar').waitFor();
    expect((await shown()).slice(-3)).toEqual(['Ash', 'Cedar', 'Birch']);
  });

  it('are deleted at once where nobody has them', async () => {
    await page.getByRole('button', { name: 'Delete Birch' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('Birch will be deleted.').waitFor();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Birch deleted').waitFor();
    await handle('Birch').waitFor({ state: 'detached' });
  });

  describe('that contacts have', () => {
    const people = async (status: string) =>
      createContacts(
        stage(),
        [1, 2].map((at) => ({ email: `${status}${at}@labels.example`, status }))
      );
    const statusOf = async (email: string) => {
      const [one] = await contactsOf(stage(), `q=${email}`);
      return (one as unknown as { status: Label | null }).status?.displayName ?? null;
    };
    const askToDelete = async (name: string) => {
      await stage().admin.open('/settings/contact-management/contact-statuses');
      await page.getByRole('button', { name: `Delete ${name}` }).click();
      const dialog = page.getByRole('alertdialog', { name: `Delete ${name}` });
      await dialog.getByRole('button', { name: 'Delete' }).click();
      await dialog.getByText(`“${name}” is used 2 times.`, { exact: false }).waitFor();
      return dialog;
    };

    it('give them to another one', async () => {
      const dew = await make(STATUSES, 'Dew');
      await make(STATUSES, 'Frost');
      await people(dew);
      const dialog = await askToDelete('Dew');
      expect(await dialog.getByRole('button', { name: 'Delete' }).isDisabled()).toBe(true);
      await dialog.getByRole('combobox', { name: 'Move to' }).click();
      await page.getByRole('option', { name: 'Frost' }).click();
      await dialog.getByRole('button', { name: 'Delete' }).click();
      await page.getByText('Dew deleted').waitFor();
      expect(await statusOf(`${dew}1@labels.example`)).toBe('Frost');
    });

    it('or leave them without', async () => {
      const haze = await make(STATUSES, 'Haze');
      await people(haze);
      const dialog = await askToDelete('Haze');
      await dialog.getByRole('radio', { name: 'Clear it' }).click();
      await dialog.getByRole('button', { name: 'Delete' }).click();
      await page.getByText('Haze deleted').waitFor();
      expect(await statusOf(`${haze}1@labels.example`)).toBeNull();
    });
  });
};
