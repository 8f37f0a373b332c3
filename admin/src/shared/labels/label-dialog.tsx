import { useState } from 'react';
import { Field, Flex, TextInput } from '@strapi/design-system';
import type { LabelSettings } from '../../../../server/src/platform/labels/contract';
import { FormDialog } from '../form-dialog';
import { useNotify } from '../notices';
import { toProblem } from '../problem';
import { StatusLabel } from '../status-label';
import { toCode } from '../to-code';
import { useTranslate } from '../translate';
import { useSaveLabel, type LabelDraft, type LabelSource } from './api';

interface LabelDialogProps {
  title: string;
  source: LabelSource;
  /** Null makes a new one. */
  label: LabelSettings | null;
  onClose: () => void;
}

const NEW: LabelDraft = { name: '', displayName: '', color: '#4945ff' };

export const LabelDialog = (props: LabelDialogProps) => {
  const t = useTranslate();
  const { draft, set, save, isSaving, problems } = useDraft(props);
  return (
    <FormDialog
      title={props.title}
      submitLabel={t('common.save')}
      isBusy={isSaving}
      onClose={props.onClose}
      onSubmit={() => void save()}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Field.Root name="displayName" required error={problems.displayName}>
          <Field.Label>{t('labels.displayName')}</Field.Label>
          <TextInput
            value={draft.displayName}
            onChange={(event) => set({ displayName: event.target.value })}
          />
          <Field.Error />
        </Field.Root>
        <Field.Root name="name" required hint={t('labels.codeHint')} error={problems.name}>
          <Field.Label>{t('labels.code')}</Field.Label>
          <TextInput value={draft.name} onChange={(event) => set({ name: event.target.value })} />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
        <Flex gap={4} alignItems="flex-end">
          <Field.Root name="color" error={problems.color}>
            <Field.Label>{t('labels.color')}</Field.Label>
            <input
              id="label-color"
              type="color"
              aria-label={t('labels.color')}
              value={draft.color ?? '#8e8ea9'}
              onChange={(event) => set({ color: event.target.value })}
            />
          </Field.Root>
          <StatusLabel status={{ ...draft, displayName: draft.displayName || '…' }} />
        </Flex>
      </Flex>
    </FormDialog>
  );
};

/** The code follows the name until it is typed by hand. */
const useDraft = ({ source, label, onClose }: LabelDialogProps) => {
  const t = useTranslate();
  const notify = useNotify();
  const { mutateAsync, isPending } = useSaveLabel(source);
  const [typed, setTyped] = useState<LabelDraft>(label ?? NEW);
  const [hasOwnName, setOwnName] = useState(label !== null);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const draft = hasOwnName ? typed : { ...typed, name: toCode(typed.displayName) };
  const save = async () => {
    const { name, displayName, color } = draft;
    if (!displayName.trim()) {
      setProblems({ displayName: t('labels.displayNameMissing') });
      return;
    }
    try {
      await mutateAsync({ documentId: label?.documentId ?? null, name, displayName, color });
      notify({ type: 'success', message: t('labels.saved', { name: displayName }) });
      onClose();
    } catch (error) {
      const problem = toProblem(error);
      setProblems({ name: problem.message ?? t('error.title'), ...problem.fields });
    }
  };
  const set = (change: Partial<LabelDraft>) => {
    if ('name' in change) setOwnName(true);
    setTyped({ ...draft, ...change });
  };
  return { draft, set, save, isSaving: isPending, problems };
};
