import { useState } from 'react';
import { Box, Button, Dialog, Field, TextInput, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { useTranslate } from '../../../shared/translate';

interface DeleteManyDialogProps {
  isOpen: boolean;
  count: number | undefined;
  onClose: () => void;
  onConfirm: () => void;
}

/** From here on a click is not enough: the number has to be typed. */
const TYPE_FROM = 100;

export const DeleteManyDialog = ({ isOpen, count, onClose, onConfirm }: DeleteManyDialogProps) => {
  const t = useTranslate();
  const intl = useIntl();
  const [typed, setTyped] = useState('');
  const mustType = count === undefined || count >= TYPE_FROM;
  const isConfirmed = !mustType || typed.replace(/\D/g, '') === String(count);
  const close = () => {
    setTyped('');
    onClose();
  };
  const confirm = () => {
    close();
    onConfirm();
  };
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && close()}>
      <Dialog.Content>
        <Dialog.Header>{t('bulk.delete.confirmTitle')}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="danger600" width="2.4rem" height="2.4rem" />}>
          <Typography textAlign="center">
            {t('bulk.delete.confirm', { count: count ?? 0 })}
          </Typography>
          {mustType && count !== undefined && (
            <Box paddingTop={4} width="100%">
              <Field.Root name="count">
                <Field.Label>
                  {t('bulk.delete.typeNumber', { count: intl.formatNumber(count) })}
                </Field.Label>
                <TextInput value={typed} onChange={(event) => setTyped(event.target.value)} />
              </Field.Root>
            </Box>
          )}
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {t('common.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button fullWidth variant="danger" disabled={!isConfirmed} onClick={confirm}>
            {t('common.delete')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
