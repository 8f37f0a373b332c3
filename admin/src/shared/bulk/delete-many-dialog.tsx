import { useState } from 'react';
import { Field, TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { ConfirmDelete } from '../confirm-delete';
import { useTranslate } from '../translate';

interface DeleteManyDialogProps {
  isOpen: boolean;
  count: number | undefined;
  title: string;
  /** What goes, in words. */
  sentence: string;
  onClose: () => void;
  onConfirm: () => void;
}

/** From here on a click is not enough: the number has to be typed. */
const TYPE_FROM = 100;

export const DeleteManyDialog = (props: DeleteManyDialogProps) => {
  const { isOpen, count, title, sentence, onClose, onConfirm } = props;
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
    <ConfirmDelete
      isOpen={isOpen}
      title={title}
      sentence={sentence}
      isReady={isConfirmed}
      onClose={close}
      onConfirm={confirm}
    >
      {mustType && count !== undefined && (
        <Field.Root name="count" width="100%">
          <Field.Label>
            {t('bulk.delete.typeNumber', { count: intl.formatNumber(count) })}
          </Field.Label>
          <TextInput value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field.Root>
      )}
    </ConfirmDelete>
  );
};
