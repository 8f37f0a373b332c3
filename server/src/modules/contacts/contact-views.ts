/** Contacts as the admin shows them. */
import type { Core } from '@strapi/strapi';
import { adminName, type AdminUser } from '../../platform/admin-names';
import { CUSTOM_VALUES } from '../../platform/fields/contract';
import { shownValues } from '../../platform/fields/hide-deleted';
import { findRows } from '../../platform/find-rows';
import { readColumns, type ListColumn } from '../../platform/list-columns';
import { plainFields } from './contact-fields';
import {
  CONTACT_UID,
  type ContactDetail,
  type ContactView,
  type OwnerView,
  type StatusView,
} from './contract';
import { displayNameOf, type Nameable } from './display-name';

type Loaded = Nameable &
  Record<string, unknown> & { id: number; status: StatusView | null; owner: AdminUser | null };

/** In the order of the ids; contacts that are gone are left out. `given`: columns of other modules. */
export const readRows = async (
  strapi: Core.Strapi,
  ids: number[],
  given: ListColumn[] = []
): Promise<ContactView[]> => {
  if (ids.length === 0) return [];
  const select = ['documentId', CUSTOM_VALUES, ...plainFields(strapi, 'in-lists')];
  const contacts = await load(strapi, { id: { $in: ids } }, select);
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  const columns = await readColumns(strapi, given, ids);
  return ids.flatMap((id) => {
    const contact = byId.get(id);
    return contact ? [{ ...toView(strapi, contact, select), ...columns.get(id) }] : [];
  });
};

export const readDetail = async (
  strapi: Core.Strapi,
  documentId: string
): Promise<ContactDetail | null> => {
  const select = [
    ...['documentId', 'updatedAt', 'phoneUnreadable', 'mobilePhoneUnreadable', CUSTOM_VALUES],
    ...plainFields(strapi, 'everywhere'),
  ];
  const [contact] = await load(strapi, { documentId }, select);
  return contact ? toView(strapi, contact, select) : null;
};

const load = (strapi: Core.Strapi, where: object, select: string[]): Promise<Loaded[]> =>
  findRows<Loaded>(strapi, CONTACT_UID, {
    where,
    select: ['id', ...select],
    populate: {
      status: { select: ['documentId', 'name', 'displayName', 'color'] },
      owner: { select: ['id', 'firstname', 'lastname', 'username', 'email'] },
    },
  });

const toView = (strapi: Core.Strapi, contact: Loaded, select: string[]): ContactView => {
  const { status, owner } = contact;
  return {
    ...Object.fromEntries(select.map((name) => [name, contact[name] ?? null])),
    [CUSTOM_VALUES]: shownValues(strapi, 'contact', contact[CUSTOM_VALUES]),
    displayName: displayNameOf(contact),
    status: status && {
      documentId: status.documentId,
      name: status.name,
      displayName: status.displayName,
      color: status.color,
    },
    owner: owner && toOwner(owner),
  } as ContactView;
};

export const toOwner = (user: AdminUser): OwnerView => ({ id: user.id, name: adminName(user) });

/** Admin users who can own a contact. */
export const listOwners = async (strapi: Core.Strapi): Promise<OwnerView[]> => {
  const users = await findRows<AdminUser>(strapi, 'admin::user', {
    where: { blocked: { $not: true }, isActive: true },
    select: ['id', 'firstname', 'lastname', 'username', 'email'],
    orderBy: [{ firstname: 'asc' }, { lastname: 'asc' }],
    limit: MAX_OWNERS,
  });
  return users.map(toOwner);
};

const MAX_OWNERS = 1_000;
