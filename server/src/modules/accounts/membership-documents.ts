/** The invariants of memberships, for every write of the document service. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Knex } from 'knex';
import { changedFields } from '../../platform/changed-fields';
import { guardDocuments, type DocumentGuard } from '../../platform/document-writes';
import { inTable } from '../../platform/sql/table';
import { commitThenAnnounce } from '../../platform/transaction';
import { ACCOUNT_MEMBERSHIP_UID, ACCOUNT_MEMBERSHIPS_TABLE } from './contract';
import { queueMemberships } from './queue-memberships';
import { announceMemberships } from './membership-events';
import { isCurrent } from './membership-dates';
import {
  lockMembership,
  lockPartners,
  placeOf,
  readMemberships,
  toRef,
  type MembershipRow,
  type Partners,
} from './membership-row';
import {
  normalizeMembership,
  type MembershipData,
  type StoredMembership,
} from './normalize-membership';
import { repeatable } from './repeatable';
import { MEMBERSHIP_UNIQUE } from './unique-fields';

export const guardMemberships = (strapi: Core.Strapi): void => {
  guardDocuments(strapi, ACCOUNT_MEMBERSHIP_UID, {
    create: repeatable(MEMBERSHIP_UNIQUE, create),
    clone: repeatable(MEMBERSHIP_UNIQUE, clone),
    update: repeatable(MEMBERSHIP_UNIQUE, update),
    delete: repeatable(MEMBERSHIP_UNIQUE, remove),
  });
};

const create: DocumentGuard = (strapi, write, next) =>
  commitThenAnnounce(strapi, async (trx) => {
    write.data = normalizeMembership(write.data, null);
    const demoted = await makeRoom(strapi, trx, write.data);
    const result = await next();
    const made = await readMemberships(strapi, trx, [(result as { id: number }).id]);
    await queueMemberships(strapi, trx, made);
    return { result, announce: () => announceNew(strapi, made, demoted) };
  });

/** The main account is not copied: there is one. */
const clone: DocumentGuard = async (strapi, write, next) => {
  const place = await placeOf(strapi, write.documentId);
  if (!place) return next();
  return commitThenAnnounce(strapi, async (trx) => {
    const [original] = await readMemberships(strapi, trx, [place.id]);
    write.data = normalizeMembership(
      { ...(original ? toStored(original) : {}), isPrimary: false, ...write.data },
      null
    );
    const demoted = await makeRoom(strapi, trx, write.data);
    const result = await next();
    const { entries } = result as { entries: { id: number }[] };
    const ids = entries.map(({ id }) => id);
    const made = await readMemberships(strapi, trx, ids);
    await queueMemberships(strapi, trx, made);
    return { result, announce: () => announceNew(strapi, made, demoted) };
  });
};

const update: DocumentGuard = async (strapi, write, next) => {
  const place = await placeOf(strapi, write.documentId);
  if (!place) return next();
  return commitThenAnnounce(strapi, async (trx) => {
    const before = await lockMembership(strapi, trx, place);
    if (!before) return { result: await next(), announce: () => Promise.resolve() };
    write.data = normalizeMembership(write.data, toStored(before));
    const demoted = write.data.isPrimary ? await takePrimary(strapi, trx, before) : [];
    const result = await next();
    const [after = before] = await readMemberships(strapi, trx, [before.id]);
    await queueMemberships(strapi, trx, [before, after]);
    const difference = { before, after, written: write.data };
    const fields = changedFields(strapi, ACCOUNT_MEMBERSHIP_UID, difference);
    return {
      result,
      announce: async () => {
        await announceMemberships(strapi, 'membership.changed', demoted.map(asDemoted));
        if (fields.length > 0) await announceUpdate(strapi, { before, after, fields });
      },
    };
  });
};

const remove: DocumentGuard = async (strapi, write, next) => {
  const place = await placeOf(strapi, write.documentId);
  if (!place) return next();
  return commitThenAnnounce(strapi, async (trx) => {
    const before = await lockMembership(strapi, trx, place);
    const ended = before && isCurrent(before) ? [toRef(before)] : [];
    const result = await next();
    if (before) await queueMemberships(strapi, trx, [before]);
    return { result, announce: () => announceMemberships(strapi, 'membership.ended', ended) };
  });
};

/** Locks what a new membership hangs on; answers with what is no longer the contact's main one. */
const makeRoom = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  data: MembershipData
): Promise<MembershipRow[]> => {
  const contactId = Number(data.contact);
  await lockBoth(strapi, trx, { accountId: Number(data.account), contactId });
  return data.isPrimary ? takePrimary(strapi, trx, { id: 0, contact_id: contactId }) : [];
};

const lockBoth = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  partners: Partners
): Promise<void> => {
  const there = await lockPartners(strapi, trx, partners);
  for (const [name, found] of Object.entries(there)) {
    if (!found) throw new errors.ValidationError(`There is no such ${name}`);
  }
};

/** Answers with the memberships that were the contact's main one; the contact is locked. */
const takePrimary = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { id, contact_id }: Pick<MembershipRow, 'id' | 'contact_id'>
): Promise<MembershipRow[]> => {
  const others = (await inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx)
    .where({ contact_id, is_primary: true })
    .whereNot('id', id)) as unknown as MembershipRow[];
  const ids = others.map((row) => row.id);
  if (ids.length === 0) return [];
  await inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx)
    .whereIn('id', ids)
    .update({ is_primary: false, updated_at: new Date() });
  return others;
};

const toStored = (row: MembershipRow): StoredMembership => ({
  account: row.account_id,
  contact: row.contact_id,
  since: row.since,
  until: row.until,
});

const asDemoted = (row: MembershipRow) => ({ ...toRef(row), fields: ['isPrimary'] });

const announceNew = async (
  strapi: Core.Strapi,
  made: MembershipRow[],
  demoted: MembershipRow[]
): Promise<void> => {
  await announceMemberships(strapi, 'membership.changed', demoted.map(asDemoted));
  const started = made.filter((row) => isCurrent(row)).map(toRef);
  await announceMemberships(strapi, 'membership.started', started);
};

const announceUpdate = async (
  strapi: Core.Strapi,
  { before, after, fields }: { before: MembershipRow; after: MembershipRow; fields: string[] }
): Promise<void> => {
  const ref = toRef(after);
  const was = isCurrent(before);
  const is = isCurrent(after);
  if (was && !is) await announceMemberships(strapi, 'membership.ended', [ref]);
  else if (is && !was) await announceMemberships(strapi, 'membership.started', [ref]);
  else await announceMemberships(strapi, 'membership.changed', [{ ...ref, fields }]);
};
