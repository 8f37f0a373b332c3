/** A submitted form that names an e-mail says who the visitor is (`data.fields.email`). */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { now } from '../../../platform/clock';
import { isRecord } from '../../../platform/records';
import { contacts } from '../../contacts';
import { identity } from '../../identity';
import type { ConsentGiven } from '../../privacy';
import type { Visit } from '../ingest/visit';

/**
 * Requests that name an e-mail are all answered this long after they came, so that the time does not
 * tell whether the address was known.
 */
const ANSWER_AFTER_MILLISECONDS = 60;

export const claimForms = async (strapi: Core.Strapi, visit: Visit): Promise<void> => {
  const forms = visit.events.flatMap(({ type, data, occurredAt }) => {
    const fields = type === 'formsubmit' ? data?.fields : undefined;
    if (!isRecord(fields) || !contacts(strapi).traitsToContact(fields).data.email) return [];
    return [
      {
        fields,
        occurredAt,
        form: typeof data?.form === 'string' ? data.form : 'form',
        consent: data?.consent,
      },
    ];
  });
  if (forms.length === 0) return;
  for (const { fields, occurredAt, form, consent } of forms) {
    await identity(strapi).identify({
      visitorKey: visit.key,
      traits: fields,
      source: `form:${form}`.slice(0, 100),
      at: occurredAt,
      consent: readConsent(consent),
    });
  }
  await answerTime(visit.receivedAt);
};

export const answerTime = async (receivedAt: number): Promise<void> => {
  const left = receivedAt + ANSWER_AFTER_MILLISECONDS - now();
  if (left > 0) await sleep(left);
};

/** Unknown purposes and values that are no yes or no are left out. */
export const readConsent = (given: unknown): ConsentGiven => {
  if (!isRecord(given)) return {};
  const { tracking, email } = given;
  return {
    ...(typeof tracking === 'boolean' ? { tracking } : {}),
    ...(typeof email === 'boolean' ? { email } : {}),
  };
};
