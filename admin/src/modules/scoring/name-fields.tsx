import { Field, Flex, Textarea, TextInput } from '@strapi/design-system';
import { useTranslate } from '../../shared/translate';

export interface NameValues {
  displayName: string;
  name: string;
  description: string;
}

interface NameFieldsProps {
  values: NameValues;
  onChange: (change: Partial<NameValues>) => void;
  /** By field name. */
  problems: Record<string, string>;
  disabled?: boolean;
}

/** What a score is called, and what it is for. */
export const NameFields = ({ values, onChange, problems, disabled }: NameFieldsProps) => {
  const t = useTranslate();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Field.Root name="displayName" required error={problems.displayName}>
        <Field.Label>{t('scores.name')}</Field.Label>
        <TextInput
          value={values.displayName}
          maxLength={255}
          disabled={disabled}
          onChange={(event) => onChange({ displayName: event.target.value })}
        />
        <Field.Error />
      </Field.Root>
      <Field.Root name="name" required error={problems.name} hint={t('scores.codeHint')}>
        <Field.Label>{t('scores.code')}</Field.Label>
        <TextInput
          value={values.name}
          maxLength={100}
          disabled={disabled}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
      <Field.Root name="description" error={problems.description}>
        <Field.Label>{t('scores.description')}</Field.Label>
        <Textarea
          value={values.description}
          disabled={disabled}
          onChange={(event) => onChange({ description: event.target.value })}
        />
        <Field.Error />
      </Field.Root>
    </Flex>
  );
};
