/** Accounts as the admin shows them. */
import type { Core } from '@strapi/strapi';
import type { AdminUser } from '../../platform/admin-names';
import { CUSTOM_VALUES } from '../../platform/fields/contract';
import { shownValues } from '../../platform/fields/hide-deleted';
import { findRows } from '../../platform/find-rows';
import { displayNameOf, toOwner, type Nameable } from '../contacts';
import { plainFields } from './account-fields';
import {
  ACCOUNT_UID,
  type AccountDetail,
  type AccountView,
  type LabelView,
  type NamedRef,
  type PersonView,
} from './contract';

export type LoadedPerson = Nameable & { email: string | null };

type Loaded = Record<string, unknown> & {
  id: number;
  status: LabelView | null;
  owner: AdminUser | null;
  parent: NamedRef | null;
  primaryContact?: LoadedPerson | null;
  secondaryContact?: LoadedPerson | null;
};

export const LABEL_FIELDS = ['documentId', 'name', 'displayName', 'color'];
export const PERSON_FIELDS = ['documentId', 'firstName', 'middleName', 'lastName', 'email'];

const populate = {
  status: { select: LABEL_FIELDS },
  owner: { select: ['id', 'firstname', 'lastname', 'username', 'email'] },
  parent: { select: ['documentId', 'name'] },
};

/** In the order of the ids; accounts that are gone are left out. */
export const readRows = async (strapi: Core.Strapi, ids: number[]): Promise<AccountView[]> => {
  if (ids.length === 0) return [];
  const select = ['documentId', CUSTOM_VALUES, ...plainFields(strapi, 'in-lists'), 'website'];
  const accounts = await findRows<Loaded>(strapi, ACCOUNT_UID, {
    where: { id: { $in: ids } },
    select: ['id', ...select],
    populate,
  });
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return ids.flatMap((id) => {
    const account = byId.get(id);
    return account ? [toView(strapi, account, select)] : [];
  });
};

export const readDetail = async (
  strapi: Core.Strapi,
  documentId: string,
  { withPeople }: { withPeople: boolean }
): Promise<AccountDetail | null> => {
  const select = [
    ...['documentId', 'updatedAt', 'phoneUnreadable', 'faxUnreadable', CUSTOM_VALUES],
    ...plainFields(strapi, 'everywhere'),
  ];
  const person = { select: PERSON_FIELDS };
  const [account] = await findRows<Loaded>(strapi, ACCOUNT_UID, {
    where: { documentId },
    select: ['id', ...select],
    populate: withPeople
      ? { ...populate, primaryContact: person, secondaryContact: person }
      : populate,
  });
  if (!account) return null;
  return {
    ...toView(strapi, account, select),
    primaryContact: toPerson(account.primaryContact),
    secondaryContact: toPerson(account.secondaryContact),
  };
};

const toView = (strapi: Core.Strapi, account: Loaded, select: string[]): AccountView => {
  const { status, owner, parent } = account;
  return {
    ...Object.fromEntries(select.map((name) => [name, account[name] ?? null])),
    [CUSTOM_VALUES]: shownValues(strapi, 'account', account[CUSTOM_VALUES]),
    status: toLabel(status),
    owner: owner && toOwner(owner),
    parent: parent && { documentId: parent.documentId, name: parent.name },
  } as AccountView;
};

export const toLabel = (label: LabelView | null | undefined): LabelView | null =>
  label
    ? {
        documentId: label.documentId,
        name: label.name,
        displayName: label.displayName,
        color: label.color,
      }
    : null;

export const toPerson = (contact: LoadedPerson | null | undefined): PersonView | null =>
  contact
    ? {
        documentId: contact.documentId,
        displayName: displayNameOf(contact),
        email: contact.email,
      }
    : null;
