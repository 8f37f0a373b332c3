import type { FieldDefinitionView } from '../../../../server/src/platform/fields/contract';
import { ConfirmDelete } from '../confirm-delete';
import { useNotify } from '../notices';
import { toProblem } from '../problem';
import { useTranslate } from '../translate';
import { useDeleteField, useFieldUsage, useRestoreField } from './api';

interface DeleteFieldProps {
  field: FieldDefinitionView;
  onClose: () => void;
}

/** Says how many values go before it asks, and offers the way back once it is done. */
export const DeleteField = ({ field, onClose }: DeleteFieldProps) => {
  const t = useTranslate();
  const notify = useNotify();
  const { data: count, isError } = useFieldUsage(field.documentId);
  const { mutateAsync } = useDeleteField();
  const restore = useRestore();
  const name = field.displayName;
  const remove = async () => {
    try {
      await mutateAsync(field.documentId);
      notify({
        type: 'success',
        message: t('fields.deleted', { name }),
        action: { label: t('common.undo'), run: () => void restore(field) },
      });
      onClose();
    } catch (error) {
      notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
    }
  };
  return (
    <ConfirmDelete
      isOpen
      isReady={count !== undefined || isError}
      title={t('fields.deleteTitle')}
      sentence={
        count === undefined
          ? t('fields.deleteCounting', { name })
          : t(`fields.deleteConfirm.${field.entity}`, { name, count })
      }
      onClose={onClose}
      onConfirm={remove}
    />
  );
};

export const useRestore = () => {
  const t = useTranslate();
  const notify = useNotify();
  const { mutateAsync } = useRestoreField();
  return async ({ documentId, displayName: name }: FieldDefinitionView): Promise<void> => {
    try {
      await mutateAsync(documentId);
      notify({ type: 'success', message: t('fields.restored', { name }) });
    } catch (error) {
      notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
    }
  };
};
