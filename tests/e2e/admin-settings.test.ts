/** The admin's settings, the site's own fields, who may what, and another language, in a browser. */
import { accessSuite } from './support/admin-access-suite';
import { CONTACTS, openAdmin } from './support/admin-browser';
import { fieldsSuite } from './support/admin-fields-suite';
import { labelsSuite } from './support/admin-labels-suite';
import { panelsSuite } from './support/admin-panels-suite';
import { settingsSuite } from './support/admin-settings-suite';
import { webhooksSuite } from './support/admin-webhooks-suite';
import { onStage } from './support/on-stage';

const theStage = onStage();

describe('the settings', () => settingsSuite(theStage));
describe('statuses and roles', () => labelsSuite(theStage));
describe('Strapi’s edit views', () => panelsSuite(theStage));
describe('webhooks', () => webhooksSuite(theStage));
describe('fields of one’s own', () => fieldsSuite(theStage));
describe('permissions', () => accessSuite(theStage));

describe('another language', () => {
  it('speaks Czech where an editor does', async () => {
    const { demo, browser } = theStage();
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
