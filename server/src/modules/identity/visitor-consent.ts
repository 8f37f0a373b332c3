/** What a visitor agreed to, kept with the visitor and in the consent log. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { queueContacts } from '../../platform/recalculation/queue';
import { inTable } from '../../platform/sql/table';
import { inTransaction } from '../../platform/transaction';
import { CONTACTS_TABLE } from '../contacts';
import { logConsent, type ConsentGiven } from '../privacy';
import type { VisitorKey, VisitorLink } from './contract';
import { VISITORS_TABLE } from './tables';

export interface VisitorConsent {
  key: VisitorKey;
  given: ConsentGiven;
  at: number;
}

/**
 * A visitor that is not known yet and refuses is kept as a key without a contact: the refusal has to
 * be remembered, the person has not. Taking back e-mail unsubscribes only a contact that the browser
 * does not merely claim to be, or anybody could unsubscribe anybody; it is logged either way.
 */
export const recordVisitorConsent = (
  strapi: Core.Strapi,
  { key, given, at }: VisitorConsent
): Promise<void> =>
  inTransaction(strapi, async (trx) => {
    if (given.tracking !== undefined) {
      await rememberTracking(strapi, trx, { key, tracking: given.tracking, at });
    }
    const visitor = await inTable(strapi, VISITORS_TABLE, trx)
      .where('visitor_key', key)
      .forUpdate()
      .first('id', 'contact_id', 'link');
    if (!visitor) return;
    const contactId = visitor.contact_id === null ? null : Number(visitor.contact_id);
    const visitorId = Number(visitor.id);
    await logConsent(strapi, trx, { contactId, visitorId, given, source: 'visitor', at });
    if (given.email === false && visitor.link !== 'claimed' && contactId !== null) {
      await inTable(strapi, CONTACTS_TABLE, trx)
        .where('id', contactId)
        .whereIn('subscription', ['pending', 'subscribed'])
        .update({ subscription: 'unsubscribed' });
      await queueContacts(strapi, trx, [contactId], { fields: ['subscription'] });
    }
  });

/** A refusal is kept with its time: what was sent before it, and comes later, does not undo it. */
export const trackingColumns = (tracking: boolean, at: number) => ({
  tracking,
  refused_at: tracking ? null : at,
});

const rememberTracking = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { key, tracking, at }: { key: VisitorKey; tracking: boolean; at: number }
): Promise<void> => {
  const said = trackingColumns(tracking, at);
  await inTable(strapi, VISITORS_TABLE, trx)
    .insert({
      visitor_key: key,
      link: 'own' satisfies VisitorLink,
      ...said,
      first_seen_at: at,
      last_seen_at: at,
    })
    .onConflict('visitor_key')
    .merge(said);
};
