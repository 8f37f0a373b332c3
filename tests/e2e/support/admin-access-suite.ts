/** What roles without all of the permissions see and may call. */
import { CONTACTS, login, openAdmin, type AdminAccount } from './admin-browser';
import { call, contactsOf, type Stage, type TheStage } from './admin-stage';

const PASSWORD = 'Test-password-1';

interface Answer<Data> {
  data: Data;
}

/** Somebody whose role holds these of the plugin's permissions, made as an admin would make them. */
const hire = async (stage: Stage, name: string, permissions: string[]): Promise<AdminAccount> => {
  const send = <Data>(method: string, address: string, body: object) =>
    call<Answer<Data>>(stage, address, { method, body });
  const role = await send<{ id: number }>('POST', '/admin/roles', { name, description: '' });
  await send('PUT', `/admin/roles/${role.body.data.id}/permissions`, {
    permissions: permissions.map((uid) => ({
      action: `plugin::contact-management.${uid}`,
      subject: null,
      properties: {},
      conditions: [],
    })),
  });
  const email = `${name}@kittiwake.example`;
  const person = { firstname: 'Eddy', lastname: 'Turn' };
  const user = await send<{ registrationToken: string }>('POST', '/admin/users', {
    ...person,
    email,
    roles: [role.body.data.id],
  });
  const registered = await send('POST', '/admin/register', {
    registrationToken: user.body.data.registrationToken,
    userInfo: { ...person, password: PASSWORD },
  });
  expect(registered.status).toBe(200);
  return { email, password: PASSWORD };
};

const NO_ACCESS = "You don't have the permissions to access that content";

export const accessSuite = (stage: TheStage) => {
  const openAs = (account: AdminAccount) =>
    openAdmin(stage().browser, { url: stage().demo.url, account });
  const routes = async (): Promise<[string, string, object?][]> => {
    const [some] = await contactsOf(stage(), 'kind=known&pageSize=20');
    const one = `/contacts/${some?.documentId}`;
    const bulk = { action: 'delete', selection: { filter: {} } };
    return [
      ...['/contacts', '/contacts/count', '/contacts/fields', one, `${one}/activities`].map(
        (address): [string, string] => ['GET', address]
      ),
      ...[
        `${one}/summary`,
        `${one}/devices`,
        '/contact-statuses',
        '/owners',
        '/edition',
        '/live',
        '/stats',
      ].map((address): [string, string] => ['GET', address]),
      ...['/setup', '/settings', '/activity-types'].map((address): [string, string] => [
        'GET',
        address,
      ]),
      ['POST', '/contacts', { data: { email: 'no@access.example' } }],
      ['POST', '/contacts/bulk', bulk],
      ['PUT', one, { data: { state: 'other' } }],
      ['DELETE', one],
      ['PUT', '/settings', { consent: 'required' }],
      ['POST', '/activity-types', { name: 'x', displayName: 'X', color: 'primary' }],
    ];
  };
  const statusesFor = async (account: AdminAccount) => {
    const token = await login(stage().demo.url, account);
    const statuses: Record<string, number> = {};
    for (const [method, address, body] of await routes()) {
      const { status } = await call(stage(), `/contact-management${address}`, {
        method,
        body,
        token,
      });
      statuses[`${method} ${address}`] = status;
    }
    return statuses;
  };

  it('without permissions there is no menu entry, no page and no route', async () => {
    const account = await hire(stage(), 'outsider', []);
    const { page, open, close } = await openAs(account);
    await open('/');
    await page.getByRole('link', { name: 'Home', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: 'Contacts', exact: true }).count()).toBe(0);
    expect(await page.getByText('Visits and new contacts').count()).toBe(0);
    for (const address of [CONTACTS, '/plugins/contact-management/live']) {
      await open(address);
      await page.getByText(NO_ACCESS).waitFor();
    }
    await close();
    expect(new Set(Object.values(await statusesFor(account)))).toEqual(new Set([403]));
  });

  it('with activities alone, nobody is told who did them', async () => {
    const account = await hire(stage(), 'counter', ['activities.read']);
    const { page, open, close } = await openAs(account);
    await open('/plugins/contact-management/live');
    await page.getByText(NO_ACCESS).waitFor();
    await close();
    const allowed = Object.entries(await statusesFor(account)).filter(
      ([, status]) => status !== 403
    );
    expect(allowed).toEqual([['GET /activity-types', 200]]);
  });

  it('with reading alone there is nothing to change, and no history', async () => {
    const account = await hire(stage(), 'reader', ['contacts.read']);
    const { page, open, close } = await openAs(account);
    await open(CONTACTS);
    await page.locator('[data-row-link]').first().click();
    await page.getByRole('tab', { name: 'Profile' }).waitFor();
    expect(await page.getByRole('tab').allTextContents()).toEqual(['Profile']);
    expect(await page.getByRole('button', { name: /^State: / }).isDisabled()).toBe(true);
    expect(await page.getByRole('link', { name: 'Edit' }).count()).toBe(0);
    await page.goBack();
    await page.getByRole('heading', { name: 'Contacts', level: 1 }).waitFor();
    await page.locator('tbody [data-row]').first().waitFor();
    expect(await page.getByRole('button', { name: 'Create contact' }).count()).toBe(0);
    expect(await page.getByRole('checkbox').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Live view' }).count()).toBe(0);
    await close();
    const allowed = Object.entries(await statusesFor(account))
      .filter(([, status]) => status !== 403)
      .map(([route]) => route.replace(/\/contacts\/[a-z0-9]{20,}/, '/contacts/:id'));
    expect(allowed).toEqual([
      ...['GET /contacts', 'GET /contacts/count', 'GET /contacts/fields', 'GET /contacts/:id'],
      ...['GET /contact-statuses', 'GET /owners', 'GET /edition', 'GET /stats'],
    ]);
  });
};
