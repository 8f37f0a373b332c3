/**
 * New visitors, each with an anonymous contact and a first session. A key that two servers see for the
 * first time at once makes one visitor and one contact: the unique key decides who creates, and only
 * the winner makes the contact.
 */
import type { BulkSql } from '../../platform/sql/bulk-sql';
import { createInSteps } from './create-in-steps';
import { createTogether } from './create-together';
import type { CreatedVisitor } from './created-visitor';
import type { Sighting } from './sighting';

/** Answers with those that this call created; the others exist already. */
export const createVisitors = async (
  sql: BulkSql,
  sightings: Sighting[]
): Promise<CreatedVisitor[]> => {
  if (sightings.length === 0) return [];
  // In one order everywhere, so that two servers creating the same keys do not wait for each other.
  const ordered = [...sightings].sort((a, b) => (a.key < b.key ? -1 : 1));
  return sql.rows ? createTogether(sql.rows, ordered) : createInSteps(sql, ordered);
};
