/** A site that has just been installed: what an editor sees until the first visit, and when it comes. */
import { CONTACTS, openAdmin } from './admin-browser';
import { openStage, visit, type Stage } from './admin-stage';

export const firstMinuteSuite = () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ CM_SAMPLE: 'off' });
  });
  afterAll(() => stage.close());

  it('waits for the first visit with the script tag, and shows it by itself', async () => {
    const { admin, demo, browser } = stage;
    const settings = await openAdmin(browser, { url: demo.url, account: demo.admin });
    await settings.open('/settings/contact-management/general');
    await settings.page.getByText('Waiting for the first visit …').waitFor();
    await admin.open(CONTACTS);
    await admin.page.getByRole('heading', { name: 'No contacts yet' }).waitFor();
    await admin.page.getByText(`<script async src="${demo.url}/cm/t.js"></script>`).waitFor();
    await admin.page.getByText('Waiting for the first visit …').waitFor();
    await visit(stage, { events: [{ path: '/pricing', title: 'Pricing' }] });
    await settings.page.getByText(/^Received: \/pricing, /).waitFor();
    await admin.page.getByRole('link', { name: /^Anonymous/ }).waitFor();
    await admin.page.getByText('1 contact', { exact: true }).waitFor();
    await settings.close();
  });

  it('has a widget that says so while there is nothing to draw', async () => {
    const { page, open } = stage.admin;
    await page.route('**/contact-management/stats?*', (route) =>
      route.fulfill({
        json: { data: { days: [], timezone: 'UTC', totals: { visits: 0, newContacts: 0 } } },
      })
    );
    await open('/');
    await page.getByText('No visits and no new contacts in the last 30 days').waitFor();
  });
};
