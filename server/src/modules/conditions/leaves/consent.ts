/** Has or lacks a purpose: by what the contact said last about it. */
import { aliased } from '../../../platform/sql/table';
import { CONSENT_TABLE, PURPOSES } from '../../privacy';
import type { ConsentRule } from '../contract';
import { defineLeaf, type CompileContext, type Query } from '../leaf';
import { narrowToScope } from '../scope';
import { dayOf } from '../time/zoned';

export const consent = defineLeaf<ConsentRule>({
  type: 'consent',
  properties: ['purpose', 'operator'],
  read({ purpose, operator }, { refuse }) {
    const known = PURPOSES.find((one) => one === purpose);
    if (!known) return refuse('purpose', `purpose must be one of ${PURPOSES.join(', ')}`);
    if (operator !== 'has' && operator !== 'lacks') {
      return refuse('operator', 'operator must be has or lacks');
    }
    return { type: 'consent', purpose: known, operator };
  },
  compile: (rule, context) => ({
    ids: granted(context, rule).select('l.contact_id'),
    except: rule.operator === 'lacks',
  }),
  dependsOn: () => ({ consent: true }),
  isTimed: () => false,
  crossed: () => null,
  say: ({ purpose, operator }) =>
    operator === 'has' ? `agreed to ${purpose}` : `did not agree to ${purpose}`,
  evidence: async (rule, contactId, context) => {
    const last: { granted: boolean | number; given_at: number | string } | undefined = await said(
      { ...context, scope: [contactId] },
      rule
    )
      .orderBy([
        { column: 'l.given_at', order: 'desc' },
        { column: 'l.id', order: 'desc' },
      ])
      .first('l.granted', 'l.given_at');
    if (!last) return { text: 'Never asked', value: null };
    const at = Number(last.given_at);
    return {
      text: `${last.granted ? 'Agreed' : 'Refused'} on ${dayOf(at, context.timeZone)}`,
      value: { granted: Boolean(last.granted), at: new Date(at).toISOString() },
    };
  },
});

const said = (context: CompileContext, { purpose }: ConsentRule): Query =>
  narrowToScope(
    context,
    aliased(context.strapi, { l: CONSENT_TABLE })
      .where('l.purpose', purpose)
      .whereNotNull('l.contact_id'),
    'l.contact_id'
  );

/** Granted, and nothing was said later. */
const granted = (context: CompileContext, rule: ConsentRule): Query => {
  const later = aliased(context.strapi, { n: CONSENT_TABLE })
    .whereRaw('n.contact_id = l.contact_id and n.purpose = l.purpose')
    .whereRaw('(n.given_at > l.given_at or (n.given_at = l.given_at and n.id > l.id))')
    .select('n.id');
  return said(context, rule).where('l.granted', true).whereNotExists(later);
};
