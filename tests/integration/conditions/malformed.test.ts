/** What nobody may save: each with where it is wrong and why, as docs/reference/conditions-errors.md tells. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { conditions, type Condition } from '../../../server/src/modules/conditions';
import { addField, ask } from '../../support/custom-fields';
import { MALFORMED, toPage } from '../../support/conditions/malformed-page';
import { startSite, type TestSite } from '../../support/strapi';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

interface Refusal {
  name: string;
  message: string;
  details: { errors: { path: string[]; message: string }[] };
}

const refusalOf = (condition: unknown): Refusal => {
  try {
    conditions(site.strapi).parse(condition);
  } catch (error) {
    return error as Refusal;
  }
  throw new Error(`It was let through: ${JSON.stringify(condition)}`);
};

const PAGE = path.join(__dirname, '../../../docs/reference/conditions-errors.md');

it.each(MALFORMED)('refuses $what', ({ condition, path: where, message }) => {
  const { name, details } = refusalOf(condition);
  expect(name).toBe('ValidationError');
  const [first] = details.errors;
  expect({ path: first?.path.join('.'), message: first?.message }).toEqual({
    path: where,
    message,
  });
});

it('tells the same on the page of errors', () => {
  const page = toPage(MALFORMED);
  if (process.env.WRITE_PAGES) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

it('names every problem at once, and echoes no more of a name than a sentence takes', () => {
  const wrong = { type: 'attribute', field: 'x'.repeat(100_000), operator: 'eq', value: 'a' };
  const other = { ['y'.repeat(100_000)]: 1, type: 'group' };
  const { details, message } = refusalOf({ type: 'all', rules: [wrong, other, { type: 'gone' }] });
  expect(details.errors.map(({ path: at }) => at.slice(0, 2).join('.'))).toEqual([
    ...['rules.0', 'rules.1', 'rules.2'],
  ]);
  expect(message.length).toBeLessThan(1_000);
});

it('refuses text that is nothing once it is spelled as its field keeps it', async () => {
  await addField(site, { name: 'page', kind: 'url' });
  const asked = { type: 'attribute', field: 'customFields.page', operator: 'contains' };
  const { details } = refusalOf({ ...asked, value: 'https://' });
  expect(details.errors[0]).toMatchObject({
    path: ['value'],
    message: 'value holds nothing that this field is compared by',
  });
  expect(conditions(site.strapi).parse({ ...asked, value: 'https://a' })).toBeDefined();
});

describe('a condition that was stored when there was more to ask', () => {
  const matching = (condition: Condition) => () => conditions(site.strapi).matching(condition);

  it('throws when its field is gone', async () => {
    const { documentId } = await addField(site, { name: 'short_lived', kind: 'text' });
    const condition = conditions(site.strapi).parse({
      ...{ type: 'attribute', field: 'customFields.short_lived', operator: 'ne', value: 'a' },
    });
    expect(matching(condition)).not.toThrow();
    await ask(site, 'delete', `/custom-fields/${documentId}`);
    expect(matching(condition)).toThrow('There is no field "customFields.short_lived" any more');
  });

  it.each([
    ['its leaf', { type: 'shop.gone' }, 'There is no condition "shop.gone"'],
    ['all of a block', { type: 'any', rules: [] }, /asks nothing|at least one/],
    ['its field', { type: 'attribute', field: 'gone', operator: 'isEmpty' }, 'no field "gone" any'],
    [
      'its operator',
      { type: 'attribute', field: 'country', operator: 'gone', value: 'CZ' },
      'There is no operator "gone"',
    ],
    [
      'its content type',
      { type: 'content', contentType: 'api::gone.gone', operator: 'never', where: [] },
      'There is no content type "api::gone.gone" any more',
    ],
    [
      'the field of an activity',
      {
        ...{ type: 'activity', activity: 'login', operator: 'never' },
        where: [{ field: 'gone', operator: 'isEmpty' }],
      },
      'There is no field "gone"',
    ],
  ])('throws when %s is gone', (_what, stored, message) => {
    expect(matching(stored as Condition)).toThrow(message);
  });
});
