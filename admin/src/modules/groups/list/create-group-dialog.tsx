import { useState, type FormEvent } from 'react';
import { Button, Flex, Modal } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { GroupKind } from '../../../../../server/src/modules/groups/contract';
import { useNotify } from '../../../shared/notices';
import { groupPath, newGroupPath } from '../../../shared/paths';
import { toProblem } from '../../../shared/problem';
import { useReturnFocus } from '../../../shared/return-focus';
import { useTranslate } from '../../../shared/translate';
import { useCreateGroup } from '../api';
import { GroupFields, type GroupValues } from '../group-fields';
import { toCode } from '../../../shared/to-code';
import { useTellProblem } from '../use-tell-problem';
import { KindChoice } from './kind-choice';

const NOTHING: GroupValues = { displayName: '', name: '', description: '', visibleToSite: false };

/** The code follows the name until somebody types one. */
export const CreateGroupDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslate();
  const returnFocus = useReturnFocus();
  const navigate = useNavigate();
  const [kind, setKind] = useState<GroupKind>('manual');
  const [values, setValues] = useState(NOTHING);
  const [isOwnCode, setOwnCode] = useState(false);
  const { create, problems, isPending } = useCreate(onClose);
  const change = (given: Partial<GroupValues>) => {
    if (given.name !== undefined) setOwnCode(given.name !== '');
    const code =
      given.displayName !== undefined && !isOwnCode ? { name: toCode(given.displayName) } : {};
    setValues({ ...values, ...code, ...given });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (kind === 'manual') void create(values);
    else navigate(newGroupPath, { state: values });
  };
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content {...returnFocus}>
        <Modal.Header>
          <Modal.Title>{t('groups.create')}</Modal.Title>
        </Modal.Header>
        <form onSubmit={submit}>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <KindChoice value={kind} onChange={setKind} />
              <GroupFields values={values} onChange={change} problems={problems} />
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Modal.Close>
              <Button variant="tertiary">{t('common.cancel')}</Button>
            </Modal.Close>
            <Button
              type="submit"
              loading={isPending}
              disabled={!values.displayName.trim() || !values.name.trim()}
            >
              {t(kind === 'manual' ? 'common.create' : 'groups.continue')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};

const useCreate = (onClose: () => void) => {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const tellProblem = useTellProblem();
  const { mutateAsync, isPending } = useCreateGroup();
  const [problems, setProblems] = useState<Record<string, string>>({});
  const create = async (values: GroupValues) => {
    try {
      const { data } = await mutateAsync(values);
      onClose();
      notify({ type: 'success', message: t('groups.created', { name: data.displayName }) });
      navigate(groupPath(data.documentId));
    } catch (error) {
      const { fields } = toProblem(error);
      setProblems(fields);
      if (Object.keys(fields).length === 0) tellProblem(error);
    }
  };
  return { create, problems, isPending };
};
