/** Changes of many contacts at once: a job whose progress stands in the corner of the page. */
import type { Page } from 'playwright-core';
import { CONTACTS } from './admin-browser';
import { becomes, contactsOf, createContacts, type TheStage } from './admin-stage';

const MANY = 25;
const LIST = `${CONTACTS}?q=bulkington&sort=email:asc&pageSize=20`;

export const bulkSuite = (stage: TheStage) => {
  let page: Page;
  const countOf = async (query: string) =>
    (await contactsOf(stage(), `q=bulkington&pageSize=100&${query}`)).length;
  /** So few contacts are done within a moment: the job's answer waits until its bar was seen. */
  const asJob = async (start: () => Promise<void>, notice: string) => {
    const jobs = `${stage().demo.url}/contact-management/jobs/*`;
    const seen = page.getByRole('progressbar').waitFor();
    await page.route(jobs, async (route) => {
      await seen;
      await route.fallback();
    });
    await start();
    await seen;
    await page.getByText(notice).waitFor();
    await page.unroute(jobs);
  };
  const selectAll = async () => {
    await stage().admin.open(LIST);
    await page.getByRole('checkbox', { name: 'Select all rows of this page' }).click();
    await page.getByText('20 selected').waitFor();
    await page.getByRole('button', { name: `Select all ${MANY} that match` }).click();
    await page.getByText(`${MANY} selected`).waitFor();
  };
  const bar = () => page.getByRole('region', { name: 'Selected contacts' });
  beforeAll(async () => {
    page = stage().admin.page;
    await createContacts(
      stage(),
      Array.from({ length: MANY }, (_nothing, index) => ({
        lastName: 'Bulkington',
        email: `bulk-${String(index).padStart(2, '0')}@bulkington.example`,
      }))
    );
  });

  it('changes the state of the rows that are selected, and of no others', async () => {
    await stage().admin.open(LIST);
    const boxes = page.locator('tbody').getByRole('checkbox');
    await boxes.nth(0).click();
    await boxes.nth(1).click();
    await bar().getByRole('button', { name: 'State' }).click();
    await asJob(
      () => page.getByRole('menuitem', { name: 'Partner' }).click(),
      'State changed for 2 contacts'
    );
    expect(await countOf('state=partner')).toBe(2);
    const states = () => page.locator('tbody tr').getByText('Partner').count();
    await becomes(page, states, 2);
  });

  it('changes the status of everything that matches, beyond the page', async () => {
    await selectAll();
    await bar().getByRole('button', { name: 'Status' }).click();
    await asJob(
      () => page.getByRole('menuitem', { name: 'VIP' }).click(),
      `Status changed for ${MANY} contacts`
    );
    expect(await countOf('status=vip')).toBe(MANY);
  });

  it('deletes everything that matches once that is confirmed', async () => {
    await selectAll();
    await bar().getByRole('button', { name: 'Delete' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText(`${MANY} contacts and everything they did`).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await countOf('')).toBe(MANY);
    await bar().getByRole('button', { name: 'Delete' }).click();
    await asJob(
      () => dialog.getByRole('button', { name: 'Delete' }).click(),
      `${MANY} contacts deleted`
    );
    expect(await countOf('')).toBe(0);
    await page.getByRole('heading', { name: 'No contact matches' }).waitFor();
  });
};
