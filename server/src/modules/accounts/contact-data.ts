/** What merging, subject access and erasure do with memberships, and with accounts that name a contact. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { ContactDataOwner, Reassignment } from '../../platform/contact-data';
import { stillThere } from '../../platform/kept-rows/references';
import { queueAccounts } from '../../platform/recalculation/queue';
import { aliased, inTable } from '../../platform/sql/table';
import { ACCOUNT_MEMBERSHIPS_TABLE, ACCOUNTS_TABLE, CONTACT_ROLES_TABLE } from './contract';
import { joinMemberships } from './join-memberships';

const NAMED = ['primary_contact_id', 'secondary_contact_id'] as const;

export const contactData: ContactDataOwner = {
  tables: { [ACCOUNT_MEMBERSHIPS_TABLE]: 'contact_id' },
  references: { [ACCOUNTS_TABLE]: NAMED },

  /**
   * A contact that goes is taken out of these accounts; whoever writes one locks it before contacts.
   * Found first and locked by number: a search by either column would lock every account on MariaDB.
   */
  async lock(strapi, trx, contactIds) {
    const ids: number[] = [];
    for (const column of NAMED) {
      const named: unknown[] = await inTable(strapi, ACCOUNTS_TABLE, trx)
        .whereIn(column, contactIds)
        .pluck('id');
      ids.push(...named.map(Number));
    }
    if (ids.length === 0) return;
    await inTable(strapi, ACCOUNTS_TABLE, trx)
      .whereIn('id', ids)
      .orderBy('id')
      .forUpdate()
      .select('id');
  },

  /** Where both are members, one membership stays. */
  async reassign(strapi, trx, move) {
    const { moved, doubles } = await joinMemberships(strapi, trx, {
      column: 'contact_id',
      ...move,
    });
    return {
      memberships: moved.map(({ id }) => id),
      doubleMemberships: doubles,
      ...(await renameContacts(strapi, trx, move)),
    };
  },

  async export(strapi, contactId) {
    const memberships: unknown[] = await aliased(strapi, { m: ACCOUNT_MEMBERSHIPS_TABLE })
      .join({ a: ACCOUNTS_TABLE }, 'a.id', 'm.account_id')
      .leftJoin({ r: CONTACT_ROLES_TABLE }, 'r.id', 'm.role_id')
      .where('m.contact_id', contactId)
      .orderBy('m.id')
      .select({
        account: 'a.name',
        role: 'r.display_name',
        jobTitle: 'm.job_title',
        since: 'm.since',
        until: 'm.until',
        isPrimary: 'm.is_primary',
      });
    const named = (column: string): Promise<unknown[]> =>
      inTable(strapi, ACCOUNTS_TABLE).where(column, contactId).orderBy('id').pluck('name');
    return {
      memberships,
      primaryContactOf: await named('primary_contact_id'),
      secondaryContactOf: await named('secondary_contact_id'),
    };
  },

  async erase(strapi, trx, contactIds) {
    const left: unknown[] = await inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx)
      .whereIn('contact_id', contactIds)
      .distinct()
      .pluck('account_id');
    await queueAccounts(strapi, trx, left.map(Number), { people: true });
    await inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx)
      .whereIn('contact_id', contactIds)
      .delete();
    for (const column of NAMED) {
      await inTable(strapi, ACCOUNTS_TABLE, trx)
        .whereIn(column, contactIds)
        .update({ [column]: null });
    }
  },

  restore: {
    admit: {
      /** Of accounts that are still there. */
      async [ACCOUNT_MEMBERSHIPS_TABLE](strapi, trx, rows) {
        const account = { column: 'account_id', table: ACCOUNTS_TABLE };
        const there = await stillThere(strapi, trx, rows, account);
        return rows.filter(({ account_id }) => there.has(String(account_id)));
      },
    },
  },
};

/** An account that names both of them has one contact left, named first. */
const renameContacts = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { from, into }: Reassignment
) => {
  const accounts = () => inTable(strapi, ACCOUNTS_TABLE, trx);
  const primaryContactOf = (await accounts()
    .where('primary_contact_id', from)
    .pluck('id')) as number[];
  const secondaryContactOf = (await accounts()
    .where('secondary_contact_id', from)
    .pluck('id')) as number[];
  await accounts().whereIn('id', primaryContactOf).update({ primary_contact_id: into });
  await accounts().whereIn('id', secondaryContactOf).update({ secondary_contact_id: into });
  await accounts()
    .where({ primary_contact_id: into, secondary_contact_id: into })
    .update({ secondary_contact_id: null });
  return { primaryContactOf, secondaryContactOf };
};
