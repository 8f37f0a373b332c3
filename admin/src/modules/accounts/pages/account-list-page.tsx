import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { PageFrame } from '../../../shared/page-frame';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import { CreateAccountDialog } from '../card/create-account-dialog';
import { AccountList } from '../list/account-list';
import { ExportAccounts } from '../list/export-accounts';

const AccountListPage = () => {
  const t = useTranslate();
  const canCreate = useCan('accounts.create');
  const canExport = useCan('accounts.export');
  const [isCreating, setCreating] = useState(false);
  return (
    <PageFrame
      title={t('accounts.title')}
      actions={
        <>
          {canExport && <ExportAccounts />}
          {canCreate && (
            <Button startIcon={<Plus />} onClick={() => setCreating(true)}>
              {t('accounts.create')}
            </Button>
          )}
        </>
      }
    >
      <AccountList />
      {isCreating && <CreateAccountDialog onClose={() => setCreating(false)} />}
    </PageFrame>
  );
};

export default AccountListPage;
