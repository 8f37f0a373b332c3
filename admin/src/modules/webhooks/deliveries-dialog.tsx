import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { DataTable } from '../../shared/data-table';
import type { Column } from '../../shared/data-table-column';
import { ErrorState } from '../../shared/error-state';
import { useNotify } from '../../shared/notices';
import { useCan } from '../../shared/permissions';
import { toProblem } from '../../shared/problem';
import { RelativeTime } from '../../shared/relative-time';
import { useReturnFocus } from '../../shared/return-focus';
import { StatusDot, type Tone } from '../../shared/status-dot';
import { useTranslate, type Translate } from '../../shared/translate';
import type {
  DeliveryStatus,
  DeliveryView,
  WebhookView,
} from '../../../../server/src/modules/webhooks/contract';
import { useDeliveries, useSendAgain } from './api';

const TONES: Record<DeliveryStatus, Tone> = {
  pending: 'warning600',
  delivered: 'success600',
  failed: 'danger600',
};

interface DeliveriesDialogProps {
  webhook: WebhookView;
  onClose: () => void;
}

export const DeliveriesDialog = ({ webhook, onClose }: DeliveriesDialogProps) => {
  const t = useTranslate();
  const returnFocus = useReturnFocus();
  const canManage = useCan('webhooks.manage');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDeliveries(
    webhook.id
  );
  const sendAgain = useAgain(webhook.id);
  const rows = data?.pages.flatMap((page) => page.data);
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content {...returnFocus}>
        <Modal.Header>
          <Modal.Title>{t('webhooks.deliveriesOf', { name: webhook.name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {error && !data ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : (
            <DataTable
              label={t('webhooks.deliveriesOf', { name: webhook.name })}
              columns={columnsOf(t, canManage && webhook.enabled ? sendAgain : undefined)}
              rows={rows}
              keyOf={({ id }) => id}
              skeletonRows={5}
            />
          )}
          {rows?.length === 0 && (
            <Box padding={4} color="neutral600">
              {t('webhooks.noDeliveries')}
            </Box>
          )}
          {hasNextPage && (
            <Flex justifyContent="center" paddingTop={4}>
              <Button
                variant="tertiary"
                loading={isFetchingNextPage}
                onClick={() => void fetchNextPage()}
              >
                {t('webhooks.older')}
              </Button>
            </Flex>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};

const useAgain = (webhookId: string) => {
  const t = useTranslate();
  const notify = useNotify();
  const { mutateAsync } = useSendAgain(webhookId);
  return async (id: string) => {
    try {
      await mutateAsync(id);
      notify({ type: 'success', message: t('webhooks.onItsWay') });
    } catch (error) {
      notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
    }
  };
};

const columnsOf = (
  t: Translate,
  onAgain?: (id: string) => Promise<void>
): Column<DeliveryView>[] => [
  {
    id: 'at',
    label: t('webhooks.when'),
    width: 12,
    cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
  },
  { id: 'type', label: t('webhooks.event'), width: 16, cell: ({ type }) => type },
  {
    id: 'status',
    label: t('webhooks.delivery'),
    width: 14,
    cell: ({ status, attempts }) => (
      <StatusDot tone={TONES[status]}>
        {t(`webhooks.delivery.${status}`)} · {t('webhooks.attempts', { count: attempts })}
      </StatusDot>
    ),
  },
  {
    id: 'answer',
    label: t('webhooks.answer'),
    width: 24,
    cell: (one) => <Answer delivery={one} />,
  },
  {
    id: 'actions',
    label: t('common.actions'),
    align: 'end',
    width: 12,
    cell: ({ id, status }) =>
      onAgain &&
      status !== 'pending' && (
        <Button size="S" variant="tertiary" onClick={() => void onAgain(id)}>
          {t('webhooks.again')}
        </Button>
      ),
  },
];

/** The sentence, and on hover what the endpoint wrote. */
const Answer = ({ delivery }: { delivery: DeliveryView }) => {
  const t = useTranslate();
  const { error, response, responseStatus, durationMilliseconds, nextAttemptAt } = delivery;
  const said = error ?? (responseStatus === null ? '' : `HTTP ${responseStatus}`);
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography
        ellipsis
        title={response ?? undefined}
        textColor={error ? 'danger600' : undefined}
      >
        {said}
        {durationMilliseconds !== null && ` · ${durationMilliseconds} ms`}
      </Typography>
      {nextAttemptAt && delivery.attempts > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {t('webhooks.nextAttempt')} <RelativeTime at={nextAttemptAt} />
        </Typography>
      )}
    </Flex>
  );
};
