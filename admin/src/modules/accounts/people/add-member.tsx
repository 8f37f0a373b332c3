import { useState } from 'react';
import { Flex } from '@strapi/design-system';
import { FormDialog } from '../../../shared/form-dialog';
import { useNotify } from '../../../shared/notices';
import { toProblem } from '../../../shared/problem';
import { SearchChoice, type SearchOption } from '../../../shared/search-choice';
import { useTranslate } from '../../../shared/translate';
import { findAccounts } from '../api';
import { findContacts, useAddMember, type Side } from './api';
import { MembershipFields, type MembershipDraft } from './membership-fields';

interface AddMemberProps {
  side: Side;
  onClose: () => void;
}

const EMPTY: MembershipDraft = {
  role: null,
  jobTitle: null,
  since: null,
  until: null,
  isPrimary: false,
};

/** What is searched for from each side. */
const SEARCHED = {
  account: { kind: 'contacts', find: findContacts, add: 'people.add', label: 'people.find' },
  contact: {
    kind: 'accounts',
    find: findAccounts,
    add: 'memberships.add',
    label: 'memberships.find',
  },
} as const;

const MISSING = { account: 'people.choose', contact: 'memberships.choose' } as const;

/** A person found by search and what they are there; from a contact's card, an account. */
export const AddMember = ({ side, onClose }: AddMemberProps) => {
  const t = useTranslate();
  const { kind, find, add, label } = SEARCHED[side.of];
  const [draft, setDraft] = useState(EMPTY);
  const [chosen, setChosen] = useState<SearchOption | null>(null);
  const { save, problems, isPending } = useSave({ side, chosen, draft, onClose });
  return (
    <FormDialog
      title={t(add)}
      submitLabel={t(add)}
      isBusy={isPending}
      onClose={onClose}
      onSubmit={save}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <SearchChoice
          label={t(label)}
          kind={kind}
          find={find}
          chosen={chosen}
          onChoose={setChosen}
          error={problems.chosen ?? problems.contact ?? problems.account}
        />
        <MembershipFields
          draft={draft}
          problems={problems}
          onChange={(part) => setDraft({ ...draft, ...part })}
        />
      </Flex>
    </FormDialog>
  );
};

interface SaveOptions extends AddMemberProps {
  chosen: SearchOption | null;
  draft: MembershipDraft;
}

const useSave = ({ side, chosen, draft, onClose }: SaveOptions) => {
  const t = useTranslate();
  const notify = useNotify();
  const { mutate, isPending } = useAddMember();
  const [problems, setProblems] = useState<Record<string, string>>({});
  const save = () => {
    if (!chosen) {
      setProblems({ chosen: t(MISSING[side.of]) });
      return;
    }
    const [account, contact] =
      side.of === 'account'
        ? [side.documentId, chosen.documentId]
        : [chosen.documentId, side.documentId];
    mutate(
      { account, contact, ...draft },
      {
        onSuccess: () => {
          onClose();
          notify({ type: 'success', message: t('people.added', { name: chosen.name }) });
        },
        onError: (error) => {
          const problem = toProblem(error);
          setProblems(problem.fields);
          notify({ type: 'danger', message: problem.message ?? t('error.title') });
        },
      }
    );
  };
  return { save, problems, isPending };
};
