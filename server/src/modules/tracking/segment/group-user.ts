/**
 * `group`: the site's back end says that a user belongs to an account. Believed like `identify`, because
 * it came with a write key; a browser's own requests never come here.
 */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { accounts } from '../../accounts';
import { CONTACTS_TABLE } from '../../contacts';
import { VISITORS_TABLE, type VisitorLink } from '../../identity';
import { linkUsers } from './link-users';
import { textOf, type Message } from './message';

/** A message that names no account, or nobody who is known, is left out. */
export const groupUser = async (strapi: Core.Strapi, message: Message): Promise<void> => {
  const { groupId, traits } = message;
  if (groupId === null) return;
  await linkUsers(strapi, [message], { onlyAgreed: false });
  const contactId = await knownContactOf(strapi, message);
  if (contactId === null) return;
  try {
    const named = { externalId: groupId, name: textOf(traits.name) };
    const accountId = await accounts(strapi).ensureAccount(named);
    await accounts(strapi).ensureMember({ accountId, contactId });
  } catch (error) {
    // The site's own rules for accounts: sending it again would not help, and the other messages count.
    if (!(error instanceof errors.ValidationError)) throw error;
    strapi.log.warn(`contact-management: a group call was left out: ${error.message}`);
  }
};

/** Where no user is named, not whose e-mail a browser merely typed: that is no proof of who sits there. */
const knownContactOf = async (
  strapi: Core.Strapi,
  { key, userId }: Message
): Promise<number | null> => {
  const found: { id: number; link: VisitorLink } | undefined = await strapi.db
    .getConnection(VISITORS_TABLE)
    .join(CONTACTS_TABLE, `${CONTACTS_TABLE}.id`, `${VISITORS_TABLE}.contact_id`)
    .where('visitor_key', key)
    .where('kind', 'known')
    .first(`${CONTACTS_TABLE}.id`, 'link');
  if (!found || (userId === null && found.link === 'claimed')) return null;
  return found.id;
};
