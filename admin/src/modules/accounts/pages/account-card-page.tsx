import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { AdminModule } from '../../../shared/admin-module';
import { useOffered } from '../../../shared/admin-modules-context';
import { CardError, CardFrame } from '../../../shared/card/card-frame';
import { CardSkeleton } from '../../../shared/card/card-skeleton';
import { accountListPath, accountPath } from '../../../shared/paths';
import { useTranslate } from '../../../shared/translate';
import { useShortcuts } from '../../../shared/use-shortcuts';
import { useAccount } from '../api';
import { AccountHeader } from '../card/account-header';
import { WithSubsidiariesContext } from '../with-subsidiaries';

const tabsOf = (module: AdminModule) => module.accountTabs;
const panelsOf = (module: AdminModule) => module.accountPanels;

const AccountCardPage = () => {
  const t = useTranslate();
  const { documentId = '', tab } = useParams();
  const { data: account, error, refetch } = useAccount(documentId);
  const { items: tabs, isKnown } = useOffered(tabsOf);
  const { items: panels } = useOffered(panelsOf);
  const navigate = useNavigate();
  const [subsidiaries, setSubsidiaries] = useState(false);
  const withSubsidiaries = useMemo(() => ({ subsidiaries, setSubsidiaries }), [subsidiaries]);
  useShortcuts({ e: () => navigate(accountPath(documentId, 'profile')) });
  if (error && !account) {
    return <CardError error={error} listPath={accountListPath} onRetry={() => void refetch()} />;
  }
  if (!account || !isKnown) return <CardSkeleton />;
  return (
    <WithSubsidiariesContext.Provider value={withSubsidiaries}>
      <CardFrame
        key={documentId}
        documentId={documentId}
        name={account.name}
        header={<AccountHeader account={account} />}
        tabsLabel={t('accounts.parts')}
        listPath={accountListPath}
        pathOf={accountPath}
        {...{ tab, tabs, panels }}
      />
    </WithSubsidiariesContext.Provider>
  );
};

export default AccountCardPage;
