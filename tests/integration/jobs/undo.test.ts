/** Undoing bulk changes, as the admin does it. */
import { randomUUID } from 'node:crypto';
import type { BulkBatchView } from '../../../server/src/platform/bulk/contract';
import { forgetOldBatches } from '../../../server/src/platform/bulk/forget-old';
import { DAY } from '../../../server/src/platform/clock';
import { contacts } from '../../../server/src/modules/contacts';
import { expectTrueTotals } from '../../support/activity-totals';
import { adminWith, asAdmin } from '../../support/admin-roles';
import { bulkOf } from '../../support/bulk';
import { documentsOf, type Entry } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

const CONTACT = 'plugin::contact-management.contact';
const STATUS = 'plugin::contact-management.contact-status';
let site: TestSite;

beforeAll(async () => {
  site = await startSite();
  await documentsOf(site, STATUS).create({ data: { name: 'vip', displayName: 'VIP' } });
  await documentsOf(site, STATUS).create({ data: { name: 'old', displayName: 'Old' } });
});
afterAll(() => site.stop());

const { admin, ended, bulk, undo, batchOf } = bulkOf(() => site);

/** Three people with one company, which a filter finds them by. */
const people = async (company: string, data: object[] = [{}, {}, {}]): Promise<Entry[]> => {
  const created: Entry[] = [];
  for (const [at, one] of data.entries()) {
    const email = `${company.toLowerCase()}-${at}@undo.test`;
    created.push(
      await documentsOf(site, CONTACT).create({ data: { email, companyName: company, ...one } })
    );
  }
  return created;
};
const selecting = (company: string) => ({ selection: { filter: { q: company.toLowerCase() } } });
const named = (entries: Entry[]) => entries.map(({ documentId }) => documentId);
const read = async (company: string): Promise<Entry[]> =>
  documentsOf(site, CONTACT).findMany({
    filters: { companyName: company },
    populate: ['status', 'owner'],
    sort: 'email',
  });
const nothingSkipped = { changed: 0, gone: 0, taken: 0 };

