import { useState, type ReactNode } from 'react';
import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useReturnFocus } from './return-focus';
import { useTranslate } from './translate';

interface ConfirmDeleteProps {
  isOpen: boolean;
  title: string;
  /** What goes with it. */
  sentence: string;
  /** What has to be filled in before; `isReady` says that it is. */
  children?: ReactNode;
  isReady?: boolean;
  onClose: () => void;
  /** The dialog stays, busy, until it is done. */
  onConfirm: () => Promise<void> | void;
}

/** Strapi's confirmation asks to "Confirm"; this button says what it does. */
export const ConfirmDelete = (props: ConfirmDeleteProps) => {
  const { isOpen, title, sentence, children, isReady = true, onClose, onConfirm } = props;
  const t = useTranslate();
  const returnFocus = useReturnFocus();
  const [isBusy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    await onConfirm();
    setBusy(false);
  };
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Content {...returnFocus}>
        <Dialog.Header>{title}</Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" gap={4} width="100%">
            <WarningCircle fill="danger600" width="2.4rem" height="2.4rem" />
            <Typography textAlign="center" style={{ overflowWrap: 'anywhere' }}>
              {sentence}
            </Typography>
            {children}
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {t('common.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button
            fullWidth
            variant="danger"
            disabled={!isReady}
            loading={isBusy}
            onClick={() => void confirm()}
          >
            {t('common.delete')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
