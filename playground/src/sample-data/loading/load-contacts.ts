/** The people, as contacts. Written in bulk: what they are is normalised already. */
import type { Core } from '@strapi/strapi';
import type { SampleContact, SampleStatus, Source } from '../types';
import { createRows, existing } from './batches';
import { contacts } from './plugin-services';

const CONTACT = 'plugin::contact-management.contact';
const STATUS = 'plugin::contact-management.contact-status';

/** Contact key → row id. */
export type ContactIds = Map<string, number>;

export const loadContacts = async (
  strapi: Core.Strapi,
  sample: { contacts: SampleContact[]; statuses: SampleStatus[] }
): Promise<ContactIds> => {
  const statusIds = await loadStatuses(strapi, sample.statuses);
  const owner = await firstAdmin(strapi);
  const there = await existing(strapi, {
    table: 'cm_contacts',
    column: 'external_id',
    values: sample.contacts.map(({ key }) => key),
  });
  const missing = sample.contacts.filter(({ key }) => !there.has(key));
  await createRows(
    strapi,
    CONTACT,
    missing.map((contact) => toRow(contact, { statusIds, owner }))
  );
  const ids = await readIds(strapi);
  await indexNew(strapi, ids, missing);
  return ids;
};

/** Rows written in bulk are not found by a search until their words are. */
const indexNew = async (strapi: Core.Strapi, ids: ContactIds, added: SampleContact[]) => {
  const known = added
    .filter(({ kind }) => kind === 'known')
    .flatMap(({ key }) => ids.get(key) ?? []);
  await strapi.db.transaction(({ trx }) => contacts(strapi).indexWords(trx, known));
};

const loadStatuses = async (strapi: Core.Strapi, statuses: SampleStatus[]) => {
  const there = await existing(strapi, {
    table: 'cm_contact_statuses',
    column: 'name',
    values: statuses.map(({ name }) => name),
  });
  for (const status of statuses.filter(({ name }) => !there.has(name))) {
    await strapi.documents(STATUS).create({ data: status });
  }
  const rows = (await strapi.db.query(STATUS).findMany({ select: ['id', 'name'] })) as {
    id: number;
    name: string;
  }[];
  return new Map(rows.map(({ id, name }) => [name, id]));
};

const firstAdmin = async (strapi: Core.Strapi) =>
  ((await strapi.db.query('admin::user').findOne({ orderBy: 'id' })) as { id: number } | null)?.id;

const toRow = (
  contact: SampleContact,
  { statusIds, owner }: { statusIds: Map<string, number>; owner: number | undefined }
) => {
  const { person, kind, state, subscription, source, tags } = contact;
  const firstSeenAt = new Date(contact.firstSeenAt);
  return {
    externalId: contact.key,
    kind,
    state,
    subscription,
    source,
    ...(kind === 'known' ? nameOf(contact) : {}),
    status: statusIds.get(contact.status ?? ''),
    owner: person.persona === 'business' && kind === 'known' ? owner : undefined,
    country: person.country,
    language: person.language,
    timezone: person.timezone,
    ...touch('first', contact.firstSource),
    ...touch('last', contact.lastSource),
    firstSeenAt,
    lastActivityAt: new Date(contact.lastActivityAt),
    identifiedAt: contact.identifiedAt === null ? null : new Date(contact.identifiedAt),
    tags,
    createdAt: firstSeenAt,
    updatedAt: new Date(contact.lastActivityAt),
    publishedAt: firstSeenAt,
  };
};

/** What people have told about themselves. Companies and roles come from enquiries only. */
const nameOf = ({ person, source }: SampleContact) => {
  const { email, companyName, jobTitle, phone, salutation, firstName, lastName, gender } =
    person.profile;
  if (source === 'form:newsletter') return { email };
  return {
    email,
    salutation,
    firstName,
    lastName,
    gender,
    phone,
    companyName,
    jobTitle,
    city: person.city,
  };
};

const touch = (which: 'first' | 'last', source: Source) => ({
  [`${which}UtmSource`]: source.utmSource,
  [`${which}UtmMedium`]: source.utmMedium,
  [`${which}UtmCampaign`]: source.utmCampaign,
  [`${which}UtmTerm`]: source.utmTerm,
  [`${which}UtmContent`]: source.utmContent,
});

const readIds = async (strapi: Core.Strapi): Promise<ContactIds> => {
  const rows = (await strapi.db.query(CONTACT).findMany({
    select: ['id', 'externalId'],
    where: { externalId: { $startsWith: 's-' } },
  })) as { id: number; externalId: string }[];
  return new Map(rows.map(({ id, externalId }) => [externalId, id]));
};
