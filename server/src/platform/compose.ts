/**
 * Makes one Strapi plugin object of the modules. Strapi refuses keys it does not know, so our own
 * (models, permissions, jobs, reactions, contact data) are consumed here. Two modules that claim one
 * name stop the boot: silently letting the later one win would lose the earlier one's behaviour.
 */
import type { Core } from '@strapi/strapi';
import { setAccountTables } from './account-tables';
import { createBulkModule } from './bulk/bulk-module';
import { setContactDataOwners } from './contact-data';
import { contentApiRouter } from './content-api-router';
import { createEventBus } from './events';
import { createFieldsModule } from './fields/fields-module';
import { createJobsModule } from './jobs/jobs-module';
import { setListColumns } from './list-columns';
import { setListFilters } from './list-filters';
import { addModel } from './models';
import type { PluginModule, Route } from './module';
import { keepOwnSchema, type OwnSchema } from './own-schema';
import { rememberTables } from './persisted-tables';
import { PLUGIN_ID, pluginUid, setEventBus } from './plugin';
import { refuseNul } from './refuse-nul';
import { createRecalculationModule } from './recalculation/recalculation-module';
import { refuseValues } from './refuse-values';
import { createViewsModule } from './views/views-module';
import { setVisitorGroups } from './visitor-groups';
import { setVisitorToken } from './visitor-token';

interface PluginShell {
  config: object;
  policies: Record<string, unknown>;
}

type Named = Record<string, unknown>;
type PartName = 'contentTypes' | 'controllers' | 'services' | 'policies';

export const composePlugin = (domains: PluginModule[], shell: PluginShell) => {
  const parts = [
    ...domains,
    createFieldsModule(domains),
    createBulkModule(domains),
    createViewsModule(domains),
    createRecalculationModule(domains),
  ];
  // Last, so that jobs start when everything is there, and stop before anything goes.
  const modules = [...parts, createJobsModule(parts)];
  const part = (name: PartName) => mergeNamed(modules, name);
  return {
    config: shell.config,
    // A copy: Strapi and a site's extensions change what they are given.
    contentTypes: structuredClone(part('contentTypes')),
    controllers: part('controllers'),
    services: part('services'),
    policies: { ...shell.policies, ...part('policies') },
    routes: {
      admin: { type: 'admin', routes: routesOf(modules, 'admin') },
      'content-api': contentApiRouter(routesOf(modules, 'content-api')),
    },
    register: (context: { strapi: Core.Strapi }) => register(modules, context),
    bootstrap: (context: { strapi: Core.Strapi }) => bootstrap(modules, context),
    destroy: (context: { strapi: Core.Strapi }) => destroy(modules, context),
  };
};

const mergeNamed = (modules: PluginModule[], part: PartName): Named => {
  const merged: Named = {};
  for (const module of modules) {
    for (const [name, value] of Object.entries(module[part] ?? {})) {
      if (name in merged) {
        throw new Error(
          `contact-management: two modules define ${part} "${name}" (one is ${module.name})`
        );
      }
      merged[name] = value;
    }
  }
  return merged;
};

const routesOf = (modules: PluginModule[], type: 'admin' | 'content-api'): Route[] => {
  const routes = modules.flatMap((module) => module.routes?.[type] ?? []);
  const seen = new Set<string>();
  for (const { method, path } of routes) {
    const key = `${method} ${path}`;
    if (seen.has(key))
      throw new Error(`contact-management: two modules define the ${type} route ${key}`);
    seen.add(key);
  }
  return routes.map((route) => ({
    ...route,
    config: { ...route.config, middlewares: [refuseNul, refuseValues] },
  }));
};

const register = async (modules: PluginModule[], context: { strapi: Core.Strapi }) => {
  const { strapi } = context;
  setEventBus(
    strapi,
    createEventBus(
      strapi,
      modules.map(({ name, on = {} }) => ({ module: name, on }))
    )
  );
  setContactDataOwners(
    strapi,
    modules.flatMap(({ name, contactData }) =>
      contactData ? [{ module: name, data: contactData }] : []
    )
  );
  setListFilters(modules.flatMap(({ listFilters = [] }) => listFilters));
  setAccountTables(modules.flatMap(({ accountTables = [] }) => accountTables));
  setListColumns(modules.flatMap(({ listColumns = [] }) => listColumns));
  setVisitorGroups(
    strapi,
    modules.flatMap(({ visitorGroups = [] }) => visitorGroups)
  );
  setVisitorToken(strapi, modules.find(({ visitorToken }) => visitorToken)?.visitorToken);
  for (const module of modules) {
    for (const model of module.models ?? []) addModel(strapi, model);
    for (const [name, { schema }] of Object.entries(module.contentTypes ?? {})) {
      keepOwnSchema(strapi, pluginUid(name), schema as OwnSchema);
    }
    await module.register?.(context);
  }
};

const bootstrap = async (modules: PluginModule[], context: { strapi: Core.Strapi }) => {
  const { strapi } = context;
  await rememberTables(strapi);
  await strapi.service('admin::permission').actionProvider.registerMany(
    modules.flatMap(({ permissions = [] }) =>
      permissions.map((permission) => ({
        section: 'plugins',
        pluginName: PLUGIN_ID,
        ...permission,
      }))
    )
  );
  for (const module of modules) await module.bootstrap?.(context);
};

const destroy = async (modules: PluginModule[], context: { strapi: Core.Strapi }) => {
  for (const module of [...modules].reverse()) await module.destroy?.(context);
};
