import { useState } from 'react';
import { Alert, Box, Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { DataTable } from '../../shared/data-table';
import { ErrorState } from '../../shared/error-state';
import { useCan } from '../../shared/permissions';
import { SettingsFrame } from '../../shared/settings-frame';
import { useTranslate } from '../../shared/translate';
import type { WebhookView } from '../../../../server/src/modules/webhooks/contract';
import { useWebhooks } from './api';
import { DeliveriesDialog } from './deliveries-dialog';
import { DeleteWebhook } from './delete-webhook';
import { RotateSecret } from './rotate-secret';
import { SecretDialog } from './secret-dialog';
import { WebhookDialog } from './webhook-dialog';
import { columnsOf, type Task } from './webhook-columns';

const WebhooksPage = () => (
  <SettingsFrame permission="settings.read">
    <Webhooks />
  </SettingsFrame>
);

const Webhooks = () => {
  const t = useTranslate();
  const canManage = useCan('webhooks.manage');
  const { data: list, error, refetch } = useWebhooks();
  const [task, setTask] = useState<Task | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  if (error && !list) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const add = () => setTask({ what: 'edit', webhook: null });
  return (
    <SettingsFrame.Page
      title={t('webhooks.title')}
      subtitle={t('webhooks.subtitle')}
      action={
        canManage && (
          <Button startIcon={<Plus />} onClick={add}>
            {t('webhooks.add')}
          </Button>
        )
      }
    >
      <GivenUp webhooks={list?.data ?? []} />
      <DataTable
        label={t('webhooks.title')}
        columns={columnsOf(t, { canManage, onTask: setTask })}
        rows={list?.data}
        keyOf={({ id }) => id}
        skeletonRows={3}
      />
      {list?.data.length === 0 && (
        <Box padding={6} color="neutral600">
          {t('webhooks.empty')}
        </Box>
      )}
      {task && (
        <TaskDialog
          task={task}
          events={list?.meta.events ?? []}
          onClose={() => setTask(null)}
          onSecret={setSecret}
        />
      )}
      {secret !== null && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
    </SettingsFrame.Page>
  );
};

/** Nobody asked for these to be switched off, so it is said out loud. */
const GivenUp = ({ webhooks }: { webhooks: WebhookView[] }) => {
  const t = useTranslate();
  const names = webhooks.filter(({ switchedOff }) => switchedOff).map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <Box paddingBottom={4}>
      <Alert variant="warning" title={t('webhooks.givenUpTitle')} closeLabel={t('common.close')}>
        {t('webhooks.givenUp', { names: names.join(', ') })}
      </Alert>
    </Box>
  );
};

interface TaskDialogProps {
  task: Task;
  events: WebhookView['events'];
  onClose: () => void;
  onSecret: (secret: string) => void;
}

const TaskDialog = ({ task, events, onClose, onSecret }: TaskDialogProps) => {
  if (task.what === 'edit') {
    return <WebhookDialog webhook={task.webhook} {...{ events, onClose, onSecret }} />;
  }
  const { webhook } = task;
  if (task.what === 'deliveries') return <DeliveriesDialog {...{ webhook, onClose }} />;
  if (task.what === 'rotate') return <RotateSecret {...{ webhook, onClose, onSecret }} />;
  return <DeleteWebhook {...{ webhook, onClose }} />;
};

export default WebhooksPage;
