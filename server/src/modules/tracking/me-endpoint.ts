/**
 * `GET {path}/me`: what a page may know of its visitor, to personalise itself. A browser that only
 * claimed an e-mail is told what it would be told had nobody had that address: otherwise anybody could
 * look up anybody's state and groups by typing their e-mail.
 */
import type { Core } from '@strapi/strapi';
import { visitorGroupsOf } from '../../platform/visitor-groups';
import { CONTACTS_TABLE, type ContactState } from '../contacts';
import { VISITORS_TABLE, type VisitorKey, type VisitorLink } from '../identity';
import { HttpProblem } from './http/problem';
import type { PublicEndpoint } from './http/public-server';
import type { RateLimit } from './http/rate-limit';
import { namesVisitor, toVisitorKey, visitorCookieOf } from './http/visitor-key';

export interface Me {
  known: boolean;
  groups: string[];
  state: ContactState;
}

const STRANGER: Me = { known: false, groups: [], state: 'other' };
const CLAIMANT: Me = { known: true, groups: [], state: 'prospect' };

export const createMeEndpoint = (strapi: Core.Strapi, rateLimit: RateLimit): PublicEndpoint => ({
  method: 'GET',
  handle: async ({ raw, address, query }) => {
    await rateLimit.consume(address, 1);
    const given = query.get('visitor');
    const isNamed = given === '' || namesVisitor(given);
    const key = isNamed ? toVisitorKey(given) : visitorCookieOf(raw);
    if (isNamed && !key) throw new HttpProblem(400, 'visitor must be a UUID');
    return {
      status: 200,
      headers: { 'Cache-Control': 'private, max-age=5' },
      body: key ? await readMe(strapi, key) : STRANGER,
    };
  },
});

interface MeRow {
  contactId: number;
  kind: string;
  state: ContactState;
  link: VisitorLink;
}

const readMe = async (strapi: Core.Strapi, key: VisitorKey): Promise<Me> => {
  const row: MeRow | undefined = await strapi.db
    .getConnection(VISITORS_TABLE)
    .join(CONTACTS_TABLE, `${CONTACTS_TABLE}.id`, `${VISITORS_TABLE}.contact_id`)
    .where('visitor_key', key)
    .first({ contactId: `${CONTACTS_TABLE}.id`, kind: 'kind', state: 'state', link: 'link' });
  if (!row) return STRANGER;
  if (row.link === 'claimed') return CLAIMANT;
  const known = row.kind !== 'anonymous';
  if (known && row.link !== 'verified') return CLAIMANT;
  return { known, groups: await visitorGroupsOf(strapi, row.contactId), state: row.state };
};
