import { useState } from 'react';
import { Checkbox, Field, Flex, NumberInput, Radio } from '@strapi/design-system';
import { ConditionBuilder } from '../../../shared/conditions/builder/condition-builder';
import { useTranslate } from '../../../shared/translate';
import { ActivityTriggerFields } from './activity-trigger-fields';
import { withTrigger, type RuleDraft } from './rule-draft';

export interface DraftFieldsProps {
  draft: RuleDraft;
  onChange: (draft: RuleDraft) => void;
  /** By path in the rule: `on.condition.rules.0.value`. */
  problems: Record<string, string>;
}

const KINDS = ['activity', 'condition'] as const;

/** What the points are for. Each kind keeps what was chosen while the other one is looked at. */
export const TriggerFields = ({ draft, onChange, problems }: DraftFieldsProps) => {
  const t = useTranslate();
  const { on } = draft;
  const [other, setOther] = useState<RuleDraft['on']>(
    on.kind === 'activity'
      ? { kind: 'condition', condition: null }
      : { kind: 'activity', activity: 'pagevisit' }
  );
  const choose = (kind: string) => {
    if (kind === on.kind) return;
    setOther(on);
    onChange(withTrigger(draft, other));
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Field.Root name="kind" error={problems.on}>
        <Field.Label>{t('scores.trigger')}</Field.Label>
        <Radio.Group value={on.kind} onValueChange={choose} aria-label={t('scores.trigger')}>
          {KINDS.map((kind) => (
            <Radio.Item key={kind} value={kind}>
              {t(`scores.trigger.${kind}`)}
            </Radio.Item>
          ))}
        </Radio.Group>
        <Field.Error />
      </Field.Root>
      {on.kind === 'activity' ? (
        <>
          <ActivityTriggerFields
            on={on}
            onChange={(next) => onChange({ ...draft, on: next })}
            problems={problems}
          />
          <Repetition draft={draft} onChange={onChange} problems={problems} />
        </>
      ) : (
        <ConditionBuilder
          value={on.condition}
          onChange={(condition) => onChange({ ...draft, on: { kind: 'condition', condition } })}
          problems={conditionProblems(problems)}
        />
      )}
    </Flex>
  );
};

const PREFIX = 'on.condition.';

const conditionProblems = (problems: Record<string, string>) =>
  Object.entries(problems).flatMap(([path, message]) =>
    path.startsWith(PREFIX) ? [{ path: path.slice(PREFIX.length).split('.'), message }] : []
  );

const Repetition = ({ draft, onChange, problems }: DraftFieldsProps) => {
  const t = useTranslate();
  const toggle = (checked: boolean) => {
    const { cap: _cap, recurring: _recurring, ...rest } = draft;
    onChange(checked ? { ...rest, recurring: true } : rest);
  };
  const setCap = (cap: number | undefined) => {
    const { cap: _cap, ...rest } = draft;
    onChange(cap === undefined ? rest : { ...rest, cap });
  };
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-start">
      <Checkbox
        checked={Boolean(draft.recurring)}
        onCheckedChange={(checked) => toggle(checked === true)}
      >
        {t('scores.recurring')}
      </Checkbox>
      {draft.recurring && (
        <Field.Root name="cap" error={problems.cap} hint={t('scores.capHint')}>
          <Field.Label>{t('scores.cap')}</Field.Label>
          <NumberInput value={draft.cap} onValueChange={setCap} />
          <Field.Error />
          <Field.Hint />
        </Field.Root>
      )}
    </Flex>
  );
};
