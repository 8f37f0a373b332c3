/**
 * A form's subscription without a visitor: the CMS edition tracks nobody, so there is only the e-mail.
 * A contact that exists is left alone, but that its subscription waits for confirmation.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { isWriteConflict } from '../../platform/sql/write-conflict';
import { inTransaction } from '../../platform/transaction';
import { activityStore } from '../activities';
import { logConsent } from '../privacy';
import { changeOwner, createContact, type ContactClaim } from './claimed-contact';
import { findOwner } from './find-owner';

const ATTEMPTS = 5;
const PAUSE_AFTER_CONFLICT_MILLISECONDS = 10;

export const subscribe = async (
  strapi: Core.Strapi,
  claim: ContactClaim,
  attempt = 1
): Promise<void> => {
  const before = await findOwner(strapi, claim);
  try {
    await inTransaction(strapi, async (trx) => {
      const owner = await findOwner(strapi, claim, trx);
      if (owner) await changeOwner(strapi, trx, owner.contactId, claim);
      const contactId = owner?.contactId ?? (await createContact(strapi, claim));
      await activityStore(strapi).anchorContact(trx, contactId);
      const { consent: given = {}, source, at } = claim;
      await logConsent(strapi, trx, { contactId, visitorId: null, given, source, at });
    });
  } catch (error) {
    // Somebody else made a contact with this e-mail in between: decide again, with them as its owner.
    const owner = await findOwner(strapi, claim);
    const decidable = isWriteConflict(error) || owner?.contactId !== before?.contactId;
    if (attempt >= ATTEMPTS || !decidable) throw error;
    await sleep(PAUSE_AFTER_CONFLICT_MILLISECONDS * attempt * Math.random());
    return subscribe(strapi, claim, attempt + 1);
  }
};
