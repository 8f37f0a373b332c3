import type { AccountDetail } from '../../../../../server/src/modules/accounts/contract';
import { RecordMenu } from '../../../shared/card/record-menu';
import { accountEditorPath, accountPath } from '../../../shared/paths';
import { useCan } from '../../../shared/permissions';
import { DeleteAccount } from './delete-account';

export const AccountMenu = ({ account }: { account: AccountDetail }) => {
  const canUpdate = useCan('accounts.update');
  const canDelete = useCan('accounts.delete');
  return (
    <RecordMenu
      editPath={canUpdate ? accountPath(account.documentId, 'profile') : null}
      editorPath={accountEditorPath(account.documentId)}
      confirmDelete={
        canDelete ? (onClose) => <DeleteAccount account={account} onClose={onClose} /> : null
      }
    />
  );
};
