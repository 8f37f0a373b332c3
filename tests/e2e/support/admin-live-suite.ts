/** Who is on the site now, and how many came in the last month. */
import type { Page } from 'playwright-core';
import { becomes, call, visit, type TheStage } from './admin-stage';

interface Stats {
  data: { totals: { visits: number; newContacts: number } };
}

export const liveSuite = (stage: TheStage) => {
  let page: Page;
  beforeAll(() => {
    page = stage().admin.page;
  });

  it('shows a visitor who arrives while one looks, with their page', async () => {
    await stage().admin.open('/plugins/contact-management/live');
    await page.getByRole('heading', { name: 'Live view' }).waitFor();
    await visit(stage(), { events: [{ path: '/shop/gale-warning', title: 'Gale warning' }] });
    const row = page.getByRole('row').filter({ hasText: 'Gale warning' });
    await row.getByText('/shop/gale-warning').waitFor();
    await row.getByText('Computer').waitFor();
    await row.getByText('just now', { exact: true }).first().waitFor();
  });

  it('opens the visitor’s card', async () => {
    await page.getByRole('row').filter({ hasText: 'Gale warning' }).getByRole('link').click();
    await page.getByText('Visited “Gale warning”').waitFor();
  });

  it('leaves the home page’s last edited entries to what people have edited', async () => {
    const answer = await call<{ data: { contentTypeUid: string; title: string | null }[] }>(
      stage(),
      '/content-manager/homepage/recent-documents?action=update'
    );
    expect(answer.status).toBe(200);
    // A visitor who was here a minute ago has no address, which is what Strapi calls a contact by.
    expect(answer.body.data).not.toContainEqual(
      expect.objectContaining({ contentTypeUid: 'plugin::contact-management.contact', title: null })
    );
  });

  it('draws visits and new contacts on the home page, and says them in a table', async () => {
    await stage().admin.open('/');
    const { body } = await call<Stats>(stage(), '/contact-management/stats?days=30');
    const { visits } = body.data.totals;
    expect(visits).toBeGreaterThan(100);
    await page.getByText('Visits and new contacts').first().waitFor();
    await page.getByText(new Intl.NumberFormat('en').format(visits), { exact: true }).waitFor();
    const days = page.getByRole('table', { name: 'Visits and new contacts' }).locator('tbody tr');
    await becomes(page, () => days.count(), 30);
    const drawn = page.locator('.recharts-bar-rectangle path');
    await becomes(page, async () => (await drawn.count()) > 20, true);
  });
};
