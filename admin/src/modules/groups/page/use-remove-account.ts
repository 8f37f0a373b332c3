import { useNotify } from '../../../shared/notices';
import { useTranslate } from '../../../shared/translate';
import { useChangeMembers } from '../api';
import { useTellProblem } from '../use-tell-problem';

/** Takes an account out of a group, and with it whoever is a member by it alone. */
export const useRemoveAccount = () => {
  const t = useTranslate();
  const notify = useNotify();
  const tellProblem = useTellProblem();
  const { mutateAsync, isPending } = useChangeMembers();
  const remove = async ({ group, account }: { group: string; account: string }) => {
    try {
      const { data } = await mutateAsync({ group, how: 'remove', accounts: [account] });
      notify({ type: 'success', message: t('groups.removed', { count: data.removed }) });
    } catch (error) {
      tellProblem(error);
    }
  };
  return { remove, isPending };
};
