/** Bulk changes of contacts and their undoing in tests, as the admin does them. */
import type { BulkBatchView } from '../../server/src/platform/bulk/contract';
import type { JobView } from '../../server/src/platform/jobs/contract';
import { asAdmin } from './admin-roles';
import type { TestSite } from './strapi';

export const bulkOf = (getSite: () => TestSite) => {
  const admin = (method: 'get' | 'post', path: string, body?: object, token?: string) => {
    const site = getSite();
    return site.http[method](`/contact-management${path}`)
      .set(asAdmin(token ?? site.adminToken))
      .send(body);
  };

  /** Waits for the job's own word, not for a while. */
  const ended = async (id: string): Promise<JobView> => {
    for (;;) {
      const { body } = await admin('get', `/jobs/${id}`).expect(200);
      const job = body.data as JobView;
      if (job.status !== 'queued' && job.status !== 'running') return job;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  const bulk = async (body: object, token?: string) => {
    const { body: started } = await admin('post', '/contacts/bulk', body, token).expect(202);
    const job = await ended(String(started.jobId));
    expect(job).toMatchObject({ status: 'done', error: null });
    return { batchId: String(started.batchId), job };
  };

  const undo = async (batchId: string, token?: string): Promise<JobView> => {
    const path = `/bulk-batches/${batchId}/undo`;
    const { body } = await admin('post', path, undefined, token).expect(202);
    const job = await ended(String(body.jobId));
    expect(job).toMatchObject({ status: 'done', error: null });
    return job;
  };

  const batchOf = async (batchId: string): Promise<BulkBatchView> => {
    const { body } = await admin('get', '/bulk-batches').expect(200);
    const found = (body.data as BulkBatchView[]).find(({ id }) => id === batchId);
    if (!found) throw new Error(`batch ${batchId} is not listed`);
    return found;
  };

  return { admin, ended, bulk, undo, batchOf };
};
