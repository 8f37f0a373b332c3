/** The bar's controls for contacts, and the words for what they did. */
import { MenuItem } from '@strapi/design-system';
import type { BulkActionView, BulkControlProps } from '../../../shared/bulk/bulk-action-view';
import { Deletion, OwnerChoices, StatusChoices } from '../../../shared/bulk/bulk-choices';
import { ChoiceMenu } from '../../../shared/choice-menu';
import { useTranslate } from '../../../shared/translate';
import { useContactStatuses, useOwners } from '../api';
import { StateLabel, STATES } from '../components/state-label';
import { tellBulk } from './tell-bulk';

const StateMenu = ({ onPick, isBusy }: BulkControlProps) => {
  const t = useTranslate();
  return (
    <ChoiceMenu label={t('field.state')} variant="tertiary" disabled={isBusy}>
      {STATES.map((state) => (
        <MenuItem key={state} onSelect={() => onPick(state)}>
          <StateLabel state={state} />
        </MenuItem>
      ))}
    </ChoiceMenu>
  );
};

const StatusMenu = (props: BulkControlProps) => {
  const { data: statuses = [] } = useContactStatuses();
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
      title={t('bulk.delete.confirmTitle')}
      sentence={t('bulk.delete.confirm', { count: props.count ?? 0 })}
    />
  );
};

const common = { subject: 'contacts', permissions: ['contacts.update'] } as const;

export const contactBulkActions: BulkActionView[] = [
  {
    ...common,
    action: 'state',
    position: 10,
    Control: StateMenu,
    title: 'bulk.state.title',
    done: 'bulk.state.done',
    tell: tellBulk.state,
  },
  {
    ...common,
    action: 'status',
    edition: 'ems',
    position: 20,
    Control: StatusMenu,
    title: 'bulk.status.title',
    done: 'bulk.status.done',
    tell: tellBulk.status,
  },
  {
    ...common,
    action: 'owner',
    position: 30,
    Control: OwnerMenu,
    title: 'bulk.owner.title',
    done: 'bulk.owner.done',
    tell: tellBulk.owner,
  },
  {
    ...common,
    permissions: ['contacts.update', 'contacts.delete'],
    action: 'delete',
    position: 90,
    Control: DeleteButton,
    title: 'bulk.delete.title',
    done: 'bulk.delete.done',
    tell: tellBulk.delete,
  },
];
