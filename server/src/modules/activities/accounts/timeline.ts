/**
 * The timeline of everybody in an account, newest first. No index has it in this order, so the page is
 * found in one of two ways: of few people, by what each of them did last; of many, by going back through
 * everybody's activities in ever larger stretches of time and keeping theirs.
 */
import type { Core } from '@strapi/strapi';
import { findRows } from '../../../platform/find-rows';
import { inTable } from '../../../platform/sql/table';
import type { PersonView } from '../../accounts';
import { CONTACT_UID, displayNameOf, type Nameable } from '../../contacts';
import { toView } from '../activity-row';
import { ACTIVITIES_TABLE, type AccountActivityPage } from '../contract';
import type { StoredActivityRow } from '../tables';
import { NEWEST_FIRST, toPage } from '../timeline';
import { readProgress } from '../totals/progress';
import { activityTotals } from '../totals/service';
import { findAmongFew } from './find-among-few';
import { findAmongMany } from './find-among-many';
import { areFewActive, type AccountTimelineQuery, type FoundActivity } from './people';

export const readAccountTimeline = async (
  strapi: Core.Strapi,
  asked: Omit<AccountTimelineQuery, 'countedTo'>
): Promise<AccountActivityPage> => {
  // People who are not counted yet are looked for one by one.
  await activityTotals(strapi).freshen();
  const { countedTo } = await readProgress(strapi);
  const query = { ...asked, countedTo };
  const find = (await areFewActive(strapi, query)) ? findAmongFew : findAmongMany;
  const { rows, meta } = toPage(await find(strapi, query), query.limit);
  return { data: await readViews(strapi, rows), meta };
};

/** An activity whose contact is erased at this moment is left out. */
const readViews = async (strapi: Core.Strapi, found: FoundActivity[]) => {
  if (found.length === 0) return [];
  const moments = found.map(({ occurred_at }) => Number(occurred_at));
  const rows = (await inTable(strapi, ACTIVITIES_TABLE)
    .whereIn('id', found.map(({ id }) => id) as number[])
    // So that PostgreSQL looks into these months only.
    .whereBetween('occurred_at', [Math.min(...moments), Math.max(...moments)])
    .orderBy(NEWEST_FIRST)) as unknown as StoredActivityRow[];
  const people = await readPeople(strapi, rows);
  return rows.flatMap((row) => {
    const contact = people.get(Number(row.contact_id));
    return contact ? [{ ...toView(row), contact }] : [];
  });
};

const readPeople = async (
  strapi: Core.Strapi,
  rows: StoredActivityRow[]
): Promise<Map<number, PersonView>> => {
  const ids = [...new Set(rows.map(({ contact_id }) => Number(contact_id)))];
  const people = await findRows<Nameable & { id: number; email: string | null }>(
    strapi,
    CONTACT_UID,
    {
      where: { id: { $in: ids } },
      select: ['id', 'documentId', 'firstName', 'middleName', 'lastName', 'email'],
    }
  );
  return new Map(
    people.map((one) => [
      one.id,
      { documentId: one.documentId, displayName: displayNameOf(one), email: one.email },
    ])
  );
};
