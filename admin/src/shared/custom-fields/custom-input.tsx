import { Field, MultiSelect, MultiSelectOption } from '@strapi/design-system';
import { InputRenderer, useField, type InputProps } from '@strapi/strapi/admin';
import type { FieldDescription, FieldKind } from '../../../../server/src/platform/fields/contract';
import { useTranslate } from '../translate';
import { isStringList } from '../use-remembered';

type Custom = NonNullable<FieldDescription['custom']>;

interface CustomInputProps {
  /** `customFields.tier`, which Strapi's form takes for a path. */
  name: string;
  label: string;
  required: boolean;
  disabled: boolean;
  custom: Custom;
}

/** A field of the settings in a form: Strapi's own inputs, and one for several choices. */
export const CustomInput = ({ custom, ...common }: CustomInputProps) => {
  const hint = custom.help ?? undefined;
  if (custom.kind === 'multiSelect') return <Choices {...common} hint={hint} custom={custom} />;
  const type = TYPES[custom.kind];
  const props = { ...common, hint, type, ...(custom.kind === 'select' && optionsOf(custom)) };
  return <InputRenderer {...(props as InputProps)} />;
};

const optionsOf = ({ options }: Custom) => ({
  options: options.map(({ value, label }) => ({ value, label })),
});

const TYPES: Record<Exclude<FieldKind, 'multiSelect'>, InputProps['type']> = {
  text: 'string',
  longText: 'text',
  number: 'decimal',
  date: 'date',
  boolean: 'boolean',
  select: 'enumeration',
  email: 'email',
  url: 'string',
  phone: 'string',
};

const Choices = (props: CustomInputProps & { hint: string | undefined }) => {
  const { name, label, required, disabled, hint, custom } = props;
  const t = useTranslate();
  const { value, error, onChange } = useField(name);
  const chosen = isStringList(value) ? value : [];
  return (
    <Field.Root name={name} error={error} required={required} hint={hint}>
      <Field.Label>{label}</Field.Label>
      <MultiSelect
        withTags
        value={chosen}
        disabled={disabled}
        clearLabel={t('common.clear')}
        placeholder={t('fields.choose')}
        onChange={(values: string[]) => onChange(name, values)}
        onClear={() => onChange(name, [])}
      >
        {custom.options.map((option) => (
          <MultiSelectOption key={option.value} value={option.value}>
            {option.label}
          </MultiSelectOption>
        ))}
      </MultiSelect>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
