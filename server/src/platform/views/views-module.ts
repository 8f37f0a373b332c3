/** Saved views of all modules' lists as a module of its own: table, permission, routes. */
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { adminRoute, LIST_READERS } from '../admin-route';
import { defineModule, type PluginModule } from '../module';
import type { SavedView } from './contract';
import { changeView, createView, deleteView, listViews, SHARE } from './saved-views';
import { registerViewsTable } from './table';
import { setViewKinds } from './view-kind';

type One = Context & { params: { id: string } };

const createViewsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: async (ctx: Context): Promise<{ data: SavedView[] }> => ({
    data: await listViews(strapi, ctx),
  }),
  async create(ctx: Context): Promise<{ data: SavedView }> {
    const data = await createView(strapi, ctx);
    ctx.status = 201;
    return { data };
  },
  update: async (ctx: One): Promise<{ data: SavedView }> => ({
    data: await changeView(strapi, ctx, ctx.params.id),
  }),
  async delete(ctx: One): Promise<{ data: null }> {
    await deleteView(strapi, ctx, ctx.params.id);
    return { data: null };
  },
});

/** Each kind has a permission of its own, and is asked for it. */
export const createViewsModule = (modules: PluginModule[]): PluginModule =>
  defineModule({
    name: 'views',
    permissions: [{ uid: SHARE, displayName: 'Share views', subCategory: 'Lists' }],
    routes: {
      admin: [
        adminRoute('GET', '/views', 'views.list', LIST_READERS),
        adminRoute('POST', '/views', 'views.create', LIST_READERS),
        adminRoute('PUT', '/views/:id', 'views.update', LIST_READERS),
        adminRoute('DELETE', '/views/:id', 'views.delete', LIST_READERS),
      ],
    },
    controllers: { views: createViewsController },
    register: ({ strapi }) => {
      setViewKinds(
        strapi,
        modules.flatMap(({ viewKinds = [] }) => viewKinds)
      );
      registerViewsTable(strapi);
    },
  });
