import { useState } from 'react';
import { Field, Flex, NumberInput, TextInput } from '@strapi/design-system';
import { FormDialog } from '../../../shared/form-dialog';
import { useTranslate } from '../../../shared/translate';
import { EndingFields } from './ending-fields';
import { isComplete, type RuleDraft } from './rule-draft';
import { TriggerFields } from './trigger-fields';

interface RuleDialogProps {
  initial: RuleDraft;
  isNew: boolean;
  isBusy: boolean;
  /** By path: `rules.2.points`. */
  problems: Record<string, string>;
  /** The rule's place in the score. */
  at: number;
  onClose: () => void;
  onSave: (draft: RuleDraft) => void;
}

export const RuleDialog = (props: RuleDialogProps) => {
  const { initial, isNew, isBusy, problems, at, onClose, onSave } = props;
  const t = useTranslate();
  const [draft, setDraft] = useState(initial);
  const start = `rules.${at}.`;
  const own = Object.fromEntries(
    Object.entries(problems).flatMap(([path, message]) =>
      path.startsWith(start) ? [[path.slice(start.length), message]] : []
    )
  );
  return (
    <FormDialog
      title={t(isNew ? 'scores.addRule' : 'scores.editRuleTitle')}
      submitLabel={t('common.save')}
      isBusy={isBusy}
      canSubmit={isComplete(draft)}
      onClose={onClose}
      onSubmit={() => onSave(draft)}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex gap={4} alignItems="flex-start">
          <Field.Root name="name" required error={own.name} flex="1">
            <Field.Label>{t('scores.ruleName')}</Field.Label>
            <TextInput
              value={draft.name}
              maxLength={100}
              onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            />
            <Field.Error />
          </Field.Root>
          <Field.Root name="points" required error={own.points} hint={t('scores.pointsHint')}>
            <Field.Label>{t('scores.points')}</Field.Label>
            <NumberInput
              value={draft.points}
              onValueChange={(points) => setDraft({ ...draft, points: points ?? 0 })}
            />
            <Field.Error />
            <Field.Hint />
          </Field.Root>
        </Flex>
        <TriggerFields draft={draft} onChange={setDraft} problems={own} />
        <EndingFields draft={draft} onChange={setDraft} problems={own} />
      </Flex>
    </FormDialog>
  );
};