describe('undo of a state', () => {
  it('puts every contact back to the state it had', async () => {
    await people('Alder', [{ state: 'partner' }, { state: 'prospect' }, { state: 'client' }]);
    const { batchId } = await bulk({ action: 'state', value: 'client', ...selecting('Alder') });
    expect(await batchOf(batchId)).toMatchObject({
      action: 'state',
      value: 'client',
      changed: 2,
      state: 'done',
      canUndo: true,
      createdBy: { name: 'Ada Admin' },
    });
    const job = await undo(batchId);
    expect(job.result).toEqual({ batchId, restored: 2, ...nothingSkipped });
    expect((await read('Alder')).map(({ state }) => state)).toEqual([
      'partner',
      'prospect',
      'client',
    ]);
    const last = await site.strapi.db.connection('cm_state_history').orderBy('id', 'desc').first();
    expect(last).toMatchObject({ from: 'client', why: 'undo', by: `admin:${job.createdBy?.id}` });
  });

  it('leaves and counts what was changed since', async () => {
    const [first, second] = await people('Birch');
    const { batchId } = await bulk({ action: 'state', value: 'client', ...selecting('Birch') });
    await documentsOf(site, CONTACT).update({
      documentId: String(first?.documentId),
      data: { state: 'partner' },
    });
    await documentsOf(site, CONTACT).delete({ documentId: String(second?.documentId) });
    const job = await undo(batchId);
    // What was erased has nothing left that could be undone.
    expect(job).toMatchObject({ done: 2, failed: 1 });
    expect(job.result).toEqual({ batchId, restored: 1, ...nothingSkipped, changed: 1 });
    expect((await read('Birch')).map(({ state }) => state)).toEqual(['partner', 'prospect']);
  });

  it('works once', async () => {
    await people('Cedar');
    const { batchId } = await bulk({ action: 'state', value: 'client', ...selecting('Cedar') });
    await undo(batchId);
    expect(await batchOf(batchId)).toMatchObject({ state: 'undone', restored: 3, canUndo: false });
    const { body } = await admin('post', `/bulk-batches/${batchId}/undo`).expect(409);
    expect(body.error.message).toBe('Nothing is left of this bulk change that could be undone');
  });

  it('is offered only while there is somebody to put back', async () => {
    const [one, two, three] = await people('Bamboo');
    const { batchId } = await bulk({ action: 'state', value: 'client', ...selecting('Bamboo') });
    const remove = (entry: Entry | undefined) =>
      documentsOf(site, CONTACT).delete({ documentId: String(entry?.documentId) });
    await remove(one);
    expect(await batchOf(batchId)).toMatchObject({ state: 'done', canUndo: true });
    await remove(two);
    await remove(three);
    expect(await batchOf(batchId)).toMatchObject({ state: 'done', changed: 3, canUndo: false });
    await admin('post', `/bulk-batches/${batchId}/undo`).expect(409);
  });

  it('is over when all who are still there are put back', async () => {
    const [one] = await people('Catalpa');
    const { batchId } = await bulk({ action: 'state', value: 'client', ...selecting('Catalpa') });
    await documentsOf(site, CONTACT).delete({ documentId: String(one?.documentId) });
    expect((await undo(batchId)).result).toMatchObject({ restored: 2 });
    expect(await batchOf(batchId)).toMatchObject({ state: 'undone', restored: 2, canUndo: false });
  });

  it('started twice in one moment puts each contact back once', async () => {
    await people('Cypress', Array(30).fill({}) as object[]);
    const { batchId } = await bulk({ action: 'state', value: 'client', ...selecting('Cypress') });
    const answers = await Promise.all(
      [1, 2, 3].map(() => admin('post', `/bulk-batches/${batchId}/undo`))
    );
    const started = answers.filter(({ status }) => status === 202);
    expect(started.length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 202 || status === 409)).toBe(true);
    for (const { body } of started) await ended(String(body.jobId));
    expect(await batchOf(batchId)).toMatchObject({ state: 'undone', restored: 30, skipped: 0 });
    expect(new Set((await read('Cypress')).map(({ state }) => state))).toEqual(
      new Set(['prospect'])
    );
  });

  it('waits until the change itself has ended', async () => {
    await people('Dogwood');
    const { body } = await admin('post', '/contacts/bulk', {
      action: 'state',
      value: 'client',
      ...selecting('Dogwood'),
    }).expect(202);
    await ended(String(body.jobId));
    await site.strapi.db
      .connection('cm_jobs')
      .where('id', body.jobId)
      .update({ status: 'running', lease_until: Date.now() + DAY });
    const refused = await admin('post', `/bulk-batches/${body.batchId}/undo`).expect(409);
    expect(refused.body.error.message).toMatch(/still running/);
    expect(await batchOf(String(body.batchId))).toMatchObject({ state: 'running', canUndo: false });
    await site.strapi.db
      .connection('cm_jobs')
      .where('id', body.jobId)
      .update({ status: 'cancelled', finished_at: Date.now() });
    expect(await batchOf(String(body.batchId))).toMatchObject({ state: 'stopped', canUndo: true });
    expect((await undo(String(body.batchId))).result).toMatchObject({ restored: 3 });
  });
});

describe('undo of a status and of an owner', () => {
  it('gives each contact the status it had, or none', async () => {
    const [vip] = await site.strapi.db.query(STATUS).findMany({ where: { name: 'vip' } });
    await people('Elm', [{ status: vip.documentId }, {}]);
    const { batchId } = await bulk({ action: 'status', value: 'old', ...selecting('Elm') });
    expect(await batchOf(batchId)).toMatchObject({ value: 'old', label: 'Old', changed: 2 });
    await undo(batchId);
    const names = (await read('Elm')).map(({ status }) => (status as Entry | null)?.name ?? null);
    expect(names).toEqual(['vip', null]);
  });

  it('cannot give back a status that is gone', async () => {
    const gone = await documentsOf(site, STATUS).create({
      data: { name: 'gone', displayName: 'Gone' },
    });
    await people('Fir', [{ status: gone.documentId }, {}]);
    const { batchId } = await bulk({ action: 'status', value: 'vip', ...selecting('Fir') });
    await documentsOf(site, STATUS).delete({ documentId: gone.documentId });
    expect((await undo(batchId)).result).toEqual({
      batchId,
      restored: 1,
      ...nothingSkipped,
      gone: 1,
    });
  });

  it('gives each contact back to its owner', async () => {
    const [ada] = await site.strapi.db.query('admin::user').findMany({});
    await people('Gorse', [{ owner: ada.id }, {}]);
    const given = await bulk({ action: 'owner', value: ada.id, ...selecting('Gorse') });
    expect(await batchOf(given.batchId)).toMatchObject({ label: 'Ada Admin', changed: 1 });
    const taken = await bulk({ action: 'owner', value: null, ...selecting('Gorse') });
    const owners = async () =>
      (await read('Gorse')).map(({ owner }) => (owner as Entry | null)?.id ?? null);
    expect(await owners()).toEqual([null, null]);
    await undo(taken.batchId);
    expect(await owners()).toEqual([ada.id, ada.id]);
    await undo(given.batchId);
    expect(await owners()).toEqual([ada.id, null]);
  });

  it.each([['x'], [999_999], [1.5], [{}]])(
    'an owner that is none (%p) is refused',
    async (value) => {
      const request = { action: 'owner', value, ...selecting('Gorse') };
      await admin('post', '/contacts/bulk', request).expect(400);
    }
  );
});

