import type { MembershipView } from '../../../../../server/src/modules/accounts/contract';
import { LabelChoice } from '../../../shared/card/label-choice';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import { useContactRoles, type Side } from './api';
import { useMembershipChange } from './use-membership-change';

interface RoleChoiceProps {
  membership: MembershipView;
  of: Side['of'];
}

/** What the contact is in the account, changed where it is read. */
export const RoleChoice = ({ membership, of }: RoleChoiceProps) => {
  const t = useTranslate();
  const { data: roles = [] } = useContactRoles();
  const change = useMembershipChange(membership.documentId);
  const { role, contact, account } = membership;
  const name = of === 'account' ? contact.displayName : account.name;
  return (
    <LabelChoice
      field={t('people.roleOf', { name })}
      noneLabel={t('people.noRole')}
      value={role}
      labels={roles}
      disabled={!useCan('accounts.update')}
      onChoose={(next) =>
        void change(
          { role: next?.documentId ?? null },
          { role: role?.documentId ?? null },
          t('people.changed', { name })
        )
      }
    />
  );
};
