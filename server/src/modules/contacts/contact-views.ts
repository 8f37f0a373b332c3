/** Contacts as the admin shows them. */
import type { Core } from '@strapi/strapi';
import { findRows } from '../../platform/find-rows';
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

interface AdminUser {
  id: number;
  firstname: string | null;
  lastname: string | null;
  username: string | null;
  email: string;
}

/** In the order of the ids; contacts that are gone are left out. */
export const readRows = async (strapi: Core.Strapi, ids: number[]): Promise<ContactView[]> => {
  if (ids.length === 0) return [];
  const select = ['documentId', ...plainFields(strapi, 'in-lists')];
  const contacts = await load(strapi, { id: { $in: ids } }, select);
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  return ids.flatMap((id) => {
    const contact = byId.get(id);
    return contact ? [toView(contact, select)] : [];
  });
};

export const readDetail = async (
  strapi: Core.Strapi,
  documentId: string
): Promise<ContactDetail | null> => {
  const select = [
    ...['documentId', 'updatedAt', 'phoneUnreadable', 'mobilePhoneUnreadable'],
    ...plainFields(strapi, 'everywhere'),
  ];
  const [contact] = await load(strapi, { documentId }, select);
  return contact ? toView(contact, select) : null;
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

const toView = (contact: Loaded, select: string[]): ContactView => {
  const { status, owner } = contact;
  return {
    ...Object.fromEntries(select.map((name) => [name, contact[name] ?? null])),
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

export const toOwner = ({ id, firstname, lastname, username, email }: AdminUser): OwnerView => ({
  id,
  name: [firstname, lastname].filter(Boolean).join(' ') || username || email,
});

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
