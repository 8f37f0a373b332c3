/** What other modules, and a site's own code, may ask about who a browser belongs to. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { config } from '../../config';
import { now, SECOND } from '../../platform/clock';
import { service } from '../../platform/plugin';
import { contacts } from '../contacts';
import type { ConsentGiven } from '../privacy';
import { claimEmail, type Claimed } from './claim';
import type { ContactClaim } from './claimed-contact';
import type { VisitorKey } from './contract';
import { identifySecret } from './identify-secret';
import { joinUser } from './join-user';
import { signEmail, verifyEmailToken } from './identify-token';
import { subscribe } from './subscribe';

export interface IdentifyRequest {
  /** Null where nobody is tracked: then it is a subscription without a visitor. */
  visitorKey: VisitorKey | null;
  /** As it came from outside. */
  traits: Record<string, unknown>;
  token?: string;
  /** Proven by other means, such as a login. */
  proven?: boolean;
  /** The person's id in the site's own system, told by its back end. Counts with `proven` only. */
  externalId?: string;
  source: string;
  at?: number;
  consent?: ConsentGiven;
}

export interface Identity {
  /**
   * Throws a ValidationError when the token is not good, or nothing identifies anybody: no e-mail in the
   * traits, and no external id. Answers null without a visitor, and when the site's own rules for
   * contacts refuse this one, which is logged.
   */
  identify(request: IdentifyRequest): Promise<Claimed | null>;
  /** A token with which a browser may prove `email`, good for `validSeconds` (default: an hour). */
  signEmail(email: string, validSeconds?: number): string;
}

const HOUR_SECONDS = 3_600;

export const createIdentity = ({ strapi }: { strapi: Core.Strapi }): Identity => {
  const secret = () => config(strapi).tracking.secret ?? identifySecret(strapi);
  const nowSeconds = () => Math.floor(now() / SECOND);
  const checkToken = (token: string, email: string) => {
    const verdict = verifyEmailToken(token, {
      email,
      secret: secret(),
      nowSeconds: nowSeconds(),
    });
    if (!verdict.valid) {
      throw new errors.ValidationError('The token is not valid for this e-mail, or has expired');
    }
  };
  return {
    async identify({ visitorKey, token, at = now(), ...request }) {
      const { data } = contacts(strapi).traitsToContact(request.traits);
      const email = typeof data.email === 'string' ? data.email : null;
      const externalId = request.proven ? request.externalId : undefined;
      if (email === null && externalId === undefined) {
        throw new errors.ValidationError('traits.email must be an e-mail address');
      }
      if (token !== undefined) checkToken(token, email ?? '');
      const claim: ContactClaim = {
        email,
        externalId,
        data: withoutEmail(data),
        proven: request.proven === true || token !== undefined,
        source: request.source,
        at,
        consent: request.consent,
      };
      return unlessRefused(strapi, async () => {
        if (externalId !== undefined && email !== null) {
          await joinUser(strapi, { externalId, email, reason: request.source, at });
        }
        if (visitorKey !== null) return claimEmail(strapi, { ...claim, visitorKey });
        await subscribe(strapi, claim);
        return null;
      });
    },
    signEmail(given, validSeconds = HOUR_SECONDS) {
      const email = contacts(strapi).normalizeEmail(given);
      if (!email) throw new errors.ValidationError('This is not an e-mail address');
      return signEmail(email, nowSeconds() + validSeconds, secret());
    },
  };
};

/**
 * A site may require or limit what it added to contacts, and no contact can be made then. Whoever
 * claims an e-mail is not told: only for one that nobody has yet is a contact made, so the refusal
 * would tell which addresses are known, and a browser would send the same form again for a week.
 */
const unlessRefused = async <Result>(
  strapi: Core.Strapi,
  claim: () => Promise<Result>
): Promise<Result | null> => {
  try {
    return await claim();
  } catch (error) {
    if (!(error instanceof errors.ValidationError)) throw error;
    strapi.log.warn(`contact-management: a contact could not be made or changed: ${error.message}`);
    return null;
  }
};

const withoutEmail = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([name]) => name !== 'email'));

export const identity = (strapi: Core.Strapi) => service<Identity>(strapi, 'identity');
