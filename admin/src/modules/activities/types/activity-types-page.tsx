import { useState } from 'react';
import { Badge, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Pencil, Plus, Trash } from '@strapi/icons';
import { ConfirmDelete } from '../../../shared/confirm-delete';
import { DataTable } from '../../../shared/data-table';
import type { Column } from '../../../shared/data-table-column';
import { EmsOnly } from '../../../shared/ems-only';
import { ErrorState } from '../../../shared/error-state';
import { useNotify } from '../../../shared/notices';
import { useCan } from '../../../shared/permissions';
import { toProblem } from '../../../shared/problem';
import { SettingsFrame } from '../../../shared/settings-frame';
import { StatusDot } from '../../../shared/status-dot';
import { useTranslate, type Translate } from '../../../shared/translate';
import { useActivityTypes, useDeleteActivityType } from '../api';
import { toneOfType } from '../timeline/activity-tone';
import type { ActivityType } from '../../../../../server/src/modules/activities/contract';
import { ActivityTypeDialog } from './activity-type-dialog';
import { typeLabel } from '../../../shared/activity-type-label';

type Task = { what: 'add' } | { what: 'edit' | 'delete'; type: ActivityType };

const ActivityTypesPage = () => (
  <SettingsFrame permission="settings.read">
    <EmsOnly>
      <ActivityTypes />
    </EmsOnly>
  </SettingsFrame>
);

const ActivityTypes = () => {
  const t = useTranslate();
  const canUpdate = useCan('settings.update');
  const { data: types, error, refetch } = useActivityTypes();
  const [task, setTask] = useState<Task | null>(null);
  const close = () => setTask(null);
  if (error && !types) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <SettingsFrame.Page
      title={t('types.title')}
      subtitle={t('types.subtitle')}
      action={
        canUpdate && (
          <Button startIcon={<Plus />} onClick={() => setTask({ what: 'add' })}>
            {t('types.add')}
          </Button>
        )
      }
    >
      <DataTable
        label={t('types.title')}
        columns={columnsOf(t, canUpdate ? setTask : undefined)}
        rows={types && [...types].sort((a, b) => Number(b.custom) - Number(a.custom))}
        keyOf={({ name }) => name}
        skeletonRows={8}
      />
      {task && task.what !== 'delete' && (
        <ActivityTypeDialog type={task.what === 'edit' ? task.type : null} onClose={close} />
      )}
      {task?.what === 'delete' && <DeleteType type={task.type} onClose={close} />}
    </SettingsFrame.Page>
  );
};

const columnsOf = (t: Translate, onTask?: (task: Task) => void): Column<ActivityType>[] => [
  {
    id: 'displayName',
    label: t('types.displayName'),
    width: 20,
    cell: (type) => <StatusDot tone={toneOfType(type.color)}>{typeLabel(type, t)}</StatusDot>,
  },
  {
    id: 'name',
    label: t('types.name'),
    width: 20,
    cell: ({ name }) => <Typography textColor="neutral600">{name}</Typography>,
  },
  {
    id: 'custom',
    label: t('types.origin'),
    width: 20,
    cell: ({ custom }) =>
      custom ? (
        <Badge>{t('types.custom')}</Badge>
      ) : (
        <Typography textColor="neutral600">{t('types.builtIn')}</Typography>
      ),
  },
  {
    id: 'actions',
    label: t('common.actions'),
    align: 'end',
    width: 12,
    cell: (type) => type.custom && onTask && <TypeActions type={type} onTask={onTask} />,
  },
];

interface TypeActionsProps {
  type: ActivityType;
  onTask: (task: Task) => void;
}

const TypeActions = ({ type, onTask }: TypeActionsProps) => {
  const t = useTranslate();
  return (
    <Flex gap={1} justifyContent="flex-end">
      <IconButton
        variant="ghost"
        label={t('types.edit', { name: type.displayName })}
        onClick={() => onTask({ what: 'edit', type })}
      >
        <Pencil />
      </IconButton>
      <IconButton
        variant="ghost"
        label={t('types.delete', { name: type.displayName })}
        onClick={() => onTask({ what: 'delete', type })}
      >
        <Trash />
      </IconButton>
    </Flex>
  );
};

const DeleteType = ({ type, onClose }: { type: ActivityType; onClose: () => void }) => {
  const t = useTranslate();
  const notify = useNotify();
  const { mutateAsync } = useDeleteActivityType();
  const remove = async () => {
    try {
      await mutateAsync(type.name);
      notify({ type: 'success', message: t('types.deleted', { name: type.displayName }) });
      onClose();
    } catch (error) {
      notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
    }
  };
  return (
    <ConfirmDelete
      isOpen
      title={t('types.deleteTitle')}
      sentence={t('types.deleteConfirm', { name: type.displayName })}
      onClose={onClose}
      onConfirm={remove}
    />
  );
};

export default ActivityTypesPage;
