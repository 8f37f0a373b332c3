/** The names of the accounts by which contacts are in groups. */
import type { Core } from '@strapi/strapi';
import { aliased } from '../../../platform/sql/table';
import { isEms } from '../../../config';
import { ACCOUNT_MEMBERSHIPS_TABLE, ACCOUNTS_TABLE, CURRENT, today } from '../../accounts';
import { GROUP_ACCOUNTS_TABLE } from '../contract';

interface Place {
  groupId: number;
  contactId: number;
}

/** More are not named. */
const MOST_NAMES = 500;

/** Of a page of places: what each of them is asked with afterwards. */
export const accountsBehind = async (
  strapi: Core.Strapi,
  places: Place[]
): Promise<(place: Place) => string[]> => {
  if (places.length === 0 || !isEms(strapi)) return () => [];
  const found = (await aliased(strapi, { ga: GROUP_ACCOUNTS_TABLE })
    .join({ m: ACCOUNT_MEMBERSHIPS_TABLE }, 'm.account_id', 'ga.account_id')
    .join({ a: ACCOUNTS_TABLE }, 'a.id', 'ga.account_id')
    .whereIn('ga.group_id', [...new Set(places.map(({ groupId }) => groupId))])
    .whereIn('m.contact_id', [...new Set(places.map(({ contactId }) => contactId))])
    .whereRaw(CURRENT, [today()])
    .orderBy('a.name_key')
    .limit(MOST_NAMES)
    .select({
      groupId: 'ga.group_id',
      contactId: 'm.contact_id',
      name: 'a.name',
    })) as unknown as (Place & { name: string })[];
  const names = new Map<string, string[]>();
  for (const { name, ...place } of found) {
    names.set(keyOf(place), [...(names.get(keyOf(place)) ?? []), name]);
  }
  return (place) => names.get(keyOf(place)) ?? [];
};

const keyOf = ({ groupId, contactId }: Place): string => `${groupId}:${contactId}`;
