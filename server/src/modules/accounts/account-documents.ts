/** The invariants of accounts, for every write of the document service. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { changedFields } from '../../platform/changed-fields';
import { guardDocuments, type DocumentGuard } from '../../platform/document-writes';
import { toValidationError } from '../../platform/field-problem';
import { CUSTOM_VALUES, type FieldDefinition } from '../../platform/fields/contract';
import { definitionsInUse } from '../../platform/fields/definitions';
import { checkValues } from '../../platform/fields/guard-values';
import { forgetValues, indexStored } from '../../platform/fields/index-values';
import { events } from '../../platform/plugin';
import { queueAccounts } from '../../platform/recalculation/queue';
import { commitThenAnnounce } from '../../platform/transaction';
import { accountFields } from './account-entity';
import {
  accountIdOf,
  lockAccount,
  readAccount,
  toRef,
  toStored,
  type AccountRow,
} from './account-row';
import { refuseWhileUsed } from './account-use';
import { ACCOUNT_UID } from './contract';
import { checkParent, queueForParents } from './hierarchy';
import { holdContacts } from './named-contacts';
import { normalizeAccount, type AccountData } from './normalize-account';
import { repeatable } from './repeatable';
import { searchKeyOf } from './search-key';
import { ACCOUNT_UNIQUE } from './unique-fields';

export const guardAccounts = (strapi: Core.Strapi): void => {
  guardDocuments(strapi, ACCOUNT_UID, {
    create: repeatable(ACCOUNT_UNIQUE, create),
    clone: repeatable(ACCOUNT_UNIQUE, clone),
    update: repeatable(ACCOUNT_UNIQUE, update),
    delete: repeatable(ACCOUNT_UNIQUE, remove),
  });
};

interface Known {
  /** Its row as it was, locked; null for a new one. */
  before: AccountRow | null;
  /** Of the settings' fields, those in use. */
  definitions: FieldDefinition[];
}

/** What is stored of what was given. Throws a ValidationError with a sentence for each field. */
const normalized = async (
  strapi: Core.Strapi,
  given: AccountData,
  { before, definitions }: Known
): Promise<AccountData> => {
  const stored = before && toStored(before);
  const { data, problems } = normalizeAccount(given, stored);
  const country = data.country === undefined ? stored?.country : data.country;
  const ofValues = await checkValues(strapi, accountFields, {
    data,
    before,
    country: typeof country === 'string' ? country : null,
    definitions,
  });
  if (problems.length + ofValues.length > 0) throw toValidationError([...problems, ...ofValues]);
  const searched = (field: 'name' | 'website' | 'city') =>
    data[field] === undefined ? stored?.[field] : data[field];
  const customFields =
    data[CUSTOM_VALUES] === undefined ? before?.custom_fields : data[CUSTOM_VALUES];
  const texts = { name: searched('name'), website: searched('website'), city: searched('city') };
  return { ...data, searchKey: searchKeyOf({ ...texts, customFields }, definitions) };
};

/** Read before a transaction begins, for the reason that `accountIdOf` gives. */
const inUse = (strapi: Core.Strapi) => definitionsInUse(strapi, accountFields.name);

const indexNew = async (strapi: Core.Strapi, trx: Knex.Transaction, accounts: AccountRow[]) => {
  const ids = accounts.flatMap(({ id, custom_fields }) => (custom_fields === null ? [] : [id]));
  if (ids.length > 0) await indexStored(strapi, trx, accountFields, ids);
};

const create: DocumentGuard = async (strapi, write, next) => {
  const definitions = await inUse(strapi);
  return commitThenAnnounce(strapi, async (trx) => {
    write.data = await normalized(strapi, write.data, { before: null, definitions });
    await checkNewParent(strapi, trx, write.data.parent, null);
    await holdContacts(strapi, trx, write.data);
    const result = await next();
    const account = await readAccount(strapi, trx, (result as { id: number }).id);
    await indexNew(strapi, trx, [account]);
    return { result, announce: () => announceCreated(strapi, [account]) };
  });
};

/** What is not overridden comes from an account that has been normalised. */
const clone: DocumentGuard = async (strapi, write, next) => {
  const id = await accountIdOf(strapi, write.documentId);
  const definitions = await inUse(strapi);
  return commitThenAnnounce(strapi, async (trx) => {
    const original = id === null ? null : await lockAccount(strapi, trx, id);
    write.data = await normalized(strapi, write.data, { before: original, definitions });
    await checkNewParent(strapi, trx, write.data.parent, null);
    await holdContacts(strapi, trx, write.data);
    const result = await next();
    const { entries } = result as { entries: { id: number }[] };
    const accounts = await Promise.all(entries.map((entry) => readAccount(strapi, trx, entry.id)));
    await indexNew(strapi, trx, accounts);
    return { result, announce: () => announceCreated(strapi, accounts) };
  });
};

const update: DocumentGuard = async (strapi, write, next) => {
  const id = await accountIdOf(strapi, write.documentId);
  if (id === null) return next();
  const definitions = await inUse(strapi);
  return commitThenAnnounce(strapi, async (trx) => {
    if (typeof write.data.parent === 'number') await queueForParents(strapi, trx);
    const before = await lockAccount(strapi, trx, id);
    if (!before) return { result: await next(), announce: () => Promise.resolve() };
    write.data = await normalized(strapi, write.data, { before, definitions });
    await checkNewParent(strapi, trx, write.data.parent, before);
    await holdContacts(strapi, trx, write.data);
    const result = await next();
    const after = await readAccount(strapi, trx, id);
    const fields = changedFields(strapi, ACCOUNT_UID, { before, after, written: write.data });
    if (fields.includes(CUSTOM_VALUES)) await indexStored(strapi, trx, accountFields, [id]);
    const change = { ...toRef(before), fields: fields.filter((name) => !DERIVED.has(name)) };
    await queueChange(strapi, trx, { before, fields: change.fields });
    return {
      result,
      announce: async () => {
        if (change.fields.length > 0) await events(strapi).emit('account.changed', [change]);
      },
    };
  });
};

/** An account that moves takes what its people did from what was above it. */
const queueChange = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { before, fields }: { before: AccountRow; fields: string[] }
): Promise<void> => {
  if (fields.length === 0) return;
  await queueAccounts(strapi, trx, [before.id], { account: true });
  const left = fields.includes('parent') ? before.parent_id : null;
  if (left !== null) await queueAccounts(strapi, trx, [left], { people: true });
};

const DERIVED = new Set(['nameKey', 'searchKey']);

const remove: DocumentGuard = async (strapi, write, next) => {
  const id = await accountIdOf(strapi, write.documentId);
  if (id === null) return next();
  return commitThenAnnounce(strapi, async (trx) => {
    const account = await lockAccount(strapi, trx, id);
    if (account) await refuseWhileUsed(strapi, trx, account);
    await forgetValues(strapi, trx, accountFields, [id]);
    const result = await next();
    const deleted = account ? [toRef(account)] : [];
    return {
      result,
      announce: async () => {
        if (deleted.length > 0) await events(strapi).emit('account.deleted', deleted);
      },
    };
  });
};

/** By now a parent that is given is a row number. */
const checkNewParent = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  parent: unknown,
  account: AccountRow | null
): Promise<void> => {
  if (typeof parent !== 'number' || parent === account?.parent_id) return;
  await checkParent(strapi, trx, { account, parentId: parent });
};

const announceCreated = async (strapi: Core.Strapi, accounts: AccountRow[]) => {
  if (accounts.length > 0) await events(strapi).emit('account.created', accounts.map(toRef));
};
