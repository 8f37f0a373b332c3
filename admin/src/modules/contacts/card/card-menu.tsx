import { useNavigate } from 'react-router-dom';
import type { ContactDetail } from '../../../../../server/src/modules/contacts/contract';
import { RecordMenu } from '../../../shared/card/record-menu';
import { ConfirmDelete } from '../../../shared/confirm-delete';
import { useNotify } from '../../../shared/notices';
import { contactListPath, contactPath, contentManagerPath } from '../../../shared/paths';
import { useCan } from '../../../shared/permissions';
import { toProblem } from '../../../shared/problem';
import { useTranslate } from '../../../shared/translate';
import { useDeleteContact } from '../api';

export const CardMenu = ({ contact }: { contact: ContactDetail }) => {
  const canUpdate = useCan('contacts.update');
  const canDelete = useCan('contacts.delete');
  return (
    <RecordMenu
      editPath={canUpdate ? contactPath(contact.documentId, 'profile') : null}
      editorPath={contentManagerPath(contact.documentId)}
      confirmDelete={
        canDelete ? (onClose) => <DeleteContact contact={contact} onClose={onClose} /> : null
      }
    />
  );
};

interface DeleteContactProps {
  contact: ContactDetail;
  onClose: () => void;
}

const DeleteContact = ({ contact, onClose }: DeleteContactProps) => {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const { mutateAsync } = useDeleteContact();
  const remove = async () => {
    try {
      await mutateAsync(contact.documentId);
      notify({ type: 'success', message: t('card.deleted', { name: contact.displayName }) });
      navigate(contactListPath, { replace: true });
    } catch (error) {
      notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
    }
  };
  return (
    <ConfirmDelete
      isOpen
      title={t('card.deleteTitle')}
      sentence={t('card.deleteConfirm', { name: contact.displayName })}
      onClose={onClose}
      onConfirm={remove}
    />
  );
};
