import { Button, Modal } from '@strapi/design-system';
import { useNotify } from '../../../shared/notices';
import { useReturnFocus } from '../../../shared/return-focus';
import { SearchChoice } from '../../../shared/search-choice';
import { useTranslate } from '../../../shared/translate';
import { findGroups, useChangeMembers, type MembersChange } from '../api';
import { useTellProblem } from '../use-tell-problem';

interface JoinDialogProps {
  /** One contact, or one account. */
  who: Pick<MembersChange, 'contacts' | 'accounts'>;
  /** Groups that it is in already. */
  without: string[];
  onClose: () => void;
}

/** Choosing a group adds the contact or the account to it. */
export const JoinDialog = ({ who, without, onClose }: JoinDialogProps) => {
  const t = useTranslate();
  const returnFocus = useReturnFocus();
  const notify = useNotify();
  const tellProblem = useTellProblem();
  const { mutateAsync, isPending } = useChangeMembers();
  const join = async (group: string, name: string) => {
    try {
      await mutateAsync({ group, how: 'add', ...who });
      onClose();
      notify({ type: 'success', message: t('groups.joined', { name }) });
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content {...returnFocus}>
        <Modal.Header>
          <Modal.Title>{t('groups.joinGroup')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <SearchChoice
            label={t('groups.findGroups')}
            kind="groups"
            find={findGroups}
            without={without}
            chosen={null}
            onChoose={(group) => {
              if (group && !isPending) void join(group.documentId, group.name);
            }}
          />
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('common.cancel')}</Button>
          </Modal.Close>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
