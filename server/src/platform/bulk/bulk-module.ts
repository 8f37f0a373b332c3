/** Bulk changes of all modules as a module of its own: tables, jobs, routes. */
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { adminRoute, LIST_READERS } from '../admin-route';
import { defineModule, type PluginModule } from '../module';
import { APPLY_JOB, applyBulk } from './apply-job';
import type { BulkBatchPage, BulkStarted } from './contract';
import { forgetOldBatches } from './forget-old';
import { listBatches } from './list-batches';
import { createRegistry, setBulkRegistry } from './registry';
import { startUndo } from './start-bulk';
import { registerBulkTables } from './tables';
import { UNDO_JOB, undoBulk } from './undo-job';

const createBulkController = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: (ctx: Context): Promise<BulkBatchPage> => listBatches(strapi, ctx),
  undo: (ctx: Context & { params: { id: string } }): Promise<BulkStarted> =>
    startUndo(strapi, ctx.params.id, ctx),
});

export const createBulkModule = (modules: PluginModule[]): PluginModule => {
  const registry = createRegistry(modules);
  return defineModule({
    name: 'bulk',
    routes: {
      admin: [
        adminRoute('GET', '/bulk-batches', 'bulk.list', LIST_READERS),
        adminRoute('POST', '/bulk-batches/:id/undo', 'bulk.undo', LIST_READERS),
      ],
    },
    controllers: { bulk: createBulkController },
    jobs: { [APPLY_JOB]: applyBulk, [UNDO_JOB]: undoBulk },
    hourly: [forgetOldBatches],
    register: ({ strapi }) => {
      setBulkRegistry(strapi, registry);
      registerBulkTables(strapi);
    },
  });
};