describe('undo of a deletion', () => {
  /** Everything about contacts, table by table, without what nothing can be told by. */
  const everything = async () => {
    const tables = [
      ...['cm_contacts', 'cm_state_history', 'cm_activities', 'cm_visitors', 'cm_sessions'],
      ...['cm_consent_log', 'cm_contact_anchors', 'cm_merge_ledger', 'cm_bulk_changes'],
      'cm_activity_totals',
    ];
    const rows: Record<string, unknown[]> = {};
    const keys: Record<string, string> = {
      cm_contact_anchors: 'document_id',
      cm_activity_totals: 'contact_id',
    };
    for (const table of tables) {
      const key = keys[table] ?? 'id';
      rows[table] = await site.strapi.db.connection(table).orderBy(key);
    }
    for (const table of ['cm_contact_words', 'cm_contact_sort_keys']) {
      rows[table] = await site.strapi.db
        .connection(table)
        .select(table === 'cm_contact_words' ? ['contact_id', 'word'] : ['contact_id', 'name'])
        .orderBy(['contact_id', table === 'cm_contact_words' ? 'word' : 'name']);
    }
    return rows;
  };
  const visit = async (email: string) => {
    const visitor = randomUUID();
    const events = ['/a', '/b?utm_source=news'].map((path) => ({
      id: randomUUID(),
      type: 'pagevisit',
      url: `https://site.test${path}`,
      data: { list: [1, 'two', null], text: 'žluťoučký 🐎' },
      value: 12.5,
    }));
    await site.http
      .post('/cm/e')
      .set('user-agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0')
      .send({ visitor, consent: { tracking: true }, events })
      .expect(202);
    await site.http
      .post('/cm/identify')
      .set('user-agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0')
      .send({ visitor, traits: { email } })
      .expect(202);
    return visitor;
  };

  it('brings back every row under its number, and the search finds them again', async () => {
    const [first] = await people('Hazel', [{ tags: ['a', 'b'], birthday: '1990-02-03' }, {}, {}]);
    await bulk({ action: 'state', value: 'client', ...selecting('Hazel') });
    await visit('hazel-visitor@undo.test');
    const found = await contacts(site.strapi).findByEmail('hazel-visitor@undo.test');
    await expectTrueTotals(site);
    const before = await everything();
    const kept = site.strapi.db.connection('cm_bulk_kept_rows');
    const { batchId } = await bulk({
      action: 'delete',
      selection: { documentIds: [first?.documentId, found?.documentId] },
    });
    expect(await contacts(site.strapi).findByEmail('hazel-visitor@undo.test')).toBeNull();
    expect(await batchOf(batchId)).toMatchObject({ action: 'delete', changed: 2, canUndo: true });
    await expectTrueTotals(site);
    expect((await undo(batchId)).result).toMatchObject({ restored: 2 });
    const after = await everything();
    after.cm_bulk_changes = (after.cm_bulk_changes as Entry[]).filter(
      (row) => String(row.batch_id) !== batchId
    );
    expect(after).toEqual(before);
    await expectTrueTotals(site);
    expect(before.cm_activities?.length).toBeGreaterThan(2);
    expect(before.cm_sessions).not.toHaveLength(0);
    expect(before.cm_consent_log).not.toHaveLength(0);
    expect(await kept.clone().where('batch_id', batchId)).toEqual([]);
    const { body } = await admin('get', '/contacts?q=hazel-visitor').expect(200);
    expect(body.data).toHaveLength(1);
  });

  it('lets earlier changes of the same contacts be undone after it', async () => {
    await people('Ivy', [{ state: 'partner' }, {}]);
    const state = await bulk({ action: 'state', value: 'client', ...selecting('Ivy') });
    const deleted = await bulk({ action: 'delete', ...selecting('Ivy') });
    await undo(deleted.batchId);
    expect((await undo(state.batchId)).result).toMatchObject({ restored: 2 });
    expect((await read('Ivy')).map((one) => one.state)).toEqual(['partner', 'prospect']);
  });

  it('leaves a contact deleted whose e-mail is taken, until it is free again', async () => {
    await people('Juniper', [{}, {}]);
    const { batchId } = await bulk({ action: 'delete', ...selecting('Juniper') });
    const other = await documentsOf(site, CONTACT).create({
      data: { email: 'juniper-0@undo.test', companyName: 'Thief' },
    });
    const job = await undo(batchId);
    expect(job.result).toEqual({ batchId, restored: 1, ...nothingSkipped, taken: 1 });
    expect(await batchOf(batchId)).toMatchObject({ restored: 1, skipped: 1, canUndo: true });
    await documentsOf(site, CONTACT).delete({ documentId: other.documentId });
    expect((await undo(batchId)).result).toMatchObject({ restored: 1, taken: 0 });
    expect(await batchOf(batchId)).toMatchObject({ restored: 2, skipped: 0, canUndo: false });
    expect(await read('Juniper')).toHaveLength(2);
  });

  it('leaves a browser to whom it belongs by now', async () => {
    const visitor = await visit('kalmia@undo.test');
    const { batchId } = await bulk({ action: 'delete', selection: { filter: { q: 'kalmia' } } });
    await site.http
      .post('/cm/e')
      .set('user-agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0')
      .send({
        visitor,
        events: [{ id: randomUUID(), type: 'pagevisit', url: 'https://site.test/c' }],
      })
      .expect(202);
    expect((await undo(batchId)).result).toMatchObject({ restored: 1 });
    const back = await contacts(site.strapi).findByEmail('kalmia@undo.test');
    const rows = await site.strapi.db.connection('cm_visitors').where('visitor_key', visitor);
    expect(rows).toHaveLength(1);
    expect(Number(rows[0].contact_id)).not.toBe(back?.id);
  });

  it('gives no owner and no status that are gone by now', async () => {
    const status = await documentsOf(site, STATUS).create({
      data: { name: 'brief', displayName: 'Brief' },
    });
    await people('Larch', [{ status: status.documentId }]);
    const { batchId } = await bulk({ action: 'delete', ...selecting('Larch') });
    await documentsOf(site, STATUS).delete({ documentId: status.documentId });
    expect((await undo(batchId)).result).toMatchObject({ restored: 1 });
    expect((await read('Larch')).map((one) => one.status)).toEqual([null]);
  });

  it('is not offered for what is erased in any other way', async () => {
    const [one, two] = await people('Maple');
    await contacts(site.strapi).erase([String(one?.documentId)]);
    await admin('get', '/jobs');
    await site.http
      .delete(`/contact-management/contacts/${two?.documentId}`)
      .set(asAdmin(site.adminToken))
      .expect(200);
    const kept = await site.strapi.db
      .connection('cm_bulk_kept_rows')
      .whereIn('document_id', named([one, two] as Entry[]));
    expect(kept).toEqual([]);
  });
});

