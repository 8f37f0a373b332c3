/**
 * Every screen in both themes: no serious or critical violation of axe-core's rules in the plugin's own
 * part of the page, and nothing wider than the window. With DOCS_PICTURES=1 it also takes the pictures
 * that the README and the guide show. Stands first, while the data is as the sample has it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { CONTACTS, openAdmin, type AdminWindow } from './admin-browser';
import { createAccountsToSee, type SeenAccounts } from './admin-accounts-data';
import { contactsOf, visit, type TheStage } from './admin-stage';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const IMAGES = path.join(__dirname, '../../../docs/images');
export const NARROW = { width: 900, height: 700 };

interface Seen extends SeenAccounts {
  client: string;
}

interface Screen {
  name: string;
  address: (seen: Seen) => string;
  /** What is there when the screen is. */
  sign: string;
  /** Themes that the documentation shows it in. */
  pictures: string[];
}

const ACCOUNTS = '/plugins/contact-management/accounts';

const SCREENS: Screen[] = [
  {
    name: 'contacts',
    address: () => `${CONTACTS}?state=client,partner`,
    sign: '[data-row]',
    pictures: ['light', 'dark'],
  },
  {
    name: 'bulk-changes',
    address: () => '/plugins/contact-management/bulk-changes',
    sign: 'h1',
    pictures: [],
  },
  {
    name: 'contact-card',
    address: ({ client }) => `${CONTACTS}/${client}`,
    sign: 'section li',
    pictures: ['light', 'dark'],
  },
  {
    name: 'profile',
    address: ({ client }) => `${CONTACTS}/${client}/profile`,
    sign: 'input[name=firstName]',
    pictures: [],
  },
  {
    name: 'devices',
    address: ({ client }) => `${CONTACTS}/${client}/devices`,
    sign: 'tbody [data-row]',
    pictures: [],
  },
  {
    name: 'contact-accounts',
    address: ({ client }) => `${CONTACTS}/${client}/accounts`,
    sign: '[data-row]',
    pictures: [],
  },
  {
    name: 'accounts',
    address: () => ACCOUNTS,
    sign: '[data-row]',
    pictures: [],
  },
  {
    name: 'account-people',
    address: ({ account }) => `${ACCOUNTS}/${account}/people`,
    sign: '[data-row]',
    pictures: [],
  },
  {
    name: 'account-activity',
    address: ({ account }) => `${ACCOUNTS}/${account}/activity`,
    sign: 'section li time',
    pictures: [],
  },
  {
    name: 'account-structure',
    address: ({ account }) => `${ACCOUNTS}/${account}/structure`,
    sign: 'ul ul a',
    pictures: [],
  },
  {
    name: 'account-profile',
    address: ({ account }) => `${ACCOUNTS}/${account}/profile`,
    sign: 'input[name=name]',
    pictures: [],
  },
  {
    name: 'account-without-anything',
    address: ({ bare }) => `${ACCOUNTS}/${bare}/people`,
    sign: 'h2',
    pictures: [],
  },
  {
    name: 'accounts-without-a-match',
    address: () => `${ACCOUNTS}?q=nobody-is-called-that`,
    sign: 'h2',
    pictures: [],
  },
  {
    name: 'contact-statuses',
    address: () => '/settings/contact-management/contact-statuses',
    sign: 'ul li',
    pictures: [],
  },
  {
    name: 'account-statuses',
    address: () => '/settings/contact-management/account-statuses',
    sign: 'ul li',
    pictures: [],
  },
  {
    name: 'contact-roles',
    address: () => '/settings/contact-management/contact-roles',
    sign: 'ul li',
    pictures: [],
  },
  {
    name: 'live-view',
    address: () => '/plugins/contact-management/live',
    sign: '[data-row]',
    pictures: ['light'],
  },
  {
    name: 'settings',
    address: () => '/settings/contact-management/general',
    sign: 'code',
    pictures: ['light'],
  },
  {
    name: 'activity-types',
    address: () => '/settings/contact-management/activity-types',
    sign: '[data-row]',
    pictures: [],
  },
  {
    name: 'webhooks',
    address: () => '/settings/contact-management/webhooks',
    sign: 'h1',
    pictures: [],
  },
  {
    name: 'custom-fields',
    address: () => '/settings/contact-management/custom-fields',
    sign: 'h2',
    pictures: [],
  },
];

const VISITS = [
  ['/magazine/brewing/pour-over-in-three-minutes', 'Pour-over in three minutes'],
  ['/shop/guji-uraga', 'Guji Uraga'],
  ['/shop', 'Shop'],
  ['/magazine/origins', 'Origins'],
  ['/basket', 'Basket'],
] as const;

export const looksSuite = (stage: TheStage) => {
  let seen: Seen;
  const windows: Record<string, AdminWindow> = {};
  beforeAll(async () => {
    const clients = await contactsOf(stage(), 'state=client&status=regular&pageSize=100');
    const first = clients.find(({ companyName }) => companyName) ?? clients[0];
    const people = [first, ...clients.filter((one) => one !== first)].slice(0, 4);
    const [client = '', ...others] = people.map((one) => one?.documentId ?? '');
    seen = { client, ...(await createAccountsToSee(stage(), [client, ...others])) };
    for (const [where, title] of VISITS) {
      await visit(stage(), { events: [{ path: where, title: `${title} – Kittiwake Coffee` }] });
    }
    const { demo, browser } = stage();
    for (const theme of ['light', 'dark'] as const) {
      windows[theme] = await openAdmin(browser, { url: demo.url, account: demo.admin, theme });
    }
  });
  afterAll(async () => {
    for (const { close } of Object.values(windows)) await close();
  });

  describe.each(['light', 'dark'])('in the %s theme', (theme) => {
    it.each(SCREENS)('$name is accessible and fits', async ({ name, address, sign, pictures }) => {
      const { page, open } = windows[theme] ?? stage().admin;
      await open(address(seen));
      await page.getByRole('main').locator(sign).first().waitFor();
      if (pictures.includes(theme))
        await picture(page, `${name}${theme === 'dark' ? '-dark' : ''}`);
      expect(await violationsIn(page)).toEqual([]);
      expect(await excessWidth(page)).toBe(0);
      await page.setViewportSize(NARROW);
      expect(await excessWidth(page)).toBe(0);
      await page.setViewportSize({ width: 1_440, height: 900 });
    });
  });

  it('has a widget on the home page', async () => {
    const { page, open } = windows.light ?? stage().admin;
    await open('/');
    await page.locator('.recharts-bar-rectangle').first().waitFor();
    const widget = page.locator('section', { has: page.locator('.recharts-surface') }).last();
    await widget.scrollIntoViewIfNeeded();
    await page.mouse.move(0, 0);
    if (takesPictures) await widget.screenshot({ path: path.join(IMAGES, 'home-widget.png') });
  });
};

const takesPictures = process.env.DOCS_PICTURES === '1';

const picture = async (page: Page, name: string) => {
  if (takesPictures) await page.screenshot({ path: path.join(IMAGES, `${name}.png`) });
};

interface AxeResult {
  violations: { id: string; impact: string; nodes: { html: string }[] }[];
}

/** `rule: markup` of each; what surrounds `main` is Strapi's. */
export const violationsIn = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResult>(
    "axe.run('main', { resultTypes: ['violations'] })"
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};

/** Pixels by which the page is wider than its window. */
export const excessWidth = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
