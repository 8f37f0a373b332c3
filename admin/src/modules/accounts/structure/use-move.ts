import { useCallback } from 'react';
import { useNotify } from '../../../shared/notices';
import { toProblem } from '../../../shared/problem';
import { useTranslate } from '../../../shared/translate';
import { useMoveAccount, type Move } from './api';

interface NamedMove extends Move {
  name: string;
}

/** Moves an account in the tree. Resolves with whether it went there: the server refuses cycles. */
export const useMove = () => {
  const t = useTranslate();
  const notify = useNotify();
  const { mutateAsync } = useMoveAccount();
  return useCallback(
    async ({ documentId, parent, name }: NamedMove): Promise<boolean> => {
      try {
        await mutateAsync({ documentId, parent });
        notify({ type: 'success', message: t('structure.moved', { name }) });
        return true;
      } catch (error) {
        notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
        return false;
      }
    },
    [mutateAsync, notify, t]
  );
};
