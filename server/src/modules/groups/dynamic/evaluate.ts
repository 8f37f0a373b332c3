/**
 * Groups asked again for some contacts. Where nothing differs, which is nearly always, nothing is locked
 * or written; where something does, it is asked once more under the group's lock, by the condition that
 * is stored then.
 */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Knex } from 'knex';
import { allDone } from '../../../platform/all-done';
import { now, type Milliseconds } from '../../../platform/clock';
import { dialectOf, type Dialect } from '../../../platform/sql/dialect';
import { inTable } from '../../../platform/sql/table';
import { conditions } from '../../conditions';
import type { Condition } from '../../conditions/contract';
import { CONTACT_GROUPS_TABLE, GROUP_MEMBERS_TABLE } from '../contract';
import type { Because, Why } from '../history/because';
import type { Moved } from '../history/record-moves';
import { differences, settle } from '../members/by-condition';
import { changeGroup } from '../members/change-group';
import { toCondition, type DynamicGroup } from './dynamic-groups';
import { noteProblem, problemOf } from './problem';
import { touch } from './rebuild-tables';

/** Groups that are worked out at once, each in a transaction of its own. SQLite has one writer. */
const LANES: Record<Dialect, number> = { sqlite: 1, postgres: 2, mysql: 2 };

export interface Asked {
  group: DynamicGroup;
  contactIds: number[];
}

export type Reason = (group: DynamicGroup, contactId: number) => Because;

/** Contacts of a few thousands. Throws what the database throws. */
export const evaluateGroups = async (
  strapi: Core.Strapi,
  asked: Asked[],
  because: Reason,
  at?: Milliseconds
): Promise<void> => {
  const held = await heldByCondition(strapi, asked);
  const waiting = [...asked];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { group, contactIds } = next;
      const evaluation = {
        ...{ group, contactIds, because, at: at ?? now() },
        held: held.get(group.groupId) ?? new Set(),
      };
      await orNote(strapi, group, () => evaluateGroup(strapi, evaluation)).catch(
        (error: unknown) => {
          // The other lane ends with the group that it is at.
          waiting.length = 0;
          throw error;
        }
      );
    }
  };
  await allDone(Array.from({ length: LANES[dialectOf(strapi)] }, lane));
};

/** A group that is gone is left out, and one whose condition cannot be asked any more says so. */
const orNote = async (
  strapi: Core.Strapi,
  group: DynamicGroup,
  work: () => Promise<void>
): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof errors.NotFoundError) return;
    const problem = problemOf(error);
    if (problem === null) throw error;
    await noteProblem(strapi, group, problem);
  }
};

interface Evaluation extends Asked {
  because: Reason;
  /** The moment that is asked at. */
  at: Milliseconds;
  held: ReadonlySet<number>;
}

const evaluateGroup = async (strapi: Core.Strapi, evaluation: Evaluation): Promise<void> => {
  const { group, contactIds, because, at } = evaluation;
  const ids = group.rebuilding ? contactIds : await differing(strapi, evaluation);
  if (ids.length === 0) return;
  const why: Why = { way: 'condition', because: (contactId) => because(group, contactId) };
  await changeGroup(strapi, group, why, (trx) =>
    settleLocked(strapi, trx, { group, contactIds: ids, at })
  );
};

const differing = async (
  strapi: Core.Strapi,
  { group, contactIds, held, at }: Evaluation
): Promise<number[]> => {
  const matching = await matchingAmong(strapi, { ...group, scope: contactIds, now: at });
  const { coming, going } = differences(contactIds, matching, held);
  return [...coming, ...going];
};

interface Stored {
  kind: string;
  enabled: boolean | number;
  condition: unknown;
  time_zone: string | null;
}

/** What was saved since, or disabled, counts; a rebuild hears who was asked meanwhile. */
const settleLocked = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { group: { groupId }, contactIds, at }: Pick<Evaluation, 'group' | 'contactIds' | 'at'>
): Promise<Moved> => {
  const group = (await inTable(strapi, CONTACT_GROUPS_TABLE, trx)
    .where('id', groupId)
    .first('kind', 'enabled', 'condition', 'time_zone')) as unknown as Stored | undefined;
  if (group?.kind !== 'dynamic' || !group.enabled) return { added: [], removed: [] };
  await touch(strapi, trx, groupId, contactIds);
  const asked = {
    condition: toCondition(group.condition),
    timeZone: group.time_zone ?? undefined,
    ...{ scope: contactIds, now: at },
  };
  const matching = await matchingAmong(strapi, asked, trx);
  return settle(strapi, trx, groupId, { contactIds, matching });
};

interface Question {
  condition: Condition;
  timeZone: string | undefined;
  scope: number[];
  now?: Milliseconds;
}

export const matchingAmong = async (
  strapi: Core.Strapi,
  { condition, timeZone, scope, now: at = now() }: Question,
  trx?: Knex.Transaction
): Promise<Set<number>> => {
  const query = conditions(strapi).matching(condition, { now: at, timeZone, scope });
  const rows = (await (trx ? query.transacting(trx) : query)) as { id: number }[];
  return new Set(rows.map(({ id }) => id));
};

/** Of all of them in one statement. */
const heldByCondition = async (
  strapi: Core.Strapi,
  asked: Asked[]
): Promise<Map<number, Set<number>>> => {
  const contactIds = [...new Set(asked.flatMap((one) => one.contactIds))];
  const rows = (await inTable(strapi, GROUP_MEMBERS_TABLE)
    .whereIn('contact_id', contactIds)
    .whereIn(
      'group_id',
      asked.map(({ group }) => group.groupId)
    )
    .where('by_condition', true)
    .select('group_id', 'contact_id')) as unknown as { group_id: number; contact_id: number }[];
  const held = new Map<number, Set<number>>();
  for (const { group_id, contact_id } of rows) {
    const contacts = held.get(group_id) ?? new Set();
    held.set(group_id, contacts.add(contact_id));
  }
  return held;
};
