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
  const action = (how: MembersChange['how'], label: string, named: string) => (
    <Button
      size="S"
      variant="tertiary"
      disabled={isPending}
      aria-label={named}
      onClick={() => void change({ group, how, contacts: [contact] }, { name, place })}
    >
      {label}
    </Button>
  );
  if (place.excluded) {
    return action('takeBack', t('groups.takeBack'), t('groups.takeBackNamed', { name }));
  }
  return (
    <Flex gap={2} justifyContent="flex-end">
      {place.byHand && action('remove', t('groups.remove'), t('groups.removeNamed', { name }))}
      {action('exclude', t('groups.exclude'), t('groups.excludeNamed', { name }))}
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
