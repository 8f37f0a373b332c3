/** The jobs of all modules as a module of its own: table, runner, routes. */
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { adminRoute } from '../admin-route';
import { defineModule, type PluginModule } from '../module';
import type { JobView } from './contract';
import { createJobRunner, type JobRunner } from './runner';
import { createJobs, jobs } from './service';
import { registerJobsTable } from './table';

type One = Context & { params: { id: string } };

const createJobsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: async (): Promise<{ data: JobView[] }> => ({ data: await jobs(strapi).list() }),
  findOne: async (ctx: One): Promise<{ data: JobView }> => ({
    data: await jobs(strapi).find(ctx.params.id),
  }),
  cancel: async (ctx: One): Promise<{ data: JobView }> => ({
    data: await jobs(strapi).cancel(ctx.params.id),
  }),
});

export const createJobsModule = (modules: PluginModule[]): PluginModule => {
  const handlers = new Map(modules.flatMap((module) => Object.entries(module.jobs ?? {})));
  const runners = new WeakMap<Core.Strapi, JobRunner>();
  return defineModule({
    name: 'jobs',
    routes: {
      admin: [
        adminRoute('GET', '/jobs', 'jobs.list', 'contacts.read'),
        adminRoute('GET', '/jobs/:id', 'jobs.findOne', 'contacts.read'),
        adminRoute('POST', '/jobs/:id/cancel', 'jobs.cancel', 'contacts.update'),
      ],
    },
    controllers: { jobs: createJobsController },
    services: { jobs: ({ strapi }) => createJobs(strapi, () => runners.get(strapi)?.wake()) },
    register: ({ strapi }) => {
      registerJobsTable(strapi);
    },
    bootstrap: ({ strapi }) => {
      const runner = createJobRunner(strapi, handlers);
      runners.set(strapi, runner);
      runner.start();
    },
    destroy: async ({ strapi }) => {
      await runners.get(strapi)?.stop();
    },
  });
};
