/**
 * A browser names an e-mail: in a form, through identify, by registering or logging in. One
 * transaction decides (see `recognise`) and does it. Without proof nothing of an existing contact is
 * changed, and the caller learns nothing of it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { attributed } from '../../platform/actor';
import { now } from '../../platform/clock';
import { queueBulk } from '../../platform/recalculation/queue';
import { bulkTransaction } from '../../platform/sql/bulk';
import { dialectOf } from '../../platform/sql/dialect';
import { isWriteConflict } from '../../platform/sql/write-conflict';
import { inTable } from '../../platform/sql/table';
import { inTransaction } from '../../platform/transaction';
import { activityStore } from '../activities';
import { CONTACTS_TABLE } from '../contacts';
import { logConsent } from '../privacy';
import { announceMerge } from './announce-merge';
import {
  changeOwner,
  createAnonymous,
  createContact,
  known,
  documentIdOf,
  rewrite,
  type ContactClaim,
} from './claimed-contact';
import type { VisitorKey, VisitorLink } from './contract';
import { findOwner, ownerOrSelf } from './find-owner';
import { mergeContacts, type Merged } from './merge';
import { recognise, type Recognition } from './recognise';
import { resolveVisitors } from './resolve-visitors';
import { bareSighting } from './sighting';
import { VISITORS_TABLE } from './tables';
import { trackingColumns } from './visitor-consent';

export interface ClaimRequest extends ContactClaim {
  visitorKey: VisitorKey;
}

export interface Claimed {
  contactId: number;
  documentId: string;
  link: VisitorLink;
  action: Recognition['action'];
}

/** Its contact was erased in between. */
class VisitorVanished extends Error {}

const ATTEMPTS = 8;
const PAUSE_AFTER_CONFLICT_MILLISECONDS = 10;

export const claimEmail = async (
  strapi: Core.Strapi,
  request: ClaimRequest,
  attempt = 1
): Promise<Claimed> => {
  await ensureVisitor(strapi, request);
  const ownerBefore = await findOwner(strapi, request);
  try {
    return await settle(strapi, request);
  } catch (error) {
    // Somebody else made a contact with this e-mail in between: decide again, with them as its owner.
    const owner = await findOwner(strapi, request);
    const decidable =
      isWriteConflict(error) ||
      error instanceof VisitorVanished ||
      owner?.contactId !== ownerBefore?.contactId;
    if (attempt >= ATTEMPTS || !decidable) throw error;
    await sleep(PAUSE_AFTER_CONFLICT_MILLISECONDS * attempt * Math.random());
    return claimEmail(strapi, request, attempt + 1);
  }
};

/** Makes the visitor, with an anonymous contact, when its events have not arrived yet. */
const ensureVisitor = (strapi: Core.Strapi, { visitorKey, at }: ClaimRequest) =>
  bulkTransaction(strapi, async (sql) => {
    const { newContacts } = await resolveVisitors(sql, [bareSighting(visitorKey, at)]);
    await activityStore(strapi).anchor(sql, newContacts);
    await queueBulk(
      strapi,
      sql,
      newContacts.map(({ contact_id }) => [contact_id, { all: true }] as const)
    );
  });

interface Settled extends Claimed {
  merged?: Merged;
}

const settle = async (strapi: Core.Strapi, request: ClaimRequest): Promise<Claimed> => {
  const { merged, ...claimed } = await inTransaction(strapi, async (trx) => {
    const visitor = await lockVisitor(strapi, trx, request.visitorKey);
    const tracking = request.consent?.tracking;
    const owner = ownerOrSelf(await findOwner(strapi, request, trx), request, visitor);
    const decision = recognise({ visitor, owner, proven: request.proven });
    const settled = await attributed({ by: 'visitor', why: 'identified' }, () =>
      carryOut(strapi, trx, request, { decision, link: visitor.link })
    );
    await inTable(strapi, VISITORS_TABLE, trx)
      .where('visitor_key', request.visitorKey)
      .update({
        contact_id: settled.contactId,
        link: settled.link,
        // What follows belongs to another person: it starts a visit of its own.
        ...(isSomebodyElse(decision) ? { session_id: null } : {}),
        ...(tracking === undefined ? {} : trackingColumns(tracking, now())),
      });
    await activityStore(strapi).anchorContact(trx, settled.contactId);
    await logConsent(strapi, trx, {
      contactId: settled.contactId,
      visitorId: visitor.id,
      given: request.consent ?? {},
      source: request.source,
      at: request.at,
    });
    return settled;
  });
  if (merged) {
    const { contactId: intoContactId } = claimed;
    await announceMerge(strapi, merged, { intoContactId, reason: request.source });
  }
  return claimed;
};

const lockVisitor = async (strapi: Core.Strapi, trx: Knex.Transaction, key: VisitorKey) => {
  const query = inTable(strapi, VISITORS_TABLE, trx)
    .join(CONTACTS_TABLE, `${CONTACTS_TABLE}.id`, `${VISITORS_TABLE}.contact_id`)
    .where('visitor_key', key)
    .first(`${VISITORS_TABLE}.id`, 'contact_id', 'link', 'kind', 'external_id');
  // SQLite has one writer; elsewhere two claims of one visitor wait for each other here.
  if (dialectOf(strapi) !== 'sqlite') void query.forUpdate();
  const row = (await query) as Record<string, unknown> | undefined;
  if (!row) throw new VisitorVanished('The visitor vanished while it was being recognised');
  return {
    id: Number(row.id),
    contactId: Number(row.contact_id),
    known: row.kind === 'known',
    externalId: row.external_id as string | null,
    link: row.link as VisitorLink,
  };
};

interface Decided {
  decision: Recognition;
  link: VisitorLink;
}

const carryOut = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  request: ClaimRequest,
  { decision, link }: Decided
): Promise<Settled> => {
  const { proven, source, at } = request;
  const proof: VisitorLink = proven ? 'verified' : 'claimed';
  switch (decision.action) {
    case 'promote': {
      await rewrite(strapi, trx, decision.contactId, known(request));
      return answer(strapi, trx, decision.contactId, decision.action, proven ? 'verified' : 'own');
    }
    case 'merge': {
      const { from, into } = decision;
      const merged = await mergeContacts(strapi, trx, {
        from,
        into,
        reason: source,
        by: 'visitor',
        at,
      });
      await changeOwner(strapi, trx, into, request);
      return { ...(await answer(strapi, trx, into, decision.action, proof)), merged };
    }
    case 'switch': {
      if (decision.to === 'new') {
        const contactId = await createContact(strapi, request);
        return answer(strapi, trx, contactId, decision.action, proven ? 'verified' : 'own');
      }
      await changeOwner(strapi, trx, decision.to, request);
      return answer(strapi, trx, decision.to, decision.action, proof);
    }
    case 'hide': {
      const { contactId } = decision;
      const own = contactId === 'new' ? await createAnonymous(strapi, request.at) : contactId;
      return answer(strapi, trx, own, decision.action, 'claimed');
    }
    case 'keep': {
      if (proven || link !== 'claimed') {
        await changeOwner(strapi, trx, decision.contactId, { ...request, own: !proven });
      }
      return answer(strapi, trx, decision.contactId, decision.action, proven ? 'verified' : link);
    }
  }
};

const isSomebodyElse = (decision: Recognition): boolean =>
  decision.action === 'switch' || (decision.action === 'hide' && decision.contactId === 'new');

const answer = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contactId: number,
  action: Recognition['action'],
  link: VisitorLink
): Promise<Claimed> => {
  const documentId = await documentIdOf(strapi, trx, contactId);
  return { contactId, documentId, link, action };
};
