/**
 * A site's own labels, such as statuses and roles: unique codes, and none disappears from under what
 * has it.
 */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { ConflictError } from './conflict-error';
import { guardDocuments, type DocumentGuard } from './document-writes';
import { toValidationError, type FieldProblem } from './field-problem';
import type { Removal } from './removal';
import { retryConflicts } from './retry-conflicts';
import { countOf } from './sql/counting';
import { inTable } from './sql/table';
import { violates } from './sql/unique-violation';
import { inTransaction } from './transaction';

export interface Label {
  id: number;
  name: string;
  displayName: string;
}

export interface LabelSet {
  uid: string;
  table: `cm_${string}`;
  nameIndex: string;
  /** What one is called: "status". */
  noun: string;
  /** What has them, by a foreign key. */
  holders: {
    table: `cm_${string}`;
    column: string;
    /** "1 contact has", "12 contacts have". */
    have: (count: number) => string;
  };
  /** Gives a batch of holders another label, or none, with whatever has to be recorded and announced. */
  move(
    strapi: Core.Strapi,
    move: { holderIds: number[]; from: Label; to: Label | null }
  ): Promise<unknown>;
}

export const guardLabelSet = (strapi: Core.Strapi, set: LabelSet): void => {
  const write = writeLabel(set);
  guardDocuments(strapi, set.uid, {
    create: write,
    update: write,
    clone: write,
    delete: refuseWhileUsed(set),
  });
};

/** Also in an address, where commas part several. */
const CODE = /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u;
const COLOR = /^#[0-9a-f]{6}$/i;

/** Codes are compared, and MariaDB compares without case: one spelling makes all databases agree. */
const writeLabel =
  ({ table, nameIndex, noun }: LabelSet): DocumentGuard =>
  async (_strapi, { data }, next) => {
    if (typeof data.name === 'string') data.name = data.name.trim().toLowerCase();
    if (typeof data.displayName === 'string') data.displayName = data.displayName.trim();
    const problems = problemsOf(data);
    if (problems.length > 0) throw toValidationError(problems);
    try {
      return await next();
    } catch (error) {
      if (!violates(error, { table, name: nameIndex, columns: ['name'] })) throw error;
      throw toValidationError([{ field: 'name', message: `Another ${noun} has this name` }]);
    }
  };

/** Of what is text: what is not, Strapi refuses. */
const problemsOf = ({ name, displayName, color }: Record<string, unknown>): FieldProblem[] => [
  ...(typeof name === 'string' && !CODE.test(name)
    ? [{ field: 'name', message: 'name must be letters and digits, with spaces, dots, - or _' }]
    : []),
  ...(displayName === ''
    ? [{ field: 'displayName', message: 'displayName must not be empty' }]
    : []),
  ...(typeof color === 'string' && !COLOR.test(color)
    ? [{ field: 'color', message: 'color must be like #3366ff' }]
    : []),
];

const refuseWhileUsed =
  (set: LabelSet): DocumentGuard =>
  (strapi, { documentId }, next) =>
    inTransaction(strapi, async (trx) => {
      const label = documentId ? await lockLabel(strapi, set, documentId, trx) : null;
      const inUse = label
        ? await countOf(inTable(strapi, set.holders.table, trx).where(set.holders.column, label.id))
        : 0;
      if (label && inUse > 0) {
        throw new ConflictError(
          `${set.holders.have(inUse)} the ${set.noun} "${label.displayName}". Give them another one first, or clear it`,
          { inUse }
        );
      }
      return next();
    });

const HOLDERS_PER_BATCH = 1_000;

/**
 * Deletes a label. What has it gets `replaceWith`, or none with `force`, in batches of their own: a
 * stop half-way leaves a label that fewer have, and can be repeated.
 * Throws NotFoundError, ValidationError (unknown replacement) and ConflictError (in use).
 */
export const removeLabel = async (
  strapi: Core.Strapi,
  set: LabelSet,
  { documentId, replaceWith, force = false }: Removal
): Promise<void> => {
  const label = await findLabel(strapi, set, documentId);
  if (!label) throw new errors.NotFoundError(`There is no such ${set.noun}`);
  if (replaceWith !== undefined || force) {
    const to =
      replaceWith === undefined ? null : await replacement(strapi, set, label.id, replaceWith);
    await moveHolders(strapi, set, { from: label, to });
  }
  await strapi.documents(set.uid as never).delete({ documentId });
};

const replacement = async (
  strapi: Core.Strapi,
  set: LabelSet,
  removed: number,
  documentId: string
): Promise<Label> => {
  const label = await findLabel(strapi, set, documentId);
  if (!label || label.id === removed) {
    throw new errors.ValidationError(`The ${set.noun} given as replaceWith does not exist`);
  }
  return label;
};

const moveHolders = async (
  strapi: Core.Strapi,
  set: LabelSet,
  { from, to }: { from: Label; to: Label | null }
): Promise<void> => {
  const { table, column } = set.holders;
  for (;;) {
    const holderIds = (await inTable(strapi, table)
      .where(column, from.id)
      .limit(HOLDERS_PER_BATCH)
      .pluck('id')) as number[];
    if (holderIds.length === 0) return;
    await retryConflicts(strapi, () => set.move(strapi, { holderIds, from, to }));
  }
};

const labelRow = ({ table }: LabelSet, strapi: Core.Strapi, documentId: string) =>
  inTable(strapi, table)
    .where('document_id', documentId)
    .first({ id: 'id', name: 'name', displayName: 'display_name' });

const findLabel = async (
  strapi: Core.Strapi,
  set: LabelSet,
  documentId: string
): Promise<Label | null> =>
  ((await labelRow(set, strapi, documentId)) as Label | undefined) ?? null;

/** Who gives it at the same time has it when this answers, or waits and finds it gone. */
const lockLabel = async (
  strapi: Core.Strapi,
  set: LabelSet,
  documentId: string,
  trx: Knex.Transaction
): Promise<Label | null> =>
  ((await labelRow(set, strapi, documentId).transacting(trx).forUpdate()) as Label | undefined) ??
  null;
