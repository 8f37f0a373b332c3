import type { BulkActionView } from '../../../shared/bulk/bulk-action-view';
import { AddToGroup, RemoveFromGroup } from './group-choice';

const common = { subject: 'contacts', permissions: ['groups.write', 'contacts.read'] } as const;

export const addToGroup: BulkActionView = {
  ...common,
  action: 'add-to-group',
  position: 40,
  Control: AddToGroup,
  title: 'bulk.addToGroup.title',
  done: 'bulk.addToGroup.done',
  tell: (t, { label }) => t('bulk.addToGroup.told', { group: label ?? '' }),
};

export const removeFromGroup: BulkActionView = {
  ...common,
  action: 'remove-from-group',
  position: 50,
  Control: RemoveFromGroup,
  title: 'bulk.removeFromGroup.title',
  done: 'bulk.removeFromGroup.done',
  tell: (t, { label }) => t('bulk.removeFromGroup.told', { group: label ?? '' }),
};
