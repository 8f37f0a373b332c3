/**
 * What a site's back end says again and again: this contact belongs to that account. Whatever is missing
 * is made, once, also by callers at the same time; what an editor has written stays.
 */
import type { Core } from '@strapi/strapi';
import { foldText } from '../../platform/fold-text';
import { inTable } from '../../platform/sql/table';
import { addMember } from './change-members';
import { ACCOUNT_MEMBERSHIPS_TABLE, ACCOUNT_UID, ACCOUNTS_TABLE } from './contract';
import { findByExternalId } from './find-account';
import type { Partners } from './membership-row';
import { MAX_KEY_LENGTH, oneSpelling } from './normalize-account';

export interface NamedAccount {
  externalId: string;
  /** Null where only the id is known, which then is the name of a new account. */
  name: string | null;
}

/** Answers with the row number. Throws a ValidationError where the site's rules refuse the account. */
export const ensureAccount = async (strapi: Core.Strapi, named: NamedAccount): Promise<number> => {
  const found = await findByExternalId(strapi, named.externalId);
  if (found) return found.id;
  try {
    return (await adoptByName(strapi, named)) ?? (await create(strapi, named));
  } catch (error) {
    // Somebody else was faster.
    const made = await findByExternalId(strapi, named.externalId);
    if (made) return made.id;
    throw error;
  }
};

/** One that has ended stays ended: whoever ended it knew better than a repeated message. */
export const ensureMember = async (strapi: Core.Strapi, partners: Partners): Promise<void> => {
  if (await isOrWasMember(strapi, partners)) return;
  try {
    await addMember(strapi, { account: partners.accountId, contact: partners.contactId });
  } catch (error) {
    if (!(await isOrWasMember(strapi, partners))) throw error;
  }
};

/** The account that editors made before the site named it, if there is no doubt which one. */
const adoptByName = async (
  strapi: Core.Strapi,
  { externalId, name }: NamedAccount
): Promise<number | null> => {
  const [account, another] = name === null ? [] : await findUnnumbered(strapi, name);
  if (!account || another) return null;
  await strapi
    .documents(ACCOUNT_UID as never)
    .update({ documentId: account.documentId, data: { externalId } as never });
  return account.id;
};

interface Candidate {
  id: number;
  documentId: string;
  name: string;
}

/** So many accounts of nearly one name leave doubt anyway. */
const MAX_CANDIDATES = 100;

/** Of that name, whatever its case and spaces, and without an external id. */
const findUnnumbered = async (strapi: Core.Strapi, name: string): Promise<Candidate[]> => {
  const spelled = oneSpelling(name);
  const rows = (await inTable(strapi, ACCOUNTS_TABLE)
    .where('name_key', foldText(spelled).slice(0, MAX_KEY_LENGTH))
    .whereNull('external_id')
    .orderBy('id')
    .limit(MAX_CANDIDATES)
    .select({ id: 'id', documentId: 'document_id', name: 'name' })) as unknown as Candidate[];
  return rows.filter((row) => row.name.toLowerCase() === spelled.toLowerCase());
};

const create = async (strapi: Core.Strapi, { externalId, name }: NamedAccount): Promise<number> => {
  const created = await strapi
    .documents(ACCOUNT_UID as never)
    .create({ data: { externalId, name: name ?? externalId } as never });
  return Number(created.id);
};

const isOrWasMember = async (
  strapi: Core.Strapi,
  { accountId, contactId }: Partners
): Promise<boolean> => {
  const found = (await inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE)
    .where({ account_id: accountId, contact_id: contactId })
    .first('id')) as unknown;
  return found !== undefined;
};
