import { Field, Flex, NumberInput, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { Validity } from '../../../../../server/src/modules/scoring/contract';
import { DayInput } from '../../../shared/day-input';
import { toDay } from '../../../shared/local-day';
import { useTranslate } from '../../../shared/translate';
import type { RuleDraft } from './rule-draft';
import type { DraftFieldsProps } from './trigger-fields';

const ENDINGS = ['never', 'after', 'until'] as const;
type Ending = (typeof ENDINGS)[number];

const endingOf = ({ validFor, until }: RuleDraft): Ending => {
  if (validFor) return 'after';
  return until === undefined ? 'never' : 'until';
};

const QUARTER: Validity = { last: 90, unit: 'days' };

const withEnding = ({ validFor: _v, until: _u, ...rest }: RuleDraft, ending: Ending): RuleDraft => {
  if (ending === 'after') return { ...rest, validFor: QUARTER };
  return ending === 'until' ? { ...rest, until: toDay(new Date()) } : rest;
};

/** How long the points count. */
export const EndingFields = ({ draft, onChange, problems }: DraftFieldsProps) => {
  const t = useTranslate();
  const choose = (chosen: string | number) => {
    const ending = ENDINGS.find((one) => one === chosen);
    if (ending) onChange(withEnding(draft, ending));
  };
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-start">
      <Field.Root name="ending">
        <Field.Label>{t('scores.ending')}</Field.Label>
        <SingleSelect value={endingOf(draft)} onChange={choose}>
          {ENDINGS.map((ending) => (
            <SingleSelectOption key={ending} value={ending}>
              {t(`scores.ending.${ending}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {draft.validFor && (
        <ValidityFields
          value={draft.validFor}
          error={problems['validFor.last']}
          onChange={(validFor) => onChange({ ...draft, validFor })}
        />
      )}
      {draft.until !== undefined && (
        <DayInput
          name="until"
          size="M"
          label={t('scores.lastDay')}
          value={draft.until}
          error={problems.until}
          onChange={(day) => onChange({ ...draft, until: day ?? draft.until ?? '' })}
        />
      )}
      <HalfLifeField draft={draft} onChange={onChange} problems={problems} />
    </Flex>
  );
};

const UNITS: Validity['unit'][] = ['minutes', 'hours', 'days', 'weeks'];

interface ValidityFieldsProps {
  value: Validity;
  error: string | undefined;
  onChange: (value: Validity) => void;
}

const ValidityFields = ({ value, error, onChange }: ValidityFieldsProps) => {
  const t = useTranslate();
  const choose = (chosen: string | number) => {
    const unit = UNITS.find((one) => one === chosen);
    if (unit) onChange({ ...value, unit });
  };
  return (
    <Flex gap={2} alignItems="flex-start">
      <Field.Root name="validFor" error={error}>
        <Field.Label>{t('conditions.spanNumber')}</Field.Label>
        <NumberInput
          value={value.last || undefined}
          onValueChange={(last) => onChange({ ...value, last: last ?? 0 })}
        />
        <Field.Error />
      </Field.Root>
      <Field.Root name="validForUnit">
        <Field.Label>{t('conditions.spanUnit')}</Field.Label>
        <SingleSelect value={value.unit} onChange={choose}>
          {UNITS.map((unit) => (
            <SingleSelectOption key={unit} value={unit}>
              {t(`conditions.unit.${unit}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </Flex>
  );
};

const HalfLifeField = ({ draft, onChange, problems }: DraftFieldsProps) => {
  const t = useTranslate();
  const set = (days: number | undefined) => {
    const { halfLifeDays: _before, ...rest } = draft;
    onChange(days === undefined ? rest : { ...rest, halfLifeDays: days });
  };
  return (
    <Field.Root name="halfLifeDays" error={problems.halfLifeDays} hint={t('scores.halfLifeHint')}>
      <Field.Label>{t('scores.halfLife')}</Field.Label>
      <NumberInput value={draft.halfLifeDays} onValueChange={set} />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
};
