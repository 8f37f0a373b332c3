/** `POST {path}/consent`: a visitor agrees or takes it back; recording stops with the answer. */
import type { Core } from '@strapi/strapi';
import { now } from '../../platform/clock';
import { isRecord } from '../../platform/records';
import { recordVisitorConsent } from '../identity';
import { readConsent } from './collect/claim-forms';
import { HttpProblem } from './http/problem';
import type { PublicEndpoint } from './http/public-server';
import type { RateLimit } from './http/rate-limit';
import { readJson } from './http/read-body';
import { visitorKeyOf } from './http/visitor-key';

export const createConsentEndpoint = (
  strapi: Core.Strapi,
  rateLimit: RateLimit
): PublicEndpoint => ({
  method: 'POST',
  handle: async ({ raw, address }) => {
    const body: unknown = await readJson(raw);
    await rateLimit.consume(address, 1);
    if (!isRecord(body) || !isRecord(body.purposes)) {
      throw new HttpProblem(400, 'The body must be an object with purposes');
    }
    const given = readConsent(body.purposes);
    if (Object.keys(given).length === 0) {
      throw new HttpProblem(400, 'purposes must say true or false to tracking or email');
    }
    await recordVisitorConsent(strapi, {
      key: visitorKeyOf(body.visitor, raw),
      given,
      at: now(),
    });
    return { status: 202, body: {} };
  },
});
