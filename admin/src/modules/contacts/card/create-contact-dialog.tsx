import { useNavigate } from 'react-router-dom';
import { useNotify } from '../../../shared/notices';
import { contactPath } from '../../../shared/paths';
import { useTranslate } from '../../../shared/translate';
import { useContactFields, useCreateContact } from '../api';
import CreateDialog from '../profile/create-dialog';

const USUAL = ['email', 'firstName', 'lastName', 'companyName', 'jobTitle', 'phone'];

export const CreateContactDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const { data: fields = [] } = useContactFields();
  const { mutateAsync } = useCreateContact();
  return (
    <CreateDialog
      title={t('contact.create')}
      fields={fields}
      usual={USUAL}
      onClose={onClose}
      create={async (values) => {
        const { data } = await mutateAsync(values);
        onClose();
        notify({ type: 'success', message: t('contact.created', { name: data.displayName }) });
        navigate(contactPath(data.documentId, 'profile'));
      }}
    />
  );
};
