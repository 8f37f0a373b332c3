/** The bar's controls for accounts, and the words for what they did. */
import type { BulkActionView, BulkControlProps } from '../../../shared/bulk/bulk-action-view';
import { Deletion, OwnerChoices, StatusChoices } from '../../../shared/bulk/bulk-choices';
import { useTranslate, type Translate } from '../../../shared/translate';
import { useOwners } from '../../contacts';
import { useAccountStatuses } from '../api';

const StatusMenu = (props: BulkControlProps) => {
  const { data: statuses = [] } = useAccountStatuses();
  return <StatusChoices {...props} statuses={statuses} />;
};

const OwnerMenu = (props: BulkControlProps) => {
  const { data: owners = [] } = useOwners();
  return <OwnerChoices {...props} owners={owners} />;
};

const DeleteButton = (props: BulkControlProps) => {
  const t = useTranslate();
  return (
    <Deletion
      {...props}
      title={t('accounts.bulk.deleteTitle')}
      sentence={t('accounts.bulk.deleteConfirm', { count: props.count ?? 0 })}
    />
  );
};

/** Recent changes are those of all lists: a status may be an account's or a contact's. */
const told = (t: Translate, what: string): string => t('accounts.bulk.told', { what });

const tellValue =
  (field: 'status' | 'owner'): BulkActionView['tell'] =>
  (t, { label }) =>
    told(
      t,
      label ? t('card.valueOf', { field: t(`field.${field}`), value: label }) : t(`${field}.none`)
    );

const common = { subject: 'accounts', permissions: ['accounts.update'], edition: 'ems' } as const;

export const accountBulkActions: BulkActionView[] = [
  {
    ...common,
    action: 'status',
    position: 10,
    Control: StatusMenu,
    title: 'bulk.status.title',
    done: 'accounts.bulk.statusDone',
    tell: tellValue('status'),
  },
  {
    ...common,
    action: 'owner',
    position: 20,
    Control: OwnerMenu,
    title: 'bulk.owner.title',
    done: 'accounts.bulk.ownerDone',
    tell: tellValue('owner'),
  },
  {
    ...common,
    permissions: ['accounts.delete'],
    action: 'delete',
    position: 90,
    Control: DeleteButton,
    title: 'accounts.bulk.deleting',
    done: 'accounts.bulk.deleteDone',
    tell: (t) => told(t, t('bulk.delete.told')),
  },
];
