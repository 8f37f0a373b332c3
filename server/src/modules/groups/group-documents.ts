/** The invariants of groups, for every write of the document service. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { guardDocuments, type DocumentGuard } from '../../platform/document-writes';
import { toValidationError, type FieldProblem } from '../../platform/field-problem';
import { foldText } from '../../platform/fold-text';
import { events } from '../../platform/plugin';
import { inTable } from '../../platform/sql/table';
import { commitThenAnnounce } from '../../platform/transaction';
import { explainingTaken, type UniqueField } from '../../platform/unique-fields';
import {
  CONTACT_GROUP_UID,
  CONTACT_GROUPS_TABLE,
  GROUP_ACCOUNTS_TABLE,
  GROUP_MEMBERS_TABLE,
} from './contract';
import { findGroup, lockGroup } from './group-row';

const UNIQUE: UniqueField[] = [
  {
    table: CONTACT_GROUPS_TABLE,
    field: 'name',
    index: { name: 'cm_contact_groups_name_unique', columns: ['name'] },
    taken: 'Another group has this name',
  },
];

/** What the plugin counts and keeps itself. */
const KEPT = ['size', 'rebuiltAt', 'rebuildState', 'titleKey'] as const;
const MAX_KEY_LENGTH = 120;

export const guardGroups = (strapi: Core.Strapi): void => {
  guardDocuments(strapi, CONTACT_GROUP_UID, {
    create: fresh,
    clone: fresh,
    update: (_strapi, write, next) => {
      write.data = normalize(write.data);
      return explainingTaken(UNIQUE, next);
    },
    delete: remove,
  });
};

/** Members are not copied. */
const fresh: DocumentGuard = (_strapi, write, next) => {
  write.data = { ...normalize(write.data), size: 0, rebuiltAt: null, rebuildState: null };
  return explainingTaken(UNIQUE, next);
};

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** Codes are compared, and MariaDB compares without case: one spelling makes all databases agree. */
const normalize = (given: Record<string, unknown>): Record<string, unknown> => {
  const data = Object.fromEntries(
    Object.entries(given).filter(([name]) => !(KEPT as readonly string[]).includes(name))
  );
  if (typeof data.name === 'string') data.name = data.name.trim().toLowerCase();
  const problems = [
    ...nameProblems(data.name),
    ...titleProblems(data.displayName),
    ...kindProblems(data),
  ];
  if (problems.length > 0) throw toValidationError(problems);
  if (typeof data.displayName === 'string') {
    data.titleKey = foldText(data.displayName).slice(0, MAX_KEY_LENGTH);
  }
  return data;
};

const nameProblems = (name: unknown): FieldProblem[] =>
  typeof name === 'string' && !NAME.test(name)
    ? [{ field: 'name', message: 'name must be letters, digits, dots, - or _, such as "vip-2026"' }]
    : [];

/** Lists show groups by their titles. */
const titleProblems = (displayName: unknown): FieldProblem[] =>
  typeof displayName === 'string' && displayName.trim() === ''
    ? [{ field: 'displayName', message: 'displayName must say something' }]
    : [];

/** Nothing evaluates conditions yet: a group that promised to would stay empty. */
const kindProblems = ({ kind, condition }: Record<string, unknown>): FieldProblem[] => {
  const dynamic = { field: 'kind', message: 'Groups are manual: dynamic ones are not there yet' };
  const conditional = { field: 'condition', message: 'A manual group has no condition' };
  return [
    ...(kind === 'dynamic' ? [dynamic] : []),
    ...(condition === undefined || condition === null ? [] : [conditional]),
  ];
};

/** Its members and accounts go with it. */
const remove: DocumentGuard = async (strapi, write, next) => {
  const group = write.documentId ? await findGroup(strapi, 'document_id', write.documentId) : null;
  if (!group) return next();
  return commitThenAnnounce(strapi, async (trx) => {
    const there = await lockGroup(strapi, trx, { id: group.groupId });
    for (const table of [GROUP_MEMBERS_TABLE, GROUP_ACCOUNTS_TABLE]) {
      await inTable(strapi, table, trx).where('group_id', group.groupId).delete();
    }
    const result = await next();
    return {
      result,
      announce: async () => {
        if (there) await events(strapi).emit('group.deleted', [group]);
      },
    };
  });
};

export const removeGroup = async (strapi: Core.Strapi, documentId: string): Promise<void> => {
  const { entries } = await strapi.documents(CONTACT_GROUP_UID as never).delete({ documentId });
  if (entries.length === 0) throw new errors.NotFoundError('There is no such group');
};
