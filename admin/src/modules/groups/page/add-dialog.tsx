import { useState } from 'react';
import { Button, Modal } from '@strapi/design-system';
import type { GroupView } from '../../../../../server/src/modules/groups/contract';
import { useNotify } from '../../../shared/notices';
import { useReturnFocus } from '../../../shared/return-focus';
import { useTranslate } from '../../../shared/translate';
import { useChangeMembers } from '../api';
import { useTellProblem } from '../use-tell-problem';
import { AddMatching } from './add-matching';
import { Candidates } from './candidates';
import type { Candidate, CandidateType } from './use-candidates';

interface AddDialogProps {
  group: GroupView;
  of: CandidateType;
  onClose: () => void;
}

/** Search after search, each adding to what is chosen; then all of it at once. */
export const AddDialog = ({ group, of, onClose }: AddDialogProps) => {
  const t = useTranslate();
  const returnFocus = useReturnFocus();
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<Candidate[]>([]);
  const { add, isPending } = useAdd(group, of, onClose);
  const toggle = (candidate: Candidate) => {
    const others = chosen.filter(({ documentId }) => documentId !== candidate.documentId);
    setChosen(others.length < chosen.length ? others : [...chosen, candidate]);
  };
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content {...returnFocus}>
        <Modal.Header>
          <Modal.Title>
            {t(of === 'contacts' ? 'groups.addContacts' : 'groups.addAccounts')}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Candidates {...{ of, q, chosen }} onSearch={setQ} onToggle={toggle} />
          {of === 'contacts' && <AddMatching {...{ group, q }} onStarted={onClose} />}
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('common.cancel')}</Button>
          </Modal.Close>
          <Button
            loading={isPending}
            disabled={chosen.length === 0}
            onClick={() => void add(chosen.map(({ documentId }) => documentId))}
          >
            {t('groups.addChosen', { count: chosen.length })}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

const useAdd = (group: GroupView, of: CandidateType, onClose: () => void) => {
  const t = useTranslate();
  const notify = useNotify();
  const tellProblem = useTellProblem();
  const { mutateAsync, isPending } = useChangeMembers();
  const add = async (documentIds: string[]) => {
    try {
      const change = { group: group.documentId, how: 'add', [of]: documentIds } as const;
      const { data } = await mutateAsync(change);
      onClose();
      notify({ type: 'success', message: t('groups.added', { count: data.added }) });
    } catch (error) {
      tellProblem(error);
    }
  };
  return { add, isPending };
};
