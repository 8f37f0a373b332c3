/**
 * Registrations and logins of users-permissions users, recorded by the server itself. It watches what
 * the plugin's routes answered instead of patching the plugin; on a site without it nothing matches.
 */
import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { now } from '../../platform/clock';
import { isRecord } from '../../platform/records';
import { contacts } from '../contacts';
import { identity, type VisitorKey } from '../identity';
import type { Background } from './server-log/background';
import { knownContacts } from './server-log/known-contacts';
import { recordActivities } from './server-log/record-activities';
import {
  mayBeLinked,
  readVisitor,
  refusesTracking,
  visitOf,
  visitorKeyOfRequest,
} from './server-log/request-visitor';
import { registrationOf } from './site-user-contact';

type AuthActivity = 'registration' | 'login';

/** Handlers of the plugin's routes. `callback` serves local logins and providers alike. */
const ACTIVITIES: Record<string, AuthActivity> = {
  'auth.register': 'registration',
  'auth.callback': 'login',
};

interface Authenticated {
  activity: AuthActivity;
  userId: number;
  provider: string;
  /** Null: no key, or a browser that asks not to be tracked. */
  visitorKey: VisitorKey | null;
  /** Epoch milliseconds. */
  startedAt: number;
}

export const watchSiteUsers =
  (strapi: Core.Strapi, background: Background) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const startedAt = now();
    await next();
    const authenticated = readAuthentication(strapi, ctx, startedAt);
    if (!authenticated) return;
    background.run(`a ${authenticated.activity}`, () => record(strapi, authenticated));
  };

const readAuthentication = (
  strapi: Core.Strapi,
  ctx: Context,
  startedAt: number
): Authenticated | null => {
  const route: unknown = ctx.state.route;
  if (!isRecord(route) || !isRecord(route.info) || route.info.pluginName !== 'users-permissions')
    return null;
  const activity = ACTIVITIES[String(route.handler)];
  const user = isRecord(ctx.body) ? ctx.body.user : undefined;
  if (!activity || ctx.status !== 200 || !isRecord(user)) return null;
  const { provider = 'local' } = ctx.params as { provider?: string };
  return {
    activity,
    userId: Number(user.id),
    provider,
    visitorKey: refusesTracking(strapi, ctx.req) ? null : visitorKeyOfRequest(ctx.req),
    startedAt,
  };
};

interface SiteUser {
  documentId: string;
  email: string | null;
  confirmed: boolean | null;
  createdAt: string | Date;
}

const record = async (strapi: Core.Strapi, authenticated: Authenticated): Promise<void> => {
  const { userId, provider, visitorKey, startedAt } = authenticated;
  const user = (await strapi.db
    .query('plugin::users-permissions.user')
    .findOne({ where: { id: userId } })) as SiteUser | null;
  const email = contacts(strapi).normalizeEmail(user?.email ?? '');
  if (!user || !email) return;
  const type = activityOf(authenticated, user);
  if (visitorKey) await link(strapi, user, { key: visitorKey, source: type, at: startedAt });
  const contact = (await knownContacts(strapi, [{ email, firstSeenAt: startedAt }], type)).get(
    email
  );
  if (!contact?.monitored) return;
  const visitor = visitorKey && (await readVisitor(strapi, visitorKey, startedAt));
  await recordActivities(strapi, [
    {
      eventId: type === 'registration' ? registrationOf(user) : randomUUID(),
      contactId: contact.id,
      ...visitOf(strapi, visitor, contact.id),
      type,
      occurredAt: startedAt,
      data: { provider },
    },
  ]);
};

/** A provider's first callback makes the user: that is a registration. */
const activityOf = ({ activity, startedAt }: Authenticated, user: SiteUser): AuthActivity =>
  new Date(user.createdAt).getTime() >= startedAt ? 'registration' : activity;

const link = async (
  strapi: Core.Strapi,
  user: SiteUser,
  { key, source, at }: { key: VisitorKey; source: AuthActivity; at: number }
): Promise<void> => {
  if (!mayBeLinked(strapi, await readVisitor(strapi, key, at))) return;
  await identity(strapi).identify({
    visitorKey: key,
    traits: { email: user.email },
    proven: user.confirmed === true && (await confirmsEmails(strapi)),
    source,
    at,
  });
};

/**
 * Only where Strapi sends a confirmation link does `confirmed` mean that the address is the user's;
 * elsewhere it is set on registration, and anybody could register somebody else's address.
 */
const confirmsEmails = async (strapi: Core.Strapi): Promise<boolean> => {
  const advanced: unknown = await strapi
    .store({ type: 'plugin', name: 'users-permissions' })
    .get({ key: 'advanced' });
  return isRecord(advanced) && advanced.email_confirmation === true;
};
