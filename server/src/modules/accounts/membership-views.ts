/** Memberships as the admin shows them. */
import type { Core } from '@strapi/strapi';
import { findRows } from '../../platform/find-rows';
import { LABEL_FIELDS, PERSON_FIELDS, toLabel, toPerson, type LoadedPerson } from './account-views';
import {
  ACCOUNT_MEMBERSHIP_UID,
  type LabelView,
  type MembershipView,
  type NamedRef,
} from './contract';
import { isCurrent, isMain } from './membership-dates';

interface Loaded {
  id: number;
  documentId: string;
  jobTitle: string | null;
  since: string | null;
  until: string | null;
  isPrimary: boolean | null;
  account: NamedRef | null;
  contact: LoadedPerson | null;
  role: LabelView | null;
}

/** In the order of the ids; what is gone is left out. */
export const readMembershipViews = async (
  strapi: Core.Strapi,
  where: object,
  ids: number[]
): Promise<MembershipView[]> => {
  if (ids.length === 0) return [];
  const byId = new Map((await load(strapi, where)).map((row) => [row.id, row]));
  return ids.flatMap((id) => toView(byId.get(id)));
};

export const readMembershipView = async (
  strapi: Core.Strapi,
  documentId: string
): Promise<MembershipView | null> => {
  const [row] = await load(strapi, { documentId });
  return toView(row)[0] ?? null;
};

const load = (strapi: Core.Strapi, where: object): Promise<Loaded[]> =>
  findRows<Loaded>(strapi, ACCOUNT_MEMBERSHIP_UID, {
    where,
    select: ['id', 'documentId', 'jobTitle', 'since', 'until', 'isPrimary'],
    populate: {
      account: { select: ['documentId', 'name'] },
      contact: { select: PERSON_FIELDS },
      role: { select: LABEL_FIELDS },
    },
  });

const toView = (row: Loaded | undefined): MembershipView[] => {
  const contact = toPerson(row?.contact);
  if (!row?.account || !contact) return [];
  const { documentId, account, role, jobTitle, since, until, isPrimary } = row;
  return [
    {
      documentId,
      account: { documentId: account.documentId, name: account.name },
      contact,
      role: toLabel(role),
      jobTitle,
      since,
      until,
      current: isCurrent(row),
      isPrimary: isMain(row, isPrimary),
    },
  ];
};
