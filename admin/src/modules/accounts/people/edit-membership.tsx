import { useState } from 'react';
import type { MembershipView } from '../../../../../server/src/modules/accounts/contract';
import { FormDialog } from '../../../shared/form-dialog';
import { useNotify } from '../../../shared/notices';
import { toProblem } from '../../../shared/problem';
import { useTranslate } from '../../../shared/translate';
import { useChangeMembership } from './api';
import { MembershipFields, type MembershipDraft } from './membership-fields';

interface EditMembershipProps {
  membership: MembershipView;
  name: string;
  onClose: () => void;
}

export const EditMembership = ({ membership, name, onClose }: EditMembershipProps) => {
  const t = useTranslate();
  const notify = useNotify();
  const { mutate, isPending } = useChangeMembership();
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [draft, setDraft] = useState<MembershipDraft>(() => ({
    role: membership.role?.documentId ?? null,
    jobTitle: membership.jobTitle,
    since: membership.since,
    until: membership.until,
    isPrimary: membership.isPrimary,
  }));
  const save = () =>
    mutate(
      { documentId: membership.documentId, ...draft },
      {
        onSuccess: () => {
          onClose();
          notify({ type: 'success', message: t('people.changed', { name }) });
        },
        onError: (error) => {
          const problem = toProblem(error);
          setProblems(problem.fields);
          notify({ type: 'danger', message: problem.message ?? t('error.title') });
        },
      }
    );
  return (
    <FormDialog
      title={name}
      submitLabel={t('common.save')}
      isBusy={isPending}
      onClose={onClose}
      onSubmit={save}
    >
      <MembershipFields
        draft={draft}
        problems={problems}
        onChange={(part) => setDraft({ ...draft, ...part })}
      />
    </FormDialog>
  );
};
