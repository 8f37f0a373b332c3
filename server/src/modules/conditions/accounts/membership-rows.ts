/** Memberships as `m`: of contacts in the scope, current or former on the condition's day. */
import { aliased } from '../../../platform/sql/table';
import { ACCOUNT_MEMBERSHIPS_TABLE, CURRENT } from '../../accounts';
import type { AccountRule } from '../contract';
import type { CompileContext, Query } from '../leaf';
import { narrowToScope } from '../scope';
import { dayOf } from '../time/zoned';

const FORMER = 'm.until <= ?';

export const membershipRows = (
  context: CompileContext,
  membership: NonNullable<AccountRule['membership']>
): Query => {
  const rows: Query = aliased(context.strapi, { m: ACCOUNT_MEMBERSHIPS_TABLE }).whereNotNull(
    'm.contact_id'
  );
  const today = dayOf(context.now, context.timeZone);
  if (membership === 'current') void rows.whereRaw(CURRENT, [today]);
  if (membership === 'former') void rows.whereRaw(FORMER, [today]);
  return narrowToScope(context, rows, 'm.contact_id');
};

/** Whose last day has come: (from, to]. */
export const endedMemberships = (
  context: CompileContext,
  { from, to }: { from: number; to: number }
): Query | null => {
  const [first, last] = [dayOf(from, context.timeZone), dayOf(to, context.timeZone)];
  if (first === last) return null;
  return membershipRows(context, 'ever')
    .where('m.until', '>', first)
    .where('m.until', '<=', last)
    .select('m.contact_id');
};
