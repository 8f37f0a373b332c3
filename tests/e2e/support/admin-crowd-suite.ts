/** Ten thousand people in a group and in an account, some of whose names are long or run from right to left. */
import type { Locator, Page } from 'playwright-core';
import { openAdmin, type AdminWindow } from './admin-browser';
import { NARROW } from './admin-looks-suite';
import { becomes, call, type TheStage } from './admin-stage';

const PLUGIN = '/plugins/contact-management';
const ROUTES = '/contact-management';
const CALLS = 10;
const PER_CALL = 1_000;
const EVERYBODY = CALLS * PER_CALL;
const LONG =
  'Bartholomäus-Maximilian von und zu Hohenlohe-Waldenburg-Schillingsfürst der Ältere auf Burg Rabenstein';
const RIGHT_TO_LEFT = 'أصدقاء القهوة العربية';
const ROLE = 'Deputy head of purchasing for speciality coffees of the southern hemisphere';

interface Created {
  data: { documentId: string };
}

export const crowdSuite = (stage: TheStage) => {
  let window: AdminWindow;
  let page: Page;
  let group: string;
  let account: string;
  const read = async <Data>(address: string): Promise<Data> =>
    (await call<{ data: Data }>(stage(), `${ROUTES}${address}`)).body.data;
  const post = async (address: string, body: object): Promise<string> => {
    const answer = await call<Created>(stage(), `${ROUTES}${address}`, { method: 'POST', body });
    expect([address, answer.status]).toEqual([address, 201]);
    return answer.body.data.documentId;
  };
  const bulk = async (action: string, value: unknown) => {
    const body = { action, value, selection: { filter: { q: 'crowd.example' } } };
    const { status } = await call(stage(), `${ROUTES}/contacts/bulk`, { method: 'POST', body });
    expect(status).toBe(202);
  };
  const sizeOfGroup = async () => (await read<{ size: number }>(`/contact-groups/${group}`)).size;
  const peopleOfAccount = async () =>
    (await read<{ current: number }>(`/accounts/${account}/people`)).current;

  beforeAll(async () => {
    for (let at = 0; at < CALLS; at += 1) await upsert(stage().demo, at * PER_CALL);
    group = await post('/contact-groups', { data: { name: 'crowd', displayName: LONG } });
    await post('/contact-groups', { data: { name: 'crowd-rtl', displayName: RIGHT_TO_LEFT } });
    account = await post('/accounts', { data: { name: LONG } });
    const role = await post('/contact-roles', {
      data: { name: 'crowd-role', displayName: ROLE, color: '#ffd400' },
    });
    const { demo, browser } = stage();
    window = await openAdmin(browser, { url: demo.url, account: demo.admin });
    page = window.page;
    await bulk('add-to-group', group);
    await becomes(page, sizeOfGroup, EVERYBODY);
    await bulk('add-to-account', { account, role });
    await becomes(page, peopleOfAccount, EVERYBODY);
  });
  afterAll(() => window.close());

  const openNarrow = async (address: string) => {
    await page.setViewportSize(NARROW);
    await window.open(`${PLUGIN}${address}`);
    await page.locator('[data-row]').first().waitFor();
  };
  /** Pixels of a table that are out of sight to its right. */
  const hiddenWidth = () =>
    page
      .locator('main table')
      .first()
      .evaluate((table) => {
        const { scrollWidth = 0, clientWidth = 0 } = table.parentElement ?? {};
        return scrollWidth - clientWidth;
      });

  it('are counted in full, and one of them is found', async () => {
    await window.open(`${PLUGIN}/groups/${group}/members`);
    await page.getByText('Manual · 10,000 members').waitFor();
    await page.getByRole('searchbox', { name: 'Search members' }).fill('m4242@crowd.example');
    await becomes(page, () => page.locator('[data-row]').count(), 1);
    await page.getByText('m4242@crowd.example').waitFor();
  });

  it('are paged through, there and back', async () => {
    await window.open(`${PLUGIN}/groups/${group}/members`);
    const names = () => page.locator('[data-row-link]').allInnerTexts();
    await page.locator('[data-row-link]').first().waitFor();
    const first = await names();
    expect(first).toHaveLength(50);
    const isSame = async () => (await names()).some((name) => first.includes(name));
    await page.getByRole('button', { name: 'Next page' }).click();
    await becomes(page, isSame, false);
    await page.getByRole('button', { name: 'Previous page' }).click();
    await becomes(page, names, first);
  });

  it('can be removed and excluded in a narrow window without pushing the table aside', async () => {
    await openNarrow(`/groups/${group}/members`);
    await page
      .getByRole('button', { name: /^Exclude / })
      .first()
      .waitFor();
    expect(await hiddenWidth()).toBe(0);
  });

  it('have a role that is too long, and still an arrow that says it can be changed', async () => {
    await openNarrow(`/accounts/${account}/people`);
    const role = page.getByRole('button', { name: new RegExp(`${ROLE}$`) }).first();
    const cell = page.locator('td').filter({ has: role }).first();
    expect(await rightOf(role.locator('svg'))).toBeLessThanOrEqual(await rightOf(cell));
    expect(await hiddenWidth()).toBe(0);
  });

  it('are in groups whose names begin below their heading, whichever way they run', async () => {
    await openNarrow('/groups?q=crowd');
    const names = page.locator('[data-row-link] > *');
    await becomes(
      page,
      async () => new Set(await names.allInnerTexts()),
      new Set([LONG, RIGHT_TO_LEFT])
    );
    // Of the letters, not of the block they stand in.
    const lefts = await names.evaluateAll((all) =>
      all.map((name) => {
        const letters = document.createRange();
        letters.selectNodeContents(name);
        return Math.round(letters.getBoundingClientRect().left);
      })
    );
    expect(new Set(lefts).size).toBe(1);
  });
};

const rightOf = async (what: Locator): Promise<number> => {
  const box = await what.boundingBox();
  if (!box) throw new Error('It is not on the screen');
  return box.x + box.width;
};

const upsert = async (demo: { url: string; apiToken: string }, from: number) => {
  const contacts = Array.from({ length: PER_CALL }, (_nothing, at) => {
    const number = from + at;
    return {
      data: {
        email: `m${number}@crowd.example`,
        firstName: number % 97 === 0 ? LONG : 'Ann',
        lastName: number % 89 === 0 ? `بن محمد ${number}` : `Crowd ${number}`,
      },
    };
  });
  const answer = await fetch(`${demo.url}/api${ROUTES}/contacts/upsert`, {
    method: 'POST',
    headers: { authorization: `Bearer ${demo.apiToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ contacts }),
  });
  expect(answer.status).toBe(200);
};
