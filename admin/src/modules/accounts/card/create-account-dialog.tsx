import { useNavigate } from 'react-router-dom';
import { useNotify } from '../../../shared/notices';
import { accountPath } from '../../../shared/paths';
import { useTranslate } from '../../../shared/translate';
import { CreateDialog } from '../../contacts';
import { useAccountFields, useCreateAccount } from '../api';

const USUAL = ['name', 'accountType', 'industry', 'website', 'phone', 'city', 'country'];

export const CreateAccountDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const { data: fields = [] } = useAccountFields();
  const { mutateAsync } = useCreateAccount();
  return (
    <CreateDialog
      title={t('accounts.create')}
      fields={fields}
      usual={USUAL}
      onClose={onClose}
      create={async (values) => {
        const { data } = await mutateAsync(values);
        onClose();
        notify({ type: 'success', message: t('accounts.created', { name: data.name }) });
        navigate(accountPath(data.documentId));
      }}
    />
  );
};
