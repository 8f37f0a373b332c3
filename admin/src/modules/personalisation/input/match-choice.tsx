import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useTranslate } from '../../../shared/translate';
import type { PartProps } from './part-props';

/** Whether it is for those in the groups and those who match, or for all others. */
export const MatchChoice = ({ audience, disabled, onChange }: PartProps) => {
  const t = useTranslate();
  const { groups = [], match = 'any', condition } = audience;
  if (groups.length === 0 && !condition) return null;
  const asked = groups.length === 0 ? 'condition' : condition ? 'both' : 'groups';
  return (
    <Field.Root name="audience-match">
      <Field.Label>{t('audience.match')}</Field.Label>
      <SingleSelect
        value={match}
        disabled={disabled}
        onChange={(value) => onChange({ match: value === 'none' ? 'none' : null })}
      >
        <SingleSelectOption value="any">{t(`audience.matchAny.${asked}`)}</SingleSelectOption>
        <SingleSelectOption value="none">{t(`audience.matchNone.${asked}`)}</SingleSelectOption>
      </SingleSelect>
    </Field.Root>
  );
};
