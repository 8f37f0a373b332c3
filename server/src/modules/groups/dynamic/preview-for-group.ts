/** What a condition would make of a group: whom it matches, and who would come and go. */
import { errors, yup, validateYupSchemaSync } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isRecord } from '../../../platform/records';
import { countOf } from '../../../platform/sql/counting';
import { aliased } from '../../../platform/sql/table';
import { conditions, isTimeZone } from '../../conditions';
import type { Condition, ConditionPreview } from '../../conditions/contract';
import { GROUP_MEMBERS_TABLE, type GroupPreview, type GroupRef } from '../contract';
import { matchingAmong } from './evaluate';

/** Rows of a group that are asked about, all of them or an even sample. */
const MOST_ASKED = 5_000;

const schema = yup.object({
  timeZone: yup.string().max(64).nullable(),
  exact: yup.boolean(),
});

export interface PreviewRequest {
  condition: Condition;
  timeZone: string | undefined;
  exact: boolean;
}

/** Takes `{ condition, timeZone?, exact? }`. Throws a ValidationError that says what is wrong. */
export const parsePreview = (strapi: Core.Strapi, body: unknown): PreviewRequest => {
  if (!isRecord(body)) throw new errors.ValidationError('The body must hold a condition');
  const given = { timeZone: body.timeZone, exact: body.exact };
  const { timeZone, exact = false } = validateYupSchemaSync(schema)(given) as yup.InferType<
    typeof schema
  >;
  if (timeZone && !isTimeZone(timeZone)) {
    throw new errors.ValidationError(`There is no time zone "${String(timeZone)}"`);
  }
  const asked = { timeZone: timeZone ?? null };
  return {
    condition: conditions(strapi).parse(body.condition, asked),
    timeZone: timeZone ?? undefined,
    exact,
  };
};

export const previewCondition = (
  strapi: Core.Strapi,
  { condition, timeZone, exact }: PreviewRequest
): Promise<ConditionPreview> => conditions(strapi).preview(condition, { timeZone, exact });

export const previewForGroup = async (
  strapi: Core.Strapi,
  group: GroupRef,
  body: unknown
): Promise<GroupPreview> => {
  const request = parsePreview(strapi, body);
  const preview = await previewCondition(strapi, request);
  return { ...preview, ...(await compare(strapi, group, request, preview)) };
};

/**
 * Everybody who matches and has no place in the group comes in; of those who are in by nothing but the
 * condition, whom it does not match leaves. Of a large group an even sample is asked.
 */
const compare = async (
  strapi: Core.Strapi,
  { groupId }: GroupRef,
  { condition, timeZone }: PreviewRequest,
  { count, exact }: ConditionPreview
): Promise<Pick<GroupPreview, 'added' | 'removed' | 'differenceExact'>> => {
  const places = await countOf(rowsOf(strapi, groupId));
  const every = Math.max(1, Math.ceil(places / MOST_ASKED));
  const asked = (await rowsOf(strapi, groupId)
    .whereRaw('mod(x.contact_id, ?) = 0', [every])
    .limit(2 * MOST_ASKED)
    .select({
      ...{ contactId: 'x.contact_id', byAccount: 'x.by_account', byHand: 'x.by_hand' },
      excluded: 'x.excluded',
    })) as unknown as Place[];
  const scope = asked.map(({ contactId }) => contactId);
  const matching = await matchingAmong(strapi, { condition, timeZone, scope });
  const leaving = asked.filter((place) => !staysAnyway(place) && !matching.has(place.contactId));
  const share = asked.length === 0 ? 0 : places / asked.length;
  return {
    added: Math.max(0, Math.round(count - matching.size * share)),
    removed: Math.round(leaving.length * share),
    differenceExact: exact && every === 1,
  };
};

interface Place {
  contactId: number;
  byAccount: boolean | number;
  byHand: boolean | number;
  excluded: boolean | number;
}

/** Or is not in anyway. */
const staysAnyway = ({ byAccount, byHand, excluded }: Place): boolean =>
  Boolean(byAccount) || Boolean(byHand) || Boolean(excluded);

const rowsOf = (strapi: Core.Strapi, groupId: number): Knex.QueryBuilder =>
  aliased(strapi, { x: GROUP_MEMBERS_TABLE }).where('x.group_id', groupId);
