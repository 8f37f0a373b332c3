/** Groups and their members in tests. */
import { CONTACT_GROUP_UID, GROUP_MEMBERS_TABLE, groups } from '../../server/src/modules/groups';
import { mergeContacts } from '../../server/src/modules/identity/merge';
import { recheckGroups } from '../../server/src/modules/groups/recheck';
import { retryConflicts } from '../../server/src/platform/retry-conflicts';
import { inTransaction } from '../../server/src/platform/transaction';
import { documentsOf, type Entry } from './documents';
import type { TestSite } from './strapi';

export interface Place {
  byAccount: boolean;
  byHand: boolean;
  excluded: boolean;
}

export const groupsOf = (site: TestSite) => {
  const documents = documentsOf(site, CONTACT_GROUP_UID);
  const rows = (group: Entry) =>
    site.strapi.db.getConnection(GROUP_MEMBERS_TABLE).where('group_id', group.id);
  return {
    documents,
    service: () => groups(site.strapi),
    newGroup: (name: string, data: object = {}): Promise<Entry> =>
      documents.create({ data: { name, displayName: name, ...data } }),
    /** Null when the contact has no row in the group. */
    place: async (group: Entry, contact: Entry): Promise<Place | null> => {
      const row = (await rows(group).where('contact_id', contact.id).first()) as
        Record<string, unknown> | undefined;
      return row
        ? {
            byAccount: Boolean(row.by_account),
            byHand: Boolean(row.by_hand),
            excluded: Boolean(row.excluded),
          }
        : null;
    },
    members: async (group: Entry): Promise<number[]> =>
      (await rows(group)
        .where('excluded', false)
        .orderBy('contact_id')
        .pluck('contact_id')) as number[],
    /** What the hourly job does. */
    recheck: () =>
      recheckGroups({
        strapi: site.strapi,
        payload: {},
        progress: { done: 0, failed: 0, total: null, position: null },
        report: () => Promise.resolve(),
        signal: new AbortController().signal,
      }),
    /** As a claim does: one that loses against another write is tried again. */
    merge: (from: Entry, into: Entry) =>
      retryConflicts(site.strapi, () =>
        inTransaction(site.strapi, (trx) =>
          mergeContacts(site.strapi, trx, {
            from: from.id,
            into: into.id,
            reason: 'test',
            by: 'site',
            at: Date.now(),
          })
        )
      ),
    size: async (group: Entry): Promise<unknown> =>
      (await documents.findOne({ documentId: group.documentId }))?.size,
  };
};
