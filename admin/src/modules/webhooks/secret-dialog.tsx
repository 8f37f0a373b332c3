import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Copyable } from '../../shared/copyable';
import { useReturnFocus } from '../../shared/return-focus';
import { useTranslate } from '../../shared/translate';

/** The only time that a secret is seen. */
export const SecretDialog = ({ secret, onClose }: { secret: string; onClose: () => void }) => {
  const t = useTranslate();
  const returnFocus = useReturnFocus();
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content {...returnFocus}>
        <Modal.Header>
          <Modal.Title>{t('webhooks.secret')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{t('webhooks.secretHint')}</Typography>
            <Copyable label={t('webhooks.secret')} text={secret} />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button onClick={onClose}>{t('webhooks.secretKept')}</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
