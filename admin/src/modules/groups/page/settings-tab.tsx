import { useState, type FormEvent } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { GroupView } from '../../../../../server/src/modules/groups/contract';
import { ConfirmDelete } from '../../../shared/confirm-delete';
import { useNotify } from '../../../shared/notices';
import { Panel } from '../../../shared/panel';
import { groupListPath } from '../../../shared/paths';
import { useCan } from '../../../shared/permissions';
import { toProblem } from '../../../shared/problem';
import { useTranslate } from '../../../shared/translate';
import { useDeleteGroup, useGroupUse, useUpdateGroup } from '../api';
import { GroupFields, type GroupValues } from '../group-fields';
import { useTellProblem } from '../use-tell-problem';

export const SettingsTab = ({ group }: { group: GroupView }) => {
  const t = useTranslate();
  const canWrite = useCan('groups.write');
  const [values, setValues] = useState<GroupValues>({
    displayName: group.displayName,
    name: group.name,
    description: group.description ?? '',
    visibleToSite: group.visibleToSite,
  });
  const { save, problems, isPending } = useSave(group);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(values);
  };
  return (
    <Panel>
      <form onSubmit={submit}>
        <GroupFields
          values={values}
          onChange={(change) => setValues({ ...values, ...change })}
          problems={problems}
          disabled={!canWrite}
        />
        {canWrite && (
          <Flex justifyContent="space-between" gap={2} paddingTop={6}>
            <DeleteButton group={group} />
            <Button type="submit" loading={isPending}>
              {t('common.save')}
            </Button>
          </Flex>
        )}
      </form>
    </Panel>
  );
};

const useSave = (group: GroupView) => {
  const t = useTranslate();
  const notify = useNotify();
  const tellProblem = useTellProblem();
  const { mutateAsync, isPending } = useUpdateGroup(group.documentId);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const save = async (values: GroupValues) => {
    try {
      await mutateAsync(values);
      setProblems({});
      notify({ type: 'success', message: t('groups.saved') });
    } catch (error) {
      const { fields } = toProblem(error);
      setProblems(fields);
      if (Object.keys(fields).length === 0) tellProblem(error);
    }
  };
  return { save, problems, isPending };
};

const DeleteButton = ({ group }: { group: GroupView }) => {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const tellProblem = useTellProblem();
  const { mutateAsync } = useDeleteGroup();
  const [isAsking, setAsking] = useState(false);
  const canSeeUse = useCan('contacts.read');
  const { data: use } = useGroupUse(isAsking && canSeeUse ? group.documentId : null);
  const views = use ? use.views.length + use.hiddenViews : 0;
  const remove = async () => {
    try {
      await mutateAsync(group.documentId);
      navigate(groupListPath, { replace: true });
      notify({ type: 'success', message: t('groups.deleted', { name: group.displayName }) });
    } catch (error) {
      setAsking(false);
      tellProblem(error);
    }
  };
  return (
    <>
      <Button variant="danger-light" onClick={() => setAsking(true)}>
        {t('groups.delete')}
      </Button>
      <ConfirmDelete
        isOpen={isAsking}
        title={t('groups.deleteTitle')}
        sentence={t('groups.deleteSentence', {
          count: group.size,
          name: group.displayName,
          views,
        })}
        onClose={() => setAsking(false)}
        onConfirm={remove}
      />
    </>
  );
};
