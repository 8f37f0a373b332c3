/**
 * The site's back end says that two contacts are one person: one is known by the site's id, the other by
 * e-mail (a newsletter form, an import). Joined where nothing contradicts it: neither has what the other
 * is known by. Otherwise both stay, for an editor to decide.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { retryConflicts } from '../../platform/retry-conflicts';
import { inTable } from '../../platform/sql/table';
import { inTransaction } from '../../platform/transaction';
import { activityStore } from '../activities';
import { CONTACTS_TABLE } from '../contacts';
import { announceMerge } from './announce-merge';
import { rewrite } from './claimed-contact';
import { mergeContacts, type Merged } from './merge';

export interface UserNames {
  externalId: string;
  email: string;
  reason: string;
  at: number;
}

type JoinedUser = Merged & { into: number };

export const joinUser = async (
  strapi: Core.Strapi,
  { externalId, email, reason, at }: UserNames
): Promise<void> => {
  const pair = await findPair(strapi, { externalId, email });
  if (!pair) return;
  const join = async (trx: Knex.Transaction): Promise<JoinedUser | null> => {
    const locked = await findPair(strapi, { externalId, email }, trx);
    if (!locked) return null;
    const { from, into } = locked;
    const done = await mergeContacts(strapi, trx, { from, into, reason, by: 'site', at });
    await rewrite(strapi, trx, into, { externalId });
    await activityStore(strapi).anchorContact(trx, into);
    return { ...done, into };
  };
  const merged = await retryConflicts(strapi, () => inTransaction(strapi, join));
  if (merged) await announceMerge(strapi, merged, { intoContactId: merged.into, reason });
};

const findPair = async (
  strapi: Core.Strapi,
  { externalId, email }: Pick<UserNames, 'externalId' | 'email'>,
  trx?: Knex.Transaction
): Promise<{ from: number; into: number } | null> => {
  const rows = await inTable(strapi, CONTACTS_TABLE, trx)
    .where((either) => {
      void either.where('external_id', externalId).orWhere('email', email);
    })
    .select('id', 'email', 'external_id');
  const byId = rows.find((row) => row.external_id === externalId);
  const byEmail = rows.find((row) => row.email === email);
  if (!byId || !byEmail || byId.id === byEmail.id) return null;
  if (byId.email !== null || byEmail.external_id !== null) return null;
  return { from: Number(byId.id), into: Number(byEmail.id) };
};
