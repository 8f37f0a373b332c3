import { useState } from 'react';
import { Checkbox, Field, Flex, NumberInput, Textarea, TextInput } from '@strapi/design-system';
import type { Threshold } from '../../../../../server/src/modules/scoring/contract';
import { FormDialog } from '../../../shared/form-dialog';
import { useTranslate } from '../../../shared/translate';

export type ThresholdDraft = Omit<Threshold, 'id'> & { id?: number };

interface ThresholdDialogProps {
  initial: ThresholdDraft;
  isBusy: boolean;
  problem: string | undefined;
  onClose: () => void;
  onSave: (draft: ThresholdDraft) => void;
}

/** One address a line, or with commas between. */
const toEmails = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

export const ThresholdDialog = (props: ThresholdDialogProps) => {
  const { initial, isBusy, problem, onClose, onSave } = props;
  const t = useTranslate();
  const [draft, setDraft] = useState(initial);
  const [emails, setEmails] = useState(initial.emails.join('\n'));
  return (
    <FormDialog
      title={t('scores.threshold')}
      submitLabel={t('common.save')}
      isBusy={isBusy}
      canSubmit={draft.name.trim() !== '' && draft.at >= 1}
      onClose={onClose}
      onSubmit={() => onSave({ ...draft, emails: toEmails(emails) })}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Field.Root name="name" required>
          <Field.Label>{t('scores.thresholdName')}</Field.Label>
          <TextInput
            value={draft.name}
            maxLength={100}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        </Field.Root>
        <Field.Root name="at" required>
          <Field.Label>{t('scores.reachedAt')}</Field.Label>
          <NumberInput
            value={draft.at}
            onValueChange={(at) => setDraft({ ...draft, at: at ?? 0 })}
          />
        </Field.Root>
        <Field.Root name="emails" error={problem} hint={t('scores.emailsHint')}>
          <Field.Label>{t('scores.emails')}</Field.Label>
          <Textarea value={emails} onChange={(event) => setEmails(event.target.value)} />
          <Field.Error />
          <Field.Hint />
        </Field.Root>
        <Checkbox
          checked={Boolean(draft.once)}
          onCheckedChange={(checked) => setDraft({ ...draft, once: checked === true })}
        >
          {t('scores.once')}
        </Checkbox>
      </Flex>
    </FormDialog>
  );
};
