/** The search index of a site whose contacts have names but no e-mail, after an import emptied it. */
import { CONTACT_UID } from '../../../server/src/modules/contacts';
import { REBUILD_JOB } from '../../../server/src/modules/contacts/search/rebuild-index';
import type { JobView } from '../../../server/src/platform/jobs/contract';
import { jobs } from '../../../server/src/platform/jobs/service';
import { documentsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
  await documentsOf(site, CONTACT_UID).create({ data: { lastName: 'Findable' } });
  await documentsOf(site, CONTACT_UID).create({ data: { kind: 'anonymous' } });
});
afterAll(() => site.stop());

const emptyIndex = async () => {
  await site.strapi.db.connection('cm_contact_words').delete();
  await site.strapi.db.connection('cm_contact_sort_keys').delete();
};
const rebuilds = async (): Promise<JobView[]> =>
  (await jobs(site.strapi).list()).filter(({ name }) => name === REBUILD_JOB);
const found = async (): Promise<string[]> => {
  const { body } = await site.http
    .get('/contact-management/contacts?q=findable')
    .auth(site.adminToken, { type: 'bearer' })
    .expect(200);
  return (body.data as { displayName: string }[]).map(({ displayName }) => displayName);
};
/** Waits for the job's own word, not for a while. */
const done = async ({ id }: JobView): Promise<void> => {
  for (let status = 'queued'; status !== 'done';) {
    ({ status } = await jobs(site.strapi).find(id));
    expect(status).not.toBe('failed');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

it('is filled again at the next boot, once', async () => {
  expect(await rebuilds()).toEqual([]);
  await emptyIndex();
  expect(await found()).toEqual([]);
  await site.restart();
  const [job] = await rebuilds();
  if (!job) throw new Error('Nothing fills the index');
  await done(job);
  expect(await found()).toEqual(['Findable']);
  await site.restart();
  expect(await rebuilds()).toHaveLength(1);
});

it.each(['queued', 'running'])('waits for a job that is %s already', async (status) => {
  await site.strapi.db.connection('cm_jobs').delete();
  const id = await jobs(site.strapi).add({ name: 'test.nobody', payload: {}, createdBy: null });
  const later = Date.now() + 3_600_000;
  await site.strapi.db
    .connection('cm_jobs')
    .where({ id })
    .update({ name: REBUILD_JOB, status, run_at: later, lease_until: later });
  await emptyIndex();
  await site.restart();
  expect((await rebuilds()).map((job) => job.id)).toEqual([id]);
});
