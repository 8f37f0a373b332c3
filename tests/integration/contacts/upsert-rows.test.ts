/** Rows of one upsert that are odd, get in each other's way, or meet somebody else's writes. */
import { CONTACT_STATUS_UID, CONTACT_UID } from '../../../server/src/modules/contacts/contract';
import { addField, options } from '../../support/custom-fields';
import { documentsOf } from '../../support/documents';
import { keptAbout, recordWrites } from '../../support/recorded-writes';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

const SITE_FIELDS = {
  loyalty: { type: 'enumeration', enum: ['high', 'low'], default: 'low' },
  shoeSize: { type: 'float' },
  secret: { type: 'string', private: true },
  joinedOn: { type: 'date' },
  lastCall: { type: 'datetime' },
};

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ config: { fields: { contact: SITE_FIELDS } } });
  await addField(site, { name: 'tier', kind: 'select', options: options('gold', 'silver') });
  await addField(site, { name: 'motto', kind: 'text' });
});
afterAll(() => site.stop());

interface Result {
  status: string;
  documentId?: string;
  error?: string;
}

const upsert = async (...contacts: object[]): Promise<Result[]> => {
  const answer = await site.http
    .post('/api/contact-management/contacts/upsert')
    .set('authorization', `Bearer ${site.apiToken}`)
    .send({ contacts });
  expect(answer.status).toBe(200);
  return answer.body.results;
};
const statuses = (results: Result[]) => results.map(({ status }) => status);
const count = () => documentsOf(site, CONTACT_UID).count();

it('a row that nobody can make sense of does not cost the others', async () => {
  const results = await upsert(
    { data: { email: 'before@rows.test' } },
    { data: { email: 'odd@rows.test', firstName: { toString: 1 } } },
    { data: { email: 'after@rows.test' } }
  );
  expect(statuses(results)).toEqual(['created', 'failed', 'created']);
});

it('a row with several faults names each of them', async () => {
  const [result] = await upsert({ data: { email: 'many@rows.test', score: 1.5, gender: 'x' } });
  expect(result?.error).toMatch(/score must be an integer/);
  expect(result?.error).toMatch(/gender must be one of/);
});

it('a row that is matched by nothing but unprintable characters makes no contact', async () => {
  const before = await count();
  const results = await upsert(
    { match: 'externalId', data: { externalId: '\u0000' } },
    { match: 'email', data: { email: ' \u0000 ' } }
  );
  expect(statuses(results)).toEqual(['failed', 'failed']);
  expect(await count()).toBe(before);
});

it('rows that repeat each other, or mean one contact by different names, make one contact', async () => {
  const before = await count();
  const results = await upsert(
    { data: { email: 'Rep@rows.test', firstName: 'A' } },
    { data: { email: ' rep@rows.test', firstName: 'B' } },
    { data: { email: 'REP@rows.test', firstName: 'B' } },
    { match: 'externalId', data: { externalId: 'R1', email: 'rep@rows.test' } },
    { data: { email: 'rep@rows.test', externalId: 'R1' } },
    { match: 'externalId', data: { externalId: 'R1', firstName: 'C' } },
    { data: { email: 'other@rows.test', externalId: 'R1' } }
  );
  expect(statuses(results)).toEqual([
    ...['created', 'updated', 'unchanged', 'failed', 'updated', 'updated', 'failed'],
  ]);
  expect(await count()).toBe(before + 1);
});

it('a thousand rows of which half are bad store the other half', async () => {
  const rows = Array.from({ length: 1_000 }, (_, at) => ({
    data: { email: at % 2 === 0 ? `half${at}` : `half${at}@rows.test` },
  }));
  const results = await upsert(...rows);
  expect(results.filter(({ status }) => status === 'created')).toHaveLength(500);
  expect(results.every(({ status }, at) => at % 2 === 1 || status === 'failed')).toBe(true);
});

