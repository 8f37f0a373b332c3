import {
  Field,
  MultiSelect,
  MultiSelectOption,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import type { FieldValue } from '../../../../server/src/platform/fields/contract';
import { useTranslate } from '../translate';
import { isStringList } from '../use-remembered';
import type { Draft } from './field-draft';

interface DefaultInputProps {
  draft: Draft;
  error: string | undefined;
  onChange: (part: Pick<Draft, 'defaultValue'>) => void;
}

/** What new entities get when nobody says otherwise. Days are typed: 2026-12-31. */
export const DefaultInput = ({ draft, error, onChange }: DefaultInputProps) => {
  const t = useTranslate();
  return (
    <Field.Root name="defaultValue" error={error} hint={t(`fields.defaultHint.${draft.entity}`)}>
      <Field.Label>{t('fields.default')}</Field.Label>
      <ByKind draft={draft} onChange={(defaultValue) => onChange({ defaultValue })} />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};

interface ByKindProps {
  draft: Draft;
  onChange: (value: FieldValue) => void;
}

const ByKind = ({ draft, onChange }: ByKindProps) => {
  const { kind, defaultValue } = draft;
  if (kind === 'boolean' || kind === 'select') return <Choice {...{ draft, onChange }} />;
  if (kind === 'multiSelect') return <Choices {...{ draft, onChange }} />;
  if (kind === 'number') {
    return (
      <NumberInput
        value={typeof defaultValue === 'number' ? defaultValue : undefined}
        onValueChange={(value: number | undefined) => onChange(value ?? null)}
      />
    );
  }
  return (
    <TextInput
      value={typeof defaultValue === 'string' ? defaultValue : ''}
      placeholder={kind === 'date' ? '2026-12-31' : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
};

/** Only options that are saved have a code to be stored. */
const saved = ({ options }: Draft) => options.filter(({ value }) => value !== '');

const Choice = ({ draft, onChange }: ByKindProps) => {
  const t = useTranslate();
  const isBoolean = draft.kind === 'boolean';
  const options = isBoolean
    ? [
        { value: 'true', label: t('common.yes') },
        { value: 'false', label: t('common.no') },
      ]
    : saved(draft);
  return (
    <SingleSelect
      value={draft.defaultValue === null ? null : String(draft.defaultValue)}
      clearLabel={t('common.clear')}
      placeholder={t('fields.choose')}
      onClear={() => onChange(null)}
      onChange={(value) => onChange(isBoolean ? value === 'true' : String(value))}
    >
      {options.map(({ value, label }) => (
        <SingleSelectOption key={value} value={value}>
          {label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};

const Choices = ({ draft, onChange }: ByKindProps) => {
  const t = useTranslate();
  return (
    <MultiSelect
      withTags
      value={isStringList(draft.defaultValue) ? draft.defaultValue : []}
      clearLabel={t('common.clear')}
      placeholder={t('fields.choose')}
      onClear={() => onChange(null)}
      onChange={(values: string[]) => onChange(values.length > 0 ? values : null)}
    >
      {saved(draft).map(({ value, label }) => (
        <MultiSelectOption key={value} value={value}>
          {label}
        </MultiSelectOption>
      ))}
    </MultiSelect>
  );
};
