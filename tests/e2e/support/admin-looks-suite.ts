/**
 * Every screen in both themes: no serious or critical violation of axe-core's rules in the plugin's own
 * part of the page, and nothing wider than the window. With DOCS_PICTURES=1 it also takes the pictures
 * that the README and the guide show. Stands first, while the data is as the sample has it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { CONTACTS, openAdmin, type AdminWindow } from './admin-browser';
import { contactsOf, visit, type TheStage } from './admin-stage';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const IMAGES = path.join(__dirname, '../../../docs/images');
const NARROW = { width: 900, height: 700 };

interface Screen {
  name: string;
  address: (client: string) => string;
  /** What is there when the screen is. */
  sign: string;
  /** Themes that the documentation shows it in. */
  pictures: string[];
}

const SCREENS: Screen[] = [
  {
    name: 'contacts',
    address: () => `${CONTACTS}?state=client,partner`,
    sign: '[data-row]',
    pictures: ['light', 'dark'],
  },
  {
    name: 'contact-card',
    address: (client) => `${CONTACTS}/${client}`,
    sign: 'section li',
    pictures: ['light', 'dark'],
  },
  {
    name: 'profile',
    address: (client) => `${CONTACTS}/${client}/profile`,
    sign: 'input[name=firstName]',
    pictures: [],
  },
  {
    name: 'devices',
    address: (client) => `${CONTACTS}/${client}/devices`,
    sign: 'tbody [data-row]',
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
];

const VISITS = [
  ['/magazine/brewing/pour-over-in-three-minutes', 'Pour-over in three minutes'],
  ['/shop/guji-uraga', 'Guji Uraga'],
  ['/shop', 'Shop'],
  ['/magazine/origins', 'Origins'],
  ['/basket', 'Basket'],
] as const;

export const looksSuite = (stage: TheStage) => {
  let client: string;
  const windows: Record<string, AdminWindow> = {};
  beforeAll(async () => {
    const clients = await contactsOf(stage(), 'state=client&status=regular&pageSize=100');
    client = (clients.find(({ companyName }) => companyName) ?? clients[0])?.documentId ?? '';
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
      await open(address(client));
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
const violationsIn = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResult>(
    "axe.run('main', { resultTypes: ['violations'] })"
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};

const excessWidth = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
