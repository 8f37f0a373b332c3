/**
 * E-mails about thresholds: one for each threshold, however many contacts reached it since the last one,
 * and none more often than every five minutes. Whoever could not be told within a day is told no more.
 */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { DAY, MINUTE, now, type Milliseconds } from '../../../platform/clock';
import { aliased, inTable } from '../../../platform/sql/table';
import { CONTACTS_TABLE, displayNameOf, type Nameable } from '../../contacts';
import { CROSSINGS_TABLE, type Threshold } from '../contract';
import type { LiveScore } from '../live-rules';
import { mailText, type Reached } from './mail-text';

const PAUSE: Milliseconds = 5 * MINUTE;
const LISTED = 50;

interface Told {
  score: LiveScore;
  threshold: Threshold;
}

/** Answers with the number of e-mails sent. Throws when one was refused; those sent are not sent again. */
export const mailCrossings = async (strapi: Core.Strapi, scores: LiveScore[]): Promise<number> => {
  let sent = 0;
  for (const score of scores) {
    for (const threshold of score.thresholds) {
      if (threshold.emails.length > 0 && (await mailOne(strapi, { score, threshold }))) sent += 1;
    }
  }
  return sent;
};

/** Row numbers of those whose e-mail is still to be sent. */
const waiting = (strapi: Core.Strapi, { score, threshold }: Told): Knex.QueryBuilder =>
  (aliased(strapi, { k: CROSSINGS_TABLE }) as Knex.QueryBuilder)
    .where({ 'k.score_id': score.scoreId, 'k.threshold_id': threshold.id })
    .whereNull('k.mailed_at')
    .where('k.reached_at', '>', now() - DAY);

const mailOne = async (strapi: Core.Strapi, told: Told): Promise<boolean> => {
  const newest: Knex.QueryBuilder = waiting(strapi, told).max({ id: 'k.id' }).count({ count: '*' });
  const [last] = (await newest) as { id: number | null; count: number | string }[];
  if (!last || last.id === null || (await wasMailedLately(strapi, told))) return false;
  const listed = await readListed(strapi, told, last.id);
  const release = await claim(strapi, told, last.id);
  if (!release || listed.length === 0) return false;
  const reached = listed.map((contact): Reached => ({
    name: displayNameOf(contact),
    documentId: contact.documentId,
    total: Number(contact.total),
  }));
  try {
    await send(strapi, told, { reached, count: Number(last.count) });
  } catch (error) {
    await release();
    throw error;
  }
  return true;
};

/**
 * Marks them as told before the e-mail goes: of two jobs at once one sends it. Null when the other one was
 * faster; else how to give them back.
 */
const claim = async (
  strapi: Core.Strapi,
  { score, threshold }: Told,
  last: number
): Promise<(() => Promise<void>) | null> => {
  const at = now();
  const crossings = () =>
    inTable(strapi, CROSSINGS_TABLE)
      .where({ score_id: score.scoreId, threshold_id: threshold.id })
      .where('id', '<=', last);
  const claimed = await crossings().whereNull('mailed_at').update({ mailed_at: at });
  if (claimed === 0) return null;
  return async () => {
    await crossings().where('mailed_at', at).update({ mailed_at: null });
  };
};

const readListed = async (
  strapi: Core.Strapi,
  told: Told,
  last: number
): Promise<(Nameable & { total: number | string })[]> => {
  const listed: Knex.QueryBuilder = waiting(strapi, told)
    .join({ c: CONTACTS_TABLE }, 'c.id', 'k.contact_id')
    .where('k.id', '<=', last)
    .orderBy('k.id')
    .limit(LISTED)
    .select({
      ...{ documentId: 'c.document_id', firstName: 'c.first_name', middleName: 'c.middle_name' },
      ...{ lastName: 'c.last_name', email: 'c.email', total: 'k.total' },
    });
  return (await listed) as (Nameable & { total: number | string })[];
};

const wasMailedLately = async (
  strapi: Core.Strapi,
  { score, threshold }: Told
): Promise<boolean> => {
  const lately = await inTable(strapi, CROSSINGS_TABLE)
    .where({ score_id: score.scoreId, threshold_id: threshold.id })
    .where('mailed_at', '>', now() - PAUSE)
    .first('id');
  return lately !== undefined;
};

interface EmailService {
  send(mail: { to: string[]; subject: string; text: string }): Promise<unknown>;
}

const send = async (
  strapi: Core.Strapi,
  { score, threshold }: Told,
  { reached, count }: { reached: Reached[]; count: number }
): Promise<void> => {
  if (!('email' in strapi.plugins)) {
    throw new errors.ApplicationError('This site has no e-mail plugin: thresholds tell nobody');
  }
  const adminUrl = strapi.config.get<string>('admin.absoluteUrl').replace(/\/+$/, '');
  const { subject, text } = mailText({
    ...{ score: score.displayName, threshold, reached, count },
    linkOf: (documentId) =>
      `${adminUrl}/plugins/contact-management/contacts/${encodeURIComponent(documentId)}`,
  });
  const email = strapi.plugin('email').service<EmailService>('email');
  await email.send({ to: threshold.emails, subject, text });
};
