/** Contacts in the command bar. */
import type { FoundContact } from '../../../../server/src/modules/contacts/contract';
import { api } from '../../shared/api';
import type { Finder } from '../../shared/command-bar/finder';
import { contactPath } from '../../shared/paths';

export const contactFinder: Finder = {
  id: 'contacts',
  label: 'list.title',
  permissions: ['contacts.read'],
  async find(typed, signal) {
    const { data } = await api.get<{ data: FoundContact[] }>('/contacts/find', {
      query: { q: typed },
      signal,
    });
    return data.map(({ documentId, displayName, email, companyName }) => ({
      id: documentId,
      title: displayName,
      detail:
        [email === displayName ? null : email, companyName].filter(Boolean).join(' · ') || null,
      to: contactPath(documentId),
    }));
  },
};
