/** People coming to an account and leaving it, through the document service with its rules. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { inTable } from '../../platform/sql/table';
import { ACCOUNT_MEMBERSHIP_UID, ACCOUNT_MEMBERSHIPS_TABLE } from './contract';
import { isCurrent, today } from './membership-dates';
import type { MembershipRow } from './membership-row';

/** Each of the three in any form in which Strapi takes a relation: row number, document id … */
export interface NewMember {
  account: unknown;
  contact: unknown;
  role?: unknown;
  jobTitle?: string | null | undefined;
  /** `YYYY-MM-DD`. */
  since?: string | null | undefined;
  until?: string | null | undefined;
  isPrimary?: boolean | undefined;
}

/** Answers with the membership's document id. Throws a ValidationError for whom is a member already. */
export const addMember = async (strapi: Core.Strapi, member: NewMember): Promise<string> => {
  const { documentId } = await strapi
    .documents(ACCOUNT_MEMBERSHIP_UID as never)
    .create({ data: given(member) as never });
  return documentId;
};

/** What is undefined stays as it is. Throws NotFoundError and ValidationError. */
export const changeMember = async (
  strapi: Core.Strapi,
  documentId: string,
  changes: Omit<NewMember, 'account' | 'contact'>
): Promise<void> => {
  const updated = await strapi
    .documents(ACCOUNT_MEMBERSHIP_UID as never)
    .update({ documentId, data: given(changes) as never });
  if (!updated) throw noMembership();
};

/** Throws NotFoundError. */
export const removeMembership = async (strapi: Core.Strapi, documentId: string): Promise<void> => {
  const { entries } = await strapi
    .documents(ACCOUNT_MEMBERSHIP_UID as never)
    .delete({ documentId });
  if (entries.length === 0) throw noMembership();
};

const noMembership = () => new errors.NotFoundError('There is no such membership');

/**
 * From `on` (today unless given) the contact is a former member. One that has ended already keeps its
 * day unless another one is given. Throws NotFoundError, and a ValidationError for a day before `since`.
 */
export const endMembership = async (
  strapi: Core.Strapi,
  documentId: string,
  on?: string
): Promise<void> => {
  const found = (await inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE)
    .where('document_id', documentId)
    .first('until')) as unknown as Pick<MembershipRow, 'until'> | undefined;
  if (!found) throw noMembership();
  if (on === undefined && !isCurrent(found)) return;
  await changeMember(strapi, documentId, { until: on ?? today() });
};

const given = (member: object): object =>
  Object.fromEntries(Object.entries(member).filter(([, value]) => value !== undefined));
