/** Contacts and accounts that a request names by document id. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { isCleanText } from '../../../platform/clean-text';
import { isRecord } from '../../../platform/records';
import { inTable } from '../../../platform/sql/table';
import { isEms } from '../../../config';
import { ACCOUNTS_TABLE } from '../../accounts';
import { CONTACTS_TABLE } from '../../contacts';
import { MOST_NAMED } from '../contract';

export interface Named {
  contacts: string[];
  accounts: string[];
}

export interface Resolved {
  contactIds: number[];
  accountIds: number[];
}

/** What a request names: at least one. Throws a ValidationError with a sentence. */
export const parseNamed = (body: unknown): Named => {
  if (!isRecord(body)) throw new errors.ValidationError('The body must be an object');
  const named = readNamed(body);
  if (named.contacts.length + named.accounts.length === 0) {
    throw new errors.ValidationError('Name contacts or accounts by document id');
  }
  return named;
};

/** 10,000 ids at most, both lists together. Throws a ValidationError with a sentence. */
export const readNamed = (members: unknown): Named => {
  if (!isRecord(members)) {
    throw new errors.ValidationError('Give what is meant as { contacts, accounts }');
  }
  const unknown = Object.keys(members).find((name) => name !== 'contacts' && name !== 'accounts');
  if (unknown !== undefined) {
    throw new errors.ValidationError(
      `A group has no "${unknown}": it holds contacts and accounts, and no other groups`
    );
  }
  const named = { contacts: ids('contacts', members), accounts: ids('accounts', members) };
  const count = named.contacts.length + named.accounts.length;
  if (count > MOST_NAMED) {
    throw new errors.ValidationError(
      `One request can name at most ${MOST_NAMED.toLocaleString('en')} contacts and accounts, not ${count.toLocaleString('en')}`
    );
  }
  return named;
};

const ids = (field: keyof Named, members: Record<string, unknown>): string[] => {
  const given = members[field] ?? [];
  if (!Array.isArray(given) || !given.every((id) => typeof id === 'string')) {
    throw new errors.ValidationError(`${field} must be a list of document ids`);
  }
  return [...new Set(given)];
};

/** Throws a ValidationError that lists what does not exist, and NotFoundError for accounts in the CMS edition. */
export const resolve = async (
  strapi: Core.Strapi,
  { contacts, accounts }: Named
): Promise<Resolved> => {
  if (accounts.length > 0 && !isEms(strapi)) {
    throw new errors.NotFoundError('Accounts are part of the EMS edition: this one has none');
  }
  const found = {
    contacts: await find(strapi, CONTACTS_TABLE, contacts),
    accounts: await find(strapi, ACCOUNTS_TABLE, accounts),
  };
  const unknown = {
    contacts: contacts.filter((id) => !found.contacts.has(id)),
    accounts: accounts.filter((id) => !found.accounts.has(id)),
  };
  const missing = [...unknown.contacts, ...unknown.accounts];
  if (missing.length > 0) {
    throw new errors.ValidationError(
      `There is no contact or account with the id ${missing.slice(0, SHOWN).join(', ')}${missing.length > SHOWN ? ' …' : ''}. Nothing was changed`,
      { unknown }
    );
  }
  return { contactIds: [...found.contacts.values()], accountIds: [...found.accounts.values()] };
};

const SHOWN = 3;

const find = async (
  strapi: Core.Strapi,
  table: string,
  documentIds: string[]
): Promise<Map<string, number>> => {
  const known = documentIds.filter(isCleanText);
  if (known.length === 0) return new Map();
  const rows = (await inTable(strapi, table)
    .whereIn('document_id', known)
    .select('id', 'document_id')) as unknown as { id: number; document_id: string }[];
  return new Map(rows.map(({ id, document_id }) => [document_id, id]));
};
