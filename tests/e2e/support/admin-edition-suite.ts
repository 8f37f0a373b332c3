/** The same data in the CMS edition and back. Restarts Strapi, so it stands last. */
import { CONTACTS } from './admin-browser';
import { call, contactsOf, type TheStage } from './admin-stage';

const HIDDEN = [
  '/live',
  '/activity-types',
  '/contact-statuses',
  '/contacts/:id/activities',
  '/contacts/:id/summary',
  '/contacts/:id/devices',
];

interface Summary {
  data: { visits: number };
}

export const editionSuite = (stage: TheStage) => {
  let client: string;
  const visitsOf = (documentId: string) =>
    call<Summary>(stage(), `/contact-management/contacts/${documentId}/summary`);
  const countContacts = async (filter = '') =>
    (await call<{ count: number }>(stage(), `/contact-management/contacts/count${filter}`)).body
      .count;
  const before = { contacts: 0, known: 0, visits: 0 };

  beforeAll(async () => {
    [{ documentId: client } = { documentId: '' }] = await contactsOf(stage(), 'state=client');
    before.contacts = await countContacts();
    before.known = await countContacts('?kind=known');
    expect(before.known).toBeLessThan(before.contacts);
    before.visits = (await visitsOf(client)).body.data.visits;
    expect(before.visits).toBeGreaterThan(0);
    await stage().restart({ CM_EDITION: 'cms' });
  });

  it('has the contacts, without live view, timeline and devices', async () => {
    const { page, open } = stage().admin;
    await open(CONTACTS);
    await page.locator('[data-row]').first().waitFor();
    expect(await page.getByRole('link', { name: 'Live view' }).count()).toBe(0);
    await open(`${CONTACTS}/${client}`);
    await page.getByRole('tab', { name: 'Profile' }).waitFor();
    expect(await page.getByRole('tab').allTextContents()).toEqual(['Profile', 'Groups']);
    expect(await page.getByText('At a glance').count()).toBe(0);
  });

  it('has no status to filter by, to see or to change', async () => {
    const { page, open } = stage().admin;
    await open(`${CONTACTS}?columns=email,status&status=vip`);
    await page.locator('[data-row]').first().waitFor();
    expect(await page.getByRole('columnheader', { name: 'Status' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('button', { name: 'Country', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /^(Status|Kind)/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.locator('[data-row]').first().getByRole('checkbox').click();
    const selected = page.getByRole('region', { name: 'Selected contacts' });
    await selected.getByRole('button', { name: 'State', exact: true }).waitFor();
    expect(await selected.getByRole('button', { name: 'Status', exact: true }).count()).toBe(0);
    await open(`${CONTACTS}/${client}`);
    await page.getByRole('button', { name: /^State:/ }).waitFor();
    expect(await page.getByRole('button', { name: /^Status:/ }).count()).toBe(0);
  });

  it('lists known contacts only', async () => {
    expect(await countContacts()).toBe(before.known);
    expect(await contactsOf(stage(), 'kind=anonymous')).toEqual([]);
  });

  it('has no page and no route for what it leaves out', async () => {
    const { page, open } = stage().admin;
    await open('/plugins/contact-management/live');
    await page.getByText('No content found').waitFor();
    expect(await page.getByRole('heading', { name: 'Live view' }).count()).toBe(0);
    for (const address of HIDDEN) {
      const route = `/contact-management${address.replace(':id', client)}`;
      expect([address, (await call(stage(), route)).status]).toEqual([address, 404]);
    }
    const { url } = stage().demo;
    expect((await fetch(`${url}/cm/t.js`)).status).toBe(404);
    expect((await fetch(`${url}/cm/e`, { method: 'POST', body: '{}' })).status).toBe(404);
  });

  it('says in the settings which edition it is, and offers no tracker', async () => {
    const { page, open } = stage().admin;
    await open('/settings/contact-management/general');
    await page.getByText('CMS edition').waitFor();
    expect(await page.getByRole('button', { name: 'Copy' }).count()).toBe(0);
    await open('/settings/contact-management/activity-types');
    await page.getByText('Not part of the CMS edition').waitFor();
    await open('/settings/contact-management/custom-fields?entity=account');
    await page.getByText(/^Your own fields on contacts/).waitFor();
    expect(await page.getByRole('tab', { name: 'Accounts' }).count()).toBe(0);
  });

  it('has lost nothing when it is the EMS edition again', async () => {
    await stage().restart({});
    const { page, open } = stage().admin;
    expect(await countContacts()).toBe(before.contacts);
    expect((await visitsOf(client)).body.data.visits).toBe(before.visits);
    await open(`${CONTACTS}/${client}`);
    await page
      .getByText(/^Visited/)
      .first()
      .waitFor();
  });
};
