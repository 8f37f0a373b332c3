import { Button, Dialog } from '@strapi/design-system';
import { useNotify } from '../../shared/notices';
import { toProblem } from '../../shared/problem';
import { useReturnFocus } from '../../shared/return-focus';
import { useTranslate } from '../../shared/translate';
import type { WebhookView } from '../../../../server/src/modules/webhooks/contract';
import { useRotateSecret } from './api';

interface RotateSecretProps {
  webhook: WebhookView;
  onClose: () => void;
  onSecret: (secret: string) => void;
}

export const RotateSecret = ({ webhook: { id, name }, onClose, onSecret }: RotateSecretProps) => {
  const t = useTranslate();
  const returnFocus = useReturnFocus();
  const notify = useNotify();
  const { mutateAsync, isPending } = useRotateSecret();
  const rotate = async () => {
    try {
      const { data } = await mutateAsync(id);
      onSecret(data.secret);
      onClose();
    } catch (error) {
      notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
    }
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Content {...returnFocus}>
        <Dialog.Header>{t('webhooks.rotateTitle')}</Dialog.Header>
        <Dialog.Body>{t('webhooks.rotateConfirm', { name })}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {t('common.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button fullWidth loading={isPending} onClick={() => void rotate()}>
            {t('webhooks.rotateDo')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
