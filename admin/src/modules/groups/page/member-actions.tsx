import { Button, Flex } from '@strapi/design-system';
import type { Ways } from '../../../../../server/src/modules/groups/contract';
import { useNotify } from '../../../shared/notices';
import { useTranslate } from '../../../shared/translate';
import { useChangeMembers, type MembersChange } from '../api';
import { useTellProblem } from '../use-tell-problem';

interface MemberActionsProps {
  group: string;
  contact: string;
  /** For who cannot see which row a button is in. */
  name: string;
  place: Ways & { excluded: boolean };
}

/** What can be done with one contact's place in one group. */
export const MemberActions = ({ group, contact, name, place }: MemberActionsProps) => {
  const t = useTranslate();
  const { change, isPending } = useChange();
  const run = (how: MembersChange['how']) => () =>
    void change({ group, how, contacts: [contact] }, { name, place });
  if (place.excluded) {
    return (
      <Button
        size="S"
        variant="tertiary"
        disabled={isPending}
        aria-label={t('groups.takeBackNamed', { name })}
        onClick={run('takeBack')}
      >
        {t('groups.takeBack')}
      </Button>
    );
  }
  return (
    <Flex gap={2} justifyContent="flex-end">
      {place.byHand && (
        <Button
          size="S"
          variant="tertiary"
          disabled={isPending}
          aria-label={t('groups.removeNamed', { name })}
          onClick={run('remove')}
        >
          {t('groups.remove')}
        </Button>
      )}
      <Button
        size="S"
        variant="tertiary"
        disabled={isPending}
        aria-label={t('groups.excludeNamed', { name })}
        onClick={run('exclude')}
      >
        {t('groups.exclude')}
      </Button>
    </Flex>
  );
};

const useChange = () => {
  const t = useTranslate();
  const notify = useNotify();
  const tellProblem = useTellProblem();
  const { mutateAsync, isPending } = useChangeMembers();
  const change = async (
    asked: MembersChange,
    { name, place }: Pick<MemberActionsProps, 'name' | 'place'>
  ) => {
    try {
      await mutateAsync(asked);
      if (asked.how === 'remove' && place.byAccount) {
        notify({ type: 'info', message: t('groups.stays', { name }) });
      }
    } catch (error) {
      tellProblem(error);
    }
  };
  return { change, isPending };
};
