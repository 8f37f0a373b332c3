/**
 * The contact that a users-permissions user belongs to: the one whose registration was recorded, also when
 * an address has changed since or contacts were merged; else the one that has the user's address.
 */
import type { Core } from '@strapi/strapi';
import { activityStore } from '../activities';
import { contacts, displayNameOf, type Nameable } from '../contacts';
import { CONTACT_UID } from '../contacts';
import type { SiteUserContact } from './contract';

const USER_UID = 'plugin::users-permissions.user';

/** The id under which a user's registration is recorded, once. */
export const registrationOf = (user: { documentId: string }): string =>
  `registration:${user.documentId}`;

/** Null when there is none, or no such user. */
export const contactOfUser = async (
  strapi: Core.Strapi,
  documentId: string
): Promise<SiteUserContact | null> => {
  if (!(USER_UID in strapi.contentTypes)) return null;
  const user = (await strapi.db.query(USER_UID).findOne({
    where: { documentId },
    select: ['documentId', 'email'],
  })) as { documentId: string; email: string | null } | null;
  if (!user) return null;
  const id =
    (await activityStore(strapi).contactOf(registrationOf(user))) ??
    (await contacts(strapi).findByEmail(user.email ?? ''))?.id;
  return id === undefined ? null : readContact(strapi, id);
};

const readContact = async (strapi: Core.Strapi, id: number): Promise<SiteUserContact | null> => {
  const contact = (await strapi.db.query(CONTACT_UID).findOne({
    where: { id },
    select: ['documentId', 'firstName', 'middleName', 'lastName', 'email'],
  })) as Nameable | null;
  return contact && { documentId: contact.documentId, displayName: displayNameOf(contact) };
};
