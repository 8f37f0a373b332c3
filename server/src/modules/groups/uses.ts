/**
 * Who asks for which group or score in a condition. Kept in a table, so that the database answers: a
 * group in use is neither deleted nor given another code, and no condition asks in a circle.
 *
 * Whoever writes here holds one row first (all such writes wait for each other), and then the rows of
 * the groups that are used. A change of members holds its group too: it is either seen by the rebuild
 * that follows here, or finds who uses the group and queues its contacts.
 */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { ConflictError } from '../../platform/conflict-error';
import { inTable } from '../../platform/sql/table';
import { CONTACT_GROUPS_TABLE, type GroupUser } from './contract';
import { otherUsersOf } from './other-users';
import { USES_TABLE } from './own-tables';

/** `group` or `score`. */
export interface RuleRef {
  kind: string;
  code: string;
}

export interface RuleUser extends RuleRef {
  documentId: string | null;
  /** What people call it. */
  title: string;
}

/** Codes. */
export interface Uses {
  groups: string[];
  scores: string[];
}

/** Of the row that is made with the table. */
const LOCK = 'lock';

/** Before anything else is locked. Until the transaction ends nobody else changes what uses what. */
export const lockUses = async (strapi: Core.Strapi, trx: Knex.Transaction): Promise<void> => {
  await inTable(strapi, USES_TABLE, trx)
    .where({ user_kind: LOCK, user_code: LOCK })
    .forUpdate()
    .first('id');
};

/**
 * What `user` asks for from now on. Throws a ValidationError for a group that does not exist, and for a
 * circle, with its path. The caller has called `lockUses`, and works `user` out anew after its commit.
 */
export const keepUses = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  user: RuleUser,
  { groups, scores }: Uses
): Promise<void> => {
  await lockGroups(strapi, trx, groups);
  const used: RuleRef[] = [
    ...groups.map((code) => ({ kind: 'group', code })),
    ...scores.map((code) => ({ kind: 'score', code })),
  ];
  await refuseCircle(strapi, trx, user, used);
  await forgetUses(strapi, trx, user);
  if (used.length === 0) return;
  await inTable(strapi, USES_TABLE, trx).insert(
    used.map(({ kind, code }) => ({
      ...{ user_kind: user.kind, user_code: user.code },
      ...{ user_document_id: user.documentId, user_title: user.title },
      ...{ used_kind: kind, used_code: code },
    }))
  );
};

export const asUser = (group: {
  name: string;
  document_id: string;
  display_name: string;
}): RuleUser => ({
  kind: 'group',
  code: group.name,
  documentId: group.document_id,
  title: group.display_name,
});

export const renameUser = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { kind, code }: RuleRef,
  user: RuleUser
): Promise<void> => {
  await inTable(strapi, USES_TABLE, trx)
    .where({ user_kind: kind, user_code: code })
    .update({ user_code: user.code, user_title: user.title });
};

export const forgetUses = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { kind, code }: RuleRef
): Promise<void> => {
  await inTable(strapi, USES_TABLE, trx).where({ user_kind: kind, user_code: code }).delete();
};

/** Who asks for it, each once. */
export const usersOf = async (
  strapi: Core.Strapi,
  { kind, code }: RuleRef,
  trx?: Knex.Transaction
): Promise<GroupUser[]> => {
  const users = (await inTable(strapi, USES_TABLE, trx)
    .where({ used_kind: kind, used_code: code })
    .orderBy('user_title')
    .distinct({
      kind: 'user_kind',
      documentId: 'user_document_id',
      name: 'user_code',
      displayName: 'user_title',
    })) as unknown as GroupUser[];
  return kind === 'group' ? [...users, ...(await otherUsersOf(strapi, code))] : users;
};

/** Throws a ConflictError that names who asks for it. `doing`: "deleted", "given another code". */
export const refuseWhileUsed = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  used: RuleUser,
  doing: string
): Promise<void> => {
  const users = await usersOf(strapi, used, trx);
  if (users.length === 0) return;
  const names = users.map(({ kind, displayName }) => `the ${kind} "${displayName}"`).join(', ');
  throw new ConflictError(
    `The ${used.kind} "${used.title}" is asked for by ${names}: it cannot be ${doing}`,
    { users }
  );
};

const lockGroups = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  names: string[]
): Promise<void> => {
  if (names.length === 0) return;
  const found: unknown[] = await inTable(strapi, CONTACT_GROUPS_TABLE, trx)
    .whereIn('name', names)
    .orderBy('id')
    .forUpdate()
    .pluck('name');
  const missing = names.filter((name) => !found.includes(name));
  if (missing.length === 0) return;
  throw new errors.ValidationError(`There is no group with the code ${missing.join(', ')}`);
};

const nameOf = ({ kind, code }: RuleRef): string => (kind === 'group' ? code : `${kind} ${code}`);
const same = (one: RuleRef, other: RuleRef) => one.kind === other.kind && one.code === other.code;

const refuseCircle = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  user: RuleRef,
  used: RuleRef[]
): Promise<void> => {
  const path = pathTo(user, used, await allUses(strapi, trx));
  if (!path) return;
  throw new errors.ValidationError(
    `A condition cannot ask for what asks for it: ${[user, ...path].map(nameOf).join(' → ')}`
  );
};

type Edges = Map<string, RuleRef[]>;

/** There are a few hundreds at most. */
const allUses = async (strapi: Core.Strapi, trx: Knex.Transaction): Promise<Edges> => {
  const rows = (await inTable(strapi, USES_TABLE, trx).orderBy('id')) as unknown as Record<
    'user_kind' | 'user_code' | 'used_kind' | 'used_code',
    string
  >[];
  const edges: Edges = new Map();
  for (const row of rows) {
    const key = nameOf({ kind: row.user_kind, code: row.user_code });
    const used = { kind: row.used_kind, code: row.used_code };
    edges.set(key, [...(edges.get(key) ?? []), used]);
  }
  return edges;
};

/** From what is used back to the user, both named; null when there is no such way. */
const pathTo = (
  user: RuleRef,
  used: RuleRef[],
  edges: Edges,
  seen = new Set<string>()
): RuleRef[] | null => {
  for (const one of used) {
    if (same(one, user)) return [one];
    if (seen.has(nameOf(one))) continue;
    seen.add(nameOf(one));
    const rest = pathTo(user, edges.get(nameOf(one)) ?? [], edges, seen);
    if (rest) return [one, ...rest];
  }
  return null;
};
