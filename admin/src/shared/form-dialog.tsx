import type { FormEvent, ReactNode } from 'react';
import { Button, Modal } from '@strapi/design-system';
import { useReturnFocus } from './return-focus';
import { useTranslate } from './translate';

interface FormDialogProps {
  title: string;
  submitLabel: string;
  isBusy: boolean;
  /** Usually at any time: what is missing is said then. */
  canSubmit?: boolean;
  onClose: () => void;
  onSubmit: () => void;
  children: ReactNode;
}

/** A few fields and a button that says what it does. */
export const FormDialog = (props: FormDialogProps) => {
  const { title, submitLabel, isBusy, canSubmit = true, onClose, onSubmit, children } = props;
  const t = useTranslate();
  const returnFocus = useReturnFocus();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content {...returnFocus}>
        <Modal.Header>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <form onSubmit={submit} noValidate>
          <Modal.Body>{children}</Modal.Body>
          <Modal.Footer>
            <Modal.Close>
              <Button variant="tertiary">{t('common.cancel')}</Button>
            </Modal.Close>
            <Button type="submit" loading={isBusy} disabled={!canSubmit}>
              {submitLabel}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};