describe('the list of bulk changes', () => {
  it('is paged, newest first, with who did it', async () => {
    const { body } = await admin('get', '/bulk-batches?limit=2').expect(200);
    const [first, second] = body.data as BulkBatchView[];
    expect(Number(first?.id)).toBeGreaterThan(Number(second?.id));
    const next = await admin('get', `/bulk-batches?limit=2&cursor=${body.meta.nextCursor}`);
    expect(Number(next.body.data[0].id)).toBeLessThan(Number(second?.id));
    await admin('get', '/bulk-batches?limit=1000').expect(400);
    await admin('get', '/bulk-batches?cursor=x').expect(400);
  });

  it('asks for the action’s own permission as well', async () => {
    await people('Nutmeg');
    const { batchId } = await bulk({ action: 'delete', ...selecting('Nutmeg') });
    const editor = await adminWith(site, 'contacts.read', 'contacts.update');
    await admin('post', `/bulk-batches/${batchId}/undo`, undefined, editor).expect(403);
    const request = { action: 'delete', ...selecting('Nutmeg') };
    await admin('post', '/contacts/bulk', request, editor).expect(403);
  });

  it('forgets a batch and all that is kept of it after thirty days', async () => {
    await people('Oak');
    const { batchId } = await bulk({ action: 'delete', ...selecting('Oak') });
    await forgetOldBatches(site.strapi, Date.now() + 29 * DAY);
    expect(await batchOf(batchId)).toMatchObject({ canUndo: true });
    expect(await forgetOldBatches(site.strapi, Date.now() + 31 * DAY)).toBeGreaterThan(0);
    for (const table of ['cm_bulk_batches', 'cm_bulk_changes', 'cm_bulk_kept_rows']) {
      expect(await site.strapi.db.connection(table)).toEqual([]);
    }
    await admin('post', `/bulk-batches/${batchId}/undo`).expect(404);
  });
});