it('a contact that is deleted while its row is written is there afterwards', async () => {
  const [made] = await upsert({ data: { email: 'gone@rows.test', city: 'Brno' } });
  const documents = documentsOf(site, CONTACT_UID);
  let deleted = false;
  site.strapi.documents.use(async (context, next) => {
    if (context.uid === CONTACT_UID && context.action === 'findOne' && !deleted) {
      deleted = true;
      await documents.delete({ documentId: String(made?.documentId) });
    }
    return next();
  });
  const [result] = await upsert({ data: { email: 'gone@rows.test', city: 'Praha' } });
  expect(deleted).toBe(true);
  expect(result).toMatchObject({ status: 'created' });
  expect(await documents.findOne({ documentId: String(result?.documentId) })).toMatchObject({
    city: 'Praha',
  });
});

/** Strapi types this once per action and content type. */
interface Context {
  uid: string;
  action: string;
  params: { data?: { email?: string; source?: string } };
}
type Middleware = (
  context: Context,
  next: () => Promise<{ email?: string } | null>
) => Promise<unknown>;

const use = (middleware: Middleware): (() => void) =>
  site.strapi.documents.use(middleware as never) as unknown as () => void;

describe('rows that are written together', () => {
  const made = (way: string) => [
    {
      data: {
        email: ` Ann@${way}.test`,
        externalId: `${way}-1`,
        firstName: 'Ann-Marie',
        lastName: 'Nováková',
        phone: '777 123 456',
        country: 'cz',
        tags: ['a', 'b'],
        customFields: { tier: 'gold', motto: 'Carpe diem' },
        secret: 'hush',
        shoeSize: 41.5,
      },
    },
    { data: { email: `bob@${way}.test`, state: 'customer', joinedOn: '2024-05-05' } },
    { data: { email: `cyd@${way}.test`, lastCall: '2025-01-01T10:00:00.000Z', score: 7 } },
    { data: { email: `dan@${way}.test`, gender: 'x' } },
    { data: { email: `eve@${way}.test`, customFields: { tier: 'bronze' } } },
  ];
  const changed = (way: string) => [
    { data: { email: `ann@${way}.test`, firstName: 'Anna', customFields: { tier: 'silver' } } },
    { data: { email: `bob@${way}.test`, state: 'partner', tags: ['c'], joinedOn: null } },
    { data: { email: `cyd@${way}.test`, score: 7 } },
    { policy: 'fill-empty', data: { email: `ANN@${way}.test`, lastName: 'Other', city: 'Brno' } },
    {
      match: 'externalId',
      policy: 'fill-empty',
      data: { externalId: `${way}-1`, city: 'Praha', suffix: 'Jr.' },
    },
  ];
  const throughOne = async (rows: object[]) => {
    const results: Result[] = [];
    for (const row of rows) results.push(...(await upsert(row)));
    return results;
  };
  const told = (results: Result[]) => results.map(({ status, error }) => ({ status, error }));
  const record = async (way: string, send: (rows: object[]) => Promise<Result[]>) => {
    const recorder = recordWrites(site);
    const answers = [told(await send(made(way))), told(await send(changed(way)))];
    await recorder.stop();
    const kept = await keptAbout(site, `@${way}.test`);
    const same = (lines: string[]) => lines.map((line) => line.replaceAll(way, 'way')).sort();
    // What is refused is tried once more by itself, for the sentence that says why.
    const written = recorder.heard.filter((line) => !line.includes('dan@'));
    return { answers, heard: same(written), kept: same(kept) };
  };

  it('leave the same behind, and are heard of as often, as one by one', async () => {
    const order: string[] = [];
    const leave = use(async (context, next) => {
      if (context.action === 'create') order.push('begun');
      const entry = await next();
      if (context.action === 'create') order.push('written');
      return entry;
    });
    const together = await record('together', (rows) => upsert(...rows));
    leave();
    // The fifth is refused by the plugin's own middleware, and is written by none of them.
    expect(order.slice(0, 4)).toEqual(['begun', 'begun', 'begun', 'begun']);
    const alone = await record('alone', throughOne);
    expect(together.answers).toEqual(alone.answers);
    expect(together.kept).toEqual(alone.kept);
    expect(together.heard).toEqual(alone.heard);
    expect(together.heard.join('\n')).toContain('contact.state-changed');
  });

  it('pass the middlewares of the site, which may change and refuse each of them', async () => {
    const leave = use(async (context, next) => {
      const { data } = context.params;
      if (context.uid !== CONTACT_UID || !data) return next();
      if (data.email?.startsWith('no')) throw new Error('Not this one');
      data.source = 'the site';
      return next();
    });
    const results = await upsert(
      { data: { email: 'yes1@ware.test' } },
      { data: { email: 'no@ware.test' } },
      { data: { email: 'yes2@ware.test' } }
    );
    leave();
    expect(statuses(results)).toEqual(['created', 'failed', 'created']);
    const stored = await documentsOf(site, CONTACT_UID).findMany({
      filters: { email: { $contains: '@ware.test' } },
    });
    expect(stored.map(({ source }) => source)).toEqual(['the site', 'the site']);
  });

  it('leave those that point at something to their turn, and come before them', async () => {
    const status = await documentsOf(site, CONTACT_STATUS_UID).create({
      data: { name: 'warm', displayName: 'Warm' },
    });
    const results = await upsert(
      { data: { email: 'points@mixed.test', status: status.documentId } },
      { data: { email: 'plain1@mixed.test' } },
      { data: { email: 'nowhere@mixed.test', status: 'nobody-has-this-id' } },
      { data: { email: 'plain2@mixed.test' } },
      { data: { email: 'points@mixed.test', city: 'Brno' } }
    );
    expect(statuses(results)).toEqual(['created', 'created', 'failed', 'created', 'updated']);
    const [stored] = await documentsOf(site, CONTACT_UID).findMany({
      filters: { email: 'points@mixed.test' },
      populate: ['status'],
    });
    expect(stored).toMatchObject({ city: 'Brno', status: { name: 'warm' } });
  });

  it('wait for no middleware that lets one write through at a time', async () => {
    let last: Promise<unknown> = Promise.resolve();
    const leave = use((context, next) => {
      if (context.uid !== CONTACT_UID || context.action !== 'create') return next();
      const mine = last.then(() => next());
      last = mine.catch(() => undefined);
      return mine;
    });
    const rows = [1, 2, 3].map((at) => ({ data: { email: `row${at}@queue.test` } }));
    const results = await upsert(...rows);
    leave();
    expect(statuses(results)).toEqual(['created', 'created', 'created']);
  });

  it('are none of them written when one is regretted, and then each by itself', async () => {
    const leave = use(async (context, next) => {
      const answer = await next();
      if (context.action === 'create' && answer?.email === 'regretted@late.test') {
        throw new Error('Not after all');
      }
      return answer;
    });
    const results = await upsert(
      { data: { email: 'kept@late.test' } },
      { data: { email: 'regretted@late.test' } }
    );
    leave();
    expect(results[0]?.status).toBe('created');
    expect(results[1]?.status).toBe('failed');
    expect(await keptAbout(site, 'kept@late.test')).not.toEqual([]);
  });

  it('take over what another call wrote in between', async () => {
    const rows = Array.from({ length: 200 }, (_, at) => ({
      data: { email: `race${at}@race.test`, city: 'Brno' },
    }));
    const before = await count();
    const answers = await Promise.all([upsert(...rows), upsert(...[...rows].reverse())]);
    expect(await count()).toBe(before + 200);
    const all = answers.flat();
    expect(all.filter(({ status }) => status === 'created')).toHaveLength(200);
    expect(all.filter(({ status }) => status === 'unchanged')).toHaveLength(200);
  });
});
