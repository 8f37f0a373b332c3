/** The admin's routes of a set of labels: listed with their counts, made, changed, put in order, deleted. */
import { errors, validateYupSchema, yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { adminIdOf } from './admin-user';
import { isCleanText } from './clean-text';
import { findRows } from './find-rows';
import { removeLabel, type LabelSet } from './label-set';
import type { LabelSettings } from './labels/contract';
import { isRecord } from './records';
import { parseRemoval } from './removal';
import { INTEGER_RANGE } from './sql/integer-range';
import { inTable } from './sql/table';

/** What may be in them, the labels' own guard says. */
const shape = {
  name: yup.string().max(100),
  displayName: yup.string().max(255),
  description: yup.string().nullable().max(10_000),
  color: yup.string().nullable(),
  order: yup.number().integer().min(INTEGER_RANGE.min).max(INTEGER_RANGE.max),
};

const changes = yup.object(shape);
const creation = yup.object({
  ...shape,
  name: shape.name.required(),
  displayName: shape.displayName.required(),
});

/** More than anybody keeps apart. */
const MOST_LABELS = 500;
const orderSchema = yup.object({
  documentIds: yup.array().of(yup.string().max(100).required()).min(1).max(MOST_LABELS).required(),
});

type One = Context & { params: { documentId: string } };

export const createLabelAdmin = (strapi: Core.Strapi, set: LabelSet) => ({
  list: async (): Promise<{ data: LabelSettings[] }> => ({ data: await listLabels(strapi, set) }),

  async create(ctx: Context): Promise<{ data: LabelSettings }> {
    const data = await validateYupSchema(creation)(knownIn(ctx));
    const by = adminIdOf(ctx);
    const { documentId } = await strapi
      .documents(set.uid as never)
      .create({ data: { ...data, createdBy: by, updatedBy: by } as never });
    ctx.status = 201;
    return { data: await readLabel(strapi, set, documentId) };
  },

  async update(ctx: One): Promise<{ data: LabelSettings }> {
    const { documentId } = ctx.params;
    const data = await validateYupSchema(changes)(knownIn(ctx));
    await strapi
      .documents(set.uid as never)
      .update({ documentId, data: { ...data, updatedBy: adminIdOf(ctx) } as never });
    return { data: await readLabel(strapi, set, documentId) };
  },

  async reorder(ctx: Context): Promise<{ data: LabelSettings[] }> {
    const { body } = ctx.request;
    if (!isRecord(body)) throw new errors.ValidationError('The body must hold "documentIds"');
    const { documentIds } = await validateYupSchema(orderSchema)(body);
    await putInOrder(strapi, set, documentIds);
    return { data: await listLabels(strapi, set) };
  },

  async delete(ctx: One): Promise<{ data: null }> {
    await removeLabel(strapi, set, parseRemoval(ctx.params.documentId, ctx.query));
    return { data: null };
  },
});

/** Throws a ValidationError that names a field which a label does not have. */
const knownIn = (ctx: Context): Record<string, unknown> => {
  const { body } = ctx.request;
  const data = isRecord(body) ? body.data : undefined;
  if (!isRecord(data))
    throw new errors.ValidationError('The body must hold the fields under "data"');
  const unknown = Object.keys(data).find((name) => !Object.hasOwn(shape, name));
  if (unknown !== undefined) throw new errors.ValidationError(`There is no field "${unknown}"`);
  return data;
};

type Row = Omit<LabelSettings, 'inUse'> & { id: number };

const listLabels = async (
  strapi: Core.Strapi,
  { uid, holders }: LabelSet,
  where: object = {}
): Promise<LabelSettings[]> => {
  const labels = await findRows<Row>(strapi, uid, {
    where,
    select: ['id', 'documentId', 'name', 'displayName', 'description', 'color', 'order'],
    orderBy: [{ order: 'asc' }, { displayName: 'asc' }],
    limit: MOST_LABELS,
  });
  const counts = (await inTable(strapi, holders.table)
    .whereNotNull(holders.column)
    .groupBy(holders.column)
    .select({ id: holders.column })
    .count({ count: '*' })) as unknown as { id: number; count: number | string }[];
  const inUse = new Map(counts.map((row) => [row.id, Number(row.count)]));
  return labels.map(({ id, ...label }) => ({ ...label, inUse: inUse.get(id) ?? 0 }));
};

const readLabel = async (
  strapi: Core.Strapi,
  set: LabelSet,
  documentId: string
): Promise<LabelSettings> => {
  const [label] = await listLabels(strapi, set, { documentId });
  if (!label) throw new errors.NotFoundError(`There is no such ${set.noun}`);
  return label;
};

/** One statement: half an order would be none. Labels that are not named keep their number. */
const putInOrder = async (
  strapi: Core.Strapi,
  { table, noun }: LabelSet,
  documentIds: string[]
): Promise<void> => {
  if (new Set(documentIds).size < documentIds.length) {
    throw new errors.ValidationError(`Each ${noun} can be named once`);
  }
  const rows = () => inTable(strapi, table).whereIn('document_id', documentIds);
  const found: unknown[] = documentIds.every(isCleanText) ? await rows().pluck('document_id') : [];
  if (found.length < documentIds.length) {
    throw new errors.ValidationError(`There is no such ${noun}`);
  }
  const cases = documentIds.map((_, at) => `when ? then ${at}`).join(' ');
  await rows().update({
    order: strapi.db.connection.raw(`case document_id ${cases} else ?? end`, [
      ...documentIds,
      'order',
    ]),
    updated_at: new Date(),
  });
};
