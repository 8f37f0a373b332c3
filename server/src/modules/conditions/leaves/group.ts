/**
 * Is in another group, by what is stored: groups stand above conditions, which read their tables and
 * know nothing else of them.
 */
import { isCleanText } from '../../../platform/clean-text';
import { aliased } from '../../../platform/sql/table';
import type { GroupRule } from '../contract';
import { defineLeaf, type CompileContext, type Query } from '../leaf';
import { narrowToScope } from '../scope';
import { dayOf } from '../time/zoned';

const CONTACT_GROUPS_TABLE = 'cm_contact_groups';
const GROUP_MEMBERS_TABLE = 'cm_group_members';

const MOST_CHARACTERS = 100;

export const group = defineLeaf<GroupRule>({
  type: 'group',
  properties: ['group'],
  read: ({ group: code }, { refuse }) =>
    typeof code === 'string' &&
    code.trim() !== '' &&
    code.length <= MOST_CHARACTERS &&
    isCleanText(code)
      ? { type: 'group', group: code.trim().toLowerCase() }
      : refuse('group', 'group must be the code of a group'),
  compile: (rule, context) => ({ ids: memberRows(context, rule).select('x.contact_id') }),
  dependsOn: ({ group: code }) => ({ groups: [code] }),
  isTimed: () => false,
  crossed: () => null,
  say: ({ group: code }) => `is in the group “${code}”`,
  evidence: async (rule, contactId, context) => {
    const found: { since: Date | number } | undefined = await memberRows(
      { ...context, scope: [contactId] },
      rule
    ).first('x.since');
    if (!found) return { text: 'Not a member', value: null };
    const since = new Date(found.since);
    return {
      text: `A member since ${dayOf(since.getTime(), context.timeZone)}`,
      value: since.toISOString(),
    };
  },
});

const memberRows = (context: CompileContext, { group: code }: GroupRule): Query =>
  narrowToScope(
    context,
    aliased(context.strapi, { x: GROUP_MEMBERS_TABLE })
      .whereIn(
        'x.group_id',
        aliased(context.strapi, { g: CONTACT_GROUPS_TABLE }).where('g.name', code).select('g.id')
      )
      .where('x.excluded', false)
      .whereNotNull('x.contact_id'),
    'x.contact_id'
  );
