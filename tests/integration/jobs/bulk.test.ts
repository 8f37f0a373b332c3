/** Changing many contacts at once, as the admin does it. */
import { jobs } from '../../../server/src/platform/jobs/service';
import { claimJob } from '../../../server/src/platform/jobs/lease';
import type { JobView } from '../../../server/src/platform/jobs/contract';
import { CONTACT_UID, contacts } from '../../../server/src/modules/contacts';
import { events } from '../../../server/src/platform/plugin';
import { adminWith, asAdmin } from '../../support/admin-roles';
import { documentsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

const MANY = 20_000;
const LEASE = 30_000;
let site: TestSite;

beforeAll(async () => {
  site = await startSite();
  const rows = Array.from({ length: MANY }, (_, at) => ({
    document_id: `bulk${String(at).padStart(20, '0')}`,
    email: `bulk${at}@site.test`,
    kind: 'known',
    state: at % 2 === 0 ? 'prospect' : 'partner',
    subscription: 'none',
    monitored: true,
  }));
  for (let at = 0; at < MANY; at += 100) {
    await site.strapi.db.connection('cm_contacts').insert(rows.slice(at, at + 100));
  }
  await site.strapi.db.transaction(async ({ trx }) => {
    const ids: number[] = await trx('cm_contacts').pluck('id');
    await contacts(site.strapi).indexWords(trx, ids);
  });
});
afterAll(() => site.stop());

const admin = (method: 'get' | 'post', path: string, body?: object) =>
  site.http[method](`/contact-management${path}`)
    .set('authorization', `Bearer ${site.adminToken}`)
    .send(body);

const countOf = async (state: string): Promise<number> => {
  const row = await site.strapi.db
    .connection('cm_contacts')
    .where({ state })
    .count('* as n')
    .first();
  return Number(row?.n);
};

/** Waits for the job's own word, not for a while. */
const reaches = async (id: string, reached: (job: JobView) => boolean): Promise<JobView> => {
  for (;;) {
    const { body } = await admin('get', `/jobs/${id}`).expect(200);
    const job = body.data as JobView;
    if (reached(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
const ended = (id: string): Promise<JobView> =>
  reaches(id, ({ status }) => status !== 'queued' && status !== 'running');

const bulk = async (body: object): Promise<JobView> => {
  const { body: answer } = await admin('post', '/contacts/bulk', body).expect(202);
  return ended(String(answer.jobId));
};

const createGate = () => {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
};

/** Stops the job at its n-th batch, when that is committed and announced. */
const holdAt = (batch: number) => {
  const bus = events(site.strapi);
  const { emit } = bus;
  const [reached, released] = [createGate(), createGate()];
  let batches = 0;
  bus.emit = async (name, payload) => {
    if (name === 'contact.state-changed') batches += 1;
    if (batches === batch) {
      bus.emit = emit;
      reached.open();
      await released.passed;
    }
    await emit(name, payload);
  };
  return {
    reached: reached.passed,
    release: released.open,
  };
};

describe('a bulk change', () => {
  it('reaches everything that matches the filter, and nothing else', async () => {
    const job = await bulk({
      action: 'state',
      value: 'customer',
      selection: { filter: { state: 'prospect' } },
    });
    expect(job).toMatchObject({ status: 'done', done: MANY / 2, total: MANY / 2, failed: 0 });
    expect(await countOf('client')).toBe(MANY / 2);
    expect(await countOf('partner')).toBe(MANY / 2);
  });

  it('reaches those that were named', async () => {
    const documentIds = [0, 1, 2].map((at) => `bulk${String(at).padStart(20, '0')}`);
    const job = await bulk({ action: 'delete', selection: { documentIds } });
    expect(job).toMatchObject({ status: 'done', done: 3 });
    const left = await site.strapi.db.connection('cm_contacts').whereIn('document_id', documentIds);
    expect(left).toEqual([]);
  });

  it('is kept in the history of every contact, with who and why', async () => {
    const rows = await site.strapi.db
      .connection('cm_state_history')
      .where({ from: 'prospect', to: 'client' })
      .count({ count: '*' })
      .first();
    // Two of the three that were deleted since had been prospects.
    expect(Number(rows?.count)).toBe(MANY / 2 - 2);
    const job = await bulk({
      action: 'state',
      value: 'partner',
      why: 'the fair',
      selection: { filter: { state: 'client', q: 'bulk19' } },
    });
    expect(job.createdBy).toEqual({ id: expect.any(Number), name: 'Ada Admin' });
    const last = await site.strapi.db.connection('cm_state_history').orderBy('id', 'desc').first();
    expect(last).toMatchObject({ from: 'client', to: 'partner', why: 'the fair' });
    expect(last?.by).toBe(`admin:${job.createdBy?.id}`);
  });

  it('that is cancelled has changed what it says it has, and can be started again', async () => {
    const partners = await countOf('partner');
    const change = {
      action: 'state',
      value: 'client',
      selection: { filter: { state: 'partner' } },
    };
    const secondBatch = holdAt(2);
    const { body } = await admin('post', '/contacts/bulk', change).expect(202);
    await secondBatch.reached;
    await admin('post', `/jobs/${body.jobId}/cancel`).expect(200);
    secondBatch.release();
    const cancelled = await ended(String(body.jobId));
    expect(cancelled).toMatchObject({ status: 'cancelled', total: partners, done: 1_000 });
    expect(await countOf('partner')).toBe(partners - cancelled.done);
    const again = await bulk(change);
    expect(again).toMatchObject({ status: 'done', done: partners - cancelled.done });
    expect(await countOf('partner')).toBe(0);
  });

  it('gives and takes a status', async () => {
    await documentsOf(site, 'plugin::contact-management.contact-status').create({
      data: { name: 'vip', displayName: 'VIP' },
    });
    const selection = { filter: { q: 'bulk199' } };
    const given = await bulk({ action: 'status', value: 'vip', selection });
    const filter = { filter: { status: 'vip' } };
    expect(await bulk({ action: 'status', value: null, selection: filter })).toMatchObject({
      status: 'done',
      done: given.done,
    });
    expect(given.done).toBeGreaterThan(100);
  });

  it.each([
    ['no selection', { action: 'delete' }],
    [
      'a filter that does not exist',
      { action: 'delete', selection: { filter: { stat: 'client' } } },
    ],
    ['a state that does not exist', { action: 'state', value: 'x', selection: { filter: {} } }],
    ['what every object has', { action: 'state', value: 'constructor', selection: { filter: {} } }],
    ['an owner beyond all', { action: 'owner', value: 2_147_483_648, selection: { filter: {} } }],
    ['a status that does not exist', { action: 'status', value: 'x', selection: { filter: {} } }],
    ['10,001 contacts', { action: 'delete', selection: { documentIds: Array(10_001).fill('x') } }],
  ])('is refused with %s', async (_name, body) => {
    await admin('post', '/contacts/bulk', body).expect(400);
  });
});

describe('a bulk change with characters that no database holds', () => {
  it('is carried out, without them', async () => {
    const { documentId } = await documentsOf(site, CONTACT_UID).create({
      data: { email: 'nul@site.test' },
    });
    const done = await bulk({
      action: 'state',
      value: 'client',
      why: 'spring\u0000 sale',
      selection: { documentIds: [documentId, 'bulk\u0000'] },
    });
    expect(done).toMatchObject({ status: 'done', done: 1 });
    const change = await site.strapi.db
      .connection('cm_state_history')
      .orderBy('id', 'desc')
      .first('why');
    expect(change).toEqual({ why: 'spring sale' });
  });

  it('is refused when they make the name of a status', async () => {
    const body = { action: 'status', value: 'a\u0000b', selection: { filter: {} } };
    await admin('post', '/contacts/bulk', body).expect(400);
  });
});

describe('jobs', () => {
  const lease = (owner: string, now: number) =>
    claimJob(site.strapi, ['test.never-run'], { owner, now, length: LEASE });

  it('are taken by one server only, and taken over when its lease has ended', async () => {
    const id = await jobs(site.strapi).add({
      name: 'test.never-run',
      payload: {},
      createdBy: null,
    });
    const now = Date.now() + 1_000;
    const claims = await Promise.all(['a', 'b', 'c', 'd'].map((owner) => lease(owner, now)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await lease('e', now + LEASE - 1)).toBeNull();
    expect(String((await lease('e', now + LEASE + 1))?.id)).toBe(id);
  });

  const add = (createdBy: number | null) =>
    jobs(site.strapi).add({ name: 'test.never-run', payload: {}, createdBy });
  const idOf = async (token: string): Promise<number> => {
    const { body } = await site.http.get('/admin/users/me').set(asAdmin(token)).expect(200);
    return body.data.id;
  };

  it('are cancelled before they start', async () => {
    const id = await add(await idOf(site.adminToken));
    const { body } = await admin('post', `/jobs/${id}/cancel`).expect(200);
    expect(body.data).toMatchObject({ id, status: 'cancelled' });
    await admin('get', '/jobs/999999').expect(404);
  });

  it('are cancelled by whoever started them, and by nobody else who may only read', async () => {
    const reader = await adminWith(site, 'contacts.read');
    const cancel = (id: string) =>
      site.http.post(`/contact-management/jobs/${id}/cancel`).set(asAdmin(reader));
    const others = await add(await idOf(site.adminToken));
    await cancel(others).expect(403);
    const { body } = await cancel(await add(await idOf(reader))).expect(200);
    expect(body.data.status).toBe('cancelled');
    await admin('post', `/jobs/${others}/cancel`).expect(200);
  });

  it('of the server itself are cancelled by nobody', async () => {
    const id = await add(null);
    await admin('post', `/jobs/${id}/cancel`).expect(403);
    expect(await jobs(site.strapi).find(id)).toMatchObject({ status: 'queued', byServer: true });
  });

  it('are still cancelled when whoever started them is gone', async () => {
    const id = await add(999_999);
    const { body } = await admin('post', `/jobs/${id}/cancel`).expect(200);
    expect(body.data).toMatchObject({ status: 'cancelled', createdBy: null, byServer: false });
  });
});

describe('the search index', () => {
  const search = async () => {
    const { body } = await admin('get', '/contacts?q=findable').expect(200);
    return (body.data as { email: string }[]).map(({ email }) => email);
  };

  it('is filled again after an import has emptied it', async () => {
    await site.strapi
      .documents('plugin::contact-management.contact')
      .create({ data: { email: 'findable@site.test' } as never });
    expect(await search()).toEqual(['findable@site.test']);
    await site.strapi.db.connection('cm_contact_words').delete();
    await site.strapi.db.connection('cm_contact_sort_keys').delete();
    expect(await search()).toEqual([]);
    await site.restart();
    const [job] = await jobs(site.strapi).list();
    expect(job?.name).toBe('contacts.rebuild-index');
    expect(await ended(String(job?.id))).toMatchObject({ status: 'done' });
    expect(await search()).toEqual(['findable@site.test']);
  });
});
