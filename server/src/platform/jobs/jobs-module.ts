/** The jobs of all modules as a module of its own: table, runner, routes. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { adminRoute, LIST_READERS } from '../admin-route';
import { adminIdOf, isAllowed } from '../admin-user';
import { defineModule, type PluginModule } from '../module';
import type { JobView } from './contract';
import { createJobRunner, type JobRunner } from './runner';
import { createJobs, jobs } from './service';
import { registerJobsTable } from './table';

type One = Context & { params: { id: string } };

const createJobsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: async (ctx: Context): Promise<{ data: JobView[] }> => ({
    data: await jobs(strapi).list(AREAS.filter((area) => isAllowed(ctx, `${area}.read`))),
  }),
  findOne: async (ctx: One): Promise<{ data: JobView }> => ({ data: await readable(strapi, ctx) }),
  /** Their own, whatever it changes: who may start one may stop it. */
  cancel: async (ctx: One): Promise<{ data: JobView }> => {
    const { createdBy, area, byServer } = await readable(strapi, ctx);
    const isOwn = createdBy?.id === adminIdOf(ctx);
    if (byServer || (!isOwn && !isAllowed(ctx, `${area}.update`))) {
      throw new errors.ForbiddenError();
    }
    return { data: await jobs(strapi).cancel(ctx.params.id) };
  },
});

const AREAS = ['contacts', 'accounts'];

const readable = async (strapi: Core.Strapi, ctx: One): Promise<JobView> => {
  const job = await jobs(strapi).find(ctx.params.id);
  if (!isAllowed(ctx, `${job.area}.read`)) throw new errors.ForbiddenError();
  return job;
};

export const createJobsModule = (modules: PluginModule[]): PluginModule => {
  const handlers = new Map(modules.flatMap((module) => Object.entries(module.jobs ?? {})));
  const hourly = modules.flatMap((module) => module.hourly ?? []);
  const runners = new WeakMap<Core.Strapi, JobRunner>();
  return defineModule({
    name: 'jobs',
    routes: {
      admin: [
        adminRoute('GET', '/jobs', 'jobs.list', LIST_READERS),
        adminRoute('GET', '/jobs/:id', 'jobs.findOne', LIST_READERS),
        adminRoute('POST', '/jobs/:id/cancel', 'jobs.cancel', LIST_READERS),
      ],
    },
    controllers: { jobs: createJobsController },
    services: { jobs: ({ strapi }) => createJobs(strapi, () => runners.get(strapi)?.wake()) },
    register: ({ strapi }) => {
      registerJobsTable(strapi);
    },
    bootstrap: ({ strapi }) => {
      const runner = createJobRunner(strapi, handlers, { hourly });
      runners.set(strapi, runner);
      runner.start();
    },
    destroy: async ({ strapi }) => {
      await runners.get(strapi)?.stop();
    },
  });
};
