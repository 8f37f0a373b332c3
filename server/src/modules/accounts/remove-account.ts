/** Deletes an account that people belong to, or that has subsidiaries, once it is said what becomes of them. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { events } from '../../platform/plugin';
import type { Removal } from '../../platform/removal';
import { retryConflicts } from '../../platform/retry-conflicts';
import { queueAccounts } from '../../platform/recalculation/queue';
import { inTable } from '../../platform/sql/table';
import { commitThenAnnounce } from '../../platform/transaction';
import { accountIdOf, lockAccount, toRef, type AccountRow } from './account-row';
import {
  ACCOUNT_MEMBERSHIPS_TABLE,
  ACCOUNT_UID,
  ACCOUNTS_TABLE,
  type AccountRef,
  type MembershipRef,
} from './contract';
import { checkParent, queueForParents } from './hierarchy';
import { joinMemberships } from './join-memberships';
import { isCurrent } from './membership-dates';
import { announceMemberships } from './membership-events';
import { queueMembers } from './queue-memberships';
import { toRef as toMembershipRef, type MembershipRow } from './membership-row';

interface Consequences {
  ended: MembershipRef[];
  started: MembershipRef[];
  /** Former subsidiaries. */
  children: AccountRef[];
}

const NOTHING: Consequences = { ended: [], started: [], children: [] };

/**
 * `replaceWith` takes its memberships and subsidiaries; with `force` memberships end with it, and
 * subsidiaries have no parent. Throws NotFoundError, ValidationError (unknown replacement, cycle) and ConflictError (in use).
 */
export const removeAccount = async (strapi: Core.Strapi, removal: Removal): Promise<void> => {
  const { documentId } = removal;
  const id = await accountIdOf(strapi, documentId);
  if (id === null) throw new errors.NotFoundError('There is no such account');
  const intoId = await replacementId(strapi, removal);
  await retryConflicts(strapi, () =>
    commitThenAnnounce(strapi, async (trx) => {
      if (intoId !== null) await queueForParents(strapi, trx);
      const from = await lockAccount(strapi, trx, id);
      const into = intoId === null ? null : await lockAccount(strapi, trx, intoId);
      if (!from) throw new errors.NotFoundError('There is no such account');
      if (intoId !== null && !into) throw noReplacement();
      if (into ?? removal.force) await queueMembers(strapi, trx, [from.id]);
      let consequences = NOTHING;
      if (into) consequences = await handOver(strapi, trx, from, into);
      else if (removal.force) consequences = await letGo(strapi, trx, from);
      await strapi.documents(ACCOUNT_UID as never).delete({ documentId });
      return { result: undefined, announce: () => announce(strapi, consequences) };
    })
  );
};

const replacementId = async (
  strapi: Core.Strapi,
  { documentId, replaceWith }: Removal
): Promise<number | null> => {
  if (replaceWith === undefined) return null;
  const id = replaceWith === documentId ? null : await accountIdOf(strapi, replaceWith);
  if (id === null) throw noReplacement();
  return id;
};

const noReplacement = () =>
  new errors.ValidationError('The account given as replaceWith does not exist');

/** What of a membership tells who is no longer a member. */
const TOLD = ['id', 'document_id', 'account_id', 'contact_id', 'until'];

const letGo = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  account: AccountRow
): Promise<Consequences> => {
  const memberships = () =>
    inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx).where('account_id', account.id);
  const rows = (await memberships().orderBy('id').select(TOLD)) as unknown as MembershipRow[];
  await memberships().delete();
  return {
    ended: rows.filter((row) => isCurrent(row)).map(toMembershipRef),
    started: [],
    children: await moveChildren(strapi, trx, { from: account.id, into: null }),
  };
};

/**
 * Moving its subsidiaries makes a cycle where moving the account itself would. They are locked before
 * the contacts are, as everybody locks accounts.
 */
const handOver = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  from: AccountRow,
  into: AccountRow
): Promise<Consequences> => {
  await checkParent(strapi, trx, { account: from, parentId: into.id });
  await queueAccounts(strapi, trx, [into.id], { people: true });
  const children = await moveChildren(strapi, trx, { from: from.id, into: into.id });
  const { moved, doubles } = await joinMemberships(strapi, trx, {
    column: 'account_id',
    from: from.id,
    into: into.id,
  });
  const replaced = doubles.filter((row) => isCurrent(row));
  const alreadyIn = new Set(
    replaced.filter((row) => row.account_id === into.id).map((row) => row.contact_id)
  );
  const current = moved.filter((row) => isCurrent(row));
  return {
    ended: [...current, ...replaced.filter((row) => row.account_id === from.id)].map(
      toMembershipRef
    ),
    started: current
      .filter((row) => !alreadyIn.has(row.contact_id))
      .map((row) => ({ ...toMembershipRef(row), accountId: into.id })),
    children,
  };
};

const moveChildren = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { from, into }: { from: number; into: number | null }
): Promise<AccountRef[]> => {
  const children = () => inTable(strapi, ACCOUNTS_TABLE, trx).where('parent_id', from);
  const rows = (await children()
    .orderBy('id')
    .forUpdate()
    .select('id', 'document_id')) as unknown as AccountRow[];
  await children().update({ parent_id: into, updated_at: new Date() });
  await queueAccounts(
    strapi,
    trx,
    rows.map(({ id }) => id),
    { account: true }
  );
  return rows.map(toRef);
};

const announce = async (
  strapi: Core.Strapi,
  { ended, started, children }: Consequences
): Promise<void> => {
  await announceMemberships(strapi, 'membership.ended', ended);
  await announceMemberships(strapi, 'membership.started', started);
  if (children.length === 0) return;
  const changes = children.map((child) => ({ ...child, fields: ['parent'] }));
  await events(strapi).emit('account.changed', changes);
};
