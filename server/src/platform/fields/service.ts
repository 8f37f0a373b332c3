/** What the settings page and a site's own code do with fields. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Knex } from 'knex';
import { DAY, now } from '../clock';
import { ConflictError } from '../conflict-error';
import { service } from '../plugin';
import { inTable } from '../sql/table';
import { inTransaction } from '../transaction';
import {
  CUSTOM_FIELD_UID,
  CUSTOM_FIELDS_TABLE,
  type FieldDefinition,
  type FieldDefinitionView,
  type FieldUsage,
} from './contract';
import { definitionsInUse, knownFields, readDefinitions } from './definitions';
import { fieldEntity, offeredEntity } from './entity';
import { startReindex } from './reindex';

const KEPT_AFTER_DELETION = 30 * DAY;

export const createCustomFields = ({ strapi }: { strapi: Core.Strapi }) => {
  const find = async (documentId: string): Promise<FieldDefinition> => {
    const [field] = await readDefinitions(strapi, { documentId });
    if (!field || !fieldEntity(strapi, field.entity).isOffered(strapi)) {
      throw new errors.NotFoundError('There is no such field');
    }
    return field;
  };
  const write = async (documentId: string, data: object): Promise<FieldDefinitionView> => {
    await strapi.documents(CUSTOM_FIELD_UID).update({ documentId, data: data as never });
    return toView(await find(documentId));
  };
  return {
    /** In their order, deleted ones among them. Throws ValidationError for an unknown entity. */
    list: async (entity: unknown): Promise<FieldDefinitionView[]> =>
      (await readDefinitions(strapi, { entity: offeredEntity(strapi, entity).name })).map(toView),

    create: async (draft: unknown): Promise<FieldDefinitionView> => {
      const { documentId } = await strapi
        .documents(CUSTOM_FIELD_UID)
        .create({ data: Object(draft) as never });
      return toView(await find(documentId));
    },

    /** Options that are left out stay with who has them, and are found and chosen no more. */
    change: async (documentId: string, change: object): Promise<FieldDefinitionView> => {
      const before = await find(documentId);
      const after = await write(documentId, change);
      if (optionValues(before) !== optionValues(after)) await startReindex(strapi, after.entity);
      return after;
    },

    reorder: (entity: unknown, documentIds: unknown): Promise<FieldDefinitionView[]> =>
      reorder(strapi, entity, documentIds),

    usage: async (documentId: string): Promise<FieldUsage> =>
      countValues(strapi, await find(documentId)),

    /** Hidden at once; its values are kept for 30 days. Answers with how many there are. */
    remove: async (documentId: string): Promise<FieldDefinitionView & FieldUsage> => {
      const field = await find(documentId);
      const usage = await countValues(strapi, field);
      if (field.deletedAt) return { ...toView(field), ...usage };
      const removed = await write(documentId, { deletedAt: new Date(now()) });
      await startReindex(strapi, field.entity);
      return { ...removed, ...usage };
    },

    restore: async (documentId: string): Promise<FieldDefinitionView> => {
      const field = await find(documentId);
      if (!field.deletedAt) return toView(field);
      if (isGone(field)) throw new errors.NotFoundError('The 30 days of this field are over');
      const restored = await write(documentId, { deletedAt: null });
      await startReindex(strapi, field.entity);
      return restored;
    },
  };
};

export type CustomFieldsService = ReturnType<typeof createCustomFields>;

export const customFields = (strapi: Core.Strapi): CustomFieldsService =>
  service<CustomFieldsService>(strapi, 'custom-fields');

const optionValues = ({ options }: Pick<FieldDefinition, 'options'>) =>
  JSON.stringify(options.map(({ value }) => value).sort());

/** From then on its values are being removed. */
export const isGone = ({ deletedAt }: FieldDefinition): boolean =>
  deletedAt !== null && Date.parse(deletedAt) + KEPT_AFTER_DELETION < now();

const toView = ({ id: _id, ...field }: FieldDefinition): FieldDefinitionView => ({
  ...field,
  goneAt:
    field.deletedAt && new Date(Date.parse(field.deletedAt) + KEPT_AFTER_DELETION).toISOString(),
});

const countValues = async (
  strapi: Core.Strapi,
  { entity: name, id }: FieldDefinition
): Promise<FieldUsage> => {
  const { valuesTable, idColumn } = fieldEntity(strapi, name);
  const row = await inTable(strapi, valuesTable)
    .where('field_id', id)
    .countDistinct({ count: idColumn })
    .first();
  return { values: Number(row?.count ?? 0) };
};

/** Two people who move fields at once: one order wins as a whole. */
const reorder = async (
  strapi: Core.Strapi,
  given: unknown,
  documentIds: unknown
): Promise<FieldDefinitionView[]> => {
  const { name: entity } = offeredEntity(strapi, given);
  const wanted = Array.isArray(documentIds) ? documentIds : [];
  await inTransaction(strapi, async (trx) => {
    await inTable(strapi, CUSTOM_FIELDS_TABLE, trx)
      .where({ entity })
      .orderBy('id')
      .forUpdate()
      .select('id');
    const fields = await definitionsInUse(strapi, entity);
    const places = new Map(wanted.map((documentId, place) => [documentId as unknown, place + 1]));
    const isSame =
      fields.length === wanted.length && fields.every((field) => places.has(field.documentId));
    if (!isSame) {
      throw new ConflictError('The fields have changed in the meantime: load them again');
    }
    if (fields.length > 0) await writeOrder(strapi, trx, fields, places);
  });
  await knownFields(strapi).refresh();
  return (await readDefinitions(strapi, { entity })).map(toView);
};

const writeOrder = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  fields: FieldDefinition[],
  places: Map<unknown, number>
) => {
  // Whole numbers of our own: PostgreSQL would take bound ones for text here.
  const cases = fields.map(
    ({ id, documentId }) => `when ${id} then ${places.get(documentId) ?? 0}`
  );
  await inTable(strapi, CUSTOM_FIELDS_TABLE, trx)
    .whereIn(
      'id',
      fields.map(({ id }) => id)
    )
    .update({ order: trx.raw(`case id ${cases.join(' ')} end`) });
};
