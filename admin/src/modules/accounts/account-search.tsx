import { SearchChoice } from '../../shared/search-choice';
import { useTranslate } from '../../shared/translate';
import { findAccounts } from './api';

/** An account found by typing, chosen once. */
export const AccountSearch = ({ onChoose }: { onChoose: (documentId: string) => void }) => {
  const t = useTranslate();
  return (
    <SearchChoice
      label={t('memberships.find')}
      kind="accounts"
      find={findAccounts}
      chosen={null}
      onChoose={(account) => account && onChoose(account.documentId)}
    />
  );
};
