import { useState } from 'react';
import { Field, Flex, TextInput } from '@strapi/design-system';
import { FormDialog } from '../../../shared/form-dialog';
import { useNotify } from '../../../shared/notices';
import { toProblem } from '../../../shared/problem';
import { useTranslate } from '../../../shared/translate';
import { useSaveActivityType, type ActivityTypeDraft } from '../api';
import type { ActivityType } from '../../../../../server/src/modules/activities/contract';
import { ColorChoice } from './color-choice';
import { toCode } from '../../../shared/to-code';

interface ActivityTypeDialogProps {
  /** Null makes a new one. */
  type: ActivityType | null;
  onClose: () => void;
}

const EMPTY: ActivityTypeDraft = {
  name: '',
  displayName: '',
  color: 'primary',
  manualCreation: false,
};

export const ActivityTypeDialog = ({ type, onClose }: ActivityTypeDialogProps) => {
  const t = useTranslate();
  const { draft, set, save, isSaving, problems } = useDraft(type, onClose);
  return (
    <FormDialog
      title={t(type ? 'types.editTitle' : 'types.add')}
      submitLabel={t('common.save')}
      isBusy={isSaving}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Field.Root name="displayName" required error={problems.displayName}>
          <Field.Label>{t('types.displayName')}</Field.Label>
          <TextInput
            value={draft.displayName}
            onChange={(event) => set({ displayName: event.target.value })}
          />
          <Field.Error />
        </Field.Root>
        <Field.Root name="name" required hint={t('types.nameHint')} error={problems.name}>
          <Field.Label>{t('types.name')}</Field.Label>
          <TextInput
            value={draft.name}
            disabled={Boolean(type)}
            onChange={(event) => set({ name: event.target.value })}
          />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
        <ColorChoice value={draft.color} onChange={(color) => set({ color })} />
      </Flex>
    </FormDialog>
  );
};

/** The code follows the name until it is typed by hand; afterwards it is the type's identity. */
const useDraft = (type: ActivityType | null, onClose: () => void) => {
  const t = useTranslate();
  const notify = useNotify();
  const { mutateAsync, isPending } = useSaveActivityType();
  const [typed, setTyped] = useState<ActivityTypeDraft>(type ?? EMPTY);
  const [hasOwnName, setOwnName] = useState(type !== null);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const draft = hasOwnName ? typed : { ...typed, name: toCode(typed.displayName) };
  const save = async () => {
    const { name, displayName, color, manualCreation } = draft;
    if (!displayName.trim()) {
      setProblems({ displayName: t('types.displayNameMissing') });
      return;
    }
    try {
      await mutateAsync({ draft: { name, displayName, color, manualCreation }, isNew: !type });
      notify({ type: 'success', message: t('types.saved', { name: displayName }) });
      onClose();
    } catch (error) {
      const problem = toProblem(error);
      setProblems({ name: problem.message ?? t('error.title'), ...problem.fields });
    }
  };
  const set = (change: Partial<ActivityTypeDraft>) => {
    if ('name' in change) setOwnName(true);
    setTyped({ ...draft, ...change });
  };
  return { draft, set, save, isSaving: isPending, problems };
};
