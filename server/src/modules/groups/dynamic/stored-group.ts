/** A group as its row holds it, and what one that is written becomes: by condition or by hand. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isEms } from '../../../config';
import type { FieldProblem } from '../../../platform/field-problem';
import { inTable } from '../../../platform/sql/table';
import { conditions, isTimeZone } from '../../conditions';
import type { Condition } from '../../conditions/contract';
import { CONTACT_GROUPS_TABLE } from '../contract';
import { toCondition } from './dynamic-groups';

export interface StoredGroup {
  id: number;
  document_id: string;
  name: string;
  display_name: string;
  kind: string;
  enabled: boolean | number;
  condition: unknown;
  time_zone: string | null;
}

/** Of a locked group. */
export const readStored = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  id: number
): Promise<StoredGroup | null> => {
  const row = (await inTable(strapi, CONTACT_GROUPS_TABLE, trx).where('id', id).first()) as unknown;
  return (row as StoredGroup | undefined) ?? null;
};

type Data = Record<string, unknown>;

/** The condition as it is to be stored. Throws a ValidationError with every problem and its path. */
export const withCondition = (
  strapi: Core.Strapi,
  data: Data,
  before: StoredGroup | null
): Data => {
  const kind = data.kind ?? before?.kind ?? 'manual';
  if (kind !== 'dynamic') return before?.kind === 'dynamic' ? { ...data, condition: null } : data;
  const given = data.condition;
  return given === undefined || given === null
    ? data
    : {
        ...data,
        condition: conditions(strapi).parse(given, { timeZone: timeZoneOf(data, before) }),
      };
};

const timeZoneOf = ({ timeZone }: Data, before: StoredGroup | null): string | null =>
  typeof timeZone === 'string' ? timeZone : timeZone === null ? null : (before?.time_zone ?? null);

export const conditionProblems = (
  strapi: Core.Strapi,
  data: Data,
  before: StoredGroup | null
): FieldProblem[] => {
  const kind = data.kind ?? before?.kind ?? 'manual';
  const condition = data.condition === undefined ? (before?.condition ?? null) : data.condition;
  if (kind === 'dynamic') {
    if (!isEms(strapi)) return [{ field: 'kind', message: NOT_HERE }];
    if (condition === null)
      return [{ field: 'condition', message: 'A dynamic group has a condition' }];
  } else if (data.condition !== undefined && data.condition !== null) {
    return [{ field: 'condition', message: 'A manual group has no condition' }];
  }
  return [];
};

const NOT_HERE = 'Groups by condition are part of the EMS edition: here groups are manual';

export const timeZoneProblems = ({ timeZone }: Data): FieldProblem[] => {
  if (typeof timeZone !== 'string' || isTimeZone(timeZone)) return [];
  const message = `There is no time zone "${String(timeZone)}": one is called Europe/Prague`;
  return [{ field: 'timeZone', message }];
};

/** Null of a manual one, or where it cannot be understood any more. */
export const conditionOf = ({ kind, condition }: StoredGroup): Condition | null =>
  kind === 'dynamic' && condition !== null ? toCondition(condition) : null;
