/**
 * The admin in a browser, on the production build, over the sample data. The suites share one start of
 * Strapi, because that is what takes time.
 */
import { CONTACTS, openAdmin } from './support/admin-browser';
import { openStage, type Stage } from './support/admin-stage';
import { accessSuite } from './support/admin-access-suite';
import { bulkSuite } from './support/admin-bulk-suite';
import { cardSuite } from './support/admin-card-suite';
import { editionSuite } from './support/admin-edition-suite';
import { firstMinuteSuite } from './support/admin-first-minute-suite';
import { listSuite } from './support/admin-list-suite';
import { liveSuite } from './support/admin-live-suite';
import { looksSuite } from './support/admin-looks-suite';
import { settingsSuite } from './support/admin-settings-suite';
import { timelineSuite } from './support/admin-timeline-suite';

/** The first start of a fresh clone builds an admin. */
const BUILD_MILLISECONDS = 600_000;
jest.setTimeout(BUILD_MILLISECONDS);

let stage: Stage;
let mistakes: string[];
const theStage = () => stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

beforeEach(() => {
  mistakes = [];
  stage.admin.page.removeAllListeners('pageerror');
  stage.admin.page.on('pageerror', (error) => mistakes.push(error.message));
});
afterEach(async () => {
  await stage.admin.page.unrouteAll();
  expect(mistakes).toEqual([]);
});

describe('every screen', () => looksSuite(theStage));
describe('the contact list', () => listSuite(theStage));
describe('changing many contacts', () => bulkSuite(theStage));
describe('the contact card', () => cardSuite(theStage));
describe('the timeline', () => timelineSuite(theStage));
describe('visitors now and last month', () => liveSuite(theStage));
describe('the settings', () => settingsSuite(theStage));
describe('permissions', () => accessSuite(theStage));

describe('another language', () => {
  it('speaks Czech where an editor does, and English where it does not yet', async () => {
    const { demo, browser } = stage;
    const account = demo.admin;
    const { page, open, close } = await openAdmin(browser, {
      url: demo.url,
      account,
      language: 'cs',
    });
    await open(CONTACTS);
    await page.getByRole('heading', { name: 'Kontakty', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Vytvořit kontakt' }).waitFor();
    expect(await page.getByText('contact-management.').count()).toBe(0);
    await close();
  });
});

describe('the first minute', firstMinuteSuite);
describe('the editions', () => editionSuite(theStage));
