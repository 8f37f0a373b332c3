/** What a visitor did, told on their card; and what the plugin knows of their browser. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { CONTACTS } from './admin-browser';
import { becomes, call, contactsOf, searchOf, visit, type TheStage } from './admin-stage';

const HOSTILE = '<img src=x onerror="window.wasHacked = true">';
const VISITS = 60;

export const timelineSuite = (stage: TheStage) => {
  let page: Page;
  let visitor: string;
  const linesIn = () => page.getByRole('main').locator('section li').count();
  beforeAll(async () => {
    page = stage().admin.page;
    const key = randomUUID();
    const events = Array.from({ length: VISITS }, (_nothing, index) => ({
      path: `/magazine/part-${index}`,
      title: `Part ${index}`,
    }));
    await visit(stage(), { visitor: key, events });
    await visit(stage(), { visitor: key, events: [{ path: '/hostile', title: HOSTILE }] });
    [{ documentId: visitor } = { documentId: '' }] = await contactsOf(
      stage(),
      'kind=anonymous&sort=lastActivityAt:desc&pageSize=20'
    );
    await call(stage(), `/contact-management/contacts/${visitor}`, {
      method: 'PUT',
      body: { data: { state: 'prospect' } },
    });
  });

  it('tells in sentences, by day and session, with the device', async () => {
    await stage().admin.open(`${CONTACTS}/${visitor}`);
    await page.getByRole('region', { name: 'Today' }).waitFor();
    await page.getByText('State changed: Other → Prospect').waitFor();
    await page.getByText('Visited “Part 59”').waitFor();
    await page.getByRole('link', { name: '/magazine/part-59' }).waitFor();
    await page.getByText(/^Session.* · Chrome, Linux$/).waitFor();
  });

  it('keeps markup in a title as text', async () => {
    await page.getByText(`Visited “${HOSTILE}”`).waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.evaluate(() => 'wasHacked' in window)).toBe(false);
  });

  it('loads more on demand', async () => {
    const before = await linesIn();
    expect(before).toBeLessThan(VISITS);
    await page.getByRole('button', { name: 'Load more' }).click();
    await becomes(page, linesIn, VISITS + 2);
    await page.getByText('Visited “Part 0”').waitFor();
    expect(await page.getByRole('button', { name: 'Load more' }).count()).toBe(0);
  });

  it('shows the types one chooses, and keeps the choice in the address', async () => {
    await page.getByRole('button', { name: 'All types' }).click();
    await page.getByRole('searchbox', { name: 'Search' }).fill('state');
    await page.getByRole('checkbox', { name: 'State change' }).click();
    await page.keyboard.press('Escape');
    await becomes(page, linesIn, 1);
    expect(searchOf(page)).toEqual({ types: 'statechange' });
    await page.reload();
    await becomes(page, linesIn, 1);
    await page.getByRole('button', { name: '1 type' }).waitFor();
  });

  it('shows the days one chooses, and says when there is nothing', async () => {
    await stage().admin.open(`${CONTACTS}/${visitor}/timeline?to=2020-01-01`);
    await page.getByText('Nothing matches these filters.').waitFor();
    await page.getByRole('button', { name: 'until Jan 1, 2020' }).click();
    await page.getByRole('button', { name: 'Today' }).click();
    await page.getByText('Visited “Part 59”').waitFor();
    expect(searchOf(page)).toEqual({ from: new Date().toISOString().slice(0, 10) });
    await page.keyboard.press('Escape');
  });

  it('sums up beside it, and lists the visitor’s browsers', async () => {
    const glance = page.getByRole('region', { name: 'At a glance' });
    await becomes(page, () => glance.locator('dd').allTextContents(), [
      String(VISITS + 1),
      '1',
      '0',
      '0',
      'Direct',
    ]);
    await page.getByRole('tab', { name: 'Devices' }).click();
    const device = page.getByRole('table', { name: 'Devices' }).locator('tbody tr');
    await device.getByText('Chrome').waitFor();
    expect(await device.allInnerTexts()).toEqual([expect.stringMatching(/Chrome\s+Linux\s/)]);
  });
};
