/**
 * `POST {path}/identify`: a browser says who it belongs to. The answer is the same, and comes after the
 * same time, whether the address was known or not.
 */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isEms } from '../../config';
import { now } from '../../platform/clock';
import { isRecord } from '../../platform/records';
import { identity, type IdentifyRequest } from '../identity';
import { answerTime, readConsent } from './collect/claim-forms';
import { readUserAgent } from './collect/user-agent';
import { HttpProblem } from './http/problem';
import type { PublicEndpoint } from './http/public-server';
import type { RateLimit } from './http/rate-limit';
import { readJson } from './http/read-body';
import { visitorKeyOf } from './http/visitor-key';

const MAX_TOKEN = 200;

export const createIdentifyEndpoint = (
  strapi: Core.Strapi,
  rateLimit: RateLimit
): PublicEndpoint => ({
  method: 'POST',
  handle: async ({ raw, address }) => {
    const receivedAt = now();
    const body: unknown = await readJson(raw);
    await rateLimit.consume(address, 1);
    if (!isRecord(body) || !isRecord(body.traits)) {
      throw new HttpProblem(400, 'The body must be an object with traits');
    }
    const { token, traits, consent } = body;
    if (token !== undefined && (typeof token !== 'string' || token.length > MAX_TOKEN)) {
      throw new HttpProblem(400, 'token must be the text that your back end signed');
    }
    // The CMS edition tracks nobody, so it makes no visitor either.
    const visitorKey = isEms(strapi) ? visitorKeyOf(body.visitor, raw) : null;
    if (!readUserAgent(raw.headers['user-agent']).bot) {
      await identify(strapi, {
        visitorKey,
        traits,
        token,
        source: 'identify',
        at: receivedAt,
        consent: readConsent(consent),
      });
    }
    await answerTime(receivedAt);
    return { status: 202, body: {} };
  },
});

const identify = async (strapi: Core.Strapi, request: IdentifyRequest): Promise<void> => {
  try {
    await identity(strapi).identify(request);
  } catch (error) {
    if (isValidationError(error)) throw new HttpProblem(400, error.message);
    throw error;
  }
};

const isValidationError = (error: unknown): error is Error =>
  error instanceof Error && error instanceof errors.ValidationError;
