/** Strapi's own edit views lead to the cards of contacts and accounts. */
import type { Page } from 'playwright-core';
import { call, createContacts, type TheStage } from './admin-stage';

const PLUGIN = 'plugin::contact-management';
const USER = 'plugin::users-permissions.user';

interface Made {
  data: { documentId: string };
}

export const panelsSuite = (stage: TheStage) => {
  let page: Page;
  beforeAll(() => {
    page = stage().admin.page;
  });
  const openEntry = (uid: string, documentId: string) =>
    stage().admin.open(`/content-manager/collection-types/${uid}/${documentId}`);

  it('of a contact', async () => {
    const [documentId = ''] = await createContacts(stage(), [
      { firstName: 'Pia', lastName: 'Panel', email: 'pia@panels.example' },
    ]);
    await openEntry(`${PLUGIN}.contact`, documentId);
    await page.getByRole('link', { name: 'Open the contact’s card' }).click();
    await page.waitForURL(`**/plugins/contact-management/contacts/${documentId}*`);
    await page.getByRole('heading', { name: 'Pia Panel' }).waitFor();
  });

  it('of an account', async () => {
    const { body } = await call<Made>(stage(), '/contact-management/accounts', {
      method: 'POST',
      body: { data: { name: 'Panel & Co' } },
    });
    const { documentId } = body.data;
    await openEntry(`${PLUGIN}.account`, documentId);
    await page.getByRole('link', { name: 'Open the account’s card' }).click();
    await page.waitForURL(`**/plugins/contact-management/accounts/${documentId}*`);
    await page.getByRole('heading', { name: 'Panel & Co' }).waitFor();
  });

  it('of a user of the site, to the contact it belongs to', async () => {
    const { documentId } = await newUser('pia.panel', 'pia@panels.example');
    await openEntry(USER, documentId);
    await page.getByRole('link', { name: 'Pia Panel' }).click();
    await page.getByRole('heading', { name: 'Pia Panel' }).waitFor();
  });

  const newUser = async (username: string, email: string): Promise<{ documentId: string }> => {
    const answer = await fetch(`${stage().demo.url}/api/auth/local/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, email, password: 'Test-password-1' }),
    });
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { user: { documentId: string } }).user;
  };
};
