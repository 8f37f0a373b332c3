/**
 * Notes who was shown which arm of a split, once per visitor and split, after the answer is on its way.
 * Of browsers that may not be tied to a person, and of contacts that are not to be tracked, nothing is
 * noted; they see their arm all the same.
 */
import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import { now } from '../../../platform/clock';
import { service } from '../../../platform/plugin';
import { inTable } from '../../../platform/sql/table';
import { CONTACTS_TABLE } from '../../contacts';
import type { VisitorKey } from '../../identity';
import { mayBeLinked, readVisitor, refusesTracking, type Background } from '../../tracking';
import { EXPOSURES_TABLE, type Split } from '../contract';

const background = (strapi: Core.Strapi) => service<Background>(strapi, 'server-log');

export const recordExposures = (
  strapi: Core.Strapi,
  request: IncomingMessage,
  key: VisitorKey,
  splits: Split[]
): void => {
  if (refusesTracking(strapi, request)) return;
  const at = now();
  background(strapi).run('what a visitor was shown', () => write(strapi, key, splits, at));
};

const write = async (
  strapi: Core.Strapi,
  key: VisitorKey,
  splits: Split[],
  at: number
): Promise<void> => {
  const visitor = await readVisitor(strapi, key, at);
  if (!visitor?.contactId || !mayBeLinked(strapi, visitor)) return;
  const { id, contactId } = visitor;
  const contact: unknown = await inTable(strapi, CONTACTS_TABLE)
    .where('id', contactId)
    .first('monitored');
  if (!isMonitored(contact)) return;
  const rows = splits.map(({ name, variant }) => ({
    split: name,
    variant,
    visitor_id: id,
    contact_id: contactId,
    first_at: at,
  }));
  await inTable(strapi, EXPOSURES_TABLE).insert(rows).onConflict(['visitor_id', 'split']).ignore();
};

const isMonitored = (contact: unknown): boolean => {
  const { monitored = false } = (contact ?? {}) as { monitored?: boolean | number | null };
  return monitored === null || Boolean(monitored);
};
