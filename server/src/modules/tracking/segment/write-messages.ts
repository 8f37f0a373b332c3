/** Writes the messages of one request: run by run, each run's visits through the ingest buffer. */
import type { Core } from '@strapi/strapi';
import { activityTypes } from '../../activities';
import { cleanText } from '../../../platform/clean-text';
import { parseEvents } from '../collect/parse-events';
import { truncateAddress } from '../collect/truncate-address';
import { readUserAgent } from '../collect/user-agent';
import type { CollectedEvent } from '../contract';
import type { IngestBuffer } from '../ingest/buffer';
import type { Visit, VisitResult } from '../ingest/visit';
import type { PrivacySettings } from '../settings';
import { groupUser } from './group-user';
import { identifyUser } from './identify-user';
import { linkUsers } from './link-users';
import { recordOf, type Message } from './message';
import { toRuns } from './runs';
import { toEvents } from './to-events';

export interface SegmentContext {
  strapi: Core.Strapi;
  buffer: IngestBuffer<Visit, VisitResult>;
  settings: () => PrivacySettings;
  acceptUnknownTypes: boolean;
}

export const writeMessages = async (
  context: SegmentContext,
  messages: Message[],
  receivedAt: number
): Promise<void> => {
  const { strapi, buffer } = context;
  for (const run of toRuns(messages)) {
    if ('identify' in run) {
      await identifyUser(strapi, run.identify);
      continue;
    }
    if ('group' in run) {
      await groupUser(strapi, run.group);
      continue;
    }
    const onlyAgreed = context.settings().consent === 'required';
    await linkUsers(strapi, run.events, { onlyAgreed });
    const visits = toVisits(context, run.events, receivedAt);
    await Promise.all(visits.map((visit) => buffer.push(visit)));
  }
};

const toVisits = (context: SegmentContext, messages: Message[], receivedAt: number): Visit[] => {
  const visits = new Map<string, Visit>();
  for (const message of messages) {
    const events = readEvents(context, message, receivedAt);
    const visit = visits.get(message.key);
    if (visit) visit.events.push(...events);
    else if (events.length > 0) {
      visits.set(message.key, { ...describe(context, message), events, receivedAt });
    }
  }
  return [...visits.values()];
};

/** The first message of a visitor tells the device; a batch of one visitor comes from one. */
const describe = (
  { settings }: SegmentContext,
  { key, context: { userAgent, ip } }: Message
): Omit<Visit, 'events' | 'receivedAt'> => ({
  key,
  tracking: null,
  userAgent: readUserAgent(typeof userAgent === 'string' ? userAgent : undefined),
  address:
    settings().ipAddress === 'truncated' && typeof ip === 'string' ? truncateAddress(ip) : null,
});

const readEvents = (
  { strapi, acceptUnknownTypes }: SegmentContext,
  message: Message,
  receivedAt: number
): CollectedEvent[] => {
  const isType = (name: string) => activityTypes(strapi).has(name);
  const { events, rejected } = parseEvents(toEvents(message, isType), {
    now: receivedAt,
    knows: (type) => acceptUnknownTypes || isType(type),
    keepTimes: true,
  });
  for (const { code } of rejected) {
    strapi.log.debug(`contact-management: a Segment message was left out: ${code}`);
  }
  const campaign = campaignOf(message);
  return events.map((event) => (event.utmSource === null ? { ...event, ...campaign } : event));
};

/** The library read the campaign where the address does not show it any more. */
const campaignOf = ({ context }: Message) => {
  const { source, medium, name, term, content } = recordOf(context.campaign);
  const text = (value: unknown) => (typeof value === 'string' ? cleanText(value, 255) : null);
  return {
    utmSource: text(source),
    utmMedium: text(medium),
    utmCampaign: text(name),
    utmTerm: text(term),
    utmContent: text(content),
  };
};
