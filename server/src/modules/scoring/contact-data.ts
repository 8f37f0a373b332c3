/** What merging, subject access and erasure do with a contact's points. */
import type { ContactDataOwner } from '../../platform/contact-data';
import { aliased, inTable } from '../../platform/sql/table';
import { AWARDS_TABLE, CROSSINGS_TABLE, SCORES_TABLE, TOTALS_TABLE } from './contract';
import { contactScores } from './list/contact-scores';
import { lockTotals } from './live-rules';

export const contactData: ContactDataOwner = {
  tables: {
    [AWARDS_TABLE]: 'contact_id',
    [TOTALS_TABLE]: 'contact_id',
    [CROSSINGS_TABLE]: 'contact_id',
  },

  /** Whoever makes totals takes this lock before contacts are written. */
  lock: (strapi, trx) => lockTotals(strapi, trx),

  /**
   * Points are never added up: what the remaining contact has is worked out from the joined history,
   * for which the queue of changes sees. Thresholds that either of them reached have been reached.
   */
  async reassign(strapi, trx, { from, into }) {
    const crossings = () => inTable(strapi, CROSSINGS_TABLE, trx).where('contact_id', from);
    const ids: unknown[] = await crossings().pluck('id');
    await crossings().update({ contact_id: into });
    return { crossings: ids };
  },

  async export(strapi, contactId) {
    const scores = await contactScores(strapi, contactId, { limit: null });
    const reached: unknown[] = await aliased(strapi, { k: CROSSINGS_TABLE })
      .join({ s: SCORES_TABLE }, 's.id', 'k.score_id')
      .where('k.contact_id', contactId)
      .orderBy('k.id')
      .select({ score: 's.display_name', total: 'k.total', reachedAt: 'k.reached_at' });
    return { scores, thresholds: reached };
  },

  async erase(strapi, trx, contactIds) {
    for (const table of [AWARDS_TABLE, TOTALS_TABLE, CROSSINGS_TABLE]) {
      await inTable(strapi, table, trx).whereIn('contact_id', contactIds).delete();
    }
  },

  /** Points are worked out again, by the queue of changes. */
  restore: { derived: [AWARDS_TABLE, TOTALS_TABLE] },
};
