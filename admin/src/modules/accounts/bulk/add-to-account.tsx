/** The bar's button that makes the selected contacts members of an account. */
import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { BulkActionView, BulkControlProps } from '../../../shared/bulk/bulk-action-view';
import { FormDialog } from '../../../shared/form-dialog';
import { SearchChoice, type SearchOption } from '../../../shared/search-choice';
import { useTranslate } from '../../../shared/translate';
import { findAccounts } from '../api';
import { RoleField } from '../people/role-field';

const AddToAccount = ({ onPick, isBusy }: BulkControlProps) => {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="tertiary" disabled={isBusy} onClick={() => setOpen(true)}>
        {t('bulk.addToAccount')}
      </Button>
      {isOpen && <AddDialog onPick={onPick} onClose={() => setOpen(false)} />}
    </>
  );
};

interface AddDialogProps extends Pick<BulkControlProps, 'onPick'> {
  onClose: () => void;
}

const AddDialog = ({ onPick, onClose }: AddDialogProps) => {
  const t = useTranslate();
  const [account, setAccount] = useState<SearchOption | null>(null);
  const [role, setRole] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    if (!account) {
      setMissing(true);
      return;
    }
    onClose();
    onPick({ account: account.documentId, role });
  };
  return (
    <FormDialog
      title={t('bulk.addToAccount')}
      submitLabel={t('bulk.addToAccount')}
      isBusy={false}
      onClose={onClose}
      onSubmit={submit}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <SearchChoice
          label={t('memberships.find')}
          kind="accounts"
          find={findAccounts}
          chosen={account}
          onChoose={setAccount}
          error={isMissing && !account ? t('memberships.choose') : undefined}
        />
        <RoleField role={role} onChange={setRole} />
        <Typography variant="pi" textColor="neutral600">
          {t('bulk.addToAccount.hint')}
        </Typography>
      </Flex>
    </FormDialog>
  );
};

export const addToAccount: BulkActionView = {
  subject: 'contacts',
  action: 'add-to-account',
  permissions: ['accounts.update', 'contacts.read'],
  edition: 'ems',
  position: 60,
  Control: AddToAccount,
  title: 'bulk.addToAccount.title',
  done: 'bulk.addToAccount.done',
  tell: (t, { label }) => t('bulk.addToAccount.told', { account: label ?? '' }),
};
