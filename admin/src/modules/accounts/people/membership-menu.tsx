import { useState } from 'react';
import { IconButton, MenuItem, SimpleMenu } from '@strapi/design-system';
import { More } from '@strapi/icons';
import type { MembershipView } from '../../../../../server/src/modules/accounts/contract';
import { useNotify } from '../../../shared/notices';
import { useCan } from '../../../shared/permissions';
import { toProblem } from '../../../shared/problem';
import { useTranslate } from '../../../shared/translate';
import { useEndMembership, useRemoveMembership, type Side } from './api';
import { EditMembership } from './edit-membership';
import { useMembershipChange } from './use-membership-change';

interface MembershipMenuProps {
  membership: MembershipView;
  of: Side['of'];
}

export const MembershipMenu = ({ membership, of }: MembershipMenuProps) => {
  const t = useTranslate();
  const canUpdate = useCan('accounts.update');
  const [isEditing, setEditing] = useState(false);
  const change = useMembershipChange(membership.documentId);
  const { end, remove } = useLeaving(membership, of);
  const { isPrimary, current, until } = membership;
  const name = nameOf(membership, of);
  const message = t('people.changed', { name });
  if (!canUpdate) return null;
  return (
    <>
      <SimpleMenu
        tag={IconButton}
        icon={<More />}
        label={t('people.actionsOf', { name })}
        variant="ghost"
        popoverPlacement="bottom-end"
      >
        <MenuItem onSelect={() => setEditing(true)}>{t('people.editDates')}</MenuItem>
        {current && !isPrimary && (
          <MenuItem
            onSelect={() => void change({ isPrimary: true }, { isPrimary: false }, message)}
          >
            {t('people.makePrimary')}
          </MenuItem>
        )}
        {current ? (
          <MenuItem onSelect={() => void end()}>{t('people.end')}</MenuItem>
        ) : (
          <MenuItem onSelect={() => void change({ until: null }, { until }, message)}>
            {t('people.reopen')}
          </MenuItem>
        )}
        <MenuItem variant="danger" onSelect={() => void remove()}>
          {t('people.remove')}
        </MenuItem>
      </SimpleMenu>
      {isEditing && (
        <EditMembership membership={membership} name={name} onClose={() => setEditing(false)} />
      )}
    </>
  );
};

const nameOf = ({ contact, account }: MembershipView, of: Side['of']): string =>
  of === 'account' ? contact.displayName : account.name;

/** Ends a membership today, which can be taken back, or removes one that was a mistake. */
const useLeaving = (membership: MembershipView, of: Side['of']) => {
  const t = useTranslate();
  const notify = useNotify();
  const ending = useEndMembership();
  const removing = useRemoveMembership();
  const change = useMembershipChange(membership.documentId);
  const { documentId, until } = membership;
  const name = nameOf(membership, of);
  const refuse = (error: unknown) =>
    notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
  const end = () =>
    ending.mutateAsync(documentId).then(({ data }) => {
      const run = () =>
        void change({ until }, { until: data.until }, t('people.changed', { name }));
      notify({
        type: 'success',
        message: t('people.ended', { name }),
        action: { label: t('common.undo'), run },
      });
    }, refuse);
  const remove = () =>
    removing
      .mutateAsync(documentId)
      .then(() => notify({ type: 'success', message: t('people.removed', { name }) }), refuse);
  return { end, remove };
};
