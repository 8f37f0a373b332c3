import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowClockwise, Bell, ListPlus, Pencil, Trash } from '@strapi/icons';
import type { Column } from '../../shared/data-table-column';
import { useNotify } from '../../shared/notices';
import { toProblem } from '../../shared/problem';
import { useTranslate, type Translate } from '../../shared/translate';
import type { WebhookView } from '../../../../server/src/modules/webhooks/contract';
import { useSendTest } from './api';
import { WebhookState } from './webhook-state';

/** What is being done with a webhook; editing none makes a new one. */
export type Task =
  | { what: 'edit'; webhook: WebhookView | null }
  | { what: 'delete' | 'rotate' | 'deliveries'; webhook: WebhookView };

interface Doing {
  canManage: boolean;
  onTask: (task: Task) => void;
}

export const columnsOf = (t: Translate, doing: Doing): Column<WebhookView>[] => [
  {
    id: 'name',
    label: t('webhooks.name'),
    width: 18,
    cell: ({ name }) => (
      <Typography fontWeight="semiBold" ellipsis>
        {name}
      </Typography>
    ),
  },
  {
    id: 'url',
    label: t('webhooks.url'),
    width: 30,
    cell: ({ url }) => (
      <Typography textColor="neutral600" ellipsis title={url}>
        {url}
      </Typography>
    ),
  },
  {
    id: 'events',
    label: t('webhooks.events'),
    width: 10,
    cell: ({ events }) => t('webhooks.eventCount', { count: events.length }),
  },
  {
    id: 'state',
    label: t('webhooks.state'),
    width: 14,
    cell: (webhook) => <WebhookState webhook={webhook} />,
  },
  {
    id: 'actions',
    label: t('common.actions'),
    align: 'end',
    width: 24,
    cell: (webhook) => <Actions webhook={webhook} {...doing} />,
  },
];

const Actions = ({ webhook, canManage, onTask }: Doing & { webhook: WebhookView }) => {
  const t = useTranslate();
  const { name } = webhook;
  const { sendTest, isSending } = useTest(webhook);
  return (
    <Flex gap={1} justifyContent="flex-end">
      <IconButton
        variant="ghost"
        label={t('webhooks.deliveriesOf', { name })}
        onClick={() => onTask({ what: 'deliveries', webhook })}
      >
        <ListPlus />
      </IconButton>
      {canManage && (
        <>
          <IconButton
            variant="ghost"
            label={t('webhooks.test', { name })}
            disabled={isSending}
            onClick={() => void sendTest()}
          >
            <Bell />
          </IconButton>
          <IconButton
            variant="ghost"
            label={t('webhooks.edit', { name })}
            onClick={() => onTask({ what: 'edit', webhook })}
          >
            <Pencil />
          </IconButton>
          <IconButton
            variant="ghost"
            label={t('webhooks.rotate', { name })}
            onClick={() => onTask({ what: 'rotate', webhook })}
          >
            <ArrowClockwise />
          </IconButton>
          <IconButton
            variant="ghost"
            label={t('webhooks.delete', { name })}
            onClick={() => onTask({ what: 'delete', webhook })}
          >
            <Trash />
          </IconButton>
        </>
      )}
    </Flex>
  );
};

/** Says what the endpoint answered. */
const useTest = ({ id, name }: WebhookView) => {
  const t = useTranslate();
  const notify = useNotify();
  const { mutateAsync, isPending } = useSendTest();
  const sendTest = async () => {
    try {
      const { data } = await mutateAsync(id);
      if (data.status === 'delivered') {
        const answer = { name, status: data.responseStatus };
        notify({ type: 'success', message: t('webhooks.testArrived', answer) });
      } else {
        notify({ type: 'danger', message: data.error ?? t('error.title') });
      }
    } catch (error) {
      notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
    }
  };
  return { sendTest, isSending: isPending };
};
