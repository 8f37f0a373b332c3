import { ConfirmDelete } from '../../shared/confirm-delete';
import { useNotify } from '../../shared/notices';
import { toProblem } from '../../shared/problem';
import { useTranslate } from '../../shared/translate';
import type { WebhookView } from '../../../../server/src/modules/webhooks/contract';
import { useDeleteWebhook } from './api';

export const DeleteWebhook = ({
  webhook: { id, name },
  onClose,
}: {
  webhook: WebhookView;
  onClose: () => void;
}) => {
  const t = useTranslate();
  const notify = useNotify();
  const { mutateAsync } = useDeleteWebhook();
  const remove = async () => {
    try {
      await mutateAsync(id);
      notify({ type: 'success', message: t('webhooks.deleted', { name }) });
      onClose();
    } catch (error) {
      notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
    }
  };
  return (
    <ConfirmDelete
      isOpen
      title={t('webhooks.deleteTitle')}
      sentence={t('webhooks.deleteConfirm', { name })}
      onClose={onClose}
      onConfirm={remove}
    />
  );
};
