/** The invariants of groups, for every write of the document service. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { guardDocuments, type DocumentGuard } from '../../platform/document-writes';
import { events } from '../../platform/plugin';
import { commitThenAnnounce } from '../../platform/transaction';
import { explainingTaken, type UniqueField } from '../../platform/unique-fields';
import { CONTACT_GROUP_UID, CONTACT_GROUPS_TABLE } from './contract';
import { groupSaved } from './dynamic/group-saved';
import { readStored } from './dynamic/stored-group';
import { dropGroupRows } from './drop-group-rows';
import { findGroup, lockGroup } from './group-row';
import { normalizeGroup } from './normalize-group';
import { asUser, lockUses, refuseWhileUsed } from './uses';

const UNIQUE: UniqueField[] = [
  {
    table: CONTACT_GROUPS_TABLE,
    field: 'name',
    index: { name: 'cm_contact_groups_name_unique', columns: ['name'] },
    taken: 'Another group has this name',
  },
];

export const guardGroups = (strapi: Core.Strapi): void => {
  guardDocuments(strapi, CONTACT_GROUP_UID, { create, clone, update, delete: remove });
};

const create: DocumentGuard = (strapi, write, next) =>
  explainingTaken(UNIQUE, () =>
    commitThenAnnounce(strapi, async (trx) => {
      await lockUses(strapi, trx);
      write.data = fresh(normalizeGroup(strapi, write.data, null));
      const result = await next();
      const id = Number((result as { id: unknown }).id);
      return { result, announce: await groupSaved(strapi, trx, { id, before: null }) };
    })
  );

/** Members are not copied. */
const clone: DocumentGuard = async (strapi, write, next) => {
  const original = await named(strapi, write.documentId);
  return explainingTaken(UNIQUE, () =>
    commitThenAnnounce(strapi, async (trx) => {
      await lockUses(strapi, trx);
      const before = original && (await readStored(strapi, trx, original.groupId));
      write.data = fresh(normalizeGroup(strapi, write.data, before));
      const result = await next();
      const announcements: (() => Promise<void>)[] = [];
      for (const { id } of (result as { entries: { id: unknown }[] }).entries) {
        announcements.push(await groupSaved(strapi, trx, { id: Number(id), before: null }));
      }
      return { result, announce: () => inTurn(announcements) };
    })
  );
};

const update: DocumentGuard = async (strapi, write, next) => {
  const group = await named(strapi, write.documentId);
  if (!group) return next();
  const id = group.groupId;
  return explainingTaken(UNIQUE, () =>
    commitThenAnnounce(strapi, async (trx) => {
      await lockUses(strapi, trx);
      await lockGroup(strapi, trx, { id });
      const before = await readStored(strapi, trx, id);
      write.data = normalizeGroup(strapi, write.data, before);
      const { name } = write.data;
      if (before && typeof name === 'string' && name !== before.name) {
        await refuseWhileUsed(strapi, trx, asUser(before), 'given another code');
      }
      const result = await next();
      return { result, announce: await groupSaved(strapi, trx, { id, before }) };
    })
  );
};

/** Its members and accounts go with it. */
const remove: DocumentGuard = async (strapi, write, next) => {
  const group = await named(strapi, write.documentId);
  if (!group) return next();
  return commitThenAnnounce(strapi, async (trx) => {
    await lockUses(strapi, trx);
    const there = await lockGroup(strapi, trx, { id: group.groupId });
    const stored = await readStored(strapi, trx, group.groupId);
    if (stored) await refuseWhileUsed(strapi, trx, asUser(stored), 'deleted');
    await dropGroupRows(strapi, trx, group);
    const result = await next();
    return {
      result,
      announce: async () => {
        if (there) await events(strapi).emit('group.deleted', [group]);
      },
    };
  });
};

/** Read before the transaction begins (group-row.ts). */
const named = async (strapi: Core.Strapi, documentId: string | null) =>
  documentId ? findGroup(strapi, 'document_id', documentId) : null;

const fresh = (data: Record<string, unknown>) => ({
  ...data,
  ...{ size: 0, rebuiltAt: null, rebuildState: null },
});

const inTurn = async (announcements: (() => Promise<void>)[]): Promise<void> => {
  for (const announce of announcements) await announce();
};

export const removeGroup = async (strapi: Core.Strapi, documentId: string): Promise<void> => {
  const { entries } = await strapi.documents(CONTACT_GROUP_UID as never).delete({ documentId });
  if (entries.length === 0) throw new errors.NotFoundError('There is no such group');
};
