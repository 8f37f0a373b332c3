import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { AccountDetail } from '../../../../../server/src/modules/accounts/contract';
import { useNotify } from '../../../shared/notices';
import { accountListPath } from '../../../shared/paths';
import { RemoveInUse } from '../../../shared/remove-in-use';
import { SearchChoice, type SearchOption } from '../../../shared/search-choice';
import { useTranslate } from '../../../shared/translate';
import { findAccounts, useDeleteAccount } from '../api';

interface DeleteAccountProps {
  account: AccountDetail;
  onClose: () => void;
}

export const DeleteAccount = ({ account, onClose }: DeleteAccountProps) => {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const { mutateAsync } = useDeleteAccount(account.documentId);
  const [replacement, setReplacement] = useState<SearchOption | null>(null);
  return (
    <RemoveInUse
      title={t('accounts.deleteTitle')}
      sentence={t('accounts.deleteConfirm', { name: account.name })}
      usedSentence={({ memberships = 0, subsidiaries = 0 }) =>
        t('accounts.used', { name: account.name, memberships, subsidiaries })
      }
      clearLabel={t('accounts.deleteClear')}
      picker={(choose) => (
        <SearchChoice
          label={t('accounts.deleteMove')}
          kind="accounts"
          find={findAccounts}
          without={[account.documentId]}
          chosen={replacement}
          onChoose={(option) => {
            setReplacement(option);
            choose(option?.documentId ?? null);
          }}
        />
      )}
      onClose={onClose}
      remove={mutateAsync}
      onRemoved={() => {
        notify({ type: 'success', message: t('accounts.deleted', { name: account.name }) });
        navigate(accountListPath, { replace: true });
      }}
    />
  );
};
