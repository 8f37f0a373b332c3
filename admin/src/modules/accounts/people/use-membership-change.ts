import { useCallback } from 'react';
import { useNotify } from '../../../shared/notices';
import { toProblem } from '../../../shared/problem';
import { useTranslate } from '../../../shared/translate';
import { useChangeMembership, type MembershipChange } from './api';

/** Changes a membership and says so, with the way back to what it was. */
export const useMembershipChange = (documentId: string) => {
  const t = useTranslate();
  const notify = useNotify();
  const { mutateAsync } = useChangeMembership();
  return useCallback(
    async (change: MembershipChange, before: MembershipChange, message: string) => {
      const refuse = (error: unknown) =>
        notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
      const undo = () =>
        mutateAsync({ documentId, ...before }).then(
          () => notify({ type: 'info', message: t('card.undone') }),
          refuse
        );
      try {
        await mutateAsync({ documentId, ...change });
        const action = { label: t('common.undo'), run: () => void undo() };
        notify({ type: 'success', message, action });
      } catch (error) {
        refuse(error);
      }
    },
    [documentId, mutateAsync, notify, t]
  );
};
