/**
 * Internal, high-volume tables: synced and indexed by Strapi like content types, but without API,
 * permissions or Content Manager entry. Foreign keys are plain columns.
 */
import type { Core } from '@strapi/strapi';
import { pluginUid } from './plugin';

export interface InternalModel {
  name: string;
  tableName: `cm_${string}`;
  attributes: Record<string, object>;
  indexes?: { name: string; columns: string[]; type?: 'unique' }[];
}

export const addModel = (strapi: Core.Strapi, model: InternalModel): void => {
  strapi.get('models').add({
    uid: pluginUid(model.name),
    singularName: model.name,
    tableName: model.tableName,
    attributes: { id: { type: 'increments' }, ...model.attributes },
    indexes: model.indexes ?? [],
  });
};
