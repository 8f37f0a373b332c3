import { useState, type ReactNode } from 'react';
import { Button, Dialog, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useTranslate } from './translate';

interface ConfirmDeleteProps {
  isOpen: boolean;
  title: string;
  /** What goes with it, in a sentence. */
  children: ReactNode;
  onClose: () => void;
  /** The dialog stays, busy, until it is done. */
  onConfirm: () => Promise<void>;
}

/** Strapi's confirmation asks to "Confirm"; this button says what it does. */
export const ConfirmDelete = (props: ConfirmDeleteProps) => {
  const { isOpen, title, children, onClose, onConfirm } = props;
  const t = useTranslate();
  const [isBusy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    await onConfirm();
    setBusy(false);
  };
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Content>
        <Dialog.Header>{title}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="danger600" width="2.4rem" height="2.4rem" />}>
          <Typography textAlign="center" style={{ overflowWrap: 'anywhere' }}>
            {children}
          </Typography>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {t('common.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button fullWidth variant="danger" loading={isBusy} onClick={confirm}>
            {t('common.delete')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
