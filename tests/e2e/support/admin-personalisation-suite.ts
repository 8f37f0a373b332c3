/** Content for some, as an editor makes it beside the content: chosen, saved, seen through others' eyes, compared. */
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { login, openAdmin } from './admin-browser';
import { excessWidth, NARROW, violationsIn } from './admin-looks-suite';
import { becomes, call, createContacts, visit, type Stage, type TheStage } from './admin-stage';

const HOME = '/content-manager/single-types/api::home.home';
const SHOWN_TO = '/api/home?audience=visitor&populate[sections][populate]=*';
const WIDE = { width: 1_440, height: 900 };
const MANY = 50;
const LONG = 'who asked for the very long letter about roasting, brewing and everything between';
const VISITORS = 24;

interface Home {
  sections: Record<string, unknown>[];
}

const NAME_RULE = /^Up to 50 letters, digits, spaces/;
const SHOTS = process.env.CM_SHOTS;

const LOOKS = [
  ['light', 'en', 'Who sees what'],
  ['dark', 'cs', 'Kdo co vidí'],
] as const;
const FURTHER_LOOKS = [
  ['dark', 'en', 'Who sees what'],
  ['light', 'cs', 'Kdo co vidí'],
] as const;

export const personalisationSuite = (stage: TheStage) => {
  let page: Page;
  let token: string;
  const open = (address: string) => stage().admin.open(address);
  const post = async (address: string, body: object): Promise<{ data: { documentId: string } }> => {
    const answer = await call<{ data: { documentId: string } }>(stage(), address, {
      method: 'POST',
      body,
      token,
    });
    if (answer.status >= 300) throw new Error(`${address}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const panel = () => panelOf(page, 'Who sees what');
  const audience = () => page.getByRole('group', { name: 'audience' });
  const openBanner = async (title: string) => {
    await page.getByRole('button', { name: `Banner - ${title}` }).click();
    await audience().waitFor();
  };
  const save = async (action: 'Save' | 'Publish') => {
    await page.getByRole('button', { name: action, exact: true }).click();
    await page.getByText(action === 'Save' ? 'Saved document' : 'Published document').waitFor();
  };
  const look = async (as: string) => {
    await panel().getByRole('combobox', { name: 'Seen by' }).click();
    await page.getByRole('option', { name: as }).click();
  };
  const homePage = async () => (await call<{ data: Home }>(stage(), HOME, { token })).body.data;
  const publish = async (sections: object[]) => {
    await post(`${HOME}/actions/publish`, { title: 'Home', sections });
  };

  beforeAll(async () => {
    page = stage().admin.page;
    token = await login(stage().demo.url, stage().demo.admin);
    await createContacts(stage(), [{ firstName: 'Ada', lastName: 'Audience' }]);
    const groups = Array.from({ length: MANY }, (_nothing, at) => ({
      name: `shelf-${at}`,
      displayName: `Shelf ${at} ${LONG}`,
      kind: 'manual',
      visibleToSite: true,
    }));
    const hidden = { name: 'secret', displayName: 'Secret', kind: 'manual' };
    for (const data of [...groups, hidden]) {
      await post('/contact-management/contact-groups', { data });
    }
  });

  it('shows beside a single type who sees what, and why', async () => {
    await open(HOME);
    await becomes(page, () => seen(panel()), [
      'Shown: New to good coffee?',
      'Not shown: You brew at home?',
    ]);
    await panel().getByText('Shown because nothing else in this slot is meant for them.').waitFor();
    await panel().getByText('For people in Home brewers.').waitFor();
  });

  it('takes groups by search and keys, and never one that pages may not know of', async () => {
    await openBanner('You brew at home?');
    await audience().getByRole('button', { name: 'Add a group' }).click();
    const search = page.getByRole('searchbox', { name: 'Groups that are visible to the site' });
    await search.fill('secret');
    await page.getByText('Nothing found').waitFor();
    await search.fill('shelf 49');
    await page.getByRole('button', { name: /^Shelf 49/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing found').waitFor();
    expect(await search.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await becomes(page, () => audience().getByRole('listitem').allInnerTexts(), [
      'Home brewers',
      `Shelf 49 ${LONG}`,
    ]);
    await save('Save');
    await page.reload();
    await openBanner('You brew at home?');
    expect(await audience().getByRole('listitem').count()).toBe(2);
    await audience()
      .getByRole('button', { name: /^Remove Shelf 49/ })
      .click();
    await becomes(page, () => audience().getByRole('listitem').allInnerTexts(), ['Home brewers']);
  });

  it('takes a condition from the builder, and reads it', async () => {
    await audience().getByRole('button', { name: 'Add a condition' }).click();
    const dialog = page.getByRole('dialog', { name: 'Condition' });
    await dialog.getByRole('button', { name: 'Condition', exact: true }).first().click();
    await page.getByRole('searchbox', { name: 'Search conditions' }).fill('last name');
    await page.keyboard.press('Enter');
    await dialog.getByRole('textbox', { name: 'Value' }).fill('Audience');
    await dialog.getByText('1 contact', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Use this condition' }).click();
    await audience().getByText('Last name is Audience').waitFor();
    await page
      .getByRole('combobox', { name: 'Who is meant' })
      .getByText('People in any of these groups, or who match the condition')
      .waitFor();
    await save('Publish');
    await page.reload();
    await openBanner('You brew at home?');
    await audience().getByText('Last name is Audience').waitFor();
  });

  it('is seen with the eyes of a group and of a contact', async () => {
    await look('A group');
    await panel().getByRole('searchbox', { name: 'Which group' }).fill('brewers');
    await panel()
      .getByRole('button', { name: /^Home brewers/ })
      .click();
    const theirs = ['Shown: You brew at home?', 'Not shown: New to good coffee?'];
    await becomes(page, () => seen(panel()), theirs);
    await panel().getByText('They are in Home brewers.').waitFor();
    await page.keyboard.press('Enter');
    await panel().getByRole('searchbox', { name: 'Which group' }).waitFor();
    await look('A contact');
    await panel().getByRole('searchbox', { name: 'Which contact' }).fill('ada audience');
    await panel()
      .getByRole('button', { name: /^Ada Audience/ })
      .click();
    await becomes(page, () => seen(panel()), theirs);
    await panel().getByText('They match:').waitFor();
    await panel().getByText('Last name is Audience').waitFor();
  });

  it('shows the draft beside the draft, and what is published beside that', async () => {
    await page.getByRole('textbox', { name: 'title' }).last().fill('You brew at sea?');
    await save('Save');
    await becomes(page, async () => (await seen(panel()))[0], 'Shown: You brew at sea?');
    await page.getByRole('tab', { name: 'Published' }).click();
    await becomes(page, () => seen(panel()), [
      'Shown: New to good coffee?',
      'Not shown: You brew at home?',
    ]);
  });

  it('says what is wrong with nonsense while it is typed', async () => {
    await open(HOME);
    await openBanner('New to good coffee?');
    await audience()
      .getByRole('checkbox', { name: /A\/B split/ })
      .click();
    await audience().getByLabel('From (%)').fill('70');
    await audience()
      .getByText('A share goes from one percentage up to a higher one, between 0 and 100.')
      .waitFor();
    await audience().getByLabel('Split', { exact: true }).fill('');
    await audience().getByRole('textbox', { name: 'Slot' }).fill('!!!');
    await audience().getByLabel('Priority').fill('5000');
    await becomes(page, () => audience().getByText(NAME_RULE).count(), 2);
    await audience().getByText('A whole number from −1,000 to 1,000').waitFor();
    await shot(page, 'nonsense');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('A split must have a name and a variant').first().waitFor();
    // Strapi forgets what was typed when the server refuses it.
    await open(HOME);
    await openBanner('New to good coffee?');
    await audience()
      .getByRole('checkbox', { name: /A\/B split/ })
      .click();
    await audience().getByLabel('Split', { exact: true }).fill('spring');
    await audience().getByText('50% of them see this variant.').waitFor();
    await save('Publish');
  });

  it('has results once somebody has seen an arm', async () => {
    const results = () => page.getByRole('region', { name: 'How the split “spring” does' });
    await results().getByText('Nobody has seen a variant yet.').waitFor();
    const { sections } = await homePage();
    const drawing = { name: 'spring', variant: 'drawing', from: 50, to: 100 };
    await publish([
      ...sections,
      { __component: 'site.banner', title: 'A drawing', audience: { split: drawing } },
    ]);
    await haveSeen(stage(), VISITORS);
    const people = async () => {
      const { body } = await call<{ data: { variants: { visitors: number }[] } }>(
        stage(),
        '/contact-management/personalisation/splits/spring',
        { token }
      );
      return body.data.variants.reduce((sum, { visitors }) => sum + visitors, 0);
    };
    await becomes(page, people, VISITORS);
    await open(HOME);
    await results().getByText('0 of').first().waitFor();
    await results().getByText('95% interval: 0% to').first().waitFor();
    await results().getByRole('combobox', { name: 'Counts as success' }).click();
    await page.getByRole('option', { name: 'Page visit' }).click();
    await results().getByText('100%').first().waitFor();
    await results()
      .getByText(/percentage points .* That may be chance\./)
      .waitFor();
    const days = results().getByLabel('Within days of seeing it');
    await days.fill('9999');
    await results().getByText('A whole number from 1 to 365').waitFor();
    await days.fill('30');
    await results().getByText('100%').first().waitFor();
    await shot(page, 'results');
  });

  it('has room for fifty groups', async () => {
    const { sections } = await homePage();
    const groups = Array.from({ length: MANY }, (_nothing, at) => `shelf-${at}`);
    const condition = { type: 'attribute', field: 'lastName', operator: 'eq', value: 'Audience' };
    await publish([
      { __component: 'site.banner', title: LONG, audience: { groups, condition, match: 'none' } },
      ...sections,
    ]);
    await open(HOME);
    await panel()
      .getByText(/^For people outside of Shelf 0 .* and 49 more/)
      .waitFor();
    await openBanner(LONG);
    expect(await audience().getByRole('listitem').count()).toBe(MANY);
  });

  describe.each(SHOTS ? [...LOOKS, ...FURTHER_LOOKS] : LOOKS)(
    'in the %s theme, in %s',
    (theme, language, title) => {
      it('is accessible and fits', async () => {
        const { demo, browser } = stage();
        const window = await openAdmin(browser, {
          ...{ url: demo.url, account: demo.admin, theme, language },
        });
        await window.open(HOME);
        await panelOf(window.page, title).getByRole('list').first().waitFor();
        for (const [name, banner] of [
          ['fifty', LONG],
          ['split', 'New to good coffee?'],
        ] as const) {
          const bar = window.page.getByRole('button', { name: `Banner - ${banner}` });
          await bar.click();
          const field = window.page.getByRole('group', { name: 'audience' });
          await field.getByRole('combobox').or(field.getByRole('checkbox')).first().waitFor();
          for (const size of [WIDE, NARROW]) {
            await window.page.setViewportSize(size);
            await field.evaluate((element) => element.scrollIntoView());
            await shot(window.page, `${name}-${theme}-${language}-${size.width}`);
            expect(await excessWidth(window.page)).toBe(0);
            expect(await excessIn(field)).toBe(0);
          }
          expect(await violationsIn(window.page)).toEqual([]);
          await window.page.setViewportSize(WIDE);
          await bar.click();
        }
        await window.close();
      });
    }
  );
};

const panelOf = (page: Page, title: string): Locator =>
  page.locator('aside', { has: page.getByRole('heading', { name: title }) });

/** `Shown: …` or `Not shown: …`, as they stand. */
const seen = (panel: Locator): Promise<string[]> =>
  panel
    .getByRole('listitem')
    .evaluateAll((items) =>
      items.map((item) =>
        [
          item.querySelector('[aria-label]')?.getAttribute('aria-label'),
          item.querySelector('p')?.textContent,
        ].join(': ')
      )
    );

/** Pixels by which something inside stands out of an element. */
const excessIn = (element: Locator): Promise<number> =>
  element.evaluate(({ scrollWidth, clientWidth }) => Math.max(0, scrollWidth - clientWidth));

/** So many people are shown the home page, and look at another page then. */
const haveSeen = async (stage: Stage, many: number): Promise<void> => {
  const people = Array.from({ length: many }, () => randomUUID());
  for (const visitor of people) {
    await visit(stage, { visitor, events: [{ path: '/', title: 'Home' }] });
    const answer = await fetch(`${stage.demo.url}${SHOWN_TO}`, {
      headers: { 'x-cm-visitor': visitor },
    });
    expect(answer.status).toBe(200);
  }
  for (const visitor of people) {
    await visit(stage, { visitor, events: [{ path: '/shop', title: 'Shop' }] });
  }
};

const shot = async (page: Page, name: string): Promise<void> => {
  if (!SHOTS) return;
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/persona-${name}.png` });
};
