/**
 * What a browser may be told of the contact behind it. One that only claimed an e-mail is told what it
 * would be told had nobody had that address: otherwise anybody could look up anybody by typing their
 * e-mail (docs/decisions/0003).
 */
import type { Core } from '@strapi/strapi';
import { CONTACTS_TABLE, type ContactState } from '../contacts';
import { VISITORS_TABLE, type VisitorKey, type VisitorLink } from '../identity';

export type Standing =
  | { as: 'stranger' }
  | { as: 'claimant' }
  /** `known`: not anonymous. */
  | { as: 'itself'; contactId: number; known: boolean; state: ContactState };

interface Row {
  contactId: number;
  kind: string;
  state: ContactState;
  link: VisitorLink;
}

export const visitorStanding = async (strapi: Core.Strapi, key: VisitorKey): Promise<Standing> => {
  const row: Row | undefined = await strapi.db
    .getConnection(VISITORS_TABLE)
    .join(CONTACTS_TABLE, `${CONTACTS_TABLE}.id`, `${VISITORS_TABLE}.contact_id`)
    .where('visitor_key', key)
    .first({ contactId: `${CONTACTS_TABLE}.id`, kind: 'kind', state: 'state', link: 'link' });
  if (!row) return { as: 'stranger' };
  const known = row.kind !== 'anonymous';
  if (row.link === 'claimed' || (known && row.link !== 'verified')) return { as: 'claimant' };
  return { as: 'itself', contactId: row.contactId, known, state: row.state };
};
