/** Groups in the command bar. */
import type { Finder } from '../../shared/command-bar/finder';
import { groupPath } from '../../shared/paths';
import { findGroups } from './api';

export const groupFinder: Finder = {
  id: 'groups',
  label: 'groups.title',
  permissions: ['groups.read'],
  async find(typed, signal) {
    const found = await findGroups(typed, signal);
    return found.map(({ documentId, name, detail }) => ({
      id: documentId,
      title: name,
      detail,
      to: groupPath(documentId),
    }));
  },
};
