/** What merging, subject access and erasure do with activities. */
import type { ContactDataOwner } from '../../platform/contact-data';
import { dialectOf } from '../../platform/sql/dialect';
import { inTable } from '../../platform/sql/table';
import { toView } from './activity-row';
import { ACTIVITIES_TABLE } from './contract';
import { ANCHORS_TABLE, IDS_TABLE, type StoredActivityRow } from './tables';
import { dropTotals, moveTotals, recountTotals } from './totals/contact-totals';
import { TOTALS_TABLE } from './totals/tables';

const EXPORT_BATCH = 1_000;

export const activityData: ContactDataOwner = {
  tables: {
    [ACTIVITIES_TABLE]: 'contact_id',
    [ANCHORS_TABLE]: 'contact_id',
    [TOTALS_TABLE]: 'contact_id',
  },

  /** The ids are kept: after the merge nothing else tells whose activities they were. */
  async reassign(strapi, trx, { from, into }) {
    await moveTotals(strapi, trx, { from, into });
    const mine = () => inTable(strapi, ACTIVITIES_TABLE, trx).where('contact_id', from);
    const ids = (await mine().pluck('id')) as unknown[];
    await mine().update({ contact_id: into });
    return { activities: ids.map(Number) };
  },

  async export(strapi, contactId) {
    const activities: unknown[] = [];
    let after = 0;
    for (;;) {
      const rows = (await inTable(strapi, ACTIVITIES_TABLE)
        .where('contact_id', contactId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(EXPORT_BATCH)) as unknown as StoredActivityRow[];
      activities.push(...rows.map(toView));
      const last = rows.at(-1);
      if (!last || rows.length < EXPORT_BATCH) return { activities };
      after = Number(last.id);
    }
  },

  async erase(strapi, trx, contactIds) {
    await dropTotals(strapi, trx, contactIds);
    if (dialectOf(strapi) === 'postgres') {
      const ids = trx(ACTIVITIES_TABLE).whereIn('contact_id', contactIds).select('event_id');
      await trx(IDS_TABLE).whereIn('event_id', ids).delete();
    }
    await trx(ACTIVITIES_TABLE).whereIn('contact_id', contactIds).delete();
    await trx(ANCHORS_TABLE).whereIn('contact_id', contactIds).delete();
  },

  restore: {
    derived: [TOTALS_TABLE],
    finish: recountTotals,
    admit: {
      /** An id that was sent again after the deletion is stored already. */
      async [ACTIVITIES_TABLE](strapi, trx, rows) {
        if (dialectOf(strapi) !== 'postgres') return rows;
        const ids = rows.map(({ event_id, occurred_at }) => ({ event_id, occurred_at }));
        const taken = await trx(IDS_TABLE)
          .insert(ids)
          .onConflict('event_id')
          .ignore()
          .returning<{ event_id: string }[]>('event_id');
        const free = new Set(taken.map(({ event_id }) => event_id));
        return rows.filter(({ event_id }) => free.has(String(event_id)));
      },
    },
  },
};
