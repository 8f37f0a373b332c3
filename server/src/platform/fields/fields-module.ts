/** The settings' fields of all modules' entities as a module of its own: tables, jobs, routes. */
import type { Core } from '@strapi/strapi';
import { closeInGraphql } from '../graphql';
import { byName, defineModule, type PluginModule } from '../module';
import { keepExactText } from '../sql/exact-text';
import { customField } from './content-type';
import { CUSTOM_FIELD_UID } from './contract';
import { createCustomFieldController } from './controller';
import { knownFields } from './definitions';
import { setFieldEntities } from './entity';
import { guardDefinitions } from './guard-definitions';
import { hideDeletedFields } from './hide-deleted';
import { PURGE_JOB, purgeFields, watchDeletedFields } from './purge';
import { REINDEX_JOB, reindexIfEmpty, reindexValues } from './reindex';
import { customFieldRoutes } from './routes';
import { createCustomFields } from './service';
import { customValuesModel } from './values-table';

const watches = new WeakMap<Core.Strapi, () => void>();

export const createFieldsModule = (modules: PluginModule[]): PluginModule => {
  const entities = modules.flatMap(({ fieldEntities = [] }) => fieldEntities);
  return defineModule({
    name: 'custom-fields',
    contentTypes: byName(customField),
    models: entities.map(customValuesModel),
    routes: { admin: customFieldRoutes },
    controllers: { 'custom-fields': createCustomFieldController },
    services: { 'custom-fields': createCustomFields },
    jobs: { [REINDEX_JOB]: reindexValues, [PURGE_JOB]: purgeFields },
    register: ({ strapi }) => {
      setFieldEntities(strapi, entities);
      guardDefinitions(strapi);
      hideDeletedFields(strapi);
      closeInGraphql(strapi, CUSTOM_FIELD_UID);
      keepExactText(
        strapi,
        Object.fromEntries(entities.map(({ valuesTable }) => [valuesTable, ['text']]))
      );
    },
    bootstrap: async ({ strapi }) => {
      await knownFields(strapi).refresh();
      await reindexIfEmpty(strapi);
      watches.set(strapi, watchDeletedFields(strapi));
    },
    destroy: ({ strapi }) => {
      watches.get(strapi)?.();
    },
  });
};
