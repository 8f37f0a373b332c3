import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { AccountDetail } from '../../../../../server/src/modules/accounts/contract';
import type { FieldDescription } from '../../../../../server/src/platform/fields/contract';
import type { CardSlotProps } from '../../../shared/admin-module';
import { ErrorState } from '../../../shared/error-state';
import { accountEditorPath } from '../../../shared/paths';
import { useCan } from '../../../shared/permissions';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { ProfileForm } from '../../contacts';
import { useAccount, useAccountFields, useUpdateAccount } from '../api';
import { cellOf } from '../list/cells';

/** Changed among the people and in the structure, not here. */
const ELSEWHERE = new Set(['parent', 'primaryContact', 'secondaryContact']);

const AccountProfileTab = ({ documentId }: CardSlotProps) => {
  const { data: account } = useAccount(documentId);
  const { data: fields, error, refetch } = useAccountFields();
  if (error && !fields) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!account || !fields) return <Skeleton $height="32rem" />;
  return <Profile account={account} fields={fields} />;
};

interface ProfileProps {
  account: AccountDetail;
  fields: FieldDescription[];
}

const Profile = ({ account, fields }: ProfileProps) => {
  const t = useTranslate();
  const intl = useIntl();
  const { mutateAsync } = useUpdateAccount(account.documentId);
  const show = useCallback(
    (field: FieldDescription) => cellOf(field, { t, intl })(account),
    [account, t, intl]
  );
  return (
    <ProfileForm
      record={account}
      fields={fields.filter(({ name }) => !ELSEWHERE.has(name))}
      canEdit={useCan('accounts.update')}
      editorPath={accountEditorPath(account.documentId)}
      show={show}
      save={mutateAsync}
    />
  );
};

export default AccountProfileTab;
