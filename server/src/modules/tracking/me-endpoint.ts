/** `GET {path}/me`: what a page may know of its visitor, to personalise itself. */
import type { Core } from '@strapi/strapi';
import { visitorGroupsOf } from '../../platform/visitor-groups';
import { visitorTokenOf } from '../../platform/visitor-token';
import type { ContactState } from '../contacts';
import type { VisitorKey } from '../identity';
import { HttpProblem } from './http/problem';
import type { PublicEndpoint } from './http/public-server';
import type { RateLimit } from './http/rate-limit';
import { namesVisitor, toVisitorKey, visitorCookieOf } from './http/visitor-key';
import { visitorStanding } from './visitor-standing';

export interface Me {
  known: boolean;
  groups: string[];
  state: ContactState;
  /** For an edge, when it was asked for. */
  token?: string;
}

const STRANGER: Me = { known: false, groups: [], state: 'other' };
const CLAIMANT: Me = { known: true, groups: [], state: 'prospect' };

/** The answer is one browser's, and without `visitor` it depends on the cookie. */
const HEADERS = { 'Cache-Control': 'private, max-age=5', Vary: 'Cookie' };

export const createMeEndpoint = (strapi: Core.Strapi, rateLimit: RateLimit): PublicEndpoint => ({
  method: 'GET',
  handle: async ({ raw, address, query }) => {
    await rateLimit.consume(address, 1);
    const given = query.get('visitor');
    const isNamed = given === '' || namesVisitor(given);
    const key = isNamed ? toVisitorKey(given) : visitorCookieOf(raw);
    if (isNamed && !key) throw new HttpProblem(400, 'visitor must be a UUID');
    const me = key ? await readMe(strapi, key) : STRANGER;
    const token = key && query.get('token') === '1' ? await visitorTokenOf(strapi, key) : null;
    return { status: 200, headers: HEADERS, body: token === null ? me : { ...me, token } };
  },
});

const readMe = async (strapi: Core.Strapi, key: VisitorKey): Promise<Me> => {
  const standing = await visitorStanding(strapi, key);
  if (standing.as === 'stranger') return STRANGER;
  if (standing.as === 'claimant') return CLAIMANT;
  const { contactId, known, state } = standing;
  return { known, groups: await visitorGroupsOf(strapi, contactId), state };
};
